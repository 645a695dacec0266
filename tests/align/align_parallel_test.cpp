#include "aligner/align/align_parallel.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "aligner/error.h"
#include "aligner/evaluate/score.h"

#include "tests/support/toy_bitext.h"

namespace aligner::align {
namespace {

using evaluate::IndexBead;
using tungse_tests::make_toy_bitext;
using tungse_tests::toy_text;
using tungse_tests::ToyBead;
using tungse_tests::ToyBitext;

// Sixty sentences, some merged or split, six in the middle without translation.
const ToyBitext& toy_bitext() {
  static const ToyBitext bitext = make_toy_bitext({.sentences = 60, .merges = true, .deleted = 6});
  return bitext;
}

Alignment align(const score::AnchoredBitext& bitext, const ParallelOptions& options = {}) {
  return align_parallel(std::span(&bitext, 1), {.terms = &terms::bundled_terms()}, options).at(0);
}

std::vector<IndexBead> index_beads(const Alignment& alignment) {
  std::vector<IndexBead> beads;
  for (const Bead& bead : alignment.beads) beads.push_back({bead.source, bead.target});
  return beads;
}

std::vector<IndexBead> gold_beads(const ToyBitext& toy) {
  std::vector<IndexBead> beads;
  for (const ToyBead& bead : toy.gold) beads.push_back({bead.source, bead.target});
  return beads;
}

std::string notation(const Alignment& alignment) {
  std::string text;
  for (const Bead& bead : alignment.beads) {
    for (std::size_t k = 0; k < bead.source.size(); ++k) text += (k > 0 ? "," : "") + std::to_string(bead.source[k]);
    text += '-';
    for (std::size_t k = 0; k < bead.target.size(); ++k) text += (k > 0 ? "," : "") + std::to_string(bead.target[k]);
    text += ' ';
  }
  return text;
}

TEST(AlignParallel, FindsTheBeadsOfAToyBitext) {
  const Alignment found = align(toy_bitext().view());

  const auto score = evaluate::score_alignment(gold_beads(toy_bitext()), index_beads(found));

  EXPECT_GE(score.strict.f1, 0.95) << notation(found);
}

TEST(AlignParallel, CoversEverySegmentOnceInOrder) {
  for (const unsigned seed : {1u, 2u, 3u}) {
    const ToyBitext toy = make_toy_bitext({.sentences = 25, .merges = true, .deleted = 4, .seed = seed});

    const Alignment found = align(toy.view(), {.passes = 3});

    EXPECT_EQ(found.mode, Mode::parallel);
    EXPECT_EQ(found.source_count, toy.source.segmentation.size());
    EXPECT_EQ(found.target_count, toy.target.segmentation.size());
    EXPECT_NO_THROW(check_alignment(found));
  }
}

// Ten sentences; the day that the fifth of the target names.
ToyBitext bitext_with_day(const std::string& day) {
  ToyBitext toy = make_toy_bitext({.sentences = 10});
  const auto with_date = [](const tungse_tests::ToyText& text, const std::string& language, const std::string& date) {
    std::string lines;
    for (std::size_t i = 0; i < text.segmentation.size(); ++i) {
      lines += std::string(text.document.slice(text.segmentation.segments[i].span)) + (i == 4 ? date : "") + "\n";
    }
    return toy_text(language, lines);
  };
  return {with_date(toy.source, "en", " On 16 May 1858."), with_date(toy.target, "ru", " " + day + " 1858 года."), {}};
}

std::vector<score::Evidence> conflicts_of(const Bead& bead) {
  std::vector<score::Evidence> found;
  for (const score::Evidence& evidence : bead.evidence) {
    if (evidence.relation == "conflict") found.push_back(evidence);
  }
  return found;
}

TEST(AlignParallel, AWrongDayCountsAgainstItsBeadAndIsReported) {
  const ToyBitext right = bitext_with_day("16 мая");
  const ToyBitext wrong = bitext_with_day("20 мая");

  const Alignment with_right = align(right.view());
  const Alignment with_wrong = align(wrong.view());

  ASSERT_EQ(index_beads(with_right), index_beads(with_wrong)) << "a mistake of a translator is no reason to part them";
  EXPECT_TRUE(conflicts_of(with_right.beads[4]).empty());
  const std::vector<score::Evidence> conflicts = conflicts_of(with_wrong.beads[4]);
  ASSERT_EQ(conflicts.size(), 1u) << notation(with_wrong);
  EXPECT_LT(conflicts[0].weight, -0.5);
  EXPECT_LE(with_wrong.beads[4].confidence, with_right.beads[4].confidence);
}

TEST(AlignParallel, OneThreadAndFourGiveTheSameBits) {
  const Alignment one = align(toy_bitext().view(), {.threads = 1});
  const Alignment four = align(toy_bitext().view(), {.threads = 4});

  EXPECT_EQ(one, four);
}

TEST(AlignParallel, SwappingSourceAndTargetMirrorsTheBeads) {
  const Alignment forward = align(toy_bitext().view());
  const Alignment backward = align(toy_bitext().mirrored_view());

  std::vector<IndexBead> mirrored;
  for (const Bead& bead : backward.beads) mirrored.push_back({bead.target, bead.source});

  const auto by_place = [](const IndexBead& a, const IndexBead& b) {
    return std::pair(a.source, a.target) < std::pair(b.source, b.target);
  };
  std::vector<IndexBead> there = index_beads(forward);
  const auto has_one_side = [](const IndexBead& bead) { return bead.source.empty() || bead.target.empty(); };
  std::erase_if(there, has_one_side);  // neighbouring gaps of both sides may stand in either order
  std::erase_if(mirrored, has_one_side);
  std::sort(there.begin(), there.end(), by_place);
  std::sort(mirrored.begin(), mirrored.end(), by_place);
  EXPECT_EQ(there, mirrored) << notation(forward) << "\n" << notation(backward);
}

TEST(AlignParallel, BeadsWithTwoSidesCarryEvidenceAndGapsNone) {
  const Alignment found = align(toy_bitext().view(), {.passes = 2});

  for (const Bead& bead : found.beads) {
    EXPECT_EQ(bead.evidence.empty(), bead.source.empty() || bead.target.empty());
    EXPECT_FALSE(bead.grade.has_value());
  }
  EXPECT_FALSE(found.method.empty());
  EXPECT_TRUE(found.mode_reason.empty());
}

TEST(AlignParallel, WithoutReasonsBeadsAreTheSameAndCarryNoEvidence) {
  const Alignment given = align(toy_bitext().view());

  const Alignment left = align(toy_bitext().view(), {.reasons = Reasons::leave});

  ASSERT_EQ(left.beads.size(), given.beads.size());
  for (std::size_t k = 0; k < left.beads.size(); ++k) {
    EXPECT_EQ(left.beads[k].source, given.beads[k].source);
    EXPECT_EQ(left.beads[k].target, given.beads[k].target);
    EXPECT_EQ(left.beads[k].confidence, given.beads[k].confidence);
    EXPECT_TRUE(left.beads[k].evidence.empty());
  }
}

TEST(AlignParallel, TheCostIsTheLogarithmOfTheConfidence) {
  const Alignment found = align(toy_bitext().view(), {.passes = 2});

  for (const Bead& bead : found.beads) {
    if (bead.confidence < 1e-3) continue;  // such posteriors are not kept
    EXPECT_NEAR(bead.cost, -std::log(bead.confidence), 1e-6);
  }
}

// Forty sentences; behind the twentieth, the source has six long ones and the target six short ones that have nothing
// to do with each other.
ToyBitext bitext_with_foreign_parts() {
  const ToyBitext toy = make_toy_bitext({.sentences = 40});
  const auto with_part = [](const std::string& language, const tungse_tests::ToyText& text, const std::string& part) {
    std::string lines;
    for (std::size_t i = 0; i < text.segmentation.size(); ++i) {
      if (i == 20) lines += part;
      lines += std::string(text.document.slice(text.segmentation.segments[i].span)) + "\n";
    }
    return toy_text(language, lines);
  };
  std::string long_part;
  std::string short_part;
  for (const char letter : {'a', 'b', 'c', 'd', 'e', 'f'}) {
    for (int word = 0; word < 40; ++word) long_part += std::string(7, letter) + std::to_string(word) + "x ";
    long_part += ".\n";
    for (int word = 0; word < 8; ++word) short_part += std::string(3, letter) + std::to_string(word) + "q ";
    short_part += ".\n";
  }
  return {with_part("en", toy.source, long_part), with_part("vi", toy.target, short_part), {}};
}

TEST(AlignParallel, AGapIsMoreSureThanNotWhereTheOtherSideHasOneToo) {
  const ToyBitext toy = bitext_with_foreign_parts();

  const Alignment found = align(toy.view());

  std::vector<double> gaps;
  for (const Bead& bead : found.beads) {
    if (bead.source.empty() || bead.target.empty()) gaps.push_back(bead.confidence);
  }
  ASSERT_FALSE(gaps.empty());
  EXPECT_GT(*std::min_element(gaps.begin(), gaps.end()), 0.5) << notation(found);
}

TEST(AlignParallel, SeveralDocumentsComeBackInTheirOrder) {
  const ToyBitext first = make_toy_bitext({.sentences = 12, .seed = 5});
  const ToyBitext second = make_toy_bitext({.sentences = 20, .seed = 6});
  const std::vector<score::AnchoredBitext> both = {first.view(), second.view()};

  const std::vector<Alignment> found = align_parallel(both, {}, {.passes = 2});

  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].source_count, 12u);
  EXPECT_EQ(found[1].source_count, 20u);
  for (const Alignment& alignment : found) EXPECT_NO_THROW(check_alignment(alignment));
}

TEST(AlignParallel, NoDocumentsGiveNoAlignments) { EXPECT_TRUE(align_parallel({}, {}, {}).empty()); }

TEST(AlignParallel, AnEmptySideLeavesEverySegmentOfTheOtherAlone) {
  const ToyBitext toy{toy_text("en", ""), toy_text("vi", "Một.\nHai.\n"), {}};

  const Alignment found = align(toy.view());
  const Alignment mirrored = align(toy.mirrored_view());

  EXPECT_NO_THROW(check_alignment(found));
  EXPECT_NO_THROW(check_alignment(mirrored));
  EXPECT_EQ(notation(found), "-0 -1 ");
  EXPECT_EQ(notation(mirrored), "0- 1- ");
}

TEST(AlignParallel, TwoEmptyTextsGiveNoBeads) {
  const ToyBitext toy{toy_text("en", ""), toy_text("vi", ""), {}};

  EXPECT_TRUE(align(toy.view()).beads.empty());
}

TEST(AlignParallel, ASingleSentencePairIsOneBead) {
  const ToyBitext toy{toy_text("en", "The Treaty of Aigun was signed on May 28, 1858.\n"),
                      toy_text("vi", "Điều ước Ái Hồn được ký ngày 16 tháng 5 năm 1858.\n"),
                      {}};

  const Alignment found = align(toy.view());

  EXPECT_EQ(notation(found), "0-0 ");
  EXPECT_GT(found.beads[0].confidence, 0.5);
}

TEST(AlignParallel, OneSegmentAgainstFiveIsCovered) {
  const ToyBitext toy{
      toy_text("en", "One, two, three, four and five.\n"), toy_text("vi", "Một.\nHai.\nBa.\nBốn.\nNăm.\n"), {}};

  EXPECT_NO_THROW(check_alignment(align(toy.view())));
  EXPECT_NO_THROW(check_alignment(align(toy.mirrored_view())));
}

TEST(AlignParallel, SegmentsWithoutWordsAreCovered) {
  const ToyBitext toy{toy_text("en", "\n\nSnow fell.\n\n***\n"), toy_text("vi", "Tuyết rơi.\n\n"), {}};

  EXPECT_NO_THROW(check_alignment(align(toy.view())));
}

TEST(AlignParallel, ReportsProgressThatRises) {
  std::vector<double> reports;

  align(toy_bitext().view(), {.passes = 3, .progress = [&](double done) {
                                reports.push_back(done);
                                return true;
                              }});

  EXPECT_GE(reports.size(), 3u);
  EXPECT_TRUE(std::is_sorted(reports.begin(), reports.end()));
  EXPECT_GE(reports.front(), 0);
  EXPECT_LE(reports.back(), 1);
}

TEST(AlignParallel, EndsWithAnErrorWhenTheCallerSaysStop) {
  int calls = 0;
  const ParallelOptions options{.progress = [&](double) { return ++calls < 3; }};
  try {
    align(toy_bitext().view(), options);
    FAIL() << "the work went on";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("interrupted"), std::string::npos) << error.what();
  }
  EXPECT_EQ(calls, 3);
}

}  // namespace
}  // namespace aligner::align

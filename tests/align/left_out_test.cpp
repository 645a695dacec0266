// Each ingredient left out of a text that has something for every one.

#include <span>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aligner/align/align_parallel.h"
#include "aligner/score/ingredients.h"

#include "tests/support/toy_bitext.h"

namespace aligner::align {
namespace {

using score::Ingredient;
using score::Ingredients;
using tungse_tests::make_toy_bitext;
using tungse_tests::toy_text;
using tungse_tests::ToyBitext;
using tungse_tests::ToyText;

// What is added to the first sentences of both sides.
struct Addition {
  const char* english;
  const char* russian;
};

constexpr Addition additions[] = {
    {" On 16 May 1858.", " 16 мая 1858 года."},
    {" On 3 June 1859.", " 8 июня 1859 года."},  // a conflict
    {" There were 7319 men.", " Было 7319 душ."},
    {" Brashnikov came.", " Пришёл Брашников."},
    {" The Amur froze.", " Амур замёрз."},
    {" Habent sua fata libelli!", " Habent sua fata libelli!"},
    {" Documentation: telegraph; ministry?", " Документация: телеграф; министерство?"},
};

ToyText with_additions(const ToyText& text, const char* language, const char* Addition::*side) {
  std::string lines;
  for (std::size_t i = 0; i < text.segmentation.size(); ++i) {
    lines += std::string(text.document.slice(text.segmentation.segments[i].span));
    if (i < std::size(additions)) lines += additions[i].*side;
    lines += "\n";
  }
  return toy_text(language, lines);
}

const ToyBitext& rich_bitext() {
  static const ToyBitext bitext = [] {
    const ToyBitext toy = make_toy_bitext({.sentences = 40, .merges = true, .deleted = 4});
    return ToyBitext{
        with_additions(toy.source, "en", &Addition::english), with_additions(toy.target, "ru", &Addition::russian), {}};
  }();
  return bitext;
}

Alignment align_without(const Ingredients& left_out) {
  const score::AnchoredBitext view = rich_bitext().view();
  return align_parallel(std::span(&view, 1), {.terms = &terms::bundled_terms()}, {.left_out = left_out}).at(0);
}

class LeftOut : public testing::TestWithParam<std::string> {
 protected:
  static Ingredients left_out() { return {score::find_ingredient(GetParam()).value()}; }
};

TEST_P(LeftOut, GivesAnAlignmentThatCoversEverySegmentOnce) {
  const Alignment found = align_without(left_out());

  EXPECT_EQ(found.source_count, rich_bitext().source.segmentation.size());
  EXPECT_EQ(found.target_count, rich_bitext().target.segmentation.size());
  EXPECT_NO_THROW(check_alignment(found));
}

TEST_P(LeftOut, ChangesTheResult) {
  static const Alignment whole = align_without({});

  EXPECT_NE(align_without(left_out()), whole);
}

TEST_P(LeftOut, IsTheSameOnEveryRun) { EXPECT_EQ(align_without(left_out()), align_without(left_out())); }

INSTANTIATE_TEST_SUITE_P(Ingredients, LeftOut, testing::ValuesIn(score::ingredient_names()), [](const auto& one) {
  std::string name = one.param;
  for (char& c : name) c = c == '-' ? '_' : c;
  return name;
});

bool has_evidence(const Alignment& alignment, score::EvidenceKind kind) {
  for (const Bead& bead : alignment.beads) {
    for (const score::Evidence& evidence : bead.evidence) {
      if (evidence.kind == kind) return true;
    }
  }
  return false;
}

TEST(LeftOutAnchors, AreNoEvidence) {
  const Alignment without_dates = align_without({Ingredient::date_anchors});
  const Alignment without_any = align_without({Ingredient::anchors});

  EXPECT_FALSE(has_evidence(without_dates, score::EvidenceKind::date));
  EXPECT_TRUE(has_evidence(without_dates, score::EvidenceKind::term));
  EXPECT_FALSE(has_evidence(without_any, score::EvidenceKind::date));
  EXPECT_FALSE(has_evidence(without_any, score::EvidenceKind::term));
  EXPECT_FALSE(has_evidence(without_any, score::EvidenceKind::name));
}

TEST(LeftOutCalibration, LeavesTheBeadsAsTheyAre) {
  const Alignment whole = align_without({});
  const Alignment raw = align_without({Ingredient::calibration});

  ASSERT_EQ(raw.beads.size(), whole.beads.size());
  for (std::size_t k = 0; k < raw.beads.size(); ++k) {
    EXPECT_EQ(raw.beads[k].source, whole.beads[k].source);
    EXPECT_EQ(raw.beads[k].target, whole.beads[k].target);
  }
}

TEST(LeftOutTogether, AllIngredientsStillGiveAnAlignment) {
  Ingredients all;
  for (const std::string& name : score::ingredient_names()) all.add(score::find_ingredient(name).value());

  EXPECT_NO_THROW(check_alignment(align_without(all)));
}

}  // namespace
}  // namespace aligner::align

#include "aligner/align/link_comparable.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aligner/error.h"

#include "tests/support/toy_bitext.h"

namespace aligner::align {
namespace {

using tungse_tests::make_toy_mixture;
using tungse_tests::toy_text;
using tungse_tests::ToyBitext;

Alignment link(const ToyBitext& toy, const LinkOptions& options = {}) {
  return link_comparable(toy.view(), {.terms = &terms::bundled_terms()}, options);
}

// Two accounts of the same events in another order; most of each has no counterpart in the other.
ToyBitext two_accounts() {
  return {toy_text("vi",
                   "Mùa đông năm ấy rất lạnh.\n"
                   "Ngày 16 tháng 5 năm 1858, Muravyov ký Điều ước Ái Hồn.\n"
                   "Điều ước Nerchinsk được ký năm 1689.\n"
                   "Nông dân gieo lúa mì.\n"
                   "Ngày 14 tháng 11 năm 1860, Ignatyev ký Điều ước Bắc Kinh.\n"
                   "Sông Amur dài hơn sông Ussuri.\n"
                   "Chim bay về phương nam.\n"),
          toy_text("en",
                   "Grain was dear in the market towns.\n"
                   "The Amur is longer than the Ussuri.\n"
                   "Ignatyev signed the Convention of Peking on November 14, 1860.\n"
                   "Children played in the street.\n"
                   "On May 28, 1858 Muravyov signed the Treaty of Aigun.\n"
                   "The Treaty of Nerchinsk dates from 1689.\n"),
          {}};
}

TEST(LinkComparable, AnEventWithItsDateAndNameIsTheFirstLink) {
  const ToyBitext toy{toy_text("vi",
                               "Mùa đông năm ấy rất lạnh.\nNông dân gieo lúa mì.\n"
                               "Ngày 16 tháng 5 năm 1858, Muravyov ký Điều ước Ái Hồn.\nChim bay về phương nam.\n"),
                      toy_text("en",
                               "On May 28, 1858 Muravyov signed the Treaty of Aigun.\nGrain was dear.\n"
                               "Children played in the street.\nNobody slept.\n"),
                      {}};

  const Alignment links = link(toy);

  ASSERT_FALSE(links.beads.empty());
  EXPECT_EQ(links.beads[0].source, std::vector<std::size_t>{2});
  EXPECT_EQ(links.beads[0].target, std::vector<std::size_t>{0});
}

TEST(LinkComparable, FindsCounterpartsOutOfOrder) {
  const Alignment links = link(two_accounts());

  const auto has_link = [&](std::size_t source, std::size_t target) {
    return std::any_of(links.beads.begin(), links.beads.end(), [&](const Bead& bead) {
      return std::count(bead.source.begin(), bead.source.end(), source) > 0 &&
             std::count(bead.target.begin(), bead.target.end(), target) > 0;
    });
  };
  EXPECT_TRUE(has_link(1, 4));
  EXPECT_TRUE(has_link(4, 2));
}

TEST(LinkComparable, LinksHoldTheRulesOfTheirMode) {
  const ToyBitext toy = two_accounts();

  const Alignment links = link(toy);

  EXPECT_EQ(links.mode, Mode::comparable);
  EXPECT_EQ(links.source_count, 7u);
  EXPECT_EQ(links.target_count, 6u);
  EXPECT_TRUE(links.mode_reason.empty());
  EXPECT_FALSE(links.method.empty());
  EXPECT_NO_THROW(check_alignment(links));
  for (const Bead& bead : links.beads) EXPECT_TRUE(bead.grade.has_value());
}

TEST(LinkComparable, TheSurestComesFirst) {
  const Alignment links = link(two_accounts());

  EXPECT_TRUE(std::is_sorted(links.beads.begin(), links.beads.end(),
                             [](const Bead& a, const Bead& b) { return a.confidence > b.confidence; }));
}

TEST(LinkComparable, EveryLinkSaysWhyStrongestFirst) {
  for (const Bead& bead : link(two_accounts()).beads) {
    EXPECT_FALSE(bead.evidence.empty());
    EXPECT_TRUE(std::is_sorted(bead.evidence.begin(), bead.evidence.end(),
                               [](const score::Evidence& a, const score::Evidence& b) { return a.weight > b.weight; }));
  }
}

TEST(LinkComparable, LessSureLinksThanAskedForAreNotGiven) {
  for (const Bead& bead : link(two_accounts(), {.smallest_confidence = 0.6}).beads) EXPECT_GE(bead.confidence, 0.6);
}

TEST(LinkComparable, ASegmentStandsInOneStrongLinkAndInEightAtMost) {
  std::string vietnamese;
  std::string english;
  for (int k = 0; k < 12; ++k) {
    vietnamese += "Năm " + std::to_string(1854 + k % 4) + ", Muravyov trên sông Amur có 600 người.\n";
    english += "In " + std::to_string(1854 + k % 3) + " Muravyov had 600 men on the Amur.\n";
  }
  const ToyBitext toy{toy_text("vi", vietnamese), toy_text("en", english), {}};

  const Alignment links = link(toy, {.smallest_confidence = 0});

  check_alignment(links);
  std::map<std::size_t, int> strong_source;
  std::map<std::size_t, int> strong_target;
  std::map<std::size_t, int> any_source;
  std::map<std::size_t, int> any_target;
  for (const Bead& bead : links.beads) {
    const bool is_strong = bead.grade == Grade::same || bead.grade == Grade::mostly;
    for (const std::size_t i : bead.source) ++any_source[i], strong_source[i] += is_strong ? 1 : 0;
    for (const std::size_t j : bead.target) ++any_target[j], strong_target[j] += is_strong ? 1 : 0;
  }
  for (const auto* counts : {&strong_source, &strong_target}) {
    for (const auto& [segment, count] : *counts) EXPECT_LE(count, 1) << "segment " << segment;
  }
  for (const auto* counts : {&any_source, &any_target}) {
    for (const auto& [segment, count] : *counts) EXPECT_LE(count, 8) << "segment " << segment;
  }
}

TEST(LinkComparable, TextsThatShareNothingGiveNoLink) {
  const ToyBitext toy{
      toy_text("vi", "Mùa đông rất lạnh.\nChim bay về.\n"), toy_text("ru", "Дети играли.\nШёл снег.\n"), {}};

  EXPECT_TRUE(link(toy).beads.empty());
}

TEST(LinkComparable, EmptyTextsGiveNoLink) {
  const ToyBitext nothing{toy_text("vi", ""), toy_text("en", ""), {}};
  const ToyBitext one_side{toy_text("vi", ""), toy_text("en", "On May 28, 1858 it was signed.\n"), {}};

  EXPECT_TRUE(link(nothing).beads.empty());
  EXPECT_TRUE(link(one_side).beads.empty());
  EXPECT_EQ(link(one_side).target_count, 1u);
}

TEST(LinkComparable, IsTheSameWhenDoneTwice) {
  const ToyBitext toy = two_accounts();

  EXPECT_EQ(link(toy), link(toy));
}

TEST(LinkComparable, WordsOfALexiconTieAndAreCalledTranslations) {
  const ToyBitext toy{
      toy_text("vi",
               "Mùa đông năm ấy rất lạnh.\nTuyết rơi.\n"
               "Ngày 16 tháng 5 năm 1858, Muravyov mua lúa và ký Điều ước Ái Hồn.\nChim bay về phương nam.\n"),
      toy_text("en",
               "On May 28, 1858 Muravyov bought grain and signed the Treaty of Aigun.\nLife was dear.\n"
               "Children played in the street.\nNobody slept.\n"),
      {}};
  const lexicon::Lexicon known = lexicon::make_lexicon({{"lúa", "grain", 0.9F, 0.9F}}, text::LanguageTag::parse("vi"),
                                                       text::LanguageTag::parse("en"));

  const Alignment links =
      link_comparable(toy.view(), {.terms = &terms::bundled_terms(), .lexicons = {&known}}, LinkOptions{});

  ASSERT_FALSE(links.beads.empty());
  std::map<std::string, std::string> relations;  // of words, by what they are in the target
  for (const score::Evidence& evidence : links.beads[0].evidence) {
    if (evidence.kind != score::EvidenceKind::word) continue;
    relations[std::string(toy.target.document.slice(evidence.target))] = evidence.relation;
  }
  EXPECT_EQ(relations, (std::map<std::string, std::string>{{"grain", "translation"}}));
}

TEST(LinkComparable, TranslationsAmongStrangersAreTheLinks) {
  const ToyBitext toy = make_toy_mixture({});

  const Alignment links = link(toy);

  check_alignment(links);
  std::size_t right = 0;
  for (const Bead& bead : links.beads) {
    right += std::any_of(toy.gold.begin(), toy.gold.end(),
                         [&](const auto& gold) { return gold.source == bead.source && gold.target == bead.target; });
    EXPECT_FALSE(bead.evidence.empty());
  }
  EXPECT_GE(static_cast<double>(right), 0.8 * static_cast<double>(toy.gold.size()));
  EXPECT_GE(static_cast<double>(right), 0.8 * static_cast<double>(links.beads.size()));
}

TEST(LinkComparable, OneThreadAndFourGiveTheSameBits) {
  const ToyBitext toy = make_toy_mixture({});

  EXPECT_EQ(link(toy, {.threads = 1}), link(toy, {.threads = 4}));
}

TEST(LinkComparable, IsInterruptedWhereProgressSaysSo) {
  const ToyBitext toy = make_toy_mixture({});

  EXPECT_THROW(link(toy, {.progress = [](double) { return false; }}), Error);
}

TEST(LinkComparable, WorksWithoutATermList) {
  const ToyBitext toy = two_accounts();

  EXPECT_NO_THROW(check_alignment(link_comparable(toy.view(), {})));
}

}  // namespace
}  // namespace aligner::align

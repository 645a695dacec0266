#include "aligner/align/translated_parts.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "aligner/align/align_parallel.h"
#include "aligner/align/link_comparable.h"

#include "tests/support/toy_bitext.h"

namespace aligner::align {
namespace {

// A monotone alignment in letters: s a sure pair, u an unsure one, d a source segment alone, i a target segment alone,
// m a moved pair.
Alignment monotone(const std::string& letters) {
  Alignment alignment;
  for (const char letter : letters) {
    Bead bead;
    if (letter != 'i') bead.source = {alignment.source_count++};
    if (letter != 'd') bead.target = {alignment.target_count++};
    bead.confidence = letter == 'u' ? 0.3 : 0.9;
    bead.moved = letter == 'm';
    alignment.beads.push_back(bead);
  }
  return alignment;
}

std::vector<TranslatedPart> parts_of(const std::string& letters) { return find_translated_parts(monotone(letters)); }

TEST(TranslatedParts, TenSurePairsInARowAreOne) {
  EXPECT_EQ(parts_of("didssssssssssidi"), (std::vector<TranslatedPart>{{3, 13}}));
  EXPECT_TRUE(parts_of("didsssssssssidi").empty());
}

TEST(TranslatedParts, AFewSegmentsThatWereLeftOutDoNotEndOne) {
  EXPECT_EQ(parts_of("dddssssssddsssssssdddddd"), (std::vector<TranslatedPart>{{3, 18}}));
}

TEST(TranslatedParts, FarFromEachOtherThereAreTwo) {
  EXPECT_EQ(parts_of("ssssssssssddddddddddssssssssss"), (std::vector<TranslatedPart>{{0, 10}, {20, 30}}));
}

TEST(TranslatedParts, UnsureAndMovedPairsMakeNone) {
  EXPECT_TRUE(parts_of("uuuuuuuuuuuuuuuu").empty());
  EXPECT_TRUE(parts_of("mmmmmmmmmmmmmmmm").empty());
  EXPECT_TRUE(parts_of("sssssmsssss").empty());
}

TEST(TranslatedParts, SurePairsHereAndThereMakeNone) {
  EXPECT_TRUE(parts_of("sdidsidisddisdsiidsidsididssdidsdisid").empty());
}

TEST(TranslatedParts, AnEmptyAlignmentHasNone) {
  EXPECT_TRUE(parts_of("").empty());
  EXPECT_EQ(describe_translated_parts(monotone("")), "");
}

TEST(TranslatedParts, AreSaidWithTheirSegments) {
  EXPECT_EQ(describe_translated_parts(monotone("ddissssssssss")), "; translated in order: source 2-11 = target 1-10");
}

TEST(TranslatedParts, TheirBeadsAreThoseOfTwoSides) {
  EXPECT_EQ(beads_of_translated_parts(monotone("sssssdssssss")).size(), 11U);
}

Alignment links_at(const std::vector<std::pair<std::size_t, std::size_t>>& places) {
  Alignment links;
  links.mode = Mode::comparable;
  for (const auto& [source, target] : places) {
    Bead bead;
    bead.source = {source};
    bead.target = {target};
    links.beads.push_back(bead);
  }
  return links;
}

TEST(TranslatedParts, AreSoughtWhereLinksFollowEachOtherClosely) {
  EXPECT_TRUE(may_hold_translated_part(links_at({{1, 11}, {2, 12}, {4, 13}, {5, 15}, {6, 16}, {7, 17}})));
  EXPECT_FALSE(may_hold_translated_part(links_at({{1, 11}, {2, 12}, {4, 13}})));
  EXPECT_FALSE(may_hold_translated_part(links_at({{1, 50}, {2, 7}, {4, 33}, {5, 2}, {6, 21}, {7, 90}, {8, 15}})));
  EXPECT_FALSE(may_hold_translated_part(links_at({})));
}

TEST(LinkComparable, TheBeadsOfATranslatedPartAreLinksAndTheirSegmentsHaveNoOtherStrongOne) {
  const tungse_tests::ToyBitext toy{
      tungse_tests::toy_text("vi", "Ngày 16 tháng 5 năm 1858.\nTrời mưa.\nNgày 16 tháng 5 năm 1858.\n"),
      tungse_tests::toy_text("en", "On May 28, 1858.\nIt rained.\n"),
      {}};
  Bead translated;
  translated.source = {0};
  translated.target = {0};
  translated.confidence = 0.97;

  const Alignment links = link_comparable(toy.view(), {.terms = &terms::bundled_terms()},
                                          {.smallest_confidence = 0, .translated = {translated}});

  ASSERT_FALSE(links.beads.empty());
  EXPECT_EQ(links.beads[0].source, translated.source);
  EXPECT_EQ(links.beads[0].grade, Grade::same);
  for (std::size_t k = 1; k < links.beads.size(); ++k) {
    EXPECT_NE(links.beads[k].source, translated.source);
    EXPECT_NE(links.beads[k].grade, Grade::same);
  }
  EXPECT_NO_THROW(check_alignment(links));
}

}  // namespace
}  // namespace aligner::align

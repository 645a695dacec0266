#include "aligner/report/match_report.h"

#include <vector>

#include <nlohmann/json.hpp>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/report/sample_texts.h"

namespace aligner::report {
namespace {

using anchors::Anchor;
using anchors::AnchorRelation;
using anchors::RelatedPair;
using Json = nlohmann::json;

// One day in two calendars, and a year that only the target has.
struct TwoPassages {
  align::AlignedSide source = side_of({"ngày 16 tháng 5 năm 1858"}, "vi", "source text");
  align::AlignedSide target = side_of({"On May 28, 1858; in 1860"}, "en", "target text");
  std::vector<Anchor> source_anchors = {
      {.span = span_in(source, "ngày 16 tháng 5 năm 1858"), .value = anchors::make_day(1858, 5, 16)}};
  std::vector<Anchor> target_anchors = {
      {.span = span_in(target, "May 28, 1858"), .value = anchors::make_day(1858, 5, 28)},
      {.span = span_in(target, "1860"), .value = anchors::make_year(1860)}};
  std::vector<RelatedPair> pairs = {{0, 0, {AnchorRelation::same_other_calendar, 0.95, "16 May = 28 May"}}};

  AnchoredPassage left() const { return {source, source_anchors}; }
  AnchoredPassage right() const { return {target, target_anchors}; }
};

TEST(MatchTable, HasPairsAndThenWhatHasNoCounterpart) {
  const TwoPassages both;

  EXPECT_EQ(match_table(both.left(), both.right(), both.pairs, terms::TermList()),
            "0.95  same-other-calendar  ngày 16 tháng 5 năm 1858  May 28, 1858  16 May = 28 May\n"
            "without counterpart  target  date  1860  1860\n");
}

TEST(MatchTable, MakesTextsHarmless) {
  TwoPassages both;
  both.pairs[0].match.reason = "\x1b[31mred\u202E";

  const std::string table = match_table(both.left(), both.right(), both.pairs, terms::TermList());

  EXPECT_THAT(table, ::testing::HasSubstr("  [31mred\n"));
}

TEST(MatchTable, IsEmptyForPassagesWithoutAnchors) {
  const TwoPassages both;

  EXPECT_EQ(match_table({both.source, {}}, {both.target, {}}, {}, terms::TermList()), "");
}

TEST(MatchJson, HasAnchorsOfBothAndTheirMatchesByIndex) {
  const TwoPassages both;

  const Json json = Json::parse(match_json(both.left(), both.right(), both.pairs, terms::TermList()));

  EXPECT_EQ(json["source"]["language"], "vi");
  EXPECT_EQ(json["source"]["anchors"][0]["text"], "ngày 16 tháng 5 năm 1858");
  EXPECT_EQ(json["target"]["anchors"].size(), 2U);
  EXPECT_EQ(json["target"]["anchors"][1]["value"]["precision"], "year");
  EXPECT_EQ(json["matches"], Json::parse(R"([{"source": 0, "target": 0, "relation": "same-other-calendar",
                                              "score": 0.95, "reason": "16 May = 28 May"}])"));
}

TEST(MatchJson, IsCompleteForPassagesWithoutAnchors) {
  const TwoPassages both;

  const Json json = Json::parse(match_json({both.source, {}}, {both.target, {}}, {}, terms::TermList()));

  EXPECT_EQ(json["source"]["anchors"], Json::array());
  EXPECT_EQ(json["matches"], Json::array());
}

}  // namespace
}  // namespace aligner::report

#include "aligner/report/anchors_report.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/report/sample_texts.h"

namespace aligner::report {
namespace {

using anchors::Anchor;
using anchors::Date;
using anchors::DatePrecision;
using anchors::Name;
using anchors::Number;
using anchors::NumberRole;
using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::ordered_json;

template <typename Value>
Anchor anchor_at(const align::AlignedSide& side, const std::string& words, Value value) {
  return {.span = span_in(side, words), .value = std::move(value)};
}

// The JSON of one anchor with this value.
template <typename Value>
Json value_in_json(Value value) {
  const align::AlignedSide side = side_of({"words"}, "en", "en.txt");
  const std::vector<Anchor> one = {anchor_at(side, "words", std::move(value))};
  return Json::parse(anchors_json(side, one, terms::bundled_terms()))["anchors"][0]["value"];
}

// The line of the table of one anchor with this value.
template <typename Value>
std::string line_of(Value value) {
  const align::AlignedSide side = side_of({"words"}, "en", "en.txt");
  const std::vector<Anchor> one = {anchor_at(side, "words", std::move(value))};
  return anchors_table(side, one, terms::bundled_terms());
}

TEST(AnchorsJson, HasTheFieldsOfItsContract) {
  const align::AlignedSide side = side_of({"Signed on 16 May 1858."}, "en", "en.txt");
  const std::vector<Anchor> anchors = {anchor_at(side, "16 May 1858", anchors::make_day(1858, 5, 16))};

  EXPECT_EQ(anchors_json(side, anchors, terms::TermList()), R"({
  "name": "en.txt",
  "language": "en",
  "encoding": "UTF-8",
  "notes": [],
  "anchors": [
    {
      "kind": "date",
      "segment": 0,
      "begin": 10,
      "end": 21,
      "text": "16 May 1858",
      "value": {
        "earliest": "1858-05-16",
        "latest": "1858-05-16",
        "calendar": "unknown",
        "precision": "day"
      },
      "normalised": "16 May 1858"
    }
  ]
}
)");
}

TEST(AnchorsJson, SaysOfADateWhatIsSoAndNoMore) {
  Date date = anchors::make_day(1858, 5, 16, anchors::Calendar::julian);
  date.year_assumed = true;
  date.qualifier = anchors::DateQualifier::circa;

  EXPECT_EQ(value_in_json(date).dump(),
            R"({"earliest":"1858-05-16","latest":"1858-05-16","calendar":"julian","precision":"day",)"
            R"("qualifier":"circa","year_assumed":true})");
}

TEST(AnchorsJson, TellsTheReignOfALunarDate) {
  Date date = anchors::make_day(1858, 5, 28, anchors::Calendar::chinese);
  date.reign = "Xianfeng 8/4/16";

  EXPECT_EQ(value_in_json(date).dump(),
            R"({"earliest":"1858-05-28","latest":"1858-05-28","calendar":"chinese","precision":"day",)"
            R"("reign":"Xianfeng 8/4/16"})");
}

TEST(AnchorsJson, CallsADateWithAnOpenSideAnOpenRange) {
  Date date = anchors::make_year(1850);
  date.earliest = anchors::make_year(1).earliest;
  date.open_begin = true;

  const Json value = value_in_json(date);

  EXPECT_EQ(value["precision"], "open-range");
  EXPECT_EQ(value["earliest"], "0001-01-01");
  EXPECT_EQ(value["open_begin"], true);
  EXPECT_FALSE(value.contains("open_end"));
}

struct PrecisionCase {
  DatePrecision precision;
  const char* word;
};

TEST(AnchorsJson, NamesEveryPrecision) {
  const PrecisionCase cases[] = {
      {DatePrecision::day, "day"},         {DatePrecision::part_of_month, "part-of-month"},
      {DatePrecision::month, "month"},     {DatePrecision::season, "season"},
      {DatePrecision::year, "year"},       {DatePrecision::part_of_decade, "part-of-decade"},
      {DatePrecision::decade, "decade"},   {DatePrecision::part_of_century, "part-of-century"},
      {DatePrecision::century, "century"}, {DatePrecision::range, "range"}};
  for (const PrecisionCase& one : cases) {
    Date date = anchors::make_year(1850);
    date.precision = one.precision;
    EXPECT_EQ(value_in_json(date)["precision"], one.word);
  }
}

TEST(AnchorsJson, GivesANumberExactlyAndForCounting) {
  EXPECT_EQ(value_in_json(Number{.value = {600000, 0}, .unit = "km2"}).dump(),
            R"({"value":"600000","number":600000,"role":"cardinal","unit":"km2"})");
  EXPECT_EQ(value_in_json(Number{.value = {15, 1}}).dump(),
            R"({"value":"1.5","number":1.5,"role":"cardinal","unit":""})");
  EXPECT_EQ(value_in_json(Number{.value = {9223372036854775807, 0}})["value"], "9223372036854775807");
}

TEST(AnchorsJson, GivesOtherReadingsRangesAndFractions) {
  const Json ambiguous = value_in_json(Number{.value = {4200, 0}, .alternative = {{42, 1}}});
  const Json range = value_in_json(Number{.value = {10, 0}, .upper = {{12, 0}}});
  const Json fraction = value_in_json(Number{.value = {1, 0}, .denominator = 4});

  EXPECT_EQ(ambiguous["alternative"], "4.2");
  EXPECT_EQ(range["upper"], "12");
  EXPECT_EQ(fraction["denominator"], 4);
  EXPECT_EQ(fraction["number"], 0.25);
}

TEST(AnchorsJson, NamesEveryRole) {
  const std::pair<NumberRole, const char*> roles[] = {
      {NumberRole::cardinal, "cardinal"}, {NumberRole::ordinal, "ordinal"},         {NumberRole::regnal, "regnal"},
      {NumberRole::label, "label"},       {NumberRole::list_marker, "list-marker"}, {NumberRole::footnote, "footnote"},
      {NumberRole::vague, "vague"}};
  for (const auto& [role, word] : roles) {
    EXPECT_EQ(value_in_json(Number{.value = {2, 0}, .role = role})["role"], word);
  }
}

TEST(AnchorsJson, GivesANameWithAllThatIsKnown) {
  const Name name{.key = "nevelski",
                  .initials = true,
                  .spelling = "Nevelskoy",
                  .title = "Captain",
                  .entity = "nevelskoi",
                  .cldr = {"city Asia/Shanghai"}};

  EXPECT_EQ(value_in_json(name).dump(),
            R"({"key":"nevelski","spelling":"Nevelskoy","initials":true,"title":"Captain","entity":"nevelskoi",)"
            R"("cldr":["city Asia/Shanghai"]})");
}

TEST(AnchorsJson, GivesATermByItsConcept) {
  EXPECT_EQ(value_in_json(anchors::ConceptMention{.concept_id = "r_amur"}).dump(),
            R"({"concept":"r_amur","status":"admitted","inherited":false})");
}

TEST(AnchorsJson, EscapesWhatATerminalWouldObey) {
  const std::string hostile = "\x1b[31m\u202Ename";
  const align::AlignedSide side = side_of({hostile}, "en", "en.txt");
  const std::vector<Anchor> anchors = {anchor_at(side, hostile, Name{.key = "name", .spelling = hostile})};

  const std::string json = anchors_json(side, anchors, terms::TermList());

  EXPECT_EQ(Json::parse(json)["anchors"][0]["text"], hostile);
  EXPECT_THAT(json, Not(HasSubstr("\x1b")));
  EXPECT_THAT(json, Not(HasSubstr("\u202E")));
}

TEST(AnchorsJson, IsCompleteWithoutAnchors) {
  const Json json = Json::parse(anchors_json(side_of({"Snow."}, "en", "en.txt"), {}, terms::TermList()));

  EXPECT_EQ(json["anchors"], Json::array());
}

TEST(AnchorsTable, HasALineForEachAnchor) {
  const align::AlignedSide side = side_of({"Signed on 16 May 1858.", "In Aigun."}, "en", "en.txt");
  std::vector<Anchor> anchors = {
      anchor_at(side, "16 May 1858", anchors::make_day(1858, 5, 16)),
      anchor_at(side, "Aigun", anchors::ConceptMention{.concept_id = "l_aigun"}),
  };
  anchors[1].segment = 1;

  EXPECT_EQ(anchors_table(side, anchors, terms::bundled_terms()),
            "0  10-21  date  16 May 1858  16 May 1858\n"
            "1  26-31  term  Aigun        Aigun (l_aigun)\n");
}

TEST(AnchorsTable, GivesSpellingsOfOneNameOneForm) {
  const std::string commonest = line_of(Name{.key = "nevelskoi", .spelling = "Nevelskoy", .entity = "nevelskoi"});
  const std::string other = line_of(Name{.key = "nevelski", .spelling = "Nevelsky", .entity = "nevelskoi"});

  EXPECT_THAT(commonest, HasSubstr("  nevelskoi\n"));
  EXPECT_THAT(other, HasSubstr("  nevelskoi (written nevelski)\n"));
}

TEST(AnchorsTable, RemarksWhatTheNormalisedFormLeavesOut) {
  Date date = anchors::make_year(1858);
  date.year_assumed = true;

  EXPECT_THAT(line_of(date), HasSubstr("1858 (year assumed)"));
  EXPECT_THAT(line_of(Number{.value = {4200, 0}, .alternative = {{42, 1}}}), HasSubstr("4200 (or 4.2)"));
  EXPECT_THAT(line_of(Name{.key = "muravev", .title = "Count"}), HasSubstr("muravev (title Count)"));
  EXPECT_THAT(line_of(anchors::ConceptMention{.concept_id = "x", .status = terms::TermStatus::deprecated}),
              HasSubstr("x (x, deprecated)"));
}

TEST(AnchorsTable, KeepsToTheWidthAndToALineAnAnchor) {
  const std::string long_name = "Ὅ" + std::string(500, 'x') + "\n\x1b[2J\u202E";
  const align::AlignedSide side = side_of({long_name}, "en", "en.txt");
  const std::vector<Anchor> anchors = {anchor_at(side, long_name, Name{.key = std::string(500, 'y')})};

  const std::string table = anchors_table(side, anchors, terms::TermList(), {.width = 80});

  EXPECT_LE(table.size(), 90U);  // the one letter outside ASCII is a column, but three bytes
  EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 1);
  EXPECT_THAT(table, Not(HasSubstr("\x1b")));
}

TEST(AnchorsTable, IsEmptyWithoutAnchors) {
  EXPECT_EQ(anchors_table(side_of({"Snow."}, "en", "en.txt"), {}, terms::TermList()), "");
}

TEST(AnchorsTable, ShowsNoWordsForAnAnchorOutsideTheText) {
  const align::AlignedSide side = side_of({"Snow."}, "en", "en.txt");
  const std::vector<Anchor> anchors = {{.span = {90, 99}, .value = anchors::make_year(1858)}};

  EXPECT_EQ(anchors_table(side, anchors, terms::TermList()), "0  90-99  date    1858\n");
}

}  // namespace
}  // namespace aligner::report

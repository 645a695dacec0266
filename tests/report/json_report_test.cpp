#include "aligner/report/json_report.h"

#include <limits>
#include <random>
#include <string>

#include <nlohmann/json.hpp>

#include "aligner/error.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/report/golden.h"
#include "tests/report/random_text.h"
#include "tests/report/sample_texts.h"

namespace aligner::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

Json report_of(const align::AlignedTexts& texts) { return Json::parse(json_report(texts, {.version = "0.1.0"})); }

TEST(JsonReport, KeepsItsContract) {
  expect_golden(json_report(aigun_links(), {.version = "0.1.0"}), "aigun_links.json.golden");
}

TEST(JsonReport, CarriesEveryFieldOfTheAlignment) {
  const align::AlignedTexts texts = aigun_links();

  const Json report = report_of(texts);

  EXPECT_EQ(report["tungse"], "0.1.0");
  EXPECT_EQ(report["mode"], "comparable");
  EXPECT_EQ(report["mode_reason"], "asked for");
  EXPECT_EQ(report["method"], "links/1");
  EXPECT_EQ(report["settings"]["threshold"], 1.5);
  ASSERT_EQ(report["beads"].size(), texts.alignment.beads.size());
  for (std::size_t i = 0; i < texts.alignment.beads.size(); ++i) {
    const align::Bead& bead = texts.alignment.beads[i];
    EXPECT_EQ(report["beads"][i]["source"], Json(bead.source));
    EXPECT_EQ(report["beads"][i]["target"], Json(bead.target));
    EXPECT_EQ(report["beads"][i]["cost"], bead.cost);
    EXPECT_EQ(report["beads"][i]["confidence"], bead.confidence);
    EXPECT_EQ(report["beads"][i]["grade"], align::to_string(bead.grade.value()));
    EXPECT_EQ(report["beads"][i]["evidence"].size(), bead.evidence.size());
  }
}

TEST(JsonReport, CitesTheWordsOfEachEvidence) {
  const Json evidence = report_of(aigun_links())["beads"][0]["evidence"][0];

  EXPECT_EQ(evidence["kind"], "date");
  EXPECT_EQ(evidence["source_text"], "ngày 16 tháng 5 năm 1858");
  EXPECT_EQ(evidence["target_text"], "May 28, 1858");
  EXPECT_EQ(evidence["relation"], "same-other-calendar");
  EXPECT_EQ(evidence["weight"], 5.2);
  EXPECT_EQ(evidence["reason"], "16 May 1858 Julian = 28 May 1858 Gregorian");
}

TEST(JsonReport, CarriesBothSides) {
  const align::AlignedTexts texts = aigun_links();

  const Json source = report_of(texts)["source"];

  EXPECT_EQ(source["name"], "vi.txt");
  EXPECT_EQ(source["language"], "vi");
  EXPECT_EQ(source["encoding"], "windows-1258");
  EXPECT_EQ(source["sha256"], texts.source.sha256);
  EXPECT_EQ(source["notes"], Json(texts.source.notes));
  ASSERT_EQ(source["segments"].size(), 5u);
  EXPECT_EQ(source["segments"][2]["text"], "Nga nhận hơn 600.000 km² đất đai.");
  EXPECT_EQ(source["segments"][2]["begin"], texts.source.segmentation.segments[2].span.begin);
  EXPECT_EQ(source["segments"][2]["paragraph"], 1);
}

TEST(JsonReport, LeavesTheGradeOutInParallelMode) {
  const Json report = report_of(parallel_chapter());

  EXPECT_FALSE(report["beads"][0].contains("grade"));
  EXPECT_EQ(report["beads"][2]["target"], Json::array());
  EXPECT_EQ(report["summary"]["shapes"].size(), 4u);
}

TEST(JsonReport, MarksMovedBeadsAndListsTheirParts) {
  const Json report = report_of(moved_chapter());

  EXPECT_FALSE(report["beads"][0].contains("moved"));
  EXPECT_EQ(report["beads"][1]["moved"], true);
  EXPECT_EQ(report["summary"]["moved"], Json::parse(R"([{"source": [1, 2], "target": [4, 5], "follows": 4},
                                                        {"source": [5, 5], "target": [0, 0], "follows": null}])"));
}

TEST(JsonReport, IsCompleteForEmptyTexts) {
  const Json report = report_of({});

  EXPECT_EQ(report["beads"], Json::array());
  EXPECT_EQ(report["source"]["segments"], Json::array());
  EXPECT_EQ(report["summary"]["pairs"], 0);
}

TEST(JsonReport, GivesSettingsThatAreNoObjectAsAString) {
  align::AlignedTexts texts;
  for (const std::string& settings : {std::string("{broken"), std::string("[1]"), std::string(500'000, '[')}) {
    texts.alignment.settings = settings;
    EXPECT_EQ(report_of(texts)["settings"], settings);
  }
}

TEST(JsonReport, WritesNumbersThatAreNotFiniteAsNull) {
  align::AlignedTexts texts = one_pair("A.", "B.");
  texts.alignment.beads[0].cost = std::numeric_limits<double>::infinity();

  EXPECT_TRUE(report_of(texts)["beads"][0]["cost"].is_null());
}

TEST(JsonReport, EscapesWhatATerminalWouldObeyAndKeepsItsValue) {
  const std::string hostile = "\x1b[31m\x7F\u009B\u202E\u2028\u061C\u200F é 瑷";

  const std::string report = json_report(one_pair(hostile, "B."));

  EXPECT_EQ(Json::parse(report)["source"]["segments"][0]["text"], hostile);
  EXPECT_THAT(report, HasSubstr(R"(\u001b[31m\u007f\u009b\u202e\u2028\u061c\u200f é 瑷)"));
}

TEST(JsonReport, ParsesBackToTheSameTextsInAnyScript) {
  std::mt19937 random(1861);
  for (int round = 0; round < 100; ++round) {
    const std::string source = random_text(random, random() % 200);
    const std::string target = random_text(random, random() % 200);

    const Json report = report_of(one_pair(source, target));

    EXPECT_EQ(report["source"]["segments"][0]["text"], source);
    EXPECT_EQ(report["target"]["segments"][0]["text"], target);
  }
}

TEST(JsonReport, TakesOneWordOfAMegabyteAndOneLineOfOutput) {
  const std::string report = json_report(one_pair(std::string(1'000'000, 'x'), "y"), {.indent = -1});

  EXPECT_EQ(report.find('\n'), report.size() - 1);
}

TEST(JsonReport, GivesAnEmptyTextForEvidenceOutsideTheDocument) {
  align::AlignedTexts texts = one_pair("A.", "B.");
  texts.alignment.beads[0].evidence = {{.source = {5, 900}, .target = {2, 1}}};

  EXPECT_EQ(report_of(texts)["beads"][0]["evidence"][0]["source_text"], "");
}

TEST(JsonReport, RefusesAnAlignmentOfOtherTexts) {
  align::AlignedTexts texts = one_pair("A.", "B.");
  texts.alignment.beads[0].source = {3};

  EXPECT_THROW(json_report(texts), Error);
}

}  // namespace
}  // namespace aligner::report

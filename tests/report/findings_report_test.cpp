#include "aligner/report/findings_report.h"

#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "aligner/report/columns.h"

#include "tests/report/random_text.h"
#include "tests/report/sample_texts.h"

namespace aligner::report {
namespace {

using check::Finding;
using check::FindingKind;
using check::Severity;
using testing::HasSubstr;

Finding finding_of(const align::AlignedTexts& texts, text::Span source, text::Span target) {
  return {.severity = Severity::error,
          .kind = FindingKind::number_conflict,
          .bead = 0,
          .source = source,
          .target = target,
          .source_words = std::string(texts.source.document.slice(source)),
          .target_words = std::string(texts.target.document.slice(target)),
          .reason = "12 in the source, 13 in the target",
          .remedy = "Correct the number that is wrong.",
          .key = "0123456789abcdef"};
}

std::string without_spaces(std::string line) {
  std::erase(line, ' ');
  return line;
}

TEST(FindingsText, ShowsBothPassagesWithTheWordsInBrackets) {
  const align::AlignedTexts texts = one_pair("Có 12 con tàu.", "There were 13 ships.");
  const std::vector<Finding> findings{finding_of(texts, span_in(texts.source, "12"), span_in(texts.target, "13"))};

  EXPECT_EQ(findings_text({.texts = texts, .findings = findings}),
            "error number-conflict  [0]:[0]\n"
            "  12 in the source, 13 in the target\n"
            "  source  Có [12] con tàu.\n"
            "  target  There were [13] ships.\n"
            "  remedy  Correct the number that is wrong.\n"
            "\n");
}

TEST(FindingsText, WhatIsAboutAWholeTextHasNoPlace) {
  const align::AlignedTexts texts = one_pair("Có 12 con tàu.", "There were 13 ships.");
  Finding finding = finding_of(texts, {}, {});
  finding.bead.reset();

  EXPECT_THAT(findings_text({.texts = texts, .findings = std::vector<Finding>{finding}}),
              testing::StartsWith("error number-conflict\n"));
}

TEST(FindingsText, OfAProjectsAlignmentSaysWhichItIs) {
  const align::AlignedTexts texts = one_pair("Có 12 con tàu.", "There were 13 ships.");
  const std::vector<Finding> findings{finding_of(texts, span_in(texts.source, "12"), {})};

  EXPECT_THAT(findings_text({.alignment = 4, .texts = texts, .findings = findings}),
              testing::StartsWith("alignment 4: " + texts.source.document.name() + ", " + texts.target.document.name() +
                                  "\n\nerror "));
  EXPECT_EQ(findings_text({.alignment = 4, .texts = texts, .findings = {}}), "");
}

TEST(FindingsText, IsAsWideAsTheTerminalAndSendsItNothingButText) {
  std::mt19937 random(3);
  for (int round = 0; round < 100; ++round) {
    const std::string source = "a" + random_text(random, 60) + "b" + random_text(random, 90);
    const align::AlignedTexts texts = one_pair(source, "c" + random_text(random, 200));
    if (texts.source.segmentation.segments.empty() || texts.target.segmentation.segments.empty()) continue;
    Finding finding = finding_of(texts, span_in(texts.source, "b"), texts.target.segmentation.segments[0].span);
    finding.reason = random_text(random, 200);

    std::istringstream lines(findings_text({.texts = texts, .findings = std::vector<Finding>{finding}}, {.width = 70}));

    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(column_count(line), 70U) << line;
      EXPECT_EQ(without_spaces(line), without_spaces(plain_text(line)));
    }
  }
}

TEST(FindingsSummary, SaysWhatIsNotShown) {
  EXPECT_EQ(findings_summary({}, {}), "0 errors, 0 warnings\n");
  const std::vector<Finding> findings{{.severity = Severity::error}, {.severity = Severity::info}};
  EXPECT_EQ(findings_summary(findings, {.by_choice = 3, .judged = 1}),
            "1 error, 0 warnings, 1 for information; 3 not shown; 1 judged before\n");
}

TEST(FindingsTsv, HasAsManyFieldsAsItsHeader) {
  const align::AlignedTexts texts = one_pair("Có\t12 con tàu.", "There were 13 ships.");
  Finding finding = finding_of(texts, span_in(texts.source, "Có\t12"), {});
  finding.reason = "two\nlines";
  const std::string header = findings_tsv_header();

  const std::string tsv = findings_tsv({.alignment = 4, .texts = texts, .findings = std::vector<Finding>{finding}});

  EXPECT_EQ(std::count(tsv.begin(), tsv.end(), '\t'), std::count(header.begin(), header.end(), '\t'));
  EXPECT_EQ(
      tsv, "error\tnumber-conflict\t4\t0\t\tCó 12\t\ttwo lines\tCorrect the number that is wrong.\t0123456789abcdef\n");
}

TEST(FindingsJson, SaysNullWhereASideHasNothing) {
  const align::AlignedTexts texts = one_pair("Có 12 con tàu.", "There were 13 ships.");
  const std::vector<Finding> findings{finding_of(texts, span_in(texts.source, "12"), {})};
  const std::vector<std::string> parts{findings_json_part({.texts = texts, .findings = findings})};

  const auto json = nlohmann::json::parse(findings_json(parts, findings, {.judged = 2}, "1.2.3"));

  EXPECT_EQ(json.at("judged"), 2);
  const auto& alignment = json.at("alignments").at(0);
  EXPECT_TRUE(alignment.at("alignment").is_null());
  EXPECT_EQ(alignment.at("findings").at(0).at("source").at("words"), "12");
  EXPECT_TRUE(alignment.at("findings").at(0).at("target").is_null());
}

}  // namespace
}  // namespace aligner::report

// Every line of cases/*.txt is a text with its segments marked: "A. | B." A linguist can add lines without a compiler.

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "aligner/segment/segment_document.h"

#include "tests/support/case_file.h"

namespace aligner::segment {
namespace {

using tungse_tests::Case;

constexpr std::string_view mark = " | ";

std::string replace_all(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
  return text;
}

// The text without its marks. " | " stands for a space, "|" for none; Chinese has no spaces between sentences.
std::string unmarked(const std::string& text, const std::string& locale) {
  return replace_all(replace_all(text, mark, locale == "zh" ? "" : " "), "|", "");
}

// One way to mark: white space between segments is not compared.
std::string normalised(const std::string& text) {
  const std::string bare = replace_all(replace_all(text, "\xE3\x80\x80 | ", "|"), mark, "|");
  return replace_all(bare, "|", mark);
}

std::string marked(const text::Document& document) {
  std::string text;
  for (const Segment& segment : segment_document(document).segments) {
    if (!text.empty()) text += mark;
    text += document.slice(segment.span);
  }
  return text;
}

class SegmentationCases : public testing::TestWithParam<std::string> {};

TEST_P(SegmentationCases, AreCutWhereTheMarksStand) {
  for (const Case& c : tungse_tests::read_cases(std::string(TUNGSE_CASES) + "/" + GetParam())) {
    const std::string locale = c.settings.at("locale");
    const auto document = text::Document::from_utf8(unmarked(c.text, locale), text::LanguageTag::parse(locale), c.file);

    EXPECT_EQ(marked(document), normalised(c.text)) << c.where();
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, SegmentationCases,
                         testing::ValuesIn(tungse_tests::list_files(TUNGSE_CASES, ".txt")),
                         [](const auto& test) { return tungse_tests::test_name(test.param); });

TEST(SegmentationCaseFiles, HoldEnoughCasesForEveryLanguage) {
  for (const std::string language : {"en", "vi", "ru", "zh", "mnc"}) {
    EXPECT_GE(tungse_tests::read_cases(std::string(TUNGSE_CASES) + "/" + language + ".txt").size(), 40u) << language;
  }
}

}  // namespace
}  // namespace aligner::segment

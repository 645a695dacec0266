// Small aligned texts and what must be found in them: cases/*.tsv.

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aligner/check/check_texts.h"
#include "aligner/terms/term_list.h"

#include "tests/check/aligned_lines.h"
#include "tests/support/case_file.h"

namespace aligner::check {
namespace {

using text::LanguageTag;
using tungse_tests::Case;

// "error number-conflict 12 | 13"; a side without words is "-".
std::string notation_of(const Finding& one) {
  const auto words = [](const std::string& side) { return side.empty() ? std::string("-") : side; };
  return to_string(one.severity) + " " + to_string(one.kind) + " " + words(one.source_words) + " | " +
         words(one.target_words);
}

std::string joined(const std::multiset<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

// Each case is a pair of texts of its own: languages, source, target, and the findings in the fields behind.
class CheckCases : public testing::TestWithParam<std::string> {};

TEST_P(CheckCases, HaveTheFindingsTheySayAndNoOthers) {
  std::string list = "concept\ttype\tlanguage\twording\tstatus\tnote\n";
  for (const Case& one : tungse_tests::read_cases(std::string(TUNGSE_CASES) + "/" + GetParam())) {
    if (one.text.starts_with("+ ")) {
      list += one.text.substr(2) + "\n";
      continue;
    }
    ASSERT_GE(one.fields.size(), 3U) << one.where();
    const std::string languages = one.fields[0];
    const std::size_t dash = languages.find('-');
    const align::AlignedTexts texts = check_tests::aligned_lines(
        LanguageTag::parse(languages.substr(0, dash)), LanguageTag::parse(languages.substr(dash + 1)),
        check_tests::lines_of(one.fields[1]), check_tests::lines_of(one.fields[2]));

    std::multiset<std::string> found;
    for (const Finding& finding : check_texts(texts, terms::parse_terms(list, GetParam()))) {
      found.insert(notation_of(finding));
    }

    const std::multiset<std::string> expected(one.fields.begin() + 3, one.fields.end());
    EXPECT_EQ(joined(found), joined(expected)) << one.where();
  }
}

INSTANTIATE_TEST_SUITE_P(Files, CheckCases, testing::ValuesIn(tungse_tests::list_files(TUNGSE_CASES, ".tsv")),
                         [](const auto& file) { return tungse_tests::test_name(file.param); });

}  // namespace
}  // namespace aligner::check

// Small aligned texts with a term list and what must be found about its use: cases/*.usage.tsv.

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aligner/glossary/term_usage.h"
#include "aligner/terms/term_list.h"

#include "tests/glossary/aligned_lines.h"
#include "tests/support/case_file.h"

namespace aligner::glossary {
namespace {

using text::LanguageTag;
using tungse_tests::Case;

std::string line_of(const UsageFinding& one) {
  return to_string(one.kind) + "\t" + one.concept_id + "\t" + one.wording + "\t" +
         (one.bead ? std::to_string(*one.bead) : "-");
}

std::string joined(const std::multiset<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

class UsageCases : public testing::TestWithParam<std::string> {};

TEST_P(UsageCases, HaveTheFindingsTheySayAndNoOthers) {
  std::string list = "concept\ttype\tlanguage\twording\tstatus\n";
  std::vector<glossary_tests::LinePair> pairs;
  std::multiset<std::string> expected;
  std::vector<Case> counts;
  std::map<std::string, std::string> settings;
  for (const Case& one : tungse_tests::read_cases(std::string(TUNGSE_CASES) + "/" + GetParam())) {
    settings = one.settings;
    if (one.text.starts_with("+ ")) {
      list += one.text.substr(2) + "\n";
    } else if (one.text.starts_with("= ")) {
      expected.insert(one.text.substr(2));
    } else if (one.text.starts_with("~ ")) {
      counts.push_back(one);
    } else {
      pairs.push_back({one.fields.at(0), one.fields.at(1)});
    }
  }
  terms::TermList terms = terms::parse_terms(list, GetParam());
  if (settings.contains("relation")) {
    terms.merge(terms::parse_terms("concept\trelation\tother\n" + settings["relation"] + "\n", GetParam()));
  }
  const std::string languages = settings.at("languages");
  UsageFinder finder(terms);
  finder.add(1, glossary_tests::aligned_lines(LanguageTag::parse(languages.substr(0, languages.find(' '))),
                                              LanguageTag::parse(languages.substr(languages.find(' ') + 1)), pairs));

  const TermUsage usage = finder.finish();

  std::multiset<std::string> found;
  for (const UsageFinding& one : usage.findings) found.insert(line_of(one));
  EXPECT_EQ(joined(found), joined(expected)) << GetParam();
  for (const Case& one : counts) {  // "~ concept  language  wording  count"
    std::size_t count = 0;
    for (const ConceptUse& use : usage.concepts) {
      if (use.concept_id != one.fields.at(0).substr(2)) continue;
      for (const TextUse& text : use.texts) {
        for (const WordingUse& wording : text.wordings) {
          if (text.language.str() == one.fields.at(1) && wording.wording == one.fields.at(2)) count = wording.count;
        }
      }
    }
    EXPECT_EQ(std::to_string(count), one.fields.at(3)) << one.where();
  }
}

INSTANTIATE_TEST_SUITE_P(Files, UsageCases, testing::ValuesIn(tungse_tests::list_files(TUNGSE_CASES, ".usage.tsv")),
                         [](const auto& file) { return tungse_tests::test_name(file.param); });

}  // namespace
}  // namespace aligner::glossary

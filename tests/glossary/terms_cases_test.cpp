// Small aligned texts and the terms that must, and must not, come out of them: cases/*.terms.tsv.

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aligner/glossary/propose_terms.h"
#include "aligner/terms/term_list.h"
#include "aligner/text/folded_text.h"

#include "tests/glossary/aligned_lines.h"
#include "tests/support/case_file.h"

namespace aligner::glossary {
namespace {

using glossary_tests::LinePair;
using text::LanguageTag;
using tungse_tests::Case;

bool has_wording(const std::vector<Variant>& variants, const std::string& wording) {
  return std::any_of(variants.begin(), variants.end(),
                     [&wording](const Variant& one) { return text::fold(one.wording) == text::fold(wording); });
}

// The first proposal with these wordings among its variants, in the order of scores.
const Proposal* find(const std::vector<Proposal>& proposals, const std::string& source, const std::string& target) {
  const auto found = std::find_if(proposals.begin(), proposals.end(), [&](const Proposal& one) {
    return has_wording(one.source, source) && has_wording(one.target, target);
  });
  return found == proposals.end() ? nullptr : &*found;
}

std::string all_of(const std::vector<Proposal>& proposals) {
  std::string text = "proposed:";
  for (const Proposal& one : proposals) {
    text += "\n  ";
    for (const Variant& variant : one.source) text += variant.wording + " | ";
    text += "= ";
    for (const Variant& variant : one.target) text += variant.wording + " | ";
    text += std::to_string(one.score) + " " + one.concept_id;
  }
  return text;
}

class TermCases : public testing::TestWithParam<std::string> {};

TEST_P(TermCases, GiveTheTermsTheySay) {
  std::vector<LinePair> pairs;
  std::vector<Case> expectations;
  std::map<std::string, std::string> settings;
  for (const Case& one : tungse_tests::read_cases(std::string(TUNGSE_CASES) + "/" + GetParam())) {
    settings = one.settings;
    const bool is_expectation = one.text.starts_with("= ") || one.text.starts_with("! ");
    if (is_expectation) {
      expectations.push_back(one);
    } else {
      pairs.push_back({one.fields.at(0), one.fields.at(1)});
    }
  }
  const std::string languages = settings.at("languages");
  const terms::TermList no_terms;
  TermProposer proposer(settings["terms"] == "bundled" ? terms::bundled_terms() : no_terms,
                        {.seed_words = settings["lexicon"] == "bundled" ? SeedWords::use : SeedWords::leave});
  proposer.add(1, glossary_tests::aligned_lines(LanguageTag::parse(languages.substr(0, languages.find(' '))),
                                                LanguageTag::parse(languages.substr(languages.find(' ') + 1)), pairs));

  const std::vector<Proposal> proposals = proposer.propose();

  for (const Case& one : expectations) {
    const Proposal* found = find(proposals, one.fields.at(0).substr(2), one.fields.at(1));
    EXPECT_EQ(found != nullptr, one.text.starts_with("= ")) << one.where() << "\n" << all_of(proposals);
    const bool names_concept = found != nullptr && one.fields.size() > 2;
    EXPECT_EQ(names_concept ? found->concept_id : "", names_concept ? one.fields[2] : "") << one.where();
  }
}

INSTANTIATE_TEST_SUITE_P(Files, TermCases, testing::ValuesIn(tungse_tests::list_files(TUNGSE_CASES, ".terms.tsv")),
                         [](const auto& file) { return tungse_tests::test_name(file.param); });

}  // namespace
}  // namespace aligner::glossary

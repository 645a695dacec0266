#include "aligner/glossary/term_forms.h"

#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "aligner/glossary/aligned_corpus.h"
#include "aligner/text/folded_text.h"

#include "tests/support/case_file.h"

namespace aligner::glossary {
namespace {

// Adds one mention of a wording, as a text that writes it so would.
void add(TermForms& forms, CorpusSide& side, const std::string& wording, bool begins_segment = false) {
  std::vector<TermToken> tokens;
  std::istringstream words(wording);
  std::uint32_t at = 0;
  for (std::string word; words >> word; at += 100) {
    tokens.push_back({.word = side.vocabulary.words.add(text::fold(word)),
                      .form = side.forms.number_of(word),
                      .begin = at,
                      .end = at + 1,
                      .begins_segment = begins_segment && tokens.empty()});
  }
  forms.add(side, tokens);
}

std::string shown(const std::vector<Variant>& variants) {
  std::string text;
  for (const Variant& one : variants)
    text += (text.empty() ? "" : " | ") + one.wording + " " + std::to_string(one.count);
  return text;
}

// cases/shown_forms.tsv: language, forms with how often they are met ("договора 14, договор 12"), what is shown.
TEST(TermForms, AreShownAsTheCasesSay) {
  for (const tungse_tests::Case& one : tungse_tests::read_cases(std::string(TUNGSE_CASES) + "/shown_forms.tsv")) {
    CorpusSide side(text::LanguageTag::parse(one.fields.at(0)));
    TermForms forms;
    std::istringstream met(one.fields.at(1));
    for (std::string form; std::getline(met, form, ',');) {
      const std::size_t space = form.rfind(' ');
      for (int i = std::stoi(form.substr(space)); i > 0; --i) add(forms, side, form.substr(0, space));
    }

    EXPECT_EQ(shown(forms.variants(side)), one.fields.at(2)) << one.where();
  }
}

TEST(TermForms, AreWrittenAsInsideSentences) {
  CorpusSide side(text::LanguageTag::parse("en"));
  TermForms forms;
  for (int i = 0; i < 5; ++i) add(forms, side, "Source package", true);
  add(forms, side, "source package");

  EXPECT_EQ(shown(forms.variants(side)), "source package 6");
}

TEST(TermForms, KeepTheirCapitalsWhereNamesHaveThem) {
  CorpusSide side(text::LanguageTag::parse("en"));
  TermForms forms;
  for (int i = 0; i < 5; ++i) add(forms, side, "Aigun", i % 2 == 0);

  EXPECT_EQ(shown(forms.variants(side)), "Aigun 5");
}

TEST(TermForms, AreNoneWhereNothingWasAdded) {
  CorpusSide side(text::LanguageTag::parse("en"));
  TermForms forms;
  forms.add(side, {});

  EXPECT_TRUE(forms.variants(side).empty());
}

}  // namespace
}  // namespace aligner::glossary

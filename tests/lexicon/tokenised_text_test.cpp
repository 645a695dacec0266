// cases/tokens.tsv and cases/stems.tsv: a linguist can add lines without a compiler.

#include "aligner/lexicon/tokenised_text.h"

#include <string>

#include <gtest/gtest.h>

#include "aligner/segment/segment_document.h"
#include "aligner/text/document.h"

#include "tests/support/case_file.h"

namespace aligner::lexicon {
namespace {

using tungse_tests::Case;
using tungse_tests::read_cases;

std::string cases_path(const std::string& name) { return std::string(TUNGSE_CASES) + "/" + name; }

text::Document document_of(const std::string& utf8, const std::string& language) {
  return text::Document::from_utf8(utf8, text::LanguageTag::parse(language), "test");
}

std::string class_letter(TokenClass kind) {
  switch (kind) {
    case TokenClass::word:
      return "w";
    case TokenClass::number:
      return "n";
    case TokenClass::punctuation:
      return "p";
    case TokenClass::anchor:
      return "a";
  }
  return "?";
}

TEST(Tokenise, AtWhiteSpaceTakesWhatSomebodyElseCut) {
  const text::Document document = document_of("The  Sino-Russian\ttreaty , 1858. (\n", "en");
  LanguageSide side;

  const TokenisedText text = tokenise_at_white_space(document, segment::segment_lines(document), side);

  std::string shown;
  for (const Token& token : text.segments.at(0).tokens) {
    shown += side.words.name(token.word) + "/" + class_letter(token.kind) + " ";
  }
  EXPECT_EQ(shown, "the/w sino-russian/w treaty/w ,/p 1858./n (/p ");
}

TEST(Tokenise, WithoutStemsTheStemOfAWordIsTheWord) {
  const text::Document document = document_of("The governors signed.\n", "en");
  LanguageSide side;
  side.has_stems = false;

  const TokenisedText text = tokenise(document, segment::segment_lines(document), side);

  for (const Token& token : text.segments.at(0).tokens) {
    EXPECT_EQ(side.stems.name(token.stem), side.words.name(token.word));
  }
  EXPECT_TRUE(side.stems.find("governors").has_value());
}

TEST(Tokenise, TokensStemsAndLengthsAreThoseOfTheCases) {
  for (const Case& c : read_cases(cases_path("tokens.tsv"))) {
    const text::Document document = document_of(c.fields.at(0), c.settings.at("language"));
    LanguageSide side;

    const TokenisedText text = tokenise(document, segment::segment_lines(document), side);

    ASSERT_EQ(text.segments.size(), 1u) << c.where();
    std::string words;
    std::string stems;
    for (const Token& token : text.segments[0].tokens) {
      const std::string gap = words.empty() ? "" : " ";
      words += gap + side.words.name(token.word) + "/" + class_letter(token.kind);
      stems += gap + side.stems.name(token.stem);
    }
    EXPECT_EQ(words, c.fields.at(1)) << c.where();
    EXPECT_EQ(stems, c.fields.at(2)) << c.where();
    EXPECT_EQ(text.segments[0].length, std::stod(c.fields.at(3))) << c.where();
  }
}

TEST(Tokenise, StemsAreThoseOfTheCases) {
  for (const Case& c : read_cases(cases_path("stems.tsv"))) {
    EXPECT_EQ(stem_of(c.fields.at(0)), c.fields.at(1)) << c.where();
  }
}

TEST(Tokenise, AnEmptyWordHasAnEmptyStem) { EXPECT_EQ(stem_of(""), ""); }

TEST(Tokenise, SpansLeadBackToTheDocument) {
  const text::Document document = document_of("Ngày xưa.\nHai ngày.\n", "vi");
  LanguageSide side;

  const TokenisedText text = tokenise(document, segment::segment_lines(document), side);

  ASSERT_EQ(text.segments.size(), 2u);
  EXPECT_EQ(document.slice(text.segments[0].tokens[0].span), "Ngày");
  EXPECT_EQ(document.slice(text.segments[1].tokens[1].span), "ngày");
}

TEST(Tokenise, CaseIsFoldedSoThatBothSpellingsAreOneWord) {
  const text::Document document = document_of("Ngày NGÀY ngày", "vi");
  LanguageSide side;

  const TokenisedText text = tokenise(document, segment::segment_lines(document), side);

  EXPECT_EQ(side.words.size(), 1u);
  EXPECT_EQ(side.words.count(text.segments[0].tokens[0].word), 3u);
}

TEST(Tokenise, DocumentsOfOneSideShareTheirNumbers) {
  const text::Document first = document_of("treaty", "en");
  const text::Document second = document_of("the treaty", "en");
  LanguageSide side;

  const TokenisedText one = tokenise(first, segment::segment_lines(first), side);
  const TokenisedText two = tokenise(second, segment::segment_lines(second), side);

  EXPECT_EQ(one.segments[0].tokens[0].word, two.segments[0].tokens[1].word);
  EXPECT_EQ(side.words.total(), 3u);
}

TEST(Tokenise, AnEmptyLineIsAnEmptySegment) {
  const text::Document document = document_of("a\n\nb\n", "en");
  LanguageSide side;

  const TokenisedText text = tokenise(document, segment::segment_lines(document), side);

  ASSERT_EQ(text.segments.size(), 3u);
  EXPECT_TRUE(text.segments[1].tokens.empty());
  EXPECT_EQ(text.segments[1].length, 0.0);
}

TEST(AnchorToken, HasANameThatNoWordCanHave) {
  LanguageSide side;
  const TokenId word = side.words.add("amur");
  side.stems.add("amur");

  const Token token = add_anchor_token("amur", {3, 7}, side);

  EXPECT_NE(token.word, word);
  EXPECT_EQ(side.words.name(token.word),
            "\x01"
            "amur");
  EXPECT_EQ(side.stems.name(token.stem), side.words.name(token.word));
  EXPECT_EQ(token.kind, TokenClass::anchor);
  EXPECT_EQ(token.span, (text::Span{3, 7}));
}

TEST(AnchorToken, OfOneKeyIsOneTokenThatIsCounted) {
  LanguageSide side;

  const Token first = add_anchor_token("number 5", {0, 1}, side);
  const Token second = add_anchor_token("number 5", {9, 10}, side);

  EXPECT_EQ(first.word, second.word);
  EXPECT_EQ(side.words.count(first.word), 2u);
}

}  // namespace
}  // namespace aligner::lexicon

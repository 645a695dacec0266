// cases/word_links.tsv: a linguist can add lines without a compiler.

#include "aligner/pipeline/align_words_of_texts.h"

#include <set>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/error.h"

#include "tests/support/case_file.h"
#include "tests/support/temporary_directory.h"

namespace aligner::pipeline {
namespace {

using testing::HasSubstr;
using tungse_tests::Case;
using tungse_tests::read_cases;

class AlignWordsOfTexts : public testing::Test {
 protected:
  PairInput pair(const std::string& source, const std::string& target, const std::string& source_language = "vi",
                 const std::string& target_language = "en") const {
    const auto side = [&](const std::string& name, const std::string& bytes, const std::string& language) {
      return SideInput{folder_.write(name, bytes), text::LanguageTag::parse(language), {}, {}};
    };
    return {side("source.txt", source, source_language), side("target.txt", target, target_language)};
  }

  tungse_tests::TemporaryDirectory folder_;
};

std::set<std::string> links_in_words(const WordTexts& texts) {
  std::set<std::string> found;
  for (std::size_t line = 0; line < texts.links.size(); ++line) {
    for (const lexicon::WordLink& link : texts.links[line]) {
      const auto word = [&](const align::AlignedSide& side, const lexicon::TokenisedText& words, std::uint32_t at) {
        return std::string(side.document.slice(words.segments[line].tokens[at].span));
      };
      found.insert(word(texts.source, texts.source_words, link.source) + "=" +
                   word(texts.target, texts.target_words, link.target));
    }
  }
  return found;
}

std::string list(const std::set<std::string>& links) {
  std::string all;
  for (const std::string& link : links) all += link + " ";
  return all;
}

TEST_F(AlignWordsOfTexts, LinksTheWordsOfEveryCase) {
  for (const Case& one : read_cases(std::string(TUNGSE_CASES) + "/word_links.tsv")) {
    ASSERT_EQ(one.fields.size(), 4U) << one.where();
    const PairInput input =
        pair(one.fields[1] + "\n", one.fields[2] + "\n", one.fields[0].substr(0, 2), one.fields[0].substr(3));

    const std::set<std::string> found = links_in_words(align_words_of_texts(input, {}));

    std::istringstream wanted(one.fields[3]);
    for (std::string link; wanted >> link;) {
      const bool is_wanted = link[0] != '!';
      EXPECT_EQ(found.contains(is_wanted ? link : link.substr(1)), is_wanted)
          << one.where() << ": " << link << " in " << list(found);
    }
  }
}

TEST_F(AlignWordsOfTexts, TakesTheWordsOfOthersAsTheyAre) {
  const WordTexts texts =
      align_words_of_texts(pair("hiệp_ước 1858 .\n", "treaty 1858 .\n"), {.cut = WordCut::white_space});

  EXPECT_EQ(texts.source_words.segments[0].tokens.size(), 3U);
  EXPECT_TRUE(links_in_words(texts).contains("1858=1858"));
}

TEST_F(AlignWordsOfTexts, KeepsEmptyLinesInTheirPlaces) {
  const WordTexts texts = align_words_of_texts(pair("Nga\n\nvà\n", "Russia\n\nand\n"), {});

  ASSERT_EQ(texts.links.size(), 3U);
  EXPECT_EQ(texts.links[1].size(), 0U);
  EXPECT_EQ(texts.links[2].size(), 1U);
}

TEST_F(AlignWordsOfTexts, RefusesTextsOfUnequalLengthsAndSaysBoth) {
  try {
    align_words_of_texts(pair("a\nb\nc\n", "d\n"), {});
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("source.txt has 3 lines"));
    EXPECT_THAT(error.what(), HasSubstr("target.txt has 1:"));
  }
}

TEST_F(AlignWordsOfTexts, WithoutKnowledgeTheSameTextSaysLess) {
  const PairInput input = pair("sông lớn\n", "large river\n");
  WordSettings without;
  without.seed_lexicon = SeedLexicon::leave;
  without.bundled_terms = BundledTerms::leave;

  EXPECT_TRUE(links_in_words(align_words_of_texts(input, {})).contains("lớn=large"));
  EXPECT_FALSE(links_in_words(align_words_of_texts(input, without)).contains("lớn=large"));
}

TEST_F(AlignWordsOfTexts, ADictionaryOfTheUserIsBelieved) {
  WordSettings settings;
  settings.dictionaries = {folder_.write("mine.tsv", "foo\tbar\nqux\tquux\n")};

  const auto found = links_in_words(align_words_of_texts(pair("qux foo\n", "bar quux\n", "de", "fr"), settings));

  EXPECT_THAT(found, testing::ElementsAre("foo=bar", "qux=quux"));
}

}  // namespace
}  // namespace aligner::pipeline

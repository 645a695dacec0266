#include "aligner/report/words_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "aligner/segment/segment_document.h"

namespace aligner::report {
namespace {

using nlohmann::json;

struct Side {
  align::AlignedSide side;
  lexicon::LanguageSide vocabulary;
  lexicon::TokenisedText words;

  Side(const char* language, const char* utf8, const char* name) {
    side.document = text::Document::from_utf8(utf8, text::LanguageTag::parse(language), name);
    side.segmentation = segment::segment_lines(side.document);
    words = lexicon::tokenise(side.document, side.segmentation, vocabulary);
  }
};

TEST(WordsJson, NamesWordsByTheirPlacesAndLinksByPosition) {
  const Side source("vi", "Sông Nga\n\n", "vi.txt");
  const Side target("en", "A river\nin Russia\n", "en.txt");
  const std::vector<std::vector<lexicon::WordLink>> links = {{{0, 1, 0.87654321F}}, {}};

  const json all = json::parse(words_json({source.side, source.words}, {target.side, target.words}, links, "1.2.3"));

  EXPECT_EQ(all.at("tungse"), "1.2.3");
  EXPECT_EQ(all.at("source"), json({{"file", "vi.txt"}, {"language", "vi"}}));
  ASSERT_EQ(all.at("pairs").size(), 2U);
  const json& first = all.at("pairs").at(0);
  EXPECT_EQ(first.at("source").at(0), json({{"text", "Sông"}, {"begin", 0}, {"end", 5}}));
  EXPECT_EQ(first.at("target").at(1), json({{"text", "river"}, {"begin", 2}, {"end", 7}}));
  EXPECT_EQ(first.at("links"), json::parse(R"([{"source": 0, "target": 1, "probability": 0.8765}])"));
  EXPECT_EQ(all.at("pairs").at(1).at("source"), json::array());
}

TEST(WordsJson, IsSafeToPrint) {
  const Side source("en", "evil\u202Etxt\n", "a\u202E.txt");

  const std::string all = words_json({source.side, source.words}, {source.side, source.words}, {{{}}}, "1");

  EXPECT_EQ(all.find("\u202E"), std::string::npos);
  EXPECT_FALSE(json::parse(all).empty());
}

}  // namespace
}  // namespace aligner::report

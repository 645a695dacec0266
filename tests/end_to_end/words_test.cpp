// tungse words: links between the words of texts that are aligned line by line.

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::MatchesRegex;

class WordsCommand : public CommandTest {
 protected:
  std::vector<std::string> words(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> all{"words",
                                 write("vi.seg", "Nga và Trung Quốc\n\nNăm 1858.\n"),
                                 write("en.seg", "Russia and China\n\nIn 1858.\n"),
                                 "--source-lang",
                                 "vi",
                                 "--target-lang",
                                 "en",
                                 "--quiet"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
};

TEST_F(WordsCommand, PrintsALineOfLinksForEachPairOfLines) {
  const ProgramResult result = tungse(words());

  expect_fine(result);
  EXPECT_EQ(result.out, "0-0 1-1 2-2 3-2\n\n1-1 2-2\n");
  EXPECT_EQ(result.err, "");
}

TEST_F(WordsCommand, AsJsonHasWordsWithTheirPlacesAndProbabilities) {
  const ProgramResult result = tungse(words({"--format", "json"}));

  expect_fine(result);
  const json all = json::parse(result.out);
  EXPECT_EQ(all.at("source").at("language"), "vi");
  ASSERT_EQ(all.at("pairs").size(), 3U);
  const json& first = all.at("pairs").at(0);
  EXPECT_EQ(first.at("source").at(0), json({{"text", "Nga"}, {"begin", 0}, {"end", 3}}));
  EXPECT_GT(first.at("links").at(0).at("probability"), 0.5);
  EXPECT_EQ(tungse(words({"--json"})).out, result.out);
}

TEST_F(WordsCommand, TakesTokenizedTextAsItIs) {
  const std::string source = write("a", "1858 . (x,y)\n");
  const std::string target = write("b", "(x,y) 1858 .\n");

  const ProgramResult result =
      tungse({"words", source, target, "--tokenized", "--source-lang", "fr", "--target-lang", "en", "--quiet"});

  expect_fine(result);
  EXPECT_EQ(result.out, "0-1 1-2 2-0\n");
}

TEST_F(WordsCommand, GivesTheSameBytesWithAnyNumberOfThreads) {
  const std::string en = tungse_tests::read_bytes(corpus("aigun/en.txt"));
  const std::string text = write("text", en);
  const auto run = [&](const char* threads) {
    return tungse({"words", text, text, "--json", "--threads", threads, "--quiet"});
  };

  const ProgramResult one = run("1");
  const ProgramResult two = run("2");

  expect_fine(one);
  EXPECT_EQ(one.out, two.out);
}

TEST_F(WordsCommand, ReadsStandardInputAndWritesAFile) {
  const std::string target = write("en.seg", "Russia\n");
  const std::string output = in_folder("links");

  const ProgramResult result = tungse(
      {"words", "-", target, "--source-lang", "vi", "--target-lang", "en", "--output", output, "--quiet"}, "Nga\n");

  expect_fine(result);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(tungse_tests::read_bytes(output), "0-0\n");
}

TEST_F(WordsCommand, RefusesTextsOfUnequalLengthsAndSaysBoth) {
  const std::string source = write("vi.seg", "một\nhai\nba\n");
  const std::string target = write("en.seg", "one\ntwo\n");

  expect_refused(tungse({"words", source, target, "--source-lang", "vi", "--target-lang", "en"}),
                 {"vi.seg has 3 lines", "en.seg has 2", "align the texts first"});
}

TEST_F(WordsCommand, RefusesBadInputWithItsNameAndARemedy) {
  const std::string good = write("good", "one\n");

  expect_refused(tungse({"words", in_folder("missing"), good}), {"missing", "check the path"});
  expect_refused(tungse({"words", write("empty", ""), good}), {"empty"});
  expect_refused(tungse({"words", write("binary", std::string("\0\1\2\xFF", 4)), good}), {"binary"});
  expect_refused(tungse({"words", folder_.path().string(), good}), {"directory"});
  expect_refused(tungse({"words", good, good, "--lexicon", good}), {"good"});
}

TEST_F(WordsCommand, RefusesWrongWords) {
  expect_refused(tungse({"words", "-", "-"}), {"standard input"}, 2);
  expect_refused(tungse({"words", "only-one"}), {"target"}, 2);
  expect_refused(tungse(words({"--format", "giza"})), {"giza"}, 2);
  expect_refused(tungse(words({"--terms", in_folder("terms"), "--no-such-option"})), {"--no-such-option"}, 2);
  const std::string text = write("text", "one\n");
  expect_refused(tungse({"words", text, text, "--source-lang", "not a language"}), {"BCP 47"}, 2);
  expect_refused(tungse(words({"--min-probability", "2"})), {"--min-probability"}, 2);
}

TEST_F(WordsCommand, ErrorsAreJsonWhereJsonWasAskedFor) {
  const ProgramResult result = tungse({"words", in_folder("missing"), in_folder("missing"), "--json"});

  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(json::parse(result.err).at("error").at("message"), HasSubstr("missing"));
}

TEST_F(WordsCommand, NeverBreaksOnLongOrOddLines) {
  std::string longest;
  for (int k = 0; k < 3000; ++k) longest += "từ ";
  const std::string odd = longest + "\n\u200B\u202E\n😀 😀\n\t\n.\n";
  const std::string source = write("a", odd);

  const ProgramResult result =
      tungse({"words", source, source, "--source-lang", "vi", "--target-lang", "en", "--quiet", "--json"});

  expect_fine(result);
  EXPECT_EQ(json::parse(result.out).at("pairs").size(), 5U);
}

}  // namespace
}  // namespace end_to_end

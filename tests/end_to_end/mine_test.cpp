// Mining two folders, as a user does.

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::AllOf;
using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class Mine : public CommandTest {
 protected:
  // The bundled accounts, and two texts about nothing in particular.
  void SetUp() override {
    for (const char* name : {"vi", "en"}) fs::create_directories(in_folder(name));
    fs::copy_file(corpus("aigun/vi.txt"), in_folder("vi/one.txt"));
    fs::copy_file(corpus("aigun/en.txt"), in_folder("en/three.txt"));
    write("vi/two.txt", "Mùa đông năm ấy rất lạnh.\nNông dân cất lúa vào kho.\nTrẻ con trượt băng trên ao làng.\n");
    write("en/four.txt", "Bakers sold their bread before sunrise.\nFish was dear.\nA fair was held on the green.\n");
  }
  std::vector<std::string> words(const std::vector<std::string>& more) const {
    std::vector<std::string> words{"mine", "--source-dir", in_folder("vi"), "--target-dir", in_folder("en")};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
  ProgramResult mine(const std::vector<std::string>& more = {}) const { return tungse(words(more)); }
  json mine_json(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> all{"--json", "--quiet"};
    all.insert(all.end(), more.begin(), more.end());
    const ProgramResult result = mine(all);
    expect_fine(result);
    return json::parse(result.out);
  }
};

TEST_F(Mine, PairsTheTranslationAndNothingElse) {
  const ProgramResult result = mine();

  expect_fine(result);
  EXPECT_THAT(result.out, AllOf(HasSubstr("1. translation, 99 %"), HasSubstr("one.txt = "), HasSubstr("three.txt, "),
                                HasSubstr("Source: 1 of 2 documents have a counterpart"), Not(HasSubstr("two.txt"))));
  EXPECT_THAT(result.err, HasSubstr("tungse: documents: 2 in vi, 2 in en"));
}

TEST_F(Mine, JsonHasDocumentsPairsReasonsAndSentences) {
  write("en/junk.bin", std::string("\0\1\2\3", 4));

  const json found = mine_json();

  ASSERT_EQ(found.at("pairs").size(), 1U);
  const json& pair = found.at("pairs").at(0);
  EXPECT_EQ(pair.at("relation"), "translation");
  EXPECT_GT(pair.at("confidence"), 0.9);
  EXPECT_GT(pair.at("score"), 0);
  EXPECT_FALSE(pair.at("evidence").empty());
  EXPECT_FALSE(pair.at("evidence").at(0).at("source_text").get<std::string>().empty());
  EXPECT_FALSE(pair.at("beads").at(0).at("target_text").get<std::string>().empty());
  EXPECT_FALSE(pair.at("beads").at(0).at("evidence").empty());
  EXPECT_EQ(found.at("source").size(), 2U);
  EXPECT_EQ(found.at("source").at(0).at("has_counterpart"), true);
  ASSERT_EQ(found.at("left_out").size(), 1U);
  EXPECT_THAT(found.at("left_out").at(0).at("path"), HasSubstr("junk.bin"));
}

TEST_F(Mine, TsvHasALineForEverySentencePair) {
  const ProgramResult result = mine({"--format", "tsv", "--quiet"});

  expect_fine(result);
  std::istringstream lines(result.out);
  std::string line;
  std::getline(lines, line);
  EXPECT_THAT(line, StartsWith("relation\tdocument_confidence\tsource_document\ttarget_document\tsource_indexes\t"));
  int count = 0;
  for (; std::getline(lines, line); ++count) {
    EXPECT_EQ(std::count(line.begin(), line.end(), '\t'), 11) << line;
    EXPECT_THAT(line, StartsWith("translation\t"));
  }
  EXPECT_GT(count, 50);
}

TEST_F(Mine, ComparableAccountsAreFoundAndLinked) {
  fs::remove(in_folder("vi/one.txt"));
  fs::copy_file(corpus("three-treaties/vi.txt"), in_folder("vi/treaties.txt"));

  const json found = mine_json();

  ASSERT_FALSE(found.at("pairs").empty());
  const json& pair = found.at("pairs").at(0);
  EXPECT_EQ(pair.at("relation"), "comparable");
  EXPECT_THAT(pair.at("source"), HasSubstr("treaties.txt"));
  EXPECT_THAT(pair.at("target"), HasSubstr("three.txt"));
  EXPECT_GT(pair.at("beads").size(), 10U);
  EXPECT_TRUE(pair.at("beads").at(0).contains("grade"));
}

TEST_F(Mine, TheSameBytesWhateverTheThreads) {
  fs::copy_file(corpus("three-treaties/vi.txt"), in_folder("vi/treaties.txt"));

  EXPECT_EQ(mine({"--json", "--threads", "1"}).out, mine({"--json", "--threads", "4"}).out);
}

TEST_F(Mine, KeepsEachPairInAProjectDatabase) {
  expect_fine(mine({"--db", in_folder("project.db")}));

  const ProgramResult list = tungse({"report", "--db", in_folder("project.db"), "--list", "--json"});
  expect_fine(list);
  EXPECT_EQ(json::parse(list.out).size(), 1U) << list.out;
}

TEST_F(Mine, GivesLessFromAHigherConfidenceOn) {
  fs::remove(in_folder("vi/one.txt"));
  fs::copy_file(corpus("three-treaties/vi.txt"), in_folder("vi/treaties.txt"));

  const json all = mine_json();
  const json sure = mine_json({"--min-confidence", "0.9"});

  ASSERT_FALSE(sure.at("pairs").empty());
  EXPECT_LT(sure.at("pairs").at(0).at("beads").size(), all.at("pairs").at(0).at("beads").size());
  for (const json& bead : sure.at("pairs").at(0).at("beads")) EXPECT_GE(bead.at("confidence"), 0.9);
}

TEST_F(Mine, WritesToAFile) {
  const ProgramResult result = mine({"--output", in_folder("out.txt"), "--quiet"});

  expect_fine(result);
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_THAT(tungse_tests::read_bytes(in_folder("out.txt")), HasSubstr("one.txt"));
}

TEST_F(Mine, TextsAreNotOverwritten) {
  const std::string before = tungse_tests::read_bytes(in_folder("en/four.txt"));

  expect_refused(mine({"--output", in_folder("en/four.txt")}), {"one of the texts", "--output"}, 2);

  EXPECT_EQ(tungse_tests::read_bytes(in_folder("en/four.txt")), before);
}

TEST_F(Mine, TakesTermsLexiconsAndDictionaries) {
  write("terms.tsv", "en\tvi\nfair\thội chợ\n");
  write("dictionary.tsv", "lúa\tgrain\n");

  expect_fine(mine({"--terms", in_folder("terms.tsv"), "--dictionary", in_folder("dictionary.tsv"), "--no-seed-lexicon",
                    "--no-bundled-terms", "--source-lang", "vi", "--target-lang", "en"}));
}

TEST_F(Mine, WrongWordsAndFoldersAreRefused) {
  write("file.txt", "x");
  const auto between = [](const std::string& source, const std::string& target) {
    return tungse({"mine", "--source-dir", source, "--target-dir", target});
  };
  fs::create_directories(in_folder("empty"));

  expect_refused(between(in_folder("vi"), in_folder("none")), {"none", "cannot be found", "name a folder"});
  expect_refused(between(in_folder("file.txt"), in_folder("en")), {"file.txt", "is no folder"});
  expect_refused(between(in_folder("vi"), in_folder("empty")), {"empty", "has no files"});
  expect_refused(between(in_folder("vi"), in_folder("vi")), {"one folder"}, 2);
  expect_refused(mine({"--format", "ladder"}), {"--format"}, 2);
  expect_refused(mine({"--min-confidence", "2"}), {"--min-confidence"}, 2);
  expect_refused(mine({"--lexicon", in_folder("none")}), {"none", "check the path"});
  expect_refused(tungse({"mine", "--source-dir", in_folder("vi")}), {"--target-dir"}, 2);
}

TEST_F(Mine, ALexiconOfOtherLanguagesIsRefused) {
  expect_fine(
      tungse({"learn", corpus("aigun/ru.txt"), corpus("aigun/en.txt"), "--output", in_folder("ru-en.lexicon")}));

  expect_refused(mine({"--lexicon", in_folder("ru-en.lexicon")}), {"ru-en.lexicon", "vi and en"});
}

TEST_F(Mine, NamesOfFilesCannotCommandTheTerminal) {
  write("vi/\x1b[31mred.txt", "Muravyov ký Điều ước Ái Hồn.\n");

  const ProgramResult result = mine({"--min-confidence", "0"});

  expect_fine(result);
  EXPECT_THAT(result.out, Not(HasSubstr("\x1b")));
}

// Small collections made by hand: cases/*.collection, which say themselves what should come out.

struct Collection {
  std::vector<std::string> languages;
  std::set<std::string> pairs;  // "a.txt = b.txt": a translation; "a.txt ~ b.txt": that or comparable
};

class HandMadeCollection : public CommandTest, public testing::WithParamInterface<std::string> {
 protected:
  Collection read() const {
    Collection made;
    for (const char* side : {"source", "target"}) fs::create_directories(in_folder(side));
    std::istringstream lines(
        tungse_tests::read_bytes(std::string(TUNGSE_SOURCE_DIR) + "/tests/end_to_end/cases/" + GetParam()));
    std::ofstream out;
    bool is_pairs = false;
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("# languages: ")) {
        std::istringstream tags(line.substr(13));
        for (std::string tag; tags >> tag;) made.languages.push_back(tag);
      } else if (line.starts_with("[")) {
        out.close();
        is_pairs = line == "[pairs]";
        const std::size_t space = line.find(' ');
        if (is_pairs) continue;
        const std::string name = line.substr(1, space - 1) + "/" + line.substr(space + 1, line.size() - space - 2);
        out.open(in_folder(name));
      } else if (!line.empty() && is_pairs) {
        made.pairs.insert(line);
      } else if (!line.empty() && out.is_open()) {
        out << line << "\n";
      }
    }
    return made;
  }
};

TEST_P(HandMadeCollection, GivesThePairsItNames) {
  const Collection made = read();
  ASSERT_EQ(made.languages.size(), 2U);

  const ProgramResult result =
      tungse({"mine", "--source-dir", in_folder("source"), "--target-dir", in_folder("target"), "--source-lang",
              made.languages[0], "--target-lang", made.languages[1], "--json", "--quiet"});

  expect_fine(result);
  std::set<std::string> pairs;
  const json found = json::parse(result.out);
  for (const json& pair : found.at("pairs")) {
    if (pair.at("relation") == "passages") continue;
    const auto name = [&](const char* side) { return fs::path(pair.at(side).get<std::string>()).filename().string(); };
    const std::string loose = name("source") + " ~ " + name("target");
    const bool is_named_loosely = made.pairs.contains(loose) || pair.at("relation") != "translation";
    pairs.insert(is_named_loosely ? loose : name("source") + " = " + name("target"));
  }
  EXPECT_EQ(pairs, made.pairs);
}

INSTANTIATE_TEST_SUITE_P(Cases, HandMadeCollection,
                         testing::ValuesIn(tungse_tests::list_files(
                             std::string(TUNGSE_SOURCE_DIR) + "/tests/end_to_end/cases", ".collection")),
                         [](const auto& one) { return tungse_tests::test_name(one.param); });

}  // namespace
}  // namespace end_to_end

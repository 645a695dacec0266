// The language of what is printed for people: --ui-lang, the environment, and what stays English whatever they say.

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"
#include "tests/support/run_program.h"

namespace end_to_end {
namespace {

using testing::HasSubstr;
using testing::Not;
using tungse_tests::run_program;

class UiLanguage : public CommandTest {
 protected:
  // A report of the two small texts.
  ProgramResult align(const std::map<std::string, std::string>& environment,
                      const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"align", english(), vietnamese(), "--segmented", "--quiet"};
    words.insert(words.end(), more.begin(), more.end());
    ProgramRun run = run_of(words);
    run.environment["LC_ALL"] = "";  // which tests set to C.UTF-8
    for (const auto& [name, value] : environment) run.environment[name] = value;
    return run_program(run);
  }
};

TEST_F(UiLanguage, IsWhatTheOptionSays) {
  EXPECT_THAT(align({}, {"--ui-lang", "vi"}).out, HasSubstr("\nTóm tắt\n"));
  EXPECT_THAT(align({}, {"--ui-lang", "ru"}).out, HasSubstr("\nИтоги\n"));
  EXPECT_THAT(align({}, {"--ui-lang", "en"}).out, HasSubstr("\nSummary\n"));
}

// No locale but C is installed where tests run, and none is needed.
TEST_F(UiLanguage, IsThatOfTheEnvironmentWhereTheOptionSaysNothing) {
  EXPECT_THAT(align({{"LANG", "ru_RU.UTF-8"}}).out, HasSubstr("\nИтоги\n"));
  EXPECT_THAT(align({{"LC_ALL", "vi_VN.UTF-8"}, {"LANG", "ru_RU.UTF-8"}}).out, HasSubstr("\nTóm tắt\n"));
  EXPECT_THAT(align({{"LANGUAGE", "de:vi"}, {"LANG", "ru_RU.UTF-8"}}).out, HasSubstr("\nTóm tắt\n"));
  EXPECT_THAT(align({{"LANGUAGE", "vi"}, {"LANG", "C"}}).out, HasSubstr("\nSummary\n"));
  EXPECT_THAT(align({{"LANG", "ru_RU.UTF-8"}}, {"--ui-lang", "en"}).out, HasSubstr("\nSummary\n"));
}

TEST_F(UiLanguage, IsEnglishWhereTheEnvironmentNamesAnUnknownOne) {
  const ProgramResult result = align({{"LANG", "de_DE.UTF-8"}});

  expect_fine(result);
  EXPECT_THAT(result.out, HasSubstr("\nSummary\n"));
  EXPECT_EQ(result.err, "");
}

TEST_F(UiLanguage, IsRefusedWhereTheOptionNamesAnUnknownOne) {
  expect_refused(align({}, {"--ui-lang", "de"}), {"--ui-lang", "de", "en", "vi", "ru"}, 2);
  expect_refused(align({}, {"--ui-lang", ""}), {"--ui-lang"}, 2);
}

TEST_F(UiLanguage, DoesNotChangeWhatScriptsRead) {
  for (const char* format : {"json", "tsv", "ladder"}) {
    const std::string english_output = align({}, {"--format", format}).out;
    EXPECT_FALSE(english_output.empty());
    EXPECT_EQ(align({}, {"--format", format, "--ui-lang", "vi"}).out, english_output) << format;
    EXPECT_EQ(align({{"LANG", "ru_RU.UTF-8"}}, {"--format", format}).out, english_output) << format;
  }
}

// Every command that has words for people and a form for scripts.
TEST_F(UiLanguage, DoesNotChangeTheJsonOfAnyCommand) {
  const std::string db = in_folder("project.db");
  expect_fine(tungse({"align", corpus("three-treaties/vi.txt"), corpus("aigun/ru.txt"), "--db", db, "--quiet",
                      "--output", in_folder("ignored")}));
  expect_fine(tungse({"edit", "accept", "1", "--db", db, "--by", "Lan"}));
  expect_fine(tungse({"glossary", "import", "--bundled", "--db", db, "--by", "Lan", "--quiet"}));
  const std::vector<std::vector<std::string>> commands{
      {"report", "--db", db, "--json"},
      {"check", "--db", db, "--json", "--min-severity", "info"},
      {"check", "--db", db, "--format", "tsv", "--min-severity", "info"},
      {"anchors", corpus("aigun/vi.txt"), "--json", "--quiet"},
      {"match", "ngày 16 tháng 5 năm 1858", "May 28, 1858", "--source-lang", "vi", "--target-lang", "en", "--json"},
      {"concord", "договор", "--db", db, "--json"},
      {"concord", "договор", "--db", db, "--count", "wording", "--format", "tsv"},
      {"edit", "list", "--db", db, "--json"},
      {"glossary", "list", "--db", db, "--json"},
      {"glossary", "list", "--db", db, "--format", "tsv"},
      {"glossary", "show", "r_amur", "--db", db, "--json"},
      {"glossary", "usage", "--db", db, "--json"}};
  for (const std::vector<std::string>& command : commands) {
    std::vector<std::string> in_russian = command;
    in_russian.insert(in_russian.end(), {"--ui-lang", "ru"});

    const ProgramResult plain = tungse(command);
    const ProgramResult russian = tungse(in_russian);

    EXPECT_FALSE(plain.out.empty()) << plain.shown();
    EXPECT_EQ(russian.out, plain.out) << command[0];
    EXPECT_EQ(russian.exit_code, plain.exit_code) << command[0];
  }
}

TEST_F(UiLanguage, LeavesHelpAndErrorsInEnglish) {
  ProgramRun help = run_of({"help", "align"});
  help.environment["LC_ALL"] = "vi_VN.UTF-8";
  ProgramRun error = run_of({"align", in_folder("missing.txt"), in_folder("missing.txt"), "--ui-lang", "ru"});

  EXPECT_THAT(run_program(help).out, HasSubstr("Language of what is printed for people"));
  expect_refused(run_program(error), {"missing.txt"});
}

// Words of two letters or more, in small ASCII letters: what English is made of.
std::set<std::string> ascii_words(const std::string& text) {
  std::set<std::string> words;
  std::string word;
  bool is_whole = true;  // no letter of another alphabet stands in it
  for (const char c : text + " ") {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalpha(byte) != 0) {
      word += static_cast<char>(std::tolower(byte));
      continue;
    }
    if (byte >= 0x80) {
      is_whole = false;
      continue;
    }
    if (is_whole && word.size() > 1) words.insert(word);
    word.clear();
    is_whole = true;
  }
  return words;
}

std::set<std::string> words_of_catalogue(const std::string& file, const std::string& field) {
  std::istringstream lines(tungse_tests::read_bytes(std::string(TUNGSE_SOURCE_DIR) + "/aligner/messages/po/" + file));
  std::string text;
  bool is_in_field = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("msg")) is_in_field = line.starts_with(field);
    if (is_in_field) text += line.substr(std::min(line.find('"'), line.size())) + " ";
  }
  return ascii_words(text);
}

struct AccountsCase {
  std::string language;
  std::string source;
  std::string target;
};

void PrintTo(const AccountsCase& pair, std::ostream* out) {
  *out << pair.source << " and " << pair.target << " in " << pair.language;
}

class ReportsOfTheAccounts : public testing::TestWithParam<AccountsCase> {};

// No account of the pair is English, so that an English word is one of ours, or stands in the allow list: how texts
// were aligned, which is for programs, names of files, encodings and languages, and Nikolaevsk-on-Amur, which the list
// of terms has in Vietnamese too. A report names its texts as they were given: from their own folder, for any word may
// stand in the path to it.
TEST_P(ReportsOfTheAccounts, HoldNoEnglishWord) {
  const std::set<std::string> allowed{"links",    "lattice", "em",    "utf",   "aigun",     "three",
                                      "treaties", "vi",      "ru",    "txt",   "segmented", "bundled",
                                      "terms",    "term",    "lists", "seed",  "lexicon",   "lexicons",
                                      "own",      "rules",   "true",  "false", "tungse",    "on"};
  std::set<std::string> english = words_of_catalogue("tungse.pot", "msgid");
  for (const std::string& word : words_of_catalogue(GetParam().language + ".po", "msgstr")) english.erase(word);
  for (const std::string& word : allowed) english.erase(word);
  std::set<std::string> in_texts = ascii_words(tungse_tests::read_bytes(corpus(GetParam().source)));
  in_texts.merge(ascii_words(tungse_tests::read_bytes(corpus(GetParam().target))));

  ProgramRun run = run_of({"align", GetParam().source, GetParam().target, "--quiet", "--ui-lang", GetParam().language});
  run.folder = corpus("");
  const ProgramResult report = run_program(run);

  expect_fine(report);
  for (const std::string& word : ascii_words(report.out)) {
    if (in_texts.contains(word)) continue;
    EXPECT_FALSE(english.contains(word)) << word;
  }
}

INSTANTIATE_TEST_SUITE_P(All, ReportsOfTheAccounts,
                         testing::Values(AccountsCase{"vi", "three-treaties/vi.txt", "aigun/ru.txt"},
                                         AccountsCase{"ru", "three-treaties/vi.txt", "aigun/ru.txt"},
                                         AccountsCase{"vi", "aigun/vi.txt", "aigun/ru.txt"},
                                         AccountsCase{"ru", "aigun/vi.txt", "aigun/ru.txt"}));

}  // namespace
}  // namespace end_to_end

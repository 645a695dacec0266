// A lexicon is learnt, kept in a file, and used; and so is a dictionary of one's own.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using tungse_tests::read_bytes;

class Learn : public CommandTest {
 protected:
  std::string lexicon_path() const { return in_folder("made.lexicon"); }

  // Learns from the bundled accounts of Aigun.
  ProgramResult learn_from_accounts(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"learn", corpus("aigun/vi.txt"), corpus("aigun/en.txt"), "--output", lexicon_path()};
    words.insert(words.end(), more.begin(), more.end());
    return tungse(words);
  }
  std::string lexicon_of_accounts() const {
    expect_fine(learn_from_accounts());
    return lexicon_path();
  }

  // Learns from one file of pairs.
  ProgramResult learn_from(const std::string& file) const {
    return tungse({"learn", file, "--source-lang", "vi", "--target-lang", "en", "--output", lexicon_path()});
  }

  ProgramResult align(const std::vector<std::string>& more) const {
    std::vector<std::string> words{"align", english(), vietnamese(), "--format", "ladder", "--quiet"};
    words.insert(words.end(), more.begin(), more.end());
    return tungse(words);
  }

  static std::string some_lines() {
    std::string lines;
    for (int i = 0; i < 8; ++i) lines += "con sông lớn\tthe big river\nngọn núi\tthe mountain\ncon đường\tthe road\n";
    return lines;
  }
  static std::string some_units() {
    std::string units;
    for (int i = 0; i < 8; ++i) {
      for (const auto& [vi, en] : {std::pair("con sông <hi>lớn</hi>", "the big river"),
                                   std::pair("ngọn núi", "the mountain"), std::pair("con đường", "the road")}) {
        units += std::string("<tu><tuv xml:lang=\"en-US\"><seg>") + en + "</seg></tuv><tuv xml:lang=\"vi-VN\"><seg>" +
                 vi + "</seg></tuv></tu>\n";
      }
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\">"
           "<header/><body>\n" +
           units + "</body></tmx>\n";
  }
};

TEST_F(Learn, FromTheBundledAccountsSaysWhatItLearnt) {
  const ProgramResult result = learn_from_accounts();

  expect_fine(result);
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(result.err, AllOf(HasSubstr("language vi (detected"), HasSubstr("made.lexicon: vi-en, "),
                                HasSubstr(" pairs of words\n")));
  EXPECT_THAT(read_bytes(lexicon_path()), testing::StartsWith("TUNGLEX\n"));
}

TEST_F(Learn, SaysNothingWhereQuietIsAskedFor) { EXPECT_EQ(learn_from_accounts({"--quiet"}).err, ""); }

TEST_F(Learn, GivesTheSameBytesHoweverManyThreadsWork) {
  expect_fine(learn_from_accounts({"--threads", "1"}));
  const std::string one = read_bytes(lexicon_path());
  expect_fine(learn_from_accounts({"--threads", "4"}));

  EXPECT_EQ(read_bytes(lexicon_path()), one);
}

TEST_F(Learn, WritesToStandardOutput) {
  const ProgramResult result =
      tungse({"learn", corpus("aigun/vi.txt"), corpus("aigun/en.txt"), "--output", "-", "--quiet"});

  EXPECT_EQ(result.out, read_bytes(lexicon_of_accounts()));
}

TEST_F(Learn, WhatItLearntChangesAnAlignmentInEitherDirection) {
  const std::string lexicon = lexicon_of_accounts();

  const ProgramResult helped = align({"--lexicon", lexicon});
  const ProgramResult back =
      tungse({"align", vietnamese(), english(), "--format", "ladder", "--quiet", "--lexicon", lexicon});

  expect_fine(helped);
  expect_fine(back);
  EXPECT_NE(helped.out, align({}).out);
  EXPECT_NE(back.out, tungse({"align", vietnamese(), english(), "--format", "ladder", "--quiet"}).out);
}

TEST_F(Learn, FromSeveralPairsAtOnce) {
  const std::string source = write("one.txt", small_vietnamese());

  expect_fine(learn_from_accounts({source, english()}));
}

TEST_F(Learn, WithTheHelpOfALexiconAndADictionary) {
  const std::string lexicon = lexicon_of_accounts();
  const std::string dictionary = write("mine.tsv", "sông\triver\n");

  expect_fine(tungse({"learn", vietnamese(), english(), corpus("aigun/vi.txt"), corpus("aigun/en.txt"), "--lexicon",
                      lexicon, "--dictionary", dictionary, "--output", in_folder("second.lexicon")}));
}

TEST_F(Learn, FromATranslationMemory) {
  expect_fine(learn_from(write("memory.tmx", some_units())));

  expect_fine(align({"--lexicon", lexicon_path()}));
}

TEST_F(Learn, FromLinesAndFromATranslationMemoryOfTheSameIsTheSame) {
  expect_fine(learn_from(write("pairs", some_lines())));
  const std::string from_lines = read_bytes(lexicon_path());
  expect_fine(learn_from(write("pairs", some_units())));

  EXPECT_EQ(read_bytes(lexicon_path()), from_lines);
}

TEST_F(Learn, PairsThatAreLessSureAreLeftOutOnDemand) {
  expect_fine(learn_from_accounts());
  const std::size_t all = read_bytes(lexicon_path()).size();
  expect_fine(learn_from_accounts({"--min-probability", "0.2"}));

  EXPECT_LT(read_bytes(lexicon_path()).size(), all);
  EXPECT_EQ(learn_from_accounts({"--min-probability", "1"}).exit_code, 1);
  EXPECT_EQ(learn_from_accounts({"--min-probability", "2"}).exit_code, 2);
}

TEST_F(Learn, TheLexiconSaysWhatItIsToldOfItsSources) {
  expect_fine(learn_from_accounts({"--note", "my own accounts, CC0-1.0"}));

  EXPECT_THAT(read_bytes(lexicon_path()), HasSubstr("my own accounts, CC0-1.0"));
  EXPECT_THAT(read_bytes(lexicon_path()), Not(HasSubstr("vi.txt")));
}

TEST_F(Learn, FromWhatAlignWroteForASpreadsheet) {
  const std::string table = in_folder("aligned.tsv");
  expect_fine(tungse(
      {"align", corpus("aigun/vi.txt"), corpus("aigun/en.txt"), "--format", "tsv", "--quiet", "--output", table}));

  const ProgramResult result = learn_from(table);

  expect_fine(result);
  EXPECT_THAT(result.err, HasSubstr("vi-en"));
}

TEST_F(Learn, FromStandardInput) {
  const ProgramResult result =
      tungse({"learn", "-", "--source-lang", "vi", "--target-lang", "en", "--output", lexicon_path(), "--quiet"},
             some_lines());

  expect_fine(result);
}

TEST_F(Learn, ATranslationMemoryCutShortIsRefusedByItsLine) {
  const std::string whole = some_units();

  expect_refused(learn_from(write("memory.tmx", whole.substr(0, whole.size() / 2))), {"memory.tmx:", "export it anew"});
  EXPECT_FALSE(std::filesystem::exists(lexicon_path()));
}

TEST_F(Learn, ATranslationMemoryOfOtherLanguagesSaysWhichItHolds) {
  const ProgramResult result = tungse({"learn", write("memory.tmx", some_units()), "--source-lang", "ru",
                                       "--target-lang", "en", "--output", lexicon_path()});

  expect_refused(result, {"memory.tmx", "ru and en", "en-US, vi-VN"});
}

TEST_F(Learn, ALineWithoutATabIsRefusedByItsNumber) {
  expect_refused(learn_from(write("pairs.tsv", "một\tone\nhai two\n")), {"pairs.tsv:2", "tab"});
}

TEST_F(Learn, TooLittleTextIsRefused) {
  expect_refused(learn_from(write("pairs.tsv", "1858\t1858\n")), {"nothing was learnt", "more text"});
}

TEST_F(Learn, TextsOfOtherLanguagesThanTheFirstAreRefused) {
  expect_refused(learn_from_accounts({corpus("aigun/ru.txt"), corpus("aigun/en.txt")}), {"ru.txt", "ru and en"});
}

TEST_F(Learn, AMissingTextIsNamed) {
  expect_refused(tungse({"learn", in_folder("missing.txt"), english(), "--output", lexicon_path()}), {"missing.txt"});
}

TEST_F(Learn, AnOutputThatCannotBeWrittenIsNamed) {
  expect_refused(tungse({"learn", vietnamese(), english(), corpus("aigun/vi.txt"), corpus("aigun/en.txt"), "--output",
                         in_folder("no/made.lexicon")}),
                 {"no/made.lexicon", "cannot be written"});
}

TEST_F(Learn, AnOutputThatIsATextIsRefused) {
  const std::string text = vietnamese();

  expect_refused(tungse({"learn", text, english(), "--output", text}), {"vi.txt", "to read"}, 2);
  EXPECT_EQ(read_bytes(text), small_vietnamese());
}

struct WrongLexicon {
  const char* name;
  std::string (*damage)(std::string);
  std::vector<std::string> words;  // of the message
};

// For failure messages.
void PrintTo(const WrongLexicon& wrong, std::ostream* out) { *out << wrong.name; }

class LexiconFile : public Learn, public testing::WithParamInterface<WrongLexicon> {};

TEST_P(LexiconFile, ThatIsWrongIsRefusedByNameWithARemedy) {
  const std::string lexicon = write("bad.lexicon", GetParam().damage(read_bytes(lexicon_of_accounts())));
  std::vector<std::string> words = GetParam().words;
  words.push_back("bad.lexicon");

  expect_refused(align({"--lexicon", lexicon}), words);
}

const WrongLexicon wrong_lexicons[] = {
    {"Damaged",
     [](std::string bytes) {
       bytes[bytes.size() / 2] ^= 1;
       return bytes;
     },
     {"damaged", "tungse learn"}},
    {"CutShort", [](std::string bytes) { return bytes.substr(0, bytes.size() - 1); }, {"cut short", "tungse learn"}},
    {"CutVeryShort", [](std::string bytes) { return bytes.substr(0, 10); }, {"cut short"}},
    {"Newer",
     [](std::string bytes) {
       bytes[8] = 9;
       return bytes;
     },
     {"format 9", "newer tungse"}},
    {"Empty", [](std::string) { return std::string(); }, {"empty"}},
    {"Binary",
     [](std::string) {
       return std::string(
           "\x7F"
           "ELF\0\0\xFF\xFE",
           8);
     },
     {"no lexicon"}},
    {"Text", [](std::string) { return std::string("river\tsông\n"); }, {"no lexicon", "--dictionary"}},
};

INSTANTIATE_TEST_SUITE_P(Files, LexiconFile, testing::ValuesIn(wrong_lexicons),
                         [](const auto& one) { return std::string(one.param.name); });

TEST_F(Learn, AMissingLexiconIsNamed) {
  expect_refused(align({"--lexicon", in_folder("missing.lexicon")}), {"missing.lexicon", "check the path"});
}

TEST_F(Learn, ErrorsAboutALexiconAreJsonWhereJsonWasAskedFor) {
  const ProgramResult result =
      tungse({"align", english(), vietnamese(), "--format", "json", "--lexicon", write("bad.lexicon", "x")});

  EXPECT_EQ(result.exit_code, 1) << result.shown();
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(nlohmann::json::parse(result.err).at("error").at("message").get<std::string>(), HasSubstr("bad.lexicon"));
}

TEST_F(Learn, ALexiconOfOtherLanguagesIsRefusedByName) {
  const ProgramResult result =
      tungse({"align", corpus("aigun/ru.txt"), corpus("aigun/en.txt"), "--lexicon", lexicon_of_accounts(), "--quiet"});

  expect_refused(result, {"made.lexicon", "vi and en", "ru and en"});
}

TEST_F(Learn, TheJsonOfAnAlignmentSaysWhichLexiconItKnew) {
  const ProgramResult result =
      tungse({"align", english(), vietnamese(), "--format", "json", "--lexicon", lexicon_of_accounts(), "--quiet"});

  expect_fine(result);
  EXPECT_EQ(nlohmann::json::parse(result.out).at("settings").at("lexicons").size(), 1u);
}

TEST_F(Learn, InABatchALexiconHelpsThePairsItFits) {
  const std::string lexicon = lexicon_of_accounts();
  const std::string manifest =
      write("pairs.tsv", english() + "\t" + vietnamese() + "\t" + in_folder("a") + "\n" + corpus("aigun/en.txt") +
                             "\t" + corpus("aigun/ru.txt") + "\t" + in_folder("b") + "\n");
  for (const std::string way : {"", "--independent"}) {
    std::vector<std::string> words{"align", "--batch", manifest, "--format", "ladder", "--quiet"};
    if (!way.empty()) words.push_back(way);
    expect_fine(tungse(words));
    const std::string alone_fitting = read_bytes(in_folder("a"));
    const std::string alone_foreign = read_bytes(in_folder("b"));
    words.insert(words.end(), {"--lexicon", lexicon});

    expect_fine(tungse(words));

    EXPECT_NE(read_bytes(in_folder("a")), alone_fitting) << way;
    EXPECT_EQ(read_bytes(in_folder("b")), alone_foreign) << way;
  }
}

TEST_F(Learn, InABatchALexiconThatFitsNoPairIsAnError) {
  const std::string manifest =
      write("pairs.tsv", corpus("aigun/en.txt") + "\t" + corpus("aigun/ru.txt") + "\t" + in_folder("a") + "\n");

  const ProgramResult result = tungse({"align", "--batch", manifest, "--quiet", "--lexicon", lexicon_of_accounts()});

  expect_refused(result, {"made.lexicon", "no pair of the batch"});
  EXPECT_FALSE(std::filesystem::exists(in_folder("a")));
}

// DICTIONARIES

TEST_F(Learn, ADictionaryChangesAnAlignmentInBothForms) {
  const ProgramResult table = align({"--dictionary", write("mine.tsv", "treaty\thiệp ước\nland\tđất\n")});
  const ProgramResult hunalign = align({"--dictionary", write("mine.dic", "hiệp ước @ treaty\nđất @ land\n")});

  expect_fine(table);
  EXPECT_NE(table.out, align({}).out);
  EXPECT_EQ(hunalign.out, table.out);
}

TEST_F(Learn, ABadLineOfADictionaryIsNamed) {
  expect_refused(align({"--dictionary", write("mine.tsv", "treaty\thiệp ước\nland\tđất\tnoun\n")}),
                 {"mine.tsv:2", "probability"});
}

TEST_F(Learn, ADictionaryThatIsEmptyOrBinaryOrMissingIsNamed) {
  expect_refused(align({"--dictionary", write("empty.tsv", "")}), {"empty.tsv"});
  expect_refused(align({"--dictionary", write("binary.tsv", std::string("\0\1\2\xFF", 4))}), {"binary.tsv"});
  expect_refused(align({"--dictionary", in_folder("missing.tsv")}), {"missing.tsv"});
}

TEST_F(Learn, ALexiconAndADictionaryCanBothBeGivenMoreThanOnce) {
  const std::string lexicon = lexicon_of_accounts();
  const std::string dictionary = write("mine.tsv", "treaty\thiệp ước\n");

  const ProgramResult result =
      align({"--lexicon", lexicon, "--lexicon", lexicon, "--dictionary", dictionary, "--dictionary", dictionary});

  expect_fine(result);
  EXPECT_THAT(result.out, Not(IsEmpty()));
}

}  // namespace
}  // namespace end_to_end

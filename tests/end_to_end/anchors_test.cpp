// tungse anchors: every date, number, name and term of a text.

#include <chrono>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* sentence = "Ngày 16 tháng 5 năm 1858, Muravyov ký; 600.000 km².\n";

class Anchors : public CommandTest {
 protected:
  std::string account() const { return write("account.txt", sentence); }

  json anchors_of(const std::string& file, const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"anchors", file, "--json", "--quiet"};
    words.insert(words.end(), more.begin(), more.end());
    const ProgramResult result = tungse(words);
    expect_fine(result);
    return json::parse(result.out).at("anchors");
  }
};

TEST_F(Anchors, AreATableWithALineForEach) {
  const ProgramResult result = tungse({"anchors", account(), "--lang", "vi", "--no-bundled-terms"});

  expect_fine(result);
  EXPECT_EQ(result.out,
            "0   0-27  date    Ngày 16 tháng 5 năm 1858  16 May 1858\n"
            "0  29-37  name    Muravyov                  muravev\n"
            "0  43-55  number  600.000 km²               600000 km2 (or 600)\n");
  EXPECT_EQ(result.err, "");
}

TEST_F(Anchors, AsJsonSayWhereTheyStandAndWhatTheyMean) {
  const ProgramResult result = tungse({"anchors", account(), "--lang", "vi", "--json"});

  expect_fine(result);
  const json whole = json::parse(result.out);
  EXPECT_THAT(whole.at("name").get<std::string>(), HasSubstr("account.txt"));
  EXPECT_EQ(whole.at("language"), "vi");
  EXPECT_EQ(whole.at("encoding"), "UTF-8");
  EXPECT_EQ(whole.at("notes"), json::array());
  const json day = whole.at("anchors").at(0);
  EXPECT_EQ(day.at("kind"), "date");
  EXPECT_EQ(day.at("segment"), 0);
  EXPECT_EQ(day.at("begin"), 0);
  EXPECT_EQ(day.at("end"), 27);
  EXPECT_EQ(day.at("text"), "Ngày 16 tháng 5 năm 1858");
  EXPECT_EQ(day.at("normalised"), "16 May 1858");
  EXPECT_EQ(day.at("value"), json::parse(R"({"earliest": "1858-05-16", "latest": "1858-05-16", "calendar": "unknown",
                                             "precision": "day"})"));
}

TEST_F(Anchors, StandWhereTheirBytesSay) {
  const std::string bytes = tungse_tests::read_bytes(corpus("three-treaties/vi.txt"));

  const json anchors = anchors_of(corpus("three-treaties/vi.txt"), {"--lang", "vi"});

  EXPECT_GT(anchors.size(), 300U);
  for (const json& anchor : anchors) {
    const std::size_t begin = anchor.at("begin");
    const std::size_t end = anchor.at("end");
    EXPECT_EQ(anchor.at("text"), bytes.substr(begin, end - begin));
  }
}

TEST_F(Anchors, StandInTheTextAsUtf8WhateverItsFileIs) {
  const std::string utf16 = write("utf16.txt", std::string("\xFF\xFEI\0n\0 \0\xC9\0n\0 \0001\08\0005\08\0.\0\n\0", 26));

  const json anchors = anchors_of(utf16, {"--lang", "en", "--kind", "date"});

  ASSERT_EQ(anchors.size(), 1U);
  EXPECT_EQ(anchors.at(0).at("begin"), 7);
  EXPECT_EQ(anchors.at(0).at("text"), "1858");
}

TEST_F(Anchors, OfSomeKindsOnly) {
  const json anchors = anchors_of(account(), {"--lang", "vi", "--kind", "number", "--kind", "date"});

  ASSERT_EQ(anchors.size(), 2U);
  EXPECT_EQ(anchors.at(0).at("kind"), "date");
  EXPECT_EQ(anchors.at(1).at("kind"), "number");
  EXPECT_EQ(anchors.at(1).at("value"),
            json::parse(R"({"value": "600000", "number": 600000, "alternative": "600", "role": "cardinal",
                            "unit": "km2"})"));
}

TEST_F(Anchors, OfStandardInput) {
  const ProgramResult result = tungse({"anchors", "-", "--lang", "en"}, "In 1858.\n");

  expect_fine(result);
  EXPECT_EQ(result.out, "0  3-7  date  1858  1858\n");
}

TEST_F(Anchors, OfLinesThatAreSegments) {
  const std::string lines = write("lines.txt", "In 1858.\nIn 1860. In 1861.\n");

  const json anchors = anchors_of(lines, {"--lang", "en", "--segmented"});

  ASSERT_EQ(anchors.size(), 3U);
  EXPECT_EQ(anchors.at(2).at("segment"), 1);
}

TEST_F(Anchors, KnowTheTermsOfTheUser) {
  const std::string terms = write("mine.tsv", "concept\tlanguage\twording\tstatus\nship\ten\tfrigate\tadmitted\n");
  const std::string text = write("ship.txt", "The frigate sailed.\n");

  const json anchors = anchors_of(text, {"--lang", "en", "--terms", terms, "--no-bundled-terms"});

  ASSERT_EQ(anchors.size(), 1U);
  EXPECT_EQ(anchors.at(0).at("value"), json::parse(R"({"concept": "ship", "status": "admitted", "inherited": false})"));
}

TEST_F(Anchors, SayALanguageThatWasDetected) {
  EXPECT_THAT(tungse({"anchors", account()}).err, HasSubstr("account.txt"));
  EXPECT_EQ(tungse({"anchors", account(), "--quiet"}).err, "");
}

TEST_F(Anchors, ThatAreNoneAreSaid) {
  const ProgramResult result = tungse({"anchors", "-", "--lang", "en"}, "snow fell.\n");

  expect_fine(result);
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(result.err, HasSubstr("no anchors"));
}

TEST_F(Anchors, GoToAFile) {
  const ProgramResult result = tungse({"anchors", account(), "--lang", "vi", "--output", in_folder("anchors.txt")});

  expect_fine(result);
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(tungse_tests::read_bytes(in_folder("anchors.txt")), HasSubstr("16 May 1858\n"));
}

TEST_F(Anchors, DoNotOverwriteTheirText) {
  const std::string text = account();

  expect_refused(tungse({"anchors", text, "--output", text}), {"account.txt", "--output"}, 2);

  EXPECT_EQ(tungse_tests::read_bytes(text), sentence);
}

TEST_F(Anchors, OfFilesThatCannotBeUsedAreRefusedWithAWayOut) {
  expect_refused(tungse({"anchors", in_folder("missing.txt")}), {"missing.txt", "check"});
  expect_refused(tungse({"anchors", write("empty.txt", "")}), {"empty.txt", "sentences"});
  expect_refused(tungse({"anchors", write("nul.txt", "The treaty" + std::string(9, '\0'))}), {"nul.txt"});
  expect_refused(tungse({"anchors", write("bad.txt", "One.\nTwo \xFF.\n"), "--encoding", "UTF-8"}), {"bad.txt:2"});
  expect_refused(tungse({"anchors", account(), "--encoding", "klingon-8"}), {"klingon-8"});
  expect_refused(tungse({"anchors", account(), "--terms", in_folder("none.tsv")}), {"none.tsv"});
  expect_refused(tungse({"anchors", account(), "--srx", in_folder("none.srx")}), {"none.srx"});
}

TEST_F(Anchors, ThatCannotBeFoundAreAnErrorInJsonToo) {
  const ProgramResult result = tungse({"anchors", in_folder("missing.txt"), "--json"});

  EXPECT_EQ(result.exit_code, 1);
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(json::parse(result.err).at("error").at("message").get<std::string>(), HasSubstr("missing.txt"));
}

TEST_F(Anchors, SendNothingToTheTerminalButText) {
  const std::string text = write("tricks.txt", "Signed by \x1b[31mMura\u202Evyov\x1b[0m\u2066 and \u202ELong\x07.\n");

  const ProgramResult table = tungse({"anchors", text, "--lang", "en", "--encoding", "UTF-8"});
  const ProgramResult as_json = tungse({"anchors", text, "--lang", "en", "--encoding", "UTF-8", "--json"});

  for (const std::string& out : {table.out, as_json.out}) {
    EXPECT_THAT(out, Not(IsEmpty()));
    for (const char* trick : {"\x1b", "\x07", "\u202E", "\u2066"}) EXPECT_THAT(out, Not(HasSubstr(trick)));
  }
}

TEST_F(Anchors, OfAnEnormousLineAreFoundInTime) {
  std::string line = "x";
  while (line.size() < 200'000) line += " 1858 năm Muravyov";
  const std::string text = write("long.txt", line);
  const auto begin = std::chrono::steady_clock::now();

  expect_fine(tungse({"anchors", text, "--lang", "vi", "--output", in_folder("out.txt")}));

  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

TEST_F(Anchors, WhoseReaderWentAwayAreAnErrorAndNoCrash) {
  ProgramRun run = run_of({"anchors", account(), "--lang", "vi"});
  run.output = tungse_tests::Output::reader_gone;

  const ProgramResult result = tungse_tests::run_program(run);

  EXPECT_EQ(result.exit_code, 1) << result.shown();
  EXPECT_THAT(result.err, HasSubstr("standard output"));
}

}  // namespace
}  // namespace end_to_end

// Many pairs by one manifest.

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <map>
#include <sstream>

#include <gmock/gmock.h>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using testing::HasSubstr;
using testing::Not;
using tungse_tests::read_bytes;

class Batch : public CommandTest {
 protected:
  // A line of a manifest whose files are in the folder.
  std::string line(const std::string& source, const std::string& target, const std::string& output) const {
    return in_folder(source) + "\t" + in_folder(target) + "\t" + in_folder(output) + "\n";
  }
  ProgramResult align(const std::string& manifest, const std::vector<std::string>& more = {}) const {
    english();
    vietnamese();
    std::vector<std::string> words{"align", "--batch", write("pairs.tsv", manifest), "--format", "ladder", "--quiet"};
    words.insert(words.end(), more.begin(), more.end());
    return tungse(words);
  }
  bool exists(const std::string& name) const { return std::filesystem::exists(in_folder(name)); }
};

TEST_F(Batch, EveryPairGetsItsOutputAndALine) {
  const ProgramResult result =
      align("# source, target, output\n\n" + line("en.txt", "vi.txt", "a") + line("vi.txt", "en.txt", "b"));

  expect_fine(result);
  EXPECT_THAT(read_bytes(in_folder("a")), HasSubstr("[0]:[0]:"));
  EXPECT_THAT(read_bytes(in_folder("b")), HasSubstr("[0]:[0]:"));
  EXPECT_EQ(std::count(result.out.begin(), result.out.end(), '\n'), 2) << result.out;
  EXPECT_THAT(result.out, HasSubstr(in_folder("a") + "\tok\t"));
}

TEST_F(Batch, OneUnreadableInputLeavesTheOthers) {
  const ProgramResult result =
      align(line("en.txt", "vi.txt", "a") + line("en.txt", "missing.txt", "b") + line("vi.txt", "en.txt", "c"));

  EXPECT_EQ(result.exit_code, 1) << result.shown();
  EXPECT_TRUE(exists("a"));
  EXPECT_FALSE(exists("b"));
  EXPECT_TRUE(exists("c"));
  EXPECT_THAT(result.out, HasSubstr(in_folder("b") + "\tfailed\t" + in_folder("missing.txt")));
}

TEST_F(Batch, OneOutputThatCannotBeWrittenLeavesTheOthers) {
  const ProgramResult result = align(line("en.txt", "vi.txt", "no/a") + line("en.txt", "vi.txt", "b"));

  EXPECT_EQ(result.exit_code, 1) << result.shown();
  EXPECT_TRUE(exists("b"));
  EXPECT_THAT(result.out, HasSubstr("no/a\tfailed\t"));
}

TEST_F(Batch, ALineThatIsNoneIsRefusedByItsNumber) {
  const ProgramResult result = align(line("en.txt", "vi.txt", "a") + "only one field\n");

  expect_refused(result, {"pairs.tsv:2", "tab"});
  EXPECT_FALSE(exists("a")) << "nothing is begun on a manifest that is wrong";
}

TEST_F(Batch, ALineOfFourFieldsIsRefused) { expect_refused(align("a\tb\tc\td\n"), {"pairs.tsv:1"}); }

TEST_F(Batch, AnEmptyFieldIsRefused) { expect_refused(align("a\t\tc\n"), {"pairs.tsv:1"}); }

TEST_F(Batch, TheSameOutputTwiceIsRefused) {
  expect_refused(align(line("en.txt", "vi.txt", "a") + line("vi.txt", "en.txt", "a")), {"pairs.tsv:2", "twice"});
}

TEST_F(Batch, TheSameOutputInOtherWordsIsRefusedToo) {
  expect_refused(align(line("en.txt", "vi.txt", "a") + line("vi.txt", "en.txt", "./a")), {"pairs.tsv:2", "twice"});
}

TEST_F(Batch, AnOutputThatIsATextIsRefused) {
  expect_refused(align(line("en.txt", "vi.txt", "vi.txt")), {"pairs.tsv:1", "vi.txt"});

  EXPECT_EQ(read_bytes(in_folder("vi.txt")), small_vietnamese());
}

TEST_F(Batch, AnEmptyManifestIsRefused) { expect_refused(align("# nothing\n"), {"pairs.tsv"}); }

TEST_F(Batch, AMissingManifestIsNamed) {
  expect_refused(tungse({"align", "--batch", in_folder("missing.tsv")}), {"missing.tsv"});
}

TEST_F(Batch, AManifestOfAnotherSystemIsRead) {
  std::string manifest = "\xEF\xBB\xBF" + line("en.txt", "vi.txt", "a");
  manifest.insert(manifest.size() - 1, "\r");

  expect_fine(align(manifest));

  EXPECT_TRUE(exists("a"));
}

TEST_F(Batch, TheManifestCanBeStandardInput) {
  english();
  vietnamese();

  expect_fine(tungse({"align", "--batch", "-", "--quiet"}, line("en.txt", "vi.txt", "a")));

  EXPECT_TRUE(exists("a"));
}

TEST_F(Batch, IndependentPairsGiveWhatEachGivesAlone) {
  const std::string manifest =
      line("en.txt", "vi.txt", "a") + corpus("aigun/en.txt") + "\t" + corpus("aigun/vi.txt") + "\t" + in_folder("b");

  expect_fine(align(manifest, {"--independent"}));

  EXPECT_EQ(read_bytes(in_folder("a")),
            tungse({"align", in_folder("en.txt"), in_folder("vi.txt"), "--format", "ladder"}).out);
  EXPECT_EQ(read_bytes(in_folder("b")),
            tungse({"align", corpus("aigun/en.txt"), corpus("aigun/vi.txt"), "--format", "ladder"}).out);
}

TEST_F(Batch, OtherwiseOneLexiconIsLearntOverAll) {
  const std::string manifest =
      line("en.txt", "vi.txt", "a") + corpus("aigun/en.txt") + "\t" + corpus("aigun/vi.txt") + "\t" + in_folder("b");

  expect_fine(align(manifest));

  EXPECT_NE(read_bytes(in_folder("a")),
            tungse({"align", in_folder("en.txt"), in_folder("vi.txt"), "--format", "ladder"}).out);
}

TEST_F(Batch, AllPairsAreKeptInOneDatabase) {
  expect_fine(align(line("en.txt", "vi.txt", "a") + line("vi.txt", "en.txt", "b"), {"--db", in_folder("project.db")}));

  const ProgramResult result = tungse({"report", "--db", in_folder("project.db"), "--list"});

  EXPECT_EQ(std::count(result.out.begin(), result.out.end(), '\n'), 2) << result.shown();
}

// TAKING A BATCH UP AGAIN

class ResumedBatch : public Batch {
 protected:
  void SetUp() override {
    english();
    vietnamese();
    write("pairs.tsv", line("en.txt", "vi.txt", "a") + line("vi.txt", "en.txt", "b") + line("en.txt", "vi.txt", "c"));
  }

  std::vector<std::string> words(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> all{"align", "--batch", in_folder("pairs.tsv"), "--format", "ladder", "--quiet"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  // What became of each output: "a ok, b kept", by name.
  std::string run(const std::vector<std::string>& more = {}) const {
    const ProgramResult result = tungse(words(more));
    expect_fine(result);
    return fates(result.out);
  }
  std::string fates(const std::string& out) const {
    std::map<std::string, std::string> by_name;
    std::istringstream lines(out);
    for (std::string line; std::getline(lines, line);) {
      const std::size_t tab = line.find('\t');
      const std::string name = std::filesystem::path(line.substr(0, tab)).filename().string();
      by_name[name] = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    }
    std::string all;
    for (const auto& [name, fate] : by_name) all += (all.empty() ? "" : ", ") + name + " " + fate;
    return all;
  }
  void append(const std::string& name, const std::string& bytes) const {
    write(name, (exists(name) ? read_bytes(in_folder(name)) : "") + bytes);
  }
  std::map<std::string, std::string> outputs(const std::vector<std::string>& names) const {
    std::map<std::string, std::string> all;
    for (const std::string& name : names) all[name] = exists(name) ? read_bytes(in_folder(name)) : "(not there)";
    return all;
  }
};

constexpr const char* all_done = "a ok, b ok, c ok";
constexpr const char* all_kept = "a kept, b kept, c kept";

TEST_F(ResumedBatch, KeepsAllWhereNothingHasChanged) {
  ASSERT_EQ(run(), all_done);
  const auto before = outputs({"a", "b", "c"});

  EXPECT_EQ(run(), all_kept);

  EXPECT_EQ(outputs({"a", "b", "c"}), before);
}

TEST_F(ResumedBatch, KeepsAllWhereEachIsAlone) {
  ASSERT_EQ(run({"--independent"}), all_done);

  EXPECT_EQ(run({"--independent"}), all_kept);
}

TEST_F(ResumedBatch, AlignsAllWhenAskedTo) {
  run();

  EXPECT_EQ(run({"--again"}), all_done);
  EXPECT_EQ(run(), all_kept);
}

TEST_F(ResumedBatch, AgainIsOfABatchOnly) {
  expect_refused(tungse({"align", in_folder("en.txt"), in_folder("vi.txt"), "--again"}), {"--batch"}, 2);
}

TEST_F(ResumedBatch, ADeletedOutputIsMadeAgainWithItsGroup) {
  run();
  const auto before = outputs({"a", "b", "c"});
  std::filesystem::remove(in_folder("a"));

  EXPECT_EQ(run(), "a ok, b kept, c ok");

  EXPECT_EQ(outputs({"a", "b", "c"}), before);
}

TEST_F(ResumedBatch, ADeletedOutputIsMadeAgainByItselfWhereEachIsAlone) {
  run({"--independent"});
  std::filesystem::remove(in_folder("a"));

  EXPECT_EQ(run({"--independent"}), "a ok, b kept, c kept");
}

TEST_F(ResumedBatch, AnAlteredOutputIsMadeAgain) {
  run({"--independent"});
  const auto before = outputs({"a", "b", "c"});
  append("b", "more\n");

  EXPECT_EQ(run({"--independent"}), "a kept, b ok, c kept");

  EXPECT_EQ(outputs({"a", "b", "c"}), before);
}

TEST_F(ResumedBatch, AChangedTextIsAlignedAgain) {
  write("other.txt", std::string(small_english()) + "Snow fell on the mountains.\n");
  write("pairs.tsv", line("en.txt", "vi.txt", "a") + line("other.txt", "vi.txt", "b") + line("vi.txt", "en.txt", "c"));
  run({"--independent"});
  append("other.txt", "The river froze in the winter.\n");

  EXPECT_EQ(run({"--independent"}), "a kept, b ok, c kept");
  EXPECT_EQ(run({"--independent"}), all_kept);
}

TEST_F(ResumedBatch, AChangedTextTouchesOnlyThePairsInItsLanguages) {
  write("other.txt", std::string(small_english()) + "Snow fell on the mountains.\n");
  write("pairs.tsv", line("en.txt", "vi.txt", "a") + line("other.txt", "vi.txt", "b") + line("vi.txt", "en.txt", "c"));
  run();
  append("other.txt", "The river froze in the winter.\n");

  EXPECT_EQ(run(), "a ok, b ok, c kept");
}

TEST_F(ResumedBatch, ATextThatWasReplacedByItselfIsUnchanged) {
  run();
  english();  // written anew

  EXPECT_EQ(run(), all_kept);
}

TEST_F(ResumedBatch, EveryOptionThatBearsOnTheResultCounts) {
  write("terms.tsv", "en\tvi\nborder\tbiên giới\n");
  const std::vector<std::vector<std::string>> options = {{"--mode", "parallel"},
                                                         {"--segmented"},
                                                         {"--segmented", "--anchor-lines"},
                                                         {"--segmented", "--anchor-lines", "--delimiter", "<p>"},
                                                         {"--no-bundled-terms"},
                                                         {"--no-seed-lexicon"},
                                                         {"--source-lang", "en"},
                                                         {"--independent"},
                                                         {"--without", "stems"},
                                                         {"--without", "stems", "--without", "length"},
                                                         {"--terms", in_folder("terms.tsv")},
                                                         {"--source-encoding", "UTF-8"},
                                                         {"--dictionary", in_folder("terms.tsv")}};
  run();
  for (const std::vector<std::string>& option : options) {
    EXPECT_EQ(run(option), all_done) << option.back();
    EXPECT_EQ(run(option), all_kept) << option.back();
  }
  EXPECT_EQ(run(), all_done);
}

TEST_F(ResumedBatch, AnotherLanguageIsAnotherReportButTheSameTable) {
  const auto align = [this](const std::string& format, const std::string& language) {
    return fates(
        tungse({"align", "--batch", in_folder("pairs.tsv"), "--format", format, "--ui-lang", language, "--quiet"}).out);
  };
  align("report", "en");
  EXPECT_EQ(align("report", "vi"), all_done);
  align("tsv", "en");
  EXPECT_EQ(align("tsv", "vi"), all_kept);
}

TEST_F(ResumedBatch, AnotherFormatIsAnotherOutput) {
  run();

  const ProgramResult result = tungse({"align", "--batch", in_folder("pairs.tsv"), "--format", "tsv", "--quiet"});

  EXPECT_EQ(fates(result.out), all_done);
}

TEST_F(ResumedBatch, AChangedTermListCountsByItsContent) {
  write("terms.tsv", "en\tvi\nborder\tbiên giới\n");
  const std::vector<std::string> terms{"--terms", in_folder("terms.tsv")};
  run(terms);
  append("terms.tsv", "river\tsông\n");

  EXPECT_EQ(run(terms), all_done);
  EXPECT_EQ(run(terms), all_kept);
}

TEST_F(ResumedBatch, ThreadsDoNotCount) {
  run({"--threads", "1"});

  EXPECT_EQ(run({"--threads", "2"}), all_kept);
}

TEST_F(ResumedBatch, AnotherPairAlignsItsGroupAgain) {
  run();
  append("pairs.tsv", line("en.txt", "vi.txt", "d"));

  EXPECT_EQ(run(), "a ok, b kept, c ok, d ok");
}

TEST_F(ResumedBatch, AnotherPairAlignsNoOtherWhereEachIsAlone) {
  run({"--independent"});
  append("pairs.tsv", line("en.txt", "vi.txt", "d"));

  EXPECT_EQ(run({"--independent"}), "a kept, b kept, c kept, d ok");
}

TEST_F(ResumedBatch, OutputsThatChangePlacesAreNotMistaken) {
  write("pairs.tsv", line("en.txt", "vi.txt", "a") + line("vi.txt", "en.txt", "b"));
  run({"--independent"});
  write("pairs.tsv", line("en.txt", "vi.txt", "b") + line("vi.txt", "en.txt", "a"));

  EXPECT_EQ(run({"--independent"}), "a ok, b ok");
}

TEST_F(ResumedBatch, AFailedPairIsTriedAgainAndTheOthersAreKept) {
  append("pairs.tsv", line("en.txt", "missing.txt", "d"));
  tungse(words());

  const ProgramResult second = tungse(words());
  EXPECT_EQ(second.exit_code, 1) << second.shown();
  EXPECT_EQ(fates(second.out), std::string(all_kept) + ", d failed");

  write("missing.txt", small_vietnamese());
  EXPECT_EQ(run(), "a ok, b kept, c ok, d ok");
}

TEST_F(ResumedBatch, AHalfWrittenStateCostsOnlyTheLastPair) {
  run({"--independent"});
  const std::string state = read_bytes(in_folder("pairs.tsv.state"));
  write("pairs.tsv.state", state.substr(0, state.size() - 20));

  EXPECT_EQ(run({"--independent"}), "a kept, b kept, c ok");
  EXPECT_EQ(run({"--independent"}), all_kept) << "what was added stands on a line of its own";
}

TEST_F(ResumedBatch, ADamagedLineOfTheStateCostsOnlyItsPair) {
  run({"--independent"});
  std::string state = read_bytes(in_folder("pairs.tsv.state"));
  char& digit = state[state.find('\t') + 1];
  digit = digit == '0' ? '1' : '0';
  write("pairs.tsv.state", state);

  EXPECT_EQ(run({"--independent"}), "a ok, b kept, c kept");
}

TEST_F(ResumedBatch, AStateOfOtherBytesCostsAll) {
  run();
  write("pairs.tsv.state", std::string("\0\xFF\n\t\t\t\t\n", 8));

  EXPECT_EQ(run(), all_done);
  EXPECT_EQ(run(), all_kept);
}

TEST_F(ResumedBatch, WithoutItsStateAllIsAlignedAgain) {
  run();
  std::filesystem::remove(in_folder("pairs.tsv.state"));

  EXPECT_EQ(run(), all_done);
}

TEST_F(ResumedBatch, AStateThatCannotBeKeptIsSaidAndStopsNothing) {
  std::filesystem::create_directory(in_folder("pairs.tsv.state"));

  const ProgramResult result = tungse(words());

  expect_fine(result);
  EXPECT_EQ(fates(result.out), all_done);
  EXPECT_THAT(result.err, HasSubstr("pairs.tsv.state"));
}

TEST_F(ResumedBatch, TheStateIsNoPlaceForAnOutput) {
  expect_refused(align(line("en.txt", "vi.txt", "pairs.tsv.state")), {"pairs.tsv:1", "pairs.tsv.state"});
  expect_refused(align(line("en.txt", "vi.txt", "pairs.tsv")), {"pairs.tsv:1"});
}

TEST_F(ResumedBatch, ADictionaryFromStandardInputIsReadOnceAndNothingIsKept) {
  for (int time = 0; time < 2; ++time) {
    const ProgramResult result = tungse(words({"--dictionary", "-"}), "border\tbiên giới\n");
    expect_fine(result);
    EXPECT_EQ(fates(result.out), all_done);
  }
}

TEST_F(ResumedBatch, ATextFromStandardInputIsKnownByItsBytes) {
  write("pairs.tsv", "-\t" + in_folder("vi.txt") + "\t" + in_folder("a") + "\n");
  const std::string english(small_english());

  EXPECT_EQ(fates(tungse(words(), english).out), "a ok");
  EXPECT_EQ(fates(tungse(words(), english).out), "a kept");
  EXPECT_EQ(fates(tungse(words(), english + "Snow fell.\n").out), "a ok");
}

TEST_F(ResumedBatch, WithANewDatabaseAllIsAlignedAgain) {
  const std::vector<std::string> db{"--db", in_folder("project.db")};
  run();
  EXPECT_EQ(run(db), all_done);
  EXPECT_EQ(run(db), all_kept);
  std::filesystem::remove(in_folder("project.db"));

  EXPECT_EQ(run(db), all_done);
}

// Four accounts, each long enough to be met at work.
class StoppedBatch : public ResumedBatch {
 protected:
  void SetUp() override {
    std::string manifest;
    for (const auto& [source, target, output] :
         {std::array{"en", "vi", "a"}, std::array{"en", "ru", "b"}, std::array{"ru", "vi", "c"},
          std::array{"vi", "en", "d"}, std::array{"en", "vi", "e"}}) {
      manifest += corpus(std::string("aigun/") + source + ".txt") + "\t" +
                  corpus(std::string("aigun/") + target + ".txt") + "\t" + in_folder(output) + "\n";
    }
    write("pairs.tsv", manifest);
  }
  const std::vector<std::string> names{"a", "b", "c", "d", "e"};

  // As soon as one output is there; then taken up again.
  void expect_resumed(const std::vector<std::string>& more) {
    run(more);
    const auto whole = outputs(names);
    for (const auto& name : names) std::filesystem::remove(in_folder(name));
    std::filesystem::remove(in_folder("pairs.tsv.state"));
    ProgramRun stopped = run_of(words(more));
    stopped.kill_when = [this] {
      return std::any_of(names.begin(), names.end(), [this](const std::string& name) { return exists(name); });
    };

    const ProgramResult killed = tungse_tests::run_program(stopped);
    ASSERT_EQ(killed.signal, SIGKILL) << killed.shown();
    const auto half = outputs(names);
    const std::string second = run(more);

    for (const auto& [name, bytes] : half) {
      EXPECT_TRUE(bytes == "(not there)" || bytes == whole.at(name)) << name << " is half";
    }
    EXPECT_THAT(second, HasSubstr("ok"));
    EXPECT_EQ(outputs(names), whole);
  }
};

TEST_F(StoppedBatch, KilledAndTakenUpAgainGivesWhatItWouldHaveGiven) { expect_resumed({}); }

TEST_F(StoppedBatch, KilledAndTakenUpAgainGivesTheSameWhereEachIsAlone) { expect_resumed({"--independent"}); }

TEST_F(StoppedBatch, AnInterruptLosesNothingThatWasFinished) {
  ProgramRun stopped = run_of(words({"--independent"}));
  stopped.interrupt_after = std::chrono::milliseconds(700);
  const std::string first = fates(tungse_tests::run_program(stopped).out);

  const std::string second = run({"--independent"});

  for (const std::string& name : names) {
    const bool was_finished = first.find(name + " ok") != std::string::npos;
    EXPECT_THAT(second, HasSubstr(name + (was_finished ? " kept" : " ok"))) << "first: " << first;
  }
}

}  // namespace
}  // namespace end_to_end

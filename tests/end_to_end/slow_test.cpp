// Large inputs: enormous lines, and work that is interrupted.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <stdexcept>

#include <gmock/gmock.h>
#include <sys/resource.h>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using testing::HasSubstr;

// Sentences of made-up words, one a line; the same for the same seed.
std::string made_up_text(std::size_t sentences, unsigned seed, const char* syllables[8]) {
  std::mt19937 random(seed);
  std::string text;
  for (std::size_t i = 0; i < sentences; ++i) {
    const std::size_t words = 6 + random() % 14;
    for (std::size_t w = 0; w < words; ++w) {
      text += w == 0 ? "" : " ";
      for (std::size_t s = 0; s <= random() % 3; ++s) text += syllables[random() % 8];
    }
    text += ".\n";
  }
  return text;
}

const char* some_syllables[8] = {"ba", "ter", "li", "mon", "sug", "a", "ne", "vor"};
const char* other_syllables[8] = {"ki", "lam", "o", "sen", "da", "ru", "pes", "tin"};

// Three megabytes of sentences without a line end.
std::string enormous_line() {
  std::string line = made_up_text(60'000, 3, some_syllables);
  if (line.size() < std::size_t{3} << 20) throw std::logic_error("the line is too short");
  std::replace(line.begin(), line.end(), '\n', ' ');
  line.resize(3 << 20);
  return line;
}

class Slow : public CommandTest {
 protected:
  // Work for a good while: two large texts that have nothing to do with each other.
  ProgramRun long_work(const std::vector<std::string>& more) const {
    std::vector<std::string> words{"align",
                                   write("a.txt", made_up_text(60'000, 1, some_syllables)),
                                   write("b.txt", made_up_text(60'000, 2, other_syllables)),
                                   "--segmented",
                                   "--source-lang",
                                   "en",
                                   "--target-lang",
                                   "vi",
                                   "--mode",
                                   "parallel",
                                   "--quiet"};
    words.insert(words.end(), more.begin(), more.end());
    return run_of(words);
  }
};

TEST_F(Slow, AnInterruptIsExitCode130AndLeavesAnOldResultAsItIs) {
  const std::string output = write("result.ladder", "an old result");
  ProgramRun run = long_work({"--format", "ladder", "--output", output});
  run.interrupt_after = std::chrono::seconds(1);

  const ProgramResult result = tungse_tests::run_program(run);

  EXPECT_EQ(result.exit_code, 130) << result.shown();
  EXPECT_THAT(result.err, HasSubstr("interrupted"));
  EXPECT_EQ(tungse_tests::read_bytes(output), "an old result");
  EXPECT_THAT(files(), testing::ElementsAre("a.txt", "b.txt", "result.ladder"));
}

TEST_F(Slow, AnInterruptedMiningIsExitCode130AndWritesNothing) {
  for (const char* side : {"a", "b"}) std::filesystem::create_directories(in_folder(side));
  write("a/a.txt", made_up_text(60'000, 1, some_syllables));
  write("b/b.txt", made_up_text(60'000, 2, other_syllables));
  ProgramRun run = run_of({"mine", "--source-dir", in_folder("a"), "--target-dir", in_folder("b"), "--segmented",
                           "--source-lang", "en", "--target-lang", "vi", "--output", in_folder("out"), "--quiet"});
  run.interrupt_after = std::chrono::seconds(1);

  const ProgramResult result = tungse_tests::run_program(run);

  EXPECT_EQ(result.exit_code, 130) << result.shown();
  EXPECT_THAT(result.err, HasSubstr("interrupted"));
  EXPECT_FALSE(std::filesystem::exists(in_folder("out")));
}

TEST_F(Slow, AnInterruptedBatchIsExitCode130) {
  const std::string line = in_folder("a.txt") + "\t" + in_folder("b.txt") + "\t";
  ProgramRun run = long_work({});
  run.arguments = {"align",   "--batch",       write("pairs.tsv", line + in_folder("1") + "\n" + line + in_folder("2")),
                   "--quiet", "--independent", "--segmented"};
  run.interrupt_after = std::chrono::seconds(1);

  const ProgramResult result = tungse_tests::run_program(run);

  EXPECT_EQ(result.exit_code, 130) << result.shown();
}

TEST_F(Slow, OneLineOfThreeMegabytesIsAligned) {
  const ProgramResult result =
      tungse({"align", write("line.txt", enormous_line()), vietnamese(), "--segmented", "--source-lang", "en"});

  expect_fine(result);
}

TEST_F(Slow, OneLineOfThreeMegabytesIsCut) {
  const ProgramResult result =
      tungse({"align", write("line.txt", enormous_line()), vietnamese(), "--format", "ladder"});

  expect_fine(result);
}

TEST_F(Slow, OneWordOfThreeMegabytesIsNoTrouble) {
  const ProgramResult result = tungse({"align", write("word.txt", std::string(3 << 20, 'a')), vietnamese()});

  EXPECT_EQ(result.signal, 0) << result.shown();
  EXPECT_FALSE(result.timed_out);
}

// The most memory that a child of this process has had, in KiB. Asked before and after, as it never falls.
long most_memory_of_children() {
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  return usage.ru_maxrss;
}

// Two hundred megabytes of units: what is imported is read twice, and held part by part.
TEST_F(Slow, ATranslationMemoryOfTwoHundredMegabytesIsImportedInBoundedMemory) {
  const std::string memory = in_folder("memory.tmx");
  std::size_t units = 0;
  {
    std::ofstream out(memory, std::ios::binary);
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\"><header srclang=\"vi\"/><body>\n";
    const std::string sentence = made_up_text(1, 7, some_syllables);
    const std::string notes(400, 'n');
    while (static_cast<std::size_t>(out.tellp()) < std::size_t{200} << 20) {
      ++units;
      out << "<tu tuid=\"" << units << "\"><note>" << notes << "</note><tuv xml:lang=\"vi\"><seg>" << units << " "
          << sentence << "</seg></tuv><tuv xml:lang=\"en\"><seg>" << units << " " << sentence << "</seg></tuv></tu>\n";
    }
    out << "</body></tmx>\n";
  }

  const ProgramResult result = tungse({"import", memory, "--db", in_folder("project.db")});

  expect_fine(result);
  EXPECT_THAT(result.out, HasSubstr(std::to_string(units) + " pairs, vi-en"));
#if !defined(__SANITIZE_ADDRESS__)
  EXPECT_LT(most_memory_of_children(), 200L << 10) << "KiB";
#endif
}

}  // namespace
}  // namespace end_to_end

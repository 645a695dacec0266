// Many pairs by one manifest.

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

}  // namespace
}  // namespace end_to_end

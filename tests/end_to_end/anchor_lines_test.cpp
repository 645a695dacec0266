// Delimiter lines that cut both texts into blocks.

#include <algorithm>

#include <gmock/gmock.h>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using testing::HasSubstr;
using testing::Not;

class AnchorLines : public CommandTest {
 protected:
  // Alone, the first sentence of the source would go with the first of the target; the delimiters forbid that.
  std::string source(const std::string& delimiter = ".EOA") const {
    return write("source.txt", "The Treaty of Aigun was signed on May 28, 1858.\n" + delimiter +
                                   "\nMuravyov signed for Russia, and Yishan signed for the Qing dynasty.\n");
  }
  std::string target(const std::string& delimiter = ".EOA") const {
    return write("target.txt", delimiter +
                                   "\nHiệp ước Ái Hồn được ký ngày 28 tháng 5 năm 1858.\n"
                                   "Muravyov ký thay mặt nước Nga, còn Dịch Sơn ký thay mặt nhà Thanh.\n");
  }
  ProgramResult align(const std::vector<std::string>& more = {"--anchor-lines"}) const {
    std::vector<std::string> words{"align",
                                   in_folder("source.txt"),
                                   in_folder("target.txt"),
                                   "--segmented",
                                   "--source-lang",
                                   "en",
                                   "--target-lang",
                                   "vi"};
    if (std::find(more.begin(), more.end(), "json") == more.end()) words.insert(words.end(), {"--format", "ladder"});
    words.insert(words.end(), more.begin(), more.end());
    return tungse(words);
  }
};

TEST_F(AnchorLines, NoBeadCrossesThem) {
  source();
  target();

  const ProgramResult plain = align({});
  const ProgramResult anchored = align();

  EXPECT_THAT(plain.out, Not(HasSubstr("[0]:[]:"))) << plain.shown();
  EXPECT_THAT(anchored.out, HasSubstr("[0]:[]:")) << anchored.shown();
  EXPECT_THAT(anchored.out, HasSubstr("[1]:[0]:")) << "the delimiters themselves";
  EXPECT_THAT(anchored.out, HasSubstr("[2]:[")) << anchored.shown();
}

TEST_F(AnchorLines, MaySayAnythingTheUserWants) {
  source("<p>");
  target("  <p>\r");

  EXPECT_THAT(align({"--anchor-lines", "--delimiter", "<p>"}).out, HasSubstr("[1]:[0]:"));
}

TEST_F(AnchorLines, UnequalNumbersAreRefusedWithBothFilesAndCounts) {
  source();
  target(".EOA\n.EOA");

  expect_refused(align(), {"source.txt has 1 line", "target.txt has 2 lines", ".EOA"});
}

TEST_F(AnchorLines, ThatThereAreNoneIsSaid) {
  source("--");
  target("--");

  const ProgramResult result = align();

  expect_fine(result);
  EXPECT_THAT(result.err, HasSubstr("no line is \".EOA\""));
}

TEST_F(AnchorLines, WithoutThemTheOptionChangesNothing) {
  source("--");
  target("--");

  EXPECT_EQ(align({"--anchor-lines", "--mode", "parallel"}).out, align({"--mode", "parallel"}).out);
}

TEST_F(AnchorLines, TheReasonOfTheModeIsTheDelimiters) {
  source();
  target();

  EXPECT_THAT(align({"--anchor-lines", "--format", "json"}).out, HasSubstr("delimiters put both texts in one order"));
}

TEST_F(AnchorLines, NeedTextsWithASegmentALineAndInOrder) {
  source();
  target();

  expect_refused(tungse({"align", in_folder("source.txt"), in_folder("target.txt"), "--anchor-lines"}), {"--segmented"},
                 2);
  expect_refused(align({"--delimiter", "<p>"}), {"--anchor-lines"}, 2);
  expect_refused(align({"--anchor-lines", "--mode", "comparable"}), {"--mode comparable"}, 2);
}

TEST_F(AnchorLines, InABatchOnlyThePairThatLacksOneFails) {
  source();
  target();
  write("two.txt", ".EOA\n.EOA\nHiệp ước.\n");
  const std::string left = in_folder("source.txt") + "\t";
  const std::string manifest = write("pairs.tsv", left + in_folder("target.txt") + "\t" + in_folder("a") + "\n" + left +
                                                      in_folder("two.txt") + "\t" + in_folder("b") + "\n");

  const ProgramResult result = tungse({"align", "--batch", manifest, "--segmented", "--anchor-lines"});

  EXPECT_EQ(result.exit_code, 1) << result.shown();
  EXPECT_THAT(result.out, HasSubstr(in_folder("a") + "\tok\t"));
  EXPECT_THAT(result.out, HasSubstr(in_folder("b") + "\tfailed\t"));
}

}  // namespace
}  // namespace end_to_end

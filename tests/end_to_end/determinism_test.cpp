// The same input gives the same bytes, however many threads work on it.

#include <gmock/gmock.h>

#include "tests/end_to_end/tungse_command.h"

namespace end_to_end {
namespace {

class SameBytes : public testing::TestWithParam<const char*> {
 protected:
  static std::string align(const char* source, const char* threads) {
    const ProgramResult result =
        tungse({"align", corpus(source), corpus("aigun/en.txt"), "--format", GetParam(), "--threads", threads});
    expect_fine(result);
    return result.out;
  }
};

TEST_P(SameBytes, WhetherOneThreadWorksOrFour) { EXPECT_EQ(align("aigun/ru.txt", "1"), align("aigun/ru.txt", "4")); }

TEST_P(SameBytes, WhetherOneThreadOrFourLinkComparableTexts) {
  EXPECT_EQ(align("three-treaties/vi.txt", "1"), align("three-treaties/vi.txt", "4"));
}

TEST_P(SameBytes, WhenItIsRunTwice) { EXPECT_EQ(align("aigun/vi.txt", "2"), align("aigun/vi.txt", "2")); }

INSTANTIATE_TEST_SUITE_P(Formats, SameBytes, testing::Values("report", "ladder", "tsv", "json"));

TEST(SameBytesWhateverTheLocale, NumbersAreWrittenWithAPoint) {
  ProgramRun run = run_of({"align", corpus("aigun/en.txt"), corpus("aigun/vi.txt"), "--format", "tsv", "--quiet"});
  const std::string usual = tungse_tests::run_program(run).out;
  run.environment["LC_ALL"] = "vi_VN.UTF-8";

  EXPECT_EQ(tungse_tests::run_program(run).out, usual);
}

}  // namespace
}  // namespace end_to_end

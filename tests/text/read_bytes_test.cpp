#include "aligner/text/read_bytes.h"

#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/error.h"

#include "tests/support/temporary_directory.h"

namespace aligner::text {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::ThrowsMessage;
using tungse_tests::TemporaryDirectory;

constexpr std::size_t plenty = std::size_t{1} << 20;

TEST(ReadBytes, GivesThemAsTheyAre) {
  const TemporaryDirectory folder;
  const std::string bytes("\xFF\0\r\n\x80", 5);

  EXPECT_EQ(read_bytes(folder.write("any", bytes), plenty), bytes);
}

TEST(ReadBytes, GivesNothingForAnEmptyFile) {
  const TemporaryDirectory folder;

  EXPECT_EQ(read_bytes(folder.write("empty", ""), plenty), "");
}

TEST(ReadBytes, TakesAsMuchAsTheLimitAndNoMore) {
  const TemporaryDirectory folder;
  const std::string path = folder.write("large", std::string(100'000, 'x'));

  EXPECT_EQ(read_bytes(path, 100'000).size(), 100'000u);
  EXPECT_THAT([&] { read_bytes(path, 99'999); }, ThrowsMessage<Error>(AllOf(HasSubstr("large"), HasSubstr("limit"))));
}

TEST(ReadBytes, LimitsWhatHasNoSizeToo) {
  EXPECT_THAT([] { read_bytes("/dev/zero", plenty); }, ThrowsMessage<Error>(HasSubstr("/dev/zero: larger than 1 MiB")));
}

TEST(ReadBytes, NamesWhatCannotBeRead) {
  const TemporaryDirectory folder;

  EXPECT_THAT([&] { read_bytes(folder.path() / "missing", plenty); },
              ThrowsMessage<Error>(AllOf(HasSubstr("missing"), HasSubstr("check the path"))));
  EXPECT_THAT([&] { read_bytes(folder.path(), plenty); }, ThrowsMessage<Error>(HasSubstr("directory")));
  EXPECT_THAT([] { read_bytes("", plenty); }, ThrowsMessage<Error>(HasSubstr("no file name")));
}

TEST(NameOf, ADashIsStandardInput) {
  EXPECT_EQ(name_of("-"), "standard input");
  EXPECT_EQ(name_of("texts/vi.txt"), "texts/vi.txt");
}

}  // namespace
}  // namespace aligner::text

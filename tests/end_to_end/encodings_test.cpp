// Texts in the encodings of old files. bytes/vi.*.txt are one Vietnamese text in three encodings.

#include <gmock/gmock.h>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using testing::HasSubstr;

std::string bytes_of(const std::string& encoding) {
  return std::string(TUNGSE_SOURCE_DIR) + "/tests/end_to_end/bytes/vi." + encoding + ".txt";
}

std::string sentences() { return tungse({"segment", bytes_of("utf-8"), "--lang", "vi"}).out; }

TEST(OldEncodings, TheTextIsTheSameInUtf8) {
  EXPECT_THAT(sentences(), HasSubstr("Hiệp ước Ái Hồn được ký ngày 16 tháng 5 năm 1858 theo lịch Julius.\n"));
}

class OldEncoding : public testing::TestWithParam<std::tuple<const char*, const char*>> {};

TEST_P(OldEncoding, IsReadAsItIsNamed) {
  const auto& [file, name] = GetParam();

  const ProgramResult result = tungse({"segment", bytes_of(file), "--lang", "vi", "--encoding", name});

  expect_fine(result);
  EXPECT_EQ(result.out, sentences());
  EXPECT_EQ(result.err, "") << "what was given is not assumed";
}

TEST_P(OldEncoding, IsDetectedAndSaid) {
  const ProgramResult result = tungse({"segment", bytes_of(std::get<0>(GetParam())), "--lang", "vi"});

  expect_fine(result);
  EXPECT_EQ(result.out, sentences());
  EXPECT_THAT(result.err, HasSubstr(std::string("vi.") + std::get<0>(GetParam()) + ".txt: "));
  EXPECT_THAT(result.err, HasSubstr("encoding"));
}

TEST_P(OldEncoding, AlignsLikeUtf8) {
  const std::string english = corpus("aigun/en.txt");
  const auto& [file, name] = GetParam();
  const auto align = [&](const std::string& path, const char* encoding) {
    return tungse({"align", path, english, "--format", "tsv", "--source-encoding", encoding, "--target-encoding",
                   "UTF-8", "--quiet"});
  };

  const ProgramResult result = align(bytes_of(file), name);

  expect_fine(result);
  EXPECT_EQ(result.out, align(bytes_of("utf-8"), "UTF-8").out);
}

INSTANTIATE_TEST_SUITE_P(Files, OldEncoding,
                         testing::Values(std::make_tuple("windows-1258", "windows-1258"),
                                         std::make_tuple("tcvn", "TCVN")),
                         [](const auto& one) { return tungse_tests::test_name(std::get<0>(one.param)); });

}  // namespace
}  // namespace end_to_end

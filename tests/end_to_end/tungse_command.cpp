#include "tests/end_to_end/tungse_command.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include <gmock/gmock.h>

namespace end_to_end {

ProgramRun run_of(const std::vector<std::string>& arguments) {
  ProgramRun run;
  run.program = TUNGSE_BINARY;
  run.arguments = arguments;
  return run;
}

ProgramResult tungse(const std::vector<std::string>& arguments, const std::string& input) {
  ProgramRun run = run_of(arguments);
  run.input = input;
  return tungse_tests::run_program(run);
}

bool can_nobody_run_it() {
  ProgramRun run = run_of({"--version"});
  run.user = tungse_tests::User::nobody;
  try {
    return tungse_tests::run_program(run).exit_code == 0;
  } catch (const std::runtime_error&) {
    return false;
  }
}

std::string corpus(const std::string& name) { return std::string(TUNGSE_SOURCE_DIR) + "/corpora/accounts/" + name; }

// From the folder of the DTDs: a path with a space in it is none to xmllint, which takes it for an address.
ProgramResult validated(const std::string& file, const std::string& schema) {
  return tungse_tests::run_program({.program = "/usr/bin/xmllint",
                                    .arguments = {"--noout", "--dtdvalid", schema, file},
                                    .folder = std::string(TUNGSE_SOURCE_DIR) + "/tests/interchange/schemas"});
}

std::string_view small_english() {
  return "The Treaty of Aigun was signed on May 28, 1858.\n"
         "Muravyov signed for Russia, and Yishan signed for the Qing dynasty.\n"
         "\n"
         "The land between the Amur and the mountains became Russian.\n"
         "In 1860 the Convention of Peking confirmed the border.\n"
         "Russia received more than 600,000 square kilometres.\n";
}

std::string_view small_vietnamese() {
  return "Hiệp ước Ái Hồn được ký ngày 28 tháng 5 năm 1858.\n"
         "Muravyov ký thay mặt nước Nga, còn Dịch Sơn ký thay mặt nhà Thanh.\n"
         "\n"
         "Vùng đất nằm giữa sông Amur và dãy núi trở thành đất Nga.\n"
         "Năm 1860, Điều ước Bắc Kinh xác nhận đường biên giới ấy.\n"
         "Nước Nga nhận được hơn 600.000 kilômét vuông.\n";
}

void expect_refused(const ProgramResult& result, const std::vector<std::string>& words, int exit_code) {
  EXPECT_EQ(result.exit_code, exit_code) << result.shown();
  EXPECT_EQ(result.out, "") << result.shown();
  EXPECT_THAT(result.err, testing::HasSubstr("tungse: ")) << result.shown();
  for (const std::string& word : words) EXPECT_THAT(result.err, testing::HasSubstr(word)) << result.shown();
}

void expect_fine(const ProgramResult& result) { EXPECT_EQ(result.exit_code, 0) << result.shown(); }

std::vector<std::string> CommandTest::files() const {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace end_to_end

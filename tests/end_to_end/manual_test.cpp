// Manual pages: made without warnings, and with everything that help says.

#include <filesystem>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;

class Manual : public CommandTest {
 protected:
  void SetUp() override { expect_fine(tungse({"man", "--all-dir", pages()})); }

  std::string pages() const { return in_folder("pages"); }

  // A page as a reader has it, in one line: without bold letters and line breaks.
  std::string read(const std::string& file) const {
    const ProgramResult result = tungse_tests::run_program(
        {.program = "/usr/bin/mandoc", .arguments = {"-Tutf8", "-Owidth=1000", pages() + "/" + file}});
    std::string text;
    for (std::size_t i = 0; i < result.out.size(); ++i) {
      const char byte = result.out[i] == '\n' ? ' ' : result.out[i];
      if (byte == '\b') {  // a letter struck over another
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();
        if (!text.empty()) text.pop_back();
      } else if (byte != ' ' || (!text.empty() && text.back() != ' ')) {
        text += byte;
      }
    }
    return text;
  }

  static std::string file_of(const json& node) {
    std::string name = "tungse";
    for (const json& word : node["words"]) name += "-" + word.get<std::string>();
    return name + ".1";
  }

  void check(const json& node) const {
    const std::string page = read(file_of(node));
    const std::string where = file_of(node);
    for (const char* section :
         {"NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "EXAMPLES", "FILES", "ENVIRONMENT"}) {
      EXPECT_THAT(page, HasSubstr(section)) << where;
    }
    for (const json& option : node["options"]) EXPECT_THAT(page, HasSubstr(option["name"].get<std::string>())) << where;
    for (const char* group : {"options", "arguments"}) {
      for (const json& option : node[group])
        EXPECT_THAT(page, HasSubstr(option["description"].get<std::string>())) << where;
    }
    for (const json& code : node["exit_codes"])
      EXPECT_THAT(page, HasSubstr(code["meaning"].get<std::string>())) << where;
    for (const json& example : node["examples"]) {
      const std::string line = example["line"];
      if (node["words"].empty()) continue;
      EXPECT_THAT(page, HasSubstr(line)) << where;
    }
    for (const json& one : node["commands"]) {
      EXPECT_THAT(page, HasSubstr(one["summary"].get<std::string>())) << where;
      check(one);
    }
  }
};

TEST_F(Manual, HasEverythingThatHelpSays) {
  if (!fs::exists("/usr/bin/mandoc"))
    GTEST_SKIP() << "the package mandoc is not installed; tools/install --test does that";

  check(json::parse(tungse({"help", "--json"}).out));
}

TEST_F(Manual, HasNoFaultInTheEyesOfMandoc) {
  if (!fs::exists("/usr/bin/mandoc"))
    GTEST_SKIP() << "the package mandoc is not installed; tools/install --test does that";

  for (const auto& entry : fs::directory_iterator(pages())) {
    const ProgramResult result = tungse_tests::run_program(
        {.program = "/usr/bin/mandoc", .arguments = {"-Tlint", "-Wwarning", entry.path().string()}});

    EXPECT_EQ(result.exit_code, 0) << result.shown();
    EXPECT_EQ(result.out, "") << entry.path();
  }
}

TEST_F(Manual, IsThePageThatIsAskedFor) {
  EXPECT_EQ(tungse({"man", "glossary", "list"}).out, tungse_tests::read_bytes(pages() + "/tungse-glossary-list.1"));
  EXPECT_EQ(tungse({"man"}).out, tungse_tests::read_bytes(pages() + "/tungse.1"));
  expect_refused(tungse({"man", "glossary", "lost"}), {"lost", "tungse glossary --help"}, 2);
}

// Of the release, whatever day it is made on.
TEST_F(Manual, BearsTheDateOfTheRelease) {
  EXPECT_THAT(tungse_tests::read_bytes(pages() + "/tungse.1"),
              testing::ContainsRegex(".TH TUNGSE 1 20[0-9]{2}-[0-9]{2}-[0-9]{2} \"tungse "));
}

}  // namespace
}  // namespace end_to_end

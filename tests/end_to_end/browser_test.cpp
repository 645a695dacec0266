// The HTML report in a real browser, where there is one: it reads the rows, filters, follows a jump, and draws.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_directory.h"

namespace end_to_end {
namespace {

using testing::HasSubstr;
using tungse_tests::ProgramResult;
using tungse_tests::run_program;
using tungse_tests::TemporaryDirectory;

constexpr const char* browser = "/usr/bin/chromium";

// What a reader does, and what they see then, as attributes of the page's root.
constexpr const char* visit = R"js(
<script>
(() => {
  const root = document.documentElement;
  const form = document.getElementById("filter");
  const visible = () => [...document.querySelectorAll("tbody tr")].filter(row => !row.hidden);
  const pairs = () => visible().filter(row => row.classList.contains("pair"));
  root.dataset.rows = visible().length;
  root.dataset.pairs = pairs().length;
  form.elements.least.value = 70;
  form.dispatchEvent(new Event("input"));
  root.dataset.sure = pairs().length;
  root.dataset.unsureShown = pairs().filter(row => Number(row.dataset.confidence) < 0.7).length;
  form.elements.least.value = 0;
  form.elements.alone.checked = false;
  form.dispatchEvent(new Event("input"));
  root.dataset.withoutAlone = visible().length;
  form.elements.problems.checked = true;
  form.dispatchEvent(new Event("input"));
  root.dataset.problems = visible().length;
  document.getElementById("next").click();
  root.dataset.jumped = document.querySelector(location.hash).classList.contains("problem");
})();
</script>
)js";

class HtmlReportInABrowser : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(browser)) GTEST_SKIP() << browser << " is not installed";
    page_ = folder_.path() / "report.html";
    const std::string accounts = std::string(TUNGSE_SOURCE_DIR) + "/corpora/accounts/";
    const ProgramResult made =
        tungse({"align", accounts + "three-treaties/vi.txt", accounts + "aigun/en.txt", "--format", "html", "--quiet",
                "--min-confidence", ".2", "--output", page_.string()});
    expect_fine(made);
  }

  ProgramResult browse(const std::vector<std::string>& more) const {
    std::vector<std::string> words{"--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                                   "--user-data-dir=" + (folder_.path() / "profile").string()};
    words.insert(words.end(), more.begin(), more.end());
    return run_program({.program = browser,
                        .arguments = words,
                        .folder = folder_.path(),
                        .environment = {{"HOME", folder_.path().string()}},
                        .time_limit = std::chrono::seconds(120)});
  }

  TemporaryDirectory folder_;
  std::filesystem::path page_;
};

std::optional<int> number_in(const std::string& page, const std::string& name) {
  const std::string key = "data-" + name + "=\"";
  const std::size_t at = page.find(key);
  return at == std::string::npos ? std::nullopt : std::optional(std::atoi(page.c_str() + at + key.size()));
}

TEST_F(HtmlReportInABrowser, RowsAreReadFilteredAndJumpedTo) {
  const std::filesystem::path visited = folder_.path() / "visited.html";
  std::string page = tungse_tests::read_bytes(page_.string());
  page.insert(page.rfind("</body>"), visit);
  std::ofstream(visited) << page;

  const ProgramResult seen = browse({"--dump-dom", "file://" + visited.string()});

  ASSERT_EQ(seen.exit_code, 0) << seen.err;
  ASSERT_TRUE(number_in(seen.out, "rows").has_value()) << seen.out.substr(0, 2000);
  EXPECT_GT(*number_in(seen.out, "rows"), *number_in(seen.out, "pairs"));
  EXPECT_GT(*number_in(seen.out, "pairs"), *number_in(seen.out, "sure"));
  EXPECT_GT(*number_in(seen.out, "sure"), 0);
  EXPECT_EQ(*number_in(seen.out, "unsure-shown"), 0);
  EXPECT_EQ(*number_in(seen.out, "without-alone"), *number_in(seen.out, "pairs"));
  EXPECT_GT(*number_in(seen.out, "problems"), 0);
  EXPECT_LT(*number_in(seen.out, "problems"), *number_in(seen.out, "pairs"));
  EXPECT_THAT(seen.out, HasSubstr("data-jumped=\"true\""));
}

TEST_F(HtmlReportInABrowser, SpeaksVietnameseInItsControlsToo) {
  const std::filesystem::path visited = folder_.path() / "visited.html";
  expect_fine(tungse({"align", corpus("three-treaties/vi.txt"), corpus("aigun/en.txt"), "--format", "html", "--quiet",
                      "--ui-lang", "vi", "--output", page_.string()}));
  std::string page = tungse_tests::read_bytes(page_.string());
  page.insert(page.rfind("</body>"), visit);
  std::ofstream(visited) << page;

  const ProgramResult seen = browse({"--dump-dom", "file://" + visited.string()});

  ASSERT_EQ(seen.exit_code, 0) << seen.err;
  EXPECT_THAT(seen.out, HasSubstr("<html lang=\"vi\""));
  EXPECT_THAT(seen.out, HasSubstr("Vấn đề sau"));
  EXPECT_GT(*number_in(seen.out, "pairs"), *number_in(seen.out, "sure"));
  EXPECT_GT(*number_in(seen.out, "sure"), 0);
  EXPECT_EQ(*number_in(seen.out, "unsure-shown"), 0);
}

TEST_F(HtmlReportInABrowser, IsDrawnAndPrinted) {
  const std::filesystem::path picture = folder_.path() / "report.png";
  const std::filesystem::path paper = folder_.path() / "report.pdf";

  browse({"--window-size=1200,1600", "--screenshot=" + picture.string(), "file://" + page_.string()});
  browse({"--print-to-pdf=" + paper.string(), "file://" + page_.string()});

  ASSERT_TRUE(std::filesystem::exists(picture));
  EXPECT_GT(std::filesystem::file_size(picture), 20'000U);  // a blank page has a few thousand bytes
  EXPECT_THAT(tungse_tests::read_bytes(picture.string()).substr(0, 4), "\x89PNG");
  ASSERT_TRUE(std::filesystem::exists(paper));
  EXPECT_THAT(tungse_tests::read_bytes(paper.string()).substr(0, 4), "%PDF");
}

}  // namespace
}  // namespace end_to_end

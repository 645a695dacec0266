// Whole accounts: the bundled ones must be cut exactly as their authors did by hand, the Vietnamese account of the
// project's beginnings (not bundled) exactly as it was marked by hand.

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aligner/segment/segment_document.h"

#include "tests/support/case_file.h"

namespace aligner::segment {
namespace {

struct Account {
  std::string path;  // below the folder of accounts, without ending
  std::string language;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> segments_of(const text::Document& document) {
  std::vector<std::string> texts;
  for (const Segment& segment : segment_document(document).segments) texts.emplace_back(document.slice(segment.span));
  return texts;
}

text::Document read_account(const std::string& path, const std::string& language) {
  return text::Document::from_utf8(tungse_tests::read_bytes(path), text::LanguageTag::parse(language), path);
}

class BundledAccounts : public testing::TestWithParam<Account> {};

TEST_P(BundledAccounts, AreCutAsTheirAuthorsDidByHand) {
  const std::string path = std::string(TUNGSE_SOURCE_DIR) + "/corpora/accounts/" + GetParam().path;
  if (!std::filesystem::exists(path + ".segments.txt")) GTEST_SKIP() << path << ".segments.txt is not there";

  const std::vector<std::string> found = segments_of(read_account(path + ".txt", GetParam().language));

  EXPECT_EQ(found, lines_of(tungse_tests::read_bytes(path + ".segments.txt")));
}

INSTANTIATE_TEST_SUITE_P(Accounts, BundledAccounts,
                         testing::Values(Account{"aigun/en", "en"}, Account{"aigun/vi", "vi"},
                                         Account{"aigun/ru", "ru"}, Account{"three-treaties/vi", "vi"}),
                         [](const auto& test) { return tungse_tests::test_name(test.param.path); });

TEST(AccountsOutsideTheRepository, VietnameseAccountHasNoFalseAndNoMissedBreak) {
  const std::string path = std::string(TUNGSE_SOURCE_DIR) + "/../shared/accounts/vi-tianjin-aigun.txt";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not there; it is not part of the repository";
  std::vector<std::string> expected;
  const std::string begins = tungse_tests::read_bytes(std::string(TUNGSE_CASES) + "/accounts.vi-tianjin-aigun.begins");
  for (const std::string& line : lines_of(begins)) {
    if (!line.empty() && line[0] != '#') expected.push_back(line);
  }

  std::vector<std::string> found;
  for (const Segment& segment : segment_document(read_account(path, "vi")).segments) {
    found.push_back(std::to_string(segment.span.begin));
  }

  EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace aligner::segment

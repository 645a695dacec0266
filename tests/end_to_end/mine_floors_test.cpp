// How good mining is, as floors, on texts that lie beside the checkout; skipped where they do not.

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "aligner/evaluate/score.h"
#include "aligner/interchange/ladder.h"

#include "tests/end_to_end/tungse_command.h"

namespace end_to_end {
namespace {

namespace fs = std::filesystem;
using aligner::evaluate::IndexBead;
using nlohmann::json;
using testing::Ge;

class MiningFloor : public CommandTest {
 protected:
  void SetUp() override {
    for (const char* side : {"source", "target"}) fs::create_directories(in_folder(side));
  }

  // Under names that say nothing: numbers, dealt out in other ways on both sides.
  void add(const std::string& side, const fs::path& text) {
    const std::size_t number = (names_[side].size() + 1) * (side == "source" ? 7919 : 104729) % 100003;
    const std::string path = in_folder(side + "/" + std::to_string(number) + ".txt");
    fs::copy_file(text, path);
    names_[side][path] = text.parent_path().string();
  }

  json mine(const char* source_language, const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{
        "mine",          "--source-dir",  in_folder("source"), "--target-dir", in_folder("target"),
        "--source-lang", source_language, "--target-lang",     "en",           "--json",
        "--quiet"};
    words.insert(words.end(), more.begin(), more.end());
    const ProgramResult result = tungse(words);
    expect_fine(result);
    return json::parse(result.out);
  }

  // Of pairs of documents, which are right where both came out of one folder.
  double document_f1(const json& found) const {
    double given = 0;
    double right = 0;
    for (const json& pair : found.at("pairs")) {
      if (pair.at("relation") == "passages") continue;
      ++given;
      if (names_.at("source").at(pair.at("source")) == names_.at("target").at(pair.at("target"))) ++right;
    }
    std::set<std::string> sources;
    double all = 0;
    for (const auto& [path, folder] : names_.at("source")) sources.insert(folder);
    for (const auto& [path, folder] : names_.at("target")) all += static_cast<double>(sources.count(folder));
    return 2 * right / (given + all);
  }

  const std::string shared_ = std::string(TUNGSE_SOURCE_DIR) + "/../shared";
  std::map<std::string, std::map<std::string, std::string>> names_;  // by side and path: the folder it came from
};

struct BagFloor {
  const char* set;
  const char* language;
  double f1;
};

void PrintTo(const BagFloor& floor, std::ostream* out) { *out << floor.set; }

class MinedBag : public MiningFloor, public testing::WithParamInterface<BagFloor> {};

TEST_P(MinedBag, IsLinkedAsWellAsByAlign) {
  const std::string folder = shared_ + "/data/sets/mining_debian/" + GetParam().set;
  if (!fs::exists(folder)) GTEST_SKIP() << folder << " is not there";
  add("source", folder + "/src.txt");
  add("target", folder + "/tgt.txt");

  const json found = mine(GetParam().language, {"--segmented"});

  ASSERT_EQ(found.at("pairs").size(), 1U);
  std::vector<IndexBead> beads;
  for (const json& bead : found.at("pairs").at(0).at("beads")) beads.push_back({bead.at("source"), bead.at("target")});
  std::vector<IndexBead> gold;
  for (const auto& line : aligner::interchange::read_ladder(folder + "/gold.tsv")) {
    gold.push_back({line.source, line.target});
  }
  EXPECT_THAT(aligner::evaluate::score_alignment(gold, beads).strict.f1, Ge(GetParam().f1));
}

INSTANTIATE_TEST_SUITE_P(Sets, MinedBag, testing::Values(BagFloor{"vi_en", "vi", 0.93}, BagFloor{"ru_en", "ru", 0.92}),
                         [](const auto& one) { return std::string(one.param.set); });

TEST_F(MiningFloor, HelpPagesFindTheirTranslations) {
  const std::string folder = shared_ + "/data/sets/lohelp_vi_en";
  if (!fs::exists(folder)) GTEST_SKIP() << folder << " is not there";
  std::vector<fs::path> pages;
  for (const auto& page : fs::directory_iterator(folder)) pages.push_back(page.path());
  std::sort(pages.begin(), pages.end());
  // One in four stands on one side alone.
  for (std::size_t k = 0; k < pages.size(); ++k) {
    if (k % 8 != 0) add("source", pages[k] / "src.txt");
    if (k % 8 != 4) add("target", pages[pages.size() - 1 - k] / "tgt.txt");
  }

  EXPECT_THAT(document_f1(mine("vi", {"--segmented"})), Ge(0.95));
}

TEST_F(MiningFloor, AccountsOfTreatiesAreFoundAmongHelpPages) {
  const std::string pages = shared_ + "/data/sets/lohelp_vi_en";
  const std::string accounts = shared_ + "/accounts";
  if (!fs::exists(pages) || !fs::exists(accounts))
    GTEST_SKIP() << pages << " and " << accounts << " are not both there";
  std::vector<fs::path> some;
  for (const auto& page : fs::directory_iterator(pages)) some.push_back(page.path());
  std::sort(some.begin(), some.end());
  for (std::size_t k = 0; k < 20; ++k) {
    add("source", some[k] / "src.txt");
    add("target", some[some.size() - 1 - k] / "tgt.txt");
  }
  add("source", accounts + "/vi-tianjin-aigun.txt");
  add("target", accounts + "/en-treaty-of-aigun.txt");
  add("target", accounts + "/en-border-regions.txt");

  const json found = mine("vi");

  std::size_t links = 0;
  std::set<std::string> related;  // targets of the account
  for (const json& pair : found.at("pairs")) {
    if (names_.at("source").at(pair.at("source")) != accounts || pair.at("relation") == "passages") continue;
    EXPECT_EQ(pair.at("relation"), "comparable");
    EXPECT_EQ(names_.at("target").at(pair.at("target")), accounts);
    links += pair.at("beads").size();
    related.insert(pair.at("target"));
  }
  EXPECT_GE(related.size(), 1U);
  EXPECT_GT(links, 10U);
}

}  // namespace
}  // namespace end_to_end

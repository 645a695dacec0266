#include "aligner/report/mine_report.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/report/sample_texts.h"

namespace aligner::report {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// Two accounts that are comparable, and a document on each side that stands alone.
class MinedAccounts : public testing::Test {
 protected:
  MinedAccounts() {
    align::AlignedTexts texts = aigun_links();
    align::MinedPair pair;
    pair.source = 1;
    pair.relation = align::Relation::comparable;
    pair.confidence = 0.97;
    pair.score = 0.4;
    pair.evidence = texts.alignment.beads.at(0).evidence;
    pair.alignment = texts.alignment;
    sources_ = {side_of({"Mùa đông rất lạnh."}, "vi", "winter.txt"), texts.source};
    targets_ = {texts.target, side_of({"Bread was dear."}, "en", "bread\x1b[31m.txt")};
    pairs_ = {pair};
  }
  MinedView view() const { return {sources_, targets_, pairs_, unused_}; }

  std::vector<align::AlignedSide> sources_;
  std::vector<align::AlignedSide> targets_;
  std::vector<align::MinedPair> pairs_;
  const std::vector<UnusedFile> unused_{{"junk.bin", "is binary data"}};
};

TEST_F(MinedAccounts, TheTableNamesDocumentsReasonsAndTheBestLinks) {
  const std::string table = mine_table(view(), {.width = 100, .links = 1});

  EXPECT_THAT(table, AllOf(HasSubstr("1. comparable, 97 %: " + sources_[1].document.name() + " ~ "),
                           HasSubstr("3 links\n"), HasSubstr("Source: 1 of 2 documents have a counterpart"),
                           HasSubstr("Target: 1 of 2 documents have a counterpart"), Not(HasSubstr("winter"))));
}

TEST_F(MinedAccounts, JsonHasWhatTheContractSays) {
  const json found = json::parse(mine_json(view(), {.version = "1.2"}));

  EXPECT_EQ(found.at("tungse"), "1.2");
  EXPECT_EQ(found.at("source").at(0).at("name"), "winter.txt");
  EXPECT_EQ(found.at("source").at(0).at("has_counterpart"), false);
  EXPECT_EQ(found.at("source").at(1).at("segments"), sources_[1].segmentation.size());
  const json& pair = found.at("pairs").at(0);
  EXPECT_EQ(pair.at("source"), sources_[1].document.name());
  EXPECT_EQ(pair.at("relation"), "comparable");
  EXPECT_EQ(pair.at("beads").size(), 3U);
  EXPECT_FALSE(pair.at("beads").at(0).at("source_text").get<std::string>().empty());
  EXPECT_EQ(found.at("left_out").at(0).at("reason"), "is binary data");
}

TEST_F(MinedAccounts, NamesCannotCommandTheTerminal) {
  pairs_[0].target = 1;
  pairs_[0].evidence.clear();
  pairs_[0].alignment.beads.clear();

  EXPECT_THAT(mine_table(view()), AllOf(HasSubstr("bread"), Not(HasSubstr("\x1b"))));
}

TEST_F(MinedAccounts, NoPairsAreTwoLines) {
  pairs_.clear();

  EXPECT_EQ(mine_table(view()),
            "Source: 0 of 2 documents have a counterpart\nTarget: 0 of 2 documents have a counterpart\n");
}

}  // namespace
}  // namespace aligner::report

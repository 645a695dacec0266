#include "aligner/anchors/name_clusters.h"

#include <chrono>

#include <gmock/gmock.h>

#include "tests/anchors/notation.h"
#include "tests/support/case_file.h"

namespace {

using aligner::anchors::Anchor;
using aligner::anchors::Name;
using tungse_tests::Case;

std::string entities(const std::vector<Anchor>& anchors) {
  std::string text;
  for (const Anchor& anchor : anchors) {
    const Name* name = std::get_if<Name>(&anchor.value);
    if (name != nullptr) text += (text.empty() ? "" : " | ") + name->entity;
  }
  return text;
}

TEST(NameClusters, GatherTheSpellingsOfTheTable) {
  for (const Case& row : tungse_tests::read_cases(TUNGSE_CASES "/entities.tsv")) {
    ASSERT_EQ(row.fields.size(), 3U) << row.where();
    EXPECT_EQ(entities(tungse_tests::anchors_of(row.fields[1], row.fields[0])), row.fields[2]) << row.where();
  }
}

// Thousands of names in one bucket: without a bound this would take minutes.
TEST(NameClusters, TakeTimeInProportionToTheNames) {
  std::vector<Anchor> anchors;
  for (int i = 0; i < 20000; ++i) {
    std::string key = "m";
    for (int rest = i; rest > 0; rest /= 5) key += std::string(1, "aeiou"[rest % 5]) + "r";
    anchors.push_back({.value = Name{.key = key + "a", .spelling = key}});
  }
  const auto begin = std::chrono::steady_clock::now();

  aligner::anchors::set_entities(anchors);

  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

}  // namespace

#include "aligner/anchors/anchor_matcher.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "aligner/anchors/match_keys.h"
#include "aligner/anchors/name.h"

#include "tests/support/case_file.h"

namespace {

using namespace aligner::anchors;  // NOLINT(google-build-using-namespace): the subject of every line
using aligner::terms::bundled_terms;
using aligner::text::LanguageTag;
using tungse_tests::Case;

Anchor mention(const std::string& id) { return {.value = ConceptMention{.concept_id = id}}; }

Anchor name(const std::string& written, const std::string& language) {
  return {.value = read_name(written, LanguageTag::parse(language))};
}

bool share_a_key(AnchorMatcher& matcher, const Anchor& first, const Anchor& second) {
  const auto keys = matcher.keys(first);
  const auto others = matcher.keys(second);
  return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
    return std::find(others.begin(), others.end(), key) != others.end();
  });
}

TEST(AnchorMatcher, RelatesNamesToTheConceptsOfTheTable) {
  AnchorMatcher matcher(bundled_terms());
  for (const Case& row : tungse_tests::read_cases(TUNGSE_CASES "/concept_names.tsv")) {
    SCOPED_TRACE(row.where() + ": " + row.text);
    ASSERT_EQ(row.fields.size(), 4U);
    const Anchor concept_mention = mention(row.fields[0]);
    const Anchor found = name(row.fields[1], row.fields[2]);

    const auto match = matcher.match(concept_mention, found);

    EXPECT_EQ(match ? to_string(match->relation) : "-", row.fields[3]);
    EXPECT_EQ(matcher.match(found, concept_mention), match);
    EXPECT_EQ(match_anchors(found, concept_mention, bundled_terms()), match);
    if (match) {
      EXPECT_TRUE(share_a_key(matcher, concept_mention, found));
      EXPECT_LE(match->score, 0.9);
    }
  }
}

TEST(AnchorMatcher, NamesTheConceptInTheReason) {
  AnchorMatcher matcher(bundled_terms());

  const auto match = matcher.match(name("Murawjew", "en"), mention("p_muravyov"));

  ASSERT_TRUE(match);
  EXPECT_THAT(match->reason, ::testing::StartsWith("Murawjew is a name of Nikolay Muravyov-Amursky ("));
}

TEST(AnchorMatcher, ComparesOtherAnchorsAsMatchAnchorsDoes) {
  AnchorMatcher matcher(bundled_terms());
  const std::vector<Anchor> anchors = {mention("r_amur"),  mention("p_yishan"),        name("Amur", "en"),
                                       name("Амур", "ru"), {.value = make_year(1858)}, mention("unknown")};

  for (const Anchor& source : anchors) {
    for (const Anchor& target : anchors) {
      EXPECT_EQ(matcher.match(source, target), match_anchors(source, target, bundled_terms()));
    }
    EXPECT_EQ(matcher.keys(source), match_keys(source, bundled_terms()));
  }
}

}  // namespace

#include "aligner/terms/merge_termbase.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace aligner::terms {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const text::LanguageTag en = text::LanguageTag::parse("en");
const text::LanguageTag vi = text::LanguageTag::parse("vi");

Author file_of(const std::string& by) {
  return {.origin = ChangeOrigin::file, .by = by, .at = "2026-03-02T09:30:00Z", .why = "my.tsv"};
}
Author person(const std::string& by) { return {.by = by, .at = "2026-03-01T09:30:00Z"}; }

Termbase parsed(const std::string& tsv) { return {.terms = parse_terms(tsv, "test")}; }

const std::string known_lines =
    "concept\ttype\tlanguage\twording\tstatus\n"
    "r_amur\triver\ten\tAmur\tpreferred\n"
    "r_amur\triver\tvi\tSông Amur\tpreferred\n"
    "t_treaty\tnotion\ten\ttreaty\tpreferred\n"
    "t_treaty\tnotion\tvi\thiệp ước\tpreferred\n"
    "t_pact\tnotion\ten\tpact\tpreferred\n"
    "t_pact\tnotion\tvi\thiệp ước\tadmitted\n";

MergePlan merge(const Termbase& known, const std::string& tsv) {
  return plan_merge(known, parsed(tsv), file_of("Lan"), Matching::by_terms);
}

// "field concept/wording before>after", one a change.
std::string shown(const MergePlan& plan) {
  std::string text;
  for (const Change& change : plan.changes) {
    text += to_string(change.field) + " " + change.concept_id + "/" + change.wording + " " + change.before + ">" +
            change.after + "\n";
  }
  return text;
}

TEST(MergeTermbase, AConceptThatNobodyHasIsNew) {
  const MergePlan plan = merge(parsed(known_lines), "concept\ten\nl_aigun\tAigun\n");

  EXPECT_EQ(shown(plan), "created l_aigun/ >\ncreated l_aigun/Aigun >preferred\n");
  EXPECT_EQ(plan.concepts_read, 1u);
  EXPECT_EQ(plan.terms_read, 1u);
}

TEST(MergeTermbase, ByItsIdAConceptIsTheSameWhateverItsTerms) {
  const MergePlan plan = merge(parsed(known_lines), "concept\tlanguage\twording\nr_amur\ten\tBlack Dragon River\n");

  EXPECT_EQ(shown(plan), "created r_amur/Black Dragon River >admitted\n");
  EXPECT_THAT(plan.remarks, IsEmpty());
}

TEST(MergeTermbase, WithAnotherIdAConceptIsFoundByItsTerms) {
  const MergePlan plan = merge(parsed(known_lines), "en\tvi\namur\tHắc Long Giang\n");

  EXPECT_THAT(shown(plan), HasSubstr("created r_amur/Hắc Long Giang"));
  ASSERT_FALSE(plan.remarks.empty());
  EXPECT_EQ(plan.remarks[0].outcome, MergeOutcome::matched);
  EXPECT_THAT(plan.remarks[0].reason, HasSubstr("r_amur"));
}

TEST(MergeTermbase, ATermThatTwoConceptsHaveDecidesNothing) {
  const MergePlan plan = merge(parsed(known_lines), "vi\nHiệp ước\n");

  EXPECT_THAT(plan.changes, IsEmpty());
  ASSERT_THAT(plan.remarks, SizeIs(1));
  EXPECT_EQ(plan.remarks[0].outcome, MergeOutcome::conflict);
  EXPECT_THAT(plan.remarks[0].reason, AllOf(HasSubstr("t_treaty"), HasSubstr("t_pact"), HasSubstr("give it the id")));
}

TEST(MergeTermbase, AnotherTermCanDecideWhatOneLeavesOpen) {
  const MergePlan plan = merge(parsed(known_lines), "en\tvi\tru\ntreaty\thiệp ước\tдоговор\n");

  EXPECT_EQ(shown(plan), "created t_treaty/договор >preferred\n");
}

TEST(MergeTermbase, TermsOfTwoConceptsAreAConflict) {
  const MergePlan plan = merge(parsed(known_lines), "en\ntreaty|pact\n");

  EXPECT_THAT(plan.changes, IsEmpty());
  EXPECT_TRUE(plan.has_conflicts());
}

TEST(MergeTermbase, AConceptOfAnotherTypeIsAnotherConcept) {
  const MergePlan plan = merge(parsed(known_lines), "concept\ttype\ten\np_amur\tpeople\tAmur\n");

  EXPECT_THAT(shown(plan), HasSubstr("created p_amur/ >"));
}

TEST(MergeTermbase, ADeprecatedWordingIdentifiesNothing) {
  Termbase known = parsed("concept\tlanguage\twording\tstatus\nr_amur\ten\tCupid\tdeprecated\n");

  const MergePlan plan = merge(known, "en\tvi\nCupid\tthần Ái tình\n");

  EXPECT_THAT(shown(plan), HasSubstr("created en:Cupid/ >"));
}

TEST(MergeTermbase, MergingAgainChangesNothing) {
  const Termbase known = parsed(known_lines);

  const MergePlan plan = plan_merge(known, known, file_of("Lan"), Matching::by_terms);

  EXPECT_THAT(plan.changes, IsEmpty());
  EXPECT_THAT(plan.remarks, IsEmpty());
  EXPECT_EQ(plan.concepts_unchanged, 3u);
}

TEST(MergeTermbase, WhatAPersonDecidedStays) {
  Termbase known = parsed("concept\tlanguage\twording\tstatus\nr_amur\tvi\tA-mua\trejected\n");
  known.history = {{.concept_id = "r_amur",
                    .language = vi,
                    .wording = "A-mua",
                    .field = ChangeField::status,
                    .before = "proposed",
                    .after = "rejected",
                    .author = person("Minh")}};

  const MergePlan plan = merge(known, "concept\tlanguage\twording\tstatus\nr_amur\tvi\tA-mua\tadmitted\n");

  EXPECT_THAT(plan.changes, IsEmpty());
  ASSERT_THAT(plan.remarks, SizeIs(1));
  EXPECT_EQ(plan.remarks[0].outcome, MergeOutcome::conflict);
  EXPECT_EQ(plan.remarks[0].reason,
            "status was decided and stays \"rejected\", here it is \"admitted\"; edit it if that is right");
}

TEST(MergeTermbase, AListDoesNotUndoWhatAFileSaid) {
  Termbase known = parsed("concept\tlanguage\twording\tstatus\tnote\nr_amur\ten\tAmur\tdeprecated\tsay Heilongjiang\n");
  known.history = {{.concept_id = "r_amur",
                    .language = en,
                    .wording = "Amur",
                    .field = ChangeField::status,
                    .after = "deprecated",
                    .author = file_of("Lan")}};
  const Termbase list = parsed("concept\tlanguage\twording\tstatus\tnote\nr_amur\ten\tAmur\tpreferred\tthe river\n");
  const Author program{.origin = ChangeOrigin::list, .by = "tungse", .at = "2026-03-03T09:30:00Z"};

  EXPECT_EQ(shown(plan_merge(known, list, program, Matching::by_id)), "note r_amur/Amur say Heilongjiang>the river\n");
}

TEST(MergeTermbase, ANewPreferredTermMakesTheOldOneAdmitted) {
  const MergePlan plan =
      merge(parsed(known_lines), "concept\tlanguage\twording\tstatus\nr_amur\ten\tAmur River\tpreferred\n");

  EXPECT_EQ(shown(plan), "status r_amur/Amur preferred>admitted\ncreated r_amur/Amur River >preferred\n");
}

TEST(MergeTermbase, AdmittedDoesNotTakePreferredBack) {
  const MergePlan plan = merge(parsed(known_lines), "concept\tlanguage\twording\nr_amur\ten\tAmur\n");

  EXPECT_THAT(plan.changes, IsEmpty());
  ASSERT_THAT(plan.remarks, SizeIs(1));
  EXPECT_EQ(plan.remarks[0].outcome, MergeOutcome::skipped);
}

TEST(MergeTermbase, RelationsGoToTheConceptsAsTheyAreHere) {
  Termbase incoming = parsed("concept\tlanguage\twording\nx1\ten\tAmur\nx2\ten\tUssuri\n");
  incoming.terms.merge(parse_terms("concept\trelation\tother\nx2\tpart of\tx1\n", "relations"));

  const MergePlan plan = plan_merge(parsed(known_lines), incoming, file_of("Lan"), Matching::by_terms);

  EXPECT_THAT(shown(plan), AllOf(HasSubstr("relation r_amur/ >has part"), HasSubstr("relation x2/ >part of")));
}

TEST(MergeTermbase, AMergedIdStandsForTheOtherConcept) {
  Termbase known = parsed(known_lines);
  known.history = {
      {.concept_id = "r_heilong", .field = ChangeField::merged_into, .after = "r_amur", .author = person("Minh")}};

  EXPECT_EQ(shown(merge(known, "concept\tlanguage\twording\nr_heilong\ten\tHeilong\n")),
            "created r_amur/Heilong >admitted\n");
}

TEST(FoldedWording, PassesOverWhatReadersTakeForOne) {
  EXPECT_EQ(folded_wording(en, "Sino-Russian  Treaty"), folded_wording(en, "sino–russian treaty"));
  EXPECT_EQ(folded_wording(en, "Kangxi’s"), folded_wording(en, "KANGXI'S"));
  EXPECT_EQ(folded_wording(text::LanguageTag::parse("mnc"), "ᠠᡳᡥᡡᠨ"), "aihūn");
  EXPECT_NE(folded_wording(vi, "hoa"), folded_wording(vi, "hóa"));
}

}  // namespace
}  // namespace aligner::terms

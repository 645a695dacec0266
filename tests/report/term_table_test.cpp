#include "aligner/report/term_table.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/report/concept_page.h"
#include "aligner/report/merge_report.h"

namespace aligner::report {
namespace {

using terms::Change;
using terms::ChangeField;
using terms::TermStatus;
using testing::HasSubstr;
using testing::Not;

terms::TermList rivers() {
  return terms::parse_terms(
      "concept\ttype\tlanguage\twording\tstatus\n"
      "r_amur\triver\ten\tAmur\tpreferred\n"
      "r_amur\triver\ten\tCupid\tdeprecated\n"
      "r_amur\triver\tzh-Hant\t黑龍江\tpreferred\n"
      "r_amur\triver\tzh-Latn-pinyin\tHēilóng Jiāng\tpreferred\n"
      "r_amur\triver\tmnc\tᠰᠠᡥᠠᠯᡳᠶᠠᠨ ᡠᠯᠠ\tpreferred\n"
      "r_amur\triver\tmnc-Latn-x-mollend\tsahaliyan ula\tpreferred\n"
      "r_ussuri\triver\ten\tUssuri\tproposed\n"
      "x_guard\thomograph\ten\tamurous\tadmitted\n",
      "rivers");
}

TEST(TermTable, HasAColumnForEachLanguageAlignedByWidth) {
  EXPECT_EQ(term_table(rivers(), {}, {.width = 120}),
            "concept   English  Chinese               Manchu         Möllendorff\n"
            "r_amur    Amur     黑龍江 Hēilóng Jiāng  ᠰᠠᡥᠠᠯᡳᠶᠠᠨ ᡠᠯᠠ  sahaliyan ula\n"
            "r_ussuri  ?Ussuri\n"
            "2 concepts, 7 terms\n");
}

TEST(TermTable, ShowsAStatusThatIsAskedFor) {
  const std::string table = term_table(rivers(), {}, {.status = TermStatus::deprecated});

  EXPECT_THAT(table, HasSubstr("†Cupid"));
  EXPECT_THAT(table, Not(HasSubstr("Ussuri")));
}

TEST(TermTable, PutsTheBestProposalFirst) {
  const terms::TermList list = terms::parse_terms(
      "concept\tlanguage\twording\tstatus\na\ten\tone\tproposed\nb\ten\ttwo\tproposed\n", "proposed");

  EXPECT_EQ(term_table(list, {.scores = {{"a", 0.2}, {"b", 0.9}}}, {.status = TermStatus::proposed}),
            "concept  score  English\nb        0.90   ?two\na        0.20   ?one\n2 concepts, 2 proposed terms\n");
}

TEST(TermTable, SendsNothingToTheTerminalButText) {
  const terms::TermList list(
      {{.id = "a\x1b[31m", .terms = {{.language = text::LanguageTag::parse("en"), .wording = "x\x07y"}}}});

  EXPECT_THAT(term_table(list, {}, {}), HasSubstr("a[31m    xy\n"));
}

TEST(ChangeLine, SaysWhatBecameDifferent) {
  Change change{.concept_id = "r_amur",
                .language = text::LanguageTag::parse("vi"),
                .wording = "A-mua",
                .field = ChangeField::status,
                .before = "proposed",
                .after = "rejected",
                .author = {.why = "no name"}};

  EXPECT_EQ(change_line(change), "r_amur: vi \"A-mua\": status proposed -> rejected (no name)");
  EXPECT_EQ(change_line({.concept_id = "r_amur", .field = ChangeField::note, .before = "long"}),
            "r_amur: note long -> nothing");
  EXPECT_EQ(change_line({.concept_id = "x", .field = ChangeField::merged_into, .before = "en \"X\"", .after = "y"}),
            "x: merged into y");
}

TEST(ConceptPage, TellsInOneLineWhatAListBrought) {
  ConceptPage page{.shown = {.id = "r_amur"}};
  const Change brought{.concept_id = "r_amur",
                       .field = ChangeField::note,
                       .after = "long",
                       .author = {terms::ChangeOrigin::list, "tungse", "2026-03-01T09:30:00Z", "in the list"}};
  page.history.assign(5, brought);

  EXPECT_THAT(concept_page(page, {}, {}), HasSubstr("2026-03-01T09:30:00Z tungse: 5 changes (in the list)\n"));
}

TEST(MergeReport, EndsWithCounts) {
  terms::MergePlan plan{.concepts_read = 2, .terms_read = 3, .concepts_unchanged = 1};
  plan.remarks = {{.outcome = terms::MergeOutcome::conflict, .concept_id = "c", .reason = "two concepts"}};

  EXPECT_EQ(
      merge_report(plan, {}),
      "conflict  c: two concepts\n"
      "read 2 concepts, 3 terms: 0 concepts and 0 terms created, 0 fields set, 1 concepts unchanged, 0 matched by "
      "terms, 0 skipped, 1 in conflict\n");
}

}  // namespace
}  // namespace aligner::report

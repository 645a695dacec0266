// What readers of three languages are shown: cases/languages.tsv, and that nothing gets out of its column.

#include <algorithm>
#include <functional>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/report/anchors_report.h"
#include "aligner/report/columns.h"
#include "aligner/report/concept_page.h"
#include "aligner/report/edits_report.h"
#include "aligner/report/findings_report.h"
#include "aligner/report/html_report.h"
#include "aligner/report/json_report.h"
#include "aligner/report/markdown_report.h"
#include "aligner/report/match_report.h"
#include "aligner/report/merge_report.h"
#include "aligner/report/mine_report.h"
#include "aligner/report/proposals_report.h"
#include "aligner/report/term_table.h"
#include "aligner/report/text_report.h"
#include "aligner/report/usage_report.h"
#include "aligner/report/value_names.h"

#include "tests/report/sample_texts.h"
#include "tests/support/case_file.h"

namespace aligner::report {
namespace {

using messages::Language;
using messages::Speaker;
using testing::HasSubstr;
using tungse_tests::Case;

constexpr std::array every_language{Language::english, Language::vietnamese, Language::russian};

const terms::TermList& two_terms() {
  static const terms::TermList list = terms::parse_terms(
      "concept\ttype\tlanguage\twording\tstatus\tnote\n"
      "r_amur\triver\ten\tAmur\tpreferred\t\n"
      "r_amur\triver\tvi\tHắc Long Giang\tpreferred\t\n"
      "r_amur\triver\tvi\tA-mua\tdeprecated\t\n"
      "r_amur\triver\tru\tАмур\tpreferred\t\n",
      "two terms");
  return list;
}

std::string findings_in(Language language) {
  const align::AlignedTexts texts = one_pair("Có 12 con tàu.", "There were 13 ships.");
  const check::Finding finding{.severity = check::Severity::error,
                               .kind = check::FindingKind::number_conflict,
                               .bead = 0,
                               .source = span_in(texts.source, "12"),
                               .target = span_in(texts.target, "13"),
                               .reason = "12 in the source, 13 in the target",
                               .remedy = "Correct the number that is wrong."};
  const std::vector<check::Finding> findings{finding};
  return findings_text({.alignment = 7, .texts = texts, .findings = findings}, {.language = language}) +
         findings_summary(findings, {.by_choice = 3, .judged = 1}, language);
}

std::string anchors_in(Language language) {
  const align::AlignedSide side = side_of({"ngày 16 tháng 5 năm 1858, 250000 rúp"}, "vi", "text");
  anchors::Number rubles;
  rubles.value = {250000, 0};
  rubles.unit = "ruble";
  const std::vector<anchors::Anchor> found{
      {.span = span_in(side, "ngày 16 tháng 5 năm 1858"), .value = anchors::make_day(1858, 5, 16)},
      {.span = span_in(side, "250000 rúp"), .value = rubles}};
  return anchors_table(side, found, two_terms(), {.language = language});
}

std::string match_in(Language language) {
  const align::AlignedSide source = side_of({"ngày 16 tháng 5 năm 1858"}, "vi", "source");
  const align::AlignedSide target = side_of({"May 28, 1858; in 1860"}, "en", "target");
  const std::vector<anchors::Anchor> in_source{
      {.span = span_in(source, "ngày 16 tháng 5 năm 1858"), .value = anchors::make_day(1858, 5, 16)}};
  const std::vector<anchors::Anchor> in_target{
      {.span = span_in(target, "May 28, 1858"), .value = anchors::make_day(1858, 5, 28)},
      {.span = span_in(target, "1860"), .value = anchors::make_year(1860)}};
  const std::vector<anchors::RelatedPair> pairs{
      {0, 0, {anchors::AnchorRelation::same_other_calendar, 0.95, "16 May 1858 Julian = 28 May 1858 Gregorian"}}};
  return match_table({source, in_source}, {target, in_target}, pairs, two_terms(), {.language = language});
}

std::string edits_in(Language language) {
  review::Edit edit{.id = 1, .kind = review::EditKind::join, .by = "Lan", .at = "2026-03-01T09:30:00Z"};
  edit.decisions.push_back({.verdict = review::Verdict::accepted, .source = {3, 4}, .target = {5}});
  review::Edit undo{.id = 2, .kind = review::EditKind::undo, .by = "Lan", .at = "2026-03-01T09:31:00Z"};
  undo.earlier = 1;
  return edits_table({edit, undo}, language) + edit_line(edit, {edit}, language);
}

std::string concept_in(Language language) {
  ConceptPage page{.shown = two_terms().concepts().front()};
  page.figures.counts[term_key("r_amur", page.shown.terms[1])] = 21;
  page.history.push_back({.concept_id = "r_amur",
                          .language = text::LanguageTag::parse("vi"),
                          .wording = "A-mua",
                          .field = terms::ChangeField::status,
                          .before = "proposed",
                          .after = "deprecated",
                          .author = {.by = "Lan", .at = "2026-03-01T09:30:00Z"}});
  return concept_page(page, two_terms(), {.language = language});
}

std::string usage_in(Language language) {
  glossary::TermUsage usage;
  usage.concepts.push_back({.concept_id = "r_amur", .pairs_with_both = 9, .pairs_with_one = 2});
  usage.findings.push_back({.kind = glossary::FindingKind::deprecated,
                            .concept_id = "r_amur",
                            .likelihood = 0.9,
                            .reason = "\"A-mua\" is a deprecated wording of Amur; the list has \"Hắc Long Giang\""});
  return usage_table(usage, two_terms(), {.language = language});
}

std::string mined_in(Language language) {
  const align::AlignedTexts texts = aigun_links();
  const std::vector<align::AlignedSide> sources{texts.source};
  const std::vector<align::AlignedSide> targets{texts.target};
  std::vector<align::MinedPair> pairs(1);
  pairs[0].relation = align::Relation::comparable;
  pairs[0].confidence = 0.9;
  pairs[0].alignment = texts.alignment;
  return mine_table({sources, targets, pairs, {}}, {.language = language});
}

std::string merge_in(Language language) {
  terms::MergePlan plan{.concepts_read = 3, .terms_read = 1200};
  plan.remarks.push_back({.outcome = terms::MergeOutcome::skipped,
                          .concept_id = "x",
                          .reason = "has no term, neither here nor in the file"});
  return merge_report(plan, {.language = language});
}

std::string terms_in(Language language) {
  return term_table(two_terms(), {}, {.language = language}) +
         term_table(two_terms(), {}, {.status = terms::TermStatus::deprecated, .language = language});
}

const std::map<std::string, std::function<std::string(Language)>>& reports() {
  static const std::map<std::string, std::function<std::string(Language)>> all{
      {"text", [](Language language) { return text_report(aigun_links(), {.language = language}); }},
      {"parallel", [](Language language) { return text_report(parallel_chapter(), {.language = language}); }},
      {"moved", [](Language language) { return text_report(moved_chapter(), {.language = language}); }},
      {"html", [](Language language) { return html_report(aigun_links(), {.language = language}); }},
      {"markdown", [](Language language) { return markdown_report(aigun_links(), {.language = language}); }},
      {"findings", findings_in},
      {"anchors", anchors_in},
      {"match", match_in},
      {"edits", edits_in},
      {"concept", concept_in},
      {"usage", usage_in},
      {"mined", mined_in},
      {"merge", merge_in},
      {"terms", terms_in}};
  return all;
}

// Case files are written with plain spaces where languages have no-break ones, and one space for several.
std::string plain(const std::string& text) {
  std::string out;
  for (const char c : plain_text(text)) out += c;
  for (const std::string_view space : {"\u00A0", "\u202F", "  "}) {
    for (std::size_t at = out.find(space); at != std::string::npos; at = out.find(space))
      out.replace(at, space.size(), " ");
  }
  return out;
}

TEST(Languages, HaveTheWordsOfTheCases) {
  for (const Case& one : tungse_tests::read_cases(TUNGSE_CASES "/languages.tsv")) {
    ASSERT_EQ(one.fields.size(), 4U) << one.where();
    const auto report = reports().find(one.fields[0]);
    ASSERT_NE(report, reports().end()) << one.where();
    for (std::size_t i = 0; i < every_language.size(); ++i) {
      EXPECT_THAT(plain(report->second(every_language.at(i))), HasSubstr(one.fields[i + 1])) << one.where();
    }
  }
}

class Widths : public testing::TestWithParam<Language> {};

TEST_P(Widths, AreKeptByEveryLineOfTheTextReport) {
  for (const std::size_t width : {40U, 57U, 100U}) {
    for (const align::AlignedTexts& texts : {aigun_links(), parallel_chapter(), moved_chapter()}) {
      std::istringstream report(text_report(texts, {.width = width, .language = GetParam()}));
      for (std::string line; std::getline(report, line);) {
        EXPECT_LE(column_count(line), width) << line;
        EXPECT_FALSE(line.ends_with(' ')) << line;
      }
    }
  }
}

// The text of every label of the head and of the summary begins in the same column, whatever letters the label has.
TEST_P(Widths, LetEntriesBeginInOneColumn) {
  constexpr std::size_t column = 14;
  const std::string report = text_report(moved_chapter(), {.language = GetParam()});
  const Speaker speaker(GetParam());
  const std::string labels[] = {speaker.tell("Source"),
                                speaker.tell("Target"),
                                speaker.tell("Mode"),
                                "  " + speaker.tell("pairs"),
                                "  " + speaker.tell("beads"),
                                "  " + speaker.tell_as("summary", "source"),
                                "  " + speaker.tell_as("summary", "target"),
                                "  " + speaker.tell("confidence"),
                                "  " + speaker.tell("moved")};
  for (const std::string& label : labels) {
    ASSERT_LT(column_count(label), column) << label;
    const std::string line = "\n" + label + std::string(column - column_count(label), ' ');
    EXPECT_THAT("\n" + report, HasSubstr(line)) << label;
    EXPECT_EQ(("\n" + report).find(line + " "), std::string::npos) << label;
  }
}

INSTANTIATE_TEST_SUITE_P(All, Widths, testing::ValuesIn(every_language),
                         [](const auto& language) { return to_string(language.param); });

TEST(Languages, AreThoseOfThePageAndOfEachText) {
  const std::string page = html_report(aigun_links(), {.language = Language::vietnamese});

  EXPECT_THAT(page, HasSubstr("<html lang=\"vi\">"));
  EXPECT_THAT(page, HasSubstr("<td lang=\"vi\""));
  EXPECT_THAT(page, HasSubstr("<td lang=\"en\""));
}

// In English a value is called as in JSON; in the others it has a name of its own.
template <typename Value>
void expect_named(Value last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    const auto value = static_cast<Value>(i);
    EXPECT_EQ(name_of(Speaker(), value), to_string(value));
    if (to_string(value).empty()) continue;
    EXPECT_NE(name_of(Speaker(Language::vietnamese), value), to_string(value));
    EXPECT_NE(name_of(Speaker(Language::russian), value), to_string(value));
  }
}

TEST(Languages, HaveANameForEveryValue) {
  expect_named(align::Grade::related);
  expect_named(align::Mode::comparable);
  expect_named(align::Relation::passages);
  expect_named(anchors::AnchorKind::term);
  expect_named(anchors::AnchorRelation::related);
  expect_named(score::EvidenceKind::context);
  expect_named(check::Severity::error);
  expect_named(check::FindingKind::contradiction);
  expect_named(glossary::FindingKind::deprecated);
  expect_named(review::EditKind::redo);
  expect_named(review::Verdict::rejected);
  expect_named(terms::TermStatus::rejected);
  expect_named(terms::PartOfSpeech::other);
  expect_named(terms::RelationKind::related);
  expect_named(terms::ChangeField::note);
}

}  // namespace
}  // namespace aligner::report

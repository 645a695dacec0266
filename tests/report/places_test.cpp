// Reports name the places of segments in the files they were taken from.

#include <gmock/gmock.h>

#include "aligner/report/anchors_report.h"
#include "aligner/report/findings_report.h"
#include "aligner/report/html_report.h"
#include "aligner/report/json_report.h"
#include "aligner/report/markdown_report.h"
#include "aligner/report/text_report.h"

#include "tests/report/sample_texts.h"

namespace aligner::report {
namespace {

using testing::HasSubstr;
using testing::Not;
using text::PlaceKind;

align::AlignedTexts placed_pair() {
  align::AlignedTexts texts = one_pair("On May 28 they met.", "Ngày 28 tháng 5 họ gặp nhau.");
  texts.source.places.spans = {{{0, texts.source.document.bytes().size()}, {PlaceKind::page, 3, ""}}};
  texts.target.places.spans = {{{0, texts.target.document.bytes().size()}, {PlaceKind::cue, 17, "00:01:05"}}};
  return texts;
}

TEST(PlacesInReports, StandBesideEveryPair) {
  const align::AlignedTexts texts = placed_pair();

  EXPECT_THAT(text_report(texts, {}), HasSubstr(", page 3 : cue 17 at 00:01:05\n"));
  EXPECT_THAT(markdown_report(texts, {}), HasSubstr("; page 3 : cue 17 at 00:01:05"));
  EXPECT_THAT(json_report(texts, {}), HasSubstr("\"place\": \"page 3\""));
  EXPECT_THAT(html_report(texts, {}), HasSubstr(">cue 17 at 00:01:05</small>"));
}

TEST(PlacesInReports, AreNamedInTheReadersLanguage) {
  TextReportOptions options;
  options.language = messages::Language::russian;

  EXPECT_THAT(text_report(placed_pair(), options), HasSubstr("страница 3 : субтитр 17 (00:01:05)"));
}

TEST(PlacesInReports, OfOneSideStandAlone) {
  align::AlignedTexts texts = placed_pair();
  texts.source.places = {};

  EXPECT_THAT(text_report(texts, {}), HasSubstr(" %, cue 17 at 00:01:05\n"));
}

TEST(PlacesInReports, AreNotThereForPlainText) {
  const align::AlignedTexts texts = one_pair("On May 28 they met.", "Ngày 28 tháng 5 họ gặp nhau.");

  EXPECT_THAT(json_report(texts, {}), Not(HasSubstr("\"place\"")));
  EXPECT_THAT(html_report(texts, {}), Not(HasSubstr("</small>")));
}

TEST(PlacesInReports, StandBelowTheWordsOfFindings) {
  const align::AlignedTexts texts = placed_pair();
  const std::vector<check::Finding> findings{{.source = {3, 9}, .target = {0, 5}, .reason = "r", .remedy = "m"}};
  const CheckedView view{.alignment = {}, .texts = texts, .findings = findings};

  EXPECT_THAT(findings_text(view, {}), HasSubstr("On [May 28] they met.\n          page 3\n"));
  EXPECT_THAT(findings_json_part(view), HasSubstr("\"place\": \"cue 17 at 00:01:05\""));
}

TEST(PlacesInReports, StandBesideAnchorsAsJson) {
  const align::AlignedSide side = placed_pair().source;
  const std::vector<anchors::Anchor> found{{0, {3, 9}, anchors::ConceptMention{"treaty"}}};

  EXPECT_THAT(anchors_json(side, found, terms::bundled_terms()), HasSubstr("\"place\": \"page 3\""));
}

}  // namespace
}  // namespace aligner::report

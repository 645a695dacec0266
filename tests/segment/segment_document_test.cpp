#include "aligner/segment/segment_document.h"

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace aligner::segment {
namespace {

text::Document document_of(std::string text, const std::string& language = "en") {
  return text::Document::from_utf8(std::move(text), text::LanguageTag::parse(language), "test");
}

// "heading:= T =/sentence:One./item:- two"
std::string shown(const text::Document& document) {
  std::string result;
  for (const Segment& segment : segment_document(document).segments) {
    if (!result.empty()) result += '/';
    result += segment.kind == SegmentKind::heading ? "heading:" : segment.kind == SegmentKind::list_item ? "item:" : "";
    result += document.slice(segment.span);
  }
  return result;
}

TEST(SegmentDocument, FindsNothingInWhiteSpace) { EXPECT_EQ(shown(document_of(" \n\t\r\n\u3000")), ""); }

TEST(SegmentDocument, TakesEachLineForAParagraphWhereLinesAreLong) {
  EXPECT_EQ(shown(document_of("One is here. Two is here.\nThree is here.\n")),
            "One is here./Two is here./Three is here.");
}

TEST(SegmentDocument, CutsMarkedHeadings) {
  EXPECT_EQ(shown(document_of("= A. B =\nOne.\n== C ==\n# D. E\nTwo.")),
            "heading:= A. B =/One./heading:== C ==/heading:# D. E/Two.");
}

TEST(SegmentDocument, TakesAShortLineWithoutAStopForAHeading) {
  EXPECT_EQ(shown(document_of("St. Petersburg Looks East\n\nOne.\n\nTwo:\n")),
            "heading:St. Petersburg Looks East/One./Two:");
}

TEST(SegmentDocument, CutsListLinesWithTheirMarkers) {
  EXPECT_EQ(
      shown(document_of("Parts:\n- Date: May 28, 1858\n* two\n• three\n1. Four\n2) five\n(3) six\na) seven\n")),
      "Parts:/item:- Date: May 28, 1858/item:* two/item:• three/item:1. Four/item:2) five/item:(3) six/item:a) seven");
}

TEST(SegmentDocument, DividesListItemsOfSeveralSentences) {
  EXPECT_EQ(shown(document_of("- One. Two.\n")), "item:- One./item:Two.");
}

TEST(SegmentDocument, KeepsIndentedLinesWithTheirListItem) {
  EXPECT_EQ(shown(document_of("- one\n  goes on. Two\n- three\n")), "item:- one\n  goes on./item:Two/item:- three");
}

TEST(SegmentDocument, DoesNotTakeAYearForAListNumber) {
  EXPECT_EQ(shown(document_of("1858. A year.\n")), "1858./A year.");
}

TEST(SegmentDocument, JoinsHardWrappedLines) {
  const std::string text =
      "The general sailed down the river in the spring with more than a\n"
      "hundred barges, and St.\n";
  EXPECT_EQ(segment_document(document_of(text + "\n")).size(), 1u);
}

TEST(SegmentDocument, CutsSentencesInsideHardWrappedLines) {
  const auto document = document_of(
      "The general sailed down the river in the spring with more than a\n"
      "hundred barges. Nobody had asked the court at Peking, and nobody in\n"
      "the capital expected an answer. The barges reached the sea in June.\n");

  EXPECT_EQ(
      shown(document),
      "The general sailed down the river in the spring with more than a\nhundred barges./Nobody had asked the court at "
      "Peking, and nobody in\nthe capital expected an answer./The barges reached the sea in June.");
}

TEST(SegmentDocument, JoinsHardWrappedLinesWithCarriageReturns) {
  const auto document = document_of(
      "The general sailed down the river in the spring with more than a\r\n"
      "hundred barges. Nobody had asked the court at Peking about it.\r\n");

  EXPECT_EQ(segment_document(document).size(), 2u);
}

TEST(SegmentDocument, DividesHardWrappedParagraphsThatNoBlankLineDivides) {
  const auto document = document_of(
      "The general sailed down the river in the spring with more than a\n"
      "hundred barges\n"
      "The admiral sailed up the coast in the summer with no more than a\n"
      "single frigate\n");

  EXPECT_EQ(segment_document(document).size(), 2u);
}

TEST(SegmentDocument, DoesNotJoinSentencesOfOneLineEach) {
  const auto document = document_of(
      "The general sailed down the river in the spring with his barges.\n"
      "and then a line began with a small letter, as some of them will.\n"
      "The barges reached the sea in June after a long and hard voyage.\n");

  EXPECT_EQ(segment_document(document).size(), 3u);
}

TEST(SegmentDocument, DoesNotJoinVerse) {
  EXPECT_EQ(segment_document(document_of("Down the river\nthe barges go\nand no one sees\n")).size(), 3u);
}

TEST(SegmentDocument, CountsParagraphs) {
  const Segmentation cut = segment_document(document_of("= T =\n\nOne. Two.\n\n- three\n"));

  std::vector<std::size_t> paragraphs;
  for (const Segment& segment : cut.segments) paragraphs.push_back(segment.paragraph);
  EXPECT_EQ(paragraphs, (std::vector<std::size_t>{0, 1, 1, 2}));
}

TEST(SegmentDocument, EndsLinesAtEveryLineEndUnicodeKnows) {
  EXPECT_EQ(segment_document(document_of("One.\rTwo.\u2028Three.\u2029Four.\u0085"
                                         "Five."))
                .size(),
            5u);
}

TEST(SegmentLines, MakesEveryLineASegment) {
  const Segmentation cut = segment_lines(document_of("a\n\nb\n"));

  EXPECT_EQ(cut.size(), 3u);
  EXPECT_EQ(cut.segments[0].span, (text::Span{0, 1}));
  EXPECT_TRUE(cut.segments[1].span.empty());
  EXPECT_EQ(cut.segments[2].span, (text::Span{3, 4}));
}

TEST(SegmentLines, LeavesWhiteSpaceAndCarriageReturnsOut) {
  const Segmentation cut = segment_lines(document_of(" One. Two. \r\n\tThree"));

  ASSERT_EQ(cut.size(), 2u);
  EXPECT_EQ(cut.segments[0].span, (text::Span{1, 10}));
  EXPECT_EQ(cut.segments[1].span, (text::Span{14, 19}));
}

TEST(SegmentLines, FindsNothingInAnEmptyDocument) { EXPECT_EQ(segment_lines(document_of("")).size(), 0u); }

// Properties

bool is_white(std::string_view gap) {
  while (!gap.empty()) {
    std::size_t size = 0;
    for (const std::string_view space : {" ", "\n", "\r", "\t", "\u00A0", "\u3000", "\u2028", "\u202F"}) {
      if (gap.starts_with(space)) size = space.size();
    }
    if (size == 0) return false;
    gap.remove_prefix(size);
  }
  return true;
}

void expect_invariants(const text::Document& document, const Segmentation& cut, bool may_be_empty) {
  std::size_t end = 0;
  std::size_t paragraph = 0;
  for (const Segment& segment : cut.segments) {
    ASSERT_LE(end, segment.span.begin);
    ASSERT_LE(segment.span.end, document.bytes().size());
    ASSERT_TRUE(may_be_empty || !segment.span.empty());
    ASSERT_LE(paragraph, segment.paragraph);
    ASSERT_TRUE(is_white(document.slice({end, segment.span.begin})));
    end = segment.span.end;
    paragraph = segment.paragraph;
  }
  ASSERT_TRUE(is_white(document.slice({end, document.bytes().size()})));
}

std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> parts = {
      "a",      "B",  "St", "г",  "ông",  "中",     "ᡠ",      "1858",   "3",  ".",   ".",      ".",   "!",
      "?",      "…",  "。", "᠉",  ",",    ":",      "\"",     "”",      "»",  ")",   "[1]",    "²",   " ",
      " ",      "  ", "\n", "\n", "\n\n", "\r\n",   "\t",     "\u3000", "- ", "1. ", "= ",     " =",  "# ",
      "\u202F", "I",  "V",  "- ", "— ",   "\u2028", "\u00A0", "«",      "「", "」",  "\u0301", "🙂"};
  std::string text;
  const std::size_t count = random() % 60;
  for (std::size_t i = 0; i < count; ++i) text += parts[random() % parts.size()];
  return text;
}

TEST(SegmentationProperties, GapsAndSegmentsRebuildTheDocument) {
  std::mt19937 random(1858);
  for (int round = 0; round < 100; ++round) {
    const std::string text = random_text(random);
    for (const std::string language : {"en", "vi", "ru", "zh", "mnc", "de", "und"}) {
      SCOPED_TRACE(language + ": " + text);
      const auto document = document_of(text, language);

      expect_invariants(document, segment_document(document), false);
      expect_invariants(document, segment_lines(document), true);
      if (HasFatalFailure()) return;
    }
  }
}

double seconds_to_cut(const std::string& unit, std::size_t bytes, const std::string& language) {
  std::string text;
  while (text.size() < bytes) text += unit;
  const auto document = document_of(std::move(text), language);
  const auto begin = std::chrono::steady_clock::now();
  segment_document(document);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// Five times the text may take fifteen times as long, which leaves room for a busy machine; if time were quadratic it
// would take twenty-five times as long.
TEST(SegmentationProperties, OneEnormousLineTakesTimeInProportion) {
  const std::string unit = "The general sailed down the river and stayed there. ";
  const double small = seconds_to_cut(unit, 1'000'000, "en");

  EXPECT_LT(seconds_to_cut(unit, 5'000'000, "en"), 15 * small + 1.0);
}

// Enough lines that comparing each with all others would show.
TEST(SegmentationProperties, ManyShortLinesTakeTimeInProportion) {
  for (const std::string unit : {"Ab\n", "- b\n c\n"}) {
    const double small = seconds_to_cut(unit, 30'000, "und");

    EXPECT_LT(seconds_to_cut(unit, 150'000, "und"), 15 * small + 1.0) << unit;
  }
}

TEST(SegmentationProperties, UnusualLinesTakeTimeInProportion) {
  for (const std::string unit : {"letters", " ", "...", "A. ", "\"", "1. ", ", которая 1 г", "\n"}) {
    const double small = seconds_to_cut(unit, 20'000, "ru");

    EXPECT_LT(seconds_to_cut(unit, 100'000, "ru"), 15 * small + 1.0) << unit;
  }
}

}  // namespace
}  // namespace aligner::segment

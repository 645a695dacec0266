#include "aligner/report/text_report.h"

#include <algorithm>
#include <clocale>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "aligner/error.h"
#include "aligner/report/columns.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/report/golden.h"
#include "tests/report/random_text.h"
#include "tests/report/sample_texts.h"

namespace aligner::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// The report without our own colours: what is left must hold no escape.
std::string without_colours(std::string text) {
  for (std::size_t begin = text.find("\x1b["); begin != std::string::npos; begin = text.find("\x1b[", begin)) {
    std::size_t end = begin + 2;
    while (end < text.size() && (std::isdigit(static_cast<unsigned char>(text[end])) != 0 || text[end] == ';')) ++end;
    if (end == text.size() || text[end] != 'm') return text;
    text.erase(begin, end + 1 - begin);
  }
  return text;
}

void expect_fits(const std::string& report, std::size_t width) {
  for (const std::string& line : lines_of(report)) {
    EXPECT_LE(column_count(line), width) << line;
    EXPECT_FALSE(line.ends_with(' ')) << line;
  }
}

TEST(TextReport, ShowsLinksOfComparableTexts) { expect_golden(text_report(aigun_links()), "aigun_links.golden"); }

TEST(TextReport, ShowsAParallelChapter) { expect_golden(text_report(parallel_chapter()), "parallel_chapter.golden"); }

TEST(TextReport, ShowsWhatWasMovedAndWhere) { expect_golden(text_report(moved_chapter()), "moved_chapter.golden"); }

TEST(TextReport, FitsANarrowTerminal) {
  expect_golden(text_report(aigun_links(), {.width = 40}), "aigun_links.narrow.golden");
}

TEST(TextReport, JoinsAnchorsByColours) {
  expect_golden(text_report(aigun_links(), {.colour = Colour::yes}), "aigun_links.colour.golden");
}

TEST(TextReport, SaysTheSameWithAndWithoutColours) {
  const std::string coloured_report = text_report(parallel_chapter(), {.width = 200, .colour = Colour::yes});
  const std::string plain_report = text_report(parallel_chapter(), {.width = 200});

  EXPECT_THAT(without_colours(coloured_report), HasSubstr("Айгунский договор был подписан 16 мая 1858 года."));
  EXPECT_THAT(plain_report, HasSubstr("[b: Айгунский договор] был подписан [a: 16 мая 1858 года]."));
  EXPECT_THAT(plain_report, Not(HasSubstr("\x1b")));
}

TEST(TextReport, SaysThatEmptyTextsHaveNoPairs) {
  const std::string report = text_report({});

  EXPECT_THAT(report, HasSubstr("No pairs."));
  EXPECT_THAT(report, HasSubstr("0 of 0 segments linked (0 %)"));
  expect_fits(report, 100);
}

TEST(TextReport, TakesWidthsUnderFortyAsForty) {
  EXPECT_EQ(text_report(aigun_links(), {.width = 0}), text_report(aigun_links(), {.width = 40}));
}

TEST(TextReport, NeverExceedsItsWidthInAnyScript) {
  std::mt19937 random(1860);
  for (int round = 0; round < 150; ++round) {
    align::AlignedTexts texts = one_pair(random_text(random, random() % 200), random_text(random, random() % 200));
    texts.alignment.mode_reason = random_text(random, 30);
    texts.source.notes = {random_text(random, 80)};
    texts.alignment.beads[0].evidence = {
        {.kind = score::EvidenceKind::term, .weight = 3, .reason = random_text(random, 60)},
        {.kind = score::EvidenceKind::date, .relation = "conflict", .weight = -3, .reason = random_text(random, 60)}};
    const std::size_t width = 40 + random() % 80;

    const std::string plain_report = text_report(texts, {.width = width});
    const std::string colour_report = text_report(texts, {.width = width, .colour = Colour::yes});

    expect_fits(plain_report, width);
    expect_fits(without_colours(colour_report), width);
  }
}

TEST(TextReport, LetsNoAccountSendCommandsToTheTerminal) {
  const std::string hostile = "a\x1b[2J\x1b]0;x\x07 \u009B31m \u202Ereversed \x7F";
  align::AlignedTexts texts = one_pair(hostile, hostile);
  texts.alignment.mode_reason = texts.alignment.method = texts.alignment.settings = hostile;
  texts.source.notes = {hostile};
  texts.source.encoding = hostile;
  texts.source.document = text::Document::from_utf8(texts.source.document.bytes(), {}, hostile);
  texts.alignment.beads[0].evidence = {
      {.kind = score::EvidenceKind::name, .weight = 1, .reason = hostile},
      {.kind = score::EvidenceKind::word, .source = {0, 5}, .target = {0, 5}, .relation = hostile, .weight = 1}};

  for (const Colour colour : {Colour::no, Colour::yes}) {
    const std::string report = without_colours(text_report(texts, {.colour = colour}));
    EXPECT_EQ(report.find('\x1b'), std::string::npos);
    EXPECT_EQ(report.find('\x07'), std::string::npos);
    EXPECT_EQ(report.find('\x7F'), std::string::npos);
    EXPECT_THAT(report, Not(HasSubstr("\u009B")));
    EXPECT_THAT(report, Not(HasSubstr("\u202E")));
  }
}

TEST(TextReport, TakesOneWordOfAMegabyte) {
  const std::string report = text_report(one_pair(std::string(1'000'000, 'x'), "y"));

  EXPECT_GT(report.size(), 1'000'000u);
  expect_fits(report.substr(0, 5'000), 100);
}

TEST(TextReport, TakesManyBeadsInReasonableTime) {
  align::AlignedTexts texts;
  const std::vector<std::string> sentences(2'000, "Hiệp ước được ký.");
  texts.source = side_of(sentences, "vi", "vi.txt");
  texts.target = side_of(sentences, "vi", "copy.txt");
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    texts.alignment.beads.push_back({.source = {i}, .target = {i}, .confidence = 1});
  }

  EXPECT_THAT(text_report(texts), HasSubstr("2000. [1999]:[1999], 100 %"));
}

TEST(TextReport, WrapsABeadOfAThousandSegments) {
  align::AlignedTexts texts;
  texts.source = side_of(std::vector<std::string>(1'000, "A."), "en", "en.txt");
  texts.target = side_of({"B."}, "en", "other.txt");
  texts.alignment.beads = {{.target = {0}, .confidence = 0.5}};
  for (std::size_t i = 0; i < 1'000; ++i) texts.alignment.beads[0].source.push_back(i);

  expect_fits(text_report(texts, {.width = 60}), 60);
}

TEST(TextReport, ShowsOnlyTheFirstBeadsWhereAskedTo) {
  const std::string report = text_report(aigun_links(), {.bead_limit = 1});

  EXPECT_THAT(report, HasSubstr("1. [1]:[0]"));
  EXPECT_THAT(report, Not(HasSubstr("2. [2]:[2]")));
  EXPECT_THAT(report, HasSubstr("2 beads not shown: the report ends after 1."));
  EXPECT_THAT(report, HasSubstr("pairs       3"));
}

TEST(TextReport, LeavesDoubtfulPairsOutWhereAskedTo) {
  const std::string report = text_report(aigun_links(), {.min_confidence = 0.5});

  EXPECT_THAT(report, Not(HasSubstr("3. [4]:[0]")));
  EXPECT_THAT(report, HasSubstr("1 pair not shown: confidence below 50 %."));
}

TEST(TextReport, HidesUnlinkedSegmentsWhereAskedTo) {
  const std::string report = text_report(parallel_chapter(), {.show_unlinked = ShowUnlinked::no});

  EXPECT_THAT(report, Not(HasSubstr("-- no counterpart --")));
  EXPECT_THAT(report, HasSubstr("1 without counterpart"));
}

TEST(TextReport, NamesFewerReasonsWhereAskedTo) {
  EXPECT_THAT(text_report(aigun_links(), {.reason_limit = 1}),
              HasSubstr("why: date: 16 May 1858 Julian = 28 May 1858 Gregorian (+5.2); +3 more (+5.5)"));
}

TEST(TextReport, NeverSaysOneHundredPerCentOfADoubt) {
  align::AlignedTexts texts = one_pair("A.", "B.");
  texts.alignment.beads[0].confidence = 0.9999;
  EXPECT_THAT(text_report(texts), HasSubstr("[0]:[0], 99 %"));
  texts.alignment.beads[0].confidence = 1;
  EXPECT_THAT(text_report(texts), HasSubstr("[0]:[0], 100 %"));
}

TEST(TextReport, IgnoresEvidenceThatPointsOutsideTheTexts) {
  align::AlignedTexts texts = one_pair("Ấ one.", "Two.");
  for (const text::Span span : {text::Span{0, 900}, {900, 901}, {5, 2}, {1, 3}}) {
    texts.alignment.beads[0].evidence.push_back(
        {.kind = score::EvidenceKind::date, .source = span, .target = {0, 3}, .weight = 2});
  }

  EXPECT_THAT(text_report(texts), HasSubstr("Ấ one.  "));
}

TEST(TextReport, MarksOneStretchOnceWhereSeveralReasonsNameIt) {
  align::AlignedTexts texts = one_pair("May 1858 and 1858.", "Tháng 5 năm 1858.");
  const text::Span month{0, 8};
  const text::Span year = {13, 17};
  const text::Span target = span_in(texts.target, "Tháng 5 năm 1858");
  texts.alignment.beads[0].evidence = {
      {.kind = score::EvidenceKind::date, .source = month, .target = target, .weight = 3},
      {.kind = score::EvidenceKind::date, .source = year, .target = target, .weight = 2},
      {.kind = score::EvidenceKind::number, .source = {4, 8}, .target = span_in(texts.target, "1858"), .weight = 1}};

  EXPECT_THAT(text_report(texts), HasSubstr("[a: May 1858] and [a: 1858]."));
}

TEST(TextReport, RefusesAnAlignmentOfOtherTexts) {
  align::AlignedTexts texts = one_pair("A.", "B.");
  texts.alignment.beads[0].target = {1};
  EXPECT_THROW(text_report(texts), Error);

  texts = one_pair("A.", "B.");
  texts.source.segmentation.segments[0].span = {0, 99};
  EXPECT_THROW(text_report(texts), Error);
}

TEST(TextReport, DoesNotDependOnTheProcessLocale) {
  const std::string before = text_report(aigun_links());
  const std::string old = std::setlocale(LC_ALL, nullptr);
  for (const char* name : {"ru_RU.UTF-8", "vi_VN.UTF-8", "de_DE.UTF-8", "C.UTF-8"}) {
    if (std::setlocale(LC_ALL, name) == nullptr) continue;  // not installed here
    EXPECT_EQ(text_report(aigun_links()), before) << name;
  }
  std::setlocale(LC_ALL, old.c_str());
}

}  // namespace
}  // namespace aligner::report

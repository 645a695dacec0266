#include "aligner/report/html_report.h"

#include <algorithm>
#include <random>
#include <string>

#include "aligner/report/html_text.h"
#include "aligner/report/markdown_report.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/report/random_text.h"
#include "tests/report/sample_texts.h"

namespace aligner::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::size_t count(const std::string& text, const std::string& words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++found;
  return found;
}

// What stands in the page's body, where an account has no business with markup.
std::string body_of(const std::string& page) {
  const std::size_t begin = page.find("<body>");
  return page.substr(begin, page.rfind("<script>") - begin);
}

TEST(HtmlReport, ShowsBothTextsWithWhatBelongsTogether) {
  const std::string page = html_report(aigun_links());

  EXPECT_THAT(page, testing::StartsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
  EXPECT_THAT(page, HasSubstr("<td lang=\"vi\" dir=\"auto\" class=\"first\">"));
  EXPECT_THAT(page, HasSubstr("<td lang=\"en\" dir=\"auto\">"));
  EXPECT_THAT(page, HasSubstr("16 May 1858 Julian = 28 May 1858 Gregorian"));
  EXPECT_EQ(count(page, "data-join=\"a\""), 2 * count(page, "<tr id=\"p"));
}

TEST(HtmlReport, LoadsNothing) {
  const std::string page = html_report(aigun_links());

  EXPECT_THAT(page, HasSubstr("default-src 'none'"));
  for (const char* outside : {"http://", "https://", "src=", "@import", "url(", "<link"}) {
    EXPECT_THAT(body_of(page), Not(HasSubstr(outside)));
  }
}

TEST(HtmlReport, ContradictionsAndUnsurePairsAreProblems) {
  const std::string page = html_report(aigun_links());

  EXPECT_THAT(page, HasSubstr("contradiction?"));
  EXPECT_THAT(page, HasSubstr("class=\"pair problem"));
}

TEST(HtmlReport, WhatHasNoCounterpartStandsInItsPlace) {
  const std::string page = html_report(parallel_chapter());

  EXPECT_GE(count(page, "<tr class=\"alone\">"), 2U);
  EXPECT_EQ(count(page, "no counterpart</td>"), count(page, "<tr class=\"alone\">"));
}

TEST(HtmlReport, MovedPairsAreMarkedInTableAndMap) {
  const std::string page = html_report(moved_chapter());

  EXPECT_EQ(count(page, ">moved</span>"), 3U);
  EXPECT_EQ(count(page, "<path class=\"moved\""), 3U);
}

TEST(HtmlReport, ManchuRunsFromTopToBottom) {
  EXPECT_THAT(html_report(one_pair("ᠰᠠᡥᠠᠯᡳᠶᠠᠨ ᡠᠯᠠ", "Amur")), HasSubstr("class=\"vertical first\""));
  EXPECT_THAT(html_report(one_pair("Amur", "ᠰᠠᡥᠠᠯᡳᠶᠠᠨ ᡠᠯᠠ")), HasSubstr("class=\"vertical\""));
  EXPECT_THAT(body_of(html_report(one_pair("Amur", "Амур"))), Not(HasSubstr("vertical")));
}

TEST(HtmlReport, NothingOfAnAccountIsTakenForMarkup) {
  const std::string page = html_report(one_pair("<script>alert(1)</script> & \"x\" '", "</td><b>"));

  EXPECT_THAT(body_of(page), Not(HasSubstr("<script>")));
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; &#39;"));
  EXPECT_THAT(page, HasSubstr("&lt;/td&gt;&lt;b&gt;"));
}

TEST(HtmlReport, RandomTextsChangeNoMarkup) {
  std::mt19937 random(7);
  const std::string usual = body_of(html_report(one_pair("a", "b")));
  for (int round = 0; round < 200; ++round) {
    const std::string page =
        body_of(html_report(one_pair("x" + random_text(random, 30), "y" + random_text(random, 30)), {.title = "t"}));

    EXPECT_EQ(std::count(page.begin(), page.end(), '<'), std::count(usual.begin(), usual.end(), '<')) << page;
  }
}

TEST(HtmlReport, EmptyTextsGiveAPage) {
  align::AlignedTexts texts = one_pair("", "");

  EXPECT_THAT(html_report(texts), testing::EndsWith("</html>\n"));
}

TEST(HtmlReport, TheTitleCanBeChosen) {
  EXPECT_THAT(html_report(aigun_links(), {.title = "A & B"}), HasSubstr("<title>A &amp; B</title>"));
}

TEST(HtmlText, IsHarmless) {
  EXPECT_EQ(html_text("a<b>&\"'"), "a&lt;b&gt;&amp;&quot;&#39;");
  EXPECT_EQ(html_text("a\x1b[31m\xE2\x80\xAE"), "a[31m");
}

TEST(MarkdownReport, HasARowForEachPair) {
  const std::string report = markdown_report(aigun_links());

  EXPECT_EQ(count(report, "\n| "), 1 + aigun_links().alignment.beads.size() + 0U);
  EXPECT_THAT(report, HasSubstr("**a:** "));
  EXPECT_THAT(report, HasSubstr("**contradiction?**"));
}

TEST(MarkdownReport, NothingOfAnAccountIsTakenForMarkup) {
  const std::string report = markdown_report(one_pair("| *a* <b> [x](y) `c`", "# d"));

  EXPECT_THAT(report, HasSubstr("\\| \\*a\\* \\<b\\> \\[x\\](y) \\`c\\`"));
  EXPECT_THAT(report, HasSubstr("\\# d"));
}

TEST(MarkdownReport, EveryRowHasItsFourCells) {
  std::mt19937 random(11);
  for (int round = 0; round < 100; ++round) {
    const std::string report = markdown_report(one_pair("x" + random_text(random, 30), "y" + random_text(random, 30)));
    const std::string row = report.substr(report.find("\n| 1 ") + 1);
    std::size_t bars = 0;
    for (std::size_t i = 0; i < row.size() && row[i] != '\n'; ++i) {
      if (row[i] == '\\') {
        ++i;
      } else if (row[i] == '|') {
        ++bars;
      }
    }
    EXPECT_EQ(bars, 5U) << row;
  }
}

}  // namespace
}  // namespace aligner::report

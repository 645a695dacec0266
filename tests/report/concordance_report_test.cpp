#include "aligner/report/concordance_report.h"

#include <string>

#include <gmock/gmock.h>

#include "aligner/report/columns.h"
#include "aligner/report/concordance_lines.h"

namespace aligner::report {
namespace {

using align::Concordance;
using align::ConcordanceHit;
using align::Counterpart;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

text::LanguageTag language(const std::string& tag) { return text::LanguageTag::parse(tag); }

ConcordanceHit hit(const std::string& before, const std::string& found, const std::string& after) {
  return {.document = "texts/en.txt",
          .language = language("en"),
          .segment = 3,
          .before = before,
          .found = found,
          .after = after,
          .counterparts = {}};
}

Counterpart counterpart(const std::string& tag, const std::string& text) {
  return {.alignment = 1,
          .document = "texts/x.txt",
          .language = language(tag),
          .segments = {3, 4},
          .text = text,
          .confidence = .984};
}

Concordance one_of(ConcordanceHit only) { return {.hits = {std::move(only)}, .total = 1}; }

TEST(KeywordInContext, StandsInOneColumn) {
  const std::string first = keyword_in_context(hit("He signed the ", "treaty", " of Aigun."), 40, Marking::brackets);
  const std::string second = keyword_in_context(
      hit("A very long beginning of a sentence about the ", "Treaty", " of Aigun and its end, which is long, too."), 40,
      Marking::brackets);

  EXPECT_EQ(first, "    He signed the [treaty] of Aigun.    ");
  EXPECT_EQ(second, "...ence about the [Treaty] of Aigun a...");
}

TEST(KeywordInContext, CountsWideAndCombiningCharacters) {
  for (const auto& one :
       {hit("咸豐八年四月十六日在黑龍江左岸之", "璦琿", "城與俄國使臣木哩斐岳幅立約三條"),
        hit("Đa\u0323o Quang mâ\u0301t ở Bă\u0301c Kinh va\u0300 ", "Hiê\u0323p ươ\u0301c", " Ái Hồn"),
        hit("ᠰᠠᡥᠠᠯᡳᠶᠠᠨ ", "ᡠᠯᠠ", " ᡳ")}) {
    EXPECT_EQ(column_count(keyword_in_context(one, 37, Marking::brackets)), 37U);
  }
}

TEST(CounterpartExcerpt, ShowsWhatIsMarkedInIt) {
  Counterpart one = counterpart("vi", "Muravyov và Dịch Sơn ký hiệp ước Ái Hồn ngày 16 tháng 5");
  const std::size_t begin = one.text.find("hiệp ước");
  one.marked = {{begin, begin + std::string("hiệp ước").size()}};

  const std::string shown = counterpart_excerpt(one, 30, Marking::brackets);

  EXPECT_EQ(shown, "...Sơn ký [hiệp ước] Ái Hồn...");
  EXPECT_LE(column_count(shown), 30U);
}

TEST(ConcordanceTable, HasALineForEachCounterpart) {
  ConcordanceHit one = hit("The ", "treaty", ".");
  one.counterparts = {counterpart("vi", "Hiệp ước."), counterpart("ru", "Договор.")};

  EXPECT_EQ(concordance_table(one_of(one), {.width = 80}),
            "en.txt:3            The [treaty].           vi 98 %  Hiệp ước.\n"
            "                                            ru 98 %  Договор.\n");
}

TEST(ConcordanceTable, SaysWhereThereIsNoCounterpart) {
  EXPECT_THAT(concordance_table(one_of(hit("The ", "treaty", "."))), HasSubstr("-- no counterpart --"));
}

TEST(ConcordanceTable, IsNothingWhereNothingWasFound) { EXPECT_EQ(concordance_table({}), ""); }

TEST(ConcordanceSummary, CountsPlaces) {
  EXPECT_EQ(concordance_summary({}), "0 places");
  EXPECT_EQ(concordance_summary(one_of(hit("", "a", ""))), "1 place");
  Concordance part = one_of(hit("", "a", ""));
  part.skipped = 4;
  part.total = 9;
  EXPECT_EQ(concordance_summary(part), "places 5 to 5 of 9");
  part.has_more = true;
  EXPECT_EQ(concordance_summary(part), "places 5 to 5, and there are more");
}

TEST(ConcordanceTsv, HasOneLineACounterpartWhateverIsInTheText) {
  ConcordanceHit one = hit("a\tb\n", "c", "\x1b[0m");
  one.counterparts = {counterpart("vi", "d\te")};

  EXPECT_THAT(
      concordance_tsv(one_of(one)),
      testing::EndsWith("texts/en.txt\t3\ten\t0\t0\ta b \tc\t[0m\t1\ttexts/x.txt\tvi\t3-4\t0.984000\t\tno\td e\n"));
}

TEST(ConcordanceHtml, SetsEachTextInItsLanguageAndDirection) {
  ConcordanceHit one = hit("<b>", "treaty", "&");
  one.counterparts = {counterpart("mnc", "ᠰᠠᡥᠠᠯᡳᠶᠠᠨ ᡠᠯᠠ")};

  const std::string page = concordance_html(one_of(one), {.query = "<treaty>"});

  EXPECT_THAT(page, AllOf(HasSubstr("<title>&lt;treaty&gt;</title>"), HasSubstr("&lt;b&gt;<mark>treaty</mark>&amp;"),
                          HasSubstr("<td lang=\"mnc\" dir=\"auto\" class=\"vertical\">"), Not(HasSubstr("<b>"))));
}

TEST(CountsTable, ShowsCounterpartsWhereTheyAreCounted) {
  const std::vector<align::ConcordanceCount> plain = {{"treaty", language("en"), "", {}, 12, 2}};
  const std::vector<align::ConcordanceCount> pairs = {{"treaty", language("en"), "hiệp ước", language("vi"), 10, 1},
                                                      {"treaty", language("en"), "", {}, 2, 1}};

  EXPECT_EQ(counts_table(plain), "places  texts  lang  found\n    12      2  en    treaty\n");
  EXPECT_EQ(counts_table(pairs),
            "places  texts  lang  found   lang  opposite\n"
            "    10      1  en    treaty  vi    hiệp ước\n"
            "     2      1  en    treaty        -- no counterpart --\n");
  EXPECT_EQ(counts_tsv(plain), "places\ttexts\tlang\tfound\n12\t2\ten\ttreaty\n");
}

}  // namespace
}  // namespace aligner::report

#include "aligner/anchors/find_anchors.h"

#include <algorithm>
#include <ctime>
#include <memory>
#include <random>

#include <gmock/gmock.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "aligner/segment/segmentation.h"
#include "aligner/text/document.h"

#include "tests/anchors/notation.h"

namespace {

using namespace aligner::anchors;  // NOLINT(google-build-using-namespace): the subject of every line
using aligner::terms::Concept;
using aligner::terms::Term;
using aligner::terms::TermList;
using aligner::text::Document;
using aligner::text::LanguageTag;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TermList list_of(const std::string& id, const std::string& language, const std::string& wording) {
  return TermList({Concept{.id = id, .terms = {Term{.language = LanguageTag::parse(language), .wording = wording}}}});
}

std::vector<std::string> described(const std::string& text, const std::string& language, const TermList& terms) {
  const Document document = Document::from_utf8(text, LanguageTag::parse(language), "case");
  const aligner::segment::Segmentation whole{{{.span = {0, text.size()}}}};
  std::vector<std::string> anchors;
  for (const Anchor& anchor : find_anchors(document, whole, terms)) {
    anchors.push_back(to_string(anchor.kind()) + " " + tungse_tests::notation(anchor));
  }
  return anchors;
}

TEST(FindAnchors, GivesAListedNameAsItsConceptOnly) {
  EXPECT_THAT(described("They met Yi Shan in Aigun.", "en", list_of("p_yishan", "en", "Yi Shan")),
              ElementsAre("term p_yishan", "name aigun"));
}

TEST(FindAnchors, CutsAListedNationOffAVietnameseName) {
  EXPECT_THAT(described("gặp Hoàng đế Nga Nicholas I ở đó", "vi", list_of("s_russia", "vi", "Nga")),
              ElementsAre("term s_russia", "name nicholas", "number I"));
}

TEST(FindAnchors, OrdersAnchorsByPosition) {
  EXPECT_THAT(described("On May 28, 1858, Muravyov sold 600,000 km2.", "en", TermList()),
              ElementsAre("date 1858-05-28..1858-05-28 day", "name muravev", "number 600000 km2 (or 600 km2)"));
}

TEST(FindAnchors, ReadsDigitsAndIsoDatesInLanguagesWithoutWords) {
  EXPECT_THAT(described("Am 1858-05-28 waren es 4.200 km, 1850-1864.", "de", TermList()),
              ::testing::IsSupersetOf({"date 1858-05-28..1858-05-28 day", "number 4200 km (or 4.2 km)",
                                       "date 1850-01-01..1864-12-31 range"}));
}

TEST(FindAnchors, ReadsHanDates) {
  EXPECT_THAT(described("1858年5月28日，一八五八年五月二十八日，19世纪，1850年代，1860年", "zh", TermList()),
              ElementsAre("date 1858-05-28..1858-05-28 day", "date 1858-05-28..1858-05-28 day",
                          "date 1801-01-01..1900-12-31 century", "date 1850-01-01..1859-12-31 decade",
                          "date 1860-01-01..1860-12-31 year"));
}

TEST(FindAnchors, ReadsTheSecondDayOfAWikipediaDate) {
  EXPECT_THAT(described("on 28 May [O.S. 16 May] 1858", "en", TermList()),
              ElementsAre("date 1858-05-28..1858-05-28 day gregorian"));
}

TEST(FindAnchors, ReadsDecomposedVietnamese) {
  EXPECT_THAT(described("nga\u0300y 16 tha\u0301ng 5 na\u0306m 1858", "vi", TermList()),
              ElementsAre("date 1858-05-16..1858-05-16 day"));
}

TEST(FindAnchors, LetsNoDateCrossASegment) {
  const auto anchors = tungse_tests::anchors_of("ngày 16 tháng 5 năm¶1858 km", "vi");

  ASSERT_FALSE(anchors.empty());
  for (const Anchor& anchor : anchors) EXPECT_NE(anchor.kind(), AnchorKind::date);
}

TEST(FindAnchors, FindsNothingInNothing) {
  EXPECT_THAT(described("", "vi", TermList()), IsEmpty());
  EXPECT_THAT(described(" \n ", "en", TermList()), IsEmpty());
}

TEST(NameKeys, AreThoseOfTheBgnTransliteration) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> bgn(
      icu::Transliterator::createInstance("Russian-Latin/BGN", UTRANS_FORWARD, status));
  ASSERT_TRUE(U_SUCCESS(status));

  // Nominatives that lose no ending as a Russian case.
  for (const char* name : {"Муравьёв", "Путятин", "Головкин", "Братищев", "Игнатьев", "Румянцев", "Иркутск",
                           "Хабаровск", "Щукин", "Жуков", "Цзян", "Объездов", "Юрьев", "Ямщиков", "Эйлер"}) {
    icu::UnicodeString latin = icu::UnicodeString::fromUTF8(name);
    bgn->transliterate(latin);
    std::string utf8;
    // Soft and hard signs, and the dot that ICU puts between t and s.
    for (const char* sign : {"\u02B9", "\u02BA", "\u00B7"})
      latin.findAndReplace(icu::UnicodeString::fromUTF8(sign), "");
    latin.toUTF8String(utf8);
    const auto cyrillic = tungse_tests::anchors_of(std::string("это ") + name, "ru");
    const auto romanised = tungse_tests::anchors_of("see " + utf8, "en");
    ASSERT_EQ(cyrillic.size(), 1U) << name;
    ASSERT_EQ(romanised.size(), 1U) << utf8;
    EXPECT_EQ(std::get<Name>(cyrillic[0].value).key, std::get<Name>(romanised[0].value).key) << name;
  }
}

std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

// Of the processor, the least of three: what else the machine does only adds.
double seconds_for(const std::string& text, const std::string& language) {
  double least = 1e9;
  for (int run = 0; run < 3; ++run) {
    const std::clock_t begin = std::clock();
    tungse_tests::anchors_of(text, language);
    least = std::min(least, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return least;
}

class HostileText : public ::testing::TestWithParam<const char*> {};

// Eight times the text takes eight times as long; four times that is left to a noisy machine. Quadratic would be 64.
TEST_P(HostileText, TakesTimeInProportionToItsLength) {
  const std::string piece = GetParam();
  for (const char* language : {"vi", "en", "ru", "zh", "mnc"}) {
    SCOPED_TRACE(language);
    const double small = std::max(seconds_for(repeated(piece, 1U << 14), language), 0.001);

    const double large = seconds_for(repeated(piece, 1U << 17), language);

    EXPECT_LT(large, 32 * small);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Pieces, HostileText,
    ::testing::Values("1", "1 ", "1.", "123,", "123 ", "1858-", "16/5/", "A", "A ", "A. ", "Aa-", "Aa ", "năm", "năm ",
                      "tháng 5 ", "hai mươi ", "trăm nghìn ", "(", "[1", "from 1850 to ", "early ",
                      "first half of the ", "May ", "million ", "с 1 ", "в XIX", "XIX ", "MMMM", "до ", "tens of ",
                      "một triệu ", "'a", "\u0301", "năm km ", "1-", "1/", "1 1/", "½", "[1,", "10:", "5-7 km ",
                      "from 5 ", "từ 5 đến ", "hai phần ", "two and a ", "половина ", "thousand million ", "http://",
                      "a@", "五", "十", "万", "五六", "第一", "半", "tumen ", "tanggū ", "c. ", "about ", "khoảng ",
                      "16th day of the ", "8th year of the reign ", "Xianfeng ", "Xianfeng 8/",
                      "ngày 16 tháng 4 năm Hàm Phong ", "năm thứ 8 đời ", "16-й день 4-й луны ", "eighteen fifty-",
                      "咸豐", "咸豐八年", "八", "閏正", "年", "b", "Ж", "山", "e\u0301\u0323", "\u1820", "\u1820 "));

TEST(FindAnchors, SurvivesArbitraryText) {
  static const std::vector<std::string> pieces = {
      "1858",     "16",       "5",        "28",       "19",         "năm ",     "tháng ",
      "ngày ",    "thế kỷ ",  "đầu ",     "May ",     "the ",       "of ",      " ",
      "-",        "–",        ".",        ",",        "/",          "(",        ")",
      "XIX",      "в ",       "мая ",     "года ",    "с ",         "по ",      "до",
      "A. ",      "Amur",     "hai ",     "mươi ",    "trăm ",      "nghìn ",   "million ",
      "km2",      "два ",     "тысячи ",  "первый ",  "年",         "月",       "1850s",
      "half ",    "century ", "từ ",      "đến ",     "\u0301",     "0",        "99999999999999999999",
      "°",        "№",        "phần ",    "ba ",      "третей ",    "тысяч ",   "km ",
      "between ", "от ",      "rưỡi ",    "½",        "[",          "]",        "五",
      "十",       "万",       "分之",     "第",       "里",         "minggan ", "tumen ",
      "juwan ",   "and a ",   ":",        "https://", "$",          "vài ",     "hàng ",
      "tens of ", "1/3",      "Article ", "First ",   "Hàm Phong ", "thứ ",     "Xianfeng ",
      "8th ",     "year ",    "咸豐",     "八",       "四月",       "閏",       "c. ",
      "khoảng ",  "nhuận ",   "луны ",    "эры "};
  std::mt19937 random(1689);
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);

  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (int i = 0; i < 25; ++i) text += pieces[pick(random)];
    for (const char* language : {"vi", "en", "ru", "zh", "mnc"}) {
      std::size_t end_of_last_value = 0;
      for (const Anchor& anchor : tungse_tests::anchors_of(text, language)) {
        ASSERT_LT(anchor.span.begin, anchor.span.end) << text;
        ASSERT_LE(end_of_last_value, anchor.span.begin) << text;
        end_of_last_value = anchor.span.end;
        const auto* date = std::get_if<Date>(&anchor.value);
        ASSERT_TRUE(date == nullptr || date->earliest <= date->latest) << text;
      }
    }
  }
}

}  // namespace

#include "aligner/anchors/date.h"

#include <chrono>
#include <random>
#include <string>
#include <variant>

#include <gmock/gmock.h>

#include "aligner/error.h"

#include "tests/anchors/notation.h"
#include "tests/support/case_file.h"

namespace {

using namespace aligner::anchors;  // NOLINT(google-build-using-namespace): the subject of every line
using std::chrono::year_month_day;
using ::testing::HasSubstr;

year_month_day day(int year, unsigned month, unsigned number) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(number)};
}

struct LagCase {
  year_month_day julian;
  int days;
};

class JulianLag : public ::testing::TestWithParam<LagCase> {};

TEST_P(JulianLag, IsThatOfTheTable) { EXPECT_EQ(julian_lag_days(GetParam().julian), GetParam().days); }

INSTANTIATE_TEST_SUITE_P(AroundEveryStep, JulianLag,
                         ::testing::Values(LagCase{day(1500, 3, 1), 10}, LagCase{day(1500, 2, 29), 9},
                                           LagCase{day(1600, 2, 29), 10}, LagCase{day(1689, 8, 27), 10},
                                           LagCase{day(1700, 2, 29), 10}, LagCase{day(1700, 3, 1), 11},
                                           LagCase{day(1800, 2, 29), 11}, LagCase{day(1800, 3, 1), 12},
                                           LagCase{day(1858, 5, 16), 12}, LagCase{day(1900, 2, 29), 12},
                                           LagCase{day(1900, 3, 1), 13}, LagCase{day(2100, 2, 29), 13},
                                           LagCase{day(2100, 3, 1), 14}, LagCase{day(1, 3, 1), -2}));

TEST(Calendars, ConvertTheDaysOfTheTreaties) {
  EXPECT_EQ(julian_to_gregorian(day(1858, 5, 16)), day(1858, 5, 28));
  EXPECT_EQ(julian_to_gregorian(day(1689, 8, 28)), day(1689, 9, 7));
  EXPECT_EQ(julian_to_gregorian(day(1582, 10, 5)), day(1582, 10, 15));
  EXPECT_EQ(gregorian_to_julian(day(1858, 6, 13)), day(1858, 6, 1));
  EXPECT_EQ(gregorian_to_julian(day(1900, 3, 13)), day(1900, 2, 29));
}

TEST(Calendars, ConvertBackAndForthWithoutLoss) {
  std::mt19937 random(1858);
  std::uniform_int_distribution<int> offset(-718000, 47000);  // days since 1970: the years 4 to 2098

  for (int i = 0; i < 20000; ++i) {
    const year_month_day gregorian(std::chrono::sys_days(std::chrono::days(offset(random))));
    ASSERT_EQ(julian_to_gregorian(gregorian_to_julian(gregorian)), gregorian);
  }
}

TEST(Calendars, RefuseDaysThatDoNotExist) {
  EXPECT_THROW(julian_to_gregorian(day(1858, 2, 30)), aligner::Error);
  EXPECT_THROW(gregorian_to_julian(day(1900, 2, 29)), aligner::Error);
  EXPECT_THROW(julian_lag_days(day(2101, 1, 1)), aligner::Error);
  EXPECT_THROW(julian_lag_days(day(0, 1, 1)), aligner::Error);
}

TEST(MakeDay, AcceptsTheLeapDaysOfEitherCalendar) {
  EXPECT_EQ(make_day(1900, 2, 29).earliest, day(1900, 2, 29));
  EXPECT_EQ(make_day(1900, 2, 29, Calendar::julian).calendar, Calendar::julian);
  EXPECT_THROW(make_day(1900, 2, 29, Calendar::gregorian), aligner::Error);
  EXPECT_THROW(make_day(1858, 2, 29), aligner::Error);
  EXPECT_THROW(make_day(1858, 13, 1), aligner::Error);
  EXPECT_THROW(make_day(1858, 5, 0), aligner::Error);
  EXPECT_THROW(make_day(0, 5, 1), aligner::Error);
}

TEST(MakePeriods, RefuseWhatCannotBe) {
  EXPECT_THROW(make_month(1858, 0), aligner::Error);
  EXPECT_THROW(make_year(10000), aligner::Error);
  EXPECT_THROW(make_years(1860, 1858), aligner::Error);
  EXPECT_EQ(make_years(1858, 1858), make_year(1858));
}

TEST(CompareDates, SaysWhichDayIsWhichInTheOtherCalendar) {
  const DateComparison comparison = compare_dates(make_day(1858, 5, 28), make_day(1858, 5, 16));

  EXPECT_EQ(comparison.reason, "16 May 1858 Julian = 28 May 1858 Gregorian");
}

TEST(CompareDates, SaysWhatLiesInWhat) {
  EXPECT_EQ(compare_dates(make_year(1858), make_month(1858, 5)).reason, "May 1858 lies in 1858");
  EXPECT_THAT(compare_dates(make_year(1858), make_year(1860)).reason, HasSubstr("share no day"));
}

Date found_in(const std::string& text, const std::string& language) {
  return std::get<Date>(tungse_tests::anchors_of(text, language).at(0).value);
}

TEST(CompareDates, TellsALunarDayByItsReign) {
  const Date lunar = found_in("ngày 16 tháng 4 năm Hàm Phong thứ 8", "vi");

  EXPECT_EQ(compare_dates(make_day(1858, 5, 28), lunar).reason, "Xianfeng 8/4/16 = 28 May 1858 Gregorian");
  EXPECT_EQ(compare_dates(lunar, make_day(1858, 5, 16)).reason, "Xianfeng 8/4/16 = 16 May 1858 Julian");
  EXPECT_EQ(compare_dates(lunar, make_day(1858, 5, 29)).reason,
            "Xianfeng 8/4/16 is one day from 29 May 1858 Gregorian");
  EXPECT_EQ(compare_dates(lunar, found_in("咸豐八年四月", "zh")).reason, "Xianfeng 8/4/16 lies in Xianfeng 8/4");
}

TEST(CompareDates, FindsOneDayInTheErasOfTwoCountries) {
  const DateComparison comparison =
      compare_dates(found_in("Xianfeng 8/4/16", "en"), found_in("ngày 16 tháng 4 năm Tự Đức thứ 11", "vi"));

  EXPECT_EQ(comparison.relation, DateRelation::same);
}

TEST(CompareDates, SaysThatADayLiesInALunarYearAsJulianOnly) {
  EXPECT_EQ(compare_dates(found_in("Xianfeng 8", "en"), make_day(1858, 2, 10)).reason,
            "10 February 1858 Julian lies in Xianfeng 8");
}

struct ReignCase {
  const char* text;
  const char* words;
};

class ReignInWords : public ::testing::TestWithParam<ReignCase> {};

TEST_P(ReignInWords, IsThatOfItsEra) { EXPECT_EQ(to_string(found_in(GetParam().text, "vi")), GetParam().words); }

INSTANTIATE_TEST_SUITE_P(Forms, ReignInWords,
                         ::testing::Values(ReignCase{"năm Hàm Phong thứ 8", "Xianfeng 8"},
                                           ReignCase{"tháng 5 nhuận năm Hàm Phong thứ 7", "Xianfeng 7/leap 5"},
                                           ReignCase{"Tự Đức năm thứ 5, tháng 11, ngày 29", "Tự Đức 5/11/29"},
                                           ReignCase{"đầu năm Hàm Phong thứ 8", "early Xianfeng 8"},
                                           ReignCase{"khoảng năm Hàm Phong thứ 8", "about Xianfeng 8"},
                                           ReignCase{"trước năm Hàm Phong thứ 8", "before Xianfeng 8"},
                                           ReignCase{"từ năm Hàm Phong thứ 8 đến năm Hàm Phong thứ 10",
                                                     "Xianfeng 8 to Xianfeng 10"}));

const char* name_of(DateRelation relation) {
  switch (relation) {
    case DateRelation::same:
      return "same";
    case DateRelation::same_other_calendar:
      return "same_other_calendar";
    case DateRelation::contains:
      return "contains";
    case DateRelation::contained:
      return "contained";
    case DateRelation::overlaps:
      return "overlaps";
    case DateRelation::near:
      return "near";
    case DateRelation::conflict:
      break;
  }
  return "conflict";
}

DateRelation mirrored(DateRelation relation) {
  if (relation == DateRelation::contains) return DateRelation::contained;
  return relation == DateRelation::contained ? DateRelation::contains : relation;
}

TEST(CompareDates, RelatesThePairsOfTheTable) {
  for (const tungse_tests::Case& row : tungse_tests::read_cases(TUNGSE_CASES "/date_pairs.tsv")) {
    SCOPED_TRACE(row.where());
    ASSERT_EQ(row.fields.size(), 3U);
    const Date first = tungse_tests::read_date_notation(row.fields[0]);
    const Date second = tungse_tests::read_date_notation(row.fields[1]);

    const DateRelation relation = compare_dates(first, second).relation;

    EXPECT_EQ(name_of(relation), row.fields[2]);
    EXPECT_EQ(compare_dates(second, first).relation, mirrored(relation));
  }
}

struct WordsCase {
  const char* date;
  const char* words;
};

class DateInWords : public ::testing::TestWithParam<WordsCase> {};

TEST_P(DateInWords, IsShortEnglish) {
  EXPECT_EQ(to_string(tungse_tests::read_date_notation(GetParam().date)), GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    ByPrecision, DateInWords,
    ::testing::Values(WordsCase{"1858-05-16..1858-05-16 day", "16 May 1858"},
                      WordsCase{"1858-05-16..1858-05-16 day julian", "16 May 1858 Julian"},
                      WordsCase{"1858-05-01..1858-05-10 part-of-month", "early May 1858"},
                      WordsCase{"1858-05-01..1858-05-31 month", "May 1858"},
                      WordsCase{"1849-06-01..1849-08-31 season", "summer 1849"},
                      WordsCase{"1850-01-01..1850-04-30 season", "early 1850"},
                      WordsCase{"1850-07-01..1850-12-31 season", "second half of 1850"},
                      WordsCase{"1858-01-01..1858-12-31 year", "1858"},
                      WordsCase{"1853-01-01..1857-12-31 part-of-decade", "mid-1850s"},
                      WordsCase{"1850-01-01..1859-12-31 decade", "1850s"},
                      WordsCase{"1651-01-01..1700-12-31 part-of-century", "second half of the 17th century"},
                      WordsCase{"1834-01-01..1866-12-31 part-of-century", "mid-19th century"},
                      WordsCase{"1876-01-01..1900-12-31 part-of-century", "last quarter of the 19th century"},
                      WordsCase{"1826-01-01..1850-12-31 part-of-century", "second quarter of the 19th century"},
                      WordsCase{"1891-01-01..1900-12-31 part-of-century", "last decade of the 19th century"},
                      WordsCase{"1858-10-01..1858-12-31 season", "last quarter of 1858"},
                      WordsCase{"1850-01-01..1850-12-31 year circa", "about 1850"},
                      WordsCase{"1850-01-01..1859-12-31 decade circa", "about the 1850s"},
                      WordsCase{"0001-01-01..1849-12-31 range open-begin circa", "up to about 1849"},
                      WordsCase{"1858-05-28..1858-05-28 day chinese", "28 May 1858 (lunar)"},
                      WordsCase{"1801-01-01..1900-12-31 century", "19th century"},
                      WordsCase{"2001-01-01..2100-12-31 century", "21st century"},
                      WordsCase{"1850-01-01..1864-12-31 range", "1850-1864"},
                      WordsCase{"1858-05-03..1860-11-02 range", "3 May 1858 to 2 November 1860"},
                      WordsCase{"1858-05-01..1858-06-30 range", "May to June 1858"},
                      WordsCase{"0001-01-01..1849-12-31 range open-begin", "up to 1849"},
                      WordsCase{"1858-06-01..9999-12-31 range open-end", "from June 1858 on"}));

}  // namespace

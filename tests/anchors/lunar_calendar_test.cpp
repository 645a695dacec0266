#include "aligner/anchors/lunar_calendar.h"

#include <chrono>
#include <memory>

#include <gmock/gmock.h>
#include <unicode/calendar.h>

namespace {

using namespace aligner::anchors;  // NOLINT(google-build-using-namespace): the subject of every line
using std::chrono::year_month_day;

year_month_day day(int year, unsigned month, unsigned number) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(number)};
}

struct Sourced {
  const char* name;
  int year;
  LunarMonth month;
  int day;
  year_month_day gregorian;
};

class LunarDay : public ::testing::TestWithParam<Sourced> {};

TEST_P(LunarDay, FallsOnTheDayThatItsSourceGives) {
  EXPECT_EQ(find_lunar_day(GetParam().year, GetParam().month, GetParam().day), GetParam().gregorian);
}

INSTANTIATE_TEST_SUITE_P(
    Sources, LunarDay,
    ::testing::Values(
        // Text of the treaty of Aigun; vi.wikipedia and zh.wikisource on Nerchinsk; lives of Xianfeng.
        Sourced{"TreatyOfAigun", 1858, {4}, 16, day(1858, 5, 28)},
        Sourced{"TreatyOfNerchinsk", 1689, {7}, 24, day(1689, 9, 7)},
        Sourced{"BirthOfXianfeng", 1831, {6}, 9, day(1831, 7, 17)},
        Sourced{"DeathOfXianfeng", 1861, {7}, 17, day(1861, 8, 22)},
        Sourced{"XianfengBegins", 1851, {1}, 1, day(1851, 2, 1)},
        Sourced{"TongzhiBegins", 1862, {1}, 1, day(1862, 1, 30)},
        // English Wikipedia on the emperors Tongzhi and Shunzhi; a decree of Khải Định (maitratrung.topwebviet.com).
        Sourced{"BirthOfTongzhi", 1856, {3}, 23, day(1856, 4, 27)},
        Sourced{"DeathOfTongzhi", 1874, {12}, 5, day(1875, 1, 12)},
        Sourced{"DeathOfShunzhi", 1661, {1}, 7, day(1661, 2, 5)},
        Sourced{"DecreeOfKhaiDinh", 1924, {7}, 25, day(1924, 8, 25)},
        // No source gives the lunar day of these treaties; the Gregorian days are theirs.
        Sourced{"TreatyOfTianjin", 1858, {5}, 3, day(1858, 6, 13)},
        Sourced{"ConventionOfPeking", 1860, {10}, 2, day(1860, 11, 14)},
        Sourced{"TreatyOfNanking", 1842, {7}, 24, day(1842, 8, 29)}),
    [](const auto& tested) { return tested.param.name; });

// ICU's Chinese calendar, asked one month at a time.
class IcuMonths {
 public:
  explicit IcuMonths(int lunar_year) : year_(lunar_year) {
    UErrorCode status = U_ZERO_ERROR;
    calendar_.reset(icu::Calendar::createInstance(icu::TimeZone::createTimeZone("Asia/Shanghai"),
                                                  icu::Locale("zh@calendar=chinese"), status));
    set(UCAL_EXTENDED_YEAR, lunar_year + 2637);
    set(UCAL_MONTH, 0);
    set(UCAL_IS_LEAP_MONTH, 0);
    set(UCAL_DATE, 1);
    set(UCAL_HOUR_OF_DAY, 12);
    noon_ = calendar_->getTime(status);
  }

  bool is_in_year() { return get(UCAL_EXTENDED_YEAR) == year_ + 2637; }
  LunarMonth month() { return {get(UCAL_MONTH) + 1, get(UCAL_IS_LEAP_MONTH) != 0}; }
  year_month_day first_day() const {
    const auto days = static_cast<int>((noon_ + 8 * 3'600'000.0) / 86'400'000.0 - (noon_ < 0 ? 1 : 0));
    return std::chrono::sys_days(std::chrono::days(days));
  }
  int length() {
    const double first = noon_;
    move_to(first + 29 * 86'400'000.0);
    const int length = get(UCAL_DATE) == 30 ? 30 : 29;
    move_to(first);
    return length;
  }
  void go_on() { move_to(noon_ + length() * 86'400'000.0); }

 private:
  void set(UCalendarDateFields field, int value) {
    if (field == UCAL_EXTENDED_YEAR) calendar_->clear();
    calendar_->set(field, value);
  }
  int get(UCalendarDateFields field) {
    UErrorCode status = U_ZERO_ERROR;
    return calendar_->get(field, status);
  }
  void move_to(double time) {
    UErrorCode status = U_ZERO_ERROR;
    noon_ = time;
    calendar_->setTime(time, status);
  }

  int year_;
  std::unique_ptr<icu::Calendar> calendar_;
  double noon_ = 0;
};

TEST(LunarCalendar, AgreesWithIcuOnEveryMonthOfTheTable) {
  int months = 0;
  for (int year = first_lunar_year; year <= 1945; ++year) {
    for (IcuMonths icu(year); icu.is_in_year(); icu.go_on()) {
      const auto found = find_lunar_month(year, icu.month());
      ASSERT_TRUE(found) << year << "/" << icu.month().number;
      const auto length = std::chrono::sys_days(found->last) - std::chrono::sys_days(found->first);
      ASSERT_EQ(found->first, icu.first_day()) << year << "/" << icu.month().number;
      ASSERT_EQ(length.count() + 1, icu.length()) << year << "/" << icu.month().number;
      ++months;
    }
  }
  EXPECT_EQ(months, 12 * 302 + 111);  // 111 leap months in 302 years
}

TEST(LunarCalendar, EndsAYearWhereTheNextBegins) {
  for (int year = first_lunar_year; year < 1945; ++year) {
    const auto last = find_lunar_year(year)->last;
    EXPECT_EQ(std::chrono::sys_days(last) + std::chrono::days(1),
              std::chrono::sys_days(find_lunar_year(year + 1)->first));
  }
}

TEST(LunarCalendar, KnowsNoDayThatWasNone) {
  EXPECT_FALSE(find_lunar_day(1858, {4}, 30));      // a month of 29 days
  EXPECT_FALSE(find_lunar_month(1858, {4, true}));  // no leap month in that year
  EXPECT_TRUE(find_lunar_month(1857, {5, true}));   // but in this
  EXPECT_FALSE(find_lunar_month(1858, {13}));
  EXPECT_FALSE(find_lunar_year(1643));
  EXPECT_FALSE(find_lunar_year(1946));
}

}  // namespace

#include "aligner/anchors/number.h"

#include <limits>

#include <gmock/gmock.h>

namespace {

using namespace aligner::anchors;  // NOLINT(google-build-using-namespace): the subject of every line

TEST(Decimal, TellsItsValue) {
  EXPECT_DOUBLE_EQ((Decimal{600000, 0}.value()), 600000.0);
  EXPECT_DOUBLE_EQ((Decimal{15, 1}.value()), 1.5);
}

TEST(Decimal, LosesTrailingNoughtsBehindThePoint) {
  EXPECT_EQ((Decimal{1500, 3}.normalised()), (Decimal{15, 1}));
  EXPECT_EQ((Decimal{600000, 0}.normalised()), (Decimal{600000, 0}));
  EXPECT_EQ((Decimal{0, 4}.normalised()), (Decimal{0, 0}));
}

TEST(Decimal, IsMultipliedOnlyWhereItFits) {
  EXPECT_EQ((Decimal{15, 1}.times_power_of_ten(6)), (Decimal{1500000, 0}));
  EXPECT_EQ((Decimal{123, 3}.times_power_of_ten(2)), (Decimal{123, 1}));
  EXPECT_FALSE((Decimal{std::numeric_limits<std::int64_t>::max() / 2, 0}.times_power_of_ten(1)));
}

TEST(IsSameNumber, AcceptsEitherReadingOfASeparator) {
  const Number grouped{.value = {4200, 0}, .alternative = Decimal{42, 1}};
  const Number divided{.value = {42, 1}, .alternative = Decimal{4200, 0}};

  EXPECT_TRUE(is_same_number(grouped, divided));
  EXPECT_TRUE(is_same_number(grouped, Number{.value = {4200, 0}}));
  EXPECT_TRUE(is_same_number(Number{.value = {42, 1}}, grouped));
  EXPECT_FALSE(is_same_number(grouped, Number{.value = {42, 0}}));
}

TEST(IsSameNumber, NeverCrossesRoles) {
  const Number first{.value = {1, 0}, .role = NumberRole::regnal};

  EXPECT_FALSE(is_same_number(first, Number{.value = {1, 0}}));
  EXPECT_TRUE(is_same_number(first, first));
}

TEST(NumberInWords, ShowsRoleAndUnit) {
  EXPECT_EQ(to_string(Number{.value = {600000, 0}}), "600000");
  EXPECT_EQ(to_string(Number{.value = {15, 1}, .unit = "km"}), "1.5 km");
  EXPECT_EQ(to_string(Number{.value = {5, 2}}), "0.05");
  EXPECT_EQ(to_string(Number{.value = {50, 0}, .unit = "%"}), "50%");
  EXPECT_EQ(to_string(Number{.value = {22, 0}, .role = NumberRole::ordinal}), "22nd");
  EXPECT_EQ(to_string(Number{.value = {12, 0}, .role = NumberRole::ordinal}), "12th");
  EXPECT_EQ(to_string(Number{.value = {14, 0}, .role = NumberRole::regnal}), "XIV");
  EXPECT_EQ(to_string(Number{.value = {1, 0}, .role = NumberRole::label, .unit = "article"}), "article 1");
  EXPECT_EQ(to_string(Number{.value = {7, 0}, .role = NumberRole::label}), "no. 7");
  EXPECT_EQ(to_string(Number{.value = {3, 0}, .role = NumberRole::list_marker}), "3.");
  EXPECT_EQ(to_string(Number{.value = {12, 0}, .role = NumberRole::footnote}), "[12]");
  EXPECT_EQ(to_string(Number{.value = {10, 0}, .upper = Decimal{12, 0}, .unit = "verst"}), "10-12 verst");
  EXPECT_EQ(to_string(Number{.value = {2, 0}, .denominator = 3}), "2/3");
}

TEST(NumberInWords, NamesTheOrderOfAVagueNumber) {
  const auto vague = [](std::int64_t power) {
    return to_string(Number{.value = {power, 0}, .role = NumberRole::vague});
  };

  EXPECT_EQ(vague(10), "tens");
  EXPECT_EQ(vague(100), "hundreds");
  EXPECT_EQ(vague(1000), "thousands");
  EXPECT_EQ(vague(10'000), "tens of thousands");
  EXPECT_EQ(vague(100'000), "hundreds of thousands");
  EXPECT_EQ(vague(1'000'000), "millions");
  EXPECT_EQ(vague(1'000'000'000), "billions");
}

TEST(IsSameNumber, ComparesBothEndsAndDenominators) {
  const Number range{.value = {5, 0}, .upper = Decimal{7, 0}};
  const Number third{.value = {1, 0}, .denominator = 3};

  EXPECT_TRUE(is_same_number(range, range));
  EXPECT_FALSE(is_same_number(range, Number{.value = {5, 0}}));
  EXPECT_FALSE(is_same_number(third, Number{.value = {1, 0}}));
  EXPECT_TRUE(is_same_number(third, third));
}

}  // namespace

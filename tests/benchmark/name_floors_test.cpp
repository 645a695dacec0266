// Floors under the figures that tungse_name_matching prints, for the method that the library uses (all) and for each
// that carries a set; the rows without CLDR are there because CLDR names some of the same places. Raising a floor is a
// change of its own.

#include <algorithm>
#include <ostream>
#include <string>

#include <gmock/gmock.h>

#include "tests/benchmark/name_sets.h"

namespace tungse_benchmark {
namespace {

struct Floor {
  const char* set;
  Method method;
  double top1;
  double precision;
};

// "ru_en_gweather_all_but_cldr"
std::string test_name(const Floor& floor) {
  std::string name = floor.set + (" " + to_string(floor.method));
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
  return name;
}

void PrintTo(const Floor& floor, std::ostream* out) { *out << test_name(floor); }

class NameMatching : public testing::TestWithParam<Floor> {};

TEST_P(NameMatching, IsAsGoodAsItsFloor) {
  const Floor& floor = GetParam();
  const NameSet set = read_name_set(floor.set);
  if (set.sources.empty()) GTEST_SKIP() << floor.set << ": its package is not installed; see tools/packages";

  const Accuracy found = measure(set, floor.method);

  EXPECT_GE(found.top1, floor.top1);
  EXPECT_GE(found.precision, floor.precision);
}

INSTANTIATE_TEST_SUITE_P(Sets, NameMatching,
                         testing::Values(Floor{"vi-en gweather", Method::all, 0.39, 0.90},
                                         Floor{"vi-en gweather", Method::all_but_cldr, 0.26, 0.86},
                                         Floor{"vi-en gweather", Method::reading, 0.14, 0.96},
                                         Floor{"vi-en iso-3166", Method::all, 0.20, 0.95},
                                         Floor{"ru-en gweather", Method::all, 0.68, 0.97},
                                         Floor{"ru-en gweather", Method::all_but_cldr, 0.65, 0.97},
                                         Floor{"ru-en gweather", Method::spelling, 0.52, 0.98},
                                         Floor{"ru-en iso-3166", Method::all, 0.60, 0.82},
                                         Floor{"ru-en iso-3166", Method::all_but_cldr, 0.32, 0.68},
                                         Floor{"zh_CN-en gweather", Method::all, 0.44, 0.81},
                                         Floor{"zh_TW-en gweather", Method::all, 0.39, 0.79}),
                         [](const auto& tested) { return test_name(tested.param); });

}  // namespace
}  // namespace tungse_benchmark

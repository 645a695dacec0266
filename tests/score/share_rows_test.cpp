#include "aligner/score/share_rows.h"

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace aligner::score {
namespace {

TEST(ShareRows, WorksOnEveryRowOnceForAnyNumberOfThreads) {
  for (const unsigned threads : {0u, 1u, 2u, 4u, 64u}) {
    for (const std::size_t count : {0u, 1u, 15u, 16u, 17u, 33u, 1000u}) {
      std::vector<int> visits(count, 0);

      share_rows(count, threads, [&](std::size_t i) { ++visits[i]; });

      EXPECT_EQ(visits, std::vector<int>(count, 1)) << count << " rows, " << threads << " threads";
    }
  }
}

TEST(ShareRows, PassesOnTheExceptionOfARow) {
  for (const unsigned threads : {1u, 4u}) {
    EXPECT_THROW(share_rows(1000, threads,
                            [](std::size_t i) {
                              if (i == 500) throw std::runtime_error("row 500");
                            }),
                 std::runtime_error);
  }
}

TEST(ShareRows, PassesOnOneExceptionWhereManyRowsFail) {
  std::atomic<int> calls = 0;
  try {
    share_rows(1000, 4, [&](std::size_t) {
      ++calls;
      throw std::runtime_error("every row");
    });
    FAIL() << "nothing was thrown";
  } catch (const std::runtime_error& error) {
    EXPECT_EQ(std::string(error.what()), "every row");
  }
  EXPECT_GE(calls, 1);
}

}  // namespace
}  // namespace aligner::score

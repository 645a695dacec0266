#pragma once
// Compares output with a file in cases/, or writes the file anew where TUNGSE_BLESS is set.

#include <cstdlib>
#include <fstream>
#include <string>

#include "gtest/gtest.h"
#include "tests/support/case_file.h"

namespace aligner::report {

inline void expect_golden(const std::string& actual, const std::string& name) {
  const std::string path = std::string(TUNGSE_CASES) + "/" + name;
  if (std::getenv("TUNGSE_BLESS") != nullptr) std::ofstream(path, std::ios::binary) << actual;
  EXPECT_EQ(actual, tungse_tests::read_bytes(path)) << "against " << path;
}

}  // namespace aligner::report

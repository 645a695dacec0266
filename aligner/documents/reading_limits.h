#pragma once
// What another program that reads a document may take.
//
//   ReadingLimits limits{.time = std::chrono::seconds(10)};

#include <chrono>
#include <cstddef>
#include <functional>

namespace aligner::documents {

struct ReadingLimits {
  std::chrono::milliseconds time = std::chrono::minutes(2);  // of the clock, and of the processor
  std::size_t memory = std::size_t{2} << 30;                 // bytes
  std::size_t output = std::size_t{256} << 20;               // bytes
  /// Asked several times a second while the program runs; false ends it, and the reading with Error.
  std::function<bool()> goes_on = {};
};

}  // namespace aligner::documents

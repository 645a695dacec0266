#pragma once
// Numbers that look random and are the same with every standard library, for properties with fixed seeds.

#include <cstddef>
#include <cstdint>
#include <random>

namespace tungse_tests {

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  /// 0 to limit - 1. Not std::uniform_int_distribution: its numbers differ between libraries.
  std::size_t below(std::size_t limit) { return engine_() % limit; }
  /// 0 to below 1.
  double fraction() { return static_cast<double>(engine_()) / 4294967296.0; }

 private:
  std::mt19937 engine_;
};

}  // namespace tungse_tests

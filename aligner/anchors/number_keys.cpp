#include "aligner/anchors/number_keys.h"

#include <cmath>

#include "aligner/anchors/match_numbers.h"

namespace aligner::anchors {
namespace {

// Sizes are sorted into boxes whose ends differ by 6 %: a little more than converted quantities may differ, so that
// those have a box or its neighbour in common.
const double box_width = std::log(1.06);

int box_of(double size) { return static_cast<int>(std::floor(std::log(size) / box_width)); }

void add_boxes(std::vector<std::string>& keys, const std::string& name, int first, int last) {
  for (int box = first; box <= last; ++box) keys.push_back(name + " " + std::to_string(box));
}

}  // namespace

std::vector<std::string> number_keys(const Number& number) {
  const double lower = size_of(number);
  std::vector<std::string> keys = {"value " + std::to_string(lower)};
  if (number.alternative) keys.push_back("value " + std::to_string(number.alternative->value()));
  if (number.role != NumberRole::cardinal || lower <= 0) return keys;
  const double upper = number.upper ? number.upper->value() : lower;
  // A range too wide to say anything about a number inside it is found by its lower end only.
  add_boxes(keys, "size", box_of(lower), upper <= widest_range * lower ? box_of(upper) : box_of(lower));
  for (const Measured& measured : measure(number)) {
    const int box = box_of(measured.lower);
    add_boxes(keys, measured.dimension, box, box + 1);
  }
  return keys;
}

}  // namespace aligner::anchors

// Manchu numbers below a thousand, in Möllendorff's Latin: jakūn tanggū susai jakūn, tofohon, juwan emuci.

#include "aligner/anchors/number_words.h"

namespace aligner::anchors {
namespace {

using namespace sense;

bool is_fifteen(const Token& token) { return token.value == 15; }

WordGroup read_below_hundred(const Phrase& phrase, std::size_t at) {
  const Token& first = phrase[at];
  if (first.has(ordinal)) return {.value = first.value, .end = at + 1, .ordinal = true, .one_word = true};
  if (first.has(unit_digit)) {
    return {.value = first.value, .end = at + 1, .one_word = true, .doubtful = first.value == 1};
  }
  if (!first.has(teen | tens)) return {};
  const Token& unit = phrase[at + 1];
  const bool joins = !is_fifteen(first) && unit.has(unit_digit | ordinal) && unit.value < 10;
  if (!joins) return {.value = first.value, .end = at + 1, .one_word = true};
  // juwan tumen is a hundred thousand, and so is the last digit before tanggū a multiplier: juwan emu tanggū is 1100.
  return {.value = first.value + unit.value, .end = at + 2, .ordinal = !unit.has(unit_digit)};
}

}  // namespace

WordGroup read_manchu_group(const Phrase& phrase, std::size_t at) {
  // Bare tanggū is a hundred where a power of ten or a smaller number follows; alone it may be any crowd.
  const bool bare = phrase[at].has(hundred_word) && phrase[at + 1].has(magnitude | tens | teen);
  WordGroup group = bare ? WordGroup{.value = 1, .end = at} : read_below_hundred(phrase, at);
  if ((group.end == 0 && !bare) || group.ordinal || !phrase[group.end].has(hundred_word)) return group;
  group = {.value = 100 * group.value, .end = group.end + 1, .exponent = 2};
  const WordGroup rest = read_below_hundred(phrase, group.end);
  if (rest.end == 0) return group;
  return {.value = group.value + rest.value, .end = rest.end, .ordinal = rest.ordinal};
}

}  // namespace aligner::anchors

// English numbers below ten thousand: sixty-four, a hundred and five, eighteen hundred, sixty-fourth.

#include "aligner/anchors/number_words.h"

namespace aligner::anchors {
namespace {

using namespace sense;

WordGroup read_below_hundred(const Phrase& phrase, std::size_t at) {
  const Token& first = phrase[at];
  if (first.has(tens)) {
    const std::size_t unit = is_hyphen(phrase, at + 1) ? at + 2 : at + 1;
    const bool near = unit == at + 2 || !phrase[unit].capital || first.capital;
    if (near && phrase[unit].has(unit_digit)) return {.value = first.value + phrase[unit].value, .end = unit + 1};
    if (near && phrase[unit].has(ordinal) && phrase[unit].value < 10) {
      return {.value = first.value + phrase[unit].value, .end = unit + 1, .ordinal = true};
    }
    return {.value = first.value, .end = at + 1, .one_word = true};
  }
  if (first.has(ordinal)) {
    return {.value = first.value, .end = at + 1, .ordinal = true, .one_word = true};
  }
  if (!first.has(teen | unit_digit)) return {};
  return {.value = first.value, .end = at + 1, .one_word = true, .doubtful = first.value == 1};
}

// "a dozen", "two dozen".
WordGroup read_dozen(const Phrase& phrase, std::size_t at) {
  if (phrase.is(at, "a") && phrase.is(at + 1, "dozen")) return {.value = 12, .end = at + 2};
  const bool counted = phrase[at].has(unit_digit | teen) && phrase.is(at + 1, "dozen");
  return counted ? WordGroup{.value = 12 * phrase[at].value, .end = at + 2} : WordGroup{};
}

}  // namespace

WordGroup read_english_group(const Phrase& phrase, std::size_t at) {
  if (WordGroup dozen = read_dozen(phrase, at); dozen.end != 0) return dozen;
  const bool article = phrase.is(at, "a") && (phrase[at + 1].has(hundred_word) || phrase.is(at + 1, "hundredth"));
  WordGroup group = article ? WordGroup{.value = 1, .end = at + 1} : read_below_hundred(phrase, at);
  if (group.end == 0 || group.ordinal || group.value > 99) return group;
  if (phrase.is(group.end, "hundredth")) return {.value = 100 * group.value, .end = group.end + 1, .ordinal = true};
  if (!phrase[group.end].has(hundred_word)) return group;
  group = {.value = 100 * group.value, .end = group.end + 1, .exponent = 2};
  const bool has_and = phrase.is(group.end, "and");
  const WordGroup rest = read_below_hundred(phrase, has_and ? group.end + 1 : group.end);
  // "one hundred and first" may go on, "two hundred second lieutenants" are rare; "five hundred and one" is a number.
  if (rest.end == 0 || rest.value >= 100 || group.value % 1000 == 0) return group;
  return {.value = group.value + rest.value, .end = rest.end, .ordinal = rest.ordinal};
}

}  // namespace aligner::anchors

#include "aligner/anchors/derived_words.h"

#include <algorithm>
#include <array>

namespace aligner::anchors {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

std::string_view without_last_vowels(std::string_view word) {
  while (!word.empty() && is_vowel(word.back())) word.remove_suffix(1);
  return word;
}

bool is_surname(std::string_view word) {
  return word.ends_with("ov") || word.ends_with("ev") || word.ends_with("in") || word.ends_with("ich");
}

// What stays of `word` without the ending and the vowels before it; empty where the word does not end so, or too little
// stays.
std::string_view stem_before(std::string_view word, std::string_view ending) {
  if (!word.ends_with(ending) || word.size() < ending.size() + 3) return {};
  const std::string_view stem = without_last_vowels(word.substr(0, word.size() - ending.size()));
  return stem.size() >= 3 ? stem : std::string_view();
}

// The stems before each ending that the word may have; empty ones among them.
std::array<std::string_view, 3> stems_of(std::string_view word) {
  if (word.ends_with("ski")) return {stem_before(word, "ski"), {}, {}};
  if (word.ends_with("ns") || word.ends_with("es")) word.remove_suffix(1);  // Russians
  return {stem_before(word, "ese"), stem_before(word, "ian"), stem_before(word, "an")};
}

}  // namespace

std::vector<std::string> derived_stems(std::string_view word) {
  std::vector<std::string> stems;
  for (const std::string_view stem : stems_of(word)) {
    if (!stem.empty() && std::find(stems.begin(), stems.end(), stem) == stems.end()) stems.emplace_back(stem);
  }
  return stems;
}

bool is_derived(std::string_view word, std::string_view base, std::size_t fewest_letters) {
  const std::string_view stem = without_last_vowels(base);
  if (word == base || stem.size() < fewest_letters || (word.ends_with("ski") && is_surname(base)) ||
      base.ends_with("ski"))
    return false;
  const std::array<std::string_view, 3> stems = stems_of(word);
  return !stem.empty() && std::find(stems.begin(), stems.end(), stem) != stems.end();
}

}  // namespace aligner::anchors

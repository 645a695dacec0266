#include "aligner/anchors/derived_words.h"

#include <algorithm>

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

}  // namespace

std::vector<std::string> derived_stems(std::string_view word) {
  std::vector<std::string> stems;
  const auto add = [&](std::string_view ending) {
    if (!word.ends_with(ending) || word.size() < ending.size() + 3) return;
    std::string stem(without_last_vowels(word.substr(0, word.size() - ending.size())));
    if (stem.size() >= 3 && std::find(stems.begin(), stems.end(), stem) == stems.end())
      stems.push_back(std::move(stem));
  };
  const bool slavic = word.ends_with("ski");
  if (slavic) {
    add("ski");
    return stems;
  }
  if (word.ends_with("ns") || word.ends_with("es")) word.remove_suffix(1);  // Russians
  for (const std::string_view ending : {"ese", "ian", "an"}) add(ending);
  return stems;
}

bool is_derived(std::string_view word, std::string_view base, std::size_t fewest_letters) {
  const std::string_view stem = without_last_vowels(base);
  if (stem.size() < fewest_letters || (word.ends_with("ski") && is_surname(base)) || base.ends_with("ski"))
    return false;
  const std::vector<std::string> stems = derived_stems(word);
  return word != base && std::find(stems.begin(), stems.end(), stem) != stems.end();
}

}  // namespace aligner::anchors

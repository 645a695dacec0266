// What is forgiven was tuned on tests/anchors/cases/name_pairs.tsv and name_non_pairs.tsv: vowels go astray in
// transliteration, consonants rarely ("Golovin" is not "Golovkin").

#include "aligner/anchors/word_likeness.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "aligner/anchors/name_skeleton.h"

namespace aligner::anchors {
namespace {

constexpr std::size_t most_bytes = 64;          // longer words are compared as equal or not
constexpr std::size_t fewest_for_likeness = 5;  // letters; shorter words must be equal
constexpr double least_likeness = 0.85;

constexpr double vowel_cost = 0.7;
constexpr double vowel_change_cost = 0.5;
constexpr double kin_cost = 0.7;  // consonants that scripts mix up
constexpr double consonant_cost = 1.5;

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool is_pair(char first, char second, char one, char other) {
  return (first == one && second == other) || (first == other && second == one);
}

bool are_kin(char first, char second) {
  static constexpr std::array<std::string_view, 10> kin = {"gh", "vf", "bv", "sz", "ck", "td", "gj", "hk", "zj", "cs"};
  return std::any_of(kin.begin(), kin.end(),
                     [&](std::string_view pair) { return is_pair(first, second, pair[0], pair[1]); });
}

double drop_cost(char c) { return is_vowel(c) ? vowel_cost : consonant_cost; }

double change_cost(char first, char second) {
  if (first == second) return 0;
  const bool vowels = is_vowel(first) && is_vowel(second);
  if (vowels || is_pair(first, second, 'i', 'j')) return vowel_change_cost;  // Jakutsk
  return are_kin(first, second) ? kin_cost : consonant_cost;
}

std::string_view without_last_vowels(std::string_view word) {
  while (word.size() > fewest_for_likeness && is_vowel(word.back())) word.remove_suffix(1);
  return word;
}

bool may_begin_alike(char first, char second, bool across_scripts) {
  return first == second || is_pair(first, second, 'i', 'j') || (across_scripts && are_kin(first, second));
}

}  // namespace

double key_similarity(std::string_view first, std::string_view second) {
  if (first == second) return 1;
  const std::size_t longest = std::max(first.size(), second.size());
  if (longest > most_bytes || first.empty() || second.empty()) return 0;
  // Edit distance by rows (Wagner & Fischer 1974); the words are short.
  std::array<double, most_bytes + 1> row{};
  for (std::size_t j = 0; j < second.size(); ++j) row[j + 1] = row[j] + drop_cost(second[j]);
  for (const char c : first) {
    double diagonal = row[0];
    row[0] += drop_cost(c);
    for (std::size_t j = 0; j < second.size(); ++j) {
      const double change = diagonal + change_cost(c, second[j]);
      diagonal = row[j + 1];
      row[j + 1] = std::min({change, row[j + 1] + drop_cost(c), row[j] + drop_cost(second[j])});
    }
  }
  return std::max(0.0, 1 - row[second.size()] / static_cast<double>(longest));
}

double word_likeness(std::string_view first, std::string_view second, bool across_scripts) {
  if (first == second) return 1;
  if (first.empty() || second.empty()) return 0;
  double likeness = 0;
  if (across_scripts && without_last_vowels(first) == without_last_vowels(second)) likeness = 0.97;
  const bool long_enough = std::min(first.size(), second.size()) >= fewest_for_likeness;
  if (long_enough && may_begin_alike(first.front(), second.front(), across_scripts) &&
      skeleton(first) == skeleton(second)) {
    likeness = std::max(likeness, key_similarity(first, second));
  }
  return likeness >= least_likeness ? likeness : 0;
}

// Words that are alike begin alike and have one skeleton, but for what a begin leaves out.
bool may_be_alike(std::string_view first, std::string_view second, bool across_scripts) {
  if (first.empty() || second.empty()) return false;
  if (!may_begin_alike(first.front(), second.front(), across_scripts)) return false;
  const std::uint32_t in_first = consonant_kinds(first);
  const std::uint32_t in_second = consonant_kinds(second);
  const std::uint32_t shared = in_first & in_second;
  return shared == in_first || shared == in_second;
}

bool may_be_initial_of(std::string_view initial, std::string_view word) {
  if (initial.empty() || word.empty()) return true;
  return may_begin_alike(initial.front(), word.front(), true);
}

}  // namespace aligner::anchors

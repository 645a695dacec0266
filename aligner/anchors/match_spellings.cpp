// Names are compared by the words of their keys. The last word is the surname (for compounds their first half too) and
// has to agree; the other words of the shorter name have to be found in the longer one. What is forgiven was tuned on
// tests/anchors/cases/name_pairs.tsv and name_non_pairs.tsv: vowels go astray in transliteration, consonants rarely
// ("Golovin" is not "Golovkin").

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "aligner/anchors/match_names.h"
#include "aligner/text/folded_text.h"

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

bool are_kin(char first, char second) {
  static constexpr std::array<std::string_view, 9> kin = {"gh", "vf", "bv", "sz", "ck", "td", "gj", "hk", "zj"};
  return std::any_of(kin.begin(), kin.end(), [&](std::string_view pair) {
    return (pair[0] == first && pair[1] == second) || (pair[0] == second && pair[1] == first);
  });
}

double drop_cost(char c) { return is_vowel(c) ? vowel_cost : consonant_cost; }

double change_cost(char first, char second) {
  if (first == second) return 0;
  if (is_vowel(first) && is_vowel(second)) return vowel_change_cost;
  return are_kin(first, second) ? kin_cost : consonant_cost;
}

std::vector<std::string_view> cut(std::string_view key, char separator) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at <= key.size();) {
    const std::size_t end = std::min(key.find(separator, at), key.size());
    if (end > at) words.push_back(key.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string_view without_last_vowels(std::string_view word) {
  while (word.size() > fewest_for_likeness && is_vowel(word.back())) word.remove_suffix(1);
  return word;
}

// 0 where the words are different ones.
double word_likeness(std::string_view first, std::string_view second, bool across_scripts) {
  if (first == second) return 1;
  double likeness = 0;
  if (across_scripts && without_last_vowels(first) == without_last_vowels(second)) likeness = 0.97;
  const bool long_enough = std::min(first.size(), second.size()) >= fewest_for_likeness;
  const bool same_begin = first.front() == second.front() || (across_scripts && are_kin(first.front(), second.front()));
  if (long_enough && same_begin) likeness = std::max(likeness, key_similarity(first, second));
  return likeness >= least_likeness ? likeness : 0;
}

double surname_likeness(std::string_view first, std::string_view second, bool across_scripts) {
  const double whole = word_likeness(first, second, across_scripts);
  if (whole > 0) return whole;
  const bool compound = (first.find('-') != std::string_view::npos) != (second.find('-') != std::string_view::npos);
  if (!compound) return 0;
  const std::string_view first_half = first.substr(0, first.find('-'));
  const std::string_view second_half = second.substr(0, second.find('-'));
  if (std::min(first_half.size(), second_half.size()) < fewest_for_likeness) return 0;
  return 0.9 * word_likeness(first_half, second_half, across_scripts);
}

struct Likeness {
  double score = 0;
  bool partial = false;  // one name has words the other has not
};

// The given names of the shorter name in the longer one. Given names have many forms (Nikolai, Nicholas): those that
// share a first letter are let pass at a price.
double given_likeness(const std::vector<std::string_view>& shorter, const std::vector<std::string_view>& longer,
                      bool across_scripts) {
  double score = 1;
  for (std::size_t i = 0; i + 1 < shorter.size(); ++i) {
    double best = 0;
    for (std::size_t j = 0; j + 1 < longer.size(); ++j) {
      best = std::max(best, word_likeness(shorter[i], longer[j], across_scripts));
      const bool same_letter = i == 0 && j == 0 && shorter[i].front() == longer[j].front();
      const bool person = shorter.back().size() > fewest_for_likeness;
      if (same_letter && person) best = std::max(best, 0.6);
    }
    score = std::min(score, best);
  }
  return score;
}

Likeness compare_keys(const std::string& first, const std::string& second, bool across_scripts) {
  if (first == second) return {1, false};
  std::vector<std::string_view> shorter = cut(first, ' ');
  std::vector<std::string_view> longer = cut(second, ' ');
  if (shorter.empty() || longer.empty()) return {};
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  double score = surname_likeness(shorter.back(), longer.back(), across_scripts);
  const bool partial = shorter.size() < longer.size();
  if (score == 0 || (partial && shorter.back().size() < fewest_for_likeness)) return {};
  score = std::min(score, given_likeness(shorter, longer, across_scripts));
  return {partial ? 0.85 * score : score, partial};
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

std::optional<AnchorMatch> match_spellings(const Name& source, const Name& target) {
  const bool across_scripts = source.script != target.script;
  const Likeness likeness = compare_keys(source.key, target.key, across_scripts);
  if (likeness.score == 0) return std::nullopt;
  const std::string both = source.spelling + " and " + target.spelling;
  if (across_scripts) {
    const char* how = likeness.partial ? " share a surname, in two scripts" : " are one name in two scripts";
    return AnchorMatch{AnchorRelation::transliteration, 0.95 * likeness.score, both + how};
  }
  if (likeness.partial) return AnchorMatch{AnchorRelation::variant, likeness.score, both + " share a surname"};
  const bool equal = likeness.score == 1 && text::fold(source.spelling) == text::fold(target.spelling);
  if (equal) return AnchorMatch{AnchorRelation::same, 1, "both have " + source.spelling};
  return AnchorMatch{AnchorRelation::variant, 0.95 * likeness.score, both + " are spellings of one name"};
}

}  // namespace aligner::anchors

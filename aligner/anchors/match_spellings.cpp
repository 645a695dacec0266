// Names are compared by the words of their keys. The last word is the surname (for compounds their first half too) and
// has to agree; the other words of the shorter name have to be found in the longer one, and initials must not
// contradict.

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "aligner/anchors/derived_words.h"
#include "aligner/anchors/match_names.h"
#include "aligner/anchors/name_skeleton.h"
#include "aligner/anchors/word_likeness.h"
#include "aligner/text/folded_text.h"

namespace aligner::anchors {
namespace {

constexpr std::size_t fewest_surname_letters = 5;     // of a surname that stands for a full name
constexpr std::size_t fewest_stem_letters = 4;        // of what another name is derived from
constexpr std::size_t fewest_known_stem_letters = 3;  // where CLDR knows the place
constexpr double derived_score = 0.6;

// Kinds of places and things, as keys have them. They end names as surnames do, and prove nothing: Republic of Poland.
bool is_kind_of_place(std::string_view word) {
  static constexpr std::array<std::string_view, 43> kinds = {
      "bai",      "citi",      "cunti",      "district", "empire",    "federaten", "gulf",   "island",      "islands",
      "kingdom",  "krai",      "lake",       "muntain",  "muntains",  "ocean",     "oblast", "okrug",       "peninsula",
      "province", "regen",     "republic",   "river",    "sea",       "state",     "states", "strait",      "teritori",
      "treati",   "unen",      "universiti", "valei",    "conventen", "respublik", "ostrov", "korolevstvo", "federatsi",
      "imperi",   "provintsi", "reka",       "more",     "zaliv",     "ozero",     "dogovor"};
  return std::find(kinds.begin(), kinds.end(), word) != kinds.end();
}

using Words = std::vector<std::string_view>;

Words cut(std::string_view key, char separator) {
  Words words;
  words.reserve(static_cast<std::size_t>(std::count(key.begin(), key.end(), separator)) + 1);
  for (std::size_t at = 0; at <= key.size();) {
    const std::size_t end = std::min(key.find(separator, at), key.size());
    if (end > at) words.push_back(key.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string without_gaps(std::string_view key) {
  std::string letters;
  for (const char c : key) {
    if (c != ' ' && c != '-') letters += c;
  }
  return letters;
}

// "muravev" of "muravev-amurski", "nikolaevsk" of "nikolaevsk-on-amur"; empty for other compounds.
std::string_view first_half(std::string_view word) {
  const Words halves = cut(word, '-');
  const bool linked = halves.size() == 3 && halves[1].size() <= 2;
  return halves.size() == 2 || linked ? halves.front() : std::string_view();
}

std::size_t count_letters(std::string_view key) {
  return static_cast<std::size_t>(std::count_if(key.begin(), key.end(), [](char c) { return c != ' ' && c != '-'; }));
}

double surname_likeness(std::string_view first, std::string_view second, bool across_scripts) {
  const double whole = word_likeness(first, second, across_scripts);
  if (whole > 0) return whole;
  const std::string_view source_half = first_half(first);
  const std::string_view target_half = first_half(second);
  if (source_half.empty() == target_half.empty()) return 0;  // one of them is a compound
  const std::string_view source_word = source_half.empty() ? first : source_half;
  const std::string_view target_word = target_half.empty() ? second : target_half;
  if (std::min(source_word.size(), target_word.size()) < fewest_surname_letters) return 0;
  return 0.9 * word_likeness(source_word, target_word, across_scripts);
}

// The given names of the shorter name in the longer one. Given names have many forms (Nikolai, Nicholas): those that
// share a first letter are let pass at a price.
double given_likeness(const Words& shorter, const Words& longer, bool across_scripts) {
  double score = 1;
  for (std::size_t i = 0; i + 1 < shorter.size(); ++i) {
    double best = 0;
    for (std::size_t j = 0; j + 1 < longer.size(); ++j) {
      best = std::max(best, word_likeness(shorter[i], longer[j], across_scripts));
      const bool same_letter = i == 0 && j == 0 && shorter[i].front() == longer[j].front();
      const bool person = shorter.back().size() > fewest_surname_letters && !is_kind_of_place(longer.back());
      if (same_letter && person) best = std::max(best, 0.6);
    }
    score = std::min(score, best);
  }
  return score;
}

// What is known of the names before the surname, in order: words and initials. An initial and what stands in its place
// on the other side must agree.
bool initials_agree(const Name& source, const Words& source_words, const Name& target, const Words& target_words) {
  if (source.initial_letters.empty() && target.initial_letters.empty()) return true;
  const auto given = [](const Name& name, const Words& words) {
    Words all(words.begin(), words.empty() ? words.end() : words.end() - 1);
    const Words letters = cut(name.initial_letters, ' ');
    all.insert(all.end(), letters.begin(), letters.end());
    return all;
  };
  const Words first = given(source, source_words);
  const Words second = given(target, target_words);
  for (std::size_t i = 0; i < std::min(first.size(), second.size()); ++i) {
    const bool initial = i + 1 >= source_words.size() || i + 1 >= target_words.size();
    if (initial && !may_be_initial_of(first[i], second[i])) return false;
  }
  return true;
}

SpellingComparison compare_whole(const Words& shorter, const Words& longer, bool across_scripts) {
  if (shorter.size() > longer.size()) return compare_whole(longer, shorter, across_scripts);
  double score = surname_likeness(shorter.back(), longer.back(), across_scripts);
  const bool partial = shorter.size() < longer.size();
  const bool no_surname = shorter.back().size() < fewest_surname_letters || is_kind_of_place(longer.back());
  if (score == 0 || (partial && no_surname)) return {};
  score = std::min(score, given_likeness(shorter, longer, across_scripts));
  if (!partial) score = std::min(score, given_likeness(longer, shorter, across_scripts));
  return {partial ? 0.85 * score : score, partial ? SpellingKind::partial : SpellingKind::whole};
}

// "Gua-tê-ma-la": hyphens between the syllables of foreign names, where only one side has them.
SpellingComparison compare_joined(const Name& source, const Name& target) {
  const auto is_cut = [](const Name& name) { return name.key.find('-') != std::string::npos; };
  if (is_cut(source) == is_cut(target)) return {};
  const double likeness =
      word_likeness(without_gaps(source.key), without_gaps(target.key), source.script != target.script);
  return {0.97 * likeness, SpellingKind::whole};
}

// Word by word, one of them derived: Amurskaya Oblast, Amur Oblast.
bool is_derived_name(const Words& words, const Words& bases, std::size_t fewest_letters) {
  if (words.size() != bases.size()) return false;
  std::size_t derived = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == bases[i]) continue;
    if (!is_derived(words[i], bases[i], fewest_letters)) return false;
    ++derived;
  }
  return derived == 1;
}

bool are_derived(const Name& source, const Words& source_words, const Name& target, const Words& target_words) {
  const bool known = !source.cldr.empty() || !target.cldr.empty();
  const std::size_t letters = known ? fewest_known_stem_letters : fewest_stem_letters;
  if (is_derived_name(source_words, target_words, letters) || is_derived_name(target_words, source_words, letters)) {
    return true;
  }
  if (source_words.size() == target_words.size()) return false;
  // Việt Nam, Vietnamese
  const std::string first = without_gaps(source.key);
  const std::string second = without_gaps(target.key);
  const bool one_word = source_words.size() == 1 || target_words.size() == 1;
  return one_word && (is_derived(first, second, fewest_stem_letters) || is_derived(second, first, fewest_stem_letters));
}

const char* reason_of(SpellingKind kind, bool across_scripts) {
  switch (kind) {
    case SpellingKind::partial:
      return across_scripts ? " share a surname, in two scripts" : " share a surname";
    case SpellingKind::derived:
      return across_scripts ? ": one is derived from the other, in two scripts" : ": one is derived from the other";
    case SpellingKind::whole:
      break;
  }
  return across_scripts ? " are one name in two scripts" : " are spellings of one name";
}

std::string_view last_word(std::string_view key) { return key.substr(key.rfind(' ') + 1); }

// False where no way of comparing keys can find anything: each asks that the surnames are alike, or the first half of
// one of them, or that the keys are without their gaps, or that one of these is derived from the other, which it then
// begins with. Most of what shares a bucket with a name does not pass.
bool may_be_spelled_alike(const Name& source, const Name& target) {
  const bool across_scripts = source.script != target.script;
  const std::string_view source_surname = last_word(source.key);
  const std::string_view target_surname = last_word(target.key);
  const auto is_odd = [](std::string_view word) { return word.empty() || word.front() == '-' || word.front() == ' '; };
  if (is_odd(source.key) || is_odd(target.key) || is_odd(source_surname) || is_odd(target_surname)) return true;
  return may_be_alike(source_surname, target_surname, across_scripts) ||
         may_be_alike(source.key, target.key, across_scripts);
}

}  // namespace

SpellingComparison compare_spellings(const Name& source, const Name& target) {
  if (!may_be_spelled_alike(source, target)) return {};
  const Words source_words = cut(source.key, ' ');
  const Words target_words = cut(target.key, ' ');
  if (source_words.empty() || target_words.empty()) return {};
  if (!initials_agree(source, source_words, target, target_words)) return {};
  if (source.key == target.key) return {1, SpellingKind::whole};
  if (source.script == NameScript::han || target.script == NameScript::han) return {};
  SpellingComparison found = compare_whole(source_words, target_words, source.script != target.script);
  if (found.score == 0) found = compare_joined(source, target);
  const bool long_enough = std::min(source.key.size(), target.key.size()) >= fewest_surname_letters;
  if (long_enough && count_letters(source.key) == count_letters(target.key) &&
      without_gaps(source.key) == without_gaps(target.key)) {
    found = {1, SpellingKind::whole};
  }
  if (found.score > 0 && found.kind == SpellingKind::whole && spell_different_syllables(source, target)) found = {};
  if (found.score == 0 && are_derived(source, source_words, target, target_words)) {
    return {derived_score, SpellingKind::derived};
  }
  return found;
}

std::optional<AnchorMatch> match_spellings(const Name& source, const Name& target) {
  const SpellingComparison found = compare_spellings(source, target);
  if (found.score == 0) return std::nullopt;
  const bool across_scripts = source.script != target.script;
  const std::string reason = source.spelling + " and " + target.spelling + reason_of(found.kind, across_scripts);
  if (across_scripts) return AnchorMatch{AnchorRelation::transliteration, 0.95 * found.score, reason};
  if (found.kind != SpellingKind::whole) return AnchorMatch{AnchorRelation::variant, found.score, reason};
  const bool equal = found.score == 1 && text::fold(source.spelling) == text::fold(target.spelling);
  if (equal) return AnchorMatch{AnchorRelation::same, 1, "both have " + source.spelling};
  return AnchorMatch{AnchorRelation::variant, 0.95 * found.score, reason};
}

std::vector<std::string> spelling_keys(const Name& name) {
  std::vector<std::string> keys;
  const auto add = [&](std::string_view word) {
    std::string key = "name " + skeleton(word);
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
  };
  const Words words = cut(name.key, ' ');
  if (words.empty()) return keys;
  if (name.script == NameScript::han) return {"name " + name.key};
  const std::string_view surname = words.back();
  add(surname);
  if (!first_half(surname).empty()) add(first_half(surname));
  const std::string whole = without_gaps(name.key);
  add(whole);
  for (const std::string& stem : derived_stems(surname)) add(stem);
  for (const std::string& stem : derived_stems(whole)) add(stem);
  return keys;
}

}  // namespace aligner::anchors

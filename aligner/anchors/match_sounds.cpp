// A foreign name in another script keeps its sounds, roughly: 符拉迪沃斯托克 is fu-la-di-wo-si-tuo-ke for Vladivostok,
// Уотербери is Waterbury by ear. Both sides become sequences of sound classes, compared by a weighted edit distance:
// what transcription into Chinese loses (r at the end of a syllable, h, one consonant of two) costs little, and vowels
// say little. The first two consonants have to be of one class. The thresholds were set by the figures that
// tungse_name_matching prints for whole sets.

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/anchors/han_readings.h"
#include "aligner/anchors/mandarin_syllables.h"
#include "aligner/anchors/match_names.h"

namespace aligner::anchors {
namespace {

constexpr std::size_t most_sounds = 40;  // of a name
constexpr std::size_t fewest_characters = 3;
constexpr std::size_t fewest_han_consonants = 3;
constexpr std::size_t fewest_letter_consonants = 4;
constexpr double least_han_likeness = 0.74;
constexpr double least_letter_likeness = 0.6;
constexpr double vowel_change_cost = 0.1;
constexpr double vowel_drop_cost = 0.1;
constexpr double most_score = 0.7;  // consonants alone prove less than spellings

// Vowels and classes of consonants: p b, v f w, t d, k g, h, s and all hissing ones, l r, m, n; N is a nasal that ends
// a Chinese syllable, L the syllable er: both stand for a consonant or for none.
using Sounds = std::string;

// A loop over a list of a few letters, which the compiler takes apart.
constexpr bool is_one_of(char c, std::string_view list) {
  for (const char one : list) {
    if (one == c) return true;
  }
  return false;
}

void add(Sounds& sounds, char sound) {
  if (sounds.empty() || sounds.back() != sound) sounds += sound;
}

void add_syllable(Sounds& sounds, std::string_view pinyin) {
  if (pinyin == "er") {
    sounds += 'L';
    return;
  }
  const char first = pinyin.front();
  if (is_one_of(first, "bp")) sounds += 'p';
  if (is_one_of(first, "fw")) sounds += 'v';
  if (is_one_of(first, "dt")) sounds += 't';
  if (is_one_of(first, "gk")) sounds += 'k';
  if (is_one_of(first, "jqxzcsr")) sounds += 's';
  if (is_one_of(first, "hlmn")) sounds += first;
  const std::size_t vowel =
      std::min(pinyin.find_last_of("aeiouv"), pinyin.size() - 1);  // the last says most: luo, dian
  sounds += pinyin[vowel] == 'v' ? 'u' : pinyin[vowel];
  if (pinyin.size() > 1 && (pinyin.ends_with('n') || pinyin.ends_with("ng"))) sounds += 'N';
}

Sounds sounds_of_han(const Name& name) {
  Sounds sounds;
  for (const char32_t character : code_points(name.key)) {
    const SyllableEvidence evidence = HanReadings::table().character(character);
    if (evidence.is_empty()) continue;
    const HanReading* const common = *std::max_element(
        evidence.fitting.begin(), evidence.fitting.end(),
        [](const HanReading* first, const HanReading* second) { return first->weight < second->weight; });
    add_syllable(sounds, pinyin_of(common->pinyin));
  }
  return sounds;
}

Sounds sounds_of_key(std::string_view key) {
  Sounds sounds;
  for (std::size_t at = 0; at < key.size(); ++at) {
    const char letter = key[at];
    const char next = at + 1 < key.size() ? key[at + 1] : ' ';
    const bool soft = letter == 'c' && is_one_of(next, "ei");
    if (is_one_of(letter, "csz") && next == 'h') {
      add(sounds, 's');
      ++at;
    } else if (is_one_of(letter, "jsz") || soft) {
      add(sounds, 's');
    } else if (letter == 't' && next == 's') {
      add(sounds, 's');
      ++at;
    } else if (is_one_of(letter, "bp")) {
      add(sounds, 'p');
    } else if (is_one_of(letter, "fv")) {
      add(sounds, 'v');
    } else if (is_one_of(letter, "dt")) {
      add(sounds, 't');
    } else if (is_one_of(letter, "cgkq")) {
      add(sounds, 'k');
    } else if (is_one_of(letter, "lr")) {
      add(sounds, 'l');
    } else if (is_one_of(letter, "hmnaeiou")) {
      add(sounds, letter);
    }
  }
  return sounds;
}

bool is_vowel(char sound) { return is_one_of(sound, "aeiou"); }

std::size_t count_consonants(const Sounds& sounds) {
  return sounds.size() - static_cast<std::size_t>(std::count_if(sounds.begin(), sounds.end(), is_vowel));
}

double change_cost(char han, char key) {
  if (han == key) return 0;
  if (is_vowel(han) && is_vowel(key)) return vowel_change_cost;
  if (han == 'N') return key == 'n' ? 0 : key == 'm' ? 0.1 : 1.2;
  if (han == 'L') return key == 'l' ? 0 : 1.2;
  struct Pair {
    char han, key;
    double cost;
  };
  static constexpr std::array<Pair, 10> pairs = {{{'s', 'k', 0.5},
                                                  {'k', 's', 0.6},
                                                  {'h', 'k', 0.3},
                                                  {'k', 'h', 0.3},
                                                  {'h', 'v', 0.5},
                                                  {'p', 'v', 0.3},
                                                  {'v', 'p', 0.6},
                                                  {'m', 'n', 0.5},
                                                  {'s', 't', 0.6},
                                                  {'t', 's', 0.7}}};
  for (const Pair& pair : pairs) {
    if (pair.han == han && pair.key == key) return pair.cost;
  }
  return 1.2;
}

double han_drop_cost(char sound) {
  if (is_vowel(sound)) return vowel_drop_cost;
  return sound == 'N' ? 0.3 : sound == 'L' ? 0.5 : 0.9;
}

double key_drop_cost(char sound) {
  return sound == 'h' ? 0.2 : sound == 'l' ? 0.5 : is_one_of(sound, "tn") ? 0.6 : 0.9;
}

double sound_likeness(const Sounds& han, const Sounds& key) {
  // Edit distance by rows, as for spellings.
  std::array<double, most_sounds + 1> row{};
  for (std::size_t j = 0; j < key.size(); ++j) row[j + 1] = row[j] + key_drop_cost(key[j]);
  for (const char sound : han) {
    double diagonal = row[0];
    row[0] += han_drop_cost(sound);
    for (std::size_t j = 0; j < key.size(); ++j) {
      const double change = diagonal + change_cost(sound, key[j]);
      diagonal = row[j + 1];
      row[j + 1] = std::min({change, row[j + 1] + han_drop_cost(sound), row[j] + key_drop_cost(key[j])});
    }
  }
  return std::max(0.0,
                  1 - row[key.size()] / static_cast<double>(std::max(count_consonants(han), count_consonants(key))));
}

bool is_comparable(const Sounds& sounds, bool han) {
  const std::size_t fewest = han ? fewest_han_consonants : fewest_letter_consonants;
  return count_consonants(sounds) >= fewest && sounds.size() <= most_sounds;
}

// What both have to begin with.
std::string begin_of(const Sounds& sounds) {
  std::string begin;
  for (const char sound : sounds) {
    if (begin.size() < 2 && !is_vowel(sound)) begin += sound == 'N' ? 'n' : sound == 'L' ? 'l' : sound;
  }
  return begin;
}

// Letters keep all consonants but h: Golovin is not Головкин.
std::string firm_consonants(const Sounds& sounds) {
  std::string firm;
  for (const char sound : sounds) {
    if (!is_vowel(sound) && sound != 'h') firm += sound;
  }
  return firm;
}

// Two characters are a Chinese name as a rule, and read, not heard.
bool is_too_short(const Name& name) {
  return name.script == NameScript::han && code_points(name.key).size() < fewest_characters;
}

Sounds sounds_of(const Name& name) {
  return name.script == NameScript::han ? sounds_of_han(name) : sounds_of_key(name.key);
}

}  // namespace

std::optional<AnchorMatch> match_sounds(const Name& source, const Name& target) {
  if (source.script == target.script || source.initials || target.initials) return std::nullopt;
  const bool han = source.script == NameScript::han || target.script == NameScript::han;
  if (is_too_short(source) || is_too_short(target)) return std::nullopt;
  const bool source_first = source.script == NameScript::han || (!han && source.script == NameScript::cyrillic);
  const Sounds first = sounds_of(source_first ? source : target);  // Han, or Cyrillic
  const Sounds second = sounds_of(source_first ? target : source);
  if (!is_comparable(first, han) || !is_comparable(second, han) || begin_of(first) != begin_of(second)) {
    return std::nullopt;
  }
  if (!han && firm_consonants(first) != firm_consonants(second)) return std::nullopt;
  const double likeness = sound_likeness(first, second);
  if (likeness < (han ? least_han_likeness : least_letter_likeness)) return std::nullopt;
  return AnchorMatch{AnchorRelation::transliteration, most_score * likeness,
                     source.spelling + " and " + target.spelling + " sound alike"};
}

std::vector<std::string> sound_keys(const Name& name) {
  const Sounds sounds = sounds_of(name);
  if (!is_comparable(sounds, true)) return {};
  return {"sound " + begin_of(sounds)};
}

}  // namespace aligner::anchors

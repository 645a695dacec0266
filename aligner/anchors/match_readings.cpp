// Two names that are cut into as many syllables are one name when their syllables can be read from the same characters
// and would hardly be so by chance. For each pair of syllables the table gives P(both) / P(first) P(second); the
// product over the syllables against the odds that two names of two texts are one gives a probability.

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "aligner/anchors/han_readings.h"
#include "aligner/anchors/match_names.h"
#include "aligner/anchors/name_readings.h"

namespace aligner::anchors {
namespace {

constexpr double prior = 1.0 / 100;  // that two names are one: a text has a hundred or so
constexpr double most_lift = 400;    // of one syllable, however rare
constexpr double most_score = 0.95;
constexpr double least_probability = 0.5;

// What a syllable of a cut says, or a character of a Han name.
SyllableEvidence evidence_of(std::string_view system, std::string_view syllable) {
  const HanReadings& table = HanReadings::table();
  if (system == "han") return table.character(code_points(syllable).front());
  if (system == "hanviet") return table.hanviet(syllable);
  if (system == "wade-giles") return table.mandarin(syllable, Romanisation::wade_giles);
  return table.mandarin(syllable, system == "pinyin" ? Romanisation::pinyin : Romanisation::palladius);
}

struct Agreement {
  double probability = 0;
  std::string characters;  // that both can be read from
};

// Of two cuts into as many syllables.
Agreement compare(const ReadingCut& first, const ReadingCut& second) {
  double odds = prior / (1 - prior);
  std::string characters;
  for (std::size_t i = 0; i < first.syllables.size(); ++i) {
    const SyllableEvidence left = evidence_of(first.system, first.syllables[i]);
    const SyllableEvidence right = evidence_of(second.system, second.syllables[i]);
    const double lift = HanReadings::table().lift(left, right);
    if (lift == 0) return {};
    odds *= std::min(lift, most_lift);
    characters += to_utf8(HanReadings::shared_character(left, right));
  }
  return {odds / (1 + odds), characters};
}

const std::vector<SyllableId>& syllables_of(std::string_view system, std::string_view spelled) {
  const Romanisation romanisation = system == "pinyin"       ? Romanisation::pinyin
                                    : system == "wade-giles" ? Romanisation::wade_giles
                                                             : Romanisation::palladius;
  return find_syllables(spelled, romanisation);
}

bool may_be_same_syllables(const ReadingCut& first, const ReadingCut& second) {
  if (first.syllables.size() != second.syllables.size()) return false;
  for (std::size_t i = 0; i < first.syllables.size(); ++i) {
    const std::vector<SyllableId>& left = syllables_of(first.system, first.syllables[i]);
    const std::vector<SyllableId>& right = syllables_of(second.system, second.syllables[i]);
    const bool shared = std::any_of(left.begin(), left.end(), [&](SyllableId syllable) {
      return std::find(right.begin(), right.end(), syllable) != right.end();
    });
    if (!shared) return false;
  }
  return true;
}

// Mandarin in one spelling or another: equal syllables need no characters to explain them.
bool are_both_mandarin(std::string_view first, std::string_view second) {
  return first != "hanviet" && second != "hanviet" && first != "han" && second != "han";
}

std::string reason_of(const Name& source, const Name& target, const Agreement& agreement, bool both_mandarin) {
  if (source.script == NameScript::han) return target.spelling + " is a reading of " + source.spelling;
  if (target.script == NameScript::han) return source.spelling + " is a reading of " + target.spelling;
  const std::string both = source.spelling + " and " + target.spelling;
  if (both_mandarin) return both + " spell the same Chinese syllables";
  return both + " are readings of the same characters, such as " + agreement.characters;
}

// Two systems, and as many syllables; told without cutting the readings up, for of most pairs of names nothing is.
bool are_comparable(std::string_view first, std::string_view second) {
  if (std::count(first.begin(), first.end(), ' ') != std::count(second.begin(), second.end(), ' ')) return false;
  return first.substr(0, first.find(' ')) != second.substr(0, second.find(' '));
}

// What the first syllable may be in Mandarin.
std::vector<SyllableId> first_syllables(const ReadingCut& cut) {
  if (are_both_mandarin(cut.system, cut.system)) return syllables_of(cut.system, cut.syllables.front());
  std::set<SyllableId> syllables;
  const SyllableEvidence first = evidence_of(cut.system, cut.syllables.front());
  for (const HanReading* fitting : first.fitting) syllables.insert(fitting->pinyin);
  return {syllables.begin(), syllables.end()};
}

}  // namespace

std::optional<AnchorMatch> match_readings(const Name& source, const Name& target) {
  Agreement best;
  bool both_mandarin = false;
  for (const std::string& source_reading : source.readings) {
    for (const std::string& target_reading : target.readings) {
      if (!are_comparable(source_reading, target_reading)) continue;
      const ReadingCut first = parse_reading(source_reading);
      const ReadingCut second = parse_reading(target_reading);
      const bool mandarin = are_both_mandarin(first.system, second.system);
      if (mandarin && !may_be_same_syllables(first, second)) continue;  // without a look at the characters
      const Agreement agreement = compare(first, second);
      if (agreement.probability <= best.probability) continue;
      best = agreement;
      both_mandarin = mandarin;
    }
  }
  if (best.probability < least_probability) return std::nullopt;
  return AnchorMatch{AnchorRelation::reading, most_score * best.probability,
                     reason_of(source, target, best, both_mandarin)};
}

bool spell_different_syllables(const Name& source, const Name& target) {
  bool any = false;
  for (const std::string& source_reading : source.readings) {
    const ReadingCut first = parse_reading(source_reading);
    for (const std::string& target_reading : target.readings) {
      const ReadingCut second = parse_reading(target_reading);
      if (!are_both_mandarin(first.system, second.system)) continue;
      if (std::max(first.syllables.size(), second.syllables.size()) > 3) return false;
      if (may_be_same_syllables(first, second)) return false;
      any = true;
    }
  }
  return any;
}

std::vector<std::string> reading_keys(const Name& name) {
  std::vector<std::string> keys;
  for (const std::string& reading : name.readings) {
    const ReadingCut cut = parse_reading(reading);
    const std::string size = "reading " + std::to_string(cut.syllables.size()) + " ";
    for (const SyllableId syllable : first_syllables(cut)) keys.push_back(size + pinyin_of(syllable));
  }
  return keys;
}

}  // namespace aligner::anchors

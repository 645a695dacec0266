#pragma once
// How Han characters are read in Sino-Vietnamese and in Mandarin, and how likely two readings are of one character.
// Private.
//
//   const HanReadings& readings = HanReadings::table();
//   auto thien = readings.hanviet("thiên");
//   auto tian = readings.mandarin("tian", Romanisation::pinyin);
//   readings.lift(thien, tian);  // how many times more often than by chance both are readings of one character
//
// The table (corpora/readings) is read when it is first asked for, in a few milliseconds.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aligner/anchors/mandarin_syllables.h"

namespace aligner::anchors {

/// One reading of one character.
struct HanReading {
  char32_t character = 0;
  SyllableId pinyin = 0;
  std::uint16_t hanviet = 0;  // 0: none
  float weight = 0;           // how common the character is, shared among its readings
};

/// What one syllable of a name says about its character: the readings that fit.
struct SyllableEvidence {
  std::vector<const HanReading*> fitting;  // by address
  double weight = 0;                       // of all of them

  bool is_empty() const { return fitting.empty(); }
};

class HanReadings {
 public:
  static const HanReadings& table();

  SyllableEvidence character(char32_t character) const;
  /// `syllable` in lower case. Without any mark it also fits readings that have marks ("Thien").
  SyllableEvidence hanviet(std::string_view syllable) const;
  SyllableEvidence mandarin(std::string_view syllable, Romanisation romanisation) const;

  /// P(both) / P(first) P(second) for characters drawn by how common they are; 0 where no character fits both.
  double lift(const SyllableEvidence& first, const SyllableEvidence& second) const;

  /// The commonest character that fits both; 0 where none does.
  static char32_t shared_character(const SyllableEvidence& first, const SyllableEvidence& second);

  /// The simplified form of a character, or the character itself.
  char32_t simplified(char32_t character) const;

 private:
  HanReadings();
  void read_line(std::string_view line);
  void finish();
  std::uint16_t hanviet_id(std::string_view syllable);

  std::vector<HanReading> readings_;                                 // by character
  std::unordered_map<char32_t, char32_t> simplified_;                // traditional -> simplified
  std::unordered_map<char32_t, std::vector<char32_t>> traditional_;  // simplified without Hán-Việt readings of its own
  std::unordered_map<std::string, std::uint16_t> hanviet_ids_;       // by vietnamese_key
  std::unordered_map<std::string, std::vector<std::uint16_t>> bare_ids_;
  std::vector<std::vector<std::uint32_t>> by_pinyin_;  // indexes into readings_
  std::vector<std::vector<std::uint32_t>> by_hanviet_;
  double total_ = 0;
};

/// The characters of `utf8`.
std::vector<char32_t> code_points(std::string_view utf8);
/// A character in UTF-8.
std::string to_utf8(char32_t character);

}  // namespace aligner::anchors

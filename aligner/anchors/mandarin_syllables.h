#pragma once
// The syllables of Mandarin and how they are spelled: pinyin, Wade-Giles with the spellings of the old post offices,
// and Palladius's Cyrillic. Private.
//
//   cut_syllables("tientsin", Romanisation::wade_giles);   // {"tien", "tsin"}
//   find_syllables("tien", Romanisation::wade_giles);      // tian and dian: the apostrophe of t'ien may be missing
//   cut_syllables("xian", Romanisation::pinyin);           // {"xian"} and {"xi", "an"}

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aligner::anchors {

enum class Romanisation { pinyin, wade_giles, palladius };

using SyllableId = std::uint16_t;  // index into the list of pinyin syllables

constexpr std::size_t most_syllables = 8;  // of a name; longer ones are no Chinese names

/// How many syllables there are; ids are smaller.
std::size_t syllable_count();

/// The syllable in pinyin, without tone, v for ü.
const std::string& pinyin_of(SyllableId syllable);

/// The syllables that `spelled` (lower case, without marks) may stand for; empty where none. Sorted.
const std::vector<SyllableId>& find_syllables(std::string_view spelled, Romanisation romanisation);

/// All ways to cut `word` (lower case, without marks; apostrophes kept) into syllables, six at most, longest first
/// syllable first. Linear in the word's length.
std::vector<std::vector<std::string_view>> cut_syllables(std::string_view word, Romanisation romanisation);

}  // namespace aligner::anchors

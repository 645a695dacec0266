#pragma once
// How a name can be cut into syllables of Chinese characters. Private.
//
//   find_readings(tientsin, Language::en);   // {"wade-giles tien tsin"}
//   find_readings(thien_tan, Language::vi);  // {"hanviet thiên tân"}
//   find_readings(peking, Language::en);     // {"pinyin bei jing"}: listed in corpora/readings/old_spellings.tsv
//
// A cut is a guess: Milan gives "pinyin mi lan" too. What it is worth shows when two names are compared.

#include <string>
#include <string_view>
#include <vector>

#include "aligner/anchors/anchor.h"
#include "aligner/anchors/vocabulary.h"

namespace aligner::anchors {

/// Cuts of two to eight syllables, at most six a system: "pinyin", "wade-giles" (with postal spellings), "palladius"
/// (Russian case endings dropped), "hanviet"; "han" and the characters of a Han name. Empty for most European names.
std::vector<std::string> find_readings(const Name& name, Language language);

/// The system and the syllables of a cut.
struct ReadingCut {
  std::string_view system;
  std::vector<std::string_view> syllables;
};
ReadingCut parse_reading(std::string_view reading);

}  // namespace aligner::anchors

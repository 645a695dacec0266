#pragma once
// How alike two words of names are. Private. Words are folded as keys are.
//
//   word_likeness("muravev", "muravef", false);  // 0.9
//   word_likeness("golovin", "golovkin", false); // 0: a consonant more

#include <string_view>

namespace aligner::anchors {

/// 0 where the words are different ones, 1 where they are equal. Vowels may differ a little, consonants only within the
/// kinds of name_skeleton.h. `across_scripts` forgives what transliteration does: last vowels, a first letter of kin.
double word_likeness(std::string_view first, std::string_view second, bool across_scripts);

/// False where neither `first` and `second`, nor a begin of one of them and a word like the other, can be alike: a
/// look that costs little before comparisons that cost more.
bool may_be_alike(std::string_view first, std::string_view second, bool across_scripts);

/// 1 less the weighted edit distance per letter: vowels count less than consonants, kin less than others.
double key_similarity(std::string_view first, std::string_view second);

/// True where an initial (one or two letters) may be that of `word`.
bool may_be_initial_of(std::string_view initial, std::string_view word);

}  // namespace aligner::anchors

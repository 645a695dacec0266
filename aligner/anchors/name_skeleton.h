#pragma once
// What stays of a word when vowels go astray and scripts mix up consonants. Private.
//
//   skeleton("muravev");  // "mrvv", as of "muravef"
//   skeleton("humboldt"); // "kmvlt", as of "gumboldt"

#include <string>
#include <string_view>

namespace aligner::anchors {

/// The consonants of a folded word, those that spellings mix up as one (c g h j k q s z; b f v; d t), neighbours of one
/// kind once; j at the begin, which is a vowel in German, left out. Words with different skeletons are different names.
/// The word itself where it has no consonant.
std::string skeleton(std::string_view word);

}  // namespace aligner::anchors

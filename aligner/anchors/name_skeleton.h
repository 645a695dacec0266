#pragma once
// What stays of a word when vowels go astray and scripts mix up consonants. Private.
//
//   skeleton("muravev");  // "mrvv", as of "muravef"
//   skeleton("humboldt"); // "kmvlt", as of "gumboldt"

#include <cstdint>
#include <string>
#include <string_view>

namespace aligner::anchors {

/// The consonants of a folded word, those that spellings mix up as one (c g h j k q s z; b f v; d t), neighbours of one
/// kind once; j at the begin, which is a vowel in German, left out. Words with different skeletons are different names.
/// The word itself where it has no consonant.
std::string skeleton(std::string_view word);

/// The kinds of consonants in a word's skeleton, a bit each: words of one skeleton have the same. 0 where it has none.
std::uint32_t consonant_kinds(std::string_view word);

}  // namespace aligner::anchors

#pragma once
// Manchu script and its Latin transcription after Möllendorff (1892).
//
//   manchu_to_latin("ᠰᠠᡥᠠᠯᡳᠶᠠᠨ ᡠᠯᠠ");  // "sahaliyan ula"
//   latin_to_manchu("aihūn hoton");     // "ᠠᡳᡥᡡᠨ ᡥᠣᡨᠣᠨ"
//
// Compare Manchu in Latin, never code point by code point: one word is typed in many ways (Sibe and Mongolian
// look-alikes, variation selectors, ng as n and g). ICU has no rules for Manchu, so they are our own, in ICU's
// notation; letters after The Unicode Standard 15, table 13-7. Known not to come back: c'i gives c'y, uu gives ū.

#include <string>
#include <string_view>

namespace aligner::text {

/// True where `utf8` holds a letter of the Mongolian block (Manchu, Sibe and Mongolian share it).
bool has_manchu_letters(std::string_view utf8);

/// Every Manchu letter in Latin; all else stays as it is. Variation selectors, joiners and the sign that parts
/// syllables are dropped, the narrow space before a case ending is a space, ᠈ and ᠉ are "," and ".". Safe to call from
/// threads.
std::string manchu_to_latin(std::string_view utf8);

/// Möllendorff letters, small or capital, in Manchu script; all else stays as it is. Safe to call from threads.
std::string latin_to_manchu(std::string_view utf8);

}  // namespace aligner::text

#pragma once
// The key of a name: one Latin form for all its spellings. Private.
//
//   fold_name_word("муравьёва", NameScript::cyrillic);  // "muravev", as from "muravyov" and "muraviev"
//   fold_name_word("nevelskoy", NameScript::latin);     // "nevelski", as from "nevelsky" and "невельского"

#include <string>
#include <string_view>

#include "aligner/anchors/anchor.h"

namespace aligner::anchors {

/// `word` in lower case, NFC. Cyrillic loses the endings of Russian cases and is transliterated (BGN/PCGN letters);
/// Latin letters lose their marks; then the spelling families are made one: yo/ye/ie/e, iy/ij/y/i, kh/h, ks/x, doubled
/// letters. A key is for comparing, not for reading: Thiên Tân is "then tan".
std::string fold_name_word(std::string_view word, NameScript script);

/// The same for Manchu in Möllendorff's Latin: murafiyofu gives "muravev", as Muravyov does.
std::string fold_manchu_word(std::string_view word);

}  // namespace aligner::anchors

#pragma once
// Names outside a text: an entry of a table, a wording of a term list.
//
//   Name count = read_name("Count N. N. Muravyov-Amursky", LanguageTag::parse("en"));
//   count.key;              // "muravev-amurski"
//   count.title;            // "Count"
//   count.initial_letters;  // "n n"
//   read_name("天津", LanguageTag::parse("zh")).script;  // NameScript::han
//
// In running text names are found by find_anchors, which judges what is one; here the whole string is taken for one.

#include <string_view>

#include "aligner/anchors/anchor.h"
#include "aligner/text/language_tag.h"

namespace aligner::anchors {

/// `utf8` as one name of `language`: Latin, Cyrillic or Han letters, or Manchu script, which is read as Latin. Titles
/// before it and initials are set apart. The key is empty where there is no letter. Throws Error where `utf8` is not
/// UTF-8.
Name read_name(std::string_view utf8, const text::LanguageTag& language);

}  // namespace aligner::anchors

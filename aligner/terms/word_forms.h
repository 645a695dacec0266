#pragma once
// What a word of a text may be a form of. Private to the room.
//
//   word_key("Hoà");                                     // "hoà", as is word_key("Hòa")
//   base_form("договор", Inflection::noun, EndingRules::russian)  // "n:договор"
//   possible_bases("договорами", EndingRules::russian)           // "=:договорами", "n:договор", ...
//
// A wording's word and a text's word agree where the wording's one base is among the text word's possible bases. Rules
// on endings only, no dictionary: they join договор and договорами, not посол and посла.

#include <string>
#include <string_view>
#include <vector>

#include "aligner/text/language_tag.h"

namespace aligner::terms {

/// How the words of a wording change in a text.
enum class Inflection { none, noun, verb };  // verb: as a noun or as a verb

/// The languages that have rules on endings.
enum class EndingRules { none, english, russian };

EndingRules ending_rules(const text::LanguageTag& language);

/// Whether Manchu letters are compared as they are typed or in Latin, where look-alikes and spellings are one.
enum class ManchuKeys { as_typed, in_latin };

/// Manchu is compared in Latin; Mongolian, which shares its letters, is not.
ManchuKeys manchu_keys(const text::LanguageTag& language);

inline constexpr char manchu_sign = '=';  // no letter, so that it begins no other word

/// The word made equal to its spelling variants: case folded, ё as е, one place for Vietnamese tone marks (òa as oà),
/// one apostrophe, no soft hyphens and no Mongolian variation selectors. A Manchu word in Latin begins with "=", so
/// that it is not the word that is written in Latin.
std::string word_key(std::string_view word, ManchuKeys manchu = ManchuKeys::as_typed);

/// The form under which a wording's word is kept.
std::string base_form(const std::string& key, Inflection inflection, EndingRules rules);

/// All bases that a text's word can be a form of; the first is the word itself.
std::vector<std::string> possible_bases(const std::string& key, EndingRules rules);

/// `key` without a possessive 's (or itself).
std::string_view without_possessive(std::string_view key);

/// True for words that stand between a digit and a unit: nghìn, million, тысяч, 萬.
bool is_numeral(const std::string& key);

}  // namespace aligner::terms

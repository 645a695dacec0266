#pragma once
// What the Common Locale Data Repository calls places and currencies, looked up by name. Private.
//
//   cldr_codes(name, Language::vi);  // {"territory RU"} for Nga
//
// Names come from ICU's data: territories and continents, exemplar cities of time zones, currencies; those that people
// use and CLDR words otherwise from corpora/names/everyday.tsv. Read once per process and language, when first asked.

#include <string>
#include <string_view>
#include <vector>

#include "aligner/anchors/anchor.h"
#include "aligner/anchors/vocabulary.h"

namespace aligner::anchors {

/// Sorted; empty where CLDR has no such name in `language` (vi, en, ru, zh). Russian names in any case. In Vietnamese
/// marks count: Ý is Italy, "y" is not.
const std::vector<std::string>& cldr_codes(const Name& name, Language language);

/// True for a Vietnamese syllable, in lower case, that is a name of its own: "nga", "anh", "pháp".
bool is_vietnamese_place_syllable(std::string_view syllable);

/// What people call a code, in English: "Russia (territory RU)". The code itself where it is unknown.
std::string describe_cldr_code(const std::string& code);

}  // namespace aligner::anchors

#pragma once
// The lexicons that tungse brings along, inside the program (corpora/lexicons).
//
//   if (const auto file = find_bundled_lexicon(ru, en)) {
//     Lexicon lexicon = read_bundled_lexicon(*file, ru, en);  // Russian to English
//   }
//
// They were learnt from strings of programs: what they say about a text is a first guess, for the text to overrule.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/lexicon/saved_lexicon.h"
#include "aligner/text/language_tag.h"

namespace aligner::lexicon {

struct BundledLexicon {
  std::string name;  // its languages: "vi-en"
  std::string_view bytes;

  friend bool operator==(const BundledLexicon&, const BundledLexicon&) = default;
};

/// All of them, by name.
std::vector<BundledLexicon> bundled_lexicons();

/// The one between two languages, told by the primary language ("vi" fits "vi-VN"), in either direction.
std::optional<BundledLexicon> find_bundled_lexicon(const text::LanguageTag& source, const text::LanguageTag& target);

/// Reads it, turned round where it runs the other way. Takes up to 12 ms: keep the result.
Lexicon read_bundled_lexicon(const BundledLexicon& file, const text::LanguageTag& source,
                             const text::LanguageTag& target);

}  // namespace aligner::lexicon

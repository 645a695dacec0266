#pragma once
// Looks for any wording of a concept in a stretch of text, more tolerantly than a TermFinder. Private to the room.
//
//   WordingSearch search(terms, LanguageTag::parse("ru"));
//   search.has(concept, document.bytes(), segment.span);  // "договором", or "договор" inside "Нерчинский договор"
//
// Words are compared by their stems, so that a wording is found in any form, and inside longer terms too. A wording
// that begins with a capital is only found at a capital, and a single short word only as it stands.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aligner/glossary/language_words.h"
#include "aligner/segment/words.h"
#include "aligner/terms/concept.h"
#include "aligner/text/span.h"

namespace aligner::glossary {

/// A word as it is compared.
struct StemmedWord {
  std::string stem;
  std::string folded;
  bool is_capital = false;

  friend bool operator==(const StemmedWord&, const StemmedWord&) = default;
};

class WordingSearch {
 public:
  explicit WordingSearch(const text::LanguageTag& language);

  std::vector<StemmedWord> words(std::string_view utf8, text::Span range);

  /// Whether any wording of the concept in this language, of whatever status, stands among the words.
  bool has(const terms::Concept& holder, const std::vector<StemmedWord>& words);

  /// Whether the two are one wording but for inflection or derivation, or the one holds the other.
  bool is_variant(const std::string& wording, const std::string& other);

 private:
  const std::vector<std::vector<StemmedWord>>& wordings_of(const terms::Concept& holder);

  text::LanguageTag language_;
  LanguageWords language_words_;
  segment::WordFinder finder_;
  std::unordered_map<std::string, std::vector<std::vector<StemmedWord>>> wordings_;  // by concept
};

}  // namespace aligner::glossary

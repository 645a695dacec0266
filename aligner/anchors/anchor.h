#pragma once
// Anchor: something in one text that can be recognised in the other.
//
//   for (const Anchor& anchor : find_anchors(document, segmentation, terms)) {
//     std::visit(..., anchor.value);  // Date, Number, Name or ConceptMention: no language left in it
//   }

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "aligner/anchors/date.h"
#include "aligner/anchors/number.h"
#include "aligner/terms/concept.h"
#include "aligner/text/span.h"

namespace aligner::anchors {

enum class AnchorKind { date, number, name, term };

/// The letters a name is written in.
enum class NameScript { latin, cyrillic, han };

struct Name {
  std::string key;        // Latin, folded: case, marks, spelling families (muravyov = muraviev = муравьёв)
                          // Words are parted by spaces, halves of a compound by hyphens: "nikolai muravev-amurski"
                          // A name in Han characters is kept in them, in simplified forms.
  bool initials = false;  // the name carries initials ("N. P. Rumyantsev"); they are not in the key
  std::string initial_letters;  // these, folded as keys are: "n p"; "iu" for Yu. and Ю.
  std::string spelling;         // as written, without title and initials: for reasons, and to tell variants
  NameScript script = NameScript::latin;
  std::string title;   // "Count", "Bá tước": as written before the name; empty where none was
  std::string entity;  // one for all spellings of a name in its document: the key of the spelling that is met most
  // What the Common Locale Data Repository calls by this name in the document's language: "territory CN",
  // "city Asia/Shanghai", "currency RUB"; sorted, mostly empty.
  std::vector<std::string> cldr;
  // How it can be cut into syllables that Han characters have: "hanviet thiên tân", "pinyin tian jin", "wade-giles tien
  // tsin", "palladius тянь цзинь", "han 天 津". Guesses, several where a spelling allows them; mostly empty.
  std::vector<std::string> readings;

  friend bool operator==(const Name&, const Name&) = default;
};

struct ConceptMention {
  std::string concept_id;
  terms::TermStatus status = terms::TermStatus::admitted;  // of the wording that was found
  bool inherited = false;  // not in this segment: "this treaty", "It" standing for the treaty named before

  friend bool operator==(const ConceptMention&, const ConceptMention&) = default;
};

struct Anchor {
  std::size_t segment = 0;  // index of the segment it stands in
  text::Span span;          // bytes of the document
  std::variant<Date, Number, Name, ConceptMention> value;

  AnchorKind kind() const { return static_cast<AnchorKind>(value.index()); }

  friend bool operator==(const Anchor&, const Anchor&) = default;
};

/// "date", "number", "name", "term".
std::string to_string(AnchorKind kind);

}  // namespace aligner::anchors

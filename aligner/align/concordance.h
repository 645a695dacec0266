#pragma once
// What a concordance shows: the places where words stand, and what stands opposite them.
//
//   for (const ConcordanceHit& hit : concordance.hits)
//     print(hit.before + "[" + hit.found + "]" + hit.after, hit.counterparts);
//
// Values only: `store` finds them, `report` shows them.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aligner/align/alignment.h"
#include "aligner/text/language_tag.h"
#include "aligner/text/span.h"

namespace aligner::align {

/// The other side of a pair that the place belongs to.
struct Counterpart {
  std::int64_t alignment = 0;  // by its number in the project
  std::string document;        // the name of its file
  text::LanguageTag language;
  std::vector<std::size_t> segments;
  std::string text;
  std::vector<text::Span> marked;  // bytes of `text`: other wordings of what was looked for
  double confidence = 0;
  std::optional<Grade> grade;
  bool is_accepted = false;  // by a person

  friend bool operator==(const Counterpart&, const Counterpart&) = default;
};

/// A place where what was looked for stands.
struct ConcordanceHit {
  std::string document;  // the name of its file
  text::LanguageTag language;
  std::size_t segment = 0;
  text::Span span;                        // bytes of the document
  std::string before;                     // the words of its segment before it,
  std::string found;                      // it as the text has it,
  std::string after;                      // and those after it
  std::size_t wording = 0;                // which of those that were looked for
  std::vector<Counterpart> counterparts;  // the surest first; none: the segment has no counterpart

  friend bool operator==(const ConcordanceHit&, const ConcordanceHit&) = default;
};

struct Concordance {
  std::vector<ConcordanceHit> hits;
  std::size_t skipped = 0;  // places before the first one
  std::size_t total = 0;    // places in all; where `has_more`, those that were counted
  bool has_more = false;    // there are more than that

  friend bool operator==(const Concordance&, const Concordance&) = default;
};

/// How often something is found, by one of its properties.
struct ConcordanceCount {
  std::string what;            // a wording, a document, a counterpart; empty: there is no counterpart
  text::LanguageTag language;  // of the place
  std::string counterpart;     // where counterparts are counted
  text::LanguageTag counterpart_language;
  std::size_t count = 0;
  std::size_t document_count = 0;

  friend bool operator==(const ConcordanceCount&, const ConcordanceCount&) = default;
};

}  // namespace aligner::align

#pragma once
// Evidence: the named parts of a bead's cost. Why, and how much.
//
//   Evidence day{.kind = EvidenceKind::date, .source = {9, 31}, .target = {80, 92}, .relation = "same-other-calendar",
//                .weight = 5.2, .reason = "16 May 1858 Julian = 28 May 1858 Gregorian"};
//
// Weights are nats: log-likelihood ratios against "these sentences have nothing to do with each other". They add up;
// positive speaks for the pair, negative against it.

#include <string>

#include "aligner/text/span.h"

namespace aligner::score {

enum class EvidenceKind { date, number, name, term, word, length, boundary, embedding, context };

struct Evidence {
  EvidenceKind kind = EvidenceKind::word;
  text::Span source;     // bytes of the source document; empty where it has no place there (length, what is understood)
  text::Span target;     // bytes of the target document, likewise
  std::string relation;  // "same", "same-other-calendar", "term", "related", "conflict", "other", "translation", ...
  double weight = 0;     // nats
  std::string reason;    // English, for people; may be empty

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// Whether it says that the two cannot both be true ("conflict"): a contradiction where they are about one matter. What
/// tells that they are about different matters ("other") is none.
bool is_conflict(const Evidence& evidence);

/// "date", "number", "name", "term", "word", "length", "boundary", "embedding", "context".
std::string to_string(EvidenceKind kind);

}  // namespace aligner::score

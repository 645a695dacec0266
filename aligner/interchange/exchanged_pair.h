#pragma once
// ExchangedPair: one bead as it travels between programs: two texts and all that is known about them.
//
//   ExchangedPair pair{.source_language = vi, .target_language = en, .source = "Sông.", .target = "River."};
//   pair.confidence = 0.98;

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "aligner/align/alignment.h"
#include "aligner/score/evidence.h"
#include "aligner/text/language_tag.h"

namespace aligner::interchange {

enum class PairStatus {
  proposed,  // by the machine
  accepted   // by a person
};

struct ExchangedPair {
  std::string id;  // need not be there once only
  text::LanguageTag source_language;
  text::LanguageTag target_language;
  std::string source;  // valid UTF-8, several segments joined by a space; empty: no counterpart
  std::string target;
  std::optional<double> confidence;  // 0 to 1
  std::optional<double> cost;        // -ln p, not negative
  std::optional<align::Grade> grade;
  bool moved = false;
  std::optional<PairStatus> status;
  std::string decided_by;  // who accepted it, when (ISO 8601 UTC), and what they noted
  std::string decided_at;
  std::string note;
  std::string source_origin;  // names of the documents
  std::string target_origin;
  std::vector<std::size_t> source_segments;  // 0-based indexes in these
  std::vector<std::size_t> target_segments;
  std::vector<score::Evidence> evidence;  // strongest first; spans are bytes of `source` and `target`

  friend bool operator==(const ExchangedPair&, const ExchangedPair&) = default;
};

}  // namespace aligner::interchange

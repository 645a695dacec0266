#pragma once
// Words and the links between them as JSON, for other programs.
//
//   std::cout << words_json({source, source_tokens}, {target, target_tokens}, links, "0.1.0");

#include <span>
#include <string>
#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/lexicon/tokenised_text.h"
#include "aligner/lexicon/word_aligner.h"

namespace aligner::report {

/// A text whose segments were cut into words. A view: what it names must outlive it.
struct TextInWords {
  const align::AlignedSide& side;
  const lexicon::TokenisedText& words;  // by segment
};

/// {"tungse", "source": {"file", "language"}, "target": {...}, "pairs": [{"source": [token...], "target": [token...],
/// "links": [...]}]}, a pair a line: a contract, written down in this room's README.md. `links` has an entry for each
/// segment of either side. Safe to print, a line end at the end.
std::string words_json(const TextInWords& source, const TextInWords& target,
                       std::span<const std::vector<lexicon::WordLink>> links, const std::string& version);

}  // namespace aligner::report

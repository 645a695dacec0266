#pragma once
// Pharaoh: links between words as most tools read them, one pair of passages a line.
//
//   std::string lines = write_pharaoh(links);  // "0-0 1-2\n\n0-1\n": three pairs, the second without a link
//
// A link is source-target, positions from 0; a pair without links is an empty line.

#include <span>
#include <string>
#include <vector>

#include "aligner/lexicon/word_aligner.h"

namespace aligner::interchange {

/// A line for each pair, its links in the order given.
std::string write_pharaoh(std::span<const std::vector<lexicon::WordLink>> links);

}  // namespace aligner::interchange

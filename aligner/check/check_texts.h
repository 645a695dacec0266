#pragma once
// Checks aligned texts: what disagrees across a pair, and what is wrong within one text.
//
//   align::AlignedTexts texts = aligner.align(pair);
//   std::vector<Finding> findings = check_texts(texts, aligner.terms());
//   // error date-conflict: "16 May 1858" here, "20 May 1858" there
//
// Translations are checked for all that a translation keeps: dates, numbers, names, terms, everything that is said. Of
// two accounts of the same events only what contradicts each other counts, days that are one in two calendars, and what
// is wrong within either text (deprecated terms, doubled words, quotes); what only one of them tells is no fault, and
// is summed up in one line a side.

#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/check/finding.h"
#include "aligner/terms/term_list.h"

namespace aligner::check {

struct CheckOptions {
  double smallest_confidence = 0.5;  // pairs below are not judged
};

/// The gravest first; then those with words in the source in its order, then those with words in the target alone in
/// its order. The same texts give the same findings. Linear in the texts, but for pairs with very many anchors, of
/// which only the digits are compared. Throws Error where the alignment contradicts itself (check_alignment).
std::vector<Finding> check_texts(const align::AlignedTexts& texts, const terms::TermList& terms,
                                 const CheckOptions& options = {});

}  // namespace aligner::check

#pragma once
// Finds every anchor of a document: dates, numbers, names, and the concepts of a term list.
//
//   std::vector<Anchor> anchors = find_anchors(document, segmentation, bundled_terms());
//
// Languages with date and number words: vi, en, ru; in others digits, ISO dates and names are still found. What a date
// covers is not given as a number again, and a name that is a listed term is given as the concept only.

#include <vector>

#include "aligner/anchors/anchor.h"
#include "aligner/segment/segmentation.h"
#include "aligner/terms/term_list.h"
#include "aligner/text/document.h"

namespace aligner::anchors {

/// Anchors by segment, then position. No date or number crosses a segment. Linear in the document's length.
std::vector<Anchor> find_anchors(const text::Document& document, const segment::Segmentation& segmentation,
                                 const terms::TermList& terms);

}  // namespace aligner::anchors

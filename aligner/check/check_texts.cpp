#include "aligner/check/check_texts.h"

#include "aligner/align/alignment.h"
#include "aligner/check/checked_texts.h"

namespace aligner::check {

std::vector<Finding> check_texts(const align::AlignedTexts& texts, const terms::TermList& terms,
                                 const CheckOptions& options) {
  align::check_alignment(texts.alignment);
  const CheckedTexts view(texts, terms, options);
  Findings findings(view);
  check_dates(view, findings);
  check_contradictions(view, findings);
  check_terms(view, options, findings);
  check_marks(view, findings);
  check_doubled_words(view, findings);
  check_gaps(view, findings);
  check_names(view, findings);
  if (view.is_translation()) {
    check_numbers(view, findings);
    check_copies(view, findings);
    check_lengths(view, findings);
  }
  return findings.take();
}

}  // namespace aligner::check

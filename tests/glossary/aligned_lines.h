#pragma once
// Small aligned texts, a line for each pair of sentences.
//
//   AlignedTexts texts = aligned_lines(vi, en, {{"Gói nguồn.", "The source package."}});

#include <string>
#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/text/language_tag.h"

namespace glossary_tests {

struct LinePair {
  std::string source;
  std::string target;
  double confidence = 1;
};

/// Parallel texts, one bead a pair, in order.
aligner::align::AlignedTexts aligned_lines(const aligner::text::LanguageTag& source,
                                           const aligner::text::LanguageTag& target,
                                           const std::vector<LinePair>& pairs);

/// The same texts the other way round.
aligner::align::AlignedTexts turned(aligner::align::AlignedTexts texts);

}  // namespace glossary_tests

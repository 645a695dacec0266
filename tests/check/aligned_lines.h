#pragma once
// Small aligned texts: the first line of one is the counterpart of the first of the other, and so on.
//
//   AlignedTexts texts = aligned_lines(vi, en, {"Gói nguồn.", "Tệp."}, {"The source package."});  // "Tệp." is left out

#include <string>
#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/text/language_tag.h"

namespace check_tests {

/// Parallel texts in order, a line a segment; a line that is "-" stands for none.
aligner::align::AlignedTexts aligned_lines(const aligner::text::LanguageTag& source,
                                           const aligner::text::LanguageTag& target,
                                           const std::vector<std::string>& source_lines,
                                           const std::vector<std::string>& target_lines);

/// "One. / Two." are two lines.
std::vector<std::string> lines_of(const std::string& text);

}  // namespace check_tests

#pragma once
// Small aligned texts, made by hand for the report's tests.
//
//   align::AlignedTexts texts = aigun_links();
//   span_in(texts.source, "ngày 16 tháng 5 năm 1858");  // where it stands

#include <string>
#include <vector>

#include "aligner/align/aligned_texts.h"

namespace aligner::report {

/// A side with these segments, joined by line ends in its document.
align::AlignedSide side_of(const std::vector<std::string>& segments, const std::string& language,
                           const std::string& name);

/// The first place of `words` in the side's document. Throws Error where there is none.
text::Span span_in(const align::AlignedSide& side, const std::string& words);

/// Two texts of these segments in one bead over everything (parallel), or none where a side is empty.
align::AlignedTexts one_pair(const std::string& source, const std::string& target);

/// Vietnamese and English on Aigun: three links with dates in two calendars, a contradiction, grades.
align::AlignedTexts aigun_links();

/// Russian and Chinese, parallel: 1-1, 2-1, a deletion and an insertion.
align::AlignedTexts parallel_chapter();

/// Six sentences a side; two of them, and one more, stand elsewhere in the target: 0-1, 1-4, 2-5 moved, 3-2, 4-3, 5-0
/// moved.
align::AlignedTexts moved_chapter();

}  // namespace aligner::report

#pragma once
// What numbers do in their sentence besides counting: list markers, labels, regnal and ordinal numbers, footnotes.
// Private.

#include <cstddef>
#include <optional>
#include <vector>

#include "aligner/anchors/find_numbers.h"
#include "aligner/anchors/tokens.h"
#include "aligner/segment/segmentation.h"

namespace aligner::anchors {

/// "1. The inhabitants", "2) ...": the number counts the line, not what it speaks of.
std::optional<FoundNumber> read_list_marker(const Phrase& phrase, std::size_t at, segment::SegmentKind kind);

/// "Article 1", "điều thứ 3", "статья первая", "第三条", "§ 5", "№ 7", "Articles 5–7".
std::optional<FoundNumber> read_label(const Phrase& phrase, std::size_t at, Language language);

/// "2 and 3" of "Articles 1, 2 and 3": what a label, found last, goes on with. `end` of the last one is the end of all.
std::vector<FoundNumber> read_label_list(const Phrase& phrase, const FoundNumber& first, Language language);

/// "Alexander II" (the numeral only), "Nicholas the First", "Александр Второй", "Alexander đệ nhị", "尼古拉一世".
std::optional<FoundNumber> read_regnal(const Phrase& phrase, std::size_t at, Language language);

/// "1st", "19th", "1-й"; "20-тысячный" (which counts).
std::optional<FoundNumber> read_ordinal_digits(const Phrase& phrase, std::size_t at, Language language);

/// "[12]", "[1, 3]", and "text.12" glued behind a sentence's end.
std::optional<FoundNumber> read_footnote(const Phrase& phrase, std::size_t at);

}  // namespace aligner::anchors

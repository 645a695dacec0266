#pragma once
// Pairs of segments that were aligned elsewhere: TMX translation memories and tab-separated lines.
//
//   SegmentPairs pairs = read_segment_pairs("memory.tmx", vi, en);
//   pairs.source[0], pairs.target[0];  // one translation unit
//
// TMX 1.4b: of every unit the first variants in the two languages ("vi" also takes "vi-VN"); inline elements are left
// out, their text stays; entities other than XML's own are not expanded. Tab-separated: the first two fields of a line.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/text/language_tag.h"

namespace aligner::interchange {

struct SegmentPairs {
  std::vector<std::string> source;  // valid UTF-8 without line breaks, not blank
  std::vector<std::string> target;  // as many
};

/// Reads bytes of either form, told apart by the first character that is no white space. `name` stands for the path in
/// messages. Throws Error naming file, line where possible, and remedy: bytes that are no UTF-8, XML that does not
/// parse, a line without a tab, nothing in the two languages.
SegmentPairs parse_segment_pairs(std::string_view bytes, const text::LanguageTag& source,
                                 const text::LanguageTag& target, const std::string& name);

/// The same from a file of at most 1 GiB ("-" is standard input).
SegmentPairs read_segment_pairs(const std::filesystem::path& path, const text::LanguageTag& source,
                                const text::LanguageTag& target);

}  // namespace aligner::interchange

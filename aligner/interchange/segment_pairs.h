#pragma once
// Pairs of segments that were aligned elsewhere: TMX translation memories and tab-separated lines.
//
//   SegmentPairs pairs = read_segment_pairs("memory.tmx", vi, en);
//   pairs.source[0], pairs.target[0];  // one translation unit
//
// TMX 1.4b: of every unit the first variants in the two languages, the very tag before a kindred one ("vi" also takes
// "vi-VN"). Codes of another format (bpt, ept, it) are left out, what stands for something (ph, ut) becomes a space,
// what hi encloses stays. A document type is passed over and its entities are not expanded. Tab-separated: the first
// two fields of a line; of what write_tsv wrote, told by its header, the two texts.

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

/// Reads bytes of either form, told apart by how they begin: XML, or not. `name` stands for the path in messages. The
/// encoding is what the XML declares, or UTF-8, or UTF-16. Throws Error naming file, line where possible, and remedy:
/// another encoding, XML that does not parse or is no TMX, a character that is none, a line without a tab, nothing in
/// the two languages.
SegmentPairs parse_segment_pairs(std::string bytes, const text::LanguageTag& source, const text::LanguageTag& target,
                                 const std::string& name);

/// The same from a file of at most 1 GiB ("-" is standard input).
SegmentPairs read_segment_pairs(const std::filesystem::path& path, const text::LanguageTag& source,
                                const text::LanguageTag& target);

}  // namespace aligner::interchange

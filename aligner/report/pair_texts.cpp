#include "aligner/report/pair_texts.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/error.h"

namespace aligner::report {
namespace {

bool is_between_characters(const std::string& bytes, std::size_t offset) {
  return offset == bytes.size() || (static_cast<unsigned char>(bytes[offset]) & 0xC0) != 0x80;
}

bool lies_in(const align::AlignedSide& side, text::Span span) {
  const std::string& bytes = side.document.bytes();
  return span.begin <= span.end && span.end <= bytes.size() && is_between_characters(bytes, span.begin) &&
         is_between_characters(bytes, span.end);
}

void check_side(const align::AlignedSide& side) {
  for (std::size_t i = 0; i < side.segmentation.size(); ++i) {
    if (lies_in(side, side.segmentation.segments[i].span)) continue;
    throw Error(side.document.name() + ": segment " + std::to_string(i) +
                " does not lie in the document; segment and align the text again");
  }
}

void check_group(const align::AlignedSide& side, const std::vector<std::size_t>& group) {
  for (const std::size_t index : group) {
    if (index < side.segmentation.size()) continue;
    throw Error(side.document.name() + ": the alignment names segment " + std::to_string(index) + " of " +
                std::to_string(side.segmentation.size()) + " (counted from 0); align the texts again");
  }
}

}  // namespace

void check_texts(const align::AlignedTexts& texts) {
  check_side(texts.source);
  check_side(texts.target);
  for (const align::Bead& bead : texts.alignment.beads) {
    check_group(texts.source, bead.source);
    check_group(texts.target, bead.target);
  }
}

bool is_pair(const align::Bead& bead) { return !bead.source.empty() && !bead.target.empty(); }

bool is_citable(const align::AlignedSide& side, text::Span span) { return !span.empty() && lies_in(side, span); }

std::string_view text_of(const align::AlignedSide& side, text::Span span) {
  return is_citable(side, span) ? side.document.slice(span) : std::string_view();
}

}  // namespace aligner::report

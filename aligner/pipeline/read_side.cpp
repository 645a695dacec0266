#include "aligner/pipeline/read_side.h"

#include <utility>

#include "aligner/segment/segment_document.h"

namespace aligner::pipeline {

terms::TermList read_terms_in_use(BundledTerms bundled, std::span<const std::filesystem::path> lists) {
  terms::TermList terms;
  if (bundled == BundledTerms::use) terms = terms::bundled_terms();
  for (const std::filesystem::path& path : lists) terms.merge(terms::read_terms(path));
  return terms;
}

std::optional<segment::SrxRules> read_rules(const std::optional<std::filesystem::path>& srx) {
  if (!srx) return std::nullopt;
  return segment::read_srx(*srx);
}

align::AlignedSide make_side(text::ReadDocument read) {
  align::AlignedSide side;
  side.document = std::move(read.document);
  side.encoding = std::move(read.encoding);
  side.sha256 = std::move(read.sha256);
  side.notes = std::move(read.notes);
  return side;
}

align::AlignedSide make_side(documents::ReadFile file) {
  align::AlignedSide side = make_side(std::move(file.read));
  side.places = std::move(file.places);
  return side;
}

segment::Segmentation cut_into_lines(const align::AlignedSide& side) {
  segment::Segmentation cut = segment::segment_lines(side.document);
  if (!side.places.empty()) std::erase_if(cut.segments, [](const auto& segment) { return segment.span.empty(); });
  return cut;
}

align::AlignedSide read_side(const SideInput& input, const segment::SrxRules* rules, InputForm form) {
  documents::FileOptions options{.format = input.format, .encoding = input.encoding, .language = input.language};
  options.limits.goes_on = input.goes_on;
  align::AlignedSide side = make_side(documents::read_file(input.path, options));
  side.segmentation = form == InputForm::segment_per_line ? cut_into_lines(side)
                                                          : segment::segment_document(side.document, {.rules = rules});
  return side;
}

}  // namespace aligner::pipeline

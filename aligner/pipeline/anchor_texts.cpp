#include "aligner/pipeline/anchor_texts.h"

#include <algorithm>
#include <utility>

#include "aligner/anchors/find_anchors.h"
#include "aligner/pipeline/read_side.h"
#include "aligner/segment/segment_document.h"
#include "aligner/text/read_document.h"

namespace aligner::pipeline {

AnchorReader::AnchorReader(AnchorSettings settings)
    : settings_(std::move(settings)),
      terms_(read_terms_in_use(settings_.bundled_terms, settings_.term_lists)),
      rules_(read_rules(settings_.srx)) {}

AnchoredFile AnchorReader::with_anchors(align::AlignedSide side) const {
  AnchoredFile file{std::move(side), {}};
  file.anchors = anchors::find_anchors(file.side.document, file.side.segmentation, terms_);
  const std::vector<anchors::AnchorKind>& kinds = settings_.kinds;
  if (kinds.empty()) return file;
  std::erase_if(file.anchors, [&](const anchors::Anchor& anchor) {
    return std::find(kinds.begin(), kinds.end(), anchor.kind()) == kinds.end();
  });
  return file;
}

AnchoredFile AnchorReader::read_file(const SideInput& input) const {
  return with_anchors(read_side(input, rules_ ? &*rules_ : nullptr, settings_.form));
}

AnchoredFile AnchorReader::read_passage(const PassageInput& passage, const std::string& name) const {
  if (passage.from_standard_input) {
    return with_anchors(
        read_side({.path = "-", .language = passage.language, .encoding = {}}, nullptr, InputForm::segment_per_line));
  }
  align::AlignedSide side =
      make_side(text::read_document_bytes(passage.text, name, {.encoding = "UTF-8", .language = passage.language}));
  side.segmentation = segment::segment_lines(side.document);
  return with_anchors(std::move(side));
}

MatchedPassages AnchorReader::match(const PassageInput& source, const PassageInput& target) const {
  MatchedPassages both{read_passage(source, "source text"), read_passage(target, "target text"), {}};
  const std::size_t source_count = both.source.anchors.size();
  const std::size_t target_count = both.target.anchors.size();
  if (target_count != 0 && source_count > most_anchor_pairs / target_count) {
    throw Error("the passages have " + std::to_string(source_count) + " and " + std::to_string(target_count) +
                " anchors, too many to compare each with each; give shorter passages, or align the texts");
  }
  both.pairs = anchors::match_all(both.source.anchors, both.target.anchors, terms_);
  return both;
}

}  // namespace aligner::pipeline

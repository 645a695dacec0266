#include "aligner/anchors/find_anchors.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "aligner/anchors/find_dates.h"
#include "aligner/anchors/find_names.h"
#include "aligner/anchors/find_numbers.h"
#include "aligner/anchors/name_clusters.h"
#include "aligner/anchors/tokens.h"
#include "aligner/terms/find_terms.h"

namespace aligner::anchors {
namespace {

std::vector<Anchor> find_concepts(const text::Document& document, const segment::Segmentation& segmentation,
                                  const terms::TermList& list, const terms::TermFinder& finder, std::size_t segment) {
  std::vector<Anchor> anchors;
  if (list.concepts().empty()) return anchors;
  for (const terms::TermMention& mention : finder.find(document.bytes(), segmentation.segments[segment].span)) {
    const terms::Concept& found = list.concepts()[mention.concept_index];
    ConceptMention value{.concept_id = found.id, .status = found.terms[mention.term_index].status};
    anchors.push_back({segment, mention.span, std::move(value)});
  }
  return anchors;
}

std::vector<text::Span> spans_of(const std::vector<Anchor>& anchors) {
  std::vector<text::Span> spans;
  for (const Anchor& anchor : anchors) spans.push_back(anchor.span);
  std::sort(spans.begin(), spans.end());
  return spans;
}

void mark(std::vector<bool>& taken, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end && i < taken.size(); ++i) taken[i] = true;
}

class AnchorFinder {
 public:
  AnchorFinder(const text::Document& document, const segment::Segmentation& segmentation, const terms::TermList& list)
      : document_(document),
        segmentation_(segmentation),
        list_(list),
        term_finder_(list, document.language()),
        tokens_(document, segmentation),
        dates_(find_dates(tokens_)),
        names_(tokens_) {}

  std::vector<Anchor> find() {
    std::vector<Anchor> all;
    for (std::size_t segment = 0; segment < segmentation_.size(); ++segment) {
      std::vector<Anchor> anchors = find_in(segment);
      std::stable_sort(anchors.begin(), anchors.end(),
                       [](const Anchor& first, const Anchor& second) { return first.span < second.span; });
      std::move(anchors.begin(), anchors.end(), std::back_inserter(all));
    }
    set_entities(all);
    return all;
  }

 private:
  std::vector<Anchor> find_in(std::size_t segment) {
    const Phrase phrase = tokens_.phrase(segment);
    std::vector<Anchor> anchors = find_concepts(document_, segmentation_, list_, term_finder_, segment);
    const std::vector<text::Span> term_spans = spans_of(anchors);
    std::vector<bool> taken(phrase.size(), false);
    for (; next_date_ < dates_.size() && dates_[next_date_].segment == segment; ++next_date_) {
      const FoundDate& found = dates_[next_date_];
      mark(taken, found.begin, found.end);
      if (found.date) anchors.push_back({segment, phrase.span(found.begin, found.end), *found.date});
    }
    const segment::SegmentKind kind = segmentation_.segments[segment].kind;
    for (const FoundNumber& found : find_numbers(phrase, taken, tokens_.language(), kind)) {
      mark(taken, found.begin, found.end);
      anchors.push_back({segment, phrase.span(found.begin, found.end), found.number});
    }
    for (FoundName& found : names_.find(segment, kind, taken, term_spans)) {
      anchors.push_back({segment, found.span, std::move(found.name)});
    }
    return anchors;
  }

  const text::Document& document_;
  const segment::Segmentation& segmentation_;
  const terms::TermList& list_;
  terms::TermFinder term_finder_;
  TokenizedDocument tokens_;
  std::vector<FoundDate> dates_;
  NameFinder names_;
  std::size_t next_date_ = 0;
};

}  // namespace

std::vector<Anchor> find_anchors(const text::Document& document, const segment::Segmentation& segmentation,
                                 const terms::TermList& terms) {
  return AnchorFinder(document, segmentation, terms).find();
}

}  // namespace aligner::anchors

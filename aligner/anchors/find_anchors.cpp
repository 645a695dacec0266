#include "aligner/anchors/find_anchors.h"

#include <algorithm>
#include <utility>

#include "aligner/anchors/find_dates.h"
#include "aligner/anchors/find_names.h"
#include "aligner/anchors/find_numbers.h"
#include "aligner/anchors/name_clusters.h"
#include "aligner/anchors/tokens.h"
#include "aligner/terms/find_terms.h"

namespace aligner::anchors {
namespace {

void mark(std::vector<bool>& taken, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end && i < taken.size(); ++i) taken[i] = true;
}

class AnchorFinder {
 public:
  AnchorFinder(const text::Document& document, const segment::Segmentation& segmentation, const terms::TermList& list)
      : document_(document),
        segmentation_(segmentation),
        list_(list),
        term_search_(terms::TermFinder(list, document.language())),
        tokens_(document, segmentation),
        dates_(find_dates(tokens_)),
        names_(tokens_) {}

  std::vector<Anchor> find() && {
    for (std::size_t segment = 0; segment < segmentation_.size(); ++segment) find_in(segment);
    set_entities(anchors_);
    return std::move(anchors_);
  }

 private:
  // What one segment holds, each kind in order of its spans.
  struct Found {
    std::vector<terms::TermMention> terms;
    std::vector<FoundNumber> numbers;
    std::vector<FoundName> names;
  };

  void find_in(std::size_t segment) {
    const Phrase phrase = tokens_.phrase(segment);
    const segment::SegmentKind kind = segmentation_.segments[segment].kind;
    Found found;
    if (!list_.concepts().empty()) {
      found.terms = term_search_.find(document_.bytes(), segmentation_.segments[segment].span);
    }
    taken_.assign(phrase.size(), false);
    std::size_t end_of_dates = next_date_;
    for (; end_of_dates < dates_.size() && dates_[end_of_dates].segment == segment; ++end_of_dates) {
      mark(taken_, dates_[end_of_dates].begin, dates_[end_of_dates].end);
    }
    found.numbers = find_numbers(phrase, taken_, tokens_.language(), kind);
    for (const FoundNumber& number : found.numbers) mark(taken_, number.begin, number.end);
    term_spans_.clear();
    for (const terms::TermMention& mention : found.terms) term_spans_.push_back(mention.span);
    found.names = names_.find(segment, kind, taken_, term_spans_);
    merge(segment, found, end_of_dates);
  }

  // By position; what stands at one place goes by kind: terms, dates, numbers, names.
  void merge(std::size_t segment, Found& found, std::size_t end_of_dates) {
    const Phrase phrase = tokens_.phrase(segment);
    std::size_t term = 0;
    std::size_t number = 0;
    std::size_t name = 0;
    const text::Span none{document_.bytes().size(), document_.bytes().size() + 1};  // behind everything
    for (;;) {
      while (next_date_ < end_of_dates && !dates_[next_date_].date) ++next_date_;
      const text::Span next_term = term < found.terms.size() ? found.terms[term].span : none;
      const text::Span next_date = next_date_ < end_of_dates ? span_of(phrase, dates_[next_date_]) : none;
      const text::Span next_number = number < found.numbers.size() ? span_of(phrase, found.numbers[number]) : none;
      const text::Span next_name = name < found.names.size() ? found.names[name].span : none;
      const text::Span next = std::min({next_term, next_date, next_number, next_name});
      if (next == none) return;
      if (next == next_term) {
        anchors_.push_back({segment, next, concept_of(found.terms[term++])});
      } else if (next == next_date) {
        anchors_.push_back({segment, next, *dates_[next_date_++].date});
      } else if (next == next_number) {
        anchors_.push_back({segment, next, std::move(found.numbers[number++].number)});
      } else {
        anchors_.push_back({segment, next, std::move(found.names[name++].name)});
      }
    }
  }

  template <typename FoundTokens>
  static text::Span span_of(const Phrase& phrase, const FoundTokens& found) {
    return phrase.span(found.begin, found.end);
  }

  ConceptMention concept_of(const terms::TermMention& mention) const {
    const terms::Concept& found = list_.concepts()[mention.concept_index];
    return {.concept_id = found.id, .status = found.terms[mention.term_index].status};
  }

  const text::Document& document_;
  const segment::Segmentation& segmentation_;
  const terms::TermList& list_;
  terms::TermSearch term_search_;
  TokenizedDocument tokens_;
  std::vector<FoundDate> dates_;
  NameFinder names_;
  std::size_t next_date_ = 0;
  std::vector<bool> taken_;             // tokens of the segment at hand that belong to a date or number
  std::vector<text::Span> term_spans_;  // of the segment at hand
  std::vector<Anchor> anchors_;
};

}  // namespace

std::vector<Anchor> find_anchors(const text::Document& document, const segment::Segmentation& segmentation,
                                 const terms::TermList& terms) {
  return AnchorFinder(document, segmentation, terms).find();
}

}  // namespace aligner::anchors

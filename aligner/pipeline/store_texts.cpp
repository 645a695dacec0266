#include "aligner/pipeline/store_texts.h"

#include <vector>

#include "aligner/terms/find_terms.h"

namespace aligner::pipeline {
namespace {

void store_occurrences(store::ProjectDatabase& project, const align::AlignedSide& side, const terms::TermList& terms) {
  terms::TermSearch search(terms::TermFinder(terms, side.document.language()));
  std::vector<store::TermOccurrence> occurrences;
  for (const segment::Segment& segment : side.segmentation.segments) {
    for (const terms::TermMention& mention : search.find(side.document.bytes(), segment.span)) {
      occurrences.push_back(store::occurrence_of(mention, terms));
    }
  }
  project.save_occurrences(side, occurrences);
}

}  // namespace

store::AlignmentId store_texts(store::ProjectDatabase& project, const align::AlignedTexts& texts,
                               const terms::TermList& terms, const std::string& when, const std::string& tool_version) {
  project.save_terms(terms, when);
  const store::AlignmentId id = project.save(texts, when, tool_version);
  store_occurrences(project, texts.source, terms);
  store_occurrences(project, texts.target, terms);
  return id;
}

}  // namespace aligner::pipeline

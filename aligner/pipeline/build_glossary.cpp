#include "aligner/pipeline/build_glossary.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "aligner/error.h"

namespace aligner::pipeline {
namespace {

constexpr double texts_done = 0.3;  // share of the work, measured on a hundred thousand beads

// The one saved first comes first, and decides on the order of languages.
std::vector<store::AlignmentSummary> alignments_of(const store::ProjectDatabase& project) {
  std::vector<store::AlignmentSummary> alignments = project.list_alignments();
  if (alignments.empty())
    throw Error("the project holds no alignment to learn terms from; align texts with --db first");
  std::reverse(alignments.begin(), alignments.end());
  return alignments;
}

}  // namespace

GlossaryBuild build_glossary(const store::ProjectDatabase& project, glossary::ProposeOptions options) {
  const std::vector<store::AlignmentSummary> alignments = alignments_of(project);
  const std::function<bool(double)> progress = options.progress;
  const auto report = [&progress](double done) {
    if (progress && !progress(done)) throw Error("interrupted; nothing was written");
  };
  if (progress) {
    options.progress = [&progress](double done) { return progress(texts_done + (1 - texts_done) * done); };
  }
  const terms::TermList terms = project.load_terms();
  glossary::TermProposer proposer(terms, std::move(options));
  GlossaryBuild build;
  for (const store::AlignmentSummary& one : alignments) {
    report(texts_done * static_cast<double>(build.alignments) / static_cast<double>(alignments.size()));
    const align::AlignedTexts texts = project.load(one.id);
    build.pairs += static_cast<std::size_t>(
        std::count_if(texts.alignment.beads.begin(), texts.alignment.beads.end(),
                      [](const align::Bead& bead) { return !bead.source.empty() && !bead.target.empty(); }));
    proposer.add(one.id, texts);
    ++build.alignments;
  }
  build.proposals = proposer.propose();
  return build;
}

glossary::TermUsage find_usage(const store::ProjectDatabase& project, const terms::TermList& terms,
                               const glossary::UsageOptions& options) {
  glossary::UsageFinder finder(terms, options);
  for (const store::AlignmentSummary& one : alignments_of(project)) finder.add(one.id, project.load(one.id));
  return finder.finish();
}

}  // namespace aligner::pipeline

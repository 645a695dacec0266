#pragma once
// The terms that the aligned texts of a project hold to be one, and how they use those that are known.
//
//   GlossaryBuild build = build_glossary(project, {.min_count = 3});
//   for (const glossary::Proposal& proposal : build.proposals) show(proposal);
//   for (const glossary::UsageFinding& finding : find_usage(project, project.load_terms(), {}).findings) show(finding);
//
// Reads every alignment as people's decisions leave it: accepted pairs count fully, rejected ones not at all. Nothing
// is written.

#include <cstddef>

#include "aligner/glossary/propose_terms.h"
#include "aligner/glossary/term_usage.h"
#include "aligner/store/project_database.h"

namespace aligner::pipeline {

struct GlossaryBuild {
  std::vector<glossary::Proposal> proposals;  // the best first
  std::size_t alignments = 0;                 // that were read
  std::size_t pairs = 0;                      // beads and links with two sides in them
};

/// Throws Error where the project has no alignment, or progress ended the work.
GlossaryBuild build_glossary(const store::ProjectDatabase& project, glossary::ProposeOptions options);

/// How the texts use the concepts of the project. Throws Error where it has no alignment.
glossary::TermUsage find_usage(const store::ProjectDatabase& project, const terms::TermList& terms,
                               const glossary::UsageOptions& options);

}  // namespace aligner::pipeline

#pragma once
// Keeps an alignment in a project database, with the terms in use and where they occur.
//
//   AlignmentId id = store_texts(project, texts, aligner.terms(), "2026-03-01T09:30:00Z", "0.1.0");

#include <string>

#include "aligner/align/aligned_texts.h"
#include "aligner/store/project_database.h"
#include "aligner/terms/term_list.h"

namespace aligner::pipeline {

/// Saves alignment, terms and occurrences. What people decided stays as it is. Throws Error as ProjectDatabase does.
store::AlignmentId store_texts(store::ProjectDatabase& project, const align::AlignedTexts& texts,
                               const terms::TermList& terms, const std::string& when, const std::string& tool_version);

}  // namespace aligner::pipeline

#pragma once
// Writes alignments of a project as files for other programs.
//
//   ExportResult done = export_pairs(project, {.form = ExportForm::tmx}, {.out = print});
//   for (const std::string& loss : done.losses) warn(loss);

#include <cstddef>
#include <string>
#include <vector>

#include "aligner/align/alignment.h"
#include "aligner/interchange/pair_writer.h"
#include "aligner/store/project_database.h"

namespace aligner::pipeline {

enum class ExportForm {
  tmx,
  xliff,
  xliff12,
  tsv,
  csv,
  jsonl,
  xlsx,
  moses,
  ladder,           // of one alignment, as the rest
  hunalign,         // its text
  hunalign_ladder,  // its rungs
};

enum class ExportedPairs { all, accepted };

struct ExportSettings {
  ExportForm form = ExportForm::tmx;
  std::vector<store::AlignmentId> alignments;  // in this order
  double smallest_confidence = 0;
  std::vector<align::Grade> grades;  // those wanted; none: whatever grade
  ExportedPairs pairs = ExportedPairs::all;
  std::string tool_version;
};

struct ExportResult {
  std::size_t pair_count = 0;       // written
  std::size_t left_out_count = 0;   // by confidence, grade, or because nobody accepted them
  std::vector<std::string> losses;  // what the form cannot hold, one sentence each
};

/// Writes the beads that are chosen, as people left them (store::Reviewed::yes): one alignment after the other, each
/// with its languages, so that memory holds one. Throws Error where the form cannot hold the alignments at all.
ExportResult export_pairs(const store::ProjectDatabase& project, const ExportSettings& settings,
                          const interchange::PairSinks& sinks);

}  // namespace aligner::pipeline

#pragma once
// Brings pairs that were aligned elsewhere into a project.
//
//   const auto open = [] { return ProjectDatabase::open("project.db", OpenMode::create_or_open); };
//   ImportResult done = import_pairs(open, {"memory.tmx"}, {.when = now, .tool_version = "0.1.0"});
//   done.alignments;  // two documents each, made of the pairs, a segment a pair
//
// The documents hold the texts of one side each, a segment a line (a line of a text stays within its segment), and
// every pair is a bead of one segment a side, in the order of the file; what has no counterpart is a bead with an empty
// side. Confidence, cost, grade, reasons and acceptances that tungse wrote come along; a pair without a confidence has
// 1: a person or another program vouches for it. Where pairs have grades the alignment is one of comparable texts.

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "aligner/interchange/pair_reader.h"
#include "aligner/pipeline/align_texts.h"
#include "aligner/store/project_database.h"

namespace aligner::pipeline {

struct ImportSettings {
  interchange::ReadPairsOptions read;
  std::string name;  // of the documents; empty: that of the file
  std::string when;  // ISO 8601 UTC
  std::string tool_version;
  std::size_t part_size = 100'000;  // pairs of an alignment; a larger file becomes several, so that memory holds one
};

struct ImportResult {
  interchange::PairsRead read;
  std::vector<store::AlignmentId> alignments;  // in the order of the file
  std::size_t new_count = 0;                   // of them; the others were there and are brought up to date
  std::size_t decision_count = 0;              // acceptances that are new
  std::vector<std::string> notes;              // those of reading, and what could not be kept
};

/// Opens the project. Called when everything has been read, so that a broken file makes no project.
using OpenProject = std::function<store::ProjectDatabase()>;

/// A file of pairs, or two files whose lines belong together ("-" is standard input, at most 256 MiB). The file is read
/// whole before anything is kept, so that what is broken leaves no trace; then each part is kept in one piece. The same
/// again changes nothing. Throws Error as read_pairs, read_line_pairs and ProjectDatabase do.
ImportResult import_pairs(const OpenProject& open, const std::vector<std::filesystem::path>& files,
                          const ImportSettings& settings);

struct LadderInput {
  std::filesystem::path ladder;  // tungse's, vecalign's or hunalign's, or gold with grades
  SideInput source;
  SideInput target;
  InputForm form = InputForm::running_text;  // how the texts are cut: as they were when the ladder was made
};

/// A ladder with its texts. Beads in the order of both texts make a parallel alignment, segments that no bead has being
/// left without a counterpart; beads that cross are moved. Beads with grades, or that share segments, are links of
/// comparable texts. Throws Error where a bead names a segment that is not there.
ImportResult import_ladder(const OpenProject& open, const LadderInput& input, const ImportSettings& settings);

}  // namespace aligner::pipeline

#pragma once
// A batch: many pairs of files, one lexicon learnt over all of them.
//
//   std::vector<BatchLine> lines = read_manifest("pairs.tsv");  // source<TAB>target<TAB>output

#include <filesystem>
#include <string>
#include <vector>

#include "aligner/pipeline/align_texts.h"

namespace tungse {

struct BatchLine {
  std::string source;
  std::string target;
  std::string output;
};

/// Lines of three tab-separated paths; blank lines, lines that begin with "#", a byte order mark and CR LF are passed
/// over. Relative paths are taken from the current folder. "-" is standard input. Throws aligner::Error naming file,
/// line and remedy, also when an output is named twice or is itself a text of the batch, the manifest or its state.
std::vector<BatchLine> read_manifest(const std::string& path);

/// Where the state of a batch is kept, beside its manifest (batch_state.h); "" where that is standard input.
std::string state_path(const std::string& manifest);

/// A text as the options of a command name it; what is empty is left to be detected. Throws UsageError where the
/// language is none.
aligner::pipeline::SideInput side_of(const std::string& path, const std::string& language, const std::string& encoding,
                                     const std::string& form = "");

/// Throws UsageError where more than one input is standard input, which can be read once, or where the output is one of
/// the inputs, which would be overwritten.
void check_files(const std::vector<std::string>& inputs, const std::string& output);

/// Whether both paths lead to one file that is there.
bool is_same_file(const std::string& one, const std::string& other);

}  // namespace tungse

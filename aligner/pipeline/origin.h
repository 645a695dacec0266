#pragma once
// Private: how a lexicon names the files it was learnt from.
//
//   origin_of("accounts/aigun/vi.txt");  // "vi.txt"

#include <filesystem>
#include <string>

#include "aligner/text/read_bytes.h"
#include "aligner/text/utf8.h"

namespace aligner::pipeline {

/// The file's name without its folders, which say nothing to those a lexicon is given to. Always UTF-8.
inline std::string origin_of(const std::filesystem::path& path) {
  const std::string name = path == "-" ? text::name_of(path) : path.filename().string();
  return text::is_valid_utf8(name) ? name : "a file";
}

}  // namespace aligner::pipeline

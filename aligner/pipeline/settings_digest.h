#pragma once
// A digest of what in the settings bears on a result: who finds it unchanged need not align again.
//
//   std::optional<std::string> digest = settings_digest(settings);  // 64 hexadecimal digits
//
// Term lists, lexicons, dictionaries and rules count by what is in the files and by the ending of their names, which
// says their form.

#include <optional>
#include <string>

#include "aligner/pipeline/align_texts.h"

namespace aligner::pipeline {

/// Absent where one of the files can be read only once (standard input, a pipe): this would take it from the aligner.
/// `threads` and `progress` do not bear on the result. Throws Error where a file cannot be read.
std::optional<std::string> settings_digest(const AlignSettings& settings);

}  // namespace aligner::pipeline

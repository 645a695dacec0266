#pragma once
// Private: the lexicons in use, as members of the JSON that says what bore on a result.
//
//   "{" + describe_lexicons(choice) + "}"  // {"seed_lexicon":"vi-en:6aca7af3c4636dd7","lexicons":[]}

#include <string>
#include <vector>

#include "aligner/pipeline/outside_lexicons.h"

namespace aligner::pipeline {

/// A list of the beginnings of the files' digests: enough to tell them apart, short enough for a report.
std::string list_digests(const std::vector<std::string>& digests);

std::string describe_lexicons(const LexiconChoice& choice);

}  // namespace aligner::pipeline

#pragma once
// ICU regular expressions that come from users' files. Private.
//
//   RegexPtr stop = compile_regex(R"([.!?]+)");       // throws Error saying what is wrong with the expression
//   stop->reset(text);
//   found(stop->lookingAt(status), status, "[.!?]+");  // throws Error where the expression takes too long

#include <memory>
#include <string>

#include <unicode/regex.h>

namespace aligner::segment {

using RegexPtr = std::unique_ptr<icu::RegexMatcher>;

/// Compiles `pattern` (UTF-8) with limits on time and memory that no reasonable rule meets. Throws Error.
RegexPtr compile_regex(const std::string& pattern);

/// Passes `matched` on; throws Error naming `pattern` where ICU gave up on it.
/// `status` is a reference because it is passed in the same call that sets it.
bool found(UBool matched, const UErrorCode& status, const std::string& pattern);

}  // namespace aligner::segment

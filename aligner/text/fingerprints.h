#pragma once
// Language detection with libexttextcat's data from a folder of the caller's choice. Private to the room; the tests
// take the data away to see what remains.
//
//   detect_language_with("The end of the war.", "/nowhere").reason;  // says that the data is missing

#include <string>
#include <string_view>

#include "aligner/text/detect_language.h"

namespace aligner::text {

/// As detect_language. `folder` holds fpdb.conf and the fingerprints it lists; it may be missing.
LanguageGuess detect_language_with(std::string_view utf8, const std::string& folder);

}  // namespace aligner::text

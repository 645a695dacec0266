#pragma once
// Private: a language as readers call it.
//
//   language_name(LanguageTag::parse("vi"), speaker);  // "Vietnamese (vi)", "Tiếng Việt (vi)"

#include <string>

#include "aligner/messages/speaker.h"
#include "aligner/text/language_tag.h"

namespace aligner::report {

/// The name that the reader's language has for it, with the tag behind it; the tag alone where ICU knows no name.
std::string language_name(const text::LanguageTag& tag, const messages::Speaker& speaker);

}  // namespace aligner::report

#pragma once
// Private: a language as people call it.
//
//   language_name(LanguageTag::parse("vi"));  // "Vietnamese (vi)"

#include <string>

#include "aligner/text/language_tag.h"

namespace aligner::report {

/// The English name with the tag behind it; the tag alone where ICU knows no name.
std::string language_name(const text::LanguageTag& tag);

}  // namespace aligner::report

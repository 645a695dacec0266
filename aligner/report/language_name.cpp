#include "aligner/report/language_name.h"

#include <string>

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace aligner::report {

std::string language_name(const text::LanguageTag& tag, const messages::Speaker& speaker) {
  if (tag.is_undetermined()) return speaker.tell("language undetermined");
  icu::UnicodeString name;
  icu::Locale(tag.language().c_str()).getDisplayLanguage(icu::Locale(to_string(speaker.language()).c_str()), name);
  std::string utf8;
  name.toUTF8String(utf8);
  return utf8.empty() || utf8 == tag.language() ? tag.str() : utf8 + " (" + tag.str() + ")";
}

}  // namespace aligner::report

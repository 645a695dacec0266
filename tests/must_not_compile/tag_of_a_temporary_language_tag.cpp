// The tag of a LanguageTag that is gone at the end of the line.

#include "aligner/text/language_tag.h"

using aligner::text::LanguageTag;

std::size_t size_of_tag() {
#ifdef WRONG
  const std::string_view tag = LanguageTag::parse("vi").str();
  return tag.size();
#else
  const LanguageTag parsed = LanguageTag::parse("vi");
  const std::string_view tag = parsed.str();
  return tag.size();
#endif
}

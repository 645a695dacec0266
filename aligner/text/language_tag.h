#pragma once
// LanguageTag: a BCP 47 language tag in canonical case.
//
//   LanguageTag tag = LanguageTag::parse("ZH-hant");
//   tag.str();       // "zh-Hant"
//   tag.language();  // "zh"
//
// Standard: RFC 5646. Well-formedness is checked, registration is not; but primary subtags of four letters and more, of
// which none is registered, are refused ("russian"), and three-letter codes that have a two-letter form get it ("vie"
// is "vi").

#include <string>
#include <string_view>

#include "aligner/error.h"

namespace aligner::text {

class LanguageTag {
 public:
  /// The undetermined language, "und".
  LanguageTag() = default;

  /// Parses and canonicalises `tag` (underscores count as hyphens). Throws Error naming the tag when it is not
  /// well-formed.
  static LanguageTag parse(std::string_view tag);

  /// The same without throwing.
  static Result<LanguageTag> try_parse(std::string_view tag);

  /// The whole tag, for example "mnc-Latn-x-mollend".
  const std::string& str() const& { return tag_; }
  const std::string& str() const&& = delete;

  /// The primary language subtag, for example "mnc".
  std::string language() const;

  /// The script subtag ("Latn"), or empty where the tag names none.
  std::string script() const;

  bool is_undetermined() const { return tag_ == "und"; }

  friend bool operator==(const LanguageTag&, const LanguageTag&) = default;
  friend auto operator<=>(const LanguageTag&, const LanguageTag&) = default;

 private:
  std::string tag_ = "und";
};

}  // namespace aligner::text

#pragma once
// Makes the value of a name from its tokens. Private.
//
//   NameMaker maker(tokens);
//   maker.make(phrase, {.words = {2, 4}, .initials = {0}});  // "N . Muravyov - Amursky"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aligner/anchors/anchor.h"
#include "aligner/anchors/tokens.h"
#include "aligner/text/language_tag.h"

namespace aligner::anchors {

/// Which tokens of a phrase make a name.
struct NameParts {
  std::vector<std::size_t> words;     // without particles and initials; empty gives an empty name
  std::vector<std::size_t> initials;  // the letter, not its dot
};

/// "N" before a dot, "Yu" too.
bool is_initial(const Phrase& phrase, std::size_t at);
/// "St.", "Saint", "Санкт-" before a name: not part of its key.
bool is_saint(const Phrase& phrase, std::size_t at);
/// The hyphen of a compound. Longer dashes part names: "Russia–China".
bool is_hyphen(const Token& token);

/// Remembers the keys of words: a document names the same people again and again. The document must outlive it.
class NameMaker {
 public:
  explicit NameMaker(const TokenizedDocument& document) : document_(document) {}

  Name make(const Phrase& phrase, const NameParts& parts);

 private:
  const std::string& key_of(const Token& token);
  Name make_han(const NameParts& parts, const Phrase& phrase) const;

  const TokenizedDocument& document_;
  std::unordered_map<std::string_view, std::string> keys_;
};

/// Each whole string as one name, without what name_details.h adds; in the order given. Throws Error where one is not
/// UTF-8.
std::vector<Name> read_plain_names(std::span<const std::string_view> names, const text::LanguageTag& language);

}  // namespace aligner::anchors

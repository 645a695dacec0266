#pragma once
// Private: a message catalogue as a text: its translations, in their order.
//
//   PlacedText text = po_text(utf8, "vi.po");
//   text.places.find(0);  // line 24: where the entry of the first translation begins
//
// What is not translated, or fuzzy, or obsolete is left out, and the notes say how much. A template, which has no
// translation, gives its messages. Marks of access keys (&, _) are left out, and so are the directives of messages that
// have a format flag: neither is a word, and "%1$s" is no number.

#include <optional>
#include <string>
#include <string_view>

#include "aligner/documents/placed_text.h"
#include "aligner/text/language_tag.h"

namespace aligner::documents {

struct PoText {
  PlacedText text;
  std::optional<text::LanguageTag> language;  // as the header says; none of a template
};

/// Throws Error as PoReader does.
PoText po_text(std::string_view utf8, const std::string& name);

/// "_File" -> "File", "Mở (&O)..." -> "Mở...": where the message has one mark and the translation too.
std::string without_access_keys(const std::string& translation, const std::string& message);

/// "%d tập tin" -> "tập tin", as the flags of the entry say.
std::string without_directives(const std::string& text, const std::vector<std::string>& flags);

}  // namespace aligner::documents

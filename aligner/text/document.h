#pragma once
// Document: the text of one account. Valid UTF-8, never altered.
//
//   Document account = Document::from_utf8("Ngày 16 tháng 5.", LanguageTag::parse("vi"), "account.txt");
//   account.slice({0, 5});  // "Ngày"
//
// Later rooms rely on the bytes being valid UTF-8: it is checked once, here.

#include <string>
#include <string_view>

#include "aligner/text/language_tag.h"
#include "aligner/text/span.h"

namespace aligner::text {

class Document {
 public:
  /// An empty document in the undetermined language.
  Document() = default;

  /// Takes the bytes as they are. `name` is what messages call the document (a path, usually).
  /// Throws Error naming `name`, the line and the byte offset when the bytes are not valid UTF-8.
  static Document from_utf8(std::string bytes, LanguageTag language, std::string name);

  /// All bytes.
  const std::string& bytes() const& { return bytes_; }
  const std::string& bytes() const&& = delete;

  /// The bytes of `span`. The span must lie inside the document.
  std::string_view slice(Span span) const& { return std::string_view(bytes_).substr(span.begin, span.size()); }
  std::string_view slice(Span span) const&& = delete;

  const LanguageTag& language() const& { return language_; }
  const std::string& name() const& { return name_; }

  friend bool operator==(const Document&, const Document&) = default;

 private:
  std::string bytes_;
  LanguageTag language_;
  std::string name_;
};

}  // namespace aligner::text

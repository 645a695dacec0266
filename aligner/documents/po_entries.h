#pragma once
// PO: the entries of a gettext message catalogue, one after the other.
//
//   std::ifstream in("vi.po", std::ios::binary);
//   PoReader entries(in, "vi.po");
//   while (const auto entry = entries.next()) entry->translations;  // {"Mở tập tin"}
//
// GNU gettext manual, "The Format of PO Files". Bytes are passed on as they are, escapes resolved.

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/text/language_tag.h"

namespace aligner::documents {

struct PoEntry {
  std::size_t line = 0;                // 1-based, of its first keyword
  std::optional<std::string> context;  // msgctxt
  std::string id;
  std::optional<std::string> plural_id;
  std::vector<std::string> translations;  // msgstr, or msgstr[0] and on; empty strings where there is none
  std::vector<std::string> flags;         // "fuzzy", "c-format"

  bool is_header() const { return id.empty() && !context; }
  bool is_translated() const;  // every form of it
  bool has_flag(std::string_view flag) const;
};

/// A field of a header entry: header_field(entry, "Language"). Empty where it is not there.
std::string header_field(const PoEntry& header, std::string_view name);

/// Whether what may be the beginning of a file alone is that of a catalogue: comments, then an entry.
bool looks_like_po(std::string_view bytes);

/// The charset that the header at the beginning of a catalogue names; nothing where it names none.
std::optional<std::string> find_po_charset(std::string_view bytes);

/// The language that a header names ("vi", "pt_BR", "sr@latin"); nothing where it names none.
std::optional<text::LanguageTag> language_of_po(const PoEntry& header);

class PoReader {
 public:
  /// `in` is read from where it stands and must outlive the reader.
  PoReader(std::istream& in, std::string name) : in_(in), name_(std::move(name)) {}

  /// The next entry, obsolete ones left out; nothing at the end. Throws Error naming file, line and remedy where a line
  /// is none of a catalogue, or longer than 64 MiB.
  std::optional<PoEntry> next();

  /// Obsolete entries ("#~") so far.
  std::size_t obsolete_count() const { return obsolete_count_; }

 private:
  bool take_line();
  // `line` has no white space around it.
  void take_comment(std::string_view line);
  void take_keyword(std::string_view line, PoEntry& entry, std::string*& field, std::size_t& words);
  std::string string_in(std::string_view rest) const;
  [[noreturn]] void refuse(const std::string& what) const;

  std::istream& in_;
  std::string name_;
  std::string line_;
  std::size_t number_ = 0;
  bool is_pending_ = false;  // line_ is still to be looked at
  std::size_t obsolete_count_ = 0;
  std::vector<std::string> flags_;
};

}  // namespace aligner::documents

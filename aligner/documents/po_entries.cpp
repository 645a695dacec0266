#include "aligner/documents/po_entries.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "aligner/error.h"
#include "aligner/text/trimmed.h"

namespace aligner::documents {
namespace {

using text::trimmed;

constexpr std::size_t longest_line = std::size_t{64} << 20;
constexpr std::size_t most_forms = 100;     // of a plural
constexpr std::size_t header_reach = 8192;  // bytes within which the charset stands

std::optional<unsigned> digit_of(char c, unsigned base) {
  const unsigned value = c >= '0' && c <= '9'   ? static_cast<unsigned>(c - '0')
                         : c >= 'a' && c <= 'f' ? static_cast<unsigned>(c - 'a') + 10
                         : c >= 'A' && c <= 'F' ? static_cast<unsigned>(c - 'A') + 10
                                                : base;
  return value < base ? std::optional(value) : std::nullopt;
}

// Resolves the escape behind a backslash at `at`, and moves `at` behind it.
void add_escaped(std::string_view text, std::size_t& at, std::string& out) {
  const char c = text[at++];
  constexpr std::string_view letters = "abfnrtv";
  constexpr std::string_view meanings = "\a\b\f\n\r\t\v";
  if (const std::size_t found = letters.find(c); found != std::string_view::npos) {
    out += meanings[found];
    return;
  }
  const bool is_hex = c == 'x';
  if (!is_hex && !digit_of(c, 8)) {
    out += c;
    return;
  }
  const unsigned base = is_hex ? 16 : 8;
  const std::size_t most = is_hex ? 2 : 3;
  if (!is_hex) --at;
  unsigned value = 0;
  for (std::size_t count = 0; count < most && at < text.size(); ++count, ++at) {
    const auto digit = digit_of(text[at], base);
    if (!digit) break;
    value = value * base + *digit;
  }
  out += static_cast<char>(value & 0xFF);
}

}  // namespace

bool PoEntry::is_translated() const {
  return !translations.empty() &&
         std::none_of(translations.begin(), translations.end(), [](const std::string& one) { return one.empty(); });
}

bool PoEntry::has_flag(std::string_view flag) const {
  return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

std::string header_field(const PoEntry& header, std::string_view name) {
  if (header.translations.empty()) return {};
  const std::string& fields = header.translations.front();
  for (std::size_t begin = 0; begin < fields.size();) {
    const std::size_t end = std::min(fields.find('\n', begin), fields.size());
    const std::string_view field = std::string_view(fields).substr(begin, end - begin);
    if (field.starts_with(name) && field.substr(name.size()).starts_with(':')) {
      return std::string(trimmed(field.substr(name.size() + 1)));
    }
    begin = end + 1;
  }
  return {};
}

bool looks_like_po(std::string_view bytes) {
  bytes = trimmed(bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes);
  while (bytes.starts_with('#')) {
    const std::size_t end = bytes.find('\n');
    if (end == std::string_view::npos) return false;
    bytes = trimmed(bytes.substr(end));
  }
  if (!bytes.starts_with("msgid \"") && !bytes.starts_with("msgctxt \"")) return false;
  return bytes.find("msgstr") != std::string_view::npos;
}

std::optional<std::string> find_po_charset(std::string_view bytes) {
  constexpr std::string_view word = "charset=";
  const std::size_t found = bytes.substr(0, header_reach).find(word);
  if (found == std::string_view::npos) return std::nullopt;
  const std::string_view rest = bytes.substr(found + word.size(), 40);
  const std::string name(rest.substr(0, std::min(rest.find_first_of("\\\" ;\r\n"), rest.size())));
  return name.empty() || name == "CHARSET" ? std::nullopt : std::optional(name);
}

std::optional<text::LanguageTag> language_of_po(const PoEntry& header) {
  std::string named = header_field(header, "Language");
  named = named.substr(0, named.find('.'));
  const std::size_t at = named.find('@');
  const std::string variant = at == std::string::npos ? "" : named.substr(at + 1);
  named = named.substr(0, at);
  std::replace(named.begin(), named.end(), '_', '-');
  if (variant == "latin") named.insert(std::min(named.find('-'), named.size()), "-Latn");
  if (variant == "cyrillic") named.insert(std::min(named.find('-'), named.size()), "-Cyrl");
  if (named.empty()) return std::nullopt;
  const auto tag = text::LanguageTag::try_parse(named);
  return tag && !tag.value().is_undetermined() ? std::optional(tag.value()) : std::nullopt;
}

void PoReader::refuse(const std::string& what) const {
  throw Error(name_ + ":" + std::to_string(number_) + ": " + what);
}

bool PoReader::take_line() {
  if (is_pending_) {
    is_pending_ = false;
    return true;
  }
  line_.clear();
  std::streambuf& bytes = *in_.rdbuf();
  using Traits = std::char_traits<char>;
  ++number_;
  while (true) {
    const Traits::int_type byte = bytes.sbumpc();
    if (Traits::eq_int_type(byte, Traits::eof())) return !line_.empty();
    const char c = Traits::to_char_type(byte);
    if (c == '\n') return true;
    if (line_.size() == longest_line) refuse("is longer than 64 MiB; is this a catalogue?");
    line_ += c;
  }
}

void PoReader::take_comment(std::string_view line) {
  if (line.starts_with("#~")) {
    const std::string_view rest = trimmed(line.substr(2));
    if (rest.starts_with("msgid ") || rest.starts_with("msgid\"")) ++obsolete_count_;
    flags_.clear();  // those of an obsolete entry
    return;
  }
  if (!line.starts_with("#,")) return;
  for (std::size_t begin = 2; begin < line.size();) {
    const std::size_t end = std::min(line.find(',', begin), line.size());
    flags_.emplace_back(trimmed(line.substr(begin, end - begin)));
    begin = end + 1;
  }
}

std::string PoReader::string_in(std::string_view rest) const {
  rest = trimmed(rest);
  const bool is_quoted = rest.size() >= 2 && rest.front() == '"' && rest.back() == '"';
  if (!is_quoted) refuse("has no string in quotation marks; write \"...\", all on one line");
  rest = rest.substr(1, rest.size() - 2);
  std::string text;
  for (std::size_t at = 0; at < rest.size();) {
    const char c = rest[at++];
    if (c == '"') refuse("has a quotation mark within a string; write \\\" for it");
    if (c != '\\') {
      text += c;
      continue;
    }
    if (at == rest.size()) refuse("ends in a backslash; write \\\\ for it");
    add_escaped(rest, at, text);
  }
  return text;
}

void PoReader::take_keyword(std::string_view rest, PoEntry& entry, std::string*& field, std::size_t& words) {
  const auto is_keyword = [&rest](std::string_view keyword) {
    if (!rest.starts_with(keyword)) return false;
    const std::string_view behind = rest.substr(keyword.size());
    if (!behind.starts_with(' ') && !behind.starts_with('\t') && !behind.starts_with('"')) return false;
    rest = behind;
    return true;
  };
  if (rest.starts_with('"')) {
    if (field == nullptr) refuse("is a string that nothing names; write msgid or msgstr before it");
  } else if (is_keyword("msgctxt")) {
    field = &entry.context.emplace();
  } else if (is_keyword("msgid_plural")) {
    field = &entry.plural_id.emplace();
  } else if (is_keyword("msgid")) {
    field = &entry.id;
  } else if (rest.starts_with("msgstr[")) {
    std::size_t form = 0;
    const std::string_view digits = rest.substr(7);
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), form);
    const auto used = static_cast<std::size_t>(end - digits.data());
    if (problem != std::errc() || form >= most_forms || !digits.substr(used).starts_with(']')) {
      refuse("has a plural form that is none; write msgstr[0], msgstr[1] and on");
    }
    rest = digits.substr(used + 1);
    if (entry.translations.size() <= form) entry.translations.resize(form + 1);
    field = &entry.translations[form];
  } else if (is_keyword("msgstr")) {
    if (entry.translations.empty()) entry.translations.emplace_back();
    field = &entry.translations.front();
  } else {
    refuse("is no line of a message catalogue (msgctxt, msgid, msgid_plural, msgstr, a string, a comment); correct it");
  }
  *field += string_in(rest);
  ++words;
}

std::optional<PoEntry> PoReader::next() {
  PoEntry entry;
  std::string* field = nullptr;
  std::size_t words = 0;
  while (take_line()) {
    const std::string_view line =
        trimmed(number_ == 1 && line_.starts_with("\xEF\xBB\xBF") ? std::string_view(line_).substr(3)
                                                                  : std::string_view(line_));
    const bool begins_entry = line.starts_with('#') || line.starts_with("msgctxt") ||
                              (line.starts_with("msgid") && !line.starts_with("msgid_plural"));
    const bool is_whole = words > 0 && !entry.translations.empty();
    if (is_whole && begins_entry) {
      is_pending_ = true;
      break;
    }
    if (line.empty()) continue;
    if (line.starts_with('#')) {
      take_comment(line);
      continue;
    }
    if (words == 0) entry.line = number_;
    take_keyword(line, entry, field, words);
  }
  if (words == 0) return std::nullopt;
  if (entry.translations.empty()) refuse("ends within an entry; the file may be cut off: copy it again");
  entry.flags = std::move(flags_);
  flags_.clear();
  return entry;
}

}  // namespace aligner::documents

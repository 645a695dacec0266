#include "aligner/interchange/termbase_files.h"

#include <algorithm>

#include "aligner/interchange/term_forms.h"
#include "aligner/text/read_bytes.h"

namespace aligner::interchange {
namespace {

std::string_view without_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes;
}

char first_letter(std::string_view bytes) {
  const std::size_t at = bytes.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? '\0' : bytes[at];
}

// The header of a table is its first line that is no comment and not blank.
bool is_comma_table(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (line.starts_with('#') || line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    return line.find('\t') == std::string_view::npos && line.find_first_of(",;") != std::string_view::npos;
  }
  return false;
}

bool is_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

}  // namespace

bool is_time(std::string_view text) {
  constexpr std::string_view form = "0000-00-00T00:00:00Z";
  const auto fits = [](char letter, char pattern) {
    return pattern == '0' ? letter >= '0' && letter <= '9' : letter == pattern;
  };
  return std::equal(text.begin(), text.end(), form.begin(), form.end(), fits);
}

WrittenTerms write_termbase(const terms::Termbase& base, TermFormat format) {
  switch (format) {
    case TermFormat::tsv:
      return write_term_table(base, TableForm::tsv);
    case TermFormat::csv:
      return write_term_table(base, TableForm::csv);
    case TermFormat::xlsx:
      return write_term_table(base, TableForm::xlsx);
    case TermFormat::json:
      return write_term_json(base);
    case TermFormat::tbx:
      return write_tbx(base, TbxVersion::v2);
    case TermFormat::tbx3:
      return write_tbx(base, TbxVersion::v3);
  }
  return {};
}

ReadTerms parse_termbase(std::string_view bytes, const std::string& name) {
  if (bytes.size() > largest_term_file) text::refuse_size(name, largest_term_file);
  if (bytes.starts_with("PK")) return parse_term_workbook(bytes, name);
  const char first = first_letter(without_mark(bytes));
  if (first == '<' || is_utf16(bytes)) return parse_tbx(bytes, name);
  if (first == '{') return parse_term_json(without_mark(bytes), name);
  if (is_comma_table(without_mark(bytes))) return {.base = {.terms = terms::parse_terms_csv(bytes, name)}};
  return {.base = {.terms = terms::parse_terms(bytes, name)}};
}

ReadTerms read_termbase(const std::filesystem::path& path) {
  return parse_termbase(text::read_bytes(path, largest_term_file), text::name_of(path));
}

}  // namespace aligner::interchange

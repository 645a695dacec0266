#include "aligner/documents/format.h"

#include <algorithm>
#include <array>

#include "aligner/documents/po_entries.h"
#include "aligner/documents/zip_members.h"
#include "aligner/error.h"

namespace aligner::documents {
namespace {

constexpr std::size_t pdf_reach = 1024;  // bytes within which a PDF begins
constexpr std::size_t head_size = 8192;  // bytes that tell what a file is

struct FormatName {
  DocumentFormat format;
  std::string_view name;
};

constexpr std::array<FormatName, 9> names{{{DocumentFormat::text, "text"},
                                           {DocumentFormat::docx, "docx"},
                                           {DocumentFormat::odt, "odt"},
                                           {DocumentFormat::html, "html"},
                                           {DocumentFormat::epub, "epub"},
                                           {DocumentFormat::pdf, "pdf"},
                                           {DocumentFormat::po, "po"},
                                           {DocumentFormat::srt, "srt"},
                                           {DocumentFormat::vtt, "vtt"}}};

constexpr std::array<FormatName, 14> endings{{{DocumentFormat::text, "txt"},
                                              {DocumentFormat::text, "md"},
                                              {DocumentFormat::docx, "docx"},
                                              {DocumentFormat::docx, "docm"},
                                              {DocumentFormat::odt, "odt"},
                                              {DocumentFormat::html, "html"},
                                              {DocumentFormat::html, "htm"},
                                              {DocumentFormat::html, "xhtml"},
                                              {DocumentFormat::epub, "epub"},
                                              {DocumentFormat::pdf, "pdf"},
                                              {DocumentFormat::po, "po"},
                                              {DocumentFormat::po, "pot"},
                                              {DocumentFormat::srt, "srt"},
                                              {DocumentFormat::vtt, "vtt"}}};

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

std::optional<DocumentFormat> format_of_ending(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos) return std::nullopt;
  const std::string ending = in_small_letters(std::string_view(name).substr(dot + 1));
  for (const FormatName& one : endings) {
    if (one.name == ending) return one.format;
  }
  return std::nullopt;
}

// The first bytes as letters of ASCII, also those of UTF-16; without a byte order mark and white space.
std::string letters_of(std::string_view bytes) {
  std::string head(bytes.substr(0, head_size));
  const bool is_utf16 = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
  if (is_utf16) std::erase(head, '\0');
  std::size_t begin = is_utf16 ? 2 : head.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  begin = std::min(head.find_first_not_of(" \t\r\n", begin), head.size());
  return head.substr(begin);
}

bool is_html(std::string_view letters) {
  std::string head = in_small_letters(letters);
  // An XML declaration, comments.
  while (head.starts_with("<?xml") || head.starts_with("<!--")) {
    const std::string_view close = head.starts_with("<?") ? "?>" : "-->";
    const std::size_t end = head.find(close);
    if (end == std::string::npos) return false;
    head.erase(0, std::min(head.find_first_not_of(" \t\r\n", end + close.size()), head.size()));
  }
  return head.starts_with("<!doctype html") || head.starts_with("<html");
}

bool is_vtt(std::string_view letters) {
  constexpr std::string_view signature = "WEBVTT";
  if (!letters.starts_with(signature)) return false;
  return letters.size() == signature.size() ||
         std::string_view(" \t\r\n").find(letters[signature.size()]) != std::string_view::npos;
}

// A number on a line of its own, then a line with a time and an arrow.
bool is_srt(std::string_view letters) {
  const std::size_t digits = std::min(letters.find_first_not_of("0123456789"), letters.size());
  const std::size_t time = std::min(letters.find_first_not_of(" \t\r\n", digits), letters.size());
  if (digits == 0 || letters.substr(digits, time - digits).find('\n') == std::string_view::npos) return false;
  const std::string_view line = letters.substr(time, std::min(letters.find('\n', time), letters.size()) - time);
  return line.find("-->") != std::string_view::npos && line.find(':') != std::string_view::npos;
}

DocumentFormat format_of_archive(std::string_view bytes, const std::string& name,
                                 const std::optional<DocumentFormat>& ending) {
  constexpr std::size_t local_header = 30;
  const std::string_view first = bytes.substr(std::min(bytes.size(), local_header), 100);
  if (first.starts_with("mimetypeapplication/vnd.oasis.opendocument.text")) return DocumentFormat::odt;
  if (first.starts_with("mimetypeapplication/epub+zip")) return DocumentFormat::epub;
  const std::vector<ZipMember> members = read_zip_members(bytes, name);
  const auto has = [&members](std::string_view wanted) {
    return std::any_of(members.begin(), members.end(), [wanted](const ZipMember& one) { return one.name == wanted; });
  };
  if (has("word/document.xml") || has("word/document2.xml")) return DocumentFormat::docx;
  if (has("META-INF/container.xml")) return DocumentFormat::epub;
  const bool is_hinted = ending && (*ending == DocumentFormat::docx || *ending == DocumentFormat::odt);
  if (has("content.xml") && has("META-INF/manifest.xml") && is_hinted) return DocumentFormat::odt;
  throw Error(name +
              ": is an archive, but no DOCX, ODT or EPUB; save the text in it as one of these, or as plain text");
}

}  // namespace

std::string to_string(DocumentFormat format) {
  for (const FormatName& one : names) {
    if (one.format == format) return std::string(one.name);
  }
  return "text";
}

std::optional<DocumentFormat> parse_format(std::string_view name) {
  for (const FormatName& one : names) {
    if (one.name == name) return one.format;
  }
  return std::nullopt;
}

std::vector<std::string> format_names() {
  std::vector<std::string> list;
  for (const FormatName& one : names) list.emplace_back(one.name);
  return list;
}

DocumentFormat find_format(std::string_view bytes, const std::string& name) {
  const std::optional<DocumentFormat> ending = format_of_ending(name);
  if (bytes.starts_with("PK\x03\x04")) return format_of_archive(bytes, name, ending);
  // Some have something before it.
  const bool is_pdf =
      bytes.starts_with("%PDF-") ||
      (ending == DocumentFormat::pdf && bytes.substr(0, pdf_reach).find("%PDF-") != std::string_view::npos);
  if (is_pdf) return DocumentFormat::pdf;
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
    throw Error(name +
                ": is a document of an old Word, or one that a password protects; save it as DOCX without a password");
  }
  if (ending == DocumentFormat::text) return DocumentFormat::text;
  const std::string letters = letters_of(bytes);
  if (is_html(letters)) return DocumentFormat::html;
  if (is_vtt(letters)) return DocumentFormat::vtt;
  if (is_srt(letters)) return DocumentFormat::srt;
  if (looks_like_po(letters)) return DocumentFormat::po;
  const bool is_text_form = ending == DocumentFormat::html || ending == DocumentFormat::po ||
                            ending == DocumentFormat::srt || ending == DocumentFormat::vtt;
  if (is_text_form) return *ending;
  if (ending && *ending != DocumentFormat::text && !letters.empty()) {
    throw Error(name + ": has the name of a " + to_string(*ending) +
                " file, and is none; save it again where it was made, or give its format with --from");
  }
  return DocumentFormat::text;
}

}  // namespace aligner::documents

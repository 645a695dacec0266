#include "aligner/documents/read_file.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "aligner/documents/po_entries.h"
#include "aligner/documents/po_text.h"
#include "aligner/documents/read_pandoc.h"
#include "aligner/documents/read_pdf.h"
#include "aligner/documents/subtitles.h"
#include "aligner/documents/zip_members.h"
#include "aligner/error.h"
#include "aligner/text/digest.h"
#include "aligner/text/read_bytes.h"

namespace aligner::documents {
namespace {

constexpr std::size_t largest_archive_text = std::size_t{256} << 20;  // bytes, unpacked
constexpr std::size_t declaration_reach = 4096;                       // bytes within which a page names its encoding

// The name behind "charset=" or, of XML, "encoding=" near the beginning; nothing where there is none, or it cannot be
// true.
std::optional<std::string> declared_encoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, declaration_reach);
  for (const std::string_view word : {"charset=", "encoding="}) {
    const std::size_t found = head.find(word);
    if (found == std::string_view::npos) continue;
    std::string_view rest = head.substr(found + word.size());
    rest.remove_prefix(std::min(rest.find_first_not_of("\"' "), rest.size()));
    const std::string name(rest.substr(0, std::min(rest.find_first_of("\"'/> ;?"), rest.size())));
    const bool is_wide = name.starts_with("UTF-16") || name.starts_with("utf-16");
    if (!name.empty() && name.size() < 30 && !is_wide) return name;
  }
  return std::nullopt;
}

// A file that is text, decoded; the language is that of what is found in it.
text::ReadDocument decode(std::string bytes, const std::string& name, const FileOptions& options,
                          std::optional<std::string> declared) {
  const bool has_mark =
      bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xEF\xBB\xBF");
  if (options.encoding) {
    declared = options.encoding;
  } else if (has_mark) {
    declared.reset();
  }
  return text::read_document_bytes(
      std::move(bytes), name,
      {.encoding = std::move(declared), .language = text::LanguageTag(), .byte_limit = options.byte_limit});
}

struct Extracted {
  PlacedText text;
  std::string encoding = "UTF-8";
  bool is_encoding_assumed = false;
  std::vector<std::string> notes;             // of decoding
  std::optional<text::LanguageTag> language;  // as the file says
};

Extracted with_decoding(const text::ReadDocument& decoded) {
  Extracted made;
  made.encoding = decoded.encoding;
  made.is_encoding_assumed = decoded.encoding_assumed;
  made.notes = decoded.notes;
  return made;
}

Extracted extract(std::string bytes, DocumentFormat format, const std::string& name, const FileOptions& options) {
  if (format == DocumentFormat::pdf) return {.text = read_pdf(bytes, name, options.limits)};
  if (format == DocumentFormat::docx || format == DocumentFormat::odt || format == DocumentFormat::epub) {
    check_zip(bytes, name, largest_archive_text);
    return {.text = read_pandoc(bytes, {.format = to_string(format), .document = name, .limits = options.limits})};
  }
  std::optional<std::string> declared;
  if (format == DocumentFormat::html) declared = declared_encoding(bytes);
  if (format == DocumentFormat::po) declared = find_po_charset(bytes);
  const text::ReadDocument decoded = decode(std::move(bytes), name, options, std::move(declared));
  const std::string& utf8 = decoded.document.bytes();
  Extracted made = with_decoding(decoded);
  if (format == DocumentFormat::html) {
    made.text = read_pandoc(utf8, {.format = "html", .document = name, .limits = options.limits});
  } else if (format == DocumentFormat::po) {
    PoText catalogue = po_text(utf8, name);
    made.text = std::move(catalogue.text);
    made.language = std::move(catalogue.language);
  } else {
    made.text = subtitle_text(utf8, name);
  }
  return made;
}

std::string in_capitals(std::string word) {
  for (char& c : word) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return word;
}

}  // namespace

ReadFile read_file_bytes(std::string bytes, const std::string& name, const FileOptions& options) {
  if (bytes.size() > options.byte_limit) text::refuse_size(name, options.byte_limit);
  ReadFile file;
  file.format = options.format ? *options.format : find_format(bytes, name);
  if (file.format == DocumentFormat::text) {
    file.read = text::read_document_bytes(
        std::move(bytes), name,
        {.encoding = options.encoding, .language = options.language, .byte_limit = options.byte_limit});
    return file;
  }
  std::string sha256 = text::sha256_hex(bytes);
  Extracted made = extract(std::move(bytes), file.format, name, options);
  std::vector<std::string> notes = std::move(made.notes);
  notes.push_back(name + ": read as " + in_capitals(to_string(file.format)));
  for (const std::string& note : made.text.notes) notes.push_back(name + ": " + note);
  std::optional<text::LanguageTag> language = options.language;
  if (!language && made.language) {
    language = made.language;
    notes.push_back(name + ": language " + language->str() + " (its header says so)");
  }
  file.read = text::read_document_bytes(std::move(made.text.text), name,
                                        {.encoding = "UTF-8", .language = language, .byte_limit = options.byte_limit});
  file.places = std::move(made.text.places);
  file.read.sha256 = std::move(sha256);
  file.read.encoding = std::move(made.encoding);
  file.read.encoding_assumed = made.is_encoding_assumed;
  notes.insert(notes.end(), file.read.notes.begin(), file.read.notes.end());
  file.read.notes = std::move(notes);
  return file;
}

ReadFile read_file(const std::filesystem::path& path, const FileOptions& options) {
  return read_file_bytes(text::read_bytes(path, options.byte_limit), text::name_of(path), options);
}

}  // namespace aligner::documents

#pragma once
// Reads a file of any form into a Document, and says where its parts stand in the file.
//
//   ReadFile read = read_file("account.docx", {.language = LanguageTag::parse("vi")});
//   read.read.document.bytes();                     // paragraphs, a blank line between two
//   to_string(*read.places.find(0));                // "paragraph 1"
//
// Plain text is read by text::read_document and stays as it is; it has no places. DOCX, ODT, HTML and EPUB are read by
// pandoc, PDF by pdftotext, as children with limits; PO, SRT and VTT here. What a file is shows in its first bytes.

#include <filesystem>
#include <optional>
#include <string>

#include "aligner/documents/format.h"
#include "aligner/documents/reading_limits.h"
#include "aligner/text/places.h"
#include "aligner/text/read_document.h"

namespace aligner::documents {

struct FileOptions {
  std::optional<DocumentFormat> format;       // told from the file where absent
  std::optional<std::string> encoding;        // of text, HTML, PO and subtitles; as they say, or detected, where absent
  std::optional<text::LanguageTag> language;  // as a catalogue says, or detected, where absent
  std::size_t byte_limit = 256u << 20;        // larger files are refused
  ReadingLimits limits = {};
};

struct ReadFile {
  text::ReadDocument read;  // the digest is that of the file's own bytes
  text::Places places;      // none of plain text
  DocumentFormat format = DocumentFormat::text;
};

/// Reads `path` ("-" is standard input). Throws Error naming the file, where possible the place in it, and the remedy:
/// as text::read_document does; where a program that is needed is missing, fails, or takes more than `limits` gives it;
/// where an archive or a form is broken; where there is no text.
ReadFile read_file(const std::filesystem::path& path, const FileOptions& options = {});

/// The same from bytes in memory; `name` stands for the path in messages, and its ending helps to tell the format.
ReadFile read_file_bytes(std::string bytes, const std::string& name, const FileOptions& options = {});

}  // namespace aligner::documents

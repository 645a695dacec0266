#pragma once
// Reads a file into a Document: finds the encoding and the language, or takes what the caller knows.
//
//   ReadDocument read = read_document("account.txt", {.language = LanguageTag::parse("vi")});
//   read.document.bytes();  // UTF-8, line ends as in the file, no byte order mark
//   read.notes;             // {"account.txt: read as windows-1258 (detected; give the encoding if this is wrong)"}
//
// Nothing is guessed silently: whatever was assumed rather than known stands in `notes`.
// Encodings: UTF-8, UTF-16 (with a mark, or detected), and by name or detection windows-1258, VISCII, TCVN 5712,
// KOI8-R, windows-1251 and every converter ICU knows.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "aligner/text/document.h"

namespace aligner::text {

struct ReadOptions {
  std::optional<std::string> encoding;  // name of the encoding; detected where absent
  std::optional<LanguageTag> language;  // detected where absent
  std::size_t byte_limit = 256u << 20;  // larger files are refused
};

struct ReadDocument {
  Document document;
  std::string encoding;           // canonical name of the encoding that was read, "UTF-8", "windows-1258", "TCVN5712-1"
  bool encoding_assumed = false;  // true when it was detected rather than given or plain UTF-8
  bool language_assumed = false;  // true when the language was detected rather than given
  std::string sha256;             // hexadecimal digest of the file's own bytes
  std::vector<std::string> notes;  // what was assumed, one sentence each, beginning with the document's name
};

/// Reads `path` ("-" is standard input). Throws Error naming the file, where possible the line, and the remedy: when
/// the file cannot be read, is a directory, is binary, exceeds the limit, or does not decode in its encoding. An empty
/// file (or one of white space only) is an error too.
ReadDocument read_document(const std::filesystem::path& path, const ReadOptions& options = {});

/// The same from bytes in memory; `name` stands for the path in messages.
ReadDocument read_document_bytes(std::string bytes, const std::string& name, const ReadOptions& options = {});

}  // namespace aligner::text

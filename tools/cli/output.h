#pragma once
// Where results and talk go.
//
//   write_output(report, "result.json");  // whole or not at all
//   write_output(report, "-");            // standard output

#include <string>
#include <string_view>
#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/messages/language.h"

namespace tungse {

/// Writes to a file by way of a new file beside it, so that an old result is never half overwritten. "" and "-" are
/// standard output. Throws aligner::Error naming the file when something cannot be written (a full disk, a closed
/// pipe).
void write_output(std::string_view bytes, const std::string& path);

/// The same piece by piece, for what is larger than memory:
///   OutputFile file("pairs.tmx"); file.write(bytes); file.write(more); file.commit();
/// Without commit() nothing appears. Standard output, a pipe or a device has it as it comes.
class OutputFile {
 public:
  explicit OutputFile(std::string path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::string_view bytes);
  void commit();

 private:
  void flush();

  std::string path_;
  std::string draft_;  // empty: written to directly
  int file_ = -1;
  std::string buffer_;
};

/// One line each on standard error.
void say(const std::string& line);
void say_notes(const aligner::align::AlignedTexts& texts);

/// An error on standard error: "tungse: ..." or, where JSON was asked for, {"error": {"message": ..., "exit": ...}}.
void say_error(const std::string& message, int exit_code, bool as_json);

/// Formats of an alignment.
enum class Format { report, ladder, tsv, json, html, markdown };
/// `language` is that of reports, and of html and markdown.
std::string render(const aligner::align::AlignedTexts& texts, Format format, bool to_terminal,
                   aligner::messages::Language language);

/// The format a name stands for; the names are checked by the command line.
Format format_of(const std::string& name);

/// Seconds since 1970 as ISO 8601 UTC, now.
std::string now_utc();

}  // namespace tungse

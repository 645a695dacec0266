#include "tools/cli/output.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "aligner/error.h"
#include "aligner/interchange/ladder.h"
#include "aligner/interchange/tsv.h"
#include "aligner/report/html_report.h"
#include "aligner/report/json_report.h"
#include "aligner/report/markdown_report.h"
#include "aligner/report/text_report.h"

#include "tools/cli/terminal.h"

namespace tungse {
namespace {

[[noreturn]] void refuse(const std::string& path, const std::string& what) {
  throw aligner::Error(path + ": cannot be written (" + what + "); name another place with --output, or make room");
}

void write_all(int file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) refuse(path, std::strerror(errno));
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

void write_output(std::string_view bytes, const std::string& path) {
  if (path.empty() || path == "-") {
    write_all(STDOUT_FILENO, bytes, "standard output");
    return;
  }
  OutputFile file(path);
  file.write(bytes);
  file.commit();
}

OutputFile::OutputFile(std::string path) : path_(std::move(path)) {
  if (path_.empty() || path_ == "-") {
    path_ = "standard output";
    file_ = dup(STDOUT_FILENO);
    if (file_ < 0) refuse(path_, std::strerror(errno));
    return;
  }
  std::error_code ignored;  // what is no ordinary file (a pipe, /dev/stdout) is written to directly
  if (std::filesystem::exists(path_, ignored) && !std::filesystem::is_regular_file(path_, ignored)) {
    file_ = open(path_.c_str(), O_WRONLY);
  } else {
    draft_ = path_ + ".part" + std::to_string(getpid());
    file_ = open(draft_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  }
  if (file_ < 0) refuse(path_, std::strerror(errno));
}

OutputFile::~OutputFile() {
  if (file_ < 0) return;
  close(file_);
  if (!draft_.empty()) unlink(draft_.c_str());
}

void OutputFile::write(std::string_view bytes) {
  constexpr std::size_t enough = 1U << 16;
  buffer_ += bytes;
  if (buffer_.size() >= enough) flush();
}

void OutputFile::flush() {
  write_all(file_, buffer_, path_);
  buffer_.clear();
}

void OutputFile::commit() {
  flush();
  if (!draft_.empty() && fsync(file_) != 0 && errno != EINVAL) refuse(path_, std::strerror(errno));
  if (!draft_.empty() && std::rename(draft_.c_str(), path_.c_str()) != 0) refuse(path_, std::strerror(errno));
  close(file_);
  file_ = -1;
}

void say(const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); }

void say_notes(const aligner::align::AlignedTexts& texts) {
  for (const std::string& note : texts.source.notes) say("tungse: " + note);
  for (const std::string& note : texts.target.notes) say("tungse: " + note);
}

void say_error(const std::string& message, int exit_code, bool as_json) {
  if (!as_json) {
    say("tungse: " + message);
    return;
  }
  const nlohmann::ordered_json error = {{"error", {{"message", message}, {"exit", exit_code}}}};
  say(error.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

std::string render(const aligner::align::AlignedTexts& texts, Format format, bool to_terminal,
                   aligner::messages::Language language) {
  switch (format) {
    case Format::report: {
      aligner::report::TextReportOptions options;
      options.width = terminal_width();
      options.colour = to_terminal && may_colour() ? aligner::report::Colour::yes : aligner::report::Colour::no;
      options.language = language;
      return aligner::report::text_report(texts, options);
    }
    case Format::ladder:
      return aligner::interchange::write_ladder(texts.alignment);
    case Format::tsv:
      return aligner::interchange::write_tsv(texts);
    case Format::json: {
      aligner::report::JsonReportOptions options;
      options.version = TUNGSE_VERSION;
      return aligner::report::json_report(texts, options);
    }
    case Format::html:
      return aligner::report::html_report(texts, {.language = language});
    case Format::markdown:
      return aligner::report::markdown_report(texts, {.language = language});
  }
  return {};
}

Format format_of(const std::string& name) {
  if (name == "ladder") return Format::ladder;
  if (name == "tsv") return Format::tsv;
  if (name == "html") return Format::html;
  if (name == "markdown") return Format::markdown;
  return name == "json" ? Format::json : Format::report;
}

std::string now_utc() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

}  // namespace tungse

#include "aligner/interchange/pair_reader.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <sstream>
#include <utility>

#include "aligner/documents/po_entries.h"
#include "aligner/error.h"
#include "aligner/interchange/pair_collector.h"
#include "aligner/interchange/xml_bytes.h"

namespace aligner::interchange {
namespace {

constexpr std::size_t head_size = 4096;                          // bytes that tell what a file is
constexpr std::size_t largest_decoded = std::size_t{256} << 20;  // bytes of a file that is not UTF-8

std::string head_of(std::istream& in) {
  std::string head(head_size, '\0');
  in.clear();
  in.seekg(0);
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  in.clear();
  in.seekg(0);
  return head;
}

bool is_utf16(std::string_view head) { return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"); }

bool declares_other_encoding(std::string_view head) {
  if (!head.starts_with("<?xml")) return false;
  std::string declaration(head.substr(0, std::min(head.find("?>"), head.size())));
  std::transform(declaration.begin(), declaration.end(), declaration.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  const bool is_plain = declaration.find("UTF-8") != std::string::npos ||
                        declaration.find("US-ASCII") != std::string::npos ||
                        declaration.find("UTF8") != std::string::npos;
  return declaration.find("ENCODING") != std::string::npos && !is_plain;
}

std::string all_of(std::istream& in, const std::string& name) {
  std::string bytes;
  for (std::string block(1U << 16, '\0');
       in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0;) {
    bytes.append(block.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > largest_decoded) {
      throw Error(name + ": is not UTF-8, and larger than 256 MiB; convert it to UTF-8");
    }
  }
  return bytes;
}

// UTF-8 without a mark, from the beginning: `in` itself, or what it was decoded to.
class Utf8Input {
 public:
  Utf8Input(std::istream& in, const std::string& name) : in_(&in) {
    std::string head = head_of(in);
    if (is_utf16(head) || declares_other_encoding(head)) {
      decode(read_xml_bytes(all_of(in, name), name, {}, largest_decoded));
      head = head_of(*in_);
    }
    const auto charset = documents::looks_like_po(head) ? documents::find_po_charset(head) : std::nullopt;
    if (charset && !head.starts_with("\xEF\xBB\xBF") && *charset != "UTF-8" && *charset != "utf-8") {
      decode(text::read_document_bytes(
          all_of(in, name), name,
          {.encoding = charset, .language = text::LanguageTag(), .byte_limit = largest_decoded}));
      head = head_of(*in_);
    }
    if (head.starts_with("\xEF\xBB\xBF")) {
      in_->seekg(3);
      head.erase(0, 3);
    }
    head_ = std::move(head);
  }

  std::istream& stream() { return *in_; }
  const std::string& head() const { return head_; }

 private:
  void decode(const text::ReadDocument& read) {
    decoded_ = std::make_unique<std::istringstream>(read.document.bytes());
    in_ = decoded_.get();
  }

  std::istream* in_;  // not owned, or decoded_
  std::unique_ptr<std::istringstream> decoded_;
  std::string head_;
};

// By the first bytes of an archive, whatever was said: a workbook's name says less. Old and encrypted ones are no
// archives.
bool is_workbook(std::string_view head, const std::string& name, std::optional<PairFormat> format) {
  if (head.starts_with("\xD0\xCF\x11\xE0")) {
    throw Error(name + ": is a workbook of an old kind, or one with a password; save it as .xlsx without one");
  }
  const bool is_archive = head.starts_with("PK");
  if (format == PairFormat::xlsx && !is_archive) {
    throw Error(name + ": is no workbook (.xlsx); leave --format out, or name what it is");
  }
  return is_archive && (!format || *format == PairFormat::xlsx);
}

PairFormat format_of(std::string_view head, const std::string& name) {
  const std::string_view start = head.substr(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
  const std::string_view line = start.substr(0, std::min(start.find('\n'), start.size()));
  if (start.empty()) throw Error(name + ": holds nothing; give another file");
  if (start.front() == '<') return PairFormat::tmx;  // or XLIFF, as its root says
  if (start.front() == '{') return PairFormat::jsonl;
  const bool is_named_po = start.front() == '#' && (name.ends_with(".po") || name.ends_with(".pot"));
  if (is_named_po || documents::looks_like_po(start)) return PairFormat::po;
  if (start.front() == '[' && line.find(']') != std::string_view::npos && line.find('\t') == std::string_view::npos) {
    throw Error(name + ": looks like a ladder, which has no texts; give these with --source-text and --target-text");
  }
  if (line.find('\t') != std::string_view::npos) return PairFormat::tsv;
  if (line.find_first_of(",;") != std::string_view::npos) return PairFormat::csv;
  throw Error(name +
              ": has neither tabs nor commas in its first line, and is no XML or JSON; name what it is with --format");
}

}  // namespace

PairsRead read_pairs(std::istream& in, const std::string& name, const ReadPairsOptions& options, const PairSink& sink) {
  if (is_workbook(head_of(in), name, options.format)) {
    PairCollector pairs(name, options, sink);
    return read_xlsx_pairs(in, pairs, name);
  }
  Utf8Input input(in, name);
  const PairFormat format = options.format ? *options.format : format_of(input.head(), name);
  PairCollector pairs(name, options, sink);
  switch (format) {
    case PairFormat::tmx:
    case PairFormat::xliff:
    case PairFormat::xliff12:
      return read_xml_pairs(input.stream(), pairs, name);
    case PairFormat::po:
      return read_po_pairs(input.stream(), pairs, name);
    case PairFormat::jsonl:
      return read_json_pairs(input.stream(), pairs, name);
    case PairFormat::tsv:
    case PairFormat::csv:
    case PairFormat::hunalign:
      return read_table_pairs(input.stream(), pairs, format, name);
    case PairFormat::xlsx:
    case PairFormat::moses:
      break;
  }
  throw Error(name + ": a Moses pair is two files; give both");
}

PairsRead read_line_pairs(std::istream& source, const std::string& source_name, std::istream& target,
                          const std::string& target_name, const ReadPairsOptions& options, const PairSink& sink) {
  Utf8Input from(source, source_name);
  Utf8Input to(target, target_name);
  PairCollector pairs(source_name, options, sink);
  std::size_t from_count = 0;
  std::size_t to_count = 0;
  while (true) {
    std::optional<std::string> one = take_line(from.stream(), source_name, from_count + 1);
    std::optional<std::string> other = take_line(to.stream(), target_name, to_count + 1);
    from_count += one ? 1 : 0;
    to_count += other ? 1 : 0;
    if (!one && !other) return pairs.finish(PairFormat::moses);
    if (one && other) pairs.take({.source = std::move(*one), .target = std::move(*other)}, from_count);
    if (one && other) continue;
    while (take_line(from.stream(), source_name, from_count + 1)) ++from_count;
    while (take_line(to.stream(), target_name, to_count + 1)) ++to_count;
    throw Error(source_name + " has " + std::to_string(from_count) + " lines and " + target_name + " " +
                std::to_string(to_count) + "; in a pair of files every line has its counterpart");
  }
}

}  // namespace aligner::interchange

#include "aligner/interchange/segment_pairs.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

#include <pugixml.hpp>

#include "aligner/error.h"
#include "aligner/interchange/inline_text.h"
#include "aligner/interchange/language_match.h"
#include "aligner/interchange/xml_bytes.h"
#include "aligner/text/read_bytes.h"
#include "aligner/text/utf8.h"

namespace aligner::interchange {
namespace {

constexpr std::size_t largest_file = std::size_t{1} << 30;
constexpr std::size_t most_languages_named = 10;  // in a message

// Columns of write_tsv, whose first line begins so.
constexpr std::string_view own_header = "source_indexes\ttarget_indexes\t";
constexpr std::size_t own_source_column = 5;
constexpr std::size_t own_target_column = 6;

std::string one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

void add(SegmentPairs& pairs, std::string source, std::string target) {
  source = one_line(std::move(source));
  target = one_line(std::move(target));
  if (source.empty() || target.empty()) return;
  pairs.source.push_back(std::move(source));
  pairs.target.push_back(std::move(target));
}

class TmxReader {
 public:
  TmxReader(std::string_view utf8, const text::LanguageTag& source, const text::LanguageTag& target,
            const std::string& name)
      : utf8_(utf8), name_(name), source_(source, target), target_(target, source) {}

  SegmentPairs read() {
    // White space between inline elements is text; a document type is passed over, so no entity grows.
    constexpr unsigned flags = pugi::parse_default | pugi::parse_ws_pcdata;
    const pugi::xml_parse_result result = document_.load_buffer(utf8_.data(), utf8_.size(), flags, pugi::encoding_utf8);
    if (!result) refuse(result.offset, std::string("is no whole XML (") + result.description() + "); export it anew");
    const pugi::xml_node root = document_.child("tmx");
    if (!root) refuse(0, "is XML, but no TMX; give a TMX file, or lines of source, a tab, and target");
    SegmentPairs pairs;
    for (const pugi::xml_node& unit : root.child("body").children("tu")) {
      std::optional<std::string> from = find_text(unit, source_);
      std::optional<std::string> to = find_text(unit, target_);
      if (from && to) add(pairs, std::move(*from), std::move(*to));
    }
    return pairs;
  }

  // "; it holds en-US and vi-VN", for messages.
  std::string languages() const {
    std::map<std::string, int> named;
    for (const pugi::xml_node& unit : document_.child("tmx").child("body").children("tu")) {
      for (const pugi::xml_node& variant : unit.children("tuv")) {
        const auto tag = text::LanguageTag::try_parse(language_of(variant));
        if (tag && named.size() < most_languages_named) named.emplace(tag.value().str(), 0);
      }
    }
    std::string list;
    for (const auto& [language, unused] : named) list += (list.empty() ? "" : ", ") + language;
    return list.empty() ? "" : "; it holds " + list;
  }

 private:
  [[noreturn]] void refuse(std::ptrdiff_t offset, const std::string& what) const {
    throw Error(name_ + ":" + std::to_string(line_of(utf8_, offset)) + ": " + what);
  }

  static std::string_view language_of(const pugi::xml_node& variant) {
    const std::string_view named = variant.attribute("xml:lang").value();
    return named.empty() ? std::string_view(variant.attribute("lang").value()) : named;  // "lang": TMX before 1.4
  }

  std::optional<std::string> find_text(const pugi::xml_node& unit, LanguageMatch& language) const {
    pugi::xml_node best;
    LanguageMatch::Nearness best_nearness = LanguageMatch::foreign;
    for (const pugi::xml_node& variant : unit.children("tuv")) {
      const LanguageMatch::Nearness nearness = language.nearness(language_of(variant));
      if (nearness <= best_nearness) continue;
      best = variant.child("seg");
      best_nearness = nearness;
    }
    if (!best) return std::nullopt;
    std::string text;
    append_inline_text(best, text);
    // A number such as &#xD800; stands for no character, and pugixml writes it down all the same.
    if (!text::is_valid_utf8(text)) {
      refuse(best.offset_debug(), "the segment refers to a character that is none; correct or delete the unit");
    }
    return text;
  }

  std::string_view utf8_;
  const std::string& name_;
  LanguageMatch source_;
  LanguageMatch target_;
  pugi::xml_document document_;
};

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t at = 0;;) {
    const std::size_t tab = line.find('\t', at);
    fields.push_back(line.substr(at, tab == std::string_view::npos ? tab : tab - at));
    if (tab == std::string_view::npos) return fields;
    at = tab + 1;
  }
}

SegmentPairs parse_table(std::string_view utf8, const std::string& name) {
  SegmentPairs pairs;
  const bool is_own = utf8.starts_with(own_header);
  const std::size_t source_column = is_own ? own_source_column : 0;
  const std::size_t target_column = is_own ? own_target_column : 1;
  std::size_t number = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t end = std::min(utf8.find('\n', at), utf8.size());
    const std::string_view line = utf8.substr(at, end - at);
    at = end + 1;
    ++number;
    const bool is_heading = is_own && number == 1;
    if (is_heading || line.empty() || line == "\r") continue;
    const std::vector<std::string_view> fields = fields_of(line);
    if (fields.size() <= target_column) {
      throw Error(name + ":" + std::to_string(number) + ": holds too few tabs; a line is a segment, a tab, and its " +
                  "counterpart");
    }
    add(pairs, std::string(fields[source_column]), std::string(fields[target_column]));
  }
  return pairs;
}

bool is_xml(std::string_view utf8) {
  utf8.remove_prefix(std::min(utf8.find_first_not_of(" \t\r\n"), utf8.size()));
  return utf8.starts_with("<?xml") || utf8.starts_with("<!") || utf8.starts_with("<tmx");
}

}  // namespace

SegmentPairs parse_segment_pairs(std::string bytes, const text::LanguageTag& source, const text::LanguageTag& target,
                                 const std::string& name) {
  const text::ReadDocument read = read_xml_bytes(std::move(bytes), name, source, largest_file);
  const std::string& utf8 = read.document.bytes();
  SegmentPairs pairs;
  std::string remedy = "; check the file";
  if (is_xml(utf8)) {
    TmxReader reader(utf8, source, target, name);
    pairs = reader.read();
    if (pairs.source.empty()) remedy = reader.languages() + "; check the languages given";
  } else {
    pairs = parse_table(utf8, name);
  }
  if (pairs.source.empty()) {
    throw Error(name + ": holds no pair of segments in " + source.str() + " and " + target.str() + remedy);
  }
  return pairs;
}

SegmentPairs read_segment_pairs(const std::filesystem::path& path, const text::LanguageTag& source,
                                const text::LanguageTag& target) {
  return parse_segment_pairs(text::read_bytes(path, largest_file), source, target, text::name_of(path));
}

}  // namespace aligner::interchange

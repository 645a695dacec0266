#include "aligner/interchange/segment_pairs.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <pugixml.hpp>

#include "aligner/error.h"
#include "aligner/text/read_bytes.h"
#include "aligner/text/read_document.h"

namespace aligner::interchange {
namespace {

constexpr std::size_t largest_file = std::size_t{1} << 30;
constexpr int deepest_inline = 64;  // elements inside a segment; deeper ones are no memory but an attack

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

// The text of a segment. Codes that TMX keeps from another format (bpt, ept, ph, it) are no text; what hi and sub
// enclose is.
void append_text(const pugi::xml_node& node, int depth, std::string& text) {
  if (depth > deepest_inline) return;
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
    const std::string_view name = child.name();
    if (name == "hi" || name == "sub") append_text(child, depth + 1, text);
  }
}

std::optional<std::string> find_variant(const pugi::xml_node& unit, const text::LanguageTag& language) {
  for (const pugi::xml_node& variant : unit.children("tuv")) {
    const char* named = variant.attribute("xml:lang").value();
    const auto tag = text::LanguageTag::try_parse(*named != '\0' ? named : variant.attribute("lang").value());
    if (!tag || tag.value().language() != language.language()) continue;
    std::string text;
    append_text(variant.child("seg"), 0, text);
    return text;
  }
  return std::nullopt;
}

SegmentPairs parse_tmx(std::string_view bytes, const text::LanguageTag& source, const text::LanguageTag& target,
                       const std::string& name) {
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!result) {
    const auto end = bytes.begin() + std::min<std::ptrdiff_t>(result.offset, static_cast<std::ptrdiff_t>(bytes.size()));
    throw Error(name + ":" + std::to_string(1 + std::count(bytes.begin(), end, '\n')) + ": is no whole TMX (" +
                result.description() + "); export it anew");
  }
  SegmentPairs pairs;
  for (const pugi::xml_node& unit : document.child("tmx").child("body").children("tu")) {
    std::optional<std::string> from = find_variant(unit, source);
    std::optional<std::string> to = find_variant(unit, target);
    if (from && to) add(pairs, std::move(*from), std::move(*to));
  }
  return pairs;
}

SegmentPairs parse_table(std::string_view bytes, const std::string& name) {
  SegmentPairs pairs;
  std::size_t number = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = bytes.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.empty() || line == "\r") continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) {
      throw Error(name + ":" + std::to_string(number) +
                  ": holds no tab; a line is a segment, a tab, and its counterpart");
    }
    const std::size_t behind = line.find('\t', tab + 1);
    add(pairs, std::string(line.substr(0, tab)),
        std::string(line.substr(tab + 1, behind == std::string_view::npos ? behind : behind - tab - 1)));
  }
  return pairs;
}

}  // namespace

SegmentPairs parse_segment_pairs(std::string_view bytes, const text::LanguageTag& source,
                                 const text::LanguageTag& target, const std::string& name) {
  // Reading as a document settles the encoding (TMX is often UTF-16) and refuses what is no text.
  const text::ReadDocument read = text::read_document_bytes(
      std::string(bytes), name, {.encoding = std::nullopt, .language = source, .byte_limit = largest_file});
  const std::string& utf8 = read.document.bytes();
  const std::size_t first = utf8.find_first_not_of(" \t\r\n");
  const bool is_xml = first != std::string::npos && utf8[first] == '<';
  SegmentPairs pairs = is_xml ? parse_tmx(utf8, source, target, name) : parse_table(utf8, name);
  if (pairs.source.empty()) {
    throw Error(name + ": holds no pair of segments in " + source.str() + " and " + target.str() +
                "; check the languages given");
  }
  return pairs;
}

SegmentPairs read_segment_pairs(const std::filesystem::path& path, const text::LanguageTag& source,
                                const text::LanguageTag& target) {
  return parse_segment_pairs(text::read_bytes(path, largest_file), source, target, text::name_of(path));
}

}  // namespace aligner::interchange

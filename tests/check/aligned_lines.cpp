#include "tests/check/aligned_lines.h"

#include <algorithm>

#include "aligner/segment/segment_document.h"
#include "aligner/text/digest.h"
#include "aligner/text/document.h"

namespace check_tests {
namespace {

using namespace aligner;

bool is_there(const std::vector<std::string>& lines, std::size_t i) { return i < lines.size() && lines[i] != "-"; }

align::AlignedSide side_of(const std::vector<std::string>& lines, const text::LanguageTag& language) {
  std::string bytes;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_there(lines, i)) bytes += lines[i] + "\n";
  }
  align::AlignedSide side;
  side.document = text::Document::from_utf8(bytes, language, language.str() + ".txt");
  side.segmentation = segment::segment_lines(side.document);
  side.sha256 = text::sha256_hex(bytes);
  return side;
}

}  // namespace

align::AlignedTexts aligned_lines(const text::LanguageTag& source, const text::LanguageTag& target,
                                  const std::vector<std::string>& source_lines,
                                  const std::vector<std::string>& target_lines) {
  align::AlignedTexts texts;
  texts.source = side_of(source_lines, source);
  texts.target = side_of(target_lines, target);
  align::Alignment& alignment = texts.alignment;
  for (std::size_t i = 0; i < std::max(source_lines.size(), target_lines.size()); ++i) {
    align::Bead bead{.confidence = 1};
    if (is_there(source_lines, i)) bead.source.push_back(alignment.source_count++);
    if (is_there(target_lines, i)) bead.target.push_back(alignment.target_count++);
    alignment.beads.push_back(bead);
  }
  return texts;
}

std::vector<std::string> lines_of(const std::string& text) {
  constexpr std::string_view between = " / ";
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (std::size_t end = text.find(between); end != std::string::npos; end = text.find(between, begin)) {
    lines.push_back(text.substr(begin, end - begin));
    begin = end + between.size();
  }
  lines.push_back(text.substr(begin));
  return lines;
}

}  // namespace check_tests

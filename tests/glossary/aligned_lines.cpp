#include "tests/glossary/aligned_lines.h"

#include <utility>

#include "aligner/segment/segment_document.h"
#include "aligner/text/digest.h"
#include "aligner/text/document.h"

namespace glossary_tests {
namespace {

using namespace aligner;

align::AlignedSide side_of(const std::string& lines, const text::LanguageTag& language) {
  align::AlignedSide side;
  side.document = text::Document::from_utf8(lines, language, language.str() + ".txt");
  side.segmentation = segment::segment_lines(side.document);
  side.sha256 = text::sha256_hex(lines);
  return side;
}

}  // namespace

align::AlignedTexts aligned_lines(const text::LanguageTag& source, const text::LanguageTag& target,
                                  const std::vector<LinePair>& pairs) {
  std::string source_lines;
  std::string target_lines;
  align::AlignedTexts texts;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    source_lines += pairs[i].source + "\n";
    target_lines += pairs[i].target + "\n";
    texts.alignment.beads.push_back({.source = {i}, .target = {i}, .confidence = pairs[i].confidence});
  }
  texts.source = side_of(source_lines, source);
  texts.target = side_of(target_lines, target);
  texts.alignment.source_count = texts.alignment.target_count = pairs.size();
  return texts;
}

align::AlignedTexts turned(align::AlignedTexts texts) {
  std::swap(texts.source, texts.target);
  for (align::Bead& bead : texts.alignment.beads) std::swap(bead.source, bead.target);
  return texts;
}

}  // namespace glossary_tests

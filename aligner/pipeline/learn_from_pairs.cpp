#include "aligner/pipeline/learn_from_pairs.h"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "aligner/interchange/segment_pairs.h"
#include "aligner/pipeline/origin.h"
#include "aligner/score/prepared_bitext.h"
#include "aligner/segment/segment_document.h"
#include "aligner/text/document.h"

namespace aligner::pipeline {
namespace {

// One segment a line.
struct Side {
  text::Document document;
  segment::Segmentation segmentation;

  Side(std::vector<std::string> segments, const text::LanguageTag& language)
      : document(text::Document::from_utf8(join(std::move(segments)), language, "pairs")),
        segmentation(segment::segment_lines(document)) {}

  static std::string join(std::vector<std::string> segments) {
    std::string bytes;
    for (const std::string& segment : segments) bytes += segment + "\n";
    return bytes;
  }

  score::AnchoredText view() const { return {document, segmentation, {}}; }
};

}  // namespace

lexicon::Lexicon learn_from_pairs(const std::filesystem::path& path, const text::LanguageTag& source,
                                  const text::LanguageTag& target) {
  interchange::SegmentPairs pairs = interchange::read_segment_pairs(path, source, target);
  const auto count = static_cast<std::uint32_t>(pairs.source.size());
  const Side from(std::move(pairs.source), source);
  const Side to(std::move(pairs.target), target);
  const score::AnchoredBitext view{from.view(), to.view()};
  const score::PreparedBitext bitext(std::span(&view, 1), {});
  std::vector<score::PairWeights> weights(1);
  weights[0].reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) weights[0].push_back({i, i, 1.0F});
  return bitext.extract(bitext.learn_words(weights), origin_of(path));
}

}  // namespace aligner::pipeline

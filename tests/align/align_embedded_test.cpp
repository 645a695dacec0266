// Texts whose words tell nothing, aligned with and without embeddings.

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "aligner/align/align_parallel.h"
#include "aligner/evaluate/score.h"
#include "aligner/interchange/overlap_embeddings.h"

#include "tests/support/toy_bitext.h"
#include "tests/support/toy_embeddings.h"

namespace aligner::align {
namespace {

using tungse_tests::embed;
using tungse_tests::EmbeddedBitext;
using tungse_tests::EmbeddedText;
using tungse_tests::EmbedOptions;
using tungse_tests::make_embedded_bitext;
using tungse_tests::toy_text;
using tungse_tests::ToyText;

score::SegmentVectors vectors_of(const ToyText& text, const EmbeddedText& embedded, const EmbedOptions& options) {
  const auto [overlaps, matrix] = embed(embedded, options);
  return interchange::parse_embeddings({"overlaps", overlaps}, {"matrix", matrix}, text.document, text.segmentation);
}

struct Sides {
  explicit Sides(const EmbeddedBitext& toy, EmbedOptions options = {})
      : source(toy_text("en", toy.source.text())),
        target(toy_text("ru", toy.target.text())),
        source_vectors(vectors_of(source, toy.source, options)),
        target_vectors(vectors_of(target, toy.target, {options.longest, options.noise, options.seed + 1})) {}

  Alignment align(const ParallelOptions& options = {}) const {
    score::AnchoredBitext view{source.view(), target.view()};
    view.source.vectors = &source_vectors;
    view.target.vectors = &target_vectors;
    return align_parallel(std::span(&view, 1), {}, options).at(0);
  }
  Alignment align_without() const {
    const score::AnchoredBitext view{source.view(), target.view()};
    return align_parallel(std::span(&view, 1), {}).at(0);
  }

  ToyText source;
  ToyText target;
  score::SegmentVectors source_vectors;
  score::SegmentVectors target_vectors;
};

double strict_f1(const EmbeddedBitext& toy, const Alignment& found) {
  std::vector<evaluate::IndexBead> beads;
  for (const Bead& bead : found.beads) beads.push_back({bead.source, bead.target});
  std::vector<evaluate::IndexBead> gold;
  for (const auto& [source, target] : toy.gold) gold.push_back({source, target});
  return evaluate::score_alignment(gold, beads).strict.f1;
}

TEST(AlignEmbedded, FindsWhatWordsDoNotTell) {
  const EmbeddedBitext toy = make_embedded_bitext();
  const Sides sides(toy);

  EXPECT_LT(strict_f1(toy, sides.align_without()), 0.6);
  EXPECT_GT(strict_f1(toy, sides.align()), 0.9);
}

TEST(AlignEmbedded, GroupsWithoutALineCountByTheMeanOfTheirSegments) {
  const EmbeddedBitext toy = make_embedded_bitext();
  const Sides sides(toy, {.longest = 1});

  EXPECT_GT(strict_f1(toy, sides.align()), 0.95);
}

TEST(AlignEmbedded, EvenALetterOfTwelveSentencesIsAligned) {
  const EmbeddedBitext toy = make_embedded_bitext({.sentences = 12, .seed = 3});
  const Sides sides(toy);

  EXPECT_GT(strict_f1(toy, sides.align()), 0.9);
}

TEST(AlignEmbedded, ASingleSegmentIsStillAligned) {
  const EmbeddedBitext toy = make_embedded_bitext({.sentences = 1});
  const Sides sides(toy);

  EXPECT_EQ(sides.align().beads.size(), sides.align_without().beads.size());
}

TEST(AlignEmbedded, TheResultDoesNotDependOnThreads) {
  const EmbeddedBitext toy = make_embedded_bitext();
  const Sides sides(toy);

  EXPECT_EQ(sides.align({.threads = 1}), sides.align({.threads = 3}));
}

TEST(AlignEmbedded, VectorsOfOneSideAloneChangeNothing) {
  const Sides sides(make_embedded_bitext());
  score::AnchoredBitext view{sides.source.view(), sides.target.view()};
  view.source.vectors = &sides.source_vectors;

  EXPECT_EQ(align_parallel(std::span(&view, 1), {}).at(0), sides.align_without());
}

TEST(AlignEmbedded, TheEvidenceNamesTheEmbedding) {
  const Sides sides(make_embedded_bitext());
  const Alignment found = sides.align();
  const auto is_embedding = [](const score::Evidence& evidence) {
    return evidence.kind == score::EvidenceKind::embedding && evidence.relation == "fits" && evidence.weight > 1;
  };

  const std::vector<score::Evidence>& evidence = found.beads.at(0).evidence;
  EXPECT_TRUE(std::any_of(evidence.begin(), evidence.end(), is_embedding));
}

TEST(AlignEmbedded, WithoutEmbeddingsTheEvidenceDoesNotNameThem) {
  for (const Bead& bead : Sides(make_embedded_bitext()).align_without().beads) {
    for (const score::Evidence& evidence : bead.evidence) {
      EXPECT_NE(evidence.kind, score::EvidenceKind::embedding);
    }
  }
}

}  // namespace
}  // namespace aligner::align

#pragma once
// BeadModel: what a bead scores, part by part, and how the parts are learnt.
//
//   BeadModel model(sides, documents);
//   BeadParts parts = model.score(source, target, cells, {.source = 4, .source_count = 2, .target = 5, .target_count =
//   1}); parts.total();  // nats: log-likelihood ratio against "these sentences have nothing to do with each other"
//
// total = 1 length + .5 boundary + .6 lexical (weights measured on the development sets, see the room's README), and
// where the texts come with embeddings, + 1 embedding (measured on invented texts). Lengths are learnt for each
// document, which may have a translator of its own; what is usual in all of them is the first guess.

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "aligner/lexicon/tokenised_text.h"
#include "aligner/score/boundary_model.h"
#include "aligner/score/embedding_model.h"
#include "aligner/score/explained_share.h"
#include "aligner/score/ingredients.h"
#include "aligner/score/length_model.h"
#include "aligner/score/lexical_cells.h"

namespace aligner::score {

/// How much each segment of a group counts for the tokens of the other side; sums to 1.
using GroupMixture = std::array<float, longest_length_group>;

/// One side of a document, ready to be scored.
struct PreparedText {
  std::size_t document = 0;  // its place among those of a run
  lexicon::TokenisedText tokens;
  std::vector<BoundaryClasses> boundaries;  // by segment
  std::vector<std::vector<float>> shares;   // chance of each token to be explained, by segment; set by the model
  // Of the groups of one to five segments that begin at each segment; those that would reach over the end are not used.
  std::vector<std::array<GroupLength, longest_length_group>> groups;
  // Of the same groups, for one segment of the other side; set by the model.
  std::vector<std::array<GroupMixture, longest_length_group>> even_mixtures;
  const VectorDistances* distances = nullptr;  // to the other side; only in the source, nullptr: no embeddings

  const GroupLength& group(std::size_t first, std::size_t count) const { return groups[first][count - 1]; }
};

struct BeadWeights {
  double length = 1;
  double boundary = 0.5;
  double lexical = 0.6;
  double embedding = 1;
};

struct BeadPlace {
  std::size_t source = 0;  // first segments
  std::size_t source_count = 1;
  std::size_t target = 0;
  std::size_t target_count = 1;
};

struct BeadParts {
  double length = 0;  // nats, weighted
  double boundary = 0;
  double lexical = 0;
  double embedding = 0;  // without embeddings

  double total() const { return length + boundary + lexical + embedding; }
};

/// Fills text.groups from its tokens.
void measure_groups(PreparedText& text);

class BeadModel {
 public:
  /// First guesses from the texts. `source[d]` and `target[d]` are one document, of that number. Of what is left out,
  /// length, boundaries, lexical, diagonal and learnt_shares concern the model.
  BeadModel(std::span<const PreparedText> source, std::span<const PreparedText> target, const BeadWeights& weights = {},
            const Ingredients& left_out = {});

  /// Works out what cells by themselves add to beads and keeps it there, so that score() need not for every bead. Only
  /// while shares stay as they are.
  void sum_cells(const PreparedText& source, const PreparedText& target, LexicalCells& cells, unsigned threads) const;

  /// Scores a bead with segments on both sides. The cells must cover it.
  BeadParts score(const PreparedText& source, const PreparedText& target, const LexicalCells& cells,
                  const BeadPlace& bead) const;

  /// The same without the lexical part; needs no cells.
  BeadParts score_shape(const PreparedText& source, const PreparedText& target, const BeadPlace& bead) const;

  /// Attractions of the tokens of one segment of the bead to the other side, mixed over the other side's segments.
  std::vector<double> target_attractions(const PreparedText& source, const PreparedText& target,
                                         const LexicalCells& cells, const BeadPlace& bead, std::size_t target_at) const;
  std::vector<double> source_attractions(const PreparedText& source, const PreparedText& target,
                                         const LexicalCells& cells, const BeadPlace& bead, std::size_t source_at) const;

  /// Collects a bead of the given posterior; fit() then re-estimates every part.
  void observe(const PreparedText& source, const PreparedText& target, const LexicalCells& cells, const BeadPlace& bead,
               const lexicon::LanguageSide& source_side, const lexicon::LanguageSide& target_side, double probability);
  void fit();

  /// Writes each token's chance to be explained into text.shares, and text.even_mixtures where there are none.
  void fill_source_shares(PreparedText& text, const lexicon::LanguageSide& side) const;
  void fill_target_shares(PreparedText& text, const lexicon::LanguageSide& side) const;

  /// Those of ingredients that are left out are 0.
  const BeadWeights& weights() const { return weights_; }

 private:
  void fit_lengths();

  BeadWeights weights_;
  double diagonal_ = 1;  // how much of a distance from the diagonal counts: all, or nothing where it is left out
  bool is_learning_shares_ = true;
  LengthModel usual_length_;                             // of all documents
  std::vector<LengthModel> length_;                      // by document
  std::vector<std::vector<LengthObservation>> lengths_;  // by document, since the last fit
  BoundaryModel boundary_;
  EmbeddingModel embedding_;
  ExplainedShares source_shares_;
  ExplainedShares target_shares_;
};

}  // namespace aligner::score

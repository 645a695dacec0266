#pragma once
// DocumentModel: which documents of two collections may be about the same thing.
//
//   DocumentModel model(bitext, {source_of_segment, 120}, {target_of_segment, 300}, nullptr, threads);
//   for (const DocumentScore& pair : model.pairs()) ...      // the best candidates of every document, not all pairs
//   std::vector<Evidence> why = model.explain(12, 207, 6);   // the six ties that count most
//
// A document is known by its anchors (dates as days, numbers, names, concepts) and its words, each weighed by how few
// documents of its side have it (inverse document frequency, Spärck Jones 1972) and dampened by how often it has it.
// Anchors are tied by value, words by spelling and by lexicons. The score of two documents is the cosine of what they
// have, each tie taken once (0 to 1); the margin is the logarithm of the score over the mean of the best rivals of both
// (after Artetxe & Schwenk 2019). An inverted index from ties to documents meets only documents that share something
// that not nearly all have: time and memory grow with what is shared.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "aligner/lexicon/saved_lexicon.h"
#include "aligner/score/evidence.h"
#include "aligner/score/prepared_bitext.h"

namespace aligner::score {

/// Which document of its side each segment of a joined text stands in.
struct DocumentPlaces {
  static constexpr std::uint32_t between = 0xFFFFFFFF;  // a segment that stands in none

  std::span<const std::uint32_t> document_of;  // by segment
  std::size_t count = 0;                       // of documents
};

struct DocumentScore {
  std::uint32_t source = 0;  // documents
  std::uint32_t target = 0;
  double score = 0;   // 0 to 1
  double margin = 0;  // ln; 0: no better than its rivals

  friend bool operator==(const DocumentScore&, const DocumentScore&) = default;
};

/// Candidates that are kept for a document.
inline constexpr std::size_t most_document_candidates = 12;

class DocumentModel {
 public:
  /// Of the first pair of texts of the bitext, in which all documents of a side are joined. `learnt` is a lexicon that
  /// these documents taught, or nullptr. The bitext must outlive this.
  DocumentModel(const PreparedBitext& bitext, const DocumentPlaces& source, const DocumentPlaces& target,
                const lexicon::Lexicon* learnt, unsigned threads);
  ~DocumentModel();
  DocumentModel(DocumentModel&&) noexcept;
  DocumentModel& operator=(DocumentModel&&) noexcept;
  DocumentModel(const DocumentModel&) = delete;
  DocumentModel& operator=(const DocumentModel&) = delete;

  /// By source, then target.
  const std::vector<DocumentScore>& pairs() const&;
  const std::vector<DocumentScore>& pairs() const&& = delete;

  /// What ties two documents, up to `most`, the strongest first. Spans are of the joined texts, where the two first
  /// stand; weights are shares of the score.
  std::vector<Evidence> explain(std::size_t source, std::size_t target, std::size_t most) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace aligner::score

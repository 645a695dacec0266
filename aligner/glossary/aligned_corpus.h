#pragma once
// AlignedCorpus: all beads between two languages, as rows of tokens, ready for counting. Private to the room.
//
//   AlignedCorpus corpus(en, vi, terms);
//   corpus.add(7, texts);                              // alignment 7 of the project, either way round
//   for (const BeadRow& row : corpus.rows()) ...       // corpus.source().tokens from row.source.begin on
//
// Texts are not kept: a token has its word, its form as written and its place. A bead is one row; a segment that stands
// in several links is in several rows. Hyphens between words are no tokens, so that Sino-Russian is two words.
//
// A unit is a stretch that is one thing whatever its words: a concept of the term list, or a name. All spellings of a
// name in a document are one unit, and a name that is a spelling of a listed concept is that concept.

#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/anchors/anchor.h"
#include "aligner/anchors/anchor_matcher.h"
#include "aligner/glossary/language_words.h"
#include "aligner/glossary/term_forms.h"
#include "aligner/lexicon/tokenised_text.h"
#include "aligner/terms/term_list.h"
#include "aligner/text/distinct_words.h"

namespace aligner::glossary {

struct TermToken {
  lexicon::TokenId word = 0;  // of the side's vocabulary, in lower case
  lexicon::TokenId stem = 0;
  std::uint32_t form = 0;  // as written: of the side's forms
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // bytes of the document
  lexicon::TokenClass kind = lexicon::TokenClass::word;
  bool begins_segment = false;
  bool follows_hyphen = false;  // and nothing else
};

/// Token positions of a side, half open.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  friend bool operator==(TokenRange, TokenRange) = default;
};

struct UnitMention {
  TokenRange tokens;
  std::uint32_t unit = 0;  // of the side's units
};

struct Unit {
  anchors::Anchor example;   // any mention of it, to compare it by
  std::string concept_id;    // empty: a name that the term list does not have
  std::size_t mentions = 0;  // in the texts, whether in a row or not
  TermForms forms;           // likewise, of concepts
};

struct CorpusSide {
  explicit CorpusSide(const text::LanguageTag& tag) : language(tag), words(tag) {}

  text::LanguageTag language;
  LanguageWords words;
  lexicon::LanguageSide vocabulary;
  text::DistinctWords forms;
  std::vector<TermToken> tokens;      // of all rows, one after the other
  std::vector<UnitMention> mentions;  // by row, then position
  std::vector<Unit> units;
  std::unordered_map<std::string, std::uint32_t> unit_numbers;  // by "concept r_amur", "name lai ching-te"

  std::span<const TermToken> at(TokenRange range) const { return std::span(tokens).subspan(range.begin, range.size()); }
};

struct BeadRow {
  std::int64_t alignment = 0;
  std::uint32_t bead = 0;
  bool is_turned = false;
  float weight = 0;
  TokenRange source;
  TokenRange target;
  std::uint32_t source_mentions_begin = 0;  // they end where those of the next row begin
  std::uint32_t target_mentions_begin = 0;
};

class AlignedCorpus {
 public:
  /// `terms` must outlive the corpus.
  AlignedCorpus(const text::LanguageTag& source, const text::LanguageTag& target, const terms::TermList& terms);

  /// Adds the beads of an alignment between the two languages that have two sides and a confidence of `smallest` on.
  void add(std::int64_t alignment, const align::AlignedTexts& texts, double smallest_confidence);

  const CorpusSide& source() const { return source_; }
  const CorpusSide& target() const { return target_; }
  CorpusSide& source() { return source_; }
  CorpusSide& target() { return target_; }
  const std::vector<BeadRow>& rows() const { return rows_; }
  const terms::TermList& terms() const { return terms_; }
  TokenRange source_mentions(std::size_t row) const;  // positions in source().mentions
  TokenRange target_mentions(std::size_t row) const;

  /// Concepts that both texts of some alignment name, whether in one row or not; in ascending order.
  const std::set<std::string>& shared_concepts() const { return shared_concepts_; }

  /// How sure a unit of the source and one of the target are one thing, 0 to 1.
  double relate(std::uint32_t source_unit, std::uint32_t target_unit);

 private:
  struct ReadSide;
  ReadSide read(const align::AlignedSide& texts, CorpusSide& side);
  static void count_mentions(const ReadSide& read, CorpusSide& side);
  void share_concepts(const ReadSide& source, const ReadSide& target);
  std::uint32_t unit_of(const anchors::Anchor& anchor, CorpusSide& side);
  std::string find_concept(const anchors::Anchor& name);
  TokenRange append(const ReadSide& read, const std::vector<std::size_t>& segments, CorpusSide& side);

  const terms::TermList& terms_;
  CorpusSide source_;
  CorpusSide target_;
  std::vector<BeadRow> rows_;
  std::set<std::string> shared_concepts_;
  anchors::AnchorMatcher matcher_;
  std::unordered_map<std::string, std::vector<std::size_t>> concepts_by_key_;  // for names, made when first asked
  std::unordered_map<std::uint64_t, double> related_;
};

}  // namespace aligner::glossary

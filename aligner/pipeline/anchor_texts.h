#pragma once
// Anchors without an alignment: those of one file, and how those of two passages relate.
//
//   AnchorReader reader({.kinds = {anchors::AnchorKind::date}});
//   AnchoredFile account = reader.read_file({.path = "vi.txt"});
//   MatchedPassages both = reader.match({"Ngày 16 tháng 5 năm 1858", vi}, {"May 28, 1858", en});
//   both.pairs[0].match.reason;  // "16 May 1858 Julian = 28 May 1858 Gregorian"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/anchors/anchor.h"
#include "aligner/anchors/match_all.h"
#include "aligner/pipeline/align_texts.h"
#include "aligner/segment/srx.h"
#include "aligner/terms/term_list.h"
#include "aligner/text/language_tag.h"

namespace aligner::pipeline {

struct AnchorSettings {
  InputForm form = InputForm::running_text;       // of files
  std::vector<std::filesystem::path> term_lists;  // later ones win over earlier ones, all over the bundled one
  BundledTerms bundled_terms = BundledTerms::use;
  std::optional<std::filesystem::path> srx;  // replaces the bundled segmentation rules
  std::vector<anchors::AnchorKind> kinds;    // what is wanted; empty: every kind
};

struct AnchoredFile {
  align::AlignedSide side;
  std::vector<anchors::Anchor> anchors;  // by segment, then position
};

/// A passage given as itself, or, with `from_standard_input`, read from there. Each of its lines is a segment.
struct PassageInput {
  std::string text;  // UTF-8
  text::LanguageTag language;
  bool from_standard_input = false;
};

struct MatchedPassages {
  AnchoredFile source;
  AnchoredFile target;
  std::vector<anchors::RelatedPair> pairs;  // the best first, conflicts last
};

/// Pairs of anchors that passages may have between them; more mean that whole texts were given.
inline constexpr std::size_t most_anchor_pairs = 1'000'000;

class AnchorReader {
 public:
  /// Reads term lists and rules. Throws Error as read_terms and read_srx do.
  explicit AnchorReader(AnchorSettings settings);

  /// Throws Error naming file, line and remedy where the file cannot be used.
  AnchoredFile read_file(const SideInput& input) const;

  /// Throws Error naming the passage ("source text", "target text", "standard input") where it is no text or not UTF-8,
  /// and where the passages have more than most_anchor_pairs between them.
  MatchedPassages match(const PassageInput& source, const PassageInput& target) const;

  /// The concepts in use: bundled ones and the caller's.
  const terms::TermList& terms() const& { return terms_; }

 private:
  AnchoredFile with_anchors(align::AlignedSide side) const;
  AnchoredFile read_passage(const PassageInput& passage, const std::string& name) const;

  AnchorSettings settings_;
  terms::TermList terms_;
  std::optional<segment::SrxRules> rules_;
};

}  // namespace aligner::pipeline

#pragma once
// Finds names: runs of capitalised words, judged by the rest of the document. Private.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aligner/anchors/anchor.h"
#include "aligner/anchors/name_details.h"
#include "aligner/anchors/name_maker.h"
#include "aligner/anchors/tokens.h"
#include "aligner/segment/segmentation.h"
#include "aligner/text/span.h"

namespace aligner::anchors {

struct FoundName {
  text::Span span;
  Name name;
};

/// How a document writes its words.
class WordHabits {
 public:
  explicit WordHabits(const TokenizedDocument& document);

  bool is_seen_small(std::string_view folded) const { return has(folded, small); }
  bool is_seen_capital_inside(std::string_view folded) const { return has(folded, capital_inside); }

 private:
  static constexpr unsigned char small = 1;           // in lower case
  static constexpr unsigned char capital_inside = 2;  // capital, inside a sentence

  bool has(std::string_view folded, unsigned char habit) const {
    const std::optional<std::uint32_t> word = document_.find_word(folded);
    return word && (habits_[*word] & habit) != 0;
  }

  const TokenizedDocument& document_;
  std::vector<unsigned char> habits_;  // by the number of the word
};

class NameFinder {
 public:
  explicit NameFinder(const TokenizedDocument& document)
      : document_(document), habits_(document), maker_(document), details_(document.language()) {}

  /// Names of one segment, in order. `taken[i]`: token i belongs to a date or number. `terms`: spans of the segment's
  /// listed terms in order; what they cover is no name, and in Vietnamese a term at the head of a run is cut off
  /// ("Nga Nicholas").
  std::vector<FoundName> find(std::size_t segment, segment::SegmentKind kind, const std::vector<bool>& taken,
                              const std::vector<text::Span>& terms);

 private:
  struct Run;

  bool is_name_word(const Token& token) const;
  Run collect(const Phrase& phrase, std::size_t at, const std::vector<bool>& taken) const;
  bool is_place_syllable(const Phrase& phrase, const Run& run) const;
  void trim_head(const Phrase& phrase, Run& run, const std::vector<text::Span>& terms) const;
  bool is_plausible(const Phrase& phrase, const Run& run, segment::SegmentKind kind) const;

  const TokenizedDocument& document_;
  WordHabits habits_;
  NameMaker maker_;
  NameDetails details_;
};

}  // namespace aligner::anchors

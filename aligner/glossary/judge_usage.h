#pragma once
// How likely what does not agree is a fault. Private to the room.
//
//   std::vector<UsageFinding> findings = judge_usage(evidence, terms, searches, options);

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "aligner/glossary/term_usage.h"
#include "aligner/glossary/wording_search.h"
#include "aligner/terms/find_terms.h"

namespace aligner::glossary {

// Factors of a likelihood, chosen on the bundled accounts: their findings were read one by one.
inline constexpr double common_notion = 0.5;         // a verb or common noun, which is easily said otherwise
inline constexpr double related_stands_there = 0.3;  // the town where the treaty is meant
inline constexpr double stands_beside = 0.4;         // the segment before or after has it
inline constexpr double perhaps_another = 0.4;       // a deprecated wording that is a good one of another concept

struct UsagePlace {
  std::int64_t alignment = 0;
  std::optional<std::size_t> bead;
  Side side = Side::source;
  text::Span span;
  std::string wording;
  text::LanguageTag language;  // in which a wording is wanted
};

struct UsageSuspicion {
  std::size_t concept_index = 0;
  UsagePlace place;
  double weight = 0;  // 0 to 1
};

struct PairCounts {
  std::size_t with_both = 0;
  std::size_t with_one = 0;
};

/// What was seen of all texts.
struct UsageEvidence {
  // How one wording of a concept in one text is rendered in another: by the terms it is rendered with, the places.
  struct RenderingKey {
    std::size_t concept_index = 0;
    std::size_t from_text = 0;
    std::size_t to_text = 0;
    std::size_t from_term = 0;
    friend auto operator<=>(const RenderingKey&, const RenderingKey&) = default;
  };
  using Renderings = std::map<std::size_t, std::vector<UsagePlace>>;

  std::map<std::size_t, PairCounts> pairs;  // by concept
  std::vector<UsageSuspicion> missing;
  std::vector<UsageSuspicion> deprecated;
  std::map<RenderingKey, Renderings> renderings;

  /// Notes the pair where either side has one wording of the concept: else nothing tells which renders which.
  void note_rendering(std::size_t concept_index, std::size_t from_text, std::size_t to_text,
                      const std::vector<terms::TermMention>& from, const std::vector<terms::TermMention>& to,
                      Side to_side, std::int64_t alignment, std::size_t bead,
                      const std::function<std::string(text::Span)>& slice);
};

/// By likelihood, the likeliest first.
std::vector<UsageFinding> judge_usage(const UsageEvidence& evidence, const terms::TermList& terms,
                                      std::map<std::string, WordingSearch>& searches, const UsageOptions& options);

}  // namespace aligner::glossary

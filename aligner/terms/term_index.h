#pragma once
// TermIndex: the wordings of a list in one language as a tree of words. Private to the room.
//
//   TermIndex index(list, LanguageTag::parse("en"));
//   std::uint32_t base = index.find_base("n:treaty");
//   std::uint32_t node = index.first_step(base);  // 0: no wording begins so
//   node = index.step(node, index.find_base("=:of"));
//   for (const TermEntry& entry : index.entries(node)) ...
//
// One step a word, entries where a wording ends. Never changed after construction.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aligner/terms/term_list.h"
#include "aligner/terms/word_forms.h"
#include "aligner/terms/word_run.h"
#include "aligner/text/distinct_words.h"
#include "aligner/text/language_tag.h"

namespace aligner::terms {

inline constexpr std::size_t longest_wording = 32;  // in words; one bit each in the masks below

struct TermEntry {
  std::size_t concept_index = 0;
  std::size_t term_index = 0;
  std::string wording;
  std::uint32_t capitals = 0;      // words that begin with a capital: one of them at least must in the text
  std::uint32_t all_capitals = 0;  // abbreviations such as US: must be all capitals in the text
  bool needs_number = false;
  bool needs_whole_word = false;
  bool is_guard = false;
};

class TermIndex {
 public:
  static constexpr std::uint32_t no_base = 0xFFFFFFFF;
  static constexpr std::uint32_t no_node = 0;  // the root, which no step leads to and no wording ends at

  TermIndex(const TermList& list, const text::LanguageTag& document_language);

  const text::LanguageTag& language() const { return language_; }
  EndingRules rules() const { return rules_; }
  ManchuKeys manchu() const { return manchu_; }

  /// The number of a tagged base (word_forms.h), or no_base where no wording has it.
  std::uint32_t find_base(std::string_view base) const { return bases_.find(base).value_or(no_base); }

  /// Where a wording's first and further words lead, or no_node.
  std::uint32_t first_step(std::uint32_t base) const { return first_steps_[base]; }
  std::uint32_t step(std::uint32_t node, std::uint32_t base) const;

  /// The wordings that end at a node.
  std::span<const TermEntry> entries(std::uint32_t node) const {
    return {entries_.data() + nodes_[node].entries_begin, nodes_[node + 1].entries_begin - nodes_[node].entries_begin};
  }

 private:
  struct Step {
    std::uint32_t base = 0;
    std::uint32_t node = 0;
  };
  struct Node {  // its steps and entries end where those of the next begin
    std::uint32_t steps_begin = 0;
    std::uint32_t entries_begin = 0;
  };
  class Builder;

  text::LanguageTag language_;
  EndingRules rules_;
  ManchuKeys manchu_;
  text::DistinctWords bases_;
  std::vector<std::uint32_t> first_steps_;  // by base
  std::vector<Node> nodes_;                 // and one more behind the last
  std::vector<Step> steps_;                 // of each node by base
  std::vector<TermEntry> entries_;
};

}  // namespace aligner::terms

#include "aligner/terms/term_index.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace aligner::terms {
namespace {

constexpr std::size_t short_unit_size = 5;  // letters; lượng, li, лан and km are short, kilômét is not

bool is_romanisation(const text::LanguageTag& tag) {
  static constexpr std::array<std::string_view, 8> written_otherwise{"zh", "mnc", "ru", "mn", "ja", "ko", "uk", "be"};
  const bool has_own_script =
      std::find(written_otherwise.begin(), written_otherwise.end(), tag.language()) != written_otherwise.end();
  return has_own_script && tag.script() == "Latn";
}

std::size_t letter_count(std::string_view key) {
  if (key.size() > 1 && key.front() == manchu_sign) key.remove_prefix(1);
  return static_cast<std::size_t>(
      std::count_if(key.begin(), key.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

}  // namespace

// The tree while it grows; laid out flat when it is whole.
class TermIndex::Builder {
 public:
  explicit Builder(TermIndex& index) : index_(index), reader_(index.language_), nodes_(1) {}

  void add(const Concept& holder, std::size_t concept_index, std::size_t term_index) {
    const std::string& wording = holder.terms[term_index].wording;
    const std::vector<RunWord> words = reader_.read(wording, {0, wording.size()});
    if (words.empty() || words.size() > longest_wording) return;
    TermEntry entry{.concept_index = concept_index, .term_index = term_index, .wording = wording};
    const Inflection inflection = holder.type == "notion" ? Inflection::verb : Inflection::noun;
    std::uint32_t node = 0;
    std::size_t letters = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const text::Span span = words[i].span;
      const WordShape shape = shape_of(std::string_view(wording).substr(span.begin, span.size()), index_.manchu_);
      letters = letter_count(shape.key);
      const bool is_abbreviation = shape.is_all_capitals && span.size() > 1 && letters > 1;
      if (shape.is_capital) entry.capitals |= 1u << i;
      if (is_abbreviation) entry.all_capitals |= 1u << i;
      node = step(node, base_form(shape.key, is_abbreviation ? Inflection::none : inflection, index_.rules_));
    }
    entry.needs_number = holder.type == "unit" && words.size() == 1 && letters <= short_unit_size;
    entry.needs_whole_word = words.size() == 1;
    entry.is_guard = holder.type == "homograph";
    nodes_[node].entries.push_back(std::move(entry));
  }

  void lay_out() && {
    for (GrowingNode& node : nodes_) {
      add_begin();
      for (const auto& [base, target] : node.steps) index_.steps_.push_back({base, target});
      std::move(node.entries.begin(), node.entries.end(), std::back_inserter(index_.entries_));
    }
    add_begin();
    index_.first_steps_.assign(index_.bases_.size(), no_node);
    for (const auto& [base, target] : nodes_[0].steps) index_.first_steps_[base] = target;
  }

 private:
  struct GrowingNode {
    std::map<std::uint32_t, std::uint32_t> steps;  // base -> node
    std::vector<TermEntry> entries;
  };

  std::uint32_t step(std::uint32_t node, const std::string& base) {
    const auto next = static_cast<std::uint32_t>(nodes_.size());
    const auto [place, is_new] = nodes_[node].steps.try_emplace(index_.bases_.number_of(base), next);
    const std::uint32_t target = place->second;
    if (is_new) nodes_.emplace_back();
    return target;
  }

  void add_begin() {
    index_.nodes_.push_back({.steps_begin = static_cast<std::uint32_t>(index_.steps_.size()),
                             .entries_begin = static_cast<std::uint32_t>(index_.entries_.size())});
  }

  TermIndex& index_;
  WordRunReader reader_;
  std::vector<GrowingNode> nodes_;
};

TermIndex::TermIndex(const TermList& list, const text::LanguageTag& document_language)
    : language_(document_language), rules_(ending_rules(document_language)), manchu_(manchu_keys(document_language)) {
  Builder builder(*this);
  const std::string primary = language_.language();
  const bool romanised = is_romanisation(language_);
  for (std::size_t i = 0; i < list.concepts().size(); ++i) {
    const Concept& holder = list.concepts()[i];
    for (std::size_t j = 0; j < holder.terms.size(); ++j) {
      const Term& term = holder.terms[j];
      const bool same_writing = term.language.language() == primary && is_romanisation(term.language) == romanised;
      const bool is_in_use = term.status != TermStatus::proposed && term.status != TermStatus::rejected;
      if (same_writing && is_in_use) builder.add(holder, i, j);
    }
  }
  std::move(builder).lay_out();
}

std::uint32_t TermIndex::step(std::uint32_t node, std::uint32_t base) const {
  const auto begin = steps_.begin() + nodes_[node].steps_begin;
  const auto end = steps_.begin() + nodes_[node + 1].steps_begin;
  const auto place =
      std::lower_bound(begin, end, base, [](const Step& s, std::uint32_t asked) { return s.base < asked; });
  return place != end && place->base == base ? place->node : no_node;
}

}  // namespace aligner::terms

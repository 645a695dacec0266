#include "aligner/terms/find_terms.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "aligner/segment/words.h"
#include "aligner/terms/word_forms.h"
#include "aligner/terms/word_run.h"

// The wordings form a tree of words: one step a word, entries where a wording ends. From every word of the text the
// tree is walked as far as it goes, over all bases the words can have; wordings that pass the checks on capitals,
// numbers and whole words are candidates. Where candidates overlap, the reading with the largest sum of squared lengths
// wins, the longer at the earlier place on a tie: "cuộc [Chiến tranh nha phiến]" and not "[cuộc Chiến] tranh nha
// phiến". Cost: words of the text times the longest wording (at most longest_wording words), whatever the list.

namespace aligner::terms {
namespace {

constexpr std::size_t longest_wording = 32;  // in words; one bit each in the masks below
constexpr std::size_t widest_frontier = 64;  // ways to read one stretch of words; real lists need three or four
constexpr std::size_t short_unit_size = 5;   // letters; lượng, li, лан and km are short, kilômét is not

struct Entry {
  std::size_t concept_index = 0;
  std::size_t term_index = 0;
  std::string wording;
  std::uint32_t capitals = 0;      // words that begin with a capital: one of them at least must in the text
  std::uint32_t all_capitals = 0;  // abbreviations such as US: must be all capitals in the text
  bool needs_number = false;
  bool needs_whole_word = false;
  bool is_guard = false;
};

bool is_romanisation(const text::LanguageTag& tag) {
  static constexpr std::array<std::string_view, 8> written_otherwise{"zh", "mnc", "ru", "mn", "ja", "ko", "uk", "be"};
  const bool has_own_script =
      std::find(written_otherwise.begin(), written_otherwise.end(), tag.language()) != written_otherwise.end();
  return has_own_script && tag.script() == "Latn";
}

std::size_t letter_count(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

}  // namespace

struct TermFinder::Index {
  Index(const TermList& list, const text::LanguageTag& document_language)
      : language(document_language), rules(ending_rules(document_language)), nodes(1) {
    WordRunReader reader(language);
    for (std::size_t i = 0; i < list.concepts().size(); ++i) {
      const Concept& holder = list.concepts()[i];
      for (std::size_t j = 0; j < holder.terms.size(); ++j) {
        const Term& term = holder.terms[j];
        const bool same_language = term.language.language() == language.language();
        const bool same_writing = is_romanisation(term.language) == is_romanisation(language);
        if (same_language && same_writing && term.status != TermStatus::proposed) add(holder, term, i, j, reader);
      }
    }
  }

  void add(const Concept& holder, const Term& term, std::size_t concept_index, std::size_t term_index,
           WordRunReader& reader) {
    const std::vector<RunWord> words = reader.read(term.wording, {0, term.wording.size()});
    if (words.empty() || words.size() > longest_wording) return;
    Entry entry{.concept_index = concept_index, .term_index = term_index, .wording = term.wording};
    const Inflection inflection = holder.type == "notion" ? Inflection::verb : Inflection::noun;
    std::uint32_t node = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const RunWord& word = words[i];
      const bool is_abbreviation = word.is_all_capitals && word.span.size() > 1 && letter_count(word.key) > 1;
      if (word.is_capital) entry.capitals |= 1u << i;
      if (is_abbreviation) entry.all_capitals |= 1u << i;
      node = step(node, base_form(word.key, is_abbreviation ? Inflection::none : inflection, rules));
    }
    const bool is_short = words.size() == 1 && letter_count(words.front().key) <= short_unit_size;
    entry.needs_number = holder.type == "unit" && is_short;
    entry.needs_whole_word = words.size() == 1;
    entry.is_guard = holder.type == "homograph";
    nodes[node].push_back(std::move(entry));
  }

  std::uint32_t step(std::uint32_t node, const std::string& base) {
    const auto id = bases.try_emplace(base, static_cast<std::uint32_t>(bases.size())).first->second;
    const auto [place, is_new] = steps.try_emplace(edge(node, id), static_cast<std::uint32_t>(nodes.size()));
    if (is_new) nodes.emplace_back();
    return place->second;
  }

  static std::uint64_t edge(std::uint32_t node, std::uint32_t base) { return (std::uint64_t{node} << 32u) | base; }

  text::LanguageTag language;
  EndingRules rules;
  std::unordered_map<std::string, std::uint32_t> bases;    // tagged base -> number
  std::unordered_map<std::uint64_t, std::uint32_t> steps;  // node and base -> node
  std::vector<std::vector<Entry>> nodes;                   // wordings that end at each node
  // The root is node 0 and has no wording.

  /// What stands at one place of the text.
  struct Found {
    std::size_t word_count = 0;
    std::vector<const Entry*> entries;
  };

  std::vector<std::vector<std::uint32_t>> known_bases(const std::vector<RunWord>& words) const {
    std::vector<std::vector<std::uint32_t>> known(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
      for (const std::string& base : possible_bases(words[i].key, rules)) {
        const auto place = bases.find(base);
        if (place != bases.end()) known[i].push_back(place->second);
      }
      std::sort(known[i].begin(), known[i].end());
      known[i].erase(std::unique(known[i].begin(), known[i].end()), known[i].end());
    }
    return known;
  }

  /// Every wording that stands at `begin`, by length, one Found for each length.
  std::vector<Found> all_at(std::size_t begin, const std::vector<RunWord>& words,
                            const std::vector<std::vector<std::uint32_t>>& known) const {
    std::vector<Found> all;
    std::vector<std::uint32_t> frontier{0};
    for (std::size_t end = begin; end < words.size() && !frontier.empty(); ++end) {
      frontier = step_all(frontier, known[end]);
      Found found{.word_count = end + 1 - begin};
      for (const std::uint32_t node : frontier) {
        for (const Entry& entry : nodes[node]) {
          if (stands(entry, begin, found.word_count, words)) found.entries.push_back(&entry);
        }
      }
      if (!found.entries.empty()) all.push_back(std::move(found));
    }
    return all;
  }

  std::vector<std::uint32_t> step_all(const std::vector<std::uint32_t>& frontier,
                                      const std::vector<std::uint32_t>& known) const {
    std::vector<std::uint32_t> next;
    for (const std::uint32_t node : frontier) {
      for (const std::uint32_t base : known) {
        const auto place = steps.find(edge(node, base));
        if (place != steps.end() && next.size() < widest_frontier) next.push_back(place->second);
      }
    }
    return next;
  }

  static bool stands(const Entry& entry, std::size_t begin, std::size_t count, const std::vector<RunWord>& words) {
    bool has_capital = entry.capitals == 0;
    for (std::size_t i = 0; i < count; ++i) {
      const RunWord& word = words[begin + i];
      const std::uint32_t bit = 1u << i;
      if ((entry.capitals & bit) != 0 && word.is_capital) has_capital = true;
      if ((entry.all_capitals & bit) != 0 && !word.is_all_capitals) return false;
    }
    if (!has_capital) return false;
    if (entry.needs_whole_word && !words[begin].is_whole_word) return false;
    if (!entry.needs_number) return true;
    return begin > 0 && (words[begin - 1].is_number || is_numeral(words[begin - 1].key));
  }
};

TermFinder::TermFinder(const TermList& list, const text::LanguageTag& language)
    : index_(std::make_shared<const Index>(list, language)) {}

namespace {

/// One mention a concept: the term worded exactly so, or else the first.
std::vector<TermMention> one_per_concept(const std::vector<const Entry*>& entries, text::Span span,
                                         std::string_view stretch) {
  std::vector<const Entry*> sorted;
  for (const Entry* entry : entries) {
    if (!entry->is_guard) sorted.push_back(entry);
  }
  std::sort(sorted.begin(), sorted.end(), [stretch](const Entry* a, const Entry* b) {
    const auto rank = [stretch](const Entry* entry) {
      return std::make_tuple(entry->concept_index, entry->wording == stretch ? 0 : 1, entry->term_index);
    };
    return rank(a) < rank(b);
  });
  std::vector<TermMention> mentions;
  for (const Entry* entry : sorted) {
    if (!mentions.empty() && mentions.back().concept_index == entry->concept_index) continue;
    mentions.push_back({span, entry->concept_index, entry->term_index});
  }
  return mentions;
}

}  // namespace

std::vector<TermMention> TermFinder::find(std::string_view utf8, text::Span range) const {
  const std::vector<RunWord> words = WordRunReader(index_->language).read(utf8, range);
  const std::vector<std::vector<std::uint32_t>> known = index_->known_bases(words);

  // 1. From the end: what the best reading is worth from each word on, and which candidate it begins with.
  std::vector<std::uint64_t> worth(words.size() + 1, 0);
  std::vector<Index::Found> chosen(words.size());
  for (std::size_t i = words.size(); i-- > 0;) {
    worth[i] = worth[i + 1];
    for (Index::Found& found : index_->all_at(i, words, known)) {
      const std::uint64_t sum = found.word_count * found.word_count + worth[i + found.word_count];
      if (sum < worth[i]) continue;
      worth[i] = sum;
      chosen[i] = std::move(found);
    }
  }

  // 2. From the beginning: follow it.
  std::vector<TermMention> mentions;
  for (std::size_t i = 0; i < words.size();) {
    const Index::Found& found = chosen[i];
    if (found.word_count == 0) {
      ++i;
      continue;
    }
    text::Span span{words[i].span.begin, words[i + found.word_count - 1].span.end};
    std::string_view stretch = utf8.substr(span.begin, span.size());
    if (index_->rules == EndingRules::english) stretch = without_possessive(stretch);
    span.end = span.begin + stretch.size();
    for (const TermMention& mention : one_per_concept(found.entries, span, stretch)) mentions.push_back(mention);
    i += found.word_count;
  }
  return mentions;
}

}  // namespace aligner::terms

#include "aligner/terms/find_terms.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <tuple>
#include <utility>

#include "aligner/terms/known_words.h"
#include "aligner/terms/term_index.h"
#include "aligner/terms/word_run.h"

// From every word of the text that a wording can begin with, the tree of wordings is walked as far as it goes, over all
// bases the words can have; wordings that pass the checks on capitals, numbers and whole words are candidates. Where
// candidates overlap, the reading with the largest sum of squared lengths wins, the longer at the earlier place on a
// tie: "cuộc [Chiến tranh nha phiến]" and not "[cuộc Chiến] tranh nha phiến". Cost: words of the text times the longest
// wording (at most longest_wording words), whatever the list; most words are looked up in a table and passed over.

namespace aligner::terms {
namespace {

constexpr std::size_t widest_frontier = 64;  // ways to read one stretch of words; real lists need three or four

/// One mention a concept: the term worded exactly so, or else the first. Sorts `entries`.
void add_one_per_concept(std::span<const TermEntry*> entries, text::Span span, std::string_view stretch,
                         std::vector<TermMention>& mentions) {
  std::sort(entries.begin(), entries.end(), [stretch](const TermEntry* a, const TermEntry* b) {
    const auto rank = [stretch](const TermEntry* entry) {
      return std::make_tuple(entry->concept_index, entry->wording == stretch ? 0 : 1, entry->term_index);
    };
    return rank(a) < rank(b);
  });
  const TermEntry* last = nullptr;
  for (const TermEntry* entry : entries) {
    if (entry->is_guard || (last != nullptr && last->concept_index == entry->concept_index)) continue;
    mentions.push_back({span, entry->concept_index, entry->term_index});
    last = entry;
  }
}

}  // namespace

struct TermFinder::Index {
  TermIndex tree;
};

struct TermSearch::State {
  explicit State(std::shared_ptr<const TermFinder::Index> shared)
      : owner(std::move(shared)), index(owner->tree), reader(index.language()), known(index) {}

  /// What the best reading begins with at one word of the run.
  struct Choice {
    std::size_t word_count = 0;  // 0: no wording
    std::size_t entries_begin = 0;
    std::size_t entries_end = 0;
  };

  bool read(std::string_view utf8, text::Span range);
  void choose_at(std::size_t begin);
  void step_all(std::uint32_t word);
  void collect(std::size_t begin, std::size_t word_count);
  bool stands(const TermEntry& entry, std::size_t begin, std::size_t count) const;
  void follow(std::string_view utf8, std::vector<TermMention>& mentions);

  std::shared_ptr<const TermFinder::Index> owner;
  const TermIndex& index;
  WordRunReader reader;
  KnownWords known;

  // Of the stretch at hand.
  std::vector<RunWord> words;
  std::vector<std::uint64_t> worth;       // of the best reading from each word on
  std::vector<Choice> choices;            // by word
  std::vector<const TermEntry*> entries;  // of all choices
  // Of the place at hand.
  std::vector<std::uint32_t> frontier;
  std::vector<std::uint32_t> next_frontier;
  std::vector<const TermEntry*> standing;
};

TermFinder::TermFinder(const TermList& list, const text::LanguageTag& language)
    : index_(std::make_shared<const Index>(Index{TermIndex(list, language)})) {}

std::vector<TermMention> TermFinder::find(std::string_view utf8, text::Span range) const {
  return TermSearch(*this).find(utf8, range);
}

TermSearch::TermSearch(const TermFinder& finder) : state_(std::make_unique<State>(finder.index_)) {}
TermSearch::TermSearch(TermSearch&& other) noexcept = default;
TermSearch& TermSearch::operator=(TermSearch&& other) noexcept = default;
TermSearch::~TermSearch() = default;

std::vector<TermMention> TermSearch::find(std::string_view utf8, text::Span range) {
  std::vector<TermMention> mentions;
  State& state = *state_;
  if (!state.read(utf8, range)) return mentions;
  const std::size_t size = state.words.size();
  state.worth.assign(size + 1, 0);
  state.choices.assign(size, {});
  state.entries.clear();
  for (std::size_t i = size; i-- > 0;) {
    state.worth[i] = state.worth[i + 1];
    if (state.known[state.words[i].known].begins_wording) state.choose_at(i);
  }
  state.follow(utf8, mentions);
  return mentions;
}

// Reads the words and says whether a wording can begin with any of them.
bool TermSearch::State::read(std::string_view utf8, text::Span range) {
  words = reader.read(utf8, range);
  bool any = false;
  for (RunWord& word : words) {
    word.known = known.number_of(utf8.substr(word.span.begin, word.span.size()));
    any = any || known[word.known].begins_wording;
  }
  return any;
}

// The wordings that stand at `begin`, shorter ones first; the best reading is kept.
void TermSearch::State::choose_at(std::size_t begin) {
  Choice& choice = choices[begin];
  choice.entries_begin = entries.size();
  frontier.clear();
  for (const std::uint32_t base : known.bases(words[begin].known)) {
    const std::uint32_t node = index.first_step(base);
    if (node != TermIndex::no_node && frontier.size() < widest_frontier) frontier.push_back(node);
  }
  for (std::size_t end = begin + 1;; ++end) {
    const std::size_t word_count = end - begin;
    collect(begin, word_count);
    const std::uint64_t sum = word_count * word_count + worth[end];
    if (!standing.empty() && sum >= worth[begin]) {
      worth[begin] = sum;
      choice.word_count = word_count;
      entries.resize(choice.entries_begin);
      entries.insert(entries.end(), standing.begin(), standing.end());
      choice.entries_end = entries.size();
    }
    if (end == words.size()) return;
    step_all(words[end].known);
    if (frontier.empty()) return;
  }
}

void TermSearch::State::step_all(std::uint32_t word) {
  next_frontier.clear();
  for (const std::uint32_t node : frontier) {
    for (const std::uint32_t base : known.bases(word)) {
      const std::uint32_t next = index.step(node, base);
      if (next != TermIndex::no_node && next_frontier.size() < widest_frontier) next_frontier.push_back(next);
    }
  }
  frontier.swap(next_frontier);
}

void TermSearch::State::collect(std::size_t begin, std::size_t word_count) {
  standing.clear();
  for (const std::uint32_t node : frontier) {
    for (const TermEntry& entry : index.entries(node)) {
      if (stands(entry, begin, word_count)) standing.push_back(&entry);
    }
  }
}

bool TermSearch::State::stands(const TermEntry& entry, std::size_t begin, std::size_t count) const {
  bool has_capital = entry.capitals == 0;
  for (std::size_t i = 0; i < count && (entry.capitals | entry.all_capitals) != 0; ++i) {
    const KnownWord& word = known[words[begin + i].known];
    const std::uint32_t bit = 1u << i;
    if ((entry.capitals & bit) != 0 && word.is_capital) has_capital = true;
    if ((entry.all_capitals & bit) != 0 && !word.is_all_capitals) return false;
  }
  if (!has_capital) return false;
  if (entry.needs_whole_word && !words[begin].is_whole_word) return false;
  if (!entry.needs_number) return true;
  return begin > 0 && (words[begin - 1].is_number || known[words[begin - 1].known].is_numeral);
}

// From the beginning: what was chosen.
void TermSearch::State::follow(std::string_view utf8, std::vector<TermMention>& mentions) {
  for (std::size_t i = 0; i < words.size();) {
    const Choice& choice = choices[i];
    if (choice.word_count == 0) {
      ++i;
      continue;
    }
    text::Span span{words[i].span.begin, words[i + choice.word_count - 1].span.end};
    std::string_view stretch = utf8.substr(span.begin, span.size());
    if (index.rules() == EndingRules::english) stretch = without_possessive(stretch);
    span.end = span.begin + stretch.size();
    const std::span<const TermEntry*> chosen(entries.data() + choice.entries_begin,
                                             entries.data() + choice.entries_end);
    add_one_per_concept(chosen, span, stretch, mentions);
    i += choice.word_count;
  }
}

}  // namespace aligner::terms

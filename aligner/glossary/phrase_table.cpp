#include "aligner/glossary/phrase_table.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>
#include <variant>

#include "aligner/glossary/association.h"
#include "aligner/text/folded_text.h"

namespace aligner::glossary {
namespace {

constexpr std::uint32_t no_run = 0xFFFFFFFF;
// Of the background's texts, which are strings of programs: words a string.
constexpr double words_of_a_text = 8;
constexpr double termhood_without_background = 0.7;
constexpr double termhood_of_a_name = 0.9;
// A run of words is no term where a longer one explains nine in ten of its mentions.
constexpr double fewest_alone = 0.1;

bool is_one_letter(std::string_view word) {
  std::size_t letters = 0;
  for (const char byte : word) letters += (static_cast<unsigned char>(byte) & 0xC0) != 0x80 ? 1 : 0;
  return letters < 2;
}

// The Russian letter ё is often written е.
std::string without_yo(std::string word) {
  for (std::size_t at = word.find("ё"); at != std::string::npos; at = word.find("ё", at)) word.replace(at, 2, "е");
  return word;
}

}  // namespace

PhraseTable::PhraseTable(CorpusSide& side, const std::vector<RowSide>& rows, const PhraseOptions& options)
    : side_(side) {
  find_keys();
  mark_tokens();
  count_words();
  for (std::uint32_t words = 2; words <= longest_phrase && count_runs(words, options.min_count); ++words) {
  }
  note_longer_runs(options.min_count);
  make_phrases(options.min_count);
  count_phrases(rows);
}

void PhraseTable::find_keys() {
  key_of_word_.reserve(side_.vocabulary.words.size());
  for (lexicon::TokenId word = 0; word < side_.vocabulary.words.size(); ++word) {
    key_of_word_.push_back(keys_.number_of(side_.words.stem(without_yo(side_.vocabulary.words.name(word)))));
  }
}

void PhraseTable::mark_tokens() {
  std::vector<unsigned char> of_word(side_.vocabulary.words.size());
  for (lexicon::TokenId id = 0; id < of_word.size(); ++id) {
    const std::string& name = side_.vocabulary.words.name(id);
    of_word[id] = is_letters;
    if (!side_.words.may_stand_inside(name)) of_word[id] |= bars;
    if (is_one_letter(name)) continue;
    if (side_.words.may_begin(name)) of_word[id] |= begins;
    if (side_.words.may_end(name)) of_word[id] |= ends;
  }
  flags_.reserve(side_.tokens.size());
  for (const TermToken& token : side_.tokens) {
    flags_.push_back(token.kind == lexicon::TokenClass::word ? of_word[token.word] : 0);
  }
  unit_end_.assign(side_.tokens.size(), 0);
  for (const UnitMention& mention : side_.mentions) {
    flags_[mention.tokens.begin] |= starts_unit;
    unit_end_[mention.tokens.begin] = mention.tokens.end;
    for (std::uint32_t at = mention.tokens.begin + 1; at < mention.tokens.end; ++at) flags_[at] |= inside_unit;
  }
}

bool PhraseTable::may_grow(std::uint32_t token) const {
  return token < side_.tokens.size() && is_word(token) && !side_.tokens[token].begins_segment;
}

bool PhraseTable::is_candidate(TokenRange tokens) const {
  if ((flags_[tokens.begin] & begins) == 0 || (flags_[tokens.end - 1] & ends) == 0) return false;
  for (std::uint32_t at = tokens.begin + 1; at + 1 < tokens.end; ++at) {
    if ((flags_[at] & bars) != 0) return false;
  }
  const bool cuts_head = (flags_[tokens.begin] & inside_unit) != 0;
  const bool cuts_tail = tokens.end < flags_.size() && (flags_[tokens.end] & inside_unit) != 0;
  return !cuts_head && !cuts_tail && unit_end_[tokens.begin] != tokens.end;
}

void PhraseTable::count_words() {
  std::vector<std::uint32_t> run_of_key(keys_.size(), no_run);
  run_at_[0].assign(side_.tokens.size(), no_run);
  for (std::uint32_t at = 0; at < side_.tokens.size(); ++at) {
    if (!is_word(at)) continue;
    std::uint32_t& run = run_of_key[key(at)];
    if (run == no_run) {
      run = static_cast<std::uint32_t>(runs_.size());
      runs_.push_back({.example = at, .words = 1});
    }
    run_at_[0][at] = run;
    ++runs_[run].count;
    if (is_candidate({at, at + 1})) ++runs_[run].as_candidate;
    ++word_count_;
  }
}

// Whether any run was found.
bool PhraseTable::count_runs(std::uint32_t words, std::size_t min_count) {
  const std::vector<std::uint32_t>& shorter = run_at_[words - 2];
  std::vector<std::uint32_t>& longer = run_at_[words - 1];
  longer.assign(side_.tokens.size(), no_run);
  std::unordered_map<std::uint64_t, std::uint32_t> known;  // by its first and last run of one word less
  const std::size_t first = runs_.size();
  for (std::uint32_t at = 0; at + words <= side_.tokens.size(); ++at) {
    const std::uint32_t head = shorter[at];
    const std::uint32_t tail = may_grow(at + words - 1) ? shorter[at + 1] : no_run;
    if (head == no_run || tail == no_run) continue;
    if (runs_[head].count < min_count || runs_[tail].count < min_count) continue;
    const auto [entry, is_new] =
        known.try_emplace((std::uint64_t{head} << 32U) | tail, static_cast<std::uint32_t>(runs_.size()));
    if (is_new) runs_.push_back({.example = at, .words = words});
    Run& run = runs_[entry->second];
    longer[at] = entry->second;
    ++run.count;
    if (is_candidate({at, at + words})) ++run.as_candidate;
  }
  return runs_.size() > first;
}

void PhraseTable::note_longer_runs(std::size_t min_count) {
  for (const Run& longer : std::vector<Run>(runs_)) {
    if (longer.words < 2 || longer.as_candidate < min_count) continue;
    for (std::uint32_t words = 1; words < longer.words; ++words) {
      for (std::uint32_t skip = 0; skip + words <= longer.words; ++skip) {
        Run& inner = runs_[run_at_[words - 1][longer.example + skip]];
        inner.inside_longer = std::max(inner.inside_longer, longer.as_candidate);
      }
    }
  }
}

double PhraseTable::unithood(const Run& run) const {
  double weakest = 1;
  for (std::uint32_t head = 1; head < run.words; ++head) {
    const double left = runs_[run_at_[head - 1][run.example]].count;
    const double right = runs_[run_at_[run.words - head - 1][run.example + head]].count;
    weakest = std::min(
        weakest,
        cohesion({.joint = static_cast<double>(run.count), .first = left, .second = right, .total = word_count_}));
  }
  return weakest;
}

double PhraseTable::termhood(const Run& run) const {
  if (side_.words.background_texts() == 0) return termhood_without_background;
  double sum = 0;
  double words = 0;
  for (std::uint32_t at = run.example; at < run.example + run.words; ++at) {
    if (!is_content(at)) continue;
    const double here = runs_[run_at_[0][at]].count / word_count_;
    const double elsewhere =
        (side_.words.background_share(keys_.word(key(at))) + 1 / side_.words.background_texts()) / words_of_a_text;
    sum += std::log(here / elsewhere);
    ++words;
  }
  return 1 / (1 + std::exp(-sum / std::max(words, 1.0)));
}

void PhraseTable::make_phrases(std::size_t min_count) {
  for (Run& run : runs_) {
    if (run.as_candidate < min_count) continue;
    const double alone = 1 - static_cast<double>(run.inside_longer) / run.as_candidate;
    if (alone < fewest_alone) continue;
    run.phrase = static_cast<std::uint32_t>(phrases_.size());
    phrases_.push_back({.words = run.words,
                        .example = run.example,
                        .alone = std::clamp(alone, 0.0, 1.0),
                        .unithood = unithood(run),
                        .termhood = termhood(run)});
  }
  first_unit_ = static_cast<std::uint32_t>(phrases_.size());
  for (std::uint32_t unit = 0; unit < side_.units.size(); ++unit) {
    phrases_.push_back({.unit = unit, .termhood = side_.units[unit].concept_id.empty() ? termhood_of_a_name : 1});
  }
}

void PhraseTable::count_phrases(const std::vector<RowSide>& rows) {
  for (const RowSide& row : rows) {
    for (std::uint32_t begin = row.tokens.begin; begin < row.tokens.end; ++begin) {
      for (std::uint32_t end = begin + 1; end <= std::min(row.tokens.end, begin + longest_phrase); ++end) {
        if (const std::uint32_t phrase = find({begin, end}); phrase != no_phrase) phrases_[phrase].count += row.weight;
      }
    }
    for (std::uint32_t i = row.mentions.begin; i < row.mentions.end; ++i) {
      phrases_[phrase_of_unit(side_.mentions[i].unit)].count += row.weight;
    }
  }
}

std::vector<std::uint32_t> PhraseTable::keys_of(std::uint32_t phrase) const {
  std::vector<std::uint32_t> keys;
  for (std::uint32_t i = 0; i < phrases_[phrase].words; ++i) keys.push_back(key(phrases_[phrase].example + i));
  return keys;
}

std::string PhraseTable::example_of(std::uint32_t phrase) const {
  if (is_unit(phrase)) {
    const auto* name = std::get_if<anchors::Name>(&side_.units[phrases_[phrase].unit].example.value);
    return name == nullptr ? "" : text::fold(name->spelling);
  }
  std::string text;
  for (std::uint32_t i = 0; i < phrases_[phrase].words; ++i) {
    text += (i > 0 ? " " : "") + side_.vocabulary.words.name(side_.tokens[phrases_[phrase].example + i].word);
  }
  return text;
}

bool PhraseTable::overlap(std::uint32_t phrase, std::uint32_t other) const {
  const std::vector<std::uint32_t> a = keys_of(phrase);
  const std::vector<std::uint32_t> b = keys_of(other);
  const auto& longer = a.size() < b.size() ? b : a;
  const auto& shorter = a.size() < b.size() ? a : b;
  return !shorter.empty() && std::search(longer.begin(), longer.end(), shorter.begin(), shorter.end()) != longer.end();
}

std::uint32_t PhraseTable::find(TokenRange tokens) const {
  const std::uint32_t words = tokens.size();
  if (words == 0 || words > longest_phrase || run_at_[words - 1].empty()) return no_phrase;
  const std::uint32_t run = run_at_[words - 1][tokens.begin];
  if (run == no_run || runs_[run].phrase == no_phrase || !is_candidate(tokens)) return no_phrase;
  return runs_[run].phrase;
}

}  // namespace aligner::glossary

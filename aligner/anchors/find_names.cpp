#include "aligner/anchors/find_names.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "aligner/anchors/cldr_names.h"
#include "aligner/anchors/titles.h"

namespace aligner::anchors {
namespace {

using namespace sense;

constexpr std::size_t most_words = 10;  // longer runs are headings
constexpr std::size_t most_bytes = 60;  // longer words are no names

bool is_sentence_sign(const Token& token) {
  return token.is_mark(U'.') || token.is_mark(U'!') || token.is_mark(U'?') || token.is_mark(U':') ||
         token.is_mark(U'"') || token.is_mark(U'\u201C') || token.is_mark(U'\u00AB') || token.is_mark(U'\u2026') ||
         token.is_mark(U'=') || token.is_mark(U'*');
}

// Capital because it begins a sentence, a quotation, a line.
bool begins_sentence(const Phrase& phrase, std::size_t at) {
  if (at == 0) return true;
  const Token& before = phrase[at - 1];
  const bool opening = before.is_mark(U'(') && at >= 2 && is_sentence_sign(phrase[at - 2]);
  const bool list = before.is_dash() && (at == 1 || is_sentence_sign(phrase[at - 2]));
  return is_sentence_sign(before) || opening || list;
}

// Endings that common words have and names hardly ever, for words that only stand at the begin of a sentence.
bool has_common_ending(std::string_view word, Language language) {
  static constexpr std::array<std::string_view, 12> english = {"ing",  "ly",   "ion", "ions", "ment",  "ments",
                                                               "ness", "ties", "ed",  "ects", "ances", "ers"};
  static constexpr std::array<std::string_view, 8> russian = {"ость",   "ости", "ние",  "ния",
                                                              "тельно", "лись", "ется", "ция"};
  const auto ends = [&](std::string_view ending) { return word.ends_with(ending); };
  if (language == Language::en) return std::any_of(english.begin(), english.end(), ends);
  return language == Language::ru && std::any_of(russian.begin(), russian.end(), ends);
}

// A Vietnamese syllable at the begin of a sentence is a word like any other; longer Latin words are names.
bool is_short_or_marked(std::string_view word) {
  const bool marked =
      std::any_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return marked || word.size() < 6;
}

bool is_only_word(const Phrase& phrase, std::size_t word) {
  for (std::size_t at = 0; at < phrase.size(); ++at) {
    if (at != word && phrase[at].kind != TokenKind::mark) return false;
  }
  return true;
}

// Where all words are capitals, or a heading capitalises most words, capitals say nothing.
bool tells_no_names(const Phrase& phrase, segment::SegmentKind kind) {
  std::size_t words = 0;
  std::size_t capitals = 0;
  std::size_t all_capitals = 0;
  for (std::size_t at = 0; at < phrase.size(); ++at) {
    words += phrase[at].is_word() ? 1 : 0;
    capitals += phrase[at].capital ? 1 : 0;
    all_capitals += phrase[at].all_capitals ? 1 : 0;
  }
  if (words > 2 && 2 * all_capitals > words) return true;
  return kind == segment::SegmentKind::heading && words > 4 && 5 * capitals > 3 * words;
}

// The last term that begins no later than `at`, or nullptr.
const text::Span* find_term(std::size_t at, const std::vector<text::Span>& terms) {
  const auto behind = std::upper_bound(terms.begin(), terms.end(), at,
                                       [](std::size_t position, text::Span term) { return position < term.begin; });
  return behind == terms.begin() ? nullptr : &*std::prev(behind);
}

// True when a term that does not reach the run's end covers the word.
bool begins_term_inside(text::Span word, text::Span run, const std::vector<text::Span>& terms) {
  const text::Span* term = find_term(word.begin, terms);
  return term != nullptr && term->contains(word) && run.contains(*term) && term->end < run.end;
}

bool is_covered(text::Span word, const std::vector<text::Span>& terms) {
  const text::Span* term = find_term(word.begin, terms);
  return term != nullptr && term->contains(word);
}

}  // namespace

WordHabits::WordHabits(const TokenizedDocument& document) : document_(document), habits_(document.word_count(), 0) {
  for (std::size_t segment = 0; segment < document.segment_count(); ++segment) {
    const Phrase phrase = document.phrase(segment);
    for (std::size_t at = 0; at < phrase.size(); ++at) {
      const Token& token = phrase[at];
      if (!token.is_word() || token.script == TokenScript::han) continue;
      if (!token.capital) habits_[token.word] |= small;
      if (token.capital && !begins_sentence(phrase, at)) habits_[token.word] |= capital_inside;
    }
  }
}

// The tokens of a run that make the name; begin and end also cover initials.
struct NameFinder::Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  NameParts parts;  // indexes of tokens
  bool too_long = false;
};

bool NameFinder::is_name_word(const Token& token) const {
  const bool letters = token.script == TokenScript::latin || token.script == TokenScript::cyrillic;
  return token.is_word() && token.capital && letters && token.folded_size <= most_bytes;
}

NameFinder::Run NameFinder::collect(const Phrase& phrase, std::size_t at, const std::vector<bool>& taken) const {
  Run run{.begin = at, .end = at};
  const auto is_free = [&](std::size_t token) { return token < taken.size() && !taken[token]; };
  std::size_t next = at;
  while (is_free(next)) {
    if (is_initial(phrase, next) && is_name_word(phrase[next]) && is_free(next + 2) && is_name_word(phrase[next + 2])) {
      run.parts.initials.push_back(next);
      next += 2;
      continue;
    }
    if (is_saint(phrase, next)) {
      const bool sign = phrase[next + 1].is_mark(U'.') || is_hyphen(phrase[next + 1]);
      const std::size_t name = sign ? next + 2 : next + 1;
      if (is_name_word(phrase[name])) {
        next = name;
        continue;
      }
    }
    if (!is_name_word(phrase[next])) break;
    if (run.parts.words.size() >= most_words) run.too_long = true;
    if (!run.too_long) run.parts.words.push_back(next);
    run.end = ++next;
    // Halves of a compound, small ones too: Nikolaevsk-on-Amur, Giang-cheng.
    while (is_hyphen(phrase[next]) && phrase.is_tight(next) && phrase.is_tight(next + 1) &&
           phrase[next + 1].is_word() && is_free(next + 1)) {
      if (run.parts.words.size() >= most_words) run.too_long = true;
      if (!run.too_long) run.parts.words.push_back(next + 1);
      next += 2;
      run.end = next;
    }
    const bool particle_next = phrase[next].has(particle) && !phrase[next].capital && is_name_word(phrase[next + 1]);
    if (particle_next && is_free(next + 1)) ++next;
  }
  return run;
}

// Anh, which is England as well as "elder brother": a name where its capital is not owed to the sentence's begin, or
// where nothing else is said.
bool NameFinder::is_place_syllable(const Phrase& phrase, const Run& run) const {
  if (document_.language() != Language::vi || run.parts.words.size() != 1) return false;
  const std::size_t word = run.parts.words.front();
  const bool alone = is_only_word(phrase, word);
  const bool by_sentence = phrase[word].has(function_word | class_word) && !begins_sentence(phrase, word);
  return (alone || by_sentence) && is_vietnamese_place_syllable(phrase.text(word));
}

void NameFinder::trim_head(const Phrase& phrase, Run& run, const std::vector<text::Span>& terms) const {
  const text::Span run_span = phrase.span(run.begin, std::max(run.end, run.begin + 1));
  const bool vietnamese = document_.language() == Language::vi;
  const bool english = document_.language() == Language::en;
  while (!run.parts.words.empty()) {
    const std::size_t head = run.parts.words.front();
    const Token& token = phrase[head];
    const bool first = begins_sentence(phrase, head);
    const bool multiple = run.parts.words.size() > 1;
    const std::string_view text = phrase.text(head);
    const bool only_by_place = first && habits_.is_seen_small(text) && !habits_.is_seen_capital_inside(text);
    const bool compound =
        is_hyphen(phrase[head + 1]) && phrase.is_tight(head + 1) && phrase.is_tight(head + 2);  // I-shan
    bool drop = title_size(phrase, head, document_.language()) > 0 ||
                (token.has(function_word) && !compound && (first || english || !multiple));
    drop = drop && !is_place_syllable(phrase, run);
    drop = drop || (only_by_place && multiple);
    if (vietnamese && multiple && !drop) drop = begins_term_inside(token.span, run_span, terms);
    if (!drop) return;
    run.parts.words.erase(run.parts.words.begin());
    if (!run.parts.words.empty()) run.begin = run.parts.words.front();
    std::vector<std::size_t>& initials = run.parts.initials;  // those between a title and the name stay
    initials.erase(initials.begin(), std::upper_bound(initials.begin(), initials.end(), head));
    if (!initials.empty()) run.begin = std::min(run.begin, initials.front());
  }
}

bool NameFinder::is_plausible(const Phrase& phrase, const Run& run, segment::SegmentKind kind) const {
  if (run.parts.words.empty() || run.too_long) return false;
  const bool only_class_words = std::all_of(run.parts.words.begin(), run.parts.words.end(),
                                            [&](std::size_t word) { return phrase[word].has(class_word | title); });
  if (only_class_words) return false;
  if (run.parts.words.size() > 1 || !run.parts.initials.empty()) return true;
  const std::size_t word = run.parts.words.front();
  const Token& token = phrase[word];
  const std::string_view text = phrase.text(word);
  if (is_place_syllable(phrase, run)) return true;
  if (token.has(function_word | class_word | title | month_name)) return false;
  const std::size_t letters = token.script == TokenScript::cyrillic ? text.size() / 2 : text.size();
  if (letters < 2 || habits_.is_seen_small(text)) return false;
  if (habits_.is_seen_capital_inside(text)) return true;
  if (kind == segment::SegmentKind::heading) return false;
  // From here on the capital may be owed to the begin of the sentence alone.
  const Language language = document_.language();
  if (language == Language::vi && is_short_or_marked(text)) return false;
  return letters >= 3 && !has_common_ending(text, language);
}

std::vector<FoundName> NameFinder::find(std::size_t segment, segment::SegmentKind kind, const std::vector<bool>& taken,
                                        const std::vector<text::Span>& terms) {
  const Phrase phrase = document_.phrase(segment);
  std::vector<FoundName> found;
  if (tells_no_names(phrase, kind)) return found;
  for (std::size_t at = 0; at < phrase.size();) {
    if (taken[at] || !is_name_word(phrase[at])) {
      ++at;
      continue;
    }
    Run run = collect(phrase, at, taken);
    const std::size_t next = std::max(run.end, at + 1);
    trim_head(phrase, run, terms);
    const bool listed = std::all_of(run.parts.words.begin(), run.parts.words.end(),
                                    [&](std::size_t word) { return is_covered(phrase[word].span, terms); });
    if (!listed && is_plausible(phrase, run, kind)) {
      Name name = maker_.make(phrase, run.parts);
      details_.add(name);
      if (!name.key.empty()) found.push_back({phrase.span(run.begin, run.end), std::move(name)});
    }
    at = next;
  }
  return found;
}

}  // namespace aligner::anchors

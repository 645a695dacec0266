// Untranslated passages: what stands in both texts as it is. Translations between two languages only.
//
// Names, commands and lists of them are copied rightly. What counts is words that begin with a small letter: a whole
// pair that is equal, or a run of them. Where signs of code stand between them, it is information.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "aligner/check/checked_texts.h"
#include "aligner/text/folded_text.h"

namespace aligner::check {
namespace {

constexpr std::size_t shortest_copy = 3;       // words of an equal pair
constexpr std::size_t shortest_run = 6;        // words of a run inside a pair
constexpr std::size_t longest_passage = 1000;  // words of a side in which runs are looked for
constexpr std::size_t most_places = 16;        // of one word in a passage that are looked at
constexpr std::string_view code_signs = "/\\_=$<>{}|@#%*~`^[]";

// Signs of code, a man page ("apt(8)"), a file's name.
bool is_code(std::string_view utf8) {
  for (std::size_t at = utf8.find('('); at != std::string_view::npos; at = utf8.find('(', at + 1)) {
    if (at > 0 && utf8[at - 1] != ' ') return true;
  }
  const std::string line = one_line(utf8);
  if (std::count(line.begin(), line.end(), ' ') + 1 < static_cast<std::ptrdiff_t>(shortest_copy)) return true;
  return utf8.find_first_of(code_signs) != std::string_view::npos || utf8.find("--") != std::string_view::npos ||
         utf8.find("::") != std::string_view::npos;
}

bool begins_small(std::string_view word) {
  return text::fold(word) == text::fold(word, {.letter_case = text::FoldCase::keep});
}

struct Word {
  text::Span span;
  std::string folded;
  bool is_small = false;
};

std::vector<Word> letters_of(const CheckedSide& side, const Segments& segments) {
  std::vector<Word> words;
  for (const std::size_t segment : segments) {
    for (const segment::Word& word : side.words[segment]) {
      if (word.kind != segment::WordKind::letters) continue;
      const std::string_view bytes = side.slice(word.span);
      words.push_back({word.span, text::fold(bytes), begins_small(bytes)});
    }
  }
  return words;
}

// Most words that follow each other on both sides.
struct Run {
  std::size_t source = 0;  // index of its first word
  std::size_t target = 0;
  std::size_t length = 0;
};

Run longest_run(const std::vector<Word>& source, const std::vector<Word>& target) {
  std::map<std::string_view, std::vector<std::size_t>> places;
  for (std::size_t t = 0; t < target.size(); ++t) {
    std::vector<std::size_t>& all = places[target[t].folded];
    if (all.size() < most_places) all.push_back(t);
  }
  Run best;
  for (std::size_t s = 0; s < source.size(); ++s) {
    const auto found = places.find(source[s].folded);
    if (found == places.end()) continue;
    for (const std::size_t t : found->second) {
      std::size_t length = 1;
      while (s + length < source.size() && t + length < target.size() &&
             source[s + length].folded == target[t + length].folded) {
        ++length;
      }
      if (length > best.length) best = {s, t, length};
    }
  }
  return best;
}

// All words of both where they are equal, else 0.
std::size_t equal_length(const std::vector<Word>& source, const std::vector<Word>& target) {
  const bool are_equal = std::equal(source.begin(), source.end(), target.begin(), target.end(),
                                    [](const Word& a, const Word& b) { return a.folded == b.folded; });
  return are_equal ? source.size() : 0;
}

void check_pair(const CheckedTexts& view, std::size_t index, Findings& findings) {
  const align::Bead& bead = view.bead(index);
  const std::vector<Word> source = letters_of(view.source, bead.source);
  const std::vector<Word> target = letters_of(view.target, bead.target);
  const bool is_long = std::max(source.size(), target.size()) > longest_passage;
  const Run run = is_long ? Run{0, 0, equal_length(source, target)} : longest_run(source, target);
  const bool is_whole = run.length == source.size() && run.length == target.size();
  if (run.length < (is_whole ? shortest_copy : shortest_run)) return;
  const auto first = source.begin() + static_cast<std::ptrdiff_t>(run.source);
  const auto small_count = static_cast<std::size_t>(std::count_if(
      first, first + static_cast<std::ptrdiff_t>(run.length), [](const Word& one) { return one.is_small; }));
  if (2 * small_count < run.length) return;  // names, mostly
  const auto span_of = [&run](const std::vector<Word>& words, std::size_t begin) {
    return text::Span{words[begin].span.begin, words[begin + run.length - 1].span.end};
  };
  const text::Span in_source = span_of(source, run.source);
  const text::Span in_target = span_of(target, run.target);
  const bool is_sentence = is_whole && !is_code(view.source.slice(view.source.passage(bead.source)));
  findings.add({.kind = FindingKind::untranslated,
                .severity = is_sentence ? Severity::warning : Severity::info,
                .bead = index,
                .source = in_source,
                .target = in_target,
                .reason = std::to_string(run.length) + " words in a row stand in both texts as they are",
                .remedy = "Translate them, unless they are quoted."});
}

}  // namespace

void check_copies(const CheckedTexts& view, Findings& findings) {
  const text::LanguageTag& source = view.source.text.document.language();
  const text::LanguageTag& target = view.target.text.document.language();
  if (source.language() == target.language()) return;
  for (const std::size_t index : view.pairs) check_pair(view, index, findings);
}

}  // namespace aligner::check

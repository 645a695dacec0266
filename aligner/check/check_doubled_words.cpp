// Words written twice in a row: "the the". Names (Baden Baden), numbers and what the tables let pass are fine; where
// the other side of the pair doubles a word too, it was meant.

#include <algorithm>
#include <map>
#include <utility>

#include "aligner/check/checked_texts.h"
#include "aligner/check/doubled_words.h"
#include "aligner/text/folded_text.h"

namespace aligner::check {
namespace {

bool is_white(std::string_view bytes) {
  return !bytes.empty() && bytes.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool begins_with_capital(std::string_view word) {
  return text::fold(word) != text::fold(word, {.letter_case = text::FoldCase::keep});
}

// "-name name": an option and what it takes.
bool is_behind_code(const CheckedSide& side, text::Span word) {
  constexpr std::string_view code_signs = "-/\\._=<$@#%";
  return word.begin > 0 && code_signs.find(side.slice({word.begin - 1, word.begin})) != std::string_view::npos;
}

// "the file file.patch".
bool is_before_code(const CheckedSide& side, text::Span word) {
  const std::string& bytes = side.text.document.bytes();
  constexpr std::string_view code_signs = "-/\\._=";
  if (word.end + 1 >= bytes.size() || code_signs.find(bytes[word.end]) == std::string_view::npos) return false;
  return !is_white(std::string_view(bytes).substr(word.end + 1, 1));
}

struct Doubled {
  text::Span span;
  std::string folded;
};

std::vector<Doubled> doubled_in(const CheckedSide& side, std::size_t segment) {
  std::vector<Doubled> found;
  const std::vector<segment::Word>& words = side.words[segment];
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool are_letters =
        words[i].kind == segment::WordKind::letters && words[i + 1].kind == segment::WordKind::letters;
    if (!are_letters || !is_white(side.slice({words[i].span.end, words[i + 1].span.begin}))) continue;
    if (is_behind_code(side, words[i].span) || is_before_code(side, words[i + 1].span)) continue;
    std::string folded = text::fold(side.slice(words[i].span));
    if (folded != text::fold(side.slice(words[i + 1].span)) || begins_with_capital(side.slice(words[i + 1].span)))
      continue;
    found.push_back({{words[i].span.begin, words[i + 1].span.end}, std::move(folded)});
  }
  return found;
}

void check_side(const CheckedTexts& view, bool is_source, Findings& findings) {
  const CheckedSide& side = is_source ? view.source : view.target;
  const CheckedSide& other = is_source ? view.target : view.source;
  std::map<std::size_t, std::size_t> bead_of;  // by segment
  for (const std::size_t index : view.pairs) {
    for (const std::size_t segment : is_source ? view.bead(index).source : view.bead(index).target) {
      bead_of.try_emplace(segment, index);
    }
  }
  std::vector<bool> is_doubled_there;  // by segment of the other side
  for (std::size_t segment = 0; segment < other.words.size(); ++segment) {
    is_doubled_there.push_back(!doubled_in(other, segment).empty());
  }
  const auto is_doubled_too = [&](std::size_t bead) {
    const Segments& segments = is_source ? view.bead(bead).target : view.bead(bead).source;
    return std::any_of(segments.begin(), segments.end(),
                       [&is_doubled_there](std::size_t segment) { return is_doubled_there[segment]; });
  };
  const text::LanguageTag& language = side.text.document.language();
  for (std::size_t segment = 0; segment < side.words.size(); ++segment) {
    for (const Doubled& one : doubled_in(side, segment)) {
      const DoubledWord verdict = judge_doubled(one.folded, language);
      const auto bead = bead_of.find(segment);
      if (verdict == DoubledWord::right || (bead != bead_of.end() && is_doubled_too(bead->second))) continue;
      Draft draft{.kind = FindingKind::doubled_word,
                  .severity = verdict == DoubledWord::wrong ? Severity::warning : Severity::info,
                  .value = one.folded,
                  .reason = in_quotes(side.slice(one.span)) + " in the " + (is_source ? "source" : "target") +
                            " is one word twice",
                  .remedy = "Take one of them out, unless it is meant."};
      if (bead != bead_of.end()) draft.bead = bead->second;
      (is_source ? draft.source : draft.target) = one.span;
      findings.add(std::move(draft));
    }
  }
}

}  // namespace

void check_doubled_words(const CheckedTexts& view, Findings& findings) {
  for (const bool is_source : {true, false}) check_side(view, is_source, findings);
}

}  // namespace aligner::check

#include "aligner/terms/word_run.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "aligner/terms/letter_forms.h"

namespace aligner::terms {
namespace {

bool is_all_upper(std::string_view word) {
  constexpr std::size_t longest_abbreviation = 16;  // bytes
  if (word.size() > longest_abbreviation) return false;
  for (std::size_t at = 0; at < word.size(); at = character_end(word, at)) {
    if (!is_capital_letter(word, at)) return false;
  }
  return true;
}

bool is_hyphen(std::string_view mark) {
  static constexpr std::array<std::string_view, 4> hyphens{"-", "\u2010", "\u2011", "\u2013"};
  return std::find(hyphens.begin(), hyphens.end(), mark) != hyphens.end();
}

}  // namespace

WordRunReader::WordRunReader(const text::LanguageTag& language)
    : finder_(language), by_character_(language.language() == "zh" && language.script() != "Latn") {}

std::vector<RunWord> WordRunReader::read(std::string_view utf8, text::Span range) {
  const std::vector<segment::Word> words = finder_.find_words(utf8, range);
  std::vector<RunWord> run;
  run.reserve(by_character_ ? 2 * words.size() : words.size());
  std::size_t last_end = range.begin;
  for (const segment::Word& word : words) {
    const bool touches = word.span.begin == last_end && word.span.begin > range.begin;
    last_end = word.span.end;
    const std::string_view bytes = utf8.substr(word.span.begin, word.span.size());
    if (word.kind == segment::WordKind::punctuation && touches && is_hyphen(bytes)) continue;
    const bool is_ascii = static_cast<unsigned char>(bytes.front()) < 0x80;
    if (!by_character_ || is_ascii || word.kind != segment::WordKind::letters) {
      run.push_back({.span = word.span, .is_number = word.kind == segment::WordKind::number});
      continue;
    }
    for (std::size_t at = word.span.begin; at < word.span.end;) {
      const std::size_t end = character_end(utf8, at);
      run.push_back({.span = {at, end}, .is_whole_word = end - at == word.span.size()});
      at = end;
    }
  }
  return run;
}

// Digits and marks have no capitals, so that the kind of the word need not be asked.
WordShape shape_of(std::string_view word, ManchuKeys manchu) {
  WordShape shape{.key = word_key(word, manchu)};
  const std::string_view letters = without_possessive(word);
  shape.is_capital = is_capital_letter(letters, 0);
  shape.is_all_capitals = shape.is_capital && is_all_upper(letters);
  return shape;
}

}  // namespace aligner::terms

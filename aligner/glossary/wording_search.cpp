#include "aligner/glossary/wording_search.h"

#include <algorithm>

#include "aligner/text/folded_text.h"

namespace aligner::glossary {
namespace {

constexpr std::size_t common_beginning = 4;  // bytes of two stems that may be one word's
constexpr std::size_t short_word = 3;        // bytes of a stem that may be a coincidence

bool fits(const StemmedWord& wanted, const StemmedWord& found, bool is_alone) {
  if (wanted.is_capital && !found.is_capital) return false;
  if (is_alone && wanted.stem.size() <= short_word) return wanted.folded == found.folded;
  return wanted.stem == found.stem;
}

bool holds(const std::vector<StemmedWord>& text, const std::vector<StemmedWord>& wording) {
  if (wording.empty() || wording.size() > text.size()) return false;
  for (std::size_t at = 0; at + wording.size() <= text.size(); ++at) {
    const bool all = std::equal(wording.begin(), wording.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                                [&wording](const StemmedWord& wanted, const StemmedWord& found) {
                                  return fits(wanted, found, wording.size() == 1);
                                });
    if (all) return true;
  }
  return false;
}

// Амур, амурский: derived from one another.
bool begins_alike(const std::string& stem, const std::string& other) {
  const std::size_t shorter = std::min(stem.size(), other.size());
  return shorter >= common_beginning && stem.compare(0, shorter, other, 0, shorter) == 0;
}

}  // namespace

WordingSearch::WordingSearch(const text::LanguageTag& language)
    : language_(language), language_words_(language), finder_(language) {}

std::vector<StemmedWord> WordingSearch::words(std::string_view utf8, text::Span range) {
  std::vector<StemmedWord> words;
  for (const segment::Word& word : finder_.find_words(utf8, range)) {
    if (word.kind == segment::WordKind::punctuation) continue;
    const std::string_view written = utf8.substr(word.span.begin, word.span.size());
    const std::string folded = text::fold(written);
    words.push_back(
        {language_words_.stem(folded), folded, text::fold(written, {.letter_case = text::FoldCase::keep}) != folded});
  }
  return words;
}

const std::vector<std::vector<StemmedWord>>& WordingSearch::wordings_of(const terms::Concept& holder) {
  const auto [entry, is_new] = wordings_.try_emplace(holder.id);
  if (!is_new) return entry->second;
  for (const terms::Term& term : holder.terms) {
    const bool is_romanised = term.language.script() == "Latn" && language_.script() != "Latn";
    if (term.language.language() != language_.language() || is_romanised) continue;
    entry->second.push_back(words(term.wording, {0, term.wording.size()}));
  }
  return entry->second;
}

bool WordingSearch::has(const terms::Concept& holder, const std::vector<StemmedWord>& text) {
  const auto& wordings = wordings_of(holder);
  return std::any_of(wordings.begin(), wordings.end(), [&text](const auto& wording) { return holds(text, wording); });
}

bool WordingSearch::is_variant(const std::string& wording, const std::string& other) {
  const std::vector<StemmedWord> a = words(wording, {0, wording.size()});
  const std::vector<StemmedWord> b = words(other, {0, other.size()});
  const bool are_words = a.size() == 1 && b.size() == 1;
  return holds(a, b) || holds(b, a) || (are_words && begins_alike(a.front().stem, b.front().stem));
}

}  // namespace aligner::glossary

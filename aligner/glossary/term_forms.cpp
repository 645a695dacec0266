#include "aligner/glossary/term_forms.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "aligner/glossary/aligned_corpus.h"

namespace aligner::glossary {
namespace {

// Weights of a form as it is written: at the head of a segment a capital says nothing.
constexpr std::size_t written_inside = 1000;
constexpr std::size_t written_at_head = 1;

constexpr double oblique = 0.05;

std::string join(const CorpusSide& side, std::span<const TermToken> tokens, bool folded) {
  std::string text;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const bool touches = at > 0 && tokens[at].begin == tokens[at - 1].end;
    if (at > 0 && !touches) text += tokens[at].follows_hyphen ? "-" : " ";
    text += folded ? std::string_view(side.vocabulary.words.name(tokens[at].word)) : side.forms.word(tokens[at].form);
  }
  return text;
}

bool ends_in_one(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [word](std::string_view e) { return word.ends_with(e); });
}

template <typename Take>
void each_word(std::string_view text, Take take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" -"), text.size());
    if (end > 0) take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

bool is_oblique(std::string_view word) {
  return ends_in_one(word, {"ого", "его", "ому", "ему", "ыми", "ими", "ами", "ями", "ах", "ях", "ам", "ям", "ов",
                            "ев",  "ой",  "ей",  "ую",  "юю",  "ом",  "ем",  "ым",  "им", "ых", "их", "ю",  "у"});
}

using WordCounts = std::map<std::string, std::size_t>;

bool has_any(const WordCounts& forms, const std::string& stem, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return forms.contains(stem + std::string(ending)); });
}

std::size_t count_of(const WordCounts& forms, const std::string& word) {
  const auto found = forms.find(word);
  return found == forms.end() ? 0 : found->second;
}

// What a form without ending is, others tell: договор has договором, границ has границей. Where there are none of
// these: Amur has Амура and Амуру as граница has границу, but no plural; else what is met more.
bool is_feminine(const WordCounts& forms, const std::string& stem) {
  if (has_any(forms, stem, {"ой", "ою"})) return true;
  if (has_any(forms, stem, {"ом", "ем", "ов", "ев", "ь"})) return false;
  if (has_any(forms, stem, {"ей"})) return true;
  return has_any(forms, stem, {"у", "ю"}) && has_any(forms, stem, {"ы", "и"}) &&
         count_of(forms, stem) <= count_of(forms, stem + "а") + count_of(forms, stem + "я");
}

// How likely a Russian word is a nominative, 0 to 1, given all its forms in one place of a term. A word that is always
// the same there is no matter of the term's case: раздел подкачки.
double nominative_weight(const std::string& word, const WordCounts& forms) {
  if (forms.size() == 1) return 1;
  if (is_oblique(word)) return oblique;
  if (is_feminine(forms, word) && has_any(forms, word, {"а", "я"})) return oblique;  // границ
  const bool is_plural_of_neuter =
      has_any(forms, word, {"о", "е"}) && has_any(forms, word, {"ом", "ем"}) && !has_any(forms, word, {"ов", "ев"});
  if (is_plural_of_neuter) return oblique;  // устройств
  // договора beside договор, границы beside граница: the other ending is the nominative's.
  for (const std::string_view ending : {"а", "я", "ы", "и", "е"}) {
    if (!word.ends_with(ending)) continue;
    const std::string stem = word.substr(0, word.size() - ending.size());
    const bool is_a = ending == "а" || ending == "я";
    const bool has_bare = has_any(forms, stem, {"ь"}) || (has_any(forms, stem, {"", "й"}) && !is_feminine(forms, stem));
    const bool has_feminine = !is_a && has_any(forms, stem, {"а", "я"}) && !has_any(forms, stem, {"ом", "ем"});
    const bool has_neuter =
        ending != "ы" && ending != "е" && has_any(forms, stem, {"о", "е"}) && !is_feminine(forms, stem);
    if (has_bare || has_feminine || has_neuter) return oblique;
  }
  return 1;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  each_word(text, [&words](std::string_view word) { words.emplace_back(word); });
  return words;
}

}  // namespace

void TermForms::add(const CorpusSide& side, std::span<const TermToken> tokens) {
  if (tokens.empty()) return;
  Form& form = forms_[join(side, tokens, true)];
  ++form.count;
  form.written[join(side, tokens, false)] += tokens.front().begins_segment ? written_at_head : written_inside;
}

std::vector<Variant> TermForms::variants(CorpusSide& side) const {
  struct Group {
    std::vector<std::string> forms;
    std::vector<WordCounts> words;  // by place in the term
  };
  std::map<std::string, Group> groups;  // by stems
  for (const auto& [folded, form] : forms_) {
    Group& group = groups[stems_of(side, folded)];
    group.forms.push_back(folded);
    const std::vector<std::string> words = words_of(folded);
    group.words.resize(std::max(group.words.size(), words.size()));
    for (std::size_t i = 0; i < words.size(); ++i) group.words[i][words[i]] += form.count;
  }
  std::vector<Variant> variants;
  for (const auto& [stems, group] : groups) {
    Variant shown{.language = side.language};
    double best = -1;
    for (const std::string& folded : group.forms) {
      const Form& form = forms_.at(folded);
      shown.count += form.count;
      auto weight = static_cast<double>(form.count);
      const std::vector<std::string> words = words_of(folded);
      for (std::size_t i = 0; i < words.size() && side.language.language() == "ru"; ++i) {
        weight *= nominative_weight(words[i], group.words[i]);
      }
      if (weight <= best) continue;
      best = weight;
      shown.wording = form.as_written();
    }
    variants.push_back(std::move(shown));
  }
  std::stable_sort(variants.begin(), variants.end(),
                   [](const Variant& x, const Variant& y) { return x.count > y.count; });
  return variants;
}

const std::string& TermForms::Form::as_written() const {
  return std::max_element(written.begin(), written.end(),
                          [](const auto& x, const auto& y) { return x.second < y.second; })
      ->first;
}

std::string stems_of(CorpusSide& side, const std::string& folded) {
  std::string stems;
  each_word(folded, [&](std::string_view word) { stems += side.words.stem(word) + " "; });
  return stems;
}

}  // namespace aligner::glossary

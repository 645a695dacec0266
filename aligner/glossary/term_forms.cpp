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

constexpr double oblique = 0.2;

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

// How likely a Russian form is the one to show, 0 to 1, given all forms of the term.
template <typename Forms>
double nominative_weight(const std::string& form, const Forms& forms) {
  double weight = 1;
  each_word(form, [&weight](std::string_view word) {
    if (is_oblique(word)) weight *= oblique;
  });
  // договора beside договор, границы beside граница: the shorter ending is the nominative's.
  const std::string_view text = form;
  for (const std::string_view ending : {"а", "я", "ы", "и", "е"}) {
    if (!text.ends_with(ending)) continue;
    const std::string bare(text.substr(0, text.size() - ending.size()));
    const bool has_bare = forms.contains(bare) || forms.contains(bare + "й") || forms.contains(bare + "ь");
    const bool has_feminine =
        (ending == "ы" || ending == "и" || ending == "е") && (forms.contains(bare + "а") || forms.contains(bare + "я"));
    const bool has_neuter =
        (ending == "а" || ending == "я" || ending == "и") && (forms.contains(bare + "о") || forms.contains(bare + "е"));
    if (has_bare || has_feminine || has_neuter) weight *= oblique;
  }
  return weight;
}

}  // namespace

void TermForms::add(const CorpusSide& side, std::span<const TermToken> tokens) {
  if (tokens.empty()) return;
  Form& form = forms_[join(side, tokens, true)];
  ++form.count;
  form.written[join(side, tokens, false)] += tokens.front().begins_segment ? written_at_head : written_inside;
}

std::vector<Variant> TermForms::variants(const text::LanguageTag& language) const {
  struct Weighed {
    double weight = 0;
    Variant variant;
  };
  std::vector<Weighed> weighed;
  for (const auto& [folded, form] : forms_) {
    const auto most = std::max_element(form.written.begin(), form.written.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    const double weight = language.language() == "ru" ? nominative_weight(folded, forms_) : 1;
    weighed.push_back({weight * static_cast<double>(form.count), {language, most->first, form.count}});
  }
  if (weighed.empty()) return {};
  const auto shown = std::max_element(weighed.begin(), weighed.end(),
                                      [](const Weighed& a, const Weighed& b) { return a.weight < b.weight; });
  std::rotate(weighed.begin(), shown, shown + 1);
  std::stable_sort(weighed.begin() + 1, weighed.end(),
                   [](const Weighed& a, const Weighed& b) { return a.variant.count > b.variant.count; });
  std::vector<Variant> variants;
  for (Weighed& one : weighed) variants.push_back(std::move(one.variant));
  return variants;
}

}  // namespace aligner::glossary

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

// How likely a Russian form is the one to show, 0 to 1, given all forms of the term.
template <typename Forms>
double nominative_weight(const std::string& form, const Forms& forms) {
  double weight = 1;
  each_word(form, [&weight](std::string_view word) {
    if (is_oblique(word)) weight *= oblique;
  });
  // What a form without ending is, its instrumental tells: договором, but границей.
  const auto has_any = [&forms](const std::string& stem, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return forms.contains(stem + std::string(ending)); });
  };
  const auto count = [&forms](const std::string& text) {
    const auto found = forms.find(text);
    return found == forms.end() ? std::size_t{0} : found->second.count;
  };
  // Amur has Амура and Амуру as граница has границу: there the plural tells, and which of both is met more.
  const auto is_feminine = [&](const std::string& stem) {
    if (has_any(stem, {"ой", "ою"})) return true;
    return has_any(stem, {"у", "ю", "ей"}) && has_any(stem, {"ы", "и"}) &&
           !has_any(stem, {"ом", "ем", "ов", "ев", "ь"}) && count(stem) <= count(stem + "а") + count(stem + "я");
  };
  if (is_feminine(form) && has_any(form, {"а", "я"})) weight *= oblique;  // границ
  if (has_any(form, {"о", "е"}) && has_any(form, {"ом", "ем"}) && !has_any(form, {"ов", "ев"}))
    weight *= oblique;  // устройств
  // договора beside договор, границы beside граница: the other ending is the nominative's.
  for (const std::string_view ending : {"а", "я", "ы", "и", "е"}) {
    if (!form.ends_with(ending)) continue;
    const std::string stem = form.substr(0, form.size() - ending.size());
    const bool is_a = ending == "а" || ending == "я";
    const bool has_bare = has_any(stem, {"ь"}) || (has_any(stem, {"", "й"}) && !is_feminine(stem));
    const bool has_feminine = !is_a && has_any(stem, {"а", "я"}) && !has_any(stem, {"ом", "ем"});
    const bool has_neuter = ending != "ы" && ending != "е" && has_any(stem, {"о", "е"}) && !is_feminine(stem);
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

std::vector<Variant> TermForms::variants(CorpusSide& side) const {
  struct Group {
    double best_weight = -1;
    Variant shown;
  };
  std::map<std::string, Group> groups;  // by stems
  for (const auto& [folded, form] : forms_) {
    Group& group = groups[stems_of(side, folded)];
    group.shown.language = side.language;
    group.shown.count += form.count;
    const bool is_russian = side.language.language() == "ru";
    const double weight = static_cast<double>(form.count) * (is_russian ? nominative_weight(folded, forms_) : 1);
    if (weight <= group.best_weight) continue;
    group.best_weight = weight;
    group.shown.wording = std::max_element(form.written.begin(), form.written.end(), [](const auto& x, const auto& y) {
                            return x.second < y.second;
                          })->first;
  }
  std::vector<Variant> variants;
  for (auto& [stems, group] : groups) variants.push_back(std::move(group.shown));
  std::stable_sort(variants.begin(), variants.end(),
                   [](const Variant& x, const Variant& y) { return x.count > y.count; });
  return variants;
}

std::string stems_of(CorpusSide& side, const std::string& folded) {
  std::string stems;
  each_word(folded, [&](std::string_view word) { stems += side.words.stem(word) + " "; });
  return stems;
}

}  // namespace aligner::glossary

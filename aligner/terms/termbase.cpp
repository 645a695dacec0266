#include "aligner/terms/termbase.h"

#include <algorithm>

#include "aligner/text/folded_text.h"
#include "aligner/text/manchu.h"

namespace aligner::terms {
namespace {

constexpr char separator = '\x1F';

std::string index_key(const text::LanguageTag& language, std::string_view wording) {
  return language.str() + '\t' + folded_wording(language, wording);
}

// How many bytes at the front of `rest` are a hyphen, a dash or a space; 0 for all else.
std::size_t gap_size(std::string_view rest) {
  if (rest.front() == '-' || rest.front() == ' ' || rest.front() == '\t' || rest.front() == '\n') return 1;
  if (rest.starts_with("\u00A0")) return 2;
  for (const std::string_view dash : {"\u2010", "\u2011", "\u2012", "\u2013"}) {
    if (rest.starts_with(dash)) return dash.size();
  }
  return 0;
}

// A creation says the status; all else is a field of its own.
std::string field_key(const Change& change) {
  const bool says_status = !change.is_of_concept() && change.field == ChangeField::created;
  const ChangeField field = says_status ? ChangeField::status : change.field;
  const bool is_id = field == ChangeField::external_id;
  std::string key = change.concept_id + separator;
  if (!change.is_of_concept()) key += change.language.str() + separator + change.wording;
  key += separator + to_string(field) + separator + change.detail;
  if (is_id) key += separator + (change.after.empty() ? change.before : change.after);
  return key;
}

}  // namespace

std::string folded_wording(const text::LanguageTag& language, std::string_view wording) {
  const bool is_manchu_script = language.language() == "mnc" && text::has_manchu_letters(wording);
  const std::string folded = text::fold(is_manchu_script ? text::manchu_to_latin(wording) : std::string(wording));
  std::string result;
  for (std::string_view rest = folded; !rest.empty();) {
    const std::size_t gap = gap_size(rest);
    if (gap > 0) {
      if (!result.empty() && result.back() != ' ') result += ' ';
      rest.remove_prefix(gap);
    } else if (rest.starts_with("\u2019") || rest.starts_with("\u02BC")) {
      result += '\'';
      rest.remove_prefix(rest.front() == '\xCA' ? 2 : 3);
    } else {
      result += rest.front();
      rest.remove_prefix(1);
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

WordingIndex::WordingIndex(const TermList& list) {
  for (std::size_t i = 0; i < list.concepts().size(); ++i) {
    for (const Term& term : list.concepts()[i].terms) {
      std::vector<std::size_t>& holders = concepts_[index_key(term.language, term.wording)];
      if (holders.empty() || holders.back() != i) holders.push_back(i);
    }
  }
}

std::vector<std::size_t> WordingIndex::find(const text::LanguageTag& language, std::string_view wording) const {
  const auto place = concepts_.find(index_key(language, wording));
  return place == concepts_.end() ? std::vector<std::size_t>{} : place->second;
}

std::map<std::string, std::string> merged_ids(const std::vector<Change>& history) {
  std::map<std::string, std::string> merged;
  for (const Change& change : history) {
    if (change.field != ChangeField::merged_into) continue;
    for (auto& [id, into] : merged) {
      if (into == change.concept_id) into = change.after;  // what was merged into it goes along
    }
    merged[change.concept_id] = change.after;
    merged.erase(change.after);
  }
  return merged;
}

std::vector<std::size_t> find_concepts(const Termbase& base, std::string_view words) {
  const std::vector<Concept>& concepts = base.terms.concepts();
  const Concept* known = base.terms.find(words);
  if (known == nullptr) {
    const auto merged = merged_ids(base.history);
    const auto into = merged.find(std::string(words));
    if (into != merged.end()) known = base.terms.find(into->second);
  }
  if (known != nullptr) return {static_cast<std::size_t>(known - concepts.data())};
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    const auto is_named_so = [words](const Term& term) {
      return folded_wording(term.language, term.wording) == folded_wording(term.language, words);
    };
    if (std::any_of(concepts[i].terms.begin(), concepts[i].terms.end(), is_named_so)) found.push_back(i);
  }
  return found;
}

TermList decided_terms(const Termbase& base) {
  const FieldStrength strength(base.history);
  std::vector<Concept> decided;
  for (const Concept& holder : base.terms.concepts()) {
    Concept part{.id = holder.id, .type = holder.type};
    for (const Term& term : holder.terms) {
      const Change status{
          .concept_id = holder.id, .language = term.language, .wording = term.wording, .field = ChangeField::status};
      if (strength.strongest(status) >= ChangeOrigin::file) part.terms.push_back(term);
    }
    if (!part.terms.empty()) decided.push_back(std::move(part));
  }
  return TermList(std::move(decided));
}

FieldStrength::FieldStrength(const std::vector<Change>& history) {
  for (const Change& change : history) {
    const auto [place, is_new] = origins_.try_emplace(field_key(change), change.author.origin);
    if (!is_new) place->second = std::max(place->second, change.author.origin);
  }
}

ChangeOrigin FieldStrength::strongest(const Change& change) const {
  const auto place = origins_.find(field_key(change));
  return place == origins_.end() ? ChangeOrigin::list : place->second;
}

}  // namespace aligner::terms

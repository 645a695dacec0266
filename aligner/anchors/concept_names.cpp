#include "aligner/anchors/concept_names.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <unicode/uchar.h>

#include "aligner/anchors/han_readings.h"
#include "aligner/anchors/match_names.h"
#include "aligner/anchors/name.h"

namespace aligner::anchors {
namespace {

constexpr double less_than_listed = 0.9;

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool has_names(const terms::Concept& holder) {
  return !is_one_of(holder.type, {"notion", "homograph", "unit", "office"});
}

bool is_person(const terms::Concept& holder) { return holder.type == "person"; }

bool is_place(const terms::Concept& holder) { return is_one_of(holder.type, {"place", "river", "state", "region"}); }

// Capitals tell a name where letters have them: "Amur River", not "river mouth".
bool looks_like_name(const terms::Term& term) {
  if (term.status != terms::TermStatus::preferred && term.status != terms::TermStatus::admitted) return false;
  if (term.wording.empty()) return false;
  const bool has_case = term.language.language() != "mnc" && term.language.language() != "zh";
  return !has_case || u_isupper(static_cast<UChar32>(code_points(term.wording).front())) != 0;
}

bool is_other_kind(const terms::Concept& holder, const Name& name) {
  const bool person = name.initials || !name.title.empty();
  return (is_place(holder) && person) || (is_person(holder) && !name.cldr.empty());
}

bool is_too_loose(const terms::Concept& holder, const Name& wording, const Name& name, const AnchorMatch& match) {
  const bool by_spelling =
      match.relation == AnchorRelation::variant || match.relation == AnchorRelation::transliteration;
  if (!by_spelling) return false;
  if (wording.script == NameScript::han && name.script != NameScript::han) return true;  // sound alone
  const SpellingKind kind = compare_spellings(wording, name).kind;
  return kind == SpellingKind::derived || (kind == SpellingKind::partial && !is_person(holder));
}

bool is_full(const Name& name) { return name.initials || name.key.find(' ') != std::string::npos; }

Name surname_of(const Name& name) {
  Name surname = name;
  surname.key.erase(0, name.key.rfind(' ') + 1);  // all of it where there is no space
  surname.initial_letters.clear();
  return surname;
}

// True where a fuller wording has the name's surname: then a surname alone proves nothing for a name that says more,
// "V. Muravyov".
bool is_borne_by_fuller(const std::vector<Name>& names, const Name& name) {
  return std::any_of(names.begin(), names.end(), [&](const Name& wording) {
    return is_full(wording) && compare_spellings(surname_of(wording), surname_of(name)).score > 0;
  });
}

}  // namespace

std::vector<Name> read_concept_names(const terms::Concept& holder) {
  std::vector<Name> names;
  if (!has_names(holder)) return names;
  for (const terms::Term& term : holder.terms) {
    if (!looks_like_name(term)) continue;
    Name name = read_name(term.wording, term.language);
    if (!name.key.empty()) names.push_back(std::move(name));
  }
  return names;
}

std::optional<AnchorMatch> match_concept_name(const terms::Concept& holder, const std::vector<Name>& names,
                                              const Name& name) {
  if (is_other_kind(holder, name)) return std::nullopt;
  const bool only_full = is_person(holder) && is_full(name) && is_borne_by_fuller(names, name);
  std::optional<AnchorMatch> best;
  for (const Name& wording : names) {
    if (only_full && !is_full(wording)) continue;
    std::optional<AnchorMatch> match = match_names(wording, name);
    if (!match || is_too_loose(holder, wording, name, *match)) continue;
    if (!best || match->score > best->score) best = std::move(match);
  }
  if (!best) return std::nullopt;
  if (best->relation == AnchorRelation::same) best->relation = AnchorRelation::variant;
  best->score *= less_than_listed;
  best->reason = name.spelling + " is a name of " + terms::english_name(holder) + " (" + best->reason + ")";
  return best;
}

std::vector<std::string> concept_keys(const terms::Concept& holder, const std::vector<Name>& names) {
  std::vector<std::string> keys = {"term " + holder.id};
  for (const terms::ConceptRelation& relation : holder.relations) keys.push_back("term " + relation.concept_id);
  for (const Name& name : names) {
    for (std::string& key : name_keys(name)) keys.push_back(std::move(key));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace aligner::anchors

// One pass over the concepts of the new term base, each compared with a copy of the known one that takes every change
// at once, so that two new concepts that are one here do not speak past each other. Relations come last: both ends must
// be there. Linear in the terms of both.

#include "aligner/terms/merge_termbase.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "aligner/terms/field_values.h"

namespace aligner::terms {
namespace {

constexpr std::size_t longest_quote = 60;  // bytes

std::string in_quotes(const std::string& text) {
  if (text.size() <= longest_quote) return "\"" + text + "\"";
  std::size_t end = longest_quote;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return "\"" + text.substr(0, end) + "...\"";
}

std::string quoted(const Term& term) { return term.language.str() + " " + in_quotes(term.wording); }

// A romanisation is shared by many words, a deprecated or rejected wording says what the concept is not called.
bool identifies(const Term& term) {
  const bool is_romanisation = term.language.str().find("-Latn") != std::string::npos;
  return !is_romanisation && term.status != TermStatus::deprecated && term.status != TermStatus::rejected;
}

bool contradict(const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && a != b; }

// A concept as it will be, by its fields.
struct Working {
  explicit Working(const Concept& holder) : id(holder.id) {
    for (const FieldValue& value : fields_of(holder)) fields[key_of(value)] = value.value;
    for (const Term& term : holder.terms) {
      auto& own = terms[key_of(term)];
      for (const FieldValue& value : fields_of(term)) own[key_of(value)] = value.value;
    }
  }

  static std::string key_of(const Term& term) { return term.language.str() + '\t' + term.wording; }
  static std::string key_of(const FieldValue& value) {
    std::string key = to_string(value.field) + '\t' + value.detail;
    if (value.field == ChangeField::external_id) key += '\t' + value.value;  // a scheme may have several
    return key;
  }

  std::string id;
  std::unordered_map<std::string, std::string> fields;
  std::unordered_map<std::string, std::unordered_map<std::string, std::string>> terms;
};

std::string value_in(const std::unordered_map<std::string, std::string>& fields, const FieldValue& asked) {
  const auto place = fields.find(Working::key_of(asked));
  return place == fields.end() ? std::string() : place->second;
}

class Planner {
 public:
  Planner(const Termbase& known, const Termbase& incoming, const Author& author, Matching matching)
      : known_(known),
        incoming_(incoming),
        author_(author),
        matching_(matching),
        merged_(merged_ids(known.history)),
        strength_(known.history),
        index_(matching == Matching::by_terms ? known.terms : TermList()) {}

  MergePlan plan() && {
    for (const Concept& item : incoming_.terms.concepts()) {
      ++plan_.concepts_read;
      plan_.terms_read += item.terms.size();
      place(item);
    }
    for (const Concept& item : incoming_.terms.concepts()) merge_relations(item);
    count_unchanged();
    bring_history_along();
    return std::move(plan_);
  }

 private:
  // Finds or makes the concept that `item` is here, and merges what it says.
  void place(const Concept& item) {
    const Concept* here = find_by_id(item.id);
    if (here == nullptr && matching_ == Matching::by_terms) {
      const std::set<std::size_t> found = find_by_terms(item);
      if (found.size() > 1) return say_ambiguous(item, found);
      if (found.size() == 1) {
        here = &known_.terms.concepts()[*found.begin()];
        remark(MergeOutcome::matched, item, nullptr,
               "is " + here->id + " here, by " + quoted(*shared_term(item, *here)));
      }
    }
    const bool says_nothing = item.terms.empty() && fields_of(item).size() == item.relations.size();
    if (here == nullptr && says_nothing && author_.origin == ChangeOrigin::file) {
      return remark(MergeOutcome::skipped, item, nullptr, "has no term, neither here nor in the file");
    }
    const std::string id = here != nullptr ? here->id : item.id;
    place_of_[item.id] = id;
    Working& copy = working_.try_emplace(id, here != nullptr ? *here : Concept{.id = id}).first->second;
    if (here == nullptr && created_.insert(id).second) {
      plan_.changes.push_back({.concept_id = id, .field = ChangeField::created, .author = author_});
    }
    if (here != nullptr) touched_.push_back(id);
    for (const FieldValue& value : fields_of(item)) {
      if (value.field != ChangeField::relation) merge_field(copy, item, value);
    }
    find_rivals(item, here);
    for (const Term& term : item.terms) merge_term(copy, item, term);
  }

  // Terms that are preferred here and of which the new concept says nothing, by language.
  void find_rivals(const Concept& item, const Concept* here) {
    rivals_.clear();
    if (here == nullptr || author_.origin != ChangeOrigin::file) return;
    std::unordered_set<std::string> named;
    for (const Term& term : item.terms) named.insert(Working::key_of(term));
    for (const Term& term : here->terms) {
      const bool is_rival = term.status == TermStatus::preferred && !named.contains(Working::key_of(term));
      if (is_rival) rivals_[term.language.str()].push_back(&term);
    }
  }

  const Concept* find_by_id(const std::string& id) const {
    if (const Concept* same = known_.terms.find(id)) return same;
    const auto merged = merged_.find(id);
    return merged == merged_.end() ? nullptr : known_.terms.find(merged->second);
  }

  // The known concepts that have the terms of `item`: one where a term is in no other, else those that all its terms
  // share, as far as they are known.
  std::set<std::size_t> find_by_terms(const Concept& item) const {
    std::set<std::size_t> sure;
    std::set<std::size_t> common;
    for (const Term& term : item.terms) {
      if (!identifies(term)) continue;
      const std::set<std::size_t> holders = holders_of(term, item.type);
      if (holders.size() == 1) sure.insert(*holders.begin());
      if (holders.empty()) continue;
      std::set<std::size_t> both;
      std::set_intersection(common.begin(), common.end(), holders.begin(), holders.end(),
                            std::inserter(both, both.end()));
      common = common.empty() ? holders : both.empty() ? merged_sets(common, holders) : both;
    }
    return sure.empty() ? common : sure;
  }

  static std::set<std::size_t> merged_sets(std::set<std::size_t> a, const std::set<std::size_t>& b) {
    a.insert(b.begin(), b.end());
    return a;
  }

  std::set<std::size_t> holders_of(const Term& term, const std::string& type) const {
    std::set<std::size_t> holders;
    for (const std::size_t i : index_.find(term.language, term.wording)) {
      const Concept& holder = known_.terms.concepts()[i];
      if (contradict(holder.type, type) || holder.type == "homograph") continue;
      const auto is_same = [&](const Term& other) {
        return identifies(other) && other.language == term.language &&
               folded_wording(other.language, other.wording) == folded_wording(term.language, term.wording);
      };
      if (std::any_of(holder.terms.begin(), holder.terms.end(), is_same)) holders.insert(i);
    }
    return holders;
  }

  static const Term* shared_term(const Concept& item, const Concept& here) {
    for (const Term& term : item.terms) {
      for (const Term& other : here.terms) {
        if (identifies(term) && term.language == other.language &&
            folded_wording(term.language, term.wording) == folded_wording(other.language, other.wording)) {
          return &term;
        }
      }
    }
    return &item.terms.front();
  }

  void say_ambiguous(const Concept& item, const std::set<std::size_t>& found) {
    std::string names;
    for (const std::size_t i : found) {
      const Concept& one = known_.terms.concepts()[i];
      names += (names.empty() ? "" : " and ") + one.id + " (" + quoted(*shared_term(item, one)) + ")";
    }
    remark(MergeOutcome::conflict, item, nullptr,
           "its terms are those of " + names + "; give it the id of the right one, or merge these");
  }

  void remark(MergeOutcome outcome, const Concept& item, const Term* term, const std::string& reason) {
    MergeRemark one{.outcome = outcome, .concept_id = item.id, .reason = reason};
    if (term != nullptr) {
      one.language = term->language;
      one.wording = term->wording;
    }
    plan_.remarks.push_back(std::move(one));
  }

  void merge_field(Working& copy, const Concept& item, const FieldValue& value) {
    const std::string present = value_in(copy.fields, value);
    if (present == value.value) return;
    const Change change = change_of(copy.id, value, present, author_);
    if (is_decided(change)) return say_decided(item, nullptr, change);
    copy.fields[Working::key_of(value)] = value.value;
    plan_.changes.push_back(change);
  }

  bool is_decided(const Change& change) const { return strength_.strongest(change) > author_.origin; }

  void say_decided(const Concept& item, const Term* term, const Change& change) {
    remark(MergeOutcome::conflict, item, term,
           to_string(change.field) + (change.detail.empty() ? "" : " " + change.detail) + " was decided and stays " +
               in_quotes(change.before) + ", here it is " + in_quotes(change.after) + "; edit it if that is right");
  }

  void merge_term(Working& copy, const Concept& item, const Term& term) {
    const auto [present, is_new] = copy.terms.try_emplace(Working::key_of(term));
    if (is_new) return add_term(copy, item, term);
    for (const FieldValue& value : fields_of(term)) {
      const std::string old = value_in(present->second, value);
      if (old == value.value) continue;
      const Change change = change_of(copy.id, term, value, old, author_);
      if (value.field == ChangeField::status && !may_change_status(copy, item, term, change)) continue;
      if (is_decided(change)) {
        say_decided(item, &term, change);
        continue;
      }
      present->second[Working::key_of(value)] = value.value;
      plan_.changes.push_back(change);
    }
  }

  // In a file a term without a status is admitted, and that must not undo what is said already.
  bool may_change_status(Working& copy, const Concept& item, const Term& term, const Change& change) {
    if (author_.origin != ChangeOrigin::file) return true;
    if (term.status == TermStatus::admitted && change.before == "preferred") {
      remark(MergeOutcome::skipped, item, &term, "stays preferred: admitted is also what stands where nothing is said");
      return false;
    }
    return term.status != TermStatus::preferred || is_decided(change) || make_room(copy, item, term);
  }

  void add_term(Working& copy, const Concept& item, const Term& term) {
    Term added = term;
    if (term.status == TermStatus::preferred && !make_room(copy, item, term)) added.status = TermStatus::admitted;
    auto& fields = copy.terms[Working::key_of(term)];
    for (const FieldValue& value : fields_of(added)) fields[Working::key_of(value)] = value.value;
    append_creation(plan_.changes, copy.id, added, author_);
  }

  // One term of a language is preferred. What the file says nothing about makes room, but for what a person decided.
  bool make_room(Working& copy, const Concept& item, const Term& term) {
    std::vector<const Term*>& rivals = rivals_[term.language.str()];
    while (!rivals.empty()) {
      const Term& other = *rivals.back();
      const FieldValue admitted{.field = ChangeField::status, .value = "admitted"};
      const Change change = change_of(copy.id, other, admitted, "preferred", author_);
      if (is_decided(change)) {
        remark(MergeOutcome::conflict, item, &term,
               quoted(other) + " was decided to be preferred, so this one is admitted; approve it if it is the better");
        return false;
      }
      rivals.pop_back();
      std::string& status = copy.terms[Working::key_of(other)][Working::key_of(admitted)];
      if (status != "preferred") continue;
      status = "admitted";
      plan_.changes.push_back(change);
    }
    return true;
  }

  void merge_relations(const Concept& item) {
    const auto placed = place_of_.find(item.id);
    if (placed == place_of_.end()) return;
    Working& copy = working_.at(placed->second);
    for (const ConceptRelation& relation : item.relations) {
      const std::string other = place_of_relation(relation.concept_id);
      if (other.empty() || other == copy.id) {
        remark(MergeOutcome::skipped, item, nullptr,
               to_string(relation.kind) + " " + relation.concept_id +
                   (other.empty() ? ": that concept is neither here nor was it taken over" : ": the two are one here"));
        continue;
      }
      merge_field(copy, item, {ChangeField::relation, other, to_string(relation.kind)});
    }
  }

  std::string place_of_relation(const std::string& id) const {
    const auto placed = place_of_.find(id);
    if (placed != place_of_.end()) return placed->second;
    if (incoming_.terms.find(id) != nullptr) return {};  // it is in conflict
    const Concept* here = find_by_id(id);
    return here == nullptr ? std::string() : here->id;
  }

  void count_unchanged() {
    std::unordered_set<std::string> changed;
    for (const Change& change : plan_.changes) changed.insert(change.concept_id);
    for (const std::string& id : touched_) plan_.concepts_unchanged += changed.contains(id) ? 0 : 1;
  }

  // A concept that is new here brings its past; one that was here has a past of its own.
  void bring_history_along() {
    const std::map<std::string, std::string> merged = merged_ids(incoming_.history);
    std::unordered_multimap<std::string, const Change*> own;
    for (const Change& change : known_.history) own.emplace(change.concept_id, &change);
    std::map<std::string, std::size_t> left_out;
    for (const Change& change : incoming_.history) {
      const auto into = merged.find(change.concept_id);
      const std::string& id = into == merged.end() ? change.concept_id : into->second;
      const auto [first, last] = own.equal_range(change.concept_id);
      const bool is_known = std::any_of(first, last, [&](const auto& one) { return *one.second == change; });
      if (is_known) continue;
      const auto placed = place_of_.find(id);
      if (placed != place_of_.end() && placed->second == id && created_.contains(id)) {
        plan_.past.push_back(change);
      } else {
        ++left_out[id];
      }
    }
    for (const auto& [id, count] : left_out) {
      plan_.remarks.push_back(
          {.concept_id = id,
           .reason = std::to_string(count) + " changes of its history stay out: a concept that was here has its own"});
      plan_.remarks.back().outcome = MergeOutcome::skipped;
    }
  }

  const Termbase& known_;
  const Termbase& incoming_;
  const Author& author_;
  Matching matching_;
  std::map<std::string, std::string> merged_;
  FieldStrength strength_;
  WordingIndex index_;
  std::unordered_map<std::string, std::string> place_of_;             // id in the new term base -> id here
  std::unordered_map<std::string, Working> working_;                  // by id here
  std::unordered_map<std::string, std::vector<const Term*>> rivals_;  // of the concept in hand, by language
  std::unordered_set<std::string> created_;                           // ids here
  std::vector<std::string> touched_;                                  // known ids, as often as they were met
  MergePlan plan_;
};

}  // namespace

bool MergePlan::has_conflicts() const {
  return std::any_of(remarks.begin(), remarks.end(),
                     [](const MergeRemark& one) { return one.outcome == MergeOutcome::conflict; });
}

std::size_t MergePlan::count(ChangeField field, bool of_concept) const {
  return static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(), [&](const Change& change) {
    return change.field == field && change.is_of_concept() == of_concept;
  }));
}

std::string to_string(MergeOutcome outcome) {
  if (outcome == MergeOutcome::matched) return "matched";
  return outcome == MergeOutcome::skipped ? "skipped" : "conflict";
}

MergePlan plan_merge(const Termbase& known, const Termbase& incoming, const Author& author, Matching matching) {
  return Planner(known, incoming, author, matching).plan();
}

}  // namespace aligner::terms

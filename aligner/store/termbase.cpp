// Every change goes the same way, whoever makes it: it is done to the tables of what is, and a row of it is kept in the
// table of what was done.

#include "aligner/store/termbase.h"

#include <cstdint>
#include <map>
#include <unordered_map>

#include "aligner/error.h"
#include "aligner/store/sql.h"
#include "aligner/store/statement.h"
#include "aligner/store/terms.h"
#include "aligner/store/words.h"
#include "aligner/terms/decide_terms.h"

namespace aligner::store {
namespace {

using terms::Change;
using terms::ChangeField;

const std::string list_author = "tungse";

std::vector<Change> load_history(SQLite::Database& handle) {
  std::vector<Change> history;
  Statement select(handle, sql("select_term_changes"));
  for (select.bind(); select.next();) {
    history.push_back({.concept_id = select.text(0),
                       .language = text::LanguageTag::parse(select.text(1)),
                       .wording = select.text(2),
                       .field = from_word<ChangeField>(select.text(3)),
                       .detail = select.text(4),
                       .before = select.text(5),
                       .after = select.text(6),
                       .author = {.origin = from_word<terms::ChangeOrigin>(select.text(7)),
                                  .by = select.text(8),
                                  .at = select.text(9),
                                  .why = select.text(10)}});
  }
  return history;
}

class History {
 public:
  explicit History(SQLite::Database& handle) : insert_(handle, sql("insert_term_change")) {}

  void keep(const Change& change) {
    if (change.author.by.empty()) throw Error("a change needs the name of who makes it");
    insert_.run(change.concept_id, change.language.str(), change.wording, to_word(change.field), change.detail,
                change.before, change.after, to_word(change.author.origin), change.author.by, change.author.at,
                change.author.why);
  }

 private:
  Statement insert_;
};

class Applier {
 public:
  explicit Applier(SQLite::Database& handle)
      : handle_(handle),
        history_(handle),
        find_concept_(handle, "SELECT id, merged_into FROM concept WHERE name = ?") {}

  void apply(const Change& change) {
    if (change.is_of_concept()) {
      apply_to_concept(change);
    } else {
      apply_to_term(change);
    }
    history_.keep(change);
  }

 private:
  // Statements are prepared once: an import brings hundreds of thousands of changes.
  Statement& prepared(const std::string& text) { return statements_.try_emplace(text, handle_, text).first->second; }

  std::int64_t id_of(const std::string& name) {
    const auto known = ids_.find(name);
    if (known != ids_.end()) return known->second;
    find_concept_.bind(name);
    if (!find_concept_.next()) {
      throw Error("there is no concept \"" + name + "\" in this database; add it, or save the list that has it first");
    }
    if (!find_concept_.is_null(1)) throw Error("concept \"" + name + "\" was merged into another one; change that one");
    return ids_[name] = find_concept_.integer(0);
  }

  void apply_to_concept(const Change& change) {
    switch (change.field) {
      case ChangeField::created:
        return create(change);
      case ChangeField::type:
        return set_column("UPDATE concept SET type = ? WHERE id = ?", change);
      case ChangeField::subject:
        return set_column("UPDATE concept SET subject = ? WHERE id = ?", change);
      case ChangeField::source:
        return set_column("UPDATE concept SET source = ? WHERE id = ?", change);
      case ChangeField::note:
        return set_column("UPDATE concept SET note = ? WHERE id = ?", change);
      case ChangeField::definition:
        return set_definition(change);
      case ChangeField::definition_source:
        prepared("UPDATE concept_definition SET source = ? WHERE concept = ? AND language = ?")
            .run(change.after, id_of(change.concept_id), change.detail);
        return;
      case ChangeField::external_id:
        return set_external_id(change);
      case ChangeField::relation:
        return set_relation(change);
      case ChangeField::merged_into:
        return merge(change);
      case ChangeField::removed:
      case ChangeField::status:
      case ChangeField::part_of_speech:
      case ChangeField::verified:
        throw Error("a change of " + to_string(change.field) + " needs the term of \"" + change.concept_id +
                    "\" that it is about");
    }
  }

  void create(const Change& change) {
    find_concept_.bind(change.concept_id);
    if (find_concept_.next()) throw Error("there is a concept \"" + change.concept_id + "\" already");
    prepared("INSERT INTO concept (name, type, source, note) VALUES (?, '', '', '')").run(change.concept_id);
  }

  void set_column(const std::string& update, const Change& change) {
    prepared(update).run(change.after, id_of(change.concept_id));
  }

  void set_definition(const Change& change) {
    const std::int64_t id = id_of(change.concept_id);
    if (change.after.empty()) {
      prepared("DELETE FROM concept_definition WHERE concept = ? AND language = ?").run(id, change.detail);
    } else {
      prepared(sql("upsert_definition")).run(id, change.detail, change.after);
    }
  }

  void set_external_id(const Change& change) {
    const std::int64_t id = id_of(change.concept_id);
    if (!change.before.empty()) {
      prepared("DELETE FROM concept_external_id WHERE concept = ? AND scheme = ? AND value = ?")
          .run(id, change.detail, change.before);
    }
    if (!change.after.empty()) {
      prepared("INSERT OR IGNORE INTO concept_external_id (concept, scheme, value) VALUES (?, ?, ?)")
          .run(id, change.detail, change.after);
    }
  }

  void set_relation(const Change& change) {
    const std::int64_t id = id_of(change.concept_id);
    if (change.after.empty()) {
      prepared("DELETE FROM concept_relation WHERE concept = ? AND other = ?").run(id, id_of(change.detail));
    } else {
      from_word<terms::RelationKind>(change.after);  // throws where it is none
      prepared(sql("upsert_relation")).run(id, change.after, change.detail);
    }
  }

  // The terms of the merged concept have been added to the other one; what points to them goes along.
  void merge(const Change& change) {
    const std::int64_t merged = id_of(change.concept_id);
    const std::int64_t into = id_of(change.after);
    prepared(sql("move_occurrences")).run(into, merged);
    prepared(sql("delete_occurrences_of")).run(merged);
    prepared("DELETE FROM term WHERE concept = ?").run(merged);
    prepared("DELETE FROM concept_definition WHERE concept = ?").run(merged);
    prepared("DELETE FROM concept_external_id WHERE concept = ?").run(merged);
    prepared("DELETE FROM concept_relation WHERE ?1 IN (concept, other)").run(merged);
    prepared("UPDATE proposal SET concept = ? WHERE concept = ?").run(into, merged);
    prepared("UPDATE concept SET merged_into = ? WHERE merged_into = ?").run(into, merged);
    prepared("UPDATE concept SET merged_into = ? WHERE id = ?").run(into, merged);
    ids_.erase(change.concept_id);
  }

  void apply_to_term(const Change& change) {
    const std::int64_t holder = id_of(change.concept_id);
    if (change.field == ChangeField::created) {
      prepared(sql("insert_term"))
          .run(holder, change.language.str(), change.wording, to_word(from_word<terms::TermStatus>(change.after)));
      return;
    }
    Statement& find = prepared("SELECT id FROM term WHERE concept = ? AND language = ? AND wording = ?");
    find.bind(holder, change.language.str(), change.wording);
    if (!find.next()) {
      throw Error("concept \"" + change.concept_id + "\" has no term \"" + change.wording + "\" (" +
                  change.language.str() + ") in this database; add it first");
    }
    const std::int64_t term = find.integer(0);
    find.bind(holder, change.language.str(), change.wording);  // so that it holds no row
    change_term(term, change);
  }

  void change_term(std::int64_t term, const Change& change) {
    switch (change.field) {
      case ChangeField::removed:
        prepared("DELETE FROM term_occurrence WHERE term = ?").run(term);
        prepared("DELETE FROM term WHERE id = ?").run(term);
        return;
      case ChangeField::status:
        prepared("UPDATE term SET status = ? WHERE id = ?")
            .run(to_word(from_word<terms::TermStatus>(change.after)), term);
        return;
      case ChangeField::part_of_speech:
        prepared("UPDATE term SET part_of_speech = ? WHERE id = ?")
            .run(to_word(from_word<terms::PartOfSpeech>(change.after)), term);
        return;
      case ChangeField::verified:
        prepared("UPDATE term SET verified = ? WHERE id = ?").run(change.after == "yes", term);
        return;
      case ChangeField::source:
        prepared("UPDATE term SET source = ? WHERE id = ?").run(change.after, term);
        return;
      case ChangeField::note:
        prepared("UPDATE term SET note = ? WHERE id = ?").run(change.after, term);
        return;
      default:
        throw Error("a term has no " + to_string(change.field) + "; it belongs to its concept \"" + change.concept_id +
                    "\"");
    }
  }

  SQLite::Database& handle_;
  History history_;
  Statement find_concept_;
  std::map<std::string, Statement> statements_;
  std::unordered_map<std::string, std::int64_t> ids_;
};

}  // namespace

terms::Termbase load_whole_termbase(SQLite::Database& handle) {
  return {.terms = load_term_list(handle), .history = load_history(handle)};
}

void apply_changes(SQLite::Database& handle, const std::vector<Change>& changes) {
  Applier applier(handle);
  for (const Change& change : changes) applier.apply(change);
}

void save_term_list(SQLite::Database& handle, const terms::TermList& list, const std::string& when) {
  const terms::Author author{
      .origin = terms::ChangeOrigin::list, .by = list_author, .at = when, .why = "in the term list used"};
  const terms::Termbase known = load_whole_termbase(handle);
  apply_changes(handle, plan_merge(known, {.terms = list}, author, terms::Matching::by_id).changes);
}

void save_term_decision(SQLite::Database& handle, const TermDecision& decision) {
  const terms::Author author{.by = decision.by, .at = decision.at};
  const terms::Termbase known = load_whole_termbase(handle);
  const std::vector<std::size_t> named = find_concepts(known, decision.concept_id);
  const terms::Concept* holder = named.empty() ? nullptr : &known.terms.concepts()[named.front()];
  if (holder == nullptr) {
    throw Error("there is no concept \"" + decision.concept_id +
                "\" in this database; save the list that has it first");
  }
  Change change{.concept_id = holder->id,
                .language = decision.language,
                .wording = decision.wording,
                .field = ChangeField::created,
                .after = to_string(decision.status),
                .author = author};
  for (const terms::Term& term : holder->terms) {
    if (term.language != decision.language || term.wording != decision.wording) continue;
    change.field = ChangeField::status;
    change.before = to_string(term.status);
  }
  apply_changes(handle, {change});  // kept even where it only confirms: from now on it is decided
}

terms::MergePlan import_termbase(SQLite::Database& handle, const terms::Termbase& incoming, const terms::Author& author,
                                 DryRun dry_run) {
  terms::MergePlan plan = plan_merge(load_whole_termbase(handle), incoming, author, terms::Matching::by_terms);
  if (dry_run == DryRun::yes) return plan;
  History history(handle);
  for (const Change& change : plan.past) history.keep(change);  // as it was told, whoever told it
  apply_changes(handle, plan.changes);
  return plan;
}

}  // namespace aligner::store

#include "aligner/store/project_database.h"

#include <algorithm>
#include <utility>

#include <SQLiteCpp/Transaction.h>

#include "aligner/error.h"
#include "aligner/store/alignments.h"
#include "aligner/store/decisions.h"
#include "aligner/store/explain.h"
#include "aligner/store/find_concordance.h"
#include "aligner/store/open_database.h"
#include "aligner/store/proposals.h"
#include "aligner/store/reviewed_beads.h"
#include "aligner/store/statement.h"
#include "aligner/store/termbase.h"
#include "aligner/store/terms.h"

namespace aligner::store {

struct ProjectDatabase::Connection : OpenDatabase {};

void ProjectDatabase::Close::operator()(Connection* connection) const { delete connection; }

namespace {

// Every error leaves the room with the file's name on it.
template <typename Work>
auto naming(const OpenDatabase& database, Work work) -> decltype(work()) {
  try {
    return explaining(database.path, work);
  } catch (const Error& error) {
    const std::string message = error.what();
    const std::string name = database.path.string() + ": ";
    if (message.starts_with(name)) throw;
    throw Error(name + message);
  }
}

// All of `work` or none of it.
template <typename Work>
auto writing(OpenDatabase& database, Work work) {
  return naming(database, [&] {
    SQLite::Transaction transaction(database.handle, SQLite::TransactionBehavior::IMMEDIATE);
    auto result = work(database.handle);
    transaction.commit();
    return result;
  });
}

// One moment of the database, whatever others write meanwhile.
template <typename Work>
auto reading(OpenDatabase& database, Work work) {
  return naming(database, [&] {
    SQLite::Transaction transaction(database.handle, SQLite::TransactionBehavior::DEFERRED);
    return work(database.handle);
  });
}

struct Done {};

// "2026-03-01T09:30:00Z"; that the day exists is for the database to check.
void check_time(const std::string& time) {
  const std::string form = "0000-00-00T00:00:00Z";
  const auto fits = [](char letter, char pattern) {
    return pattern == '0' ? letter >= '0' && letter <= '9' : letter == pattern;
  };
  if (!std::equal(time.begin(), time.end(), form.begin(), form.end(), fits)) {
    throw Error("\"" + time + "\" is no time in UTC; write it like 2026-03-01T09:30:00Z");
  }
}

void check_person(const std::string& by) {
  if (by.empty()) throw Error("a decision needs the name of who decided");
}

align::AlignedTexts load_alignment(SQLite::Database& handle, AlignmentId id, Reviewed reviewed) {
  align::AlignedTexts texts = load_machine_alignment(handle, id);
  if (reviewed == Reviewed::no) return texts;
  texts.alignment = review::apply_decisions(std::move(texts.alignment), load_decisions(handle, id).placed);
  return texts;
}

}  // namespace

ProjectDatabase::ProjectDatabase(std::unique_ptr<Connection, Close> connection) : connection_(std::move(connection)) {}

ProjectDatabase ProjectDatabase::open(const std::filesystem::path& path, OpenMode mode) {
  return ProjectDatabase(std::unique_ptr<Connection, Close>(new Connection{open_database(path, mode)}));
}

AlignmentId ProjectDatabase::save(const align::AlignedTexts& texts, const std::string& when,
                                  const std::string& tool_version) {
  return writing(*connection_, [&](SQLite::Database& handle) {
    check_time(when);
    return save_alignment(handle, texts, when, tool_version);
  });
}

align::AlignedTexts ProjectDatabase::load(AlignmentId id, Reviewed reviewed) const {
  return reading(*connection_, [&](SQLite::Database& handle) { return load_alignment(handle, id, reviewed); });
}

align::AlignedTexts ProjectDatabase::load_latest(Reviewed reviewed) const {
  return reading(*connection_,
                 [&](SQLite::Database& handle) { return load_alignment(handle, find_latest(handle), reviewed); });
}

std::vector<AlignmentSummary> ProjectDatabase::list_alignments() const {
  return reading(*connection_, [](SQLite::Database& handle) { return store::list_alignments(handle); });
}

std::vector<review::Edit> ProjectDatabase::edit(AlignmentId id, const EditPlan& plan) {
  return writing(*connection_, [&](SQLite::Database& handle) {
    const align::Alignment now = load_alignment(handle, id, Reviewed::yes).alignment;
    std::vector<review::Edit> kept;
    for (review::Edit& edit : plan(now, load_edits(handle, id))) {
      check_time(edit.at);
      check_person(edit.by);
      kept.push_back(insert_edit(handle, id, std::move(edit)));
    }
    if (!kept.empty()) refresh_reviewed_alignments(handle, id);
    return kept;
  });
}

void ProjectDatabase::add_decision(AlignmentId id, const review::Decision& decision) {
  writing(*connection_, [&](SQLite::Database& handle) {
    check_time(decision.at);
    check_person(decision.by);
    insert_edit(handle, id, edit_of(decision));
    refresh_reviewed_alignments(handle, id);
    return Done();
  });
}

std::size_t ProjectDatabase::add_decisions(AlignmentId id, const std::vector<review::Decision>& decisions) {
  return writing(*connection_, [&](SQLite::Database& handle) {
    for (const review::Decision& decision : decisions) {
      check_time(decision.at);
      check_person(decision.by);
    }
    const std::size_t new_count = insert_decisions(handle, id, decisions);
    if (new_count > 0) refresh_reviewed_alignments(handle, id);
    return new_count;
  });
}

std::vector<review::Edit> ProjectDatabase::edits_for(AlignmentId id) const {
  return reading(*connection_, [&](SQLite::Database& handle) { return load_edits(handle, id); });
}

std::vector<align::Bead> ProjectDatabase::accepted_beads(const align::AlignedSide& source,
                                                         const align::AlignedSide& target, align::Mode mode) const {
  return reading(*connection_,
                 [&](SQLite::Database& handle) { return load_accepted_beads(handle, source, target, mode); });
}

std::size_t ProjectDatabase::count_edits() const {
  return reading(*connection_, [](SQLite::Database& handle) {
    return static_cast<std::size_t>(Statement(handle, "SELECT count(*) FROM edit").number_of());
  });
}

std::vector<review::Decision> ProjectDatabase::decisions_for(AlignmentId id) const {
  return reading(*connection_, [&](SQLite::Database& handle) { return load_decisions(handle, id).placed; });
}

std::size_t ProjectDatabase::count_unplaced_decisions(AlignmentId id) const {
  return reading(*connection_, [&](SQLite::Database& handle) { return load_decisions(handle, id).unplaced_count; });
}

void ProjectDatabase::save_terms(const terms::TermList& list, const std::string& when) {
  writing(*connection_, [&](SQLite::Database& handle) {
    check_time(when);
    save_term_list(handle, list, when);
    return Done();
  });
}

void ProjectDatabase::decide_term(const TermDecision& decision) {
  writing(*connection_, [&](SQLite::Database& handle) {
    check_time(decision.at);
    check_person(decision.by);
    save_term_decision(handle, decision);
    return Done();
  });
}

terms::TermList ProjectDatabase::load_terms() const {
  return reading(*connection_, [](SQLite::Database& handle) { return load_term_list(handle); });
}

terms::Termbase ProjectDatabase::load_termbase() const {
  return reading(*connection_, [](SQLite::Database& handle) { return load_whole_termbase(handle); });
}

void ProjectDatabase::apply(const std::vector<terms::Change>& changes) {
  writing(*connection_, [&](SQLite::Database& handle) {
    for (const terms::Change& change : changes) check_time(change.author.at);
    apply_changes(handle, changes);
    return Done();
  });
}

terms::MergePlan ProjectDatabase::import_terms(const terms::Termbase& incoming, const terms::Author& author,
                                               DryRun dry_run) {
  check_time(author.at);
  check_person(author.by);
  const auto work = [&](SQLite::Database& handle) { return import_termbase(handle, incoming, author, dry_run); };
  return dry_run == DryRun::yes ? reading(*connection_, work) : writing(*connection_, work);
}

ProposalCounts ProjectDatabase::save_proposals(const std::vector<glossary::Proposal>& proposals,
                                               const std::string& when, const std::string& tool_version) {
  return writing(*connection_, [&](SQLite::Database& handle) {
    check_time(when);
    return replace_proposals(handle, proposals, when, tool_version);
  });
}

std::vector<glossary::Proposal> ProjectDatabase::load_proposals() const {
  return reading(*connection_, [](SQLite::Database& handle) { return load_all_proposals(handle); });
}

std::vector<TermCount> ProjectDatabase::count_occurrences() const {
  return reading(*connection_, [](SQLite::Database& handle) { return count_term_occurrences(handle); });
}

std::vector<TermContext> ProjectDatabase::find_contexts(const std::string& concept_id, std::size_t most) const {
  return reading(*connection_, [&](SQLite::Database& handle) { return select_contexts(handle, concept_id, most); });
}

void ProjectDatabase::save_occurrences(const align::AlignedSide& side, const std::vector<TermOccurrence>& occurrences) {
  writing(*connection_, [&](SQLite::Database& handle) {
    replace_occurrences(handle, side, occurrences);
    return Done();
  });
}

std::vector<TermOccurrence> ProjectDatabase::load_occurrences(const align::AlignedSide& side) const {
  return reading(*connection_, [&](SQLite::Database& handle) { return select_occurrences(handle, side); });
}

std::vector<PairContext> ProjectDatabase::find_pair_contexts(const std::string& concept_id, std::size_t most) const {
  return reading(*connection_,
                 [&](SQLite::Database& handle) { return select_pair_contexts(handle, concept_id, most); });
}

align::Concordance ProjectDatabase::find(const ConcordanceQuery& query,
                                         const std::function<bool(double)>& go_on) const {
  return reading(*connection_, [&](SQLite::Database& handle) { return find_concordance(handle, query, go_on); });
}

std::vector<align::ConcordanceCount> ProjectDatabase::count(const ConcordanceQuery& query, CountBy by,
                                                            const std::function<bool(double)>& go_on) const {
  return reading(*connection_, [&](SQLite::Database& handle) { return count_concordance(handle, query, by, go_on); });
}

std::vector<std::string> ProjectDatabase::find_damage() const {
  return naming(*connection_, [&] {
    std::vector<std::string> faults;
    Statement integrity(connection_->handle, "PRAGMA integrity_check");
    for (integrity.bind(); integrity.next();) {
      if (integrity.text(0) != "ok") faults.push_back(integrity.text(0));
    }
    Statement foreign_keys(connection_->handle, "PRAGMA foreign_key_check");
    for (foreign_keys.bind(); foreign_keys.next();) {
      faults.push_back("a row of " + foreign_keys.text(0) + " names a row of " + foreign_keys.text(2) +
                       " that is not there");
    }
    return faults;
  });
}

TermOccurrence occurrence_of(const terms::TermMention& mention, const terms::TermList& list) {
  const terms::Concept& found = list.concepts().at(mention.concept_index);
  const terms::Term& term = found.terms.at(mention.term_index);
  return {.concept_id = found.id, .language = term.language, .wording = term.wording, .span = mention.span};
}

}  // namespace aligner::store

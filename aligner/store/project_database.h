#pragma once
// ProjectDatabase: one SQLite file with a project's texts, alignments, reasons, decisions and terms.
//
//   ProjectDatabase project = ProjectDatabase::open("aigun.db", OpenMode::create_or_open);
//   AlignmentId id = project.save(texts, "2026-03-01T09:30:00Z", "0.1.0");
//   align::AlignedTexts reviewed = project.load(id);  // with what people decided
//
// Every writing function is one transaction: it is done wholly or, whatever happens, not at all. Errors are
// aligner::Error, naming the file and the remedy. One object is for one thread; several programs may use one file at
// once: readers do not wait, writers wait for each other (10 seconds). Nothing here reads a clock: times are passed in,
// ISO 8601 UTC in seconds, "2026-03-01T09:30:00Z".

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/glossary/proposal.h"
#include "aligner/review/decision.h"
#include "aligner/review/edit.h"
#include "aligner/store/concordance.h"
#include "aligner/terms/change.h"
#include "aligner/terms/find_terms.h"
#include "aligner/terms/merge_termbase.h"
#include "aligner/terms/term_list.h"
#include "aligner/terms/termbase.h"

namespace aligner::store {

enum class OpenMode {
  create_or_open,  // makes the file where there is none; its folder must be there
  open_existing,   // refuses where there is none
  read_only        // likewise, and changes nothing
};

using AlignmentId = std::int64_t;

/// What a list of alignments shows.
struct AlignmentSummary {
  AlignmentId id = 0;
  std::string source_name;  // the path as it was given
  std::string target_name;
  text::LanguageTag source_language;
  text::LanguageTag target_language;
  align::Mode mode = align::Mode::parallel;
  std::size_t source_count = 0;  // segments
  std::size_t target_count = 0;
  std::size_t bead_count = 0;
  std::size_t decision_count = 0;  // made about these two texts in this mode
  std::string method;
  std::string tool_version;
  std::string saved_at;

  friend bool operator==(const AlignmentSummary&, const AlignmentSummary&) = default;
};

/// Where a term stands in a document.
struct TermOccurrence {
  std::string concept_id;
  text::LanguageTag language;  // of the term
  std::string wording;         // of the term, not of the text
  text::Span span;             // bytes of the document

  friend bool operator==(const TermOccurrence&, const TermOccurrence&) = default;
};

/// What a person says about a term. The term is added where the concept does not have it.
struct TermDecision {
  std::string concept_id;
  text::LanguageTag language;
  std::string wording;
  terms::TermStatus status = terms::TermStatus::preferred;
  std::string by;
  std::string at;
};

/// Whether something is done or only planned.
enum class DryRun { yes, no };

/// What became of proposals.
struct ProposalCounts {
  std::size_t new_concepts = 0;
  std::size_t new_terms = 0;        // proposed terms, in new concepts and in known ones
  std::size_t known = 0;            // proposals all of whose wordings were terms already
  std::size_t rejected = 0;         // passed over: a person said no before
  std::size_t withdrawn_terms = 0;  // proposed earlier, not any more

  friend bool operator==(const ProposalCounts&, const ProposalCounts&) = default;
};

/// How often a term occurs.
struct TermCount {
  std::string concept_id;
  text::LanguageTag language;  // of the term
  std::string wording;
  std::size_t count = 0;
  std::size_t document_count = 0;

  friend bool operator==(const TermCount&, const TermCount&) = default;
};

/// A place where a term occurs.
struct TermContext {
  text::LanguageTag language;  // of the term
  std::string wording;         // of the term
  std::string document;        // the name of its file
  std::string before;          // the words of its segment before it,
  std::string found;           // it as the text has it,
  std::string after;           // and those after it

  friend bool operator==(const TermContext&, const TermContext&) = default;
};

/// Two passages that speak for a proposal, as the aligned texts have them.
struct PairContext {
  TermContext source;  // of the proposal; its wording is its first variant
  TermContext target;
  double weight = 1;  // 0 to 1: how sure the bead is

  friend bool operator==(const PairContext&, const PairContext&) = default;
};

/// Whether what people decided is applied to what the machine found.
enum class Reviewed { yes, no };

/// Makes edits of an alignment as it stands and of the edits before, those that were taken back among them.
using EditPlan =
    std::function<std::vector<review::Edit>(const align::Alignment& now, const std::vector<review::Edit>& history)>;

class ProjectDatabase {
 public:
  /// Opens `path` and brings it to this program's schema. Throws Error when it is no SQLite file, belongs to another
  /// program, was made by a newer tungse, is damaged, or cannot be read or (but for read_only) written.
  static ProjectDatabase open(const std::filesystem::path& path, OpenMode mode);

  // ALIGNMENTS

  /// Stores what the machine found. The same two texts, cut the same way, in the same mode are the same alignment: its
  /// beads, names and settings are replaced, its id stays. Decisions are not touched.
  /// Throws Error when `texts` contradicts itself (check_alignment, spans outside the texts) or a side has no digest.
  AlignmentId save(const align::AlignedTexts& texts, const std::string& when, const std::string& tool_version);

  /// The alignment, by default as review::apply_decisions leaves it. Reviewed::no gives back exactly what was saved.
  align::AlignedTexts load(AlignmentId id, Reviewed reviewed = Reviewed::yes) const;

  /// The alignment saved last. Throws Error where there is none.
  align::AlignedTexts load_latest(Reviewed reviewed = Reviewed::yes) const;

  /// All alignments, the one saved last first.
  std::vector<AlignmentSummary> list_alignments() const;

  // DECISIONS

  /// Asks `plan` for edits and keeps them, for ever: all of them, or none where one throws Error. Gives them back with
  /// their ids. Throws Error when a decision does not fit the alignment or crosses an earlier one (see
  /// review::apply_decisions), or when `by` is empty. `plan` must not use this object.
  std::vector<review::Edit> edit(AlignmentId id, const EditPlan& plan);

  /// Keeps an edit of one decision.
  void add_decision(AlignmentId id, const review::Decision& decision);

  /// Keeps many decisions at once, as add_decision does; those that are there already are passed over. Returns how many
  /// are new.
  std::size_t add_decisions(AlignmentId id, const std::vector<review::Decision>& decisions);

  /// All edits of the texts of this alignment in its mode, in the order they were made, as indexes of its segments.
  /// Decisions that have no place in this cut of the texts are left out; has_place says where.
  std::vector<review::Edit> edits_for(AlignmentId id) const;

  /// The pairs of these two texts, cut this way, that people accepted: review::accepted_beads. None where the database
  /// does not have the texts.
  std::vector<align::Bead> accepted_beads(const align::AlignedSide& source, const align::AlignedSide& target,
                                          align::Mode mode) const;

  /// How many edits there are of all texts. The same number: the same edits.
  std::size_t count_edits() const;

  /// The decisions that hold about the texts of this alignment in its mode, in the order they were made, as indexes of
  /// its segments. Where a decision was made about another cut of the texts, its passages are looked up in this one.
  std::vector<review::Decision> decisions_for(AlignmentId id) const;

  /// How many decisions that hold about the same texts in the same mode have no place in this cut of them (a sentence's
  /// limits moved), and so are kept but not applied.
  std::size_t count_unplaced_decisions(AlignmentId id) const;

  // TERMS

  /// Adds the concepts, terms and relations of `list` and brings known ones up to date; takes none away. What a person
  /// decided or imported stays as it is. `when` is kept in the history.
  void save_terms(const terms::TermList& list, const std::string& when);

  /// The terms with the whole history.
  terms::Termbase load_termbase() const;

  /// Does what the changes say, in their order, and keeps them in the history. Throws Error where one does not fit (a
  /// concept that is not there, a term that is there already), or has no author or no time.
  void apply(const std::vector<terms::Change>& changes);

  /// Brings `incoming` in as terms::plan_merge plans it, and gives back what was done. DryRun::yes only plans.
  terms::MergePlan import_terms(const terms::Termbase& incoming, const terms::Author& author, DryRun dry_run);

  /// Keeps a person's word on a term. Throws Error when the concept is not known or `by` is empty.
  void decide_term(const TermDecision& decision);

  /// All concepts and their terms in the order they were first saved, with their relations in any order.
  terms::TermList load_terms() const;

  /// Replaces the occurrences known for the document of `side`. Throws Error naming a term that is not stored, or a
  /// span that is empty or outside the document.
  void save_occurrences(const align::AlignedSide& side, const std::vector<TermOccurrence>& occurrences);

  /// The occurrences in the document of `side`, in the order of the text; none where the document is not known.
  std::vector<TermOccurrence> load_occurrences(const align::AlignedSide& side) const;

  // PROPOSALS

  /// Replaces what the machine proposed before. A proposal goes to the concept it names, else to the one that has
  /// wordings of both its sides, else, with the others of its entry, to a new concept. Wordings that are new there are
  /// proposed terms. What a person decided stays; a pair that a person rejected is passed over; earlier proposals that
  /// nobody decided about and that are not among the new ones are withdrawn.
  ProposalCounts save_proposals(const std::vector<glossary::Proposal>& proposals, const std::string& when,
                                const std::string& tool_version);

  /// The proposals saved last, with the concepts they went to, in the order they were given.
  std::vector<glossary::Proposal> load_proposals() const;

  /// How often each term occurs in the documents of this database.
  std::vector<TermCount> count_occurrences() const;

  /// Where the terms of a concept occur, in the order of the documents: the segment they stand in, by its words.
  std::vector<TermContext> find_contexts(const std::string& concept_id, std::size_t most) const;

  /// Where the proposals of a concept were found, in the order of the proposals.
  std::vector<PairContext> find_pair_contexts(const std::string& concept_id, std::size_t most) const;

  // CONCORDANCE

  /// The places where something stands in the texts, with what stands opposite. `go_on`, where given, is called now and
  /// then with what is done, 0 to 1 (0 as long as nobody knows); false ends the work with Error. Throws Error where
  /// fault_of(query) says why, or an expression takes too long.
  align::Concordance find(const ConcordanceQuery& query, const std::function<bool(double)>& go_on = {}) const;

  /// How often, the most frequent first, then by their words. Order, offset and limit of the query do not matter.
  std::vector<align::ConcordanceCount> count(const ConcordanceQuery& query, CountBy by,
                                             const std::function<bool(double)>& go_on = {}) const;

  // HEALTH

  /// Reads everything and checks it: one sentence for each fault, empty when all is well.
  std::vector<std::string> find_damage() const;

 private:
  struct Connection;
  struct Close {
    void operator()(Connection* connection) const;
  };

  explicit ProjectDatabase(std::unique_ptr<Connection, Close> connection);

  std::unique_ptr<Connection, Close> connection_;
};

/// The occurrence that a mention stands for. The mention must come from a finder made of `list`.
TermOccurrence occurrence_of(const terms::TermMention& mention, const terms::TermList& list);

}  // namespace aligner::store

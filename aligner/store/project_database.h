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
#include <memory>
#include <string>
#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/review/decision.h"
#include "aligner/terms/find_terms.h"
#include "aligner/terms/term_list.h"

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

/// Whether what people decided is applied to what the machine found.
enum class Reviewed { yes, no };

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

  /// Keeps a decision about the texts of this alignment, for ever. Throws Error when it does not fit the alignment or
  /// crosses an earlier one (see review::apply_decisions), or when `by` is empty.
  void add_decision(AlignmentId id, const review::Decision& decision);

  /// The decisions about the texts of this alignment in its mode, in the order they were made, as indexes of its
  /// segments. Where a decision was made about another cut of the texts, its passages are looked up in this one.
  std::vector<review::Decision> decisions_for(AlignmentId id) const;

  /// How many decisions about the same texts in the same mode have no place in this cut of them (a sentence's limits
  /// moved), and so are kept but not applied.
  std::size_t count_unplaced_decisions(AlignmentId id) const;

  // TERMS

  /// Adds the concepts, terms and relations of `list` and brings known ones up to date, as TermList::merge does; takes
  /// none away. A status that a person decided stays.
  void save_terms(const terms::TermList& list);

  /// Keeps a person's word on a term. Throws Error when the concept is not known or `by` is empty.
  void decide_term(const TermDecision& decision);

  /// All concepts and their terms in the order they were first saved, with their relations in any order.
  terms::TermList load_terms() const;

  /// Replaces the occurrences known for the document of `side`. Throws Error naming a term that is not stored, or a
  /// span that is empty or outside the document.
  void save_occurrences(const align::AlignedSide& side, const std::vector<TermOccurrence>& occurrences);

  /// The occurrences in the document of `side`, in the order of the text; none where the document is not known.
  std::vector<TermOccurrence> load_occurrences(const align::AlignedSide& side) const;

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

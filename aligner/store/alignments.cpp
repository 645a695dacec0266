#include "aligner/store/alignments.h"

#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "aligner/error.h"
#include "aligner/store/documents.h"
#include "aligner/store/reviewed_beads.h"
#include "aligner/store/sql.h"
#include "aligner/store/statement.h"
#include "aligner/store/words.h"

namespace aligner::store {
namespace {

void check_evidence(const align::AlignedTexts& texts, const score::Evidence& evidence) {
  check_span(texts.source.document, evidence.source, "a " + to_word(evidence.kind));
  check_span(texts.target.document, evidence.target, "a " + to_word(evidence.kind));
  if (!std::isfinite(evidence.weight)) throw Error("a " + to_word(evidence.kind) + " has a weight that is no number");
}

// What the database promises to give back must hold before it goes in.
void check_texts(const align::AlignedTexts& texts) {
  check_side(texts.source);
  check_side(texts.target);
  align::check_alignment(texts.alignment);
  if (texts.alignment.source_count != texts.source.segmentation.size() ||
      texts.alignment.target_count != texts.target.segmentation.size()) {
    throw Error("the alignment of " + texts.source.document.name() + " and " + texts.target.document.name() +
                " counts other segments than the texts have");
  }
  for (const align::Bead& bead : texts.alignment.beads) {
    for (const score::Evidence& evidence : bead.evidence) check_evidence(texts, evidence);
  }
}

void insert_notes(SQLite::Database& handle, AlignmentId id, Side side, const std::vector<std::string>& notes) {
  Statement insert(handle, "INSERT INTO reading_note (alignment, side, position, note) VALUES (?, ?, ?, ?)");
  std::size_t position = 0;
  for (const std::string& note : notes) insert.run(id, to_word(side), position++, note);
}

std::optional<std::string> grade_word(const align::Bead& bead) {
  if (!bead.grade) return std::nullopt;
  return to_word(*bead.grade);
}

class BeadWriter {
 public:
  BeadWriter(SQLite::Database& handle, StoredSide source, StoredSide target)
      : source_(std::move(source)),
        target_(std::move(target)),
        insert_bead_(handle, sql("insert_bead")),
        insert_segment_(handle, "INSERT INTO bead_segment (bead, side, segment) VALUES (?, ?, ?)"),
        insert_evidence_(handle, sql("insert_evidence")) {}

  void write(AlignmentId alignment, std::size_t rank, const align::Bead& bead) {
    const std::int64_t id =
        insert_bead_.number_of(alignment, rank, bead.cost, bead.confidence, grade_word(bead), bead.moved);
    for (const std::size_t i : bead.source) insert_segment_.run(id, to_word(Side::source), source_.segments[i]);
    for (const std::size_t i : bead.target) insert_segment_.run(id, to_word(Side::target), target_.segments[i]);
    std::size_t position = 0;
    for (const score::Evidence& evidence : bead.evidence) {
      insert_evidence_.run(id, position++, to_word(evidence.kind), evidence.source.begin, evidence.source.end,
                           evidence.target.begin, evidence.target.end, evidence.relation, evidence.weight,
                           evidence.reason);
    }
  }

 private:
  StoredSide source_;
  StoredSide target_;
  Statement insert_bead_;
  Statement insert_segment_;
  Statement insert_evidence_;
};

std::vector<std::string> load_notes(SQLite::Database& handle, AlignmentId id, Side side) {
  std::vector<std::string> notes;
  Statement select(handle, "SELECT note FROM reading_note WHERE alignment = ? AND side = ? ORDER BY position");
  for (select.bind(id, to_word(side)); select.next();) notes.push_back(select.text(0));
  return notes;
}

align::Bead& bead_at(std::vector<align::Bead>& beads, std::size_t rank) {
  if (rank >= beads.size()) throw Error("something belongs to no bead");
  return beads[rank];
}

std::vector<align::Bead> load_beads(SQLite::Database& handle, AlignmentId id) {
  std::vector<align::Bead> beads = load_bare_beads(handle, id);
  Statement evidence(handle, sql("select_evidence"));
  for (evidence.bind(id); evidence.next();) {
    bead_at(beads, evidence.count(0))
        .evidence.push_back({.kind = from_word<score::EvidenceKind>(evidence.text(1)),
                             .source = {evidence.count(2), evidence.count(3)},
                             .target = {evidence.count(4), evidence.count(5)},
                             .relation = evidence.text(6),
                             .weight = evidence.real(7),
                             .reason = evidence.text(8)});
  }
  return beads;
}

}  // namespace

std::vector<align::Bead> load_bare_beads(SQLite::Database& handle, AlignmentId id) {
  std::vector<align::Bead> beads;
  Statement select(handle, sql("select_beads"));
  for (select.bind(id); select.next();) {
    if (select.count(0) != beads.size()) throw Error("a bead is missing");
    align::Bead bead{.cost = select.real(1), .confidence = select.real(2), .moved = select.count(4) != 0};
    if (!select.is_null(3)) bead.grade = from_word<align::Grade>(select.text(3));
    beads.push_back(std::move(bead));
  }

  Statement segments(handle, sql("select_bead_segments"));
  for (segments.bind(id); segments.next();) {
    align::Bead& bead = bead_at(beads, segments.count(0));
    (from_word<Side>(segments.text(1)) == Side::source ? bead.source : bead.target).push_back(segments.count(2));
  }
  return beads;
}

AlignmentId save_alignment(SQLite::Database& handle, const align::AlignedTexts& texts, const std::string& when,
                           const std::string& tool_version) {
  check_texts(texts);
  const align::Alignment& alignment = texts.alignment;
  StoredSide source = store_side(handle, texts.source);
  StoredSide target = store_side(handle, texts.target);
  const AlignmentId id = Statement(handle, sql("upsert_alignment"))
                             .number_of(source.segmentation, target.segmentation, to_word(alignment.mode),
                                        alignment.mode_reason, alignment.method, alignment.settings, tool_version,
                                        texts.source.document.name(), texts.target.document.name(), when);
  Statement(handle, "DELETE FROM reading_note WHERE alignment = ?").run(id);
  Statement(handle, "DELETE FROM bead WHERE alignment = ?").run(id);

  insert_notes(handle, id, Side::source, texts.source.notes);
  insert_notes(handle, id, Side::target, texts.target.notes);
  BeadWriter writer(handle, std::move(source), std::move(target));
  std::size_t rank = 0;
  for (const align::Bead& bead : alignment.beads) writer.write(id, rank++, bead);
  refresh_reviewed_beads(handle, id);
  return id;
}

align::AlignedTexts load_machine_alignment(SQLite::Database& handle, AlignmentId id) {
  Statement select(handle, sql("select_alignment"));
  select.bind(id);
  if (!select.next()) throw Error("there is no alignment " + std::to_string(id) + " in this database");

  align::AlignedTexts texts;
  texts.source = load_side(handle, select.integer(0), select.text(6));
  texts.target = load_side(handle, select.integer(1), select.text(7));
  texts.source.notes = load_notes(handle, id, Side::source);
  texts.target.notes = load_notes(handle, id, Side::target);
  texts.alignment = {.mode = from_word<align::Mode>(select.text(2)),
                     .beads = load_beads(handle, id),
                     .source_count = texts.source.segmentation.size(),
                     .target_count = texts.target.segmentation.size(),
                     .mode_reason = select.text(3),
                     .method = select.text(4),
                     .settings = select.text(5)};
  check_texts(texts);
  return texts;
}

std::vector<AlignmentSummary> list_alignments(SQLite::Database& handle) {
  std::vector<AlignmentSummary> summaries;
  Statement select(handle, sql("list_alignments"));
  for (select.bind(); select.next();) {
    summaries.push_back({.id = select.integer(0),
                         .source_name = select.text(1),
                         .target_name = select.text(2),
                         .source_language = text::LanguageTag::parse(select.text(3)),
                         .target_language = text::LanguageTag::parse(select.text(4)),
                         .mode = from_word<align::Mode>(select.text(5)),
                         .source_count = select.count(6),
                         .target_count = select.count(7),
                         .bead_count = select.count(8),
                         .decision_count = select.count(9),
                         .method = select.text(10),
                         .tool_version = select.text(11),
                         .saved_at = select.text(12)});
  }
  return summaries;
}

AlignmentId find_latest(SQLite::Database& handle) {
  Statement select(handle, "SELECT id FROM alignment ORDER BY save_number DESC LIMIT 1");
  select.bind();
  if (!select.next()) throw Error("there is no alignment in this database yet; align two texts into it first");
  return select.integer(0);
}

}  // namespace aligner::store

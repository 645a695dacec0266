#include "aligner/store/reviewed_beads.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "aligner/review/decision.h"
#include "aligner/store/alignments.h"
#include "aligner/store/cuts.h"
#include "aligner/store/decisions.h"
#include "aligner/store/sql.h"
#include "aligner/store/statement.h"
#include "aligner/store/words.h"

namespace aligner::store {
namespace {

using Groups = std::pair<std::vector<std::size_t>, std::vector<std::size_t>>;

Groups groups_of(const align::Bead& bead) { return {bead.source, bead.target}; }

std::vector<std::int64_t> select_ids(SQLite::Database& handle, const std::string& question, AlignmentId id) {
  std::vector<std::int64_t> ids;
  Statement select(handle, question);
  for (select.bind(id); select.next();) ids.push_back(select.integer(0));
  return ids;
}

class Writer {
 public:
  Writer(SQLite::Database& handle, const CutPair& pair, AlignmentId alignment)
      : pair_(pair),
        alignment_(alignment),
        insert_replaced_(handle, "INSERT INTO replaced_bead (bead) VALUES (?)"),
        insert_bead_(handle, sql("insert_reviewed_bead")),
        insert_segment_(handle, "INSERT INTO reviewed_bead_segment (bead, side, segment) VALUES (?, ?, ?)") {}

  void write_replaced(std::int64_t bead) { insert_replaced_.run(bead); }

  void write(std::size_t rank, const align::Bead& bead, bool is_accepted) {
    std::optional<std::string> grade;
    if (bead.grade) grade = to_word(*bead.grade);
    const std::int64_t id = insert_bead_.number_of(alignment_, rank, bead.confidence, grade, is_accepted);
    for (const std::size_t i : bead.source) insert_segment_.run(id, to_word(Side::source), pair_.source.ids.at(i));
    for (const std::size_t i : bead.target) insert_segment_.run(id, to_word(Side::target), pair_.target.ids.at(i));
  }

 private:
  const CutPair& pair_;  // not owned; outlived by the caller's
  AlignmentId alignment_;
  Statement insert_replaced_;
  Statement insert_bead_;
  Statement insert_segment_;
};

void write_differences(SQLite::Database& handle, AlignmentId id, const std::vector<review::Decision>& decisions) {
  const CutPair pair = load_cut_pair(handle, id);
  align::Alignment machine = blank_alignment(pair);
  machine.beads = load_bare_beads(handle, id);
  const std::vector<std::int64_t> ids = select_ids(handle, "SELECT id FROM bead WHERE alignment = ? ORDER BY rank", id);
  std::map<Groups, std::size_t> by_groups;
  for (std::size_t i = 0; i < machine.beads.size(); ++i) by_groups.emplace(groups_of(machine.beads[i]), i);
  std::set<Groups> accepted;
  for (const align::Bead& bead : review::accepted_beads(machine, decisions)) accepted.insert(groups_of(bead));

  Writer writer(handle, pair, id);
  std::vector<bool> stands(ids.size(), false);
  const align::Alignment reviewed = review::apply_decisions(machine, decisions);
  for (std::size_t rank = 0; rank < reviewed.beads.size(); ++rank) {
    const align::Bead& bead = reviewed.beads[rank];
    const bool is_accepted = accepted.count(groups_of(bead)) > 0;
    const auto known = by_groups.find(groups_of(bead));
    const bool is_same =
        known != by_groups.end() && !is_accepted && machine.beads[known->second].confidence == bead.confidence;
    if (is_same) {
      stands.at(known->second) = true;
    } else {
      writer.write(rank, bead, is_accepted);
    }
  }
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (!stands[i]) writer.write_replaced(ids[i]);
  }
}

}  // namespace

void refresh_reviewed_beads(SQLite::Database& handle, AlignmentId id) {
  Statement(handle, "DELETE FROM replaced_bead WHERE bead IN (SELECT id FROM bead WHERE alignment = ?)").run(id);
  Statement(handle, "DELETE FROM reviewed_bead WHERE alignment = ?").run(id);
  if (Statement(handle, sql("count_edits_of_alignment")).number_of(id) == 0) return;
  const std::vector<review::Decision> decisions = load_decisions(handle, id).placed;
  if (!decisions.empty()) write_differences(handle, id, decisions);
}

void refresh_reviewed_alignments(SQLite::Database& handle, AlignmentId id) {
  for (const std::int64_t one : select_ids(handle, sql("select_alignments_of_same_texts"), id)) {
    refresh_reviewed_beads(handle, one);
  }
}

void refresh_all_reviewed_beads(SQLite::Database& handle) {
  for (const std::int64_t one : select_ids(handle, "SELECT id FROM alignment WHERE id >= ? ORDER BY id", 0)) {
    refresh_reviewed_beads(handle, one);
  }
}

}  // namespace aligner::store

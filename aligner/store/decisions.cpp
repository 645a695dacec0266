// Edits belong to a pair of texts in one mode. Made about this very cut, the segments of their decisions are taken by
// position. Made about another cut, each run of neighbouring segments is a stretch of text; it is found again where
// this cut has limits at both its ends. A decision without a place is kept, counted and not applied.

#include "aligner/store/decisions.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "aligner/error.h"
#include "aligner/store/cuts.h"
#include "aligner/store/sql.h"
#include "aligner/store/statement.h"
#include "aligner/store/words.h"

namespace aligner::store {
namespace {

using review::Decision;
using review::Edit;

// The edits of a pair of texts, as segments of one cut.
struct History {
  std::vector<Edit> edits;
  std::vector<std::size_t> unplaced;  // decisions of each that have no place in this cut
};

bool fit_together(const align::Alignment& blank, const std::vector<Decision>& decisions) {
  try {
    review::apply_decisions(blank, decisions);
    return true;
  } catch (const Error&) {
    return false;  // that is the answer asked for
  }
}

class HistoryReader {
 public:
  HistoryReader(SQLite::Database& handle, const CutPair& pair)
      : handle_(handle),
        pair_(pair),
        decisions_(handle, sql("select_edit_decisions")),
        decision_segments_(handle, sql("select_decision_segments")),
        edit_segments_(handle, sql("select_edit_segments")) {}

  History read() {
    History history;
    Statement select(handle_, sql("select_edits"));
    for (select.bind(pair_.source.document, pair_.target.document, to_word(pair_.mode)); select.next();) {
      Edit edit{.id = select.integer(0),
                .kind = from_word<review::EditKind>(select.text(3)),
                .by = select.text(5),
                .at = select.text(6),
                .note = select.text(7)};
      if (!select.is_null(4)) edit.earlier = select.integer(4);
      const Cuts cuts{select.integer(1), select.integer(2)};
      const std::size_t unplaced = read_decisions(edit, cuts);
      edit.has_place = read_note(edit, cuts) && unplaced == 0;
      history.unplaced.push_back(unplaced);
      history.edits.push_back(std::move(edit));
    }
    return history;
  }

 private:
  struct Cuts {
    std::int64_t source = 0;
    std::int64_t target = 0;
  };

  // How many have no place.
  std::size_t read_decisions(Edit& edit, const Cuts& cuts) {
    std::size_t unplaced = 0;
    for (decisions_.bind(edit.id); decisions_.next();) {
      const std::int64_t id = decisions_.integer(0);
      Decision decision{.verdict = from_word<review::Verdict>(decisions_.text(1)),
                        .by = decisions_.text(2),
                        .at = decisions_.text(3),
                        .note = decisions_.text(4)};
      if (place(decision_segments_, id, cuts, decision.source, decision.target)) {
        edit.decisions.push_back(std::move(decision));
      } else {
        ++unplaced;
      }
    }
    return unplaced;
  }

  bool read_note(Edit& edit, const Cuts& cuts) {
    return edit.kind != review::EditKind::note || place(edit_segments_, edit.id, cuts, edit.source, edit.target);
  }

  // Fills in both groups, or says that one has no place.
  bool place(Statement& select, std::int64_t id, const Cuts& cuts, std::vector<std::size_t>& source,
             std::vector<std::size_t>& target) const {
    auto placed_source = place_group(pair_.source, cuts.source, select_group(select, id, Side::source));
    auto placed_target = place_group(pair_.target, cuts.target, select_group(select, id, Side::target));
    if (!placed_source || !placed_target) return false;
    source = std::move(*placed_source);
    target = std::move(*placed_target);
    return true;
  }

  static std::vector<PlacedSegment> select_group(Statement& select, std::int64_t id, Side side) {
    std::vector<PlacedSegment> segments;
    for (select.bind(id, to_word(side)); select.next();) {
      segments.push_back({select.count(0), {select.count(1), select.count(2)}});
    }
    return segments;
  }

  SQLite::Database& handle_;
  const CutPair& pair_;
  Statement decisions_;
  Statement decision_segments_;
  Statement edit_segments_;
};

// Decisions of different cuts may cross each other in a third one. Then the later ones hold.
PlacedDecisions keep_what_fits(const align::Alignment& blank, PlacedDecisions decisions) {
  if (fit_together(blank, decisions.placed)) return decisions;
  std::vector<Decision> kept;
  for (auto decision = decisions.placed.rbegin(); decision != decisions.placed.rend(); ++decision) {
    kept.insert(kept.begin(), *decision);
    if (fit_together(blank, kept)) continue;
    kept.erase(kept.begin());
    ++decisions.unplaced_count;
  }
  decisions.placed = std::move(kept);
  return decisions;
}

PlacedDecisions holding_decisions(const CutPair& pair, const History& history) {
  PlacedDecisions decisions{.placed = review::decisions_in(history.edits)};
  const std::vector<bool> holds = review::find_holding(history.edits);
  for (std::size_t i = 0; i < holds.size(); ++i) decisions.unplaced_count += holds[i] ? history.unplaced[i] : 0;
  return keep_what_fits(blank_alignment(pair), std::move(decisions));
}

void insert_segments(Statement& insert, std::int64_t row, const CutPair& pair, const std::vector<std::size_t>& source,
                     const std::vector<std::size_t>& target) {
  const auto id_of = [](const Cut& cut, std::size_t segment) {
    if (segment >= cut.ids.size()) throw Error("there is no segment " + std::to_string(segment));
    return cut.ids[segment];
  };
  for (const std::size_t i : source) insert.run(row, to_word(Side::source), id_of(pair.source, i));
  for (const std::size_t i : target) insert.run(row, to_word(Side::target), id_of(pair.target, i));
}

void insert_decision(SQLite::Database& handle, const CutPair& pair, std::int64_t edit, const Decision& decision) {
  const std::int64_t row = Statement(handle, sql("insert_decision"))
                               .number_of(pair.source.segmentation, pair.target.segmentation, to_word(pair.mode),
                                          to_word(decision.verdict), decision.by, decision.at, decision.note);
  Statement(handle, "INSERT INTO edit_decision (decision, edit) VALUES (?, ?)").run(row, edit);
  Statement insert(handle, "INSERT INTO decision_segment (decision, side, segment) VALUES (?, ?, ?)");
  insert_segments(insert, row, pair, decision.source, decision.target);
}

std::int64_t insert_edit_row(SQLite::Database& handle, const CutPair& pair, const Edit& edit) {
  return Statement(handle, sql("insert_edit"))
      .number_of(pair.source.segmentation, pair.target.segmentation, to_word(pair.mode), to_word(edit.kind),
                 edit.earlier, edit.by, edit.at, edit.note);
}

}  // namespace

Edit edit_of(const Decision& decision) {
  const bool is_accepted = decision.verdict == review::Verdict::accepted;
  return {.kind = is_accepted ? review::EditKind::accept : review::EditKind::reject,
          .decisions = {decision},
          .by = decision.by,
          .at = decision.at,
          .note = decision.note};
}

PlacedDecisions load_decisions(SQLite::Database& handle, AlignmentId id) {
  const CutPair pair = load_cut_pair(handle, id);
  return holding_decisions(pair, HistoryReader(handle, pair).read());
}

std::vector<Edit> load_edits(SQLite::Database& handle, AlignmentId id) {
  const CutPair pair = load_cut_pair(handle, id);
  return HistoryReader(handle, pair).read().edits;
}

Edit insert_edit(SQLite::Database& handle, AlignmentId id, Edit edit) {
  const CutPair pair = load_cut_pair(handle, id);
  std::vector<Decision> all = holding_decisions(pair, HistoryReader(handle, pair).read()).placed;
  all.insert(all.end(), edit.decisions.begin(), edit.decisions.end());
  review::apply_decisions(blank_alignment(pair), all);  // throws where a new one does not fit

  edit.id = insert_edit_row(handle, pair, edit);
  for (const Decision& decision : edit.decisions) insert_decision(handle, pair, edit.id, decision);
  Statement about(handle, "INSERT INTO edit_segment (edit, side, segment) VALUES (?, ?, ?)");
  insert_segments(about, edit.id, pair, edit.source, edit.target);
  return edit;
}

std::size_t insert_decisions(SQLite::Database& handle, AlignmentId id, const std::vector<Decision>& decisions) {
  const CutPair pair = load_cut_pair(handle, id);
  std::vector<Decision> all = holding_decisions(pair, HistoryReader(handle, pair).read()).placed;
  using Identity = std::tuple<review::Verdict, std::vector<std::size_t>, std::vector<std::size_t>, std::string,
                              std::string, std::string>;
  const auto identity_of = [](const Decision& one) {
    return Identity(one.verdict, one.source, one.target, one.by, one.at, one.note);
  };
  std::set<Identity> known;
  for (const Decision& one : all) known.insert(identity_of(one));
  std::vector<Decision> fresh;
  for (const Decision& one : decisions) {
    if (known.insert(identity_of(one)).second) fresh.push_back(one);
  }
  all.insert(all.end(), fresh.begin(), fresh.end());
  review::apply_decisions(blank_alignment(pair), all);  // throws where one does not fit
  for (const Decision& one : fresh) {
    const Edit edit = edit_of(one);
    insert_decision(handle, pair, insert_edit_row(handle, pair, edit), one);
  }
  return fresh.size();
}

std::vector<align::Bead> load_accepted_beads(SQLite::Database& handle, const align::AlignedSide& source,
                                             const align::AlignedSide& target, align::Mode mode) {
  const std::optional<CutPair> pair = find_cut_pair(handle, source, target, mode);
  if (!pair) return {};
  const PlacedDecisions decisions = holding_decisions(*pair, HistoryReader(handle, *pair).read());
  return review::accepted_beads(blank_alignment(*pair), decisions.placed);
}

}  // namespace aligner::store

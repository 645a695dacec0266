// A decision belongs to a pair of texts in one mode. Made about this very cut, its segments are taken by position. Made
// about another cut, each run of neighbouring segments is a stretch of text; it is found again where this cut has
// limits at both its ends. A decision without a place is kept, counted and not applied.

#include "aligner/store/decisions.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "aligner/error.h"
#include "aligner/store/sql.h"
#include "aligner/store/statement.h"
#include "aligner/store/words.h"
#include "aligner/text/span.h"

namespace aligner::store {
namespace {

struct Cut {
  std::int64_t segmentation = 0;
  std::vector<std::int64_t> ids;  // of segments, by position
  std::vector<text::Span> spans;
};

struct Pair {
  align::Mode mode = align::Mode::parallel;
  Cut source;
  Cut target;
  std::vector<align::Bead> moved;  // beads that the machine found to be moved, by source
};

struct DecidedSegment {
  std::size_t position = 0;
  text::Span span;
};

Cut load_cut(SQLite::Database& handle, std::int64_t segmentation) {
  Cut cut{.segmentation = segmentation};
  Statement select(handle, sql("select_segments"));
  for (select.bind(segmentation); select.next();) {
    cut.ids.push_back(select.integer(0));
    cut.spans.push_back({select.count(1), select.count(2)});
  }
  return cut;
}

std::vector<align::Bead> load_moved(SQLite::Database& handle, AlignmentId id) {
  std::vector<align::Bead> beads;
  std::optional<std::size_t> rank;
  Statement select(handle, sql("select_moved_beads"));
  for (select.bind(id); select.next();) {
    if (rank != select.count(0)) beads.push_back({.moved = true});
    rank = select.count(0);
    (from_word<Side>(select.text(1)) == Side::source ? beads.back().source : beads.back().target)
        .push_back(select.count(2));
  }
  return beads;
}

Pair load_pair(SQLite::Database& handle, AlignmentId id) {
  Statement select(handle, sql("select_alignment"));
  select.bind(id);
  if (!select.next()) throw Error("there is no alignment " + std::to_string(id) + " in this database");
  return {from_word<align::Mode>(select.text(2)), load_cut(handle, select.integer(0)),
          load_cut(handle, select.integer(1)), load_moved(handle, id)};
}

// An alignment without any pair but what is moved: what decisions are tried on.
align::Alignment blank_alignment(const Pair& pair) {
  align::Alignment blank{
      .mode = pair.mode, .source_count = pair.source.ids.size(), .target_count = pair.target.ids.size()};
  if (pair.mode == align::Mode::comparable) return blank;
  std::vector<bool> is_target_moved(blank.target_count);
  auto moved = pair.moved.begin();
  for (std::size_t i = 0; i < blank.source_count; ++i) {
    if (moved == pair.moved.end() || moved->source.empty() || moved->source.front() != i) {
      blank.beads.push_back({.source = {i}});
      continue;
    }
    blank.beads.push_back(*moved);
    for (const std::size_t segment : moved->target) {
      if (segment < blank.target_count) is_target_moved[segment] = true;
    }
    i = moved->source.back();
    ++moved;
  }
  for (std::size_t i = 0; i < blank.target_count; ++i) {
    if (!is_target_moved[i]) blank.beads.push_back({.target = {i}});
  }
  return blank;
}

bool fit_together(const align::Alignment& blank, const std::vector<review::Decision>& decisions) {
  try {
    review::apply_decisions(blank, decisions);
    return true;
  } catch (const Error&) {
    return false;  // that is the answer asked for
  }
}

// Stretches of text that the segments cover, neighbours joined.
std::vector<text::Span> join_neighbours(const std::vector<DecidedSegment>& segments) {
  std::vector<text::Span> stretches;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (i > 0 && segments[i].position == segments[i - 1].position + 1) {
      stretches.back().end = segments[i].span.end;
    } else {
      stretches.push_back(segments[i].span);
    }
  }
  return stretches;
}

// Positions of the segments that make up the stretch exactly; none where there are none such.
std::vector<std::size_t> find_stretch(const Cut& cut, text::Span stretch) {
  const auto first = std::partition_point(cut.spans.begin(), cut.spans.end(),
                                          [&](text::Span span) { return span.end <= stretch.begin; });
  const auto last =
      std::partition_point(first, cut.spans.end(), [&](text::Span span) { return span.begin < stretch.end; });
  if (first == last || first->begin != stretch.begin || std::prev(last)->end != stretch.end) return {};
  std::vector<std::size_t> positions;
  for (auto span = first; span != last; ++span) positions.push_back(static_cast<std::size_t>(span - cut.spans.begin()));
  return positions;
}

std::optional<std::vector<std::size_t>> place_group(const Cut& cut, std::int64_t decided_in,
                                                    const std::vector<DecidedSegment>& segments) {
  std::vector<std::size_t> group;
  if (decided_in == cut.segmentation) {
    for (const DecidedSegment& segment : segments) group.push_back(segment.position);
    return group;
  }
  for (const text::Span stretch : join_neighbours(segments)) {
    const std::vector<std::size_t> positions = find_stretch(cut, stretch);
    if (positions.empty()) return std::nullopt;
    group.insert(group.end(), positions.begin(), positions.end());
  }
  return group;
}

std::vector<DecidedSegment> select_group(Statement& select, std::int64_t decision, Side side) {
  std::vector<DecidedSegment> segments;
  for (select.bind(decision, to_word(side)); select.next();) {
    segments.push_back({select.count(0), {select.count(1), select.count(2)}});
  }
  return segments;
}

// Decisions of different cuts may cross each other in a third one. Then the later ones hold.
PlacedDecisions keep_what_fits(const align::Alignment& blank, PlacedDecisions decisions) {
  if (fit_together(blank, decisions.placed)) return decisions;
  std::vector<review::Decision> kept;
  for (auto decision = decisions.placed.rbegin(); decision != decisions.placed.rend(); ++decision) {
    kept.insert(kept.begin(), *decision);
    if (fit_together(blank, kept)) continue;
    kept.erase(kept.begin());
    ++decisions.unplaced_count;
  }
  decisions.placed = std::move(kept);
  return decisions;
}

PlacedDecisions place_decisions(SQLite::Database& handle, const Pair& pair) {
  PlacedDecisions decisions;
  Statement select(handle, sql("select_decisions"));
  Statement select_segments(handle, sql("select_decision_segments"));
  for (select.bind(pair.source.segmentation, pair.target.segmentation, to_word(pair.mode)); select.next();) {
    const std::int64_t id = select.integer(0);
    auto source = place_group(pair.source, select.integer(1), select_group(select_segments, id, Side::source));
    auto target = place_group(pair.target, select.integer(2), select_group(select_segments, id, Side::target));
    if (!source || !target) {
      ++decisions.unplaced_count;
      continue;
    }
    decisions.placed.push_back({.verdict = from_word<review::Verdict>(select.text(3)),
                                .source = std::move(*source),
                                .target = std::move(*target),
                                .by = select.text(4),
                                .at = select.text(5),
                                .note = select.text(6)});
  }
  return keep_what_fits(blank_alignment(pair), std::move(decisions));
}

}  // namespace

PlacedDecisions load_decisions(SQLite::Database& handle, AlignmentId id) {
  return place_decisions(handle, load_pair(handle, id));
}

std::size_t insert_decisions(SQLite::Database& handle, AlignmentId id, const std::vector<review::Decision>& decisions) {
  const Pair pair = load_pair(handle, id);
  std::vector<review::Decision> all = place_decisions(handle, pair).placed;
  using Identity = std::tuple<review::Verdict, std::vector<std::size_t>, std::vector<std::size_t>, std::string,
                              std::string, std::string>;
  const auto identity_of = [](const review::Decision& one) {
    return Identity(one.verdict, one.source, one.target, one.by, one.at, one.note);
  };
  std::set<Identity> known;
  for (const review::Decision& one : all) known.insert(identity_of(one));
  std::vector<review::Decision> fresh;
  for (const review::Decision& one : decisions) {
    if (known.insert(identity_of(one)).second) fresh.push_back(one);
  }
  all.insert(all.end(), fresh.begin(), fresh.end());
  review::apply_decisions(blank_alignment(pair), all);  // throws where one does not fit

  Statement insert_row(handle, sql("insert_decision"));
  Statement insert(handle, "INSERT INTO decision_segment (decision, side, segment) VALUES (?, ?, ?)");
  for (const review::Decision& one : fresh) {
    const std::int64_t row = insert_row.number_of(pair.source.segmentation, pair.target.segmentation,
                                                  to_word(pair.mode), to_word(one.verdict), one.by, one.at, one.note);
    for (const std::size_t i : one.source) insert.run(row, to_word(Side::source), pair.source.ids[i]);
    for (const std::size_t i : one.target) insert.run(row, to_word(Side::target), pair.target.ids[i]);
  }
  return fresh.size();
}

void insert_decision(SQLite::Database& handle, AlignmentId id, const review::Decision& decision) {
  const Pair pair = load_pair(handle, id);
  std::vector<review::Decision> all = place_decisions(handle, pair).placed;
  all.push_back(decision);
  review::apply_decisions(blank_alignment(pair), all);  // throws where the new one does not fit

  const std::int64_t row = Statement(handle, sql("insert_decision"))
                               .number_of(pair.source.segmentation, pair.target.segmentation, to_word(pair.mode),
                                          to_word(decision.verdict), decision.by, decision.at, decision.note);
  Statement insert(handle, "INSERT INTO decision_segment (decision, side, segment) VALUES (?, ?, ?)");
  for (const std::size_t i : decision.source) insert.run(row, to_word(Side::source), pair.source.ids[i]);
  for (const std::size_t i : decision.target) insert.run(row, to_word(Side::target), pair.target.ids[i]);
}

}  // namespace aligner::store

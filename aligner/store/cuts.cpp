#include "aligner/store/cuts.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "aligner/error.h"
#include "aligner/store/documents.h"
#include "aligner/store/sql.h"
#include "aligner/store/statement.h"
#include "aligner/store/words.h"

namespace aligner::store {
namespace {

Cut load_cut(SQLite::Database& handle, std::int64_t segmentation) {
  Cut cut{.segmentation = segmentation};
  cut.document = Statement(handle, "SELECT document FROM segmentation WHERE id = ?").number_of(segmentation);
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

std::optional<Cut> find_cut(SQLite::Database& handle, const align::AlignedSide& side) {
  const std::optional<std::int64_t> document = find_document(handle, side);
  if (!document) return std::nullopt;
  const std::optional<std::int64_t> segmentation = find_segmentation(handle, *document, side.segmentation);
  if (segmentation) return load_cut(handle, *segmentation);
  Cut cut{.document = *document};
  for (const segment::Segment& segment : side.segmentation.segments) cut.spans.push_back(segment.span);
  return cut;
}

// Stretches of text that the segments cover, neighbours joined.
std::vector<text::Span> join_neighbours(const std::vector<PlacedSegment>& segments) {
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

}  // namespace

CutPair load_cut_pair(SQLite::Database& handle, AlignmentId id) {
  Statement select(handle, sql("select_alignment"));
  select.bind(id);
  if (!select.next()) throw Error("there is no alignment " + std::to_string(id) + " in this database");
  return {from_word<align::Mode>(select.text(2)), load_cut(handle, select.integer(0)),
          load_cut(handle, select.integer(1)), load_moved(handle, id)};
}

std::optional<CutPair> find_cut_pair(SQLite::Database& handle, const align::AlignedSide& source,
                                     const align::AlignedSide& target, align::Mode mode) {
  std::optional<Cut> source_cut = find_cut(handle, source);
  std::optional<Cut> target_cut = find_cut(handle, target);
  if (!source_cut || !target_cut) return std::nullopt;
  CutPair pair{mode, std::move(*source_cut), std::move(*target_cut), {}};
  Statement aligned(handle,
                    "SELECT id FROM alignment WHERE source_segmentation = ? AND target_segmentation = ? AND mode = ?");
  aligned.bind(pair.source.segmentation, pair.target.segmentation, to_word(mode));
  if (aligned.next()) pair.moved = load_moved(handle, aligned.integer(0));
  return pair;
}

align::Alignment blank_alignment(const CutPair& pair) {
  align::Alignment blank{
      .mode = pair.mode, .source_count = pair.source.spans.size(), .target_count = pair.target.spans.size()};
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

std::optional<std::vector<std::size_t>> place_group(const Cut& cut, std::int64_t made_in,
                                                    const std::vector<PlacedSegment>& segments) {
  std::vector<std::size_t> group;
  if (made_in == cut.segmentation) {
    for (const PlacedSegment& segment : segments) group.push_back(segment.position);
    return group;
  }
  for (const text::Span stretch : join_neighbours(segments)) {
    const std::vector<std::size_t> positions = find_stretch(cut, stretch);
    if (positions.empty()) return std::nullopt;
    group.insert(group.end(), positions.begin(), positions.end());
  }
  return group;
}

}  // namespace aligner::store

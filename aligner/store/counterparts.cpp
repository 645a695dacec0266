#include "aligner/store/counterparts.h"

#include <algorithm>

#include "aligner/store/sql.h"
#include "aligner/store/words.h"

namespace aligner::store {

CounterpartReader::CounterpartReader(SQLite::Database& handle, const ConcordanceQuery& query)
    : query_(query),
      beads_(handle, sql("select_beads_of_segment")),
      segments_(handle, sql("select_segments_of_bead")),
      reviewed_segments_(handle, sql("select_segments_of_reviewed_bead")) {}

std::vector<OppositeBead> CounterpartReader::find(std::int64_t segment, const LiveCut& cut) {
  std::vector<OppositeBead> beads;
  for (beads_.bind(segment); beads_.next();) {
    const std::int64_t alignment = beads_.integer(2);
    const Side side = from_word<Side>(beads_.text(3));
    const auto use = std::find_if(cut.uses.begin(), cut.uses.end(),
                                  [&](const CutUse& one) { return one.alignment == alignment && one.side == side; });
    if (use == cut.uses.end()) continue;
    OppositeBead bead{.is_reviewed = beads_.integer(0) != 0,
                      .id = beads_.integer(1),
                      .use = &*use,
                      .confidence = beads_.real(4),
                      .is_accepted = beads_.integer(6) != 0};
    if (!beads_.is_null(5)) bead.grade = from_word<align::Grade>(beads_.text(5));
    Statement& opposite = bead.is_reviewed ? reviewed_segments_ : segments_;
    for (opposite.bind(bead.id, to_word(side == Side::source ? Side::target : Side::source)); opposite.next();) {
      bead.segments.push_back(opposite.count(0));
      bead.spans.push_back({opposite.count(1), opposite.count(2)});
    }
    if (!bead.segments.empty()) beads.push_back(std::move(bead));
  }
  return beads;
}

bool CounterpartReader::has_filter() const {
  return query_.state != PairState::any || query_.min_confidence > 0 || !query_.grades.empty() ||
         query_.counterpart_language;
}

bool CounterpartReader::is_wanted(const OppositeBead& bead) const {
  if (bead.confidence < query_.min_confidence) return false;
  if (query_.state == PairState::accepted && !bead.is_accepted) return false;
  if (query_.state == PairState::machine && bead.is_accepted) return false;
  return query_.grades.empty() ||
         (bead.grade && std::find(query_.grades.begin(), query_.grades.end(), *bead.grade) != query_.grades.end());
}

bool CounterpartReader::filter(std::vector<OppositeBead>& beads) const {
  if (!has_filter()) return true;
  if (query_.state == PairState::alone) return beads.empty();
  std::erase_if(beads, [this](const OppositeBead& bead) { return !is_wanted(bead); });
  return !beads.empty();
}

align::Counterpart CounterpartReader::make(const OppositeBead& bead, TextReader& texts) {
  align::Counterpart made{.alignment = bead.use->alignment,
                          .document = bead.use->other_name,
                          .language = bead.use->other_language,
                          .segments = bead.segments,
                          .confidence = bead.confidence,
                          .grade = bead.grade,
                          .is_accepted = bead.is_accepted};
  for (const text::Span span : bead.spans) {
    made.text += (made.text.empty() ? "" : " ") + texts.read(bead.use->other_document, span);
  }
  return made;
}

}  // namespace aligner::store

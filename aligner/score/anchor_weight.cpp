#include "aligner/score/anchor_weight.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <variant>

namespace aligner::score {
namespace {

using anchors::AnchorRelation;

struct RelationStrength {
  AnchorRelation relation;
  double strength;
};

// Set by hand-over-hand search on the two judged pairs of accounts (bundled and not); each was tried at half and twice.
// Relations that match_anchors already scores by how sure they are (readings, variants, concepts that the list relates)
// keep that score.
constexpr std::array<RelationStrength, 14> strengths = {{
    {AnchorRelation::same, 1},
    {AnchorRelation::same_other_calendar, 1},
    {AnchorRelation::contains, 0.3},  // 1858 against May 1858: such dates agree by chance
    {AnchorRelation::contained, 0.3},
    {AnchorRelation::overlaps, 0.3},
    {AnchorRelation::near, 0.3},
    {AnchorRelation::conflict, -1},
    {AnchorRelation::variant, 1},
    {AnchorRelation::transliteration, 1},
    {AnchorRelation::reading, 1},
    {AnchorRelation::term, 1},
    {AnchorRelation::cldr, 1},
    {AnchorRelation::unit_converted, 1},
    {AnchorRelation::related, 1},
}};

constexpr double exact_day_strength = 1.5;  // one day, in whatever calendar, does not agree by chance
constexpr double largest_prior = 0.9;       // as for identical numbers

// The table has a row for every relation, at its place.
constexpr bool is_in_order() {
  for (std::size_t i = 0; i < strengths.size(); ++i) {
    if (strengths[i].relation != static_cast<AnchorRelation>(i)) return false;
  }
  return strengths.back().relation == AnchorRelation::related;
}
static_assert(is_in_order());

bool is_day(const anchors::Anchor& anchor) {
  const auto* date = std::get_if<anchors::Date>(&anchor.value);
  return date != nullptr && date->precision == anchors::DatePrecision::day;
}

bool is_equal(AnchorRelation relation) {
  return relation == AnchorRelation::same || relation == AnchorRelation::same_other_calendar;
}

}  // namespace

double rarity(std::size_t count, std::size_t all) {
  const double share = (static_cast<double>(count) + 0.5) / (static_cast<double>(all) + 1);
  return std::max(0.0, -std::log(share));
}

double agreement(const anchors::AnchorMatch& match, const anchors::Anchor& source) {
  const double strength = strengths[static_cast<std::size_t>(match.relation)].strength;
  if (match.relation == AnchorRelation::conflict) return strength;  // its score is 0
  return match.score * (is_equal(match.relation) && is_day(source) ? exact_day_strength : strength);
}

double anchor_weight(const anchors::AnchorMatch& match, const anchors::Anchor& source, double source_rarity,
                     double target_rarity) {
  return agreement(match, source) * std::sqrt(source_rarity * target_rarity);
}

double anchor_prior(const anchors::AnchorMatch& match) { return largest_prior * match.score; }

}  // namespace aligner::score

#include "aligner/align/translated_parts.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

namespace aligner::align {
namespace {

constexpr double sure_confidence = 0.85;  // measured: at .7 a mixture of manuals was given a part of seven wrong pairs
constexpr long smallest_score = 10;       // sure pairs over other segments
constexpr long largest_drop = 4;
constexpr std::size_t near_segments = 2;
constexpr std::ptrdiff_t smallest_followed = 5;

// What a bead says of a part it stands in: a sure pair for it, each segment of others against it.
long score_of(const Bead& bead) {
  const bool is_pair = !bead.source.empty() && !bead.target.empty();
  if (is_pair && bead.confidence >= sure_confidence) return 1;
  return -static_cast<long>(bead.source.size() + bead.target.size());
}

// The part that begins with a sure pair; its end is where the score is highest.
struct Scan {
  TranslatedPart part;
  long score = 0;
};

Scan scan_from(const std::vector<Bead>& beads, std::size_t begin) {
  Scan best{{begin, begin}, 0};
  long score = 0;
  for (std::size_t k = begin; k < beads.size() && !beads[k].moved; ++k) {
    score += score_of(beads[k]);
    if (score > best.score) best = {{begin, k + 1}, score};
    if (score < best.score - largest_drop) break;
  }
  return best;
}

}  // namespace

std::vector<TranslatedPart> find_translated_parts(const Alignment& monotone) {
  std::vector<TranslatedPart> parts;
  const std::vector<Bead>& beads = monotone.beads;
  for (std::size_t k = 0; k < beads.size();) {
    if (beads[k].moved || score_of(beads[k]) < 0) {
      ++k;
      continue;
    }
    const Scan scan = scan_from(beads, k);
    if (scan.score >= smallest_score) parts.push_back(scan.part);
    k = scan.part.end;
  }
  return parts;
}

std::vector<Bead> beads_of_translated_parts(const Alignment& monotone) {
  std::vector<Bead> beads;
  for (const TranslatedPart& part : find_translated_parts(monotone)) {
    for (std::size_t k = part.begin; k < part.end; ++k) {
      const Bead& bead = monotone.beads[k];
      if (!bead.source.empty() && !bead.target.empty()) beads.push_back(bead);
    }
  }
  return beads;
}

bool may_hold_translated_part(const Alignment& links) {
  std::set<std::pair<std::size_t, std::size_t>> ends;
  for (const Bead& link : links.beads) ends.emplace(link.source.back(), link.target.back());
  const auto is_followed = [&](const Bead& link) {
    for (std::size_t i = 1; i <= near_segments; ++i) {
      for (std::size_t j = 1; j <= near_segments; ++j) {
        if (ends.contains({link.source.back() + i, link.target.back() + j})) return true;
      }
    }
    return false;
  };
  return std::count_if(links.beads.begin(), links.beads.end(), is_followed) >= smallest_followed;
}

std::string describe_translated_parts(const Alignment& monotone) {
  std::string text;
  for (const TranslatedPart& part : find_translated_parts(monotone)) {
    const Bead& first = monotone.beads[part.begin];
    const Bead& last = monotone.beads[part.end - 1];
    text += "; translated in order: source " + std::to_string(first.source.front()) + "-" +
            std::to_string(last.source.back()) + " = target " + std::to_string(first.target.front()) + "-" +
            std::to_string(last.target.back());
  }
  return text;
}

}  // namespace aligner::align

// Omissions and additions: stretches of a translation without counterpart, each with all segments that follow one
// another. Of two accounts one line a side: how much of it only this account tells.

#include <algorithm>
#include <utility>

#include "aligner/check/checked_texts.h"

namespace aligner::check {
namespace {

constexpr std::size_t short_gap = 20;  // characters of a stretch that is no more than information: a heading, a number
constexpr double sure_gap = 0.5;       // confidence of its gaps, on average

struct Stretch {
  Segments segments;
  std::size_t bead = 0;   // of its first segment
  double confidence = 0;  // summed up
};

std::vector<Stretch> stretches_of(const align::Alignment& alignment, bool is_source) {
  std::vector<std::pair<std::size_t, std::size_t>> gaps;  // segment, bead
  for (std::size_t i = 0; i < alignment.beads.size(); ++i) {
    const align::Bead& bead = alignment.beads[i];
    if (!(is_source ? bead.target : bead.source).empty()) continue;
    for (const std::size_t segment : is_source ? bead.source : bead.target) gaps.emplace_back(segment, i);
  }
  std::sort(gaps.begin(), gaps.end());
  std::vector<Stretch> stretches;
  for (const auto& [segment, bead] : gaps) {
    if (stretches.empty() || stretches.back().segments.back() + 1 != segment) stretches.push_back({{}, bead, 0});
    stretches.back().segments.push_back(segment);
    stretches.back().confidence += alignment.beads[bead].confidence;
  }
  return stretches;
}

std::string segments(std::size_t count) { return std::to_string(count) + (count == 1 ? " segment" : " segments"); }

void check_translation(const CheckedTexts& view, bool is_source, Findings& findings) {
  const CheckedSide& side = is_source ? view.source : view.target;
  for (const Stretch& one : stretches_of(view.texts.alignment, is_source)) {
    const text::Span span = side.passage(one.segments);
    const std::size_t characters = character_count(side.slice(span));
    if (characters == 0) continue;  // an empty line
    const double confidence = one.confidence / static_cast<double>(one.segments.size());
    Draft draft{.kind = is_source ? FindingKind::omission : FindingKind::addition,
                .severity = characters > short_gap && confidence >= sure_gap ? Severity::warning : Severity::info,
                .bead = one.bead,
                .reason = segments(one.segments.size()) + " of the " + (is_source ? "source" : "target") +
                          (one.segments.size() == 1 ? " has" : " have") + " no counterpart",
                .remedy = is_source ? "Translate what was left out, or accept that it was."
                                    : "Check where it comes from; take it out if the source does not say it."};
    (is_source ? draft.source : draft.target) = span;
    findings.add(std::move(draft));
  }
}

void sum_up(const CheckedTexts& view, bool is_source, Findings& findings) {
  const CheckedSide& side = is_source ? view.source : view.target;
  std::vector<bool> is_linked(side.anchors.size(), false);
  for (const align::Bead& bead : view.texts.alignment.beads) {
    for (const std::size_t segment : is_source ? bead.source : bead.target) is_linked[segment] = true;
  }
  const auto alone = static_cast<std::size_t>(std::count(is_linked.begin(), is_linked.end(), false));
  if (alone == 0) return;
  findings.add({.kind = is_source ? FindingKind::omission : FindingKind::addition,
                .severity = Severity::info,
                .value = "all",
                .reason = std::to_string(alone) + " of " + segments(is_linked.size()) + " of the " +
                          (is_source ? "source" : "target") + " have no counterpart",
                .remedy = "Nothing need be wrong: accounts tell different things."});
}

}  // namespace

void check_gaps(const CheckedTexts& view, Findings& findings) {
  for (const bool is_source : {true, false}) {
    if (view.is_translation()) {
      check_translation(view, is_source, findings);
    } else {
      sum_up(view, is_source, findings);
    }
  }
}

}  // namespace aligner::check

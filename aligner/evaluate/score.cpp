#include "aligner/evaluate/score.h"

#include <cstddef>
#include <vector>

#include "aligner/evaluate/bead_index.h"

namespace aligner::evaluate {
namespace {

void take_ratios(BeadMeasure& measure) {
  const auto ratio = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  measure.precision = ratio(measure.hits, measure.found);
  measure.recall = ratio(measure.recalled, measure.expected);
  const double sum = measure.precision + measure.recall;
  measure.f1 = sum > 0 ? 2 * measure.precision * measure.recall / sum : 0;
}

void add_counts(BeadMeasure& sum, const BeadMeasure& part) {
  sum.hits += part.hits;
  sum.found += part.found;
  sum.recalled += part.recalled;
  sum.expected += part.expected;
}

}  // namespace

AlignmentScore score_alignment(const std::vector<IndexBead>& gold, const std::vector<IndexBead>& hypothesis) {
  const std::vector<IndexBead> expected = counted_beads(gold);
  const std::vector<IndexBead> found = counted_beads(hypothesis);
  const BeadIndex gold_index(expected);
  const BeadIndex hypothesis_index(found);

  AlignmentScore score;
  score.strict.expected = score.lax.expected = expected.size();
  score.strict.found = score.lax.found = found.size();
  for (const IndexBead& bead : found) {
    if (gold_index.contains(bead)) ++score.strict.hits;
    if (gold_index.overlaps(bead)) ++score.lax.hits;
  }
  score.strict.recalled = score.strict.hits;
  for (const IndexBead& bead : expected) {
    if (hypothesis_index.overlaps(bead)) ++score.lax.recalled;
  }
  take_ratios(score.strict);
  take_ratios(score.lax);
  return score;
}

AlignmentScore add_scores(const std::vector<AlignmentScore>& documents) {
  AlignmentScore sum;
  for (const AlignmentScore& document : documents) {
    add_counts(sum.strict, document.strict);
    add_counts(sum.lax, document.lax);
  }
  take_ratios(sum.strict);
  take_ratios(sum.lax);
  return sum;
}

std::vector<Verdict> judge_beads(const std::vector<IndexBead>& gold, const std::vector<IndexBead>& hypothesis) {
  const BeadIndex gold_index(counted_beads(gold));
  std::vector<Verdict> verdicts;
  verdicts.reserve(hypothesis.size());
  for (const IndexBead& bead : hypothesis) {
    const IndexBead wanted = normalised(bead);
    const bool counts = !wanted.source.empty() && !wanted.target.empty();
    if (!counts) {
      verdicts.push_back(Verdict::uncounted);
    } else if (gold_index.contains(wanted)) {
      verdicts.push_back(Verdict::strict);
    } else {
      verdicts.push_back(gold_index.overlaps(wanted) ? Verdict::lax : Verdict::wrong);
    }
  }
  return verdicts;
}

}  // namespace aligner::evaluate

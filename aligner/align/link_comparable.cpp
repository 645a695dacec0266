#include "aligner/align/link_comparable.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

#include "aligner/score/link_model.h"

namespace aligner::align {
namespace {

// Confidence = 1 / (1 + exp(-(slope * margin + offset))): a logistic regression over the 800 best pairs of the two
// judged pairs of accounts (76 of them right). The shares of both segments added nothing to it; they tell the grades
// apart.
constexpr double margin_slope = 6.5;
constexpr double confidence_offset = -5.5;

constexpr std::size_t links_per_segment = 3;
constexpr double growing_share = 0.6;    // of the first link's margin that a neighbour needs to join it
constexpr std::size_t longest_side = 3;  // segments on the side that grows

double confidence_of(const score::LinkScore& pair) {
  return 1 / (1 + std::exp(-(margin_slope * pair.margin + confidence_offset)));
}

Grade grade_of(const score::LinkScore& pair, double confidence) {
  if (pair.has_conflict) return Grade::partly;
  const double least = std::min(pair.source_share, pair.target_share);
  const double most = std::max(pair.source_share, pair.target_share);
  if (confidence >= 0.8 && least >= 0.25) return Grade::same;
  if (confidence >= 0.6 && most >= 0.35) return Grade::mostly;
  return confidence >= 0.45 ? Grade::partly : Grade::related;
}

// A link while it is put together.
struct Draft {
  std::vector<std::size_t> source;
  std::vector<std::size_t> target;
  double confidence = 0;
  double margin = 0;
  Grade grade = Grade::related;
};

bool is_strong(Grade grade) { return grade == Grade::same || grade == Grade::mostly; }

bool touches(const std::vector<std::size_t>& group, std::size_t segment) {
  return segment + 1 == group.front() || segment == group.back() + 1;
}

class Linker {
 public:
  Linker(const score::LinkModel& model, const LinkOptions& options)
      : model_(model),
        options_(options),
        source_links_(model.source_count(), 0),
        target_links_(model.target_count(), 0),
        source_strong_(model.source_count(), false),
        target_strong_(model.target_count(), false) {}

  std::vector<Draft> run() {
    std::vector<score::LinkScore> pairs = model_.scored_pairs();
    std::sort(pairs.begin(), pairs.end(), [](const score::LinkScore& a, const score::LinkScore& b) {
      // Confidence only grows with the margin, so this is by confidence too.
      return std::tuple(-a.margin, a.source, a.target) < std::tuple(-b.margin, b.source, b.target);
    });
    for (const score::LinkScore& pair : pairs) {
      const double confidence = confidence_of(pair);
      if (confidence < options_.smallest_confidence) break;
      if (!grow(pair)) add(pair, confidence);
    }
    return std::move(drafts_);
  }

 private:
  // Joins the pair to a link that holds one of its segments and touches the other.
  bool grow(const score::LinkScore& pair) {
    for (Draft& draft : drafts_) {
      if (!is_strong(draft.grade) || pair.margin < growing_share * draft.margin) continue;
      const bool same_source = draft.source.size() == 1 && draft.source.front() == pair.source;
      const bool same_target = draft.target.size() == 1 && draft.target.front() == pair.target;
      if (same_source && join(draft.target, pair.target, target_links_, target_strong_)) return true;
      if (same_target && join(draft.source, pair.source, source_links_, source_strong_)) return true;
    }
    return false;
  }

  // Adds a segment to the group of one side, where it is free and a neighbour; tells whether it did.
  static bool join(std::vector<std::size_t>& group, std::size_t segment, std::vector<std::size_t>& links,
                   std::vector<bool>& strong) {
    if (strong[segment] || !touches(group, segment) || group.size() >= longest_side) return false;
    group.push_back(segment);
    std::sort(group.begin(), group.end());
    ++links[segment];
    strong[segment] = true;
    return true;
  }

  void add(const score::LinkScore& pair, double confidence) {
    Grade grade = grade_of(pair, confidence);
    const bool is_taken = source_strong_[pair.source] || target_strong_[pair.target];
    if (is_strong(grade) && is_taken) grade = Grade::partly;
    const bool is_full =
        source_links_[pair.source] >= links_per_segment || target_links_[pair.target] >= links_per_segment;
    if (is_full) return;
    ++source_links_[pair.source];
    ++target_links_[pair.target];
    if (is_strong(grade)) source_strong_[pair.source] = target_strong_[pair.target] = true;
    drafts_.push_back({{pair.source}, {pair.target}, confidence, pair.margin, grade});
  }

  const score::LinkModel& model_;
  LinkOptions options_;
  std::vector<std::size_t> source_links_;
  std::vector<std::size_t> target_links_;
  std::vector<bool> source_strong_;
  std::vector<bool> target_strong_;
  std::vector<Draft> drafts_;
};

Bead make_link(const Draft& draft, const score::LinkModel& model) {
  Bead bead;
  bead.source = draft.source;
  bead.target = draft.target;
  bead.confidence = draft.confidence;
  bead.cost = std::max(0.0, -std::log(draft.confidence));
  bead.grade = draft.grade;
  for (const std::size_t i : draft.source) {
    for (const std::size_t j : draft.target) {
      std::vector<score::Evidence> evidence = model.explain(i, j);
      bead.evidence.insert(bead.evidence.end(), evidence.begin(), evidence.end());
    }
  }
  std::stable_sort(bead.evidence.begin(), bead.evidence.end(),
                   [](const score::Evidence& a, const score::Evidence& b) { return a.weight > b.weight; });
  return bead;
}

}  // namespace

Alignment link_comparable(const score::AnchoredBitext& bitext, const score::Knowledge& knowledge,
                          const LinkOptions& options) {
  const score::LinkModel model(bitext, knowledge);
  Alignment alignment;
  alignment.mode = Mode::comparable;
  alignment.source_count = model.source_count();
  alignment.target_count = model.target_count();
  alignment.method = "anchor-links/1";
  for (const Draft& draft : Linker(model, options).run()) alignment.beads.push_back(make_link(draft, model));
  return alignment;
}

}  // namespace aligner::align

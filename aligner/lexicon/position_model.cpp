#include "aligner/lexicon/position_model.h"

#include <algorithm>
#include <cmath>

namespace aligner::lexicon {
namespace {

constexpr double fixed_one = 1 << 20;
constexpr float null_probability = 0.1F;  // .05 to .2 and learning it were tried: they hardly differ
constexpr float unlikely = 1e-5F;         // of the likeliest: states below are passed over
constexpr float too_unlikely_to_count = 1e-3F;
constexpr float smallest_sum = 1e-30F;  // no division by nought

// The next word from the next position is the likeliest.
double initial_jump(double width) { return 0.3 * std::exp(-0.5 * std::abs(width - 1)) + 0.002; }

float reciprocal(float sum) { return 1 / std::max(sum, smallest_sum); }

}  // namespace

void JumpCounts::add(const JumpCounts& other) {
  for (std::size_t k = 0; k < jumps.size(); ++k) jumps[k] += other.jumps[k];
}

PositionModel::PositionModel() { estimate({}); }

void PositionModel::estimate(const JumpCounts& counts) {
  constexpr double prior_jumps = 10;  // 1 to 100 were tried: they hardly differ
  for (std::size_t k = 0; k < jump_.size(); ++k) {
    const double width = static_cast<double>(k) - static_cast<double>(widest);
    const double count = static_cast<double>(counts.jumps[k]) / fixed_one;
    jump_[k] = static_cast<float>(count + prior_jumps * initial_jump(width));
  }
  tail_ = 0.5F * std::min(jump_.front(), jump_.back());
  normalise();
}

void PositionModel::normalise() {
  double total = 0;
  for (const float jump : jump_) total += static_cast<double>(jump);
  const auto over = static_cast<float>(1 / total);
  tail_ *= over;
  sum_[0] = 0;
  for (std::size_t k = 0; k < jump_.size(); ++k) {
    sum_[k + 1] = sum_[k] + jump_[k] * over;
    jump_[k] = jump_[k] * over - tail_;
  }
  std::reverse_copy(jump_.begin(), jump_.end(), mirrored_.begin());
}

// Of all jumps from a state to a position. From state s to position k a jump is k + 1 - s wide.
float PositionModel::sum_inside(std::size_t state, std::size_t positions) const {
  const std::size_t first = state > widest + 1 ? state - widest - 1 : 0;
  const std::size_t last = std::min(positions, state + widest);  // one behind
  const float near = sum_[last + 1 + widest - state] - sum_[first + 1 + widest - state];
  return near + tail_ * static_cast<float>(positions - (last - first));
}

void PositionModel::run_forward(const Passage& passage, Scratch& scratch, Posteriors& posteriors) const {
  const std::size_t positions = passage.positions;
  const std::size_t states = positions + 1;
  scratch.forward[0] = 1;
  std::fill(scratch.forward.begin() + 1, scratch.forward.begin() + static_cast<std::ptrdiff_t>(states), 0.0F);
  for (std::size_t word = 0; word < passage.null_emission.size(); ++word) {
    const float* const before = scratch.forward.data() + word * states;
    float* const now = scratch.forward.data() + (word + 1) * states;
    float* const arriving = scratch.arriving.data();
    const float threshold = unlikely * *std::max_element(before, before + states);
    float sum = 0;
    for (std::size_t s = 0; s < states; ++s) sum += before[s] * scratch.over_norm[s];
    std::fill(arriving, arriving + positions, tail_ * sum);
    for (std::size_t s = 0; s < states; ++s) {
      if (before[s] <= threshold) continue;
      const float share = before[s] * scratch.over_norm[s];
      const std::size_t first = s > widest + 1 ? s - widest - 1 : 0;
      const std::size_t last = std::min(positions, s + widest);
      const float* const jump = jump_.data() + (first + 1 + widest - s);
      for (std::size_t k = first; k < last; ++k) arriving[k] += share * jump[k - first];
    }
    const float* const emission = passage.emission.data() + word * positions;
    float* const linked = posteriors.linked.data() + word * positions;
    const float null = null_probability * passage.null_emission[word];
    float total = null * before[0];
    now[0] = total;
    for (std::size_t k = 0; k < positions; ++k) {
      linked[k] = (1 - null_probability) * arriving[k] * emission[k];
      now[k + 1] = linked[k] + null * before[k + 1];
      total += now[k + 1];
    }
    const float over = reciprocal(total);
    for (std::size_t s = 0; s < states; ++s) now[s] *= over;
    for (std::size_t k = 0; k < positions; ++k) linked[k] *= over;
  }
}

// From what follows the word (scratch.backward, by state) to what follows the word before it.
void PositionModel::step_back(const Passage& passage, std::size_t word, Scratch& scratch, Posteriors& posteriors,
                              JumpCounts& counts) const {
  const std::size_t positions = passage.positions;
  const std::size_t states = positions + 1;
  const float* const forward = scratch.forward.data() + word * states;  // before the word
  const float* const emission = passage.emission.data() + word * positions;
  float* const linked = posteriors.linked.data() + word * positions;
  const float* const after = scratch.backward.data();
  float* const before = scratch.before.data();
  float* const arriving = scratch.arriving.data();  // emission times what follows
  float largest = 0;
  float sum = 0;
  float linked_sum = 0;
  for (std::size_t k = 0; k < positions; ++k) {
    linked[k] *= after[k + 1];
    linked_sum += linked[k];
    arriving[k] = (1 - null_probability) * emission[k] * after[k + 1];
    largest = std::max(largest, arriving[k]);
    sum += arriving[k];
  }
  std::fill(before, before + states, tail_ * sum);
  scratch.likely.clear();
  for (std::size_t k = 0; k < positions; ++k) {
    if (arriving[k] <= unlikely * largest) continue;
    scratch.likely.push_back(static_cast<std::uint32_t>(k));
    const std::size_t first = k + 1 > widest ? k + 1 - widest : 0;
    const std::size_t last = std::min(states, k + 2 + widest);
    const float* const jump = mirrored_.data() + (first + widest - k - 1);
    for (std::size_t s = first; s < last; ++s) before[s] += arriving[k] * jump[s - first];
  }
  const float null = null_probability * passage.null_emission[word];
  float total = 0;
  float unlinked = 0;
  for (std::size_t s = 0; s < states; ++s) {
    const float stays = null * after[s];
    before[s] = before[s] * scratch.over_norm[s] + stays;
    total += forward[s] * before[s];
    unlinked += forward[s] * stays;
  }
  const float over_total = reciprocal(total);
  count_jumps(forward, over_total, scratch, counts);
  posteriors.unlinked[word] = std::min(1.0F, unlinked * over_total);
  const float over_linked = (1 - posteriors.unlinked[word]) * reciprocal(linked_sum);
  for (std::size_t k = 0; k < positions; ++k) linked[k] *= over_linked;
  const float over_largest = reciprocal(*std::max_element(before, before + states));
  for (std::size_t s = 0; s < states; ++s) before[s] *= over_largest;
  std::swap(scratch.backward, scratch.before);
}

void PositionModel::count_jumps(const float* forward, float over_total, const Scratch& scratch,
                                JumpCounts& counts) const {
  const std::size_t states = scratch.over_norm.size();
  const float threshold = too_unlikely_to_count * *std::max_element(forward, forward + states);
  for (std::size_t s = 0; s < states; ++s) {
    if (forward[s] <= threshold) continue;
    const float share = forward[s] * scratch.over_norm[s] * over_total;
    for (const std::uint32_t k : scratch.likely) {
      if (k + 1 + widest < s || k + 1 > s + widest) continue;
      const std::size_t at = k + 1 + widest - s;
      const double expected = static_cast<double>(share * (jump_[at] + tail_) * scratch.arriving[k]);
      counts.jumps[at] += static_cast<std::int64_t>(expected * fixed_one);
    }
  }
}

void PositionModel::find_posteriors(const Passage& passage, Scratch& scratch, Posteriors& posteriors,
                                    JumpCounts& counts) const {
  const std::size_t words = passage.null_emission.size();
  const std::size_t states = passage.positions + 1;
  scratch.forward.resize((words + 1) * states);
  scratch.before.resize(states);
  scratch.arriving.resize(passage.positions);
  scratch.over_norm.resize(states);
  for (std::size_t s = 0; s < states; ++s) scratch.over_norm[s] = 1 / sum_inside(s, passage.positions);
  posteriors.linked.resize(words * passage.positions);
  posteriors.unlinked.resize(words);
  run_forward(passage, scratch, posteriors);
  scratch.backward.assign(states, 1);
  for (std::size_t word = words; word-- > 0;) step_back(passage, word, scratch, posteriors, counts);
}

}  // namespace aligner::lexicon

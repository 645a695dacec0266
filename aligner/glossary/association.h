#pragma once
// How strongly two things that are counted go together. Private to the room.
//
//   log_likelihood_ratio({.joint = 30, .first = 40, .second = 35, .total = 10000});  // 140 or so
//   cohesion(...)                                                                    // 0 to 1

namespace aligner::glossary {

/// Of `total` places, `first` have the one, `second` the other, `joint` both.
struct Contingency {
  double joint = 0;
  double first = 0;
  double second = 0;
  double total = 0;
};

/// G², how surprising the joint count is where the two have nothing to do with each other (Dunning 1993). Not negative;
/// 0 where they meet less often than by chance.
double log_likelihood_ratio(const Contingency& counts);

/// 0 to 1: how firmly two neighbours hold together: the pointwise mutual information in proportion to the most it could
/// be (Bouma 2009), held back where few mentions speak for it.
double cohesion(const Contingency& counts);

}  // namespace aligner::glossary

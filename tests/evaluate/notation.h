#pragma once
// Beads in the reader's notation, for tests: "0-0 1,2-1 3-" is three beads, the last without target.

#include <cstddef>
#include <sstream>
#include <string>
#include <vector>

#include "aligner/evaluate/score.h"

namespace aligner::evaluate {

inline std::vector<std::size_t> indexes(const std::string& text) {
  std::vector<std::size_t> group;
  std::istringstream in(text);
  for (std::string index; std::getline(in, index, ',');) group.push_back(std::stoul(index));
  return group;
}

inline std::vector<IndexBead> beads(const std::string& text) {
  std::vector<IndexBead> made;
  std::istringstream in(text);
  for (std::string bead; in >> bead;) {
    const std::size_t dash = bead.find('-');
    made.push_back({.source = indexes(bead.substr(0, dash)), .target = indexes(bead.substr(dash + 1))});
  }
  return made;
}

}  // namespace aligner::evaluate

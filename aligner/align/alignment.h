#pragma once
// Alignment: which segments of two texts correspond, why, and how surely.
//
//   for (const Bead& bead : alignment.beads)
//     if (!bead.source.empty() && !bead.target.empty()) show(bead);
//
// A bead pairs a group of source segments with a group of target segments. In parallel mode the beads are the whole
// story: every segment of both sides in exactly one bead, groups contiguous, one side possibly empty. They stand in the
// order of the source, and those that are not moved in the order of the target as well, gaps of the target among them.
// A moved bead has two sides; it stands where its source does, and its target where it likes. In comparable mode beads
// are links: only what corresponds, best first, both groups non-empty, order free; a segment may stand in several.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "aligner/score/evidence.h"

namespace aligner::align {

/// What two linked passages have in common. Only in comparable mode.
enum class Grade { same, mostly, partly, related };

struct Bead {
  std::vector<std::size_t> source;  // segment indexes, 0-based, ascending
  std::vector<std::size_t> target;
  double cost = 0;        // -ln p of the bead under the model: not negative, smaller is better
  double confidence = 0;  // 0 to 1: estimated probability that the bead is right
  std::optional<Grade> grade;
  bool moved = false;  // its target stands elsewhere than the order of the source says. Only in parallel mode
  std::vector<score::Evidence> evidence;  // strongest first

  friend bool operator==(const Bead&, const Bead&) = default;
};

enum class Mode { parallel, comparable };

struct Alignment {
  Mode mode = Mode::parallel;
  std::vector<Bead> beads;
  std::size_t source_count = 0;  // segments of each side
  std::size_t target_count = 0;
  std::string mode_reason;  // why this mode: "asked for", or what was measured
  std::string method;       // name and version of the method, "lattice-em/2"
  std::string settings;     // the settings that bear on the result, as one line of JSON

  friend bool operator==(const Alignment&, const Alignment&) = default;
};

/// Whether something in the evidence of a bead of two sides says that they cannot both be true.
bool is_contradiction(const Bead& bead);

/// Throws Error saying which bead breaks which rule of its mode (see above); returns where all hold.
void check_alignment(const Alignment& alignment);

/// "same", "mostly", "partly", "related".
std::string to_string(Grade grade);
/// "parallel", "comparable".
std::string to_string(Mode mode);

}  // namespace aligner::align

#pragma once
// The ladder: an alignment as a list of index groups, one bead a line. What gold files and other aligners use.
//
//   std::string ladder = write_ladder(alignment);                        // "[0, 1]:[0]:0.418227\n[2]:[]:3.506558\n"
//   for (const LadderLine& line : read_ladder("gold.ladder")) ...        // "-" is standard input
//   parse_ladder("[3]:[5]:same\n", "gold.links")[0].remark == "same";
//
// Indexes are 0-based positions of segments; an empty side is []; costs are -ln p. The notation is that of the
// published gold alignments (bracketed, comma-separated lists joined by colons), with an optional third field.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/align/alignment.h"

namespace aligner::interchange {

struct LadderLine {
  std::vector<std::size_t> source;  // segment indexes, ascending; may be empty, but not both sides
  std::vector<std::size_t> target;
  std::optional<double> cost;  // the third field where it is a number; finite, may be negative in files of other tools
  std::string remark;          // the third field where it is a word, a grade usually: "same"; otherwise empty

  friend bool operator==(const LadderLine&, const LadderLine&) = default;
};

/// Larger indexes are taken for a mistake. No account has so many sentences.
inline constexpr std::size_t largest_ladder_index = 99'999'999;

/// Writes one bead a line: `[0, 1]:[0]:0.418227`, six decimals, '.' whatever the locale. Parallel mode: every bead in
/// order (a moved one where its source stands, so that its target is out of order). Comparable mode: only links (both
/// sides present), in the order they are stored, best first.
std::string write_ladder(const align::Alignment& alignment);

/// Reads ladder lines. Spaces do not matter, the third field may be absent; blank lines, lines beginning with #, a byte
/// order mark and CR LF are accepted. `name` stands for the path in messages. Throws Error naming file, line and
/// remedy: an index that is negative, repeated, out of order or above largest_ladder_index, two empty sides, anything
/// else that is no bead. Linear in the size of `bytes`, which need not be valid UTF-8.
std::vector<LadderLine> parse_ladder(std::string_view bytes, const std::string& name);

/// The same from a file; "-" is standard input. Throws Error also when it cannot be read, is a directory or is larger
/// than 256 MiB.
std::vector<LadderLine> read_ladder(const std::filesystem::path& path);

}  // namespace aligner::interchange

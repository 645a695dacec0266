#include <cstddef>
#include <string>
#include <vector>

#include "aligner/interchange/decimal.h"
#include "aligner/interchange/ladder.h"

namespace aligner::interchange {
namespace {

void append_group(std::string& out, const std::vector<std::size_t>& indexes) {
  out += '[';
  for (std::size_t i = 0; i < indexes.size(); ++i) {
    if (i > 0) out += ", ";
    out += std::to_string(indexes[i]);
  }
  out += ']';
}

}  // namespace

std::string write_ladder(const align::Alignment& alignment) {
  std::string out;
  for (const align::Bead& bead : alignment.beads) {
    const bool is_link = !bead.source.empty() && !bead.target.empty();
    if (alignment.mode == align::Mode::comparable && !is_link) continue;
    append_group(out, bead.source);
    out += ':';
    append_group(out, bead.target);
    out += ':';
    out += fixed_decimal(bead.cost, 6);
    out += '\n';
  }
  return out;
}

}  // namespace aligner::interchange

// Whatever the bytes, a ladder is refused in words, or its lines are beads that can be written and read again.

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <string_view>

#include "aligner/error.h"
#include "aligner/interchange/ladder.h"

#include "tests/fuzz/fuzz_main.h"

namespace interchange = aligner::interchange;

namespace {

bool is_group(const std::vector<std::size_t>& indexes) {
  const bool ascends = std::adjacent_find(indexes.begin(), indexes.end(), std::greater_equal<>()) == indexes.end();
  return ascends && (indexes.empty() || indexes.back() <= interchange::largest_ladder_index);
}

aligner::align::Alignment alignment_of(const std::vector<interchange::LadderLine>& lines) {
  aligner::align::Alignment alignment;
  for (const interchange::LadderLine& line : lines) {
    const bool is_bead = is_group(line.source) && is_group(line.target) && line.source.size() + line.target.size() > 0;
    if (!is_bead || (line.cost && !line.remark.empty())) std::abort();
    alignment.beads.push_back({.source = line.source, .target = line.target, .cost = line.cost.value_or(0)});
  }
  return alignment;
}

}  // namespace

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {
      "[0, 1]:[0]:0.418227\n[2]:[]:3.506558\n",  "# gold of two readers\n\n[3]:[5]:same\n[58]:[69,70]:false-friend\n",
      "\xEF\xBB\xBF[0]:[0]\r\n[]:[1]\r\n",       "  [ 3 , 4 ] : [ 7 ]  :  1e-3  ",
      "[99999999]:[0]:-0.25\n[100000000]:[0]\n",
  };
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  std::vector<interchange::LadderLine> lines;
  try {
    lines = interchange::parse_ladder(bytes, "input");
  } catch (const aligner::Error& error) {
    const bool names_the_place = std::string_view(error.what()).starts_with("input:");
    if (!names_the_place) std::abort();
    return 0;
  }
  const auto again = interchange::parse_ladder(interchange::write_ladder(alignment_of(lines)), "written");
  const bool same = std::equal(lines.begin(), lines.end(), again.begin(), again.end(),
                               [](const interchange::LadderLine& a, const interchange::LadderLine& b) {
                                 return a.source == b.source && a.target == b.target;
                               });
  if (!same) std::abort();
  return 0;
}

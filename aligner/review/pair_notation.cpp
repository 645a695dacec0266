#include "aligner/review/pair_notation.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "aligner/text/trimmed.h"

namespace aligner::review {
namespace {

constexpr std::size_t most_segments = 100'000;  // of one side: a range of more is a slip of the hand

std::optional<std::size_t> parse_number(std::string_view text) {
  text = text::trimmed(text);
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  const bool is_whole = !text.empty() && error == std::errc() && rest == end;
  return is_whole ? std::optional(number) : std::nullopt;
}

// "69" or "69-71", added to the group; false where it is neither.
bool add_run(std::string_view text, std::vector<std::size_t>& group) {
  const std::size_t dash = text.find('-');
  const std::optional<std::size_t> first = parse_number(text.substr(0, dash));
  const std::optional<std::size_t> last = dash == std::string_view::npos ? first : parse_number(text.substr(dash + 1));
  if (!first || !last || *last < *first || *last - *first >= most_segments - group.size()) return false;
  for (std::size_t i = *first; i <= *last; ++i) group.push_back(i);
  return true;
}

// "", "[]", "58", "[58, 59]", "58-60,62".
std::optional<std::vector<std::size_t>> parse_group(std::string_view text) {
  text = text::trimmed(text);
  const bool opens = text.starts_with('[');
  if (opens != text.ends_with(']') || text == "[") return std::nullopt;
  if (opens) text = text::trimmed(text.substr(1, text.size() - 2));
  std::vector<std::size_t> group;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    if (!add_run(text.substr(0, comma), group)) return std::nullopt;
    if (comma == std::string_view::npos) break;
    text = text.substr(comma + 1);
    if (text::trimmed(text).empty()) return std::nullopt;
  }
  std::sort(group.begin(), group.end());
  if (std::adjacent_find(group.begin(), group.end()) != group.end()) return std::nullopt;
  return group;
}

void check_side(const std::vector<std::size_t>& group, std::size_t count, const std::string& side) {
  if (group.empty() || group.back() < count) return;
  throw Error("there is no " + side + " segment " + std::to_string(group.back()) + "; there are " +
              std::to_string(count) + ", counted from 0 as reports have them");
}

std::string notation_of(const std::vector<std::size_t>& group) {
  std::string text = "[";
  for (const std::size_t segment : group) text += (text.size() > 1 ? ", " : "") + std::to_string(segment);
  return text + "]";
}

}  // namespace

Result<PairName> parse_pair(std::string_view text) {
  const auto refuse = [&] {
    return Failure{"\"" + std::string(text) +
                   "\" is no pair; give its number in the report, or its segments: 58:69,70 or [58]:[69, 70]"};
  };
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) {
    const std::optional<std::size_t> number = parse_number(text);
    if (!number || *number == 0) return refuse();
    return PairName{.number = *number};
  }
  auto source = parse_group(text.substr(0, colon));
  auto target = parse_group(text.substr(colon + 1));
  if (!source || !target || (source->empty() && target->empty())) return refuse();
  return PairName{.groups = {std::move(*source), std::move(*target)}};
}

PairGroups find_groups(const align::Alignment& alignment, const PairName& name) {
  if (name.number == 0) {
    check_side(name.groups.source, alignment.source_count, "source");
    check_side(name.groups.target, alignment.target_count, "target");
    return name.groups;
  }
  if (name.number > alignment.beads.size()) {
    throw Error("there is no pair " + std::to_string(name.number) + "; the report has " +
                std::to_string(alignment.beads.size()));
  }
  const align::Bead& bead = alignment.beads[name.number - 1];
  return {bead.source, bead.target};
}

std::string notation(const PairGroups& groups) { return notation_of(groups.source) + ":" + notation_of(groups.target); }

}  // namespace aligner::review

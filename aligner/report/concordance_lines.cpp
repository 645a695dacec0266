#include "aligner/report/concordance_lines.h"

#include <algorithm>
#include <cmath>

#include "aligner/report/columns.h"

namespace aligner::report {
namespace {

constexpr std::string_view dots = "...";

// The last columns of harmless text, at most `columns` wide, behind dots where something was left out.
std::string last_columns(const std::string& plain, std::size_t columns) {
  if (column_count(plain) <= columns) return plain;
  const std::vector<Cluster> clusters = find_clusters(plain);
  const std::size_t room = columns - std::min(columns, dots.size());
  std::size_t width = 0;
  std::size_t begin = plain.size();
  for (auto cluster = clusters.rbegin(); cluster != clusters.rend(); ++cluster) {
    if (width + cluster->columns > room) break;
    width += cluster->columns;
    begin = cluster->begin;
  }
  return std::string(dots) + plain.substr(begin);
}

std::string first_columns(const std::string& plain, std::size_t columns) {
  if (column_count(plain) <= columns) return plain;
  return shortened(plain, columns - std::min(columns, dots.size()));
}

std::string marked(const std::string& words, Marking marking) {
  return marking == Marking::brackets ? "[" + words + "]" : "\x1b[1;36m" + words + "\x1b[0m";
}

std::size_t marking_width(Marking marking) { return marking == Marking::brackets ? 2 : 0; }

std::string spaces(std::size_t count) { return std::string(count, ' '); }

}  // namespace

std::string keyword_in_context(const align::ConcordanceHit& hit, std::size_t columns, Marking marking) {
  columns = std::max<std::size_t>(columns, 20);
  const std::string found = first_columns(plain_text(hit.found), columns / 2);
  const std::size_t left = (columns * 9) / 20;  // a little less than half: words are read on from what was found
  const std::string before = last_columns(plain_text(hit.before), left);
  const std::size_t used = left + marking_width(marking) + column_count(found);
  const std::size_t right = columns - std::min(columns, used);
  const std::string after = first_columns(plain_text(hit.after), right);
  const std::size_t filled = std::min(right, column_count(after));
  return spaces(left - column_count(before)) + before + marked(found, marking) + after + spaces(right - filled);
}

std::string counterpart_excerpt(const align::Counterpart& counterpart, std::size_t columns, Marking marking) {
  const std::string whole = plain_text(counterpart.text);
  if (counterpart.marked.empty()) return first_columns(whole, columns);
  const text::Span first = counterpart.marked.front();
  const std::string before = plain_text(std::string_view(counterpart.text).substr(0, first.begin));
  const std::string found =
      first_columns(plain_text(std::string_view(counterpart.text).substr(first.begin, first.size())), columns / 2);
  const std::string after = plain_text(std::string_view(counterpart.text).substr(first.end));
  const std::size_t room = columns - std::min(columns, column_count(found) + marking_width(marking));
  const std::size_t wanted_after = std::min(column_count(after), room - room / 2);
  const std::string shown_before = last_columns(before, room - wanted_after);
  const std::size_t left_over = room - std::min(room, column_count(shown_before));
  return shown_before + marked(found, marking) + first_columns(after, left_over);
}

std::string pair_label(const align::Counterpart& counterpart) {
  std::string label = counterpart.language.str() + " ";
  if (counterpart.is_accepted) {
    label += "accepted";
  } else {
    const bool is_whole = counterpart.confidence >= 1;
    const auto share = static_cast<int>(std::lround(counterpart.confidence * 100));
    label += std::to_string(is_whole ? 100 : std::min(share, 99)) + " %";
  }
  if (counterpart.grade) label += " " + align::to_string(*counterpart.grade);
  return label;
}

std::string file_name(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

std::string segment_range(const std::vector<std::size_t>& segments) {
  if (segments.empty()) return "";
  const std::string first = std::to_string(segments.front());
  return segments.size() == 1 ? first : first + "-" + std::to_string(segments.back());
}

}  // namespace aligner::report

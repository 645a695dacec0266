#include "aligner/report/columns.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include "aligner/error.h"

// Width: what a terminal does with a character is settled nowhere. The rule here is the one terminals agree on: marks
// and format characters take no column, East Asian wide and full-width characters two, everything else one; a cluster
// is the sum of its characters, except that an emoji (joined, coloured, a flag or a keycap) takes two in all. Clusters
// longer than any script writes are taken apart, so that a hostile text cannot make a line wider than the terminal.

namespace aligner::report {
namespace {

constexpr std::string_view no_break_space = "\u00A0";

void check(UErrorCode status, const char* call) {
  if (U_FAILURE(status)) throw Error(std::string(call) + ": " + u_errorName(status) + "; is ICU's data installed?");
}

// The code point at `offset`, which is moved behind it; U+FFFD for bytes that are not UTF-8.
UChar32 next_code_point(std::string_view utf8, std::size_t& offset) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  auto place = static_cast<std::int64_t>(offset);
  const auto length = static_cast<std::int64_t>(utf8.size());
  UChar32 code_point = 0;
  U8_NEXT(bytes, place, length, code_point);
  offset = static_cast<std::size_t>(place);
  return code_point < 0 ? 0xFFFD : code_point;
}

void append_code_point(std::string& out, UChar32 code_point) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::int32_t count = 0;
  U8_APPEND_UNSAFE(bytes, count, code_point);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count));
}

bool is_breaking_space(UChar32 c, UCharCategory category) {
  const bool is_control_space = (c >= 0x09 && c <= 0x0D) || c == 0x85;
  const bool is_no_break = c == 0xA0 || c == 0x2007 || c == 0x202F;
  return is_control_space || category == U_LINE_SEPARATOR || category == U_PARAGRAPH_SEPARATOR ||
         (category == U_SPACE_SEPARATOR && !is_no_break);
}

bool is_format_to_keep(UChar32 c) {
  constexpr UChar32 zero_width_non_joiner = 0x200C;
  constexpr UChar32 zero_width_joiner = 0x200D;
  constexpr UChar32 mongolian_vowel_separator = 0x180E;
  return c == zero_width_non_joiner || c == zero_width_joiner || c == mongolian_vowel_separator ||
         u_hasBinaryProperty(c, UCHAR_PREPENDED_CONCATENATION_MARK);
}

std::size_t columns_of_character(UChar32 c) {
  const auto category = static_cast<UCharCategory>(u_charType(c));
  const bool is_mark = category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK;
  if (is_mark || (category == U_FORMAT_CHAR && !u_hasBinaryProperty(c, UCHAR_PREPENDED_CONCATENATION_MARK))) return 0;
  const int syllable = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t columns_of_cluster(std::string_view cluster) {
  constexpr UChar32 emoji_variation = 0xFE0F;
  std::size_t sum = 0;
  std::size_t spacing_marks = 0;
  bool may_be_emoji = false;
  bool is_emoji = false;
  for (std::size_t offset = 0; offset < cluster.size();) {
    const UChar32 c = next_code_point(cluster, offset);
    sum += columns_of_character(c);
    if (u_charType(c) == U_COMBINING_SPACING_MARK) ++spacing_marks;
    may_be_emoji = may_be_emoji || u_hasBinaryProperty(c, UCHAR_EMOJI);
    is_emoji = is_emoji || u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION) || (c == emoji_variation && may_be_emoji);
  }
  return is_emoji ? 2 + spacing_marks : sum;
}

void append_characters(std::vector<Cluster>& clusters, std::string_view plain, std::size_t begin, std::size_t end) {
  for (std::size_t offset = begin; offset < end;) {
    const std::size_t first = offset;
    const UChar32 c = next_code_point(plain, offset);
    clusters.push_back({first, offset, columns_of_character(c)});
  }
}

// Making an iterator loads its rules, which costs more than a sentence's work: callers keep one and clone it, which is
// safe from several threads. Root rules: the process's locale has no say.
std::unique_ptr<const icu::BreakIterator> make_iterator(icu::BreakIterator* (*create)(const icu::Locale&,
                                                                                      UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<const icu::BreakIterator> iterator(create(icu::Locale::getRoot(), status));
  check(status, "BreakIterator::createInstance");
  return iterator;
}

// Calls `visit` with every boundary of `text` that the iterator finds, 0 left out, the end included.
template <typename Visit>
void visit_boundaries(icu::BreakIterator& iterator, std::string_view text, Visit visit) {
  UErrorCode status = U_ZERO_ERROR;
  UText handle = UTEXT_INITIALIZER;
  utext_openUTF8(&handle, text.data(), static_cast<std::int64_t>(text.size()), &status);
  check(status, "utext_openUTF8");
  const std::unique_ptr<UText, decltype(&utext_close)> closer(&handle, &utext_close);
  iterator.setText(&handle, status);
  check(status, "BreakIterator::setText");
  iterator.first();
  for (std::int32_t place = iterator.next(); place != icu::BreakIterator::DONE; place = iterator.next()) {
    visit(static_cast<std::size_t>(place));
  }
}

std::unique_ptr<icu::BreakIterator> cluster_iterator() {
  static const auto rules = make_iterator(&icu::BreakIterator::createCharacterInstance);
  return std::unique_ptr<icu::BreakIterator>(rules->clone());
}

std::unique_ptr<icu::BreakIterator> line_iterator() {
  static const auto rules = make_iterator(&icu::BreakIterator::createLineInstance);
  return std::unique_ptr<icu::BreakIterator>(rules->clone());
}

// For every byte, 1 where a line may be broken before it.
std::vector<char> find_line_breaks(std::string_view plain) {
  const std::unique_ptr<icu::BreakIterator> iterator = line_iterator();
  std::vector<char> breaks(plain.size() + 1, 0);
  visit_boundaries(*iterator, plain, [&](std::size_t place) { breaks[place] = 1; });
  return breaks;
}

bool is_space(std::string_view cluster) { return cluster == " "; }
bool is_blank(std::string_view cluster) { return is_space(cluster) || cluster == no_break_space; }

// Fills lines from left to right: a line is cut at the last place that allows it, or where it is full.
class Wrapper {
 public:
  Wrapper(const StyledText& text, std::size_t columns)
      : text_(text),
        limit_(columns),
        clusters_(find_clusters(text.text, std::min(columns, widest_cluster))),
        breaks_(find_line_breaks(text.text)) {}

  std::vector<Line> wrap() {
    std::size_t place = 0;
    while (place < clusters_.size()) {
      const std::size_t cut = find_cut(place);
      add_line(place, cut);
      place = cut;
      while (place < clusters_.size() && is_space(bytes_of(place))) ++place;
    }
    if (lines_.empty()) lines_.emplace_back();
    return std::move(lines_);
  }

 private:
  std::string_view bytes_of(std::size_t cluster) const {
    return std::string_view(text_.text)
        .substr(clusters_[cluster].begin, clusters_[cluster].end - clusters_[cluster].begin);
  }

  // The first cluster of the line after the one that begins at `first`. Spaces at a line's end may stick out.
  std::size_t find_cut(std::size_t first) const {
    std::size_t columns = 0;
    std::size_t allowed = first;
    for (std::size_t place = first; place < clusters_.size(); ++place) {
      if (place > first && breaks_[clusters_[place].begin] != 0) allowed = place;
      columns += clusters_[place].columns;
      if (columns <= limit_ || is_space(bytes_of(place))) continue;
      return allowed > first ? allowed : std::max(place, first + 1);
    }
    return clusters_.size();
  }

  void add_line(std::size_t first, std::size_t cut) {
    while (cut > first && is_blank(bytes_of(cut - 1))) --cut;
    Line line;
    for (std::size_t place = first; place < cut; ++place) {
      const bool is_glue = bytes_of(place) == no_break_space;
      line.text += is_glue ? " " : bytes_of(place);
      line.styles.resize(line.text.size(), text_.styles[clusters_[place].begin]);
      line.columns += clusters_[place].columns;
    }
    lines_.push_back(std::move(line));
  }

  const StyledText& text_;
  std::size_t limit_;
  std::vector<Cluster> clusters_;
  std::vector<char> breaks_;
  std::vector<Line> lines_;
};

// Five colours that read on dark and light ground, bold, then the same underlined. Red is for contradictions.
std::string colour_code(int style) {
  if (style == conflict_style) return "\x1b[7;31m";
  constexpr int colours[] = {32, 35, 36, 33, 34};
  const int turn = (style - 1) % 10;
  return "\x1b[" + std::string(turn < 5 ? "1" : "4") + ";" + std::to_string(colours[turn % 5]) + "m";
}

}  // namespace

std::string plain_text(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t offset = 0; offset < utf8.size();) {
    const UChar32 c = next_code_point(utf8, offset);
    const auto category = static_cast<UCharCategory>(u_charType(c));
    if (is_breaking_space(c, category)) {
      if (!out.ends_with(' ')) out += ' ';
    } else if (category == U_CONTROL_CHAR || (category == U_FORMAT_CHAR && !is_format_to_keep(c))) {
      continue;
    } else {
      append_code_point(out, c);
    }
  }
  return out;
}

std::vector<Cluster> find_clusters(std::string_view plain, std::size_t widest) {
  const std::unique_ptr<icu::BreakIterator> iterator = cluster_iterator();
  std::vector<Cluster> clusters;
  std::size_t begin = 0;
  visit_boundaries(*iterator, plain, [&](std::size_t end) {
    const std::size_t columns = columns_of_cluster(plain.substr(begin, end - begin));
    if (columns <= widest) {
      clusters.push_back({begin, end, columns});
    } else {
      append_characters(clusters, plain, begin, end);
    }
    begin = end;
  });
  return clusters;
}

std::size_t count_clusters(std::string_view utf8) {
  const std::unique_ptr<icu::BreakIterator> iterator = cluster_iterator();
  std::size_t count = 0;
  visit_boundaries(*iterator, utf8, [&](std::size_t) { ++count; });
  return count;
}

std::string shortened(std::string_view plain, std::size_t columns) {
  constexpr std::size_t longest_prefix = 2000;  // bytes looked at: the rest could not be shown anyway
  std::string_view prefix = plain.substr(0, longest_prefix);
  while (prefix.size() < plain.size() && !prefix.empty() && (plain[prefix.size()] & 0xC0) == 0x80)
    prefix.remove_suffix(1);
  std::size_t used = 0;
  for (const Cluster& cluster : find_clusters(prefix)) {
    used += cluster.columns;
    if (used > columns) return std::string(prefix.substr(0, cluster.begin)) + "...";
  }
  return std::string(prefix) + (prefix.size() < plain.size() ? "..." : "");
}

std::size_t column_count(std::string_view plain) {
  std::size_t columns = 0;
  for (const Cluster& cluster : find_clusters(plain)) columns += cluster.columns;
  return columns;
}

void StyledText::append(std::string_view plain, int style) {
  text += plain;
  styles.resize(text.size(), style);
}

std::vector<Line> wrap(const StyledText& text, std::size_t columns) {
  return Wrapper(text, std::max<std::size_t>(columns, 2)).wrap();
}

std::string coloured(const Line& line) {
  std::string out;
  int style = 0;
  for (std::size_t i = 0; i < line.text.size(); ++i) {
    if (line.styles[i] != style) {
      if (style != 0) out += "\x1b[0m";
      style = line.styles[i];
      if (style != 0) out += colour_code(style);
    }
    out += line.text[i];
  }
  return style == 0 ? out : out + "\x1b[0m";
}

}  // namespace aligner::report

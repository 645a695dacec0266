#pragma once
// Private: text as a terminal shows it: made harmless, measured in columns, cut into lines.
//
//   plain_text("\x1b[31m界\t!");                   // "[31m界 !"
//   column_count("界!");                           // 3
//   wrap(styled, 38);                              // lines of at most 38 columns

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aligner::report {

/// `utf8` without anything a terminal obeys: a run of tabs, line breaks and spaces (no-break spaces excepted) becomes
/// one space; other control characters, direction controls and invisible formatting (joiners kept) go. Bytes that are
/// not UTF-8 become U+FFFD.
std::string plain_text(std::string_view utf8);

/// Columns of harmless text.
std::size_t column_count(std::string_view plain);

/// Grapheme clusters of any text: what people count as characters.
std::size_t count_clusters(std::string_view utf8);

/// The beginning of harmless text, at most `columns` wide and followed by "..." where something was left out.
std::string shortened(std::string_view plain, std::size_t columns);

/// A grapheme cluster: what is never cut.
struct Cluster {
  std::size_t begin = 0;  // byte offset
  std::size_t end = 0;
  std::size_t columns = 0;
};

/// No script writes wider ones: Indic conjuncts with their vowel signs stay below.
inline constexpr std::size_t widest_cluster = 8;  // columns

/// The clusters of harmless text, in order. A cluster wider than `widest` columns is taken apart into characters.
std::vector<Cluster> find_clusters(std::string_view plain, std::size_t widest = widest_cluster);

/// The style of what contradicts the other text.
inline constexpr int conflict_style = -1;

/// Harmless text, parts of which have a style: 0 none, 1, 2, ... colours in turn, or conflict_style.
struct StyledText {
  std::string text;
  std::vector<int> styles;  // one for each byte of text

  void append(std::string_view plain, int style);
};

struct Line {
  std::string text;         // with no-break spaces as spaces, without spaces at the end
  std::vector<int> styles;  // one for each byte
  std::size_t columns = 0;
};

/// Cuts into lines of at most `columns` (at least 2), between words where possible, never inside a cluster. Empty text
/// gives one empty line. Linear.
std::vector<Line> wrap(const StyledText& text, std::size_t columns);

/// The line with ANSI colours around styled parts.
std::string coloured(const Line& line);

}  // namespace aligner::report

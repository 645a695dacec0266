#include "aligner/terms/suggest.h"

#include <algorithm>
#include <cstddef>

namespace aligner::terms {
namespace {

/// Levenshtein distance in bytes; both words are short.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string suggest(std::string_view given, const std::vector<std::string>& choices) {
  const std::string* nearest = nullptr;
  std::size_t least = std::max<std::size_t>(2, given.size() / 3) + 1;
  for (const std::string& choice : choices) {
    if (given.size() > 2 * choice.size() + 2) continue;
    const std::size_t distance = edit_distance(given, choice);
    if (distance < least && distance < choice.size()) {
      least = distance;
      nearest = &choice;
    }
  }
  return nearest == nullptr ? "" : "; did you mean \"" + *nearest + "\"?";
}

}  // namespace aligner::terms

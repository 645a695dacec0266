#include "aligner/check/finding.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace aligner::check {
namespace {

// In the order of the enumerations.
constexpr std::array severity_words{"info", "warning", "error"};
constexpr std::array kind_words{"date-conflict", "date-missing", "calendar",      "number-conflict", "number-missing",
                                "unit",          "name-missing", "name-spelling", "deprecated-term", "competing-term",
                                "missing-term",  "untranslated", "omission",      "addition",        "length",
                                "unbalanced",    "doubled-word", "contradiction"};
static_assert(kind_words.size() == static_cast<std::size_t>(FindingKind::contradiction) + 1);

template <typename Value, typename Words>
std::optional<Value> find_value(const Words& words, std::string_view word) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<Value>(std::distance(words.begin(), found));
}

}  // namespace

std::string to_string(Severity severity) { return severity_words.at(static_cast<std::size_t>(severity)); }

std::string to_string(FindingKind kind) { return kind_words.at(static_cast<std::size_t>(kind)); }

std::optional<Severity> find_severity(std::string_view word) { return find_value<Severity>(severity_words, word); }

std::optional<FindingKind> find_finding_kind(std::string_view word) {
  return find_value<FindingKind>(kind_words, word);
}

std::vector<std::string> severity_names() { return {severity_words.begin(), severity_words.end()}; }

std::vector<std::string> finding_kind_names() { return {kind_words.begin(), kind_words.end()}; }

}  // namespace aligner::check

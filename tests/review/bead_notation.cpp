#include "tests/review/bead_notation.h"

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <stdexcept>

namespace review_tests {
namespace {

std::vector<std::size_t> group(const std::string& text) {
  std::vector<std::size_t> indexes;
  std::istringstream in(text);
  for (std::string index; std::getline(in, index, ',');) indexes.push_back(std::stoul(index));
  return indexes;
}

std::string join(const std::vector<std::size_t>& indexes) {
  std::string text;
  for (const std::size_t index : indexes) text += (text.empty() ? "" : ",") + std::to_string(index);
  return text;
}

}  // namespace

std::vector<aligner::align::Bead> beads(const std::string& notation) {
  std::vector<aligner::align::Bead> result;
  std::istringstream in(notation);
  for (std::string pair; in >> pair;) {
    const std::size_t dash = pair.find('-');
    if (dash == std::string::npos) throw std::runtime_error("no dash in \"" + pair + "\"");
    const bool is_moved = pair.back() == '!';
    const std::string target = pair.substr(dash + 1, pair.size() - dash - (is_moved ? 2 : 1));
    result.push_back({.source = group(pair.substr(0, dash)),
                      .target = group(target),
                      .cost = 1,
                      .confidence = 0.5,
                      .moved = is_moved,
                      .evidence = {{.relation = "of the machine", .weight = 2}}});
  }
  return result;
}

aligner::align::Alignment alignment(aligner::align::Mode mode, const std::string& notation) {
  aligner::align::Alignment result{.mode = mode, .beads = beads(notation), .method = "by hand"};
  for (const auto& bead : result.beads) {
    if (!bead.source.empty()) result.source_count = std::max(result.source_count, bead.source.back() + 1);
    if (!bead.target.empty()) result.target_count = std::max(result.target_count, bead.target.back() + 1);
  }
  return result;
}

std::vector<aligner::review::Decision> decisions(const std::string& notation) {
  std::vector<aligner::review::Decision> result;
  std::istringstream in(notation);
  for (std::string word; in >> word;) {
    const bool rejected = word[0] == '!';
    const auto bead = beads(rejected ? word.substr(1) : word).at(0);
    result.push_back({.verdict = rejected ? aligner::review::Verdict::rejected : aligner::review::Verdict::accepted,
                      .source = bead.source,
                      .target = bead.target,
                      .by = "Lan",
                      .at = "2026-03-01T09:30:00Z"});
  }
  return result;
}

std::string notation(const std::vector<aligner::align::Bead>& beads) {
  std::string text;
  for (const auto& bead : beads) {
    text += (text.empty() ? "" : " ") + join(bead.source) + "-" + join(bead.target) + (bead.moved ? "!" : "");
  }
  return text;
}

}  // namespace review_tests

#pragma once
// Baseline: findings that a person has judged, and which are not to be shown again.
//
//   Baseline judged = Baseline::read("judged.tsv");
//   std::erase_if(findings, [&](const Finding& one) { return judged.has(one); });
//   judged.add(findings);
//   write(judged.bytes());
//
// The file is tab-separated UTF-8, one finding a line: key, kind, words in the source, words in the target, reason.
// Only the key counts; the rest tells people what was judged. Lines may be deleted, and notes added behind "#". A
// finding keeps its key when the texts are aligned anew (finding.h).

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

#include "aligner/check/finding.h"

namespace aligner::check {

class Baseline {
 public:
  Baseline() = default;

  /// Throws Error naming file, line and remedy where a line's key is none, or the file cannot be read or is not UTF-8.
  static Baseline read(const std::filesystem::path& path);
  /// The same from bytes in memory; `name` stands for the path in messages.
  static Baseline parse(std::string_view bytes, const std::string& name);

  bool has(const Finding& finding) const { return keys_.contains(finding.key); }
  std::size_t size() const { return keys_.size(); }

  /// Adds those that are not there, in their order.
  void add(std::span<const Finding> findings);

  /// The file: what was read as it was, notes included, and what was added behind it.
  const std::string& bytes() const& { return bytes_; }

 private:
  std::string bytes_;
  std::unordered_set<std::string> keys_;
};

}  // namespace aligner::check

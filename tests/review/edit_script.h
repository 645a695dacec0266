#pragma once
// Edits as a person types them: "join 1 2; undo; split 1 1:" are three steps.

#include <string>
#include <vector>

#include "aligner/align/alignment.h"
#include "aligner/review/edit.h"

namespace review_tests {

/// A machine's alignment and what people made of it, step by step.
class Desk {
 public:
  explicit Desk(aligner::align::Alignment machine) : machine_(std::move(machine)) {}

  /// Does one step: a word of `tungse edit` and what follows it. Throws aligner::Error as the plans do; then nothing
  /// has changed.
  void step(const std::string& words);

  /// Does the steps of a script, parted by semicolons.
  void run(const std::string& script);

  aligner::align::Alignment now() const;
  const std::vector<aligner::review::Edit>& history() const { return history_; }

 private:
  std::vector<aligner::review::Edit> plan(const std::string& verb, const std::vector<std::string>& words) const;

  aligner::align::Alignment machine_;
  std::vector<aligner::review::Edit> history_;
};

}  // namespace review_tests

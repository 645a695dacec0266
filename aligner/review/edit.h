#pragma once
// Edit: one step of a person's work on an alignment: what was done, and the decisions that say so.
//
//   std::vector<Edit> history = {join, accept, undo};              // in the order they were made
//   align::Alignment now = apply_decisions(machine, decisions_in(history));  // as if `accept` had never been
//
// History only grows. To undo is a later edit that takes an earlier one back; to redo gives that back. Undone are the
// latest steps first, redone the last undone first; a new step ends what can be redone, as in any editor.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aligner/review/decision.h"

namespace aligner::review {

enum class EditKind { accept, reject, join, split, shift, relink, note, undo, redo };

struct Edit {
  std::int64_t id = 0;  // rises with the history; 0: not kept yet
  EditKind kind = EditKind::accept;
  std::vector<Decision> decisions;  // in order; none of note, undo and redo
  std::vector<std::size_t> source;  // of a note: the segments it is about, 0-based, ascending
  std::vector<std::size_t> target;
  std::optional<std::int64_t> earlier;  // of undo and redo: the id of the edit that is taken or given back
  std::string by;                       // who
  std::string at;                       // when, ISO 8601 UTC: "2026-03-01T09:30:00Z"
  std::string note;                     // why; may be empty
  bool has_place = true;                // false: some of its segments are not those of this cut of the texts

  friend bool operator==(const Edit&, const Edit&) = default;
};

/// Who edits, when and why.
struct Editor {
  std::string by;
  std::string at;
  std::string note;
};

/// Whether each edit of the history holds: false for those that were taken back and not given back, and for undo and
/// redo themselves. An `earlier` that is not in the history counts as nothing.
std::vector<bool> find_holding(const std::vector<Edit>& history);

/// The decisions of the edits that hold, in their order.
std::vector<Decision> decisions_in(const std::vector<Edit>& history);

/// The edits that take back the last `steps` that hold, the latest first; as many as there are. Throws Error where
/// there is none.
std::vector<Edit> plan_undo(const std::vector<Edit>& history, std::size_t steps, const Editor& editor);

/// The edits that give back the last `steps` that were undone, the last undone first; as many as there are. Throws
/// Error where there is none, or where a new step was made since.
std::vector<Edit> plan_redo(const std::vector<Edit>& history, std::size_t steps, const Editor& editor);

/// "accept", "reject", "join", "split", "shift", "relink", "note", "undo", "redo".
std::string to_string(EditKind kind);

}  // namespace aligner::review

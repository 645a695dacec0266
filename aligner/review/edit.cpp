#include "aligner/review/edit.h"

#include <algorithm>
#include <map>
#include <utility>

#include "aligner/error.h"

namespace aligner::review {
namespace {

// The history played again: which steps hold, and which of the undone ones may be redone.
struct Replay {
  std::vector<bool> holds;            // by position
  std::vector<std::size_t> redoable;  // positions, the last undone at the end

  explicit Replay(const std::vector<Edit>& history) : holds(history.size(), false) {
    std::map<std::int64_t, std::size_t> places;
    for (std::size_t i = 0; i < history.size(); ++i) {
      const Edit& edit = history[i];
      if (edit.kind == EditKind::undo || edit.kind == EditKind::redo) {
        const auto place = edit.earlier ? places.find(*edit.earlier) : places.end();
        if (place != places.end()) turn(place->second, edit.kind);
        continue;
      }
      places[edit.id] = i;
      holds[i] = true;
      redoable.clear();
    }
  }

 private:
  void turn(std::size_t position, EditKind kind) {
    holds[position] = kind == EditKind::redo;
    redoable.erase(std::remove(redoable.begin(), redoable.end(), position), redoable.end());
    if (kind == EditKind::undo) redoable.push_back(position);
  }
};

Edit about(const Edit& earlier, EditKind kind, const Editor& editor) {
  return {.kind = kind, .earlier = earlier.id, .by = editor.by, .at = editor.at, .note = editor.note};
}

}  // namespace

std::vector<bool> find_holding(const std::vector<Edit>& history) { return Replay(history).holds; }

std::vector<Decision> decisions_in(const std::vector<Edit>& history) {
  const std::vector<bool> holds = find_holding(history);
  std::vector<Decision> decisions;
  for (std::size_t i = 0; i < history.size(); ++i) {
    if (holds[i]) decisions.insert(decisions.end(), history[i].decisions.begin(), history[i].decisions.end());
  }
  return decisions;
}

std::vector<Edit> plan_undo(const std::vector<Edit>& history, std::size_t steps, const Editor& editor) {
  const std::vector<bool> holds = find_holding(history);
  std::vector<Edit> undone;
  for (std::size_t i = history.size(); i-- > 0 && undone.size() < steps;) {
    if (holds[i]) undone.push_back(about(history[i], EditKind::undo, editor));
  }
  if (undone.empty()) throw Error("there is nothing to undo: no edit of this alignment holds");
  return undone;
}

std::vector<Edit> plan_redo(const std::vector<Edit>& history, std::size_t steps, const Editor& editor) {
  const std::vector<std::size_t> redoable = Replay(history).redoable;
  std::vector<Edit> redone;
  for (auto position = redoable.rbegin(); position != redoable.rend() && redone.size() < steps; ++position) {
    redone.push_back(about(history[*position], EditKind::redo, editor));
  }
  if (redone.empty()) throw Error("there is nothing to redo: nothing was undone since the last edit");
  return redone;
}

std::string to_string(EditKind kind) {
  switch (kind) {
    case EditKind::accept:
      return "accept";
    case EditKind::reject:
      return "reject";
    case EditKind::join:
      return "join";
    case EditKind::split:
      return "split";
    case EditKind::shift:
      return "shift";
    case EditKind::relink:
      return "relink";
    case EditKind::note:
      return "note";
    case EditKind::undo:
      return "undo";
    case EditKind::redo:
      return "redo";
  }
  return "note";
}

}  // namespace aligner::review

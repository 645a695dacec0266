#pragma once
// What people did to an alignment, for the terminal or as JSON.
//
//   std::cout << edits_table(project.edits_for(id));
//   // 1  2026-03-01T09:30:00Z  Lan  join    accepted [3, 4]:[5]            one sentence in the original
//   // 2  2026-03-01T09:31:00Z  Lan  reject  rejected [6]:[6]       undone

#include <string>
#include <vector>

#include "aligner/messages/language.h"
#include "aligner/review/edit.h"

namespace aligner::report {

/// One line an edit, in their order: number, time, who, what, the pairs, whether it was undone, why.
std::string edits_table(const std::vector<review::Edit>& history,
                        messages::Language language = messages::Language::english);

/// [{"id": 1, "kind": "join", "holds": true, "decisions": [{"verdict": "accepted", "source": [3, 4], "target": [5]}],
/// "by": ..., "at": ..., "note": ...}, ...]. An undo or a redo has "earlier", a note "source" and "target"; "has_place"
/// is false where segments of an edit are not those of this cut of the texts.
std::string edits_json(const std::vector<review::Edit>& history);

/// "3. join: accepted [3, 4]:[5]" and a line end, without who, when and why. An undo or redo tells what it is of, where
/// that is in the history.
std::string edit_line(const review::Edit& edit, const std::vector<review::Edit>& history,
                      messages::Language language = messages::Language::english);

}  // namespace aligner::report

#include "aligner/report/edits_report.h"

#include <algorithm>

#include "aligner/messages/speaker.h"
#include "aligner/report/columns.h"
#include "aligner/report/json_text.h"
#include "aligner/report/table.h"
#include "aligner/report/value_names.h"
#include "aligner/review/pair_notation.h"

namespace aligner::report {
namespace {

using messages::Speaker;
using review::Edit;
using review::EditKind;

// "accepted [3, 4]:[5], rejected [6]:[6]"
std::string list_pairs(const Edit& edit, const Speaker& speaker) {
  std::string text;
  for (const review::Decision& decision : edit.decisions) {
    text += (text.empty() ? "" : ", ") + name_of(speaker, decision.verdict) + " " +
            review::notation({decision.source, decision.target});
  }
  if (edit.kind == EditKind::note && edit.has_place) text = review::notation({edit.source, edit.target});
  if (!edit.has_place) text += (text.empty() ? "" : ", ") + speaker.tell("other segments than these texts have now");
  return text;
}

std::string describe(const Edit& edit, const std::vector<Edit>& history, const Speaker& speaker) {
  if (!edit.earlier) return list_pairs(edit, speaker);
  const auto earlier = std::find_if(history.begin(), history.end(), [&](const Edit& one) {
    return one.id == *edit.earlier && one.id < edit.id && !one.earlier;
  });
  const std::string number = speaker.tell("of {}", std::to_string(*edit.earlier));
  if (earlier == history.end()) return number;
  return number + " (" + name_of(speaker, earlier->kind) + ": " + list_pairs(*earlier, speaker) + ")";
}

Json value_of(const Edit& edit, bool holds) {
  Json value{{"id", edit.id}, {"kind", to_string(edit.kind)}, {"holds", holds}, {"has_place", edit.has_place}};
  if (edit.earlier) value["earlier"] = *edit.earlier;
  if (edit.kind == EditKind::note) {
    value["source"] = edit.source;
    value["target"] = edit.target;
  }
  value["decisions"] = Json::array();
  for (const review::Decision& decision : edit.decisions) {
    value["decisions"].push_back(
        {{"verdict", to_string(decision.verdict)}, {"source", decision.source}, {"target", decision.target}});
  }
  value["by"] = edit.by;
  value["at"] = edit.at;
  value["note"] = edit.note;
  return value;
}

}  // namespace

std::string edits_table(const std::vector<Edit>& history, messages::Language language) {
  const Speaker speaker(language);
  const std::vector<bool> holds = review::find_holding(history);
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < history.size(); ++i) {
    const Edit& edit = history[i];
    const bool is_undone = !holds[i] && !edit.earlier;
    rows.push_back({std::to_string(edit.id), speaker.time(edit.at), edit.by, name_of(speaker, edit.kind),
                    describe(edit, history, speaker), is_undone ? speaker.tell("undone") : "", edit.note});
  }
  return write_table(rows, {{.edge = Edge::right}, {}, {.most = 20}, {}, {.most = 60}, {}, {.most = 60}});
}

std::string edits_json(const std::vector<Edit>& history) {
  const std::vector<bool> holds = review::find_holding(history);
  Json list = Json::array();
  for (std::size_t i = 0; i < history.size(); ++i) list.push_back(value_of(history[i], holds[i]));
  return write_json(list, 2);
}

std::string edit_line(const Edit& edit, const std::vector<Edit>& history, messages::Language language) {
  const Speaker speaker(language);
  return plain_text(std::to_string(edit.id) + ". " + name_of(speaker, edit.kind) + ": " +
                    describe(edit, history, speaker)) +
         "\n";
}

}  // namespace aligner::report

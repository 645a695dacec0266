#include "tests/review/edit_script.h"

#include <sstream>
#include <stdexcept>

#include "aligner/review/plan_edit.h"

namespace review_tests {

using aligner::align::Alignment;
using aligner::review::Edit;
using aligner::review::PairGroups;

namespace {

const aligner::review::Editor lan{.by = "Lan", .at = "2026-03-01T09:30:00Z", .note = "why"};

}  // namespace

void Desk::step(const std::string& words) {
  std::istringstream in(words);
  std::string verb;
  in >> verb;
  std::vector<std::string> rest;
  for (std::string word; in >> word;) rest.push_back(word);
  std::vector<Edit> history = history_;
  for (Edit& edit : plan(verb, rest)) {
    edit.id = static_cast<std::int64_t>(history.size()) + 1;
    history.push_back(std::move(edit));
  }
  apply_decisions(machine_, decisions_in(history));  // the store refuses what does not fit, too
  history_ = std::move(history);
}

void Desk::run(const std::string& script) {
  std::istringstream in(script);
  for (std::string words; std::getline(in, words, ';');) step(words);
}

Alignment Desk::now() const { return apply_decisions(machine_, decisions_in(history_)); }

std::vector<Edit> Desk::plan(const std::string& verb, const std::vector<std::string>& words) const {
  const Alignment stands = now();
  if (verb == "undo" || verb == "redo") {
    const std::size_t steps = words.empty() ? 1 : std::stoul(words[0]);
    return verb == "undo" ? plan_undo(history_, steps, lan) : plan_redo(history_, steps, lan);
  }
  std::vector<PairGroups> pairs;
  for (const std::string& word : words) {
    const auto name = aligner::review::parse_pair(word);
    const bool is_place = (verb == "split" && !pairs.empty()) || (verb == "shift" && pairs.empty());
    pairs.push_back(is_place ? name.value().groups : find_groups(stands, name.value()));
  }
  if (verb == "accept") return {plan_accept(stands, pairs, lan)};
  if (verb == "reject") return {plan_reject(stands, pairs, lan)};
  if (verb == "join") return {plan_join(stands, pairs, lan)};
  if (verb == "split") return {plan_split(stands, pairs.at(0), std::span(pairs).subspan(1), lan)};
  if (verb == "shift") return {plan_shift(stands, pairs.at(0), pairs.at(1), lan)};
  if (verb == "relink") return {plan_relink(stands, pairs.at(0), pairs.at(1), lan)};
  if (verb == "note") return {plan_note(stands, pairs.at(0), lan)};
  throw std::runtime_error("no verb \"" + verb + "\"");
}

}  // namespace review_tests

#include "aligner/report/concept_page.h"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

#include "aligner/messages/retell.h"
#include "aligner/messages/speaker.h"
#include "aligner/report/columns.h"
#include "aligner/report/concept_values.h"
#include "aligner/report/language_name.h"
#include "aligner/report/retold.h"
#include "aligner/report/table.h"
#include "aligner/report/value_names.h"

namespace aligner::report {
namespace {

using messages::Speaker;
using terms::Change;
using terms::ChangeField;
using terms::Concept;
using terms::Term;

using Rows = std::vector<std::vector<std::string>>;

std::string wrapped(const std::string& text, std::size_t width, const std::string& indent) {
  StyledText styled;
  styled.append(plain_text(text), 0);
  std::string out;
  for (const Line& line : wrap(styled, width - std::min(indent.size(), width / 2))) out += indent + line.text + "\n";
  return out;
}

void add_field(std::string& out, const std::string& name, const std::string& value, std::size_t width) {
  if (!value.empty()) out += wrapped(name + ": " + value, width, "");
}

std::string in_words(std::size_t count, const Speaker& speaker) {
  if (count == 0) return {};
  return count == 1 ? speaker.tell("once") : speaker.count(count, "{} time", "{} times");
}

Rows term_rows(const ConceptPage& page, const Speaker& speaker) {
  Rows rows;
  for (const Term& term : page.shown.terms) {
    const auto count = page.figures.counts.find(term_key(page.shown.id, term));
    std::string remarks = term.note;
    if (!term.source.empty()) remarks += (remarks.empty() ? "" : "; ") + term.source;
    rows.push_back({"  " + language_name(term.language, speaker), term.wording, name_of(speaker, term.status),
                    term.verified ? speaker.tell("verified") : "", name_of(speaker, term.part_of_speech),
                    in_words(count == page.figures.counts.end() ? 0 : count->second, speaker), remarks});
  }
  return rows;
}

std::string relations_of(const Concept& holder, const terms::TermList& list, const Speaker& speaker) {
  std::string text;
  for (const terms::ConceptRelation& one : holder.relations) {
    text += (text.empty() ? "" : "; ") + name_of(speaker, one.kind) + " " + one.concept_id + " (" +
            concept_name(speaker, list, one.concept_id) + ")";
  }
  return text;
}

// The found words in brackets, with as much around them as fits into a line.
std::string quoted(const ShownContext& context, std::size_t width) {
  const std::string found = "[" + plain_text(context.found) + "]";
  const std::size_t half = (width - std::min(width, column_count(found))) / 2;
  std::string before = plain_text(context.before);
  const std::vector<Cluster> clusters = find_clusters(before);
  std::size_t used = 0;
  std::size_t from = before.size();
  for (auto cluster = clusters.rbegin(); cluster != clusters.rend() && used + cluster->columns <= half; ++cluster) {
    used += cluster->columns;
    from = cluster->begin;
  }
  before = (from == 0 ? "" : "...") + before.substr(from);
  return before + found + shortened(plain_text(context.after), half);
}

std::string contexts_of(const ConceptPage& page, std::size_t width, const Speaker& speaker) {
  std::string out;
  if (!page.contexts.empty()) out += "\n" + speaker.tell("in the texts") + "\n";
  for (const ShownContext& one : page.contexts) {
    const std::string name = "  " + plain_text(one.document) + ": ";
    out += name + quoted(one, std::max<std::size_t>(width - std::min(width, column_count(name)), 40)) + "\n";
  }
  if (!page.pairs.empty()) out += "\n" + speaker.tell("opposite each other") + "\n";
  for (const ShownPair& pair : page.pairs) {
    out += "  " + quoted(pair.source, width - 4) + "\n    " + quoted(pair.target, width - 6) + "\n";
  }
  return out;
}

// Values that are words of ours are said in the reader's language.
std::string shown_value(const Change& change, const std::string& value, const Speaker& speaker) {
  switch (change.field) {
    case ChangeField::created:
    case ChangeField::removed:
    case ChangeField::status:
      return speaker.name_of("status", value);
    case ChangeField::part_of_speech:
      return speaker.name_of("part of speech", value);
    case ChangeField::relation:
      return speaker.name_of("relation", value);
    case ChangeField::verified:
      return value == "yes" ? speaker.tell("yes") : value == "no" ? speaker.tell("no") : value;
    default:
      return value;
  }
}

constexpr std::size_t most_lines_of_one_go = 3;

// What a list or file brought in one go is told in one line where it is much; what a person did is told in full.
std::string history_of(const std::vector<Change>& history, std::size_t width, const Speaker& speaker) {
  std::string out;
  for (std::size_t i = 0; i < history.size();) {
    const terms::Author& author = history[i].author;
    std::size_t end = i + 1;
    while (end < history.size() && history[end].author == author) ++end;
    const bool is_told_at_once = author.origin != terms::ChangeOrigin::person && end - i > most_lines_of_one_go;
    if (is_told_at_once) {
      const std::string why = author.why.empty() ? "" : " (" + author.why + ")";
      out += wrapped(fmt::format("{} {}: {}{}", speaker.time(author.at), author.by,
                                 speaker.count(end - i, "{} change", "{} changes"), why),
                     width, "  ");
      i = end;
    }
    for (; i < end; ++i) {
      out += wrapped(
          fmt::format("{} {}: {}", speaker.time(author.at), author.by, change_line(history[i], speaker.language())),
          width, "  ");
    }
  }
  return out.empty() ? out : "\n" + speaker.tell("history") + "\n" + out;
}

Json context_value(const ShownContext& context) {
  return {
      {"document", context.document}, {"before", context.before}, {"found", context.found}, {"after", context.after}};
}

}  // namespace

std::string concept_page(const ConceptPage& page, const terms::TermList& list, const ConceptPageOptions& options) {
  constexpr std::size_t smallest_width = 60;
  const Speaker speaker(options.language);
  const std::size_t width = std::max(options.width, smallest_width);
  const Concept& shown = page.shown;
  std::string out = plain_text(shown.id) + (shown.type.empty() ? "" : "  " + plain_text(shown.type)) + "\n";
  add_field(out, speaker.tell_as("field", "subject"), shown.subject, width);
  for (const terms::Definition& one : shown.definitions) {
    const std::string name = speaker.tell_as("field", "definition") +
                             (one.language.is_undetermined() ? "" : " (" + one.language.str() + ")");
    add_field(out, name, one.text + (one.source.empty() ? "" : " [" + one.source + "]"), width);
  }
  add_field(out, speaker.tell_as("field", "note"), shown.note, width);
  add_field(out, speaker.tell_as("field", "source"), shown.source, width);
  for (const terms::ExternalId& one : shown.external_ids) add_field(out, one.scheme, one.id, width);
  add_field(out, speaker.tell("relations"), relations_of(shown, list, speaker), width);
  const auto score = page.figures.scores.find(shown.id);
  if (score != page.figures.scores.end())
    add_field(out, speaker.tell("score of the proposal"), speaker.decimal(score->second, 2), width);
  out += "\n" + speaker.tell_as("heading", "terms") + "\n" +
         write_table(term_rows(page, speaker), {{}, {.most = width / 3}, {}, {}, {}, {}, {.most = width / 3}});
  return out + contexts_of(page, width, speaker) + history_of(page.history, width, speaker);
}

std::string concept_page_json(const ConceptPage& page) {
  Json value = concept_value(page.shown, page.figures);
  const auto score = page.figures.scores.find(page.shown.id);
  if (score != page.figures.scores.end()) value["score"] = score->second;
  value["contexts"] = Json::array();
  for (const ShownContext& one : page.contexts) value["contexts"].push_back(context_value(one));
  value["pairs"] = Json::array();
  for (const ShownPair& one : page.pairs) {
    value["pairs"].push_back(
        {{"source", context_value(one.source)}, {"target", context_value(one.target)}, {"weight", one.weight}});
  }
  value["history"] = Json::array();
  for (const Change& change : page.history) value["history"].push_back(change_value(change));
  return write_json(value, 2);
}

std::string change_line(const Change& change, messages::Language language) {
  const Speaker speaker(language);
  std::string line = change.concept_id + ": ";
  if (!change.is_of_concept()) line += change.language.str() + " " + speaker.tell("\"{}\"", change.wording) + ": ";
  line += name_of(speaker, change.field);
  if (!change.detail.empty()) line += " " + change.detail;
  const bool is_new = change.field == ChangeField::created;
  const std::string after =
      change.after.empty() && !is_new ? speaker.tell("nothing") : shown_value(change, change.after, speaker);
  const std::string before = shown_value(change, change.before, speaker);
  if (change.field == ChangeField::merged_into) {
    line += " " + change.after;
  } else if (change.field == ChangeField::removed) {
    line += before.empty() ? "" : " (" + before + ")";
  } else if (is_new) {
    line += after.empty() ? "" : " (" + after + ")";
  } else {
    line += (before.empty() ? " " : " " + before + " -> ") + after;
  }
  if (!change.author.why.empty()) line += " (" + change.author.why + ")";
  return plain_text(line);
}

std::string changes_json(const std::vector<Change>& changes) {
  Json all = Json::array();
  for (const Change& change : changes) all.push_back(change_value(change));
  return write_json({{"changes", all}}, 2);
}

}  // namespace aligner::report

#include "aligner/report/term_table.h"

#include <algorithm>

#include <fmt/core.h>

#include "aligner/messages/speaker.h"
#include "aligner/report/concept_values.h"
#include "aligner/report/language_name.h"
#include "aligner/report/table.h"
#include "aligner/report/value_names.h"

namespace aligner::report {
namespace {

using terms::Concept;
using terms::Term;
using terms::TermStatus;

constexpr std::size_t smallest_width = 60;
constexpr std::size_t smallest_cell = 8;
constexpr const char* manchu_latin = "mnc-Latn-x-mollend";

bool is_romanised(const text::LanguageTag& tag) { return tag.str().find("-Latn") != std::string::npos; }

// "zh" asks for zh-Hant and zh-Hans, but not for romanisations; those are asked for by their whole tag.
bool fits(const text::LanguageTag& asked, const text::LanguageTag& tag) {
  return asked == tag || (asked.str() == tag.language() && !is_romanised(tag));
}

bool is_listed(const Term& term, const TermTableOptions& options) {
  if (options.languages.empty()) return true;
  return std::any_of(options.languages.begin(), options.languages.end(),
                     [&](const auto& asked) { return fits(asked, term.language); });
}

bool is_shown(const Concept& holder, const TermTableOptions& options) {
  if (holder.type == "homograph") return false;
  return std::any_of(holder.terms.begin(), holder.terms.end(), [&](const Term& term) {
    return is_listed(term, options) && (!options.status || term.status == *options.status);
  });
}

double score_of(const Concept& holder, const TermFigures& figures) {
  const auto place = figures.scores.find(holder.id);
  return place == figures.scores.end() ? 0 : place->second;
}

std::vector<const Concept*> chosen(const terms::TermList& list, const TermFigures& figures,
                                   const TermTableOptions& options) {
  std::vector<const Concept*> concepts;
  for (const Concept& holder : list.concepts()) {
    if (is_shown(holder, options)) concepts.push_back(&holder);
  }
  if (options.status == TermStatus::proposed) {
    std::stable_sort(concepts.begin(), concepts.end(),
                     [&](const Concept* a, const Concept* b) { return score_of(*a, figures) > score_of(*b, figures); });
  }
  return concepts;
}

// English, Vietnamese, Russian, Chinese and Manchu in this order, then the others by their tags.
std::vector<text::LanguageTag> columns_of(const std::vector<const Concept*>& concepts) {
  std::vector<std::string> order{"en", "vi", "ru", "zh", "mnc"};
  std::vector<std::string> present;
  for (const Concept* holder : concepts) {
    for (const Term& term : holder->terms) {
      const std::string language(term.language.language());
      if (std::find(present.begin(), present.end(), language) == present.end()) present.push_back(language);
    }
  }
  std::sort(present.begin(), present.end());
  for (const std::string& language : present) {
    if (std::find(order.begin(), order.end(), language) == order.end()) order.push_back(language);
  }
  std::vector<text::LanguageTag> columns;
  for (const std::string& language : order) {
    if (std::find(present.begin(), present.end(), language) == present.end()) continue;
    columns.push_back(text::LanguageTag::parse(language));
    if (language == "mnc") columns.push_back(text::LanguageTag::parse(manchu_latin));
  }
  return columns;
}

std::string mark_of(TermStatus status) {
  if (status == TermStatus::proposed) return "?";
  if (status == TermStatus::deprecated) return "\u2020";
  return status == TermStatus::rejected ? "\u00D7" : "";
}

bool is_in_cell(const Term& term, const TermTableOptions& options) {
  const bool is_hidden = term.status == TermStatus::deprecated || term.status == TermStatus::rejected;
  return !is_hidden || term.status == options.status;
}

// The first romanisation of a Chinese concept stands behind its characters.
std::string romanisation_of(const Concept& holder, const text::LanguageTag& column) {
  if (column.str() != "zh") return {};
  for (const Term& term : holder.terms) {
    const bool is_pinyin = term.language.language() == "zh" && is_romanised(term.language);
    if (is_pinyin && term.status != TermStatus::rejected) return term.wording;
  }
  return {};
}

std::string cell_of(const Concept& holder, const text::LanguageTag& column, const TermTableOptions& options) {
  std::vector<const Term*> terms;
  for (const Term& term : holder.terms) {
    if (fits(column, term.language) && is_in_cell(term, options)) terms.push_back(&term);
  }
  std::stable_sort(terms.begin(), terms.end(), [](const Term* a, const Term* b) {
    return (a->status == TermStatus::preferred) > (b->status == TermStatus::preferred);
  });
  std::string cell;
  for (const Term* term : terms) {
    cell += (cell.empty() ? "" : " | ") + mark_of(term->status) + term->wording;
    const bool is_first = term == terms.front();
    const std::string romanised = is_first ? romanisation_of(holder, column) : "";
    if (!romanised.empty()) cell += " " + romanised;
  }
  return cell;
}

std::string heading_of(const text::LanguageTag& column, const messages::Speaker& speaker) {
  if (column.str() == manchu_latin) return "M\u00F6llendorff";
  const std::string name = language_name(column, speaker);
  return name.substr(0, name.find(" ("));
}

std::string summary_of(const std::vector<const Concept*>& concepts, const TermTableOptions& options,
                       const messages::Speaker& speaker) {
  std::size_t term_count = 0;
  for (const Concept* holder : concepts) {
    for (const Term& term : holder->terms) {
      if (is_listed(term, options) && (!options.status || term.status == *options.status)) ++term_count;
    }
  }
  const std::string terms =
      options.status ? speaker.count(term_count, "{0} {1} terms", "{0} {1} terms", name_of(speaker, *options.status))
                     : speaker.count(term_count, "{} terms", "{} terms");
  return speaker.count(concepts.size(), "{} concepts", "{} concepts") + ", " + terms + "\n";
}

std::string one_field(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

}  // namespace

std::string term_key(const std::string& concept_id, const terms::Term& term) {
  return concept_id + '\t' + term.language.str() + '\t' + term.wording;
}

std::string term_table(const terms::TermList& list, const TermFigures& figures, const TermTableOptions& options) {
  const messages::Speaker speaker(options.language);
  const std::vector<const Concept*> concepts = chosen(list, figures, options);
  const std::vector<text::LanguageTag> columns = options.languages.empty() ? columns_of(concepts) : options.languages;
  const bool has_scores = options.status == TermStatus::proposed;
  std::vector<std::vector<std::string>> rows(1);
  rows[0].push_back(speaker.tell_as("column", "concept"));
  if (has_scores) rows[0].push_back(speaker.tell_as("column", "score"));
  for (const text::LanguageTag& column : columns) rows[0].push_back(heading_of(column, speaker));
  for (const Concept* holder : concepts) {
    std::vector<std::string>& row = rows.emplace_back();
    row.push_back(holder->id);
    if (has_scores) row.push_back(speaker.decimal(score_of(*holder, figures), 2));
    for (const text::LanguageTag& column : columns) row.push_back(cell_of(*holder, column, options));
  }
  const std::size_t width = std::max(options.width, smallest_width);
  const std::size_t cell = std::max(width / (columns.size() + 1), smallest_cell + 2) - 2;
  std::vector<TableColumn> layout{{.most = std::max<std::size_t>(cell, 16)}};
  if (has_scores) layout.push_back({});
  layout.resize(layout.size() + columns.size(), {.most = cell});
  return write_table(rows, layout) + summary_of(concepts, options, speaker);
}

std::string term_table_tsv(const terms::TermList& list, const TermFigures& figures, const TermTableOptions& options) {
  std::string out = "concept\ttype\tsubject\tlanguage\twording\tstatus\tpart_of_speech\tcount\tscore\n";
  for (const Concept* holder : chosen(list, figures, options)) {
    for (const Term& term : holder->terms) {
      if (!is_listed(term, options) || (options.status && term.status != *options.status)) continue;
      const auto count = figures.counts.find(term_key(holder->id, term));
      const double score = score_of(*holder, figures);
      out += one_field(holder->id) + '\t' + one_field(holder->type) + '\t' + one_field(holder->subject) + '\t' +
             term.language.str() + '\t' + one_field(term.wording) + '\t' + to_string(term.status) + '\t' +
             to_string(term.part_of_speech) + '\t' + std::to_string(count == figures.counts.end() ? 0 : count->second) +
             '\t' + (score > 0 ? fmt::format("{:.4f}", score) : "") + '\n';
    }
  }
  return out;
}

std::string term_table_json(const terms::TermList& list, const TermFigures& figures, const TermTableOptions& options) {
  Json all = Json::array();
  for (const Concept* holder : chosen(list, figures, options)) {
    Concept part = *holder;
    std::erase_if(part.terms, [&](const Term& term) {
      return !is_listed(term, options) || (options.status && term.status != *options.status);
    });
    Json value = concept_value(part, figures);
    if (figures.scores.contains(holder->id)) value["score"] = figures.scores.at(holder->id);
    all.push_back(std::move(value));
  }
  return write_json({{"concepts", all}}, 2);
}

}  // namespace aligner::report

#include "aligner/report/proposals_report.h"

#include <algorithm>

#include "aligner/messages/speaker.h"
#include "aligner/report/columns.h"
#include "aligner/report/json_text.h"
#include "aligner/report/table.h"

namespace aligner::report {
namespace {

using glossary::Proposal;
using glossary::Variant;

constexpr std::size_t smallest_width = 60;
constexpr std::size_t gap = 2;
constexpr std::size_t first_of_term_base = 5;  // behind rank, score, contexts and the two wordings
constexpr std::size_t widest_of_term_base = 16;
constexpr std::size_t most_wordings = 4;

std::string hundredths(double score) {
  const int value = std::clamp(static_cast<int>(score * 100 + 0.5), 0, 100);
  if (value == 100) return "1.00";
  return "." + std::string(value < 10 ? "0" : "") + std::to_string(value);
}

// ".97", or as the reader's language writes it.
std::string shown_score(double score, const messages::Speaker& speaker) {
  return speaker.language() == messages::Language::english ? hundredths(score) : speaker.decimal(score, 2);
}

std::string joined(const std::vector<Variant>& variants) {
  std::string text;
  for (std::size_t i = 0; i < variants.size(); ++i) text += (i > 0 ? "|" : "") + variants[i].wording;
  return text;
}

// Wordings for people: those that the term base deprecates have a dagger.
std::string shown_wordings(const std::vector<Variant>& variants, const terms::Concept* holder) {
  std::string text;
  for (std::size_t i = 0; i < variants.size() && i < most_wordings; ++i) {
    text += (i > 0 ? " | " : "") + variants[i].wording;
    const bool is_deprecated =
        holder != nullptr && std::any_of(holder->terms.begin(), holder->terms.end(), [&](const terms::Term& term) {
          return term.status == terms::TermStatus::deprecated && term.wording == variants[i].wording;
        });
    if (is_deprecated) text += "†";
  }
  return text;
}

// What the term base has for a concept in a language: the preferred wording, else the first that is not deprecated.
std::string wording_in(const terms::TermList& terms, const std::string& concept_id, const text::LanguageTag& language) {
  const terms::Concept* holder = terms.find(concept_id);
  if (holder == nullptr) return "";
  std::string first;
  for (const terms::Term& term : holder->terms) {
    if (term.language != language || term.status == terms::TermStatus::deprecated) continue;
    if (term.status == terms::TermStatus::preferred) return term.wording;
    if (first.empty()) first = term.wording;
  }
  return first;
}

std::span<const Proposal> shown(std::span<const Proposal> proposals, const ProposalsOptions& options) {
  return options.most == 0 ? proposals : proposals.first(std::min(options.most, proposals.size()));
}

std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char byte) { return byte == '\t' || byte == '\n' || byte == '\r'; }, ' ');
  return text;
}

// Narrow columns are as wide as they must be; the two wordings share the rest of the line.
std::vector<TableColumn> columns_of(const std::vector<std::vector<std::string>>& rows, std::size_t width) {
  const std::size_t count = rows.empty() ? 0 : rows.front().size();
  std::vector<TableColumn> columns(count);
  std::size_t used = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_wording = i == 3 || i == 4;
    if (i < 3) columns[i].edge = Edge::right;
    if (i >= first_of_term_base) columns[i].most = widest_of_term_base;
    std::size_t widest = 0;
    for (const auto& row : rows) widest = std::max(widest, column_count(plain_text(row[i])));
    if (columns[i].most != 0) widest = std::min(widest, columns[i].most);
    used += gap + (is_wording ? 0 : widest);
  }
  const std::size_t line = std::max(width, smallest_width);
  const std::size_t left = line > used ? line - used : 0;
  for (std::size_t i = 3; i <= 4; ++i) {
    if (i < count) columns[i].most = std::max(left / 2, widest_of_term_base);
  }
  return columns;
}

Json variants_value(const std::vector<Variant>& variants) {
  Json list = Json::array();
  for (const Variant& one : variants) {
    list.push_back({{"lang", one.language.str()}, {"wording", one.wording}, {"count", one.count}});
  }
  return list;
}

}  // namespace

std::string proposals_table(std::span<const Proposal> proposals, const terms::TermList& terms,
                            const ProposalsOptions& options) {
  const messages::Speaker speaker(options.language);
  std::vector<std::vector<std::string>> rows;
  for (const Proposal& one : shown(proposals, options)) {
    std::vector<std::string> row = {
        std::to_string(rows.size() + 1), shown_score(one.score, speaker), speaker.number(one.contexts.size()),
        one.source.front().language.str() + " " + shown_wordings(one.source, terms.find(one.concept_id)),
        one.target.front().language.str() + " " + shown_wordings(one.target, terms.find(one.concept_id))};
    for (const text::LanguageTag& language : options.term_base) {
      row.push_back(wording_in(terms, one.concept_id, language));
    }
    row.push_back(one.concept_id);
    rows.push_back(std::move(row));
  }
  return write_table(rows, columns_of(rows, options.width));
}

std::string proposals_tsv(std::span<const Proposal> proposals, const terms::TermList& terms,
                          const ProposalsOptions& options) {
  std::string text = "score\tcontexts\tentry\tsource_lang\tsource\ttarget_lang\ttarget\tconcept";
  for (const text::LanguageTag& language : options.term_base) text += "\t" + language.str();
  text += "\n";
  for (const Proposal& one : shown(proposals, options)) {
    text += hundredths(one.score) + "\t" + std::to_string(one.contexts.size()) + "\t" + std::to_string(one.entry) +
            "\t" + one.source.front().language.str() + "\t" + one_line(joined(one.source)) + "\t" +
            one.target.front().language.str() + "\t" + one_line(joined(one.target)) + "\t" + one_line(one.concept_id);
    for (const text::LanguageTag& language : options.term_base) {
      text += "\t" + one_line(wording_in(terms, one.concept_id, language));
    }
    text += "\n";
  }
  return text;
}

std::string proposals_json(std::span<const Proposal> proposals, const ProposalsOptions& options) {
  Json all = Json::array();
  for (const Proposal& one : shown(proposals, options)) {
    Json contexts = Json::array();
    for (const glossary::Context& context : one.contexts) {
      contexts.push_back({{"alignment", context.alignment},
                          {"bead", context.bead},
                          {"turned", context.is_turned},
                          {"source_begin", context.source.begin},
                          {"source_end", context.source.end},
                          {"target_begin", context.target.begin},
                          {"target_end", context.target.end},
                          {"weight", context.weight}});
    }
    all.push_back({{"source", variants_value(one.source)},
                   {"target", variants_value(one.target)},
                   {"score", one.score},
                   {"association", one.association},
                   {"joint_count", one.joint_count},
                   {"source_count", one.source_count},
                   {"target_count", one.target_count},
                   {"name", one.is_name},
                   {"concept", one.concept_id},
                   {"entry", one.entry},
                   {"contexts", contexts}});
  }
  return write_json(Json{{"proposals", all}}, 2);
}

}  // namespace aligner::report

#include "aligner/report/concordance_report.h"

#include <algorithm>
#include <vector>

#include <fmt/core.h>

#include "aligner/report/columns.h"
#include "aligner/report/concordance_lines.h"
#include "aligner/report/json_text.h"
#include "aligner/report/table.h"

namespace aligner::report {
namespace {

using align::Concordance;
using align::ConcordanceCount;
using align::ConcordanceHit;
using align::Counterpart;

constexpr std::size_t smallest_width = 60;
constexpr std::size_t widest_place = 24;
constexpr std::size_t widest_label = 16;
constexpr std::size_t gap = 2;  // between columns
constexpr const char* no_counterpart = "-- no counterpart --";

std::string place_of(const ConcordanceHit& hit) { return file_name(hit.document) + ":" + std::to_string(hit.segment); }

std::string in_columns(const std::string& words, std::size_t columns) {
  std::string plain = plain_text(words);
  if (column_count(plain) > columns) plain = shortened(plain, columns - std::min<std::size_t>(columns, 3));
  return plain + std::string(columns - std::min(columns, column_count(plain)), ' ');
}

// How the width of the terminal is shared.
struct Layout {
  std::size_t place = 0;
  std::size_t keyword = 0;
  std::size_t label = 0;
  std::size_t counterpart = 0;
};

Layout layout_of(const Concordance& concordance, const ConcordanceOptions& options) {
  Layout layout;
  for (const ConcordanceHit& hit : concordance.hits) {
    layout.place = std::max(layout.place, column_count(plain_text(place_of(hit))));
    for (const Counterpart& one : hit.counterparts) {
      layout.label = std::max(layout.label, column_count(plain_text(pair_label(one))));
    }
  }
  layout.place = std::min(layout.place, widest_place);
  layout.label = std::min(layout.label, widest_label);
  const std::size_t width = std::max(options.width, smallest_width);
  const std::size_t used = layout.place + layout.label + 3 * gap;
  const std::size_t left = width - std::min(width, used);
  layout.keyword = std::max<std::size_t>(left * 11 / 20, 20);
  layout.counterpart = std::max<std::size_t>(left - std::min(left, layout.keyword), 10);
  return layout;
}

std::string end_of_line(const Counterpart* counterpart, const Layout& layout, Marking marking) {
  const std::string between(gap, ' ');
  if (counterpart == nullptr) return in_columns("", layout.label) + between + no_counterpart;
  return in_columns(pair_label(*counterpart), layout.label) + between +
         counterpart_excerpt(*counterpart, layout.counterpart, marking);
}

void add_line(std::string& table, std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  table += line + "\n";
}

// White space and controls would break the line into others.
std::string cell(const std::string& words) { return plain_text(words); }

Json counterpart_value(const Counterpart& one) {
  Json marked = Json::array();
  for (const text::Span span : one.marked) marked.push_back({span.begin, span.end});
  return {{"alignment", one.alignment},
          {"document", one.document},
          {"lang", one.language.str()},
          {"segments", one.segments},
          {"text", one.text},
          {"marked", marked},
          {"confidence", one.confidence},
          {"grade", one.grade ? Json(align::to_string(*one.grade)) : Json(nullptr)},
          {"accepted", one.is_accepted}};
}

bool has_counterparts(std::span<const ConcordanceCount> counts) {
  return std::any_of(counts.begin(), counts.end(),
                     [](const ConcordanceCount& one) { return !one.counterpart.empty(); });
}

std::vector<std::string> count_cells(const ConcordanceCount& one, bool with_counterparts) {
  std::vector<std::string> cells = {std::to_string(one.count), std::to_string(one.document_count), one.language.str(),
                                    one.what};
  if (with_counterparts) {
    cells.push_back(one.counterpart.empty() ? "" : one.counterpart_language.str());
    cells.push_back(one.counterpart.empty() ? no_counterpart : one.counterpart);
  }
  return cells;
}

}  // namespace

std::string concordance_table(const Concordance& concordance, const ConcordanceOptions& options) {
  const Layout layout = layout_of(concordance, options);
  const Marking marking = options.colour ? Marking::colours : Marking::brackets;
  const std::string between(gap, ' ');
  std::string table;
  for (const ConcordanceHit& hit : concordance.hits) {
    const std::string begin =
        in_columns(place_of(hit), layout.place) + between + keyword_in_context(hit, layout.keyword, marking) + between;
    const Counterpart* first = hit.counterparts.empty() ? nullptr : &hit.counterparts.front();
    add_line(table, begin + end_of_line(first, layout, marking));
    for (std::size_t i = 1; i < hit.counterparts.size(); ++i) {
      const std::string indent(layout.place + layout.keyword + 2 * gap, ' ');
      add_line(table, indent + end_of_line(&hit.counterparts[i], layout, marking));
    }
  }
  return table;
}

std::string concordance_summary(const Concordance& concordance) {
  const std::size_t shown = concordance.hits.size();
  const std::string all = std::to_string(concordance.total) + (concordance.total == 1 ? " place" : " places");
  if (shown == concordance.total && !concordance.has_more) return all;
  if (shown == 0) return "no place is left; " + all;
  const std::string part =
      "places " + std::to_string(concordance.skipped + 1) + " to " + std::to_string(concordance.skipped + shown);
  return part + (concordance.has_more ? ", and there are more" : " of " + std::to_string(concordance.total));
}

std::string concordance_tsv(const Concordance& concordance) {
  std::string text =
      "document\tsegment\tlang\tbegin\tend\tbefore\tfound\tafter\talignment\tother_document\tother_lang\t"
      "other_segments\tconfidence\tgrade\taccepted\tcounterpart\n";
  for (const ConcordanceHit& hit : concordance.hits) {
    const std::string begin =
        fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t", cell(hit.document), hit.segment, hit.language.str(),
                    hit.span.begin, hit.span.end, cell(hit.before), cell(hit.found), cell(hit.after));
    if (hit.counterparts.empty()) text += begin + "\t\t\t\t\t\t\t\n";
    for (const Counterpart& one : hit.counterparts) {
      text += begin + fmt::format("{}\t{}\t{}\t{}\t{:.6f}\t{}\t{}\t{}\n", one.alignment, cell(one.document),
                                  one.language.str(), segment_range(one.segments), one.confidence,
                                  one.grade ? align::to_string(*one.grade) : "", one.is_accepted ? "yes" : "no",
                                  cell(one.text));
    }
  }
  return text;
}

std::string concordance_json(const Concordance& concordance, const ConcordanceOptions& options) {
  Json hits = Json::array();
  for (const ConcordanceHit& hit : concordance.hits) {
    Json counterparts = Json::array();
    for (const Counterpart& one : hit.counterparts) counterparts.push_back(counterpart_value(one));
    hits.push_back({{"document", hit.document},
                    {"lang", hit.language.str()},
                    {"segment", hit.segment},
                    {"begin", hit.span.begin},
                    {"end", hit.span.end},
                    {"before", hit.before},
                    {"found", hit.found},
                    {"after", hit.after},
                    {"counterparts", counterparts}});
  }
  return write_json({{"query", options.query},
                     {"skipped", concordance.skipped},
                     {"places", concordance.total},
                     {"has_more", concordance.has_more},
                     {"hits", hits}},
                    2);
}

std::string counts_table(std::span<const ConcordanceCount> counts, const ConcordanceOptions& options) {
  const bool with_counterparts = has_counterparts(counts);
  std::vector<std::vector<std::string>> rows = {{"places", "texts", "lang", "found"}};
  if (with_counterparts) rows.front().insert(rows.front().end(), {"lang", "opposite"});
  for (const ConcordanceCount& one : counts) rows.push_back(count_cells(one, with_counterparts));
  if (counts.empty()) return "";
  const std::size_t width = std::max(options.width, smallest_width);
  const std::size_t most = with_counterparts ? (width - 40) / 2 : width - 30;
  return write_table(rows, {{Edge::right}, {Edge::right}, {}, {.most = most}, {}, {.most = most}});
}

std::string counts_tsv(std::span<const ConcordanceCount> counts) {
  const bool with_counterparts = has_counterparts(counts);
  std::string text =
      std::string("places\ttexts\tlang\tfound") + (with_counterparts ? "\tother_lang\tother" : "") + "\n";
  for (const ConcordanceCount& one : counts) {
    text += fmt::format("{}\t{}\t{}\t{}", one.count, one.document_count, one.language.str(), cell(one.what));
    if (with_counterparts) {
      text += "\t" + (one.counterpart.empty() ? "" : one.counterpart_language.str()) + "\t" + cell(one.counterpart);
    }
    text += "\n";
  }
  return text;
}

std::string counts_json(std::span<const ConcordanceCount> counts, const ConcordanceOptions& options) {
  Json list = Json::array();
  for (const ConcordanceCount& one : counts) {
    list.push_back(
        {{"places", one.count}, {"texts", one.document_count}, {"lang", one.language.str()}, {"found", one.what}});
    if (one.counterpart.empty()) continue;
    list.back()["other_lang"] = one.counterpart_language.str();
    list.back()["other"] = one.counterpart;
  }
  return write_json({{"query", options.query}, {"counts", list}}, 2);
}

}  // namespace aligner::report

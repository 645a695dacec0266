#include "aligner/report/anchors_report.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "aligner/messages/speaker.h"
#include "aligner/report/anchor_values.h"
#include "aligner/report/columns.h"
#include "aligner/report/pair_texts.h"
#include "aligner/report/table.h"
#include "aligner/report/value_names.h"

namespace aligner::report {
namespace {

constexpr std::size_t smallest_width = 60;
constexpr std::size_t gaps = 4 * 2;  // between five columns
constexpr std::size_t least_kind_columns = 6;

// The columns of segment and bytes are as wide as they must be; the rest of the line is shared by words and meaning.
std::vector<TableColumn> columns_of(const std::vector<std::vector<std::string>>& rows, std::size_t width) {
  std::size_t segment = 0;
  std::size_t bytes = 0;
  std::size_t kind = least_kind_columns;
  for (const std::vector<std::string>& row : rows) {
    segment = std::max(segment, row[0].size());
    bytes = std::max(bytes, row[1].size());
    kind = std::max(kind, column_count(row[2]));
  }
  const std::size_t used = segment + bytes + kind + gaps;
  const std::size_t left = std::max(width, smallest_width) - std::min(used, smallest_width / 2);
  return {{.edge = Edge::right}, {.edge = Edge::right}, {}, {.most = left / 2}, {.most = left - left / 2}};
}

}  // namespace

std::string anchors_table(const align::AlignedSide& side, std::span<const anchors::Anchor> anchors,
                          const terms::TermList& terms, const AnchorsTableOptions& options) {
  const messages::Speaker speaker(options.language);
  std::vector<std::vector<std::string>> rows;
  for (const anchors::Anchor& anchor : anchors) {
    const std::string remarks = remarks_on(anchor, speaker);
    rows.push_back({std::to_string(anchor.segment),
                    std::to_string(anchor.span.begin) + "-" + std::to_string(anchor.span.end),
                    name_of(speaker, anchor.kind()), std::string(text_of(side, anchor.span)),
                    normalised_form(anchor, terms, speaker) + (remarks.empty() ? "" : " (" + remarks + ")")});
  }
  return write_table(rows, columns_of(rows, options.width));
}

std::string anchors_json(const align::AlignedSide& side, std::span<const anchors::Anchor> anchors,
                         const terms::TermList& terms) {
  Json all = {{"name", side.document.name()},
              {"language", side.document.language().str()},
              {"encoding", side.encoding},
              {"notes", side.notes},
              {"anchors", Json::array()}};
  for (const anchors::Anchor& anchor : anchors) {
    Json value = anchor_value(side, anchor, terms);
    if (const auto place = side.places.find(anchor.span.begin)) value["place"] = to_string(*place);
    all["anchors"].push_back(std::move(value));
  }
  return write_json(all, 2);
}

}  // namespace aligner::report

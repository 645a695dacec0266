#include "aligner/report/mine_report.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "aligner/messages/speaker.h"
#include "aligner/report/bead_values.h"
#include "aligner/report/columns.h"
#include "aligner/report/json_text.h"
#include "aligner/report/pair_texts.h"
#include "aligner/report/table.h"
#include "aligner/report/value_names.h"

namespace aligner::report {
namespace {

using messages::Speaker;

constexpr std::size_t smallest_width = 60;
constexpr std::size_t indent = 3;
constexpr std::size_t used_by_link = indent + 6 + 2 * 2;  // indent, confidence, gaps

std::size_t link_count(const align::Alignment& alignment) {
  return static_cast<std::size_t>(std::count_if(alignment.beads.begin(), alignment.beads.end(), is_pair));
}

std::string text_of_segments(const align::AlignedSide& side, const std::vector<std::size_t>& segments) {
  std::string text;
  for (const std::size_t segment : segments) {
    text += (text.empty() ? "" : " ") + std::string(text_of(side, side.segmentation.segments.at(segment).span));
  }
  return text;
}

std::string describe_evidence(const align::AlignedSide& source, const align::AlignedSide& target,
                              const score::Evidence& evidence, const Speaker& speaker) {
  return fmt::format("{} {} = {}", name_of(speaker, evidence.kind), plain_text(text_of(source, evidence.source)),
                     plain_text(text_of(target, evidence.target)));
}

std::string head_line(const MinedView& mined, std::size_t place, const Speaker& speaker) {
  const align::MinedPair& pair = mined.pairs[place];
  const std::size_t links = link_count(pair.alignment);
  const bool is_translation = pair.relation == align::Relation::translation;
  return fmt::format("{}. {}, {}: {} {} {}, {}\n", place + 1, name_of(speaker, pair.relation),
                     speaker.percent(pair.confidence), plain_text(mined.sources[pair.source].document.name()),
                     is_translation ? "=" : "~", plain_text(mined.targets[pair.target].document.name()),
                     speaker.count(links, "{} link", "{} links"));
}

std::string evidence_line(const MinedView& mined, const align::MinedPair& pair, std::size_t width,
                          const Speaker& speaker) {
  std::string line;
  for (const score::Evidence& evidence : pair.evidence) {
    line += (line.empty() ? "" : "; ") +
            describe_evidence(mined.sources[pair.source], mined.targets[pair.target], evidence, speaker);
  }
  if (line.empty()) return "";
  if (column_count(line) > width - indent) line = shortened(line, width - indent - 3);
  return std::string(indent, ' ') + line + "\n";
}

std::string link_lines(const MinedView& mined, const align::MinedPair& pair, const MineTableOptions& options,
                       std::size_t width, const Speaker& speaker) {
  if (pair.relation == align::Relation::translation) return "";
  std::vector<std::vector<std::string>> rows;
  for (const align::Bead& bead : pair.alignment.beads) {
    if (rows.size() == options.links) break;
    rows.push_back({"", speaker.percent(bead.confidence), text_of_segments(mined.sources[pair.source], bead.source),
                    text_of_segments(mined.targets[pair.target], bead.target)});
  }
  const std::size_t quote = (width - used_by_link) / 2;
  return write_table(rows, {{}, {.edge = Edge::right}, {.most = quote}, {.most = quote}});
}

// Which documents stand in a pair that is more than passages.
std::vector<bool> paired(const MinedView& mined, std::size_t align::MinedPair::*side, std::size_t count) {
  std::vector<bool> is_paired(count, false);
  for (const align::MinedPair& pair : mined.pairs) {
    if (pair.relation != align::Relation::passages) is_paired.at(pair.*side) = true;
  }
  return is_paired;
}

std::size_t count_of(const std::vector<bool>& marks) {
  return static_cast<std::size_t>(std::count(marks.begin(), marks.end(), true));
}

Json side_value(std::span<const align::AlignedSide> sides, const std::vector<bool>& is_paired) {
  Json documents = Json::array();
  for (std::size_t k = 0; k < sides.size(); ++k) {
    documents.push_back({{"name", sides[k].document.name()},
                         {"language", sides[k].document.language().str()},
                         {"encoding", sides[k].encoding},
                         {"sha256", sides[k].sha256},
                         {"segments", sides[k].segmentation.size()},
                         {"has_counterpart", static_cast<bool>(is_paired[k])}});
  }
  return documents;
}

Json pair_value(const MinedView& mined, const align::MinedPair& pair) {
  const align::AlignedSide& source = mined.sources[pair.source];
  const align::AlignedSide& target = mined.targets[pair.target];
  Json value = {{"source", source.document.name()},
                {"target", target.document.name()},
                {"relation", align::to_string(pair.relation)},
                {"confidence", pair.confidence},
                {"score", pair.score},
                {"evidence", Json::array()},
                {"mode", align::to_string(pair.alignment.mode)},
                {"mode_reason", pair.alignment.mode_reason},
                {"method", pair.alignment.method},
                {"beads", Json::array()}};
  for (const score::Evidence& evidence : pair.evidence) {
    value["evidence"].push_back(evidence_value(source, target, evidence));
  }
  for (const align::Bead& bead : pair.alignment.beads) {
    Json one = bead_value(source, target, bead);
    one["source_text"] = text_of_segments(source, bead.source);
    one["target_text"] = text_of_segments(target, bead.target);
    value["beads"].push_back(std::move(one));
  }
  return value;
}

}  // namespace

std::string mine_table(const MinedView& mined, const MineTableOptions& options) {
  const Speaker speaker(options.language);
  const std::size_t width = std::max(options.width, smallest_width);
  std::string table;
  for (std::size_t place = 0; place < mined.pairs.size(); ++place) {
    const align::MinedPair& pair = mined.pairs[place];
    table += head_line(mined, place, speaker) + evidence_line(mined, pair, width, speaker) +
             link_lines(mined, pair, options, width, speaker) + "\n";
  }
  const auto line = [&speaker](const std::string& side, const std::vector<bool>& is_paired) {
    return speaker.tell("{}: {} of {} documents have a counterpart", side, count_of(is_paired), is_paired.size()) +
           "\n";
  };
  table +=
      line(speaker.tell_as("collection", "Source"), paired(mined, &align::MinedPair::source, mined.sources.size()));
  table +=
      line(speaker.tell_as("collection", "Target"), paired(mined, &align::MinedPair::target, mined.targets.size()));
  return table;
}

std::string mine_json(const MinedView& mined, const MineJsonOptions& options) {
  Json all;
  all["tungse"] = options.version;
  all["source"] = side_value(mined.sources, paired(mined, &align::MinedPair::source, mined.sources.size()));
  all["target"] = side_value(mined.targets, paired(mined, &align::MinedPair::target, mined.targets.size()));
  all["pairs"] = Json::array();
  for (const align::MinedPair& pair : mined.pairs) all["pairs"].push_back(pair_value(mined, pair));
  all["left_out"] = Json::array();
  for (const UnusedFile& file : mined.unused) all["left_out"].push_back({{"path", file.path}, {"reason", file.reason}});
  return write_json(all, 2);
}

}  // namespace aligner::report

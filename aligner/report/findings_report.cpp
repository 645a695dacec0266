#include "aligner/report/findings_report.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "aligner/messages/speaker.h"
#include "aligner/report/columns.h"
#include "aligner/report/json_text.h"
#include "aligner/report/place_label.h"
#include "aligner/report/retold.h"
#include "aligner/report/value_names.h"

namespace aligner::report {
namespace {

using check::Finding;
using check::Severity;
using messages::Speaker;

constexpr std::size_t smallest_width = 60;
constexpr std::size_t ellipsis_width = 3;  // of "..."
constexpr std::size_t indent = 2;          // of lines below a finding's first
constexpr std::size_t gap = 2;             // behind their labels

std::size_t segment_at(const align::AlignedSide& side, text::Span span) {
  const auto& segments = side.segmentation.segments;
  const auto behind =
      std::upper_bound(segments.begin(), segments.end(), span.begin,
                       [](std::size_t begin, const segment::Segment& segment) { return begin < segment.span.begin; });
  return behind == segments.begin() ? 0 : static_cast<std::size_t>(behind - segments.begin()) - 1;
}

// "[3,4]:[3]", as in reports of alignments; of words in no pair, where they stand.
std::string place_of(const CheckedView& view, const Finding& finding) {
  const auto list = [](const std::vector<std::size_t>& segments) {
    std::string text = "[";
    for (const std::size_t one : segments) text += (text.size() == 1 ? "" : ",") + std::to_string(one);
    return text + "]";
  };
  if (finding.bead) {
    const align::Bead& bead = view.texts.alignment.beads[*finding.bead];
    return list(bead.source) + ":" + list(bead.target);
  }
  const auto one = [&list](const align::AlignedSide& side, text::Span span) {
    return span.empty() ? std::string("[]") : list({segment_at(side, span)});
  };
  if (finding.source.empty() && finding.target.empty()) return "";
  return one(view.texts.source, finding.source) + ":" + one(view.texts.target, finding.target);
}

// The last `columns` columns.
std::string ending(const std::string& plain, std::size_t columns) {
  const std::vector<Cluster> clusters = find_clusters(plain);
  std::size_t width = 0;
  std::size_t begin = plain.size();
  for (auto cluster = clusters.rbegin(); cluster != clusters.rend(); ++cluster) {
    if (width + cluster->columns > columns) break;
    width += cluster->columns;
    begin = cluster->begin;
  }
  return (begin == 0 ? "" : "...") + plain.substr(begin);
}

// The words in their segment: "... signed on [16 May 1858] at ...".
std::string excerpt(const align::AlignedSide& side, text::Span span, std::size_t columns) {
  const text::Span segment = side.segmentation.segments[segment_at(side, span)].span;
  const auto plain = [&side](std::size_t begin, std::size_t end) {
    return begin < end ? plain_text(side.document.slice({begin, end})) : std::string();
  };
  const std::string words = plain(span.begin, span.end);
  const std::string before = plain(segment.begin, span.begin);
  const std::string after = plain(span.end, segment.end);
  if (before.empty() && after.empty()) return shortened(words, columns - ellipsis_width);
  const std::string marked = "[" + shortened(words, columns / 2) + "]";
  const std::size_t rest = columns - std::min(columns, column_count(marked) + 2 * ellipsis_width);
  return ending(before, rest / 2) + marked + shortened(after, rest - rest / 2);
}

// The labels of a finding's lines, in a column of their own.
struct Labels {
  std::string source;
  std::string target;
  std::string remedy;

  explicit Labels(const Speaker& speaker)
      : source(speaker.tell_as("of a finding", "source")),
        target(speaker.tell_as("of a finding", "target")),
        remedy(speaker.tell_as("of a finding", "remedy")) {}

  std::size_t columns() const {
    return indent + std::max({column_count(source), column_count(target), column_count(remedy)}) + gap;
  }

  std::string beginning_with(const std::string& label) const {
    const std::size_t used = indent + column_count(label);
    return std::string(indent, ' ') + label + std::string(columns() - used, ' ');
  }
};

void add_lines(std::string& text, const std::string& first, const std::string& line, std::size_t columns) {
  const std::string further(column_count(first), ' ');
  bool is_first = true;
  for (const Line& one : wrap({line, std::vector<int>(line.size(), 0)}, columns - further.size())) {
    text += (is_first ? first : further) + one.text + "\n";
    is_first = false;
  }
}

// In the file that the words were taken from.
void add_place(std::string& text, const align::AlignedSide& side, text::Span span, std::size_t columns,
               const messages::Speaker& speaker) {
  const std::string place = place_label(side, span, speaker);
  if (!place.empty()) text += std::string(columns, ' ') + place + "\n";
}

std::array<std::size_t, 3> count_severities(std::span<const Finding> findings) {
  std::array<std::size_t, 3> counts{};
  for (const Finding& one : findings) ++counts.at(static_cast<std::size_t>(one.severity));
  return counts;
}

Json side_value(const align::AlignedSide& side, text::Span span, const std::string& words) {
  if (span.empty()) return nullptr;
  Json value = {{"segment", segment_at(side, span)}, {"begin", span.begin}, {"end", span.end}, {"words", words}};
  if (const auto place = side.places.find(span.begin)) value["place"] = to_string(*place);
  return value;
}

Json finding_value(const CheckedView& view, const Finding& one) {
  return {{"severity", to_string(one.severity)},
          {"kind", to_string(one.kind)},
          {"bead", one.bead ? Json(*one.bead) : Json(nullptr)},
          {"source", side_value(view.texts.source, one.source, one.source_words)},
          {"target", side_value(view.texts.target, one.target, one.target_words)},
          {"reason", one.reason},
          {"remedy", one.remedy},
          {"key", one.key}};
}

Json document_value(const align::AlignedSide& side) {
  return {{"name", side.document.name()}, {"language", side.document.language().str()}};
}

}  // namespace

std::string findings_text(const CheckedView& view, const FindingsTextOptions& options) {
  const Speaker speaker(options.language);
  const Labels labels(speaker);
  const std::size_t width = std::max(options.width, smallest_width);
  std::string text;
  if (view.alignment && !view.findings.empty()) {
    text = plain_text(speaker.tell("alignment {}: {}, {}", std::to_string(*view.alignment),
                                   view.texts.source.document.name(), view.texts.target.document.name())) +
           "\n\n";
  }
  for (const Finding& one : view.findings) {
    const std::string place = place_of(view, one);
    text +=
        name_of(speaker, one.severity) + " " + name_of(speaker, one.kind) + (place.empty() ? "" : "  " + place) + "\n";
    add_lines(text, std::string(indent, ' '), plain_text(retold(speaker, one.reason)), width);
    if (!one.source.empty()) {
      text += labels.beginning_with(labels.source) + excerpt(view.texts.source, one.source, width - labels.columns()) +
              "\n";
      add_place(text, view.texts.source, one.source, labels.columns(), speaker);
    }
    if (!one.target.empty()) {
      text += labels.beginning_with(labels.target) + excerpt(view.texts.target, one.target, width - labels.columns()) +
              "\n";
      add_place(text, view.texts.target, one.target, labels.columns(), speaker);
    }
    add_lines(text, labels.beginning_with(labels.remedy), plain_text(retold(speaker, one.remedy)), width);
    text += "\n";
  }
  return text;
}

std::string findings_summary(std::span<const Finding> findings, const HiddenFindings& hidden,
                             messages::Language language) {
  const Speaker speaker(language);
  const std::array<std::size_t, 3> counts = count_severities(findings);
  std::string line =
      speaker.count(counts[2], "{} error", "{} errors") + ", " + speaker.count(counts[1], "{} warning", "{} warnings");
  if (counts[0] != 0) line += ", " + speaker.tell("{} for information", counts[0]);
  if (hidden.by_choice != 0) line += "; " + speaker.tell("{} not shown", hidden.by_choice);
  if (hidden.judged != 0) line += "; " + speaker.tell("{} judged before", hidden.judged);
  return line + "\n";
}

std::string findings_tsv_header() {
  return "severity\tkind\talignment\tsource_segment\ttarget_segment\tsource_words\ttarget_words\treason\tremedy\tkey\n";
}

std::string findings_tsv(const CheckedView& view) {
  const auto segment = [](const align::AlignedSide& side, text::Span span) {
    return span.empty() ? std::string() : std::to_string(segment_at(side, span));
  };
  std::string text;
  for (const Finding& one : view.findings) {
    text += to_string(one.severity) + "\t" + to_string(one.kind) + "\t" +
            (view.alignment ? std::to_string(*view.alignment) : "") + "\t" + segment(view.texts.source, one.source) +
            "\t" + segment(view.texts.target, one.target) + "\t" + plain_text(one.source_words) + "\t" +
            plain_text(one.target_words) + "\t" + plain_text(one.reason) + "\t" + plain_text(one.remedy) + "\t" +
            one.key + "\n";
  }
  return text;
}

std::string findings_json_part(const CheckedView& view) {
  Json findings = Json::array();
  for (const Finding& one : view.findings) findings.push_back(finding_value(view, one));
  return write_json({{"alignment", view.alignment ? Json(*view.alignment) : Json(nullptr)},
                     {"mode", align::to_string(view.texts.alignment.mode)},
                     {"source", document_value(view.texts.source)},
                     {"target", document_value(view.texts.target)},
                     {"findings", findings}},
                    2);
}

std::string findings_json(std::span<const std::string> parts, std::span<const Finding> all,
                          const HiddenFindings& hidden, const std::string& version) {
  const std::array<std::size_t, 3> counts = count_severities(all);
  Json alignments = Json::array();
  for (const std::string& part : parts) alignments.push_back(Json::parse(part));
  return write_json({{"tungse", version},
                     {"alignments", alignments},
                     {"errors", counts[2]},
                     {"warnings", counts[1]},
                     {"infos", counts[0]},
                     {"not_shown", hidden.by_choice},
                     {"judged", hidden.judged}},
                    2);
}

}  // namespace aligner::report

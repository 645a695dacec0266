#include "aligner/report/json_report.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "aligner/report/bead_values.h"
#include "aligner/report/json_text.h"
#include "aligner/report/pair_texts.h"
#include "aligner/report/summary.h"

namespace aligner::report {
namespace {

std::string kind_name(segment::SegmentKind kind) {
  switch (kind) {
    case segment::SegmentKind::heading:
      return "heading";
    case segment::SegmentKind::list_item:
      return "list_item";
    default:
      return "sentence";
  }
}

// Deep nesting would exhaust the stack when it is written out again; ours is two levels deep.
bool is_deeply_nested(std::string_view json) {
  int depth = 0;
  for (const char c : json) {
    if (c == '[' || c == '{') ++depth;
    if (depth > 32) return true;
    if (c == ']' || c == '}') --depth;
  }
  return false;
}

// The settings as an object where they are one, as a string otherwise.
Json settings_value(const std::string& settings) {
  if (is_deeply_nested(settings)) return settings;
  Json value = Json::parse(settings, nullptr, /*allow_exceptions=*/false);
  return value.is_object() ? value : Json(settings);
}

Json side_value(const align::AlignedSide& side) {
  Json value;
  value["name"] = side.document.name();
  value["language"] = side.document.language().str();
  value["encoding"] = side.encoding;
  value["sha256"] = side.sha256;
  value["notes"] = side.notes;
  Json segments = Json::array();
  for (const segment::Segment& segment : side.segmentation.segments) {
    segments.push_back({{"begin", segment.span.begin},
                        {"end", segment.span.end},
                        {"kind", kind_name(segment.kind)},
                        {"paragraph", segment.paragraph},
                        {"text", side.document.slice(segment.span)}});
    if (const auto place = side.places.find(segment.span.begin)) segments.back()["place"] = to_string(*place);
  }
  value["segments"] = std::move(segments);
  return value;
}

Json coverage_value(const Coverage& coverage) {
  return {{"linked_segments", coverage.linked_segments},
          {"segments", coverage.segments},
          {"linked_characters", coverage.linked_characters},
          {"characters", coverage.characters}};
}

Json range_value(const SegmentRange& range) { return Json::array({range.first, range.last}); }

Json moved_value(const MovedPart& part) {
  Json value = {{"source", range_value(part.source)}, {"target", range_value(part.target)}};
  value["follows"] = part.follows ? Json(*part.follows) : Json();
  return value;
}

Json summary_value(const Summary& summary, align::Mode mode) {
  Json value;
  value["pairs"] = summary.pairs;
  value["shapes"] = Json::array();
  for (const ShapeCount& shape : summary.shapes) {
    value["shapes"].push_back({{"source", shape.source}, {"target", shape.target}, {"beads", shape.beads}});
  }
  Json grades = Json::object();
  for (std::size_t i = 0; i < summary.grades.size(); ++i) {
    grades[align::to_string(static_cast<align::Grade>(i))] = summary.grades[i];
  }
  value["grades"] = std::move(grades);
  value["source"] = coverage_value(summary.source);
  value["target"] = coverage_value(summary.target);
  value["mean_confidence"] = summary.mean_confidence;
  value["below_half"] = summary.below_half;
  if (mode == align::Mode::comparable) return value;
  value["moved"] = Json::array();
  for (const MovedPart& part : summary.moved) value["moved"].push_back(moved_value(part));
  return value;
}

}  // namespace

std::string json_report(const align::AlignedTexts& texts, const JsonReportOptions& options) {
  const Summary summary = summarise(texts);
  const align::Alignment& alignment = texts.alignment;
  Json report;
  report["tungse"] = options.version;
  report["mode"] = align::to_string(alignment.mode);
  report["mode_reason"] = alignment.mode_reason;
  report["method"] = alignment.method;
  report["settings"] = settings_value(alignment.settings);
  report["source"] = side_value(texts.source);
  report["target"] = side_value(texts.target);
  report["beads"] = Json::array();
  for (const align::Bead& bead : alignment.beads)
    report["beads"].push_back(bead_value(texts.source, texts.target, bead));
  report["summary"] = summary_value(summary, alignment.mode);
  return write_json(report, options.indent);
}

}  // namespace aligner::report

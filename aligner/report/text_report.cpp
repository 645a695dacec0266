#include "aligner/report/text_report.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/core.h>

#include "aligner/messages/speaker.h"
#include "aligner/report/columns.h"
#include "aligner/report/joined_anchors.h"
#include "aligner/report/language_name.h"
#include "aligner/report/pair_texts.h"
#include "aligner/report/place_label.h"
#include "aligner/report/reasons.h"
#include "aligner/report/retold.h"
#include "aligner/report/summary.h"
#include "aligner/report/value_names.h"

namespace aligner::report {
namespace {

constexpr std::size_t least_width = 40;
constexpr std::size_t label_columns = 12;
constexpr std::string_view gutter = " | ";
constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view plain_again = "\x1b[0m";

double share_of(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string indented(const std::string& label) { return "  " + label; }

std::string index_list(const std::vector<std::size_t>& indexes) {
  std::string out = "[";
  for (const std::size_t index : indexes) out += (out.size() > 1 ? ", " : "") + std::to_string(index);
  return out + "]";
}

// Writes the report from top to bottom into one string.
class Writer {
 public:
  Writer(const align::AlignedTexts& texts, const TextReportOptions& options)
      : texts_(texts),
        options_(options),
        speaker_(options.language),
        summary_(summarise(texts)),
        width_(std::max(options.width, least_width)),
        left_columns_((width_ - gutter.size()) / 2),
        right_columns_(width_ - gutter.size() - left_columns_) {}

  std::string write() {
    write_head();
    write_beads();
    write_remarks();
    write_summary();
    return std::move(out_);
  }

 private:
  // Text of ours or of an account, wrapped behind a label; further lines are indented to the text.
  void write_labelled(std::string_view label, std::string_view text, std::size_t indent) {
    StyledText styled;
    styled.append(plain_text(text), 0);
    bool is_first = true;
    for (const Line& line : wrap(styled, width_ - indent)) {
      std::string row(is_first ? label : "");
      const std::size_t used = is_first ? column_count(label) : 0;
      if (!line.text.empty() && used < indent) row.append(indent - used, ' ');
      out_ += row + line.text + '\n';
      is_first = false;
    }
  }

  void write_entry(std::string_view label, std::string_view text) { write_labelled(label, text, label_columns + 2); }

  void write_paragraph(std::string_view text) { write_labelled("", text, 0); }

  void write_head() {
    write_side(speaker_.tell("Source"), texts_.source);
    write_side(speaker_.tell("Target"), texts_.target);
    const align::Alignment& alignment = texts_.alignment;
    const std::string mode = name_of(speaker_, alignment.mode);
    const std::string reason = retold(speaker_, alignment.mode_reason);
    write_entry(speaker_.tell("Mode"), reason.empty() ? mode : fmt::format("{} ({})", mode, reason));
    if (!alignment.method.empty()) write_entry(speaker_.tell("Method"), alignment.method);
    if (!alignment.settings.empty()) write_entry(speaker_.tell("Settings"), alignment.settings);
    out_ += '\n';
  }

  void write_side(std::string_view label, const align::AlignedSide& side) {
    const std::string& name = side.document.name();
    const std::string encoding = side.encoding.empty() ? "" : side.encoding + ", ";
    write_entry(label, fmt::format("{}: {}, {}{}", name.empty() ? speaker_.tell("(no name)") : name,
                                   language_name(side.document.language(), speaker_), encoding,
                                   speaker_.count(side.segmentation.size(), "{} segment", "{} segments")));
    for (const std::string& note : side.notes) write_entry(indented(speaker_.tell("note")), retold(speaker_, note));
  }

  void write_beads() {
    const std::vector<align::Bead>& beads = texts_.alignment.beads;
    if (summary_.pairs == 0) out_ += speaker_.tell("No pairs.") + "\n\n";
    for (std::size_t i = 0; i < beads.size(); ++i) {
      if (!is_wanted(beads[i])) continue;
      if (options_.bead_limit > 0 && shown_ == options_.bead_limit) {
        ++beyond_limit_;
        continue;
      }
      ++shown_;
      write_bead(i + 1, beads[i]);
    }
  }

  bool is_wanted(const align::Bead& bead) {
    if (!is_pair(bead)) {
      return options_.show_unlinked == ShowUnlinked::yes && texts_.alignment.mode == align::Mode::parallel;
    }
    if (bead.confidence >= options_.min_confidence) return true;
    ++below_confidence_;
    return false;
  }

  void write_bead(std::size_t number, const align::Bead& bead) {
    write_bead_head(number, bead);
    const JoinedAnchors joined = join_anchors(texts_, bead);
    write_side_by_side(column(texts_.source, bead.source, joined.source),
                       column(texts_.target, bead.target, joined.target));
    const Reasons reasons = reasons_of(texts_, bead, options_.reason_limit, speaker_);
    write_reasons(speaker_.tell("why:"), reasons.why);
    write_reasons(speaker_.tell("but:"), reasons.but);
    out_ += '\n';
  }

  void write_reasons(const std::string& label, const std::string& reasons) {
    if (!reasons.empty()) write_labelled(label + " ", reasons, column_count(label) + 1);
  }

  void write_bead_head(std::size_t number, const align::Bead& bead) {
    const std::string label = fmt::format("{}. ", number);
    std::string text =
        index_list(bead.source) + ":" + index_list(bead.target) + ", " + speaker_.percent(bead.confidence);
    if (bead.grade) text += ", " + name_of(speaker_, *bead.grade);
    if (bead.moved) text += ", " + speaker_.tell("moved");
    if (align::is_contradiction(bead)) text += ", " + speaker_.tell("contradiction?");
    if (const std::string places = place_labels(texts_, bead, speaker_); !places.empty()) text += ", " + places;
    const bool is_bold = options_.colour == Colour::yes;
    if (is_bold) out_ += bold;
    write_labelled(label, text, label.size());
    if (!is_bold) return;
    out_.pop_back();
    out_ += std::string(plain_again) + '\n';
  }

  StyledText column(const align::AlignedSide& side, const std::vector<std::size_t>& group,
                    const std::vector<JoinedAnchor>& anchors) const {
    StyledText text;
    if (group.empty()) {
      text.append(fmt::format("-- {} --", speaker_.tell("no counterpart")), 0);
      return text;
    }
    for (const std::size_t index : group) {
      if (!text.text.empty()) text.append(" ", 0);
      append_segment(text, side, side.segmentation.segments[index].span, anchors);
    }
    return text;
  }

  void append_segment(StyledText& text, const align::AlignedSide& side, text::Span segment,
                      const std::vector<JoinedAnchor>& anchors) const {
    const auto first = std::lower_bound(anchors.begin(), anchors.end(), segment.begin,
                                        [](const JoinedAnchor& a, std::size_t begin) { return a.span.begin < begin; });
    std::size_t done = segment.begin;
    for (auto anchor = first; anchor != anchors.end() && segment.contains(anchor->span); ++anchor) {
      text.append(plain_text(side.document.slice({done, anchor->span.begin})), 0);
      append_anchor(text, plain_text(side.document.slice(anchor->span)), *anchor);
      done = anchor->span.end;
    }
    text.append(plain_text(side.document.slice({done, segment.end})), 0);
  }

  void append_anchor(StyledText& text, const std::string& words, const JoinedAnchor& anchor) const {
    if (options_.colour == Colour::yes) return text.append(words, anchor.conflicts ? conflict_style : anchor.join);
    const char letter = static_cast<char>('a' + anchor.join - 1);
    const char* mark = anchor.conflicts ? "!" : "";
    text.append(fmt::format("[{}{}:\u00A0{}]", letter, mark, words), 0);  // the letter stays with its first word
  }

  void write_side_by_side(const StyledText& source, const StyledText& target) {
    const std::vector<Line> left = wrap(source, left_columns_);
    const std::vector<Line> right = wrap(target, right_columns_);
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
      const std::size_t used = i < left.size() ? left[i].columns : 0;
      if (i < left.size()) out_ += rendered(left[i]);
      out_.append(left_columns_ - used, ' ');
      const bool has_right = i < right.size() && !right[i].text.empty();
      out_ += has_right ? gutter : gutter.substr(0, 2);
      if (has_right) out_ += rendered(right[i]);
      out_ += '\n';
    }
  }

  std::string rendered(const Line& line) const { return options_.colour == Colour::yes ? coloured(line) : line.text; }

  void write_remarks() {
    bool has_remark = false;
    const auto remark = [&](const std::string& text) {
      write_paragraph(text);
      has_remark = true;
    };
    if (beyond_limit_ > 0) {
      remark(speaker_.count(beyond_limit_, "{} bead not shown: the report ends after {}.",
                            "{} beads not shown: the report ends after {}.", options_.bead_limit));
    }
    if (below_confidence_ > 0) {
      remark(speaker_.count(below_confidence_, "{} pair not shown: confidence below {}.",
                            "{} pairs not shown: confidence below {}.", speaker_.percent(options_.min_confidence)));
    }
    if (texts_.alignment.mode == align::Mode::comparable) {
      remark(speaker_.tell("{} of {} source segments and {} of {} target segments have no counterpart.",
                           summary_.source.unlinked_segments(), summary_.source.segments,
                           summary_.target.unlinked_segments(), summary_.target.segments));
    }
    if (has_remark) out_ += '\n';
  }

  void write_summary() {
    if (options_.colour == Colour::yes) out_ += bold;
    out_ += speaker_.tell("Summary");
    if (options_.colour == Colour::yes) out_ += plain_again;
    out_ += '\n';
    write_entry(indented(speaker_.tell("pairs")), speaker_.number(summary_.pairs));
    write_shapes();
    write_grades();
    write_coverage(indented(speaker_.tell_as("summary", "source")), summary_.source);
    write_coverage(indented(speaker_.tell_as("summary", "target")), summary_.target);
    write_moved();
    if (summary_.pairs == 0) return;
    write_entry(indented(speaker_.tell("confidence")),
                speaker_.count(summary_.below_half, "mean {1}, {0} pair below {2}", "mean {1}, {0} pairs below {2}",
                               speaker_.percent(summary_.mean_confidence), speaker_.percent(0.5)));
  }

  void write_shapes() {
    std::string text;
    for (const ShapeCount& shape : summary_.shapes) {
      text += fmt::format("{}{}-{}: {}", text.empty() ? "" : ", ", shape.source, shape.target,
                          speaker_.number(shape.beads));
    }
    if (!text.empty()) write_entry(indented(speaker_.tell("beads")), text);
  }

  void write_grades() {
    std::string text;
    for (std::size_t i = 0; i < summary_.grades.size(); ++i) {
      if (summary_.grades[i] == 0) continue;
      const std::string grade = name_of(speaker_, static_cast<align::Grade>(i));
      text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", grade, speaker_.number(summary_.grades[i]));
    }
    if (!text.empty()) write_entry(indented(speaker_.tell("grades")), text);
  }

  void write_moved() {
    for (const MovedPart& part : summary_.moved) {
      const std::string place =
          part.follows ? speaker_.tell("behind the counterpart of source segment {}", std::to_string(*part.follows))
                       : speaker_.tell("before all others");
      write_entry(indented(speaker_.tell("moved")), speaker_.tell("source {} = target {}, {}", segments_of(part.source),
                                                                  segments_of(part.target), place));
    }
  }

  std::string segments_of(const SegmentRange& range) const {
    const std::string first = std::to_string(range.first);
    if (range.first == range.last) return speaker_.tell("segment {}", first);
    return speaker_.tell("segments {}-{}", first, std::to_string(range.last));
  }

  void write_coverage(std::string_view label, const Coverage& coverage) {
    write_entry(label, speaker_.tell("{} of {} segments linked ({}), {} of {} characters ({}); {} without counterpart",
                                     coverage.linked_segments, coverage.segments,
                                     speaker_.percent(share_of(coverage.linked_segments, coverage.segments)),
                                     coverage.linked_characters, coverage.characters,
                                     speaker_.percent(share_of(coverage.linked_characters, coverage.characters)),
                                     coverage.unlinked_segments()));
  }

  const align::AlignedTexts& texts_;
  const TextReportOptions& options_;
  messages::Speaker speaker_;
  Summary summary_;
  std::size_t width_;
  std::size_t left_columns_;
  std::size_t right_columns_;
  std::string out_;
  std::size_t shown_ = 0;
  std::size_t beyond_limit_ = 0;
  std::size_t below_confidence_ = 0;
};

}  // namespace

std::string text_report(const align::AlignedTexts& texts, const TextReportOptions& options) {
  return Writer(texts, options).write();
}

}  // namespace aligner::report

#include "aligner/report/text_report.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/core.h>

#include "aligner/report/columns.h"
#include "aligner/report/joined_anchors.h"
#include "aligner/report/language_name.h"
#include "aligner/report/pair_texts.h"
#include "aligner/report/percent.h"
#include "aligner/report/place_label.h"
#include "aligner/report/reasons.h"
#include "aligner/report/summary.h"
#include "aligner/report/wording.h"

namespace aligner::report {
namespace {

constexpr std::size_t least_width = 40;
constexpr std::string_view gutter = " | ";
constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view plain_again = "\x1b[0m";

std::string percent_of(std::size_t part, std::size_t whole) {
  return percent(whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole));
}

std::string counted(std::size_t count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

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
      if (!line.text.empty()) row.resize(std::max(row.size(), indent), ' ');
      out_ += row + line.text + '\n';
      is_first = false;
    }
  }

  void write_entry(std::string_view label, std::string_view text) {
    write_labelled(label, text, wording::label_columns + 2);
  }

  void write_paragraph(std::string_view text) { write_labelled("", text, 0); }

  void write_head() {
    write_side(wording::source_label, texts_.source);
    write_side(wording::target_label, texts_.target);
    const align::Alignment& alignment = texts_.alignment;
    const std::string mode = align::to_string(alignment.mode);
    write_entry(wording::mode_label,
                alignment.mode_reason.empty() ? mode : fmt::format(wording::mode_line, mode, alignment.mode_reason));
    if (!alignment.method.empty()) write_entry(wording::method_label, alignment.method);
    if (!alignment.settings.empty()) write_entry(wording::settings_label, alignment.settings);
    out_ += '\n';
  }

  void write_side(std::string_view label, const align::AlignedSide& side) {
    const std::string& name = side.document.name();
    const std::string encoding = side.encoding.empty() ? "" : side.encoding + ", ";
    write_entry(label, fmt::format(wording::side_line, name.empty() ? wording::unnamed : name,
                                   language_name(side.document.language()), encoding,
                                   counted(side.segmentation.size(), wording::segment, wording::segments)));
    for (const std::string& note : side.notes) write_entry(wording::note_label, note);
  }

  void write_beads() {
    const std::vector<align::Bead>& beads = texts_.alignment.beads;
    if (summary_.pairs == 0) out_ += std::string(wording::no_pairs) + "\n\n";
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
    const Reasons reasons = reasons_of(texts_, bead, options_.reason_limit);
    if (!reasons.why.empty()) write_labelled(wording::why_label, reasons.why, sizeof(wording::why_label) - 1);
    if (!reasons.but.empty()) write_labelled(wording::but_label, reasons.but, sizeof(wording::but_label) - 1);
    out_ += '\n';
  }

  void write_bead_head(std::size_t number, const align::Bead& bead) {
    const std::string label = fmt::format("{}. ", number);
    std::string text = index_list(bead.source) + ":" + index_list(bead.target) + ", " + percent(bead.confidence);
    if (bead.grade) text += ", " + align::to_string(*bead.grade);
    if (bead.moved) text += std::string(", ") + wording::moved;
    if (align::is_contradiction(bead)) text += std::string(", ") + wording::contradiction;
    if (const std::string places = place_labels(texts_, bead); !places.empty()) text += ", " + places;
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
      text.append(wording::no_counterpart, 0);
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
      remark(fmt::format(wording::not_shown_by_limit, counted(beyond_limit_, wording::bead, wording::beads),
                         options_.bead_limit));
    }
    if (below_confidence_ > 0) {
      remark(fmt::format(wording::not_shown_by_confidence, counted(below_confidence_, wording::pair, wording::pairs),
                         percent(options_.min_confidence)));
    }
    if (texts_.alignment.mode == align::Mode::comparable) {
      remark(fmt::format(wording::no_counterparts, summary_.source.unlinked_segments(), summary_.source.segments,
                         summary_.target.unlinked_segments(), summary_.target.segments));
    }
    if (has_remark) out_ += '\n';
  }

  void write_summary() {
    if (options_.colour == Colour::yes) out_ += bold;
    out_ += wording::summary_title;
    if (options_.colour == Colour::yes) out_ += plain_again;
    out_ += '\n';
    write_entry(wording::pairs_label, std::to_string(summary_.pairs));
    write_shapes();
    write_grades();
    write_coverage(wording::source_coverage_label, summary_.source);
    write_coverage(wording::target_coverage_label, summary_.target);
    write_moved();
    if (summary_.pairs == 0) return;
    write_entry(wording::confidence_label, fmt::format(wording::confidence_line, percent(summary_.mean_confidence),
                                                       counted(summary_.below_half, wording::pair, wording::pairs)));
  }

  void write_shapes() {
    std::string text;
    for (const ShapeCount& shape : summary_.shapes) {
      text += fmt::format("{}{}-{}: {}", text.empty() ? "" : ", ", shape.source, shape.target, shape.beads);
    }
    if (!text.empty()) write_entry(wording::shapes_label, text);
  }

  void write_grades() {
    std::string text;
    for (std::size_t i = 0; i < summary_.grades.size(); ++i) {
      if (summary_.grades[i] == 0) continue;
      const std::string grade = align::to_string(static_cast<align::Grade>(i));
      text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", grade, summary_.grades[i]);
    }
    if (!text.empty()) write_entry(wording::grades_label, text);
  }

  void write_moved() {
    for (const MovedPart& part : summary_.moved) {
      const std::string place =
          part.follows ? fmt::format(wording::moved_behind, *part.follows) : std::string(wording::moved_first);
      write_entry(wording::moved_label,
                  fmt::format(wording::moved_line, segments_of(part.source), segments_of(part.target), place));
    }
  }

  static std::string segments_of(const SegmentRange& range) {
    if (range.first == range.last) return fmt::format("{} {}", wording::segment, range.first);
    return fmt::format("{} {}-{}", wording::segments, range.first, range.last);
  }

  void write_coverage(std::string_view label, const Coverage& coverage) {
    write_entry(label, fmt::format(wording::coverage_line, coverage.linked_segments, coverage.segments,
                                   percent_of(coverage.linked_segments, coverage.segments), coverage.linked_characters,
                                   coverage.characters, percent_of(coverage.linked_characters, coverage.characters),
                                   coverage.unlinked_segments()));
  }

  const align::AlignedTexts& texts_;
  const TextReportOptions& options_;
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

#include "aligner/report/html_report.h"

#include <cstddef>
#include <string_view>
#include <vector>

#include <fmt/core.h>

#include "aligner/messages/speaker.h"
#include "aligner/report/alignment_map.h"
#include "aligner/report/html_text.h"
#include "aligner/report/joined_anchors.h"
#include "aligner/report/language_name.h"
#include "aligner/report/pair_texts.h"
#include "aligner/report/place_label.h"
#include "aligner/report/reasons.h"
#include "aligner/report/retold.h"
#include "aligner/report/summary.h"
#include "aligner/report/value_names.h"
#include "aligner/text/embedded_file.h"

namespace aligner::report {

// Defined by the build from the files in html/; see tungse_embed in aligner/CMakeLists.txt.
extern const text::EmbeddedFile page_files[];
extern const std::size_t page_files_count;

namespace {

constexpr int colours = 5;  // of marks, used in turn; the letter tells them apart
constexpr align::Grade grades[] = {align::Grade::same, align::Grade::mostly, align::Grade::partly,
                                   align::Grade::related};

std::string_view page_file(std::string_view name) { return text::find_embedded(page_files, page_files_count, name); }

std::string numbers(const std::vector<std::size_t>& segments) {
  if (segments.empty()) return "–";
  const std::string first = std::to_string(segments.front());
  return segments.size() == 1 ? first : first + "–" + std::to_string(segments.back());
}

class Page {
 public:
  Page(const align::AlignedTexts& texts, const HtmlReportOptions& options)
      : texts_(texts), options_(options), speaker_(options.language), summary_(summarise(texts)) {}

  std::string write() {
    write_head();
    write_summary();
    out_ += alignment_map(texts_, speaker_);
    out_ += "</header>\n";
    write_filter();
    out_ += "<main>\n";
    if (texts_.alignment.mode == align::Mode::parallel) {
      write_beads();
    } else {
      write_links();
    }
    out_ += fmt::format("</main>\n<footer><p>{}</p></footer>\n",
                        said("Made by tungse. Weights are nats: how much each reason speaks for the pair."));
    out_ += fmt::format("<script>\n{}</script>\n</body>\n</html>\n", page_file("report.js"));
    return std::move(out_);
  }

 private:
  void write_head() {
    const std::string title =
        options_.title.empty() ? texts_.source.document.name() + " – " + texts_.target.document.name() : options_.title;
    out_ += fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{2}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "script-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{0}</title>\n"
        "<style>\n{1}</style>\n</head>\n<body>\n<header>\n<h1>{0}</h1>\n",
        html_text(title), page_file("report.css"), to_string(options_.language));
  }

  // Words of ours, safe in the page.
  template <typename... Values>
  std::string said(const char* english, const Values&... values) const {
    return html_text(speaker_.tell(english, values...));
  }

  void write_entry(std::string_view term, std::string_view text) {
    out_ += fmt::format("<dt>{}</dt><dd>{}</dd>\n", term, html_text(text));
  }

  void write_summary() {
    out_ += "<dl>\n";
    for (const auto* side : {&texts_.source, &texts_.target}) {
      write_entry(side == &texts_.source ? said("Source") : said("Target"),
                  fmt::format("{}: {}, {}", side->document.name(), language_name(side->document.language(), speaker_),
                              speaker_.count(side->segmentation.size(), "{} segments", "{} segments")));
      for (const std::string& note : side->notes) write_entry("", retold(speaker_, note));
    }
    write_entry(said("Mode"), fmt::format("{} ({})", name_of(speaker_, texts_.alignment.mode),
                                          retold(speaker_, texts_.alignment.mode_reason)));
    write_entry(said("Pairs"),
                speaker_.tell("{}, mean confidence {}, {} below {}", summary_.pairs,
                              speaker_.percent(summary_.mean_confidence), summary_.below_half, speaker_.percent(0.5)));
    write_entry(said("Without counterpart"),
                speaker_.tell("{} of {} source segments, {} of {} target segments", summary_.source.unlinked_segments(),
                              summary_.source.segments, summary_.target.unlinked_segments(), summary_.target.segments));
    out_ += "</dl>\n";
  }

  void write_filter() {
    out_ += fmt::format(
        "<form id=\"filter\" hidden aria-label=\"{}\">\n"
        "<label>{} <input name=\"least\" type=\"range\" min=\"0\" max=\"100\" value=\"0\"> "
        "<output id=\"least-value\" for=\"least\">{}</output></label>\n",
        said("What is shown"), said("Confidence from"), speaker_.percent(0));
    if (texts_.alignment.mode == align::Mode::comparable) {
      out_ += fmt::format("<fieldset><legend>{}</legend>", said("Grade"));
      for (const align::Grade grade : grades) {
        out_ += fmt::format("<label><input type=\"checkbox\" name=\"grade\" value=\"{}\" checked> {}</label> ",
                            align::to_string(grade), html_text(name_of(speaker_, grade)));
      }
      out_ += "</fieldset>\n";
    }
    out_ += fmt::format(
        "<label><input type=\"checkbox\" name=\"alone\" checked> {}</label>\n"
        "<label><input type=\"checkbox\" name=\"problems\"> {}</label>\n"
        "<button type=\"button\" id=\"previous\">{}</button>\n"
        "<button type=\"button\" id=\"next\">{}</button>\n"
        "<output id=\"shown\" aria-live=\"polite\"></output>\n</form>\n",
        said("without counterpart"), said("problems only"), said("Previous problem"), said("Next problem"));
  }

  void begin_table(std::string_view caption) {
    out_ += fmt::format(
        "<h2>{}</h2>\n<table>\n<colgroup><col class=\"number\"><col><col><col class=\"why\"></colgroup>\n"
        "<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th>"
        "<th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
        caption, said("Pair"), html_text(language_name(texts_.source.document.language(), speaker_)),
        html_text(language_name(texts_.target.document.language(), speaker_)), said("Why"));
  }

  void end_table() { out_ += "</tbody>\n</table>\n"; }

  // Translations: every bead in order.
  void write_beads() {
    begin_table(said("Side by side"));
    for (std::size_t k = 0; k < texts_.alignment.beads.size(); ++k) write_bead(k, false);
    end_table();
  }

  // Accounts: the source from its beginning to its end with what corresponds, then what only the target has.
  void write_links() {
    const std::vector<align::Bead>& beads = texts_.alignment.beads;
    std::vector<std::vector<std::size_t>> by_first(texts_.source.segmentation.size());
    std::vector<bool> source_linked(texts_.source.segmentation.size(), false);
    std::vector<bool> target_linked(texts_.target.segmentation.size(), false);
    for (std::size_t k = 0; k < beads.size(); ++k) {
      if (!is_pair(beads[k])) continue;
      by_first[beads[k].source.front()].push_back(k);
      for (const std::size_t segment : beads[k].source) source_linked[segment] = true;
      for (const std::size_t segment : beads[k].target) target_linked[segment] = true;
    }
    begin_table(said("The source in order, with what corresponds"));
    for (std::size_t i = 0; i < by_first.size(); ++i) {
      if (!source_linked[i]) write_alone(texts_.source, i, true);
      for (std::size_t n = 0; n < by_first[i].size(); ++n) write_bead(by_first[i][n], n > 0);
    }
    end_table();
    begin_table(said("What only the target has"));
    for (std::size_t j = 0; j < target_linked.size(); ++j) {
      if (!target_linked[j]) write_alone(texts_.target, j, false);
    }
    end_table();
  }

  void write_alone(const align::AlignedSide& side, std::size_t segment, bool is_source) {
    out_ += "<tr class=\"alone\"><th scope=\"row\">" + std::to_string(segment) + "</th>";
    const std::string none = fmt::format("<td class=\"none\">{}</td>", said("no counterpart"));
    if (!is_source) out_ += none;
    write_cell(side, {segment}, {}, {}, is_source);
    if (is_source) out_ += none;
    out_ += "<td class=\"why\"></td></tr>\n";
  }

  void write_bead(std::size_t k, bool is_again) {
    const align::Bead& bead = texts_.alignment.beads[k];
    if (!is_pair(bead)) {
      for (const std::size_t segment : bead.source) write_alone(texts_.source, segment, true);
      for (const std::size_t segment : bead.target) write_alone(texts_.target, segment, false);
      return;
    }
    const bool is_problem = align::is_contradiction(bead) || bead.confidence < 0.5;
    const std::string grade = bead.grade ? align::to_string(*bead.grade) : "";
    out_ += fmt::format(
        "<tr id=\"p{0}\" class=\"pair{1}{2}\" data-confidence=\"{3:.3f}\" data-grade=\"{4}\"><th scope=\"row\" "
        "tabindex=\"-1\"><b>{0}</b>{5} : {6}</th>",
        k + 1, is_problem ? " problem" : "", is_again ? " again" : "", bead.confidence, grade, numbers(bead.source),
        numbers(bead.target));
    const JoinedAnchors joined = join_anchors(texts_, bead);
    write_cell(texts_.source, bead.source, joined.source, bead.evidence, true);
    write_cell(texts_.target, bead.target, joined.target, bead.evidence, false);
    write_why(bead);
    out_ += "</tr>\n";
  }

  void write_why(const align::Bead& bead) {
    out_ += fmt::format("<td class=\"why\"><meter min=\"0\" max=\"1\" value=\"{:.3f}\">{}</meter> {}", bead.confidence,
                        speaker_.percent(bead.confidence), speaker_.percent(bead.confidence));
    if (bead.grade) out_ += ", " + html_text(name_of(speaker_, *bead.grade));
    if (bead.moved) out_ += fmt::format(", <span class=\"mark\">{}</span>", said("moved"));
    if (align::is_contradiction(bead)) out_ += fmt::format(", <span class=\"mark\">{}</span>", said("contradiction?"));
    const Reasons reasons = reasons_of(texts_, bead, options_.reason_limit, speaker_);
    if (!reasons.why.empty()) out_ += "<p>" + html_text(reasons.why) + "</p>";
    if (!reasons.but.empty()) out_ += fmt::format("<p class=\"but\">{} {}</p>", said("but:"), html_text(reasons.but));
    out_ += "</td>";
  }

  void write_cell(const align::AlignedSide& side, const std::vector<std::size_t>& segments,
                  const std::vector<JoinedAnchor>& marks, const std::vector<score::Evidence>& evidence,
                  bool is_source) {
    std::string text;
    for (const std::size_t segment : segments) text += text_of(side, side.segmentation.segments[segment].span);
    std::string classes = is_vertical(text) ? "vertical" : "";
    if (is_source) classes += classes.empty() ? "first" : " first";
    out_ += fmt::format("<td lang=\"{}\" dir=\"auto\"{}>", html_text(side.document.language().str()),
                        classes.empty() ? "" : " class=\"" + classes + "\"");
    for (const std::size_t index : segments) {
      const segment::Segment& segment = side.segmentation.segments[index];
      const bool is_heading = segment.kind == segment::SegmentKind::heading;
      out_ += is_heading ? "<p class=\"heading\">" : "<p>";
      write_marked(side, segment.span, marks, evidence, is_source);
      out_ += "</p>";
    }
    const std::string place = place_label(side, segments, speaker_);
    if (!place.empty())
      out_ += "<small class=\"place\" lang=\"" + to_string(options_.language) + "\" dir=\"ltr\">" + html_text(place) +
              "</small>";
    out_ += "</td>";
  }

  void write_marked(const align::AlignedSide& side, text::Span span, const std::vector<JoinedAnchor>& marks,
                    const std::vector<score::Evidence>& evidence, bool is_source) {
    std::size_t at = span.begin;
    for (const JoinedAnchor& mark : marks) {
      if (mark.span.begin < at || mark.span.end > span.end) continue;
      write_words(side, {at, mark.span.begin});
      const char letter = static_cast<char>('a' + mark.join - 1);
      out_ +=
          fmt::format("<mark class=\"j{}{}\" data-join=\"{}\" title=\"{}\">", (mark.join - 1) % colours + 1,
                      mark.conflicts ? " conflict" : "", letter, html_text(reason_of(mark.span, evidence, is_source)));
      write_words(side, mark.span);
      out_ += fmt::format("<sup>{}</sup></mark>", letter);
      at = mark.span.end;
    }
    write_words(side, {at, span.end});
  }

  void write_words(const align::AlignedSide& side, text::Span span) { out_ += html_text(text_of(side, span)); }

  std::string reason_of(text::Span span, const std::vector<score::Evidence>& evidence, bool is_source) const {
    for (const score::Evidence& one : evidence) {
      if ((is_source ? one.source : one.target) == span) {
        return fmt::format("{}: {} ({})", name_of(speaker_, one.kind),
                           one.reason.empty() ? name_of_relation(speaker_, one.relation) : retold(speaker_, one.reason),
                           speaker_.decimal(one.weight, 1, messages::ShowPlus::yes));
      }
    }
    return "";
  }

  const align::AlignedTexts& texts_;
  const HtmlReportOptions& options_;
  messages::Speaker speaker_;
  Summary summary_;
  std::string out_;
};

}  // namespace

std::string html_report(const align::AlignedTexts& texts, const HtmlReportOptions& options) {
  return Page(texts, options).write();
}

}  // namespace aligner::report

#include "aligner/report/markdown_report.h"

#include <cmath>
#include <cstddef>
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

// Harmless, and every character that Markdown or HTML could take for markup escaped.
std::string escaped(std::string_view utf8) {
  constexpr std::string_view markup = "\\`*_{}[]<>()#+-.!|&~^$:@=";
  std::string out;
  for (const char c : plain_text(utf8)) {
    if (markup.find(c) != std::string_view::npos && c != '.' && c != '-' && c != '(' && c != ')' && c != ':')
      out += '\\';
    out += c;
  }
  return out;
}

std::string numbers(const std::vector<std::size_t>& segments) {
  std::string out;
  for (const std::size_t segment : segments) out += (out.empty() ? "" : ", ") + std::to_string(segment);
  return out.empty() ? "–" : out;
}

std::string cell(const align::AlignedSide& side, const std::vector<std::size_t>& segments,
                 const std::vector<JoinedAnchor>& marks) {
  std::string out;
  for (const std::size_t index : segments) {
    const text::Span span = side.segmentation.segments[index].span;
    if (!out.empty()) out += " ";
    std::size_t at = span.begin;
    const auto add = [&](text::Span part) { out += escaped(text_of(side, part)); };
    for (const JoinedAnchor& mark : marks) {
      if (mark.span.begin < at || mark.span.end > span.end) continue;
      add({at, mark.span.begin});
      out += fmt::format("**{}{}:** ", static_cast<char>('a' + mark.join - 1), mark.conflicts ? "!" : "");
      add(mark.span);
      at = mark.span.end;
    }
    add({at, span.end});
  }
  return out;
}

std::string marks_of(const align::Bead& bead, const messages::Speaker& speaker) {
  std::string out = speaker.percent(bead.confidence);
  if (bead.grade) out += ", " + name_of(speaker, *bead.grade);
  if (bead.moved) out += ", " + speaker.tell("moved");
  if (align::is_contradiction(bead)) out += ", **" + speaker.tell("contradiction?") + "**";
  return out;
}

}  // namespace

std::string markdown_report(const align::AlignedTexts& texts, const MarkdownReportOptions& options) {
  const messages::Speaker speaker(options.language);
  const Summary summary = summarise(texts);
  std::string out =
      fmt::format("# {} – {}\n\n", escaped(texts.source.document.name()), escaped(texts.target.document.name()));
  out += speaker.count(summary.pairs, "{} pairs, mean confidence {}. Mode: {} ({}).",
                       "{} pairs, mean confidence {}. Mode: {} ({}).", speaker.percent(summary.mean_confidence),
                       name_of(speaker, texts.alignment.mode), escaped(retold(speaker, texts.alignment.mode_reason))) +
         "\n";
  out += speaker.tell("{} of {} source segments and {} of {} target segments have no counterpart.",
                      summary.source.unlinked_segments(), summary.source.segments, summary.target.unlinked_segments(),
                      summary.target.segments) +
         "\n\n";
  out += fmt::format(
      "| | {} | {} | {} |\n|---|---|---|---|\n", escaped(language_name(texts.source.document.language(), speaker)),
      escaped(language_name(texts.target.document.language(), speaker)), speaker.tell("how surely, and why"));
  for (std::size_t k = 0; k < texts.alignment.beads.size(); ++k) {
    const align::Bead& bead = texts.alignment.beads[k];
    const JoinedAnchors joined = is_pair(bead) ? join_anchors(texts, bead) : JoinedAnchors{};
    const Reasons reasons = is_pair(bead) ? reasons_of(texts, bead, options.reason_limit, speaker) : Reasons{};
    out += fmt::format("| {} ({} : {}) | {} | {} | {}", k + 1, numbers(bead.source), numbers(bead.target),
                       cell(texts.source, bead.source, joined.source), cell(texts.target, bead.target, joined.target),
                       is_pair(bead) ? marks_of(bead, speaker) : speaker.tell("no counterpart"));
    if (const std::string places = place_labels(texts, bead, speaker); !places.empty()) out += "; " + escaped(places);
    if (!reasons.why.empty()) out += "; " + escaped(reasons.why);
    if (!reasons.but.empty()) out += "; " + speaker.tell("but:") + " " + escaped(reasons.but);
    out += " |\n";
  }
  return out;
}

}  // namespace aligner::report

// The web page of a concordance: a table without a script, set by the style of the other reports and a few rules of its
// own.

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <fmt/core.h>

#include "aligner/messages/speaker.h"
#include "aligner/report/concordance_lines.h"
#include "aligner/report/concordance_report.h"
#include "aligner/report/html_text.h"
#include "aligner/text/embedded_file.h"

namespace aligner::report {

// Defined by the build from the files in html/; see tungse_embed in aligner/CMakeLists.txt.
extern const text::EmbeddedFile page_files[];
extern const std::size_t page_files_count;
extern const text::EmbeddedFile concordance_files[];
extern const std::size_t concordance_files_count;

namespace {

using align::ConcordanceCount;
using align::ConcordanceHit;
using align::Counterpart;
using messages::Speaker;

std::string begin_page(const ConcordanceOptions& options, const std::string& summary) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{4}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{0}</title>\n"
      "<style>\n{1}{2}</style>\n</head>\n<body class=\"concordance\">\n<header>\n<h1>{0}</h1>\n<p>{3}</p>\n"
      "</header>\n<main>\n",
      html_text(options.query), text::find_embedded(page_files, page_files_count, "report.css"),
      text::find_embedded(concordance_files, concordance_files_count, "concordance.css"), html_text(summary),
      to_string(options.language));
}

std::string end_page(const Speaker& speaker) {
  return fmt::format("</main>\n<footer><p>{}</p></footer>\n</body>\n</html>\n",
                     html_text(speaker.tell("Made by tungse.")));
}

// A text in its language; what runs in another direction disturbs nothing around it.
std::string text_cell(const text::LanguageTag& language, std::string_view text, const std::string& marked_up,
                      const std::string& attributes = "") {
  return fmt::format("<td lang=\"{}\" dir=\"auto\"{}{}>{}</td>", html_text(language.str()),
                     is_vertical(text) ? " class=\"vertical\"" : "", attributes, marked_up);
}

std::string marked_counterpart(const Counterpart& one) {
  std::string out;
  std::size_t at = 0;
  const std::string_view text = one.text;
  for (const text::Span span : one.marked) {
    out += html_text(text.substr(at, span.begin - at)) + "<mark>" + html_text(text.substr(span.begin, span.size())) +
           "</mark>";
    at = span.end;
  }
  return out + html_text(text.substr(at));
}

std::string hit_cells(const ConcordanceHit& hit) {
  const std::size_t rows = std::max<std::size_t>(hit.counterparts.size(), 1);
  const std::string row_span = rows > 1 ? fmt::format(" rowspan=\"{}\"", rows) : "";
  const std::string words = html_text(hit.before) + "<mark>" + html_text(hit.found) + "</mark>" + html_text(hit.after);
  return fmt::format("<th scope=\"row\"{}>{} {}</th>", row_span, html_text(file_name(hit.document)), hit.segment) +
         text_cell(hit.language, hit.before + hit.found + hit.after, words, row_span);
}

std::string counterpart_cells(const Counterpart& one, const Speaker& speaker) {
  return text_cell(one.language, one.text, marked_counterpart(one)) +
         fmt::format("<td class=\"why\">{}<br>{} {}</td>", html_text(pair_label(one, speaker)),
                     html_text(file_name(one.document)), segment_range(one.segments));
}

}  // namespace

std::string concordance_html(const align::Concordance& concordance, const ConcordanceOptions& options) {
  const Speaker speaker(options.language);
  std::string page = begin_page(options, concordance_summary(concordance, options.language));
  page += fmt::format(
      "<table>\n<colgroup><col class=\"place\"><col><col><col class=\"pair\"></colgroup>\n"
      "<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th>"
      "<th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
      html_text(speaker.tell_as("column", "Where")), html_text(speaker.tell_as("column", "Found")),
      html_text(speaker.tell_as("column", "Opposite")), html_text(speaker.tell("Pair")));
  for (const ConcordanceHit& hit : concordance.hits) {
    page += "<tr>" + hit_cells(hit);
    if (hit.counterparts.empty()) {
      page += fmt::format("<td class=\"none\">{}</td><td class=\"why\"></td></tr>\n",
                          html_text(speaker.tell("no counterpart")));
    }
    for (std::size_t i = 0; i < hit.counterparts.size(); ++i) {
      page += (i > 0 ? "<tr class=\"more\">" : "") + counterpart_cells(hit.counterparts[i], speaker) + "</tr>\n";
    }
  }
  return page + "</tbody>\n</table>\n" + end_page(speaker);
}

std::string counts_html(std::span<const ConcordanceCount> counts, const ConcordanceOptions& options) {
  const Speaker speaker(options.language);
  std::string page = begin_page(options, speaker.count(counts.size(), "{} line", "{} lines"));
  page += fmt::format(
      "<table class=\"counts\">\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th>"
      "<th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
      html_text(speaker.tell_as("column", "Places")), html_text(speaker.tell_as("column", "Texts")),
      html_text(speaker.tell_as("column", "Found")), html_text(speaker.tell_as("column", "Opposite")));
  for (const ConcordanceCount& one : counts) {
    page += fmt::format("<tr><td class=\"number\">{}</td><td class=\"number\">{}</td>", speaker.number(one.count),
                        speaker.number(one.document_count)) +
            text_cell(one.language, one.what, html_text(one.what)) +
            text_cell(one.counterpart_language, one.counterpart, html_text(one.counterpart)) + "</tr>\n";
  }
  return page + "</tbody>\n</table>\n" + end_page(speaker);
}

}  // namespace aligner::report

#pragma once
// A report as one web page: works without a network, prints, and is read by ear as well as by eye.
//
//   write_output(html_report(texts), "report.html");
//
// Pairs stand side by side with their anchors marked by the same colour and letter, reasons on hover and below, and a
// map of both texts that shows at a glance what corresponds. Segments without a counterpart stand greyed in their
// place. A reader filters by confidence and grade and jumps from problem to problem; without scripts everything is
// shown. Every passage carries its language, and no text leaks its direction into another. Follows HTML (WHATWG) and
// WCAG 2.1: table headers, labels, letters beside colours, light and dark.

#include <string>

#include "aligner/align/aligned_texts.h"
#include "aligner/messages/language.h"

namespace aligner::report {

struct HtmlReportOptions {
  std::string title;                                          // of the page; empty: the names of both texts
  std::size_t reason_limit = 8;                               // reasons named for a pair; the others are counted
  messages::Language language = messages::Language::english;  // of all words but the texts'
};

/// The whole page, UTF-8. It loads nothing and says so in its policy; nothing of an account is taken for markup. Linear
/// in the size of the texts. Throws Error as summarise does.
std::string html_report(const align::AlignedTexts& texts, const HtmlReportOptions& options = {});

}  // namespace aligner::report

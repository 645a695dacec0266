#pragma once
// A report as Markdown: for mail, wikis and notes.
//
//   write_output(markdown_report(texts), "report.md");
//
// CommonMark with the tables of GitHub Flavored Markdown. Anchors that belong together carry the same letter in bold;
// no text of an account is taken for markup.

#include <string>

#include "aligner/align/aligned_texts.h"
#include "aligner/messages/language.h"

namespace aligner::report {

struct MarkdownReportOptions {
  std::size_t reason_limit = 5;                               // reasons named for a pair; the others are counted
  messages::Language language = messages::Language::english;  // of all words but the texts'
};

/// The whole report, UTF-8: what was aligned, then a row for each pair as the alignment has them; of translations those
/// without a counterpart too. Linear in the size of what it shows. Throws Error as summarise does.
std::string markdown_report(const align::AlignedTexts& texts, const MarkdownReportOptions& options = {});

}  // namespace aligner::report

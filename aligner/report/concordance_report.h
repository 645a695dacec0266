#pragma once
// A concordance for the terminal, tab-separated, as JSON, and as a web page of its own.
//
//   std::cout << concordance_table(concordance, {.width = 100});
//   // en.txt:3  ... Muravyov signed the [treaty] of Aigun on ...  vi 98 %  Muravyov ký hiệp ước Ái Hồn ...
//
// In the table the words found stand under each other, what stands opposite is beside them; a further counterpart has a
// line of its own.

#include <cstddef>
#include <span>
#include <string>

#include "aligner/align/concordance.h"

namespace aligner::report {

struct ConcordanceOptions {
  std::size_t width = 100;  // columns of a line of the table; values under 60 count as 60
  bool colour = false;      // ANSI colours instead of brackets
  std::string query;        // as a person wrote it: the title of the page
};

/// A line a place and counterpart. Nothing where nothing was found. Safe to print.
std::string concordance_table(const align::Concordance& concordance, const ConcordanceOptions& options = {});

/// "3 places", "50 places, and there are more".
std::string concordance_summary(const align::Concordance& concordance);

/// A header and a line a place and counterpart: document, segment, lang, begin, end, before, found, after, alignment,
/// other_document, other_lang, other_segments, confidence, grade, accepted, counterpart. The last seven are empty where
/// there is none.
std::string concordance_tsv(const align::Concordance& concordance);

/// A contract, written down in this room's README.md.
std::string concordance_json(const align::Concordance& concordance, const ConcordanceOptions& options = {});

/// One file that needs no network and no script, prints well and follows dark and light; each text in its language and
/// direction.
std::string concordance_html(const align::Concordance& concordance, const ConcordanceOptions& options = {});

/// The same four forms of counts. In the table and TSV the columns about counterparts stand only where one is named.
std::string counts_table(std::span<const align::ConcordanceCount> counts, const ConcordanceOptions& options = {});
std::string counts_tsv(std::span<const align::ConcordanceCount> counts);
std::string counts_json(std::span<const align::ConcordanceCount> counts, const ConcordanceOptions& options = {});
std::string counts_html(std::span<const align::ConcordanceCount> counts, const ConcordanceOptions& options = {});

}  // namespace aligner::report

#pragma once
// Proposed pairs of terms, as a table for the terminal, tab-separated, and as JSON.
//
//   std::cout << proposals_table(proposals, terms, {.width = 120, .most = 20});
//   // 1  .92  26  en Russia | Russian  ru Россия | русский
//   std::cout << proposals_tsv(proposals, terms, {});
//
// A column may be added for every language: what the term base has for the concept of a proposal.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "aligner/glossary/proposal.h"
#include "aligner/messages/language.h"
#include "aligner/terms/term_list.h"
#include "aligner/text/language_tag.h"

namespace aligner::report {

struct ProposalsOptions {
  std::size_t width = 100;                   // columns of a line of the table; values under 60 count as 60
  std::size_t most = 0;                      // proposals shown; 0: all
  std::vector<text::LanguageTag> term_base;  // languages of further columns: the preferred wording, else the first
  messages::Language language = messages::Language::english;  // of all words but the texts'
};

/// One line a proposal: rank, score, contexts, both sides with their wordings, further columns, the concept's id. †
/// marks wordings that the term base deprecates. Safe to print. Empty for no proposals.
std::string proposals_table(std::span<const glossary::Proposal> proposals, const terms::TermList& terms,
                            const ProposalsOptions& options = {});

/// The same for spreadsheets and scripts, with a header line: score, contexts, entry, source_lang, source, target_lang,
/// target, concept, further columns. Wordings are parted by "|"; tabs and line ends in them are spaces.
std::string proposals_tsv(std::span<const glossary::Proposal> proposals, const terms::TermList& terms,
                          const ProposalsOptions& options = {});

/// A contract, written down in this room's README.md. Contexts by alignment, bead and bytes.
std::string proposals_json(std::span<const glossary::Proposal> proposals, const ProposalsOptions& options = {});

}  // namespace aligner::report

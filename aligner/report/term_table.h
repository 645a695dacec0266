#pragma once
// A term base at a glance: one concept a line, one column a language, for the terminal, as TSV, or as JSON.
//
//   std::cout << term_table(base.terms, counts, {.languages = {}, .width = 100});
//   //  concept  English  Vietnamese     Russian  Chinese        Manchu  Manchu (Latin)
//   //  r_amur   Amur     Hắc Long Giang Амур     黑龍江 heilongjiang  ...
//
// Guards (concepts of type "homograph") are no terms and are left out.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "aligner/messages/language.h"
#include "aligner/terms/term_list.h"
#include "aligner/text/language_tag.h"

namespace aligner::report {

/// What is known about concepts beside their terms.
struct TermFigures {
  std::map<std::string, std::size_t> counts;  // by term_key: how often the term occurs
  std::map<std::string, double> scores;       // by concept id: of the best proposal, 0 to 1
};

/// The key of a term in TermFigures.
std::string term_key(const std::string& concept_id, const terms::Term& term);

struct TermTableOptions {
  std::vector<text::LanguageTag> languages;  // columns; "zh" takes zh-Hant too. None: all that the list has
  std::optional<terms::TermStatus> status;   // only concepts with such a term
  std::size_t width = 100;                   // columns of the terminal
  messages::Language language = messages::Language::english;  // of all words but the texts'
};

/// Preferred, admitted and proposed terms by language, "?" before proposed ones; where a status is asked for, those of
/// that status too: "†" deprecated, "×" rejected. Proposals come best first. The last line counts concepts and terms.
std::string term_table(const terms::TermList& list, const TermFigures& figures, const TermTableOptions& options);

/// One term a line: concept, type, subject, language, wording, status, part_of_speech, count, score.
std::string term_table_tsv(const terms::TermList& list, const TermFigures& figures, const TermTableOptions& options);

/// The concepts as values, with all their terms in the languages asked for.
std::string term_table_json(const terms::TermList& list, const TermFigures& figures, const TermTableOptions& options);

}  // namespace aligner::report

#pragma once
// All that is known about one concept, for the terminal or as JSON; and changes in words.
//
//   ConceptPage page{.shown = amur, .history = history};
//   std::cout << concept_page(page, base.terms, {.width = 100});
//   std::cout << change_line(change);  // r_amur: vi "A-mua": status proposed -> preferred

#include <cstddef>
#include <string>
#include <vector>

#include "aligner/messages/language.h"
#include "aligner/report/term_table.h"
#include "aligner/terms/change.h"
#include "aligner/terms/term_list.h"

namespace aligner::report {

/// A place where a term occurs: what stands before it, it, and what stands after it.
struct ShownContext {
  std::string document;
  std::string before;
  std::string found;
  std::string after;
};

/// Two passages opposite each other that speak for a proposal.
struct ShownPair {
  ShownContext source;
  ShownContext target;
  double weight = 1;  // 0 to 1: how sure the texts are aligned there
};

struct ConceptPage {
  terms::Concept shown;
  TermFigures figures;
  std::vector<ShownContext> contexts;
  std::vector<ShownPair> pairs;
  std::vector<terms::Change> history;  // of this concept, in the order made
};

struct ConceptPageOptions {
  std::size_t width = 100;                                    // columns of the terminal
  messages::Language language = messages::Language::english;  // of all words but the texts'
};

/// Every field that is filled, the terms by language, contexts, history. `list` gives names to related concepts.
std::string concept_page(const ConceptPage& page, const terms::TermList& list, const ConceptPageOptions& options);

/// The same as values.
std::string concept_page_json(const ConceptPage& page);

/// One line in words, without a line end.
std::string change_line(const terms::Change& change, messages::Language language = messages::Language::english);

/// {"changes": [...]}.
std::string changes_json(const std::vector<terms::Change>& changes);

}  // namespace aligner::report

#pragma once
// What can be looked for in a project: words, phrases, all wordings of a concept, regular expressions.
//
//   ConcordanceQuery query{.wordings = {{.text = "hiệp ước"}}, .language = LanguageTag::parse("vi")};
//   if (const auto fault = fault_of(query)) return refuse(*fault);
//   align::Concordance found = project.find(query);
//
// Looked through are the texts as they were cut in their latest alignment with each other text, and texts without one.
// Words are looked up in an index; a regular expression reads every text.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aligner/align/concordance.h"
#include "aligner/terms/term_list.h"
#include "aligner/text/folded_text.h"

namespace aligner::store {

/// Words that follow one another, whatever marks and spaces stand between them; or a regular expression.
struct Wording {
  std::string text;
  std::optional<text::LanguageTag> language;  // only in texts of this language
};

enum class WordingKind {
  words,      // whole words
  beginning,  // the last word may go on: "Айгун" finds Айгунский
  regex       // ICU's syntax
};

enum class OnSide { source, target, both };

enum class PairState {
  any,
  aligned,   // with a counterpart
  accepted,  // by a person
  machine,   // with a counterpart that nobody accepted
  alone      // without a counterpart
};

enum class ConcordanceOrder {
  position,   // documents as they were stored, then as they are read
  left,       // by the words before, from the nearest on
  right,      // by the words behind
  match,      // by what was found
  confidence  // the surest pairs first
};

struct ConcordanceQuery {
  std::vector<Wording> wordings;  // any of them
  /// Where it holds a concept: all terms of the first one instead, in whatever form they stand, as terms::TermFinder
  /// finds them. The others only guard: those of type "homograph".
  terms::TermList terms;
  WordingKind kind = WordingKind::words;
  text::FoldMarks marks = text::FoldMarks::keep;  // strip: a finds ấ, d finds đ
  OnSide side = OnSide::both;                     // of the text in its alignment
  std::optional<text::LanguageTag> language;      // of the text; "zh" is any zh
  std::optional<text::LanguageTag> counterpart_language;
  std::optional<std::int64_t> alignment;
  double min_confidence = 0;
  std::vector<align::Grade> grades;  // none: any
  PairState state = PairState::any;
  ConcordanceOrder order = ConcordanceOrder::position;
  std::size_t offset = 0;  // places passed over
  std::size_t limit = 50;  // places shown; 0: all
};

enum class CountBy {
  wording,     // what was found, in lower case
  document,    // its name
  counterpart  // the wording opposite where the query has several; else what stands opposite
};

/// Why this cannot be looked for, for the person who asks: no words in it, not UTF-8, too long, an expression that does
/// not compile. None where it can.
std::optional<std::string> fault_of(const ConcordanceQuery& query);

}  // namespace aligner::store

#pragma once
// The terms of a concept as the index is asked for them, and as they are found in a text, inflected or not. Private to
// the room.
//
//   TermQuery query(terms);        // the first concept is looked for, the others guard
//   query.expression();            // "(\"dogov\" *)" in Cyrillic: what all forms of договор begin with
//   query.find(text, span, "ru");  // where договор, договора, договору ... stand

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/store/word_query.h"
#include "aligner/terms/find_terms.h"
#include "aligner/terms/term_list.h"

namespace aligner::store {

class TermQuery {
 public:
  /// Throws Error where the concept has no term that could be looked for.
  explicit TermQuery(const terms::TermList& terms);

  /// In FTS5's language; holds for every segment that find() finds something in, and for others.
  const std::string& expression() const { return expression_; }

  /// Where the terms stand, in order; the wording is the index of the term.
  std::vector<FoundWording> find(std::string_view utf8, text::Span range, const text::LanguageTag& language);

 private:
  terms::TermList terms_;
  std::string expression_;
  std::map<text::LanguageTag, terms::TermSearch> searches_;
};

}  // namespace aligner::store

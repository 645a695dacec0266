#pragma once
// The forms in which a term stands in the texts, and which of them to show. Private to the room.
//
//   TermForms forms;
//   forms.add(side, mention.tokens);       // "Границы", "границу", "границы", ...
//   forms.variants(LanguageTag::parse("ru"));  // граница first: looks like a nominative, and is met often
//
// Forms that differ in capitals alone are one, shown as most of those are written that do not begin a segment. Russian
// cases are told by their endings alone: among forms of one term, those that can only be oblique count a fifth, and a
// form on -а counts as a genitive where the bare form is met too.

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "aligner/glossary/proposal.h"

namespace aligner::glossary {

struct CorpusSide;
struct TermToken;

class TermForms {
 public:
  /// Tokens of `side`, in its rows or not.
  void add(const CorpusSide& side, std::span<const TermToken> tokens);

  /// The form to show first, then by count; ties by bytes.
  std::vector<Variant> variants(const text::LanguageTag& language) const;

 private:
  struct Form {
    std::size_t count = 0;
    std::map<std::string, std::size_t> written;  // times, those that begin a segment a little
  };
  std::map<std::string, Form> forms_;  // by the form in lower case
};

}  // namespace aligner::glossary

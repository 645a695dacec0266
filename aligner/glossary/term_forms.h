#pragma once
// The forms in which a term stands in the texts, and which of them to show. Private to the room.
//
//   TermForms forms;
//   forms.add(side, tokens);  // "Границы", "границу", "границы", ... "рубеж"
//   forms.variants(side);     // граница, рубеж
//
// Forms that differ in capitals alone are one, shown as most of those are written that do not begin a segment. Forms of
// the same stems are one, shown in the form that is met most and looks like one to be looked up: Russian cases are told
// by their endings alone, forms that look oblique count for a twentieth, and one on -а looks like a genitive where the
// bare form is met too.

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

  /// One for all forms with the same stems, with their counts. The one met most first, then by count; ties by bytes.
  std::vector<Variant> variants(CorpusSide& side) const;

 private:
  struct Form {
    std::size_t count = 0;
    std::map<std::string, std::size_t> written;  // times, those that begin a segment a little

    const std::string& as_written() const;  // as it is written most
  };
  std::map<std::string, Form> forms_;  // by the form in lower case
};

/// The stems of a wording's words, each with a space behind it: equal for wordings that differ in inflection alone.
std::string stems_of(CorpusSide& side, const std::string& folded);

}  // namespace aligner::glossary

#pragma once
// Private: what is known about a pair beside its texts, as names and values that every format can carry.
//
//   fields_of(pair);                        // {{"confidence", "0.98"}, {"grade", "same"}, {"evidence", "date ..."}}
//   set_field(pair, "confidence", "0.98");  // true

#include <string>
#include <string_view>
#include <vector>

#include "aligner/interchange/exchanged_pair.h"

namespace aligner::interchange {

struct PairField {
  std::string_view name;
  std::string value;
};

/// All names, in the order they are written; "evidence", of which a pair may have several, is the last.
const std::vector<std::string_view>& field_names();

/// What is known; what is not is left out. Numbers come back exactly. Evidence is kind, relation, weight, the two spans
/// and the reason: "date same-other-calendar 5.2 9-31 80-92 16 May 1858 Julian = ...", "-" for no relation.
std::vector<PairField> fields_of(const ExchangedPair& pair);

/// Sets what the name stands for. False where there is no such name, or the value is none of it; the pair is then as it
/// was. An empty value is fine and says nothing.
bool set_field(ExchangedPair& pair, std::string_view name, std::string_view value);

/// The words of values, for forms that have values of their own.
std::string to_string(PairStatus status);
std::optional<align::Grade> find_grade(std::string_view word);
std::optional<PairStatus> find_pair_status(std::string_view word);
std::optional<score::EvidenceKind> find_evidence_kind(std::string_view word);

/// The shortest digits that are read as `value` again.
std::string exact_decimal(double value);

/// All of `text` as a finite number, '.' between.
std::optional<double> find_decimal(std::string_view text);

}  // namespace aligner::interchange

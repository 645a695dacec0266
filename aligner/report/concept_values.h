#pragma once
// Private: concepts and changes as JSON values.

#include "aligner/report/json_text.h"
#include "aligner/report/term_table.h"
#include "aligner/terms/change.h"

namespace aligner::report {

/// A concept with its terms, and how often each occurs.
Json concept_value(const terms::Concept& holder, const TermFigures& figures);

/// A change with its author; what is empty is left out.
Json change_value(const terms::Change& change);

}  // namespace aligner::report

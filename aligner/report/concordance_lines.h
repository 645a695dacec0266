#pragma once
// Private: a place with as much around it as there is room for, and what people read of a counterpart.
//
//   keyword_in_context(hit, 40, Marking::brackets);  // "... signed the [treaty] of Aigun on May 16 ..."

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/align/concordance.h"

namespace aligner::report {

enum class Marking { brackets, colours };

/// Exactly `columns` columns (at least 20), what was found in the same column each time.
std::string keyword_in_context(const align::ConcordanceHit& hit, std::size_t columns, Marking marking);

/// At most `columns` columns of the counterpart; where wordings are marked in it, those around the first.
std::string counterpart_excerpt(const align::Counterpart& counterpart, std::size_t columns, Marking marking);

/// "vi 98 %", "vi accepted", "ru 70 % mostly".
std::string pair_label(const align::Counterpart& counterpart);

/// The last part of a path.
std::string file_name(std::string_view path);

/// "3", "3-5".
std::string segment_range(const std::vector<std::size_t>& segments);

}  // namespace aligner::report

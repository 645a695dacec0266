#pragma once
// Private: fields and rows of tables that are separated by tabs.

#include <string>
#include <string_view>

#include "aligner/align/aligned_texts.h"

namespace aligner::interchange {

inline constexpr std::string_view tsv_header =
    "source_indexes\ttarget_indexes\tconfidence\tcost\tgrade\tsource_text\ttarget_text\tevidence\n";

/// Appends text; what must not stand in a field becomes a space.
void append_field(std::string& out, std::string_view text);

/// Appends the line of a bead. Throws Error where it names a segment that is not there.
void append_row(std::string& out, const align::AlignedSide& source, const align::AlignedSide& target,
                const align::Bead& bead);

}  // namespace aligner::interchange

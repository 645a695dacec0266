#pragma once
// The data files that this room carries in the library, made by the build (tungse_embed in aligner/CMakeLists.txt).
// Private.

#include <cstddef>

#include "aligner/text/embedded_file.h"

namespace aligner::anchors {

extern const text::EmbeddedFile bundled_unit_files[];  // corpora/units
extern const std::size_t bundled_unit_files_count;

extern const text::EmbeddedFile bundled_era_files[];  // corpora/eras
extern const std::size_t bundled_era_files_count;

extern const text::EmbeddedFile everyday_name_files[];  // corpora/names
extern const std::size_t everyday_name_files_count;

extern const text::EmbeddedFile han_reading_files[];  // corpora/readings/han_readings.tsv
extern const std::size_t han_reading_files_count;
extern const text::EmbeddedFile old_spelling_files[];  // corpora/readings/old_spellings.tsv
extern const std::size_t old_spelling_files_count;

}  // namespace aligner::anchors

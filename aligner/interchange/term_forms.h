#pragma once
// The forms of a term base one by one. Private to the room.

#include <string>
#include <string_view>

#include "aligner/interchange/termbase_files.h"

namespace aligner::interchange {

enum class TableForm { tsv, csv, xlsx };
enum class TbxVersion { v2, v3 };

WrittenTerms write_term_table(const terms::Termbase& base, TableForm form);
WrittenTerms write_term_json(const terms::Termbase& base);
WrittenTerms write_tbx(const terms::Termbase& base, TbxVersion version);

/// Whether text looks like 2026-03-01T09:30:00Z.
bool is_time(std::string_view text);

/// The first sheet of a workbook, read as CSV is.
ReadTerms parse_term_workbook(std::string_view bytes, const std::string& name);
ReadTerms parse_term_json(std::string_view bytes, const std::string& name);
ReadTerms parse_tbx(std::string_view bytes, const std::string& name);

}  // namespace aligner::interchange

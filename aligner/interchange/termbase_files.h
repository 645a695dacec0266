#pragma once
// Term bases as files: TSV, CSV, XLSX, JSON and TBX, written and read.
//
//   WrittenTerms file = write_termbase(base, TermFormat::tbx);
//   ReadTerms read = parse_termbase(file.bytes, "my.tbx");  // read.base == base, as far as file.losses is empty
//
// tsv, csv  the long form of terms/term_list.h, a term a line; csv quoted after RFC 4180. Without the history.
// xlsx      the same as a workbook; of other workbooks the first sheet is read as any table is.
// json      everything; written for tungse.
// tbx       TBX-Basic v2, ISO 30042:2008, which most tools read.
// tbx3      TBX-Basic v3, ISO 30042:2019, in the style "dca"; "dct" is read too.
// What TBX-Basic has no category for goes into those it has, in a form that comes back: the type of a concept, and
// whether a term is verified, proposed or rejected, are projectSubset ("type: river", "status: proposed"); a relation
// is a crossReference, its kind the text; a change is a transacGrp with its details in notes ("field: status").

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/terms/termbase.h"

namespace aligner::interchange {

enum class TermFormat { tsv, csv, xlsx, json, tbx, tbx3 };

struct WrittenTerms {
  std::string bytes;                // UTF-8
  std::vector<std::string> losses;  // what the form cannot hold and is left out, one sentence each
};

struct ReadTerms {
  terms::Termbase base;
  std::vector<std::string> notes;  // what was read otherwise than it stands, one sentence each
};

/// The whole term base in one form. Throws Error where a text is longer than a cell of a workbook.
WrittenTerms write_termbase(const terms::Termbase& base, TermFormat format);

/// Reads any of the forms, told apart by the first characters; of tables without a tab in the header line, a comma or
/// semicolon makes it CSV. `name` stands for the path in messages. Throws Error naming file, line and remedy, and never
/// reads in part. No entity is expanded, no other file read; bytes beyond `largest_term_file` are refused.
ReadTerms parse_termbase(std::string_view bytes, const std::string& name);
ReadTerms read_termbase(const std::filesystem::path& path);

inline constexpr std::size_t largest_term_file = std::size_t{256} << 20;  // bytes

}  // namespace aligner::interchange

#pragma once
// Private: one maker for each form of pair_writer.h.

#include "aligner/interchange/pair_writer.h"

namespace aligner::interchange {

std::unique_ptr<PairWriter> make_tmx_writer(PairFileHead head, PairSinks sinks);
std::unique_ptr<PairWriter> make_xliff2_writer(PairFileHead head, PairSinks sinks);
std::unique_ptr<PairWriter> make_xliff1_writer(PairFileHead head, PairSinks sinks);
std::unique_ptr<PairWriter> make_table_writer(PairFormat format, PairSinks sinks);  // tsv, csv
std::unique_ptr<PairWriter> make_json_lines_writer(PairSinks sinks);
std::unique_ptr<PairWriter> make_xlsx_writer(PairSinks sinks);
std::unique_ptr<PairWriter> make_moses_writer(PairSinks sinks);

/// Columns of tables before those of field_names().
inline const std::vector<std::string_view>& leading_columns() {
  static const std::vector<std::string_view> names{"source", "target", "source_lang", "target_lang", "id"};
  return names;
}

/// The columns of tables, and a pair's fields in them, as they are.
std::vector<std::string> table_columns();
std::vector<std::string> table_row(const ExchangedPair& pair);

/// "3 pairs ...": nothing where the number is 0.
inline void add_loss(std::vector<std::string>& losses, std::size_t count, const std::string& what) {
  if (count > 0) losses.push_back(std::to_string(count) + " " + what);
}

}  // namespace aligner::interchange

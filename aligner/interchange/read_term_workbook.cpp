// Terms in a workbook: its rows become lines of CSV, so that one reader knows what columns mean.

#include <sstream>

#include "aligner/error.h"
#include "aligner/interchange/sheet_reader.h"
#include "aligner/interchange/term_forms.h"
#include "aligner/text/read_bytes.h"

namespace aligner::interchange {
namespace {

std::string in_quotes(const std::string& field) {
  std::string quoted = "\"";
  for (const char c : field) {
    quoted += c;
    if (c == '"') quoted += '"';
  }
  return quoted + "\"";
}

}  // namespace

ReadTerms parse_term_workbook(std::string_view bytes, const std::string& name) {
  std::istringstream in{std::string(bytes)};
  SheetReader sheet(in, name);
  std::string lines;
  std::size_t count = 0;
  while (const std::optional<SheetRow> row = sheet.next()) {
    for (; count + 1 < row->number; ++count) lines += "\r\n";  // so that messages name the rows
    std::string line;
    for (const std::string& cell : row->cells)
      line += (line.empty() ? "" : ",") + (cell.empty() ? "\"\"" : in_quotes(cell));
    lines += line + "\r\n";
    ++count;
    if (lines.size() > largest_term_file) text::refuse_size(name, largest_term_file);
  }
  if (lines.empty()) throw Error(name + ": its first sheet is empty; give one with a row of names and terms below it");
  return {.base = {.terms = terms::parse_terms_csv(lines, name)}, .notes = sheet.notes()};
}

}  // namespace aligner::interchange

#pragma once
// Private: the rows of a workbook's first sheet (Office Open XML, ISO 29500: .xlsx), one by one.
//
//   SheetReader sheet(in, "pairs.xlsx");
//   while (const std::optional<SheetRow> row = sheet.next()) take(row->cells, row->number);
//   for (const std::string& note : sheet.notes()) warn(note);
//
// Every cell is text: numbers as the file has them. Nothing is evaluated: of a formula the value stands that the
// program that wrote the file had computed. Memory holds one row and the strings that the workbook shares, 512 MiB at
// most.

#include <cstddef>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aligner/interchange/xml_units.h"
#include "aligner/interchange/zip_file.h"

namespace aligner::interchange {

struct SheetRow {
  std::vector<std::string> cells;  // at least as many as the first row has; empty ones too
  std::size_t number = 0;          // 1-based, as a spreadsheet shows it
};

class SheetReader {
 public:
  /// As ZipFile. Throws Error where it holds no workbook.
  SheetReader(std::istream& in, std::string name);

  /// The next row with a cell that is not empty. Throws Error naming row or entry and remedy.
  std::optional<SheetRow> next();

  /// What was left out or taken otherwise than it stands, so far; one sentence each.
  std::vector<std::string> notes() const;

 private:
  std::string find_sheet();
  void read_shared_strings(const std::string& entry);
  std::string text_of_cell(const std::string& type, const std::string& value) const;
  [[noreturn]] void refuse(const std::string& what) const;

  std::string name_;
  ZipFile zip_;
  std::vector<std::string> shared_;
  std::unique_ptr<std::istream> sheet_;
  std::optional<XmlUnits> rows_;
  std::size_t row_ = 0;
  std::size_t width_ = 0;
  std::size_t other_sheets_ = 0;
  std::size_t formulas_ = 0;
  std::size_t faults_ = 0;  // cells like #REF!
};

}  // namespace aligner::interchange

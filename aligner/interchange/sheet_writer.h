#pragma once
// Private: a workbook of one sheet (.xlsx), written row by row, so that memory holds one row.
//
//   SheetWriter sheet({"source", "target", "confidence"});
//   sheet.write({{.text = "Sông."}, {.text = "River."}, {.number = 0.98}});
//   sheet.finish(out);
//
// Texts stay texts, whatever they begin with: "=1+1" is no formula and "1858" no number. The same rows are the same
// bytes at any time. A draft in the folder for temporary files holds them until the end.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/interchange/pair_writer.h"

namespace aligner::interchange {

/// What a sheet can hold: rows, the head among them, and UTF-16 code units in a cell.
inline constexpr std::size_t most_sheet_rows = 1'048'576;
inline constexpr std::size_t longest_cell = 32'767;

struct SheetCell {
  std::string text;              // valid UTF-8
  std::optional<double> number;  // instead of the text
};

/// UTF-16 code units that a text takes in a cell.
std::size_t cell_length(std::string_view text);

class SheetWriter {
 public:
  /// `head` is the first row, in bold letters. Throws Error where no draft can be made.
  explicit SheetWriter(const std::vector<std::string>& head);
  ~SheetWriter();
  SheetWriter(const SheetWriter&) = delete;
  SheetWriter& operator=(const SheetWriter&) = delete;

  /// Throws Error with the remedy where a text is too long, or the sheet is full.
  void write(const std::vector<SheetCell>& row);

  /// Hands the file on, once. Throws Error where it could not be written.
  void finish(const ByteSink& out);

  /// Numbers that a cell holds to sixteen digits only.
  std::size_t rounded_count() const { return rounded_; }

 private:
  struct Workbook;
  std::unique_ptr<Workbook> workbook_;
  std::size_t row_ = 0;
  std::size_t rounded_ = 0;
};

}  // namespace aligner::interchange

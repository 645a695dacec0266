#include "aligner/report/table.h"

#include <algorithm>
#include <string_view>

#include "aligner/report/columns.h"

namespace aligner::report {
namespace {

struct Cell {
  std::string text;
  std::size_t columns = 0;
};

constexpr std::size_t columns_of_dots = 3;

// Numbers and English words, most of a table: a column a byte, nothing to be left out.
bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

Cell make_cell(const std::string& text, std::size_t most) {
  if (is_printable_ascii(text) && (most == 0 || text.size() <= most)) return {text, text.size()};
  Cell cell{plain_text(text), 0};
  cell.columns = column_count(cell.text);
  if (most == 0 || cell.columns <= most) return cell;
  cell.text = shortened(cell.text, most - std::min(most, columns_of_dots));
  cell.columns = column_count(cell.text);
  return cell;
}

std::string write_row(const std::vector<Cell>& cells, const std::vector<TableColumn>& columns,
                      const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string padding(widths[i] - cells[i].columns, ' ');
    const std::string& text = cells[i].text;
    line += (i > 0 ? "  " : "") + (columns[i].edge == Edge::right ? padding + text : text + padding);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

}  // namespace

std::string write_table(const std::vector<std::vector<std::string>>& rows, const std::vector<TableColumn>& columns) {
  std::vector<std::vector<Cell>> cells;
  std::vector<std::size_t> widths(columns.size(), 0);
  for (const std::vector<std::string>& row : rows) {
    std::vector<Cell>& made = cells.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) {
      made.push_back(make_cell(row[i], columns[i].most));
      widths[i] = std::max(widths[i], made.back().columns);
    }
  }
  std::string table;
  for (const std::vector<Cell>& row : cells) table += write_row(row, columns, widths);
  return table;
}

}  // namespace aligner::report

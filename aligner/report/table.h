#pragma once
// Private: rows of cells in columns, for a terminal.
//
//   write_table({{"0", "date", "ngày 16 tháng 5"}, {"12", "name", "界"}}, {{Edge::right}, {}, {.most = 12}});
//   //  0  date  ngày 16 t...
//   // 12  name  界

#include <cstddef>
#include <string>
#include <vector>

namespace aligner::report {

enum class Edge { left, right };

struct TableColumn {
  Edge edge = Edge::left;  // where its cells are flush
  std::size_t most = 0;    // columns of the terminal that a cell may take; longer ones end in "..."; 0: any
};

/// One line a row, two spaces between cells, none at the end of a line. Cells are made harmless first. A row may have
/// fewer cells than there are columns, never more.
std::string write_table(const std::vector<std::vector<std::string>>& rows, const std::vector<TableColumn>& columns);

}  // namespace aligner::report

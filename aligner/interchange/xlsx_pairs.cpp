// Pairs as a workbook: the columns of the tables, a pair a row.

#include <algorithm>
#include <utility>

#include "aligner/interchange/pair_collector.h"
#include "aligner/interchange/pair_fields.h"
#include "aligner/interchange/pair_writers.h"
#include "aligner/interchange/sheet_reader.h"
#include "aligner/interchange/sheet_writer.h"

namespace aligner::interchange {
namespace {

class XlsxWriter : public PairWriter {
 public:
  explicit XlsxWriter(PairSinks sinks) : out_(std::move(sinks.out)), sheet_(table_columns()) {}

  bool write(const ExchangedPair& pair) override {
    const std::vector<std::string>& columns = columns_;
    std::vector<std::string> texts = table_row(pair);
    std::vector<SheetCell> row(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const bool is_number = columns[i] == "confidence" || columns[i] == "cost";
      if (is_number) row[i].number = find_decimal(texts[i]);
      if (columns[i] == "evidence") shorten(texts[i]);
      row[i].text = std::move(texts[i]);
    }
    sheet_.write(row);
    return true;
  }

  void finish() override { sheet_.finish(out_); }

  std::vector<std::string> losses() const override {
    std::vector<std::string> losses;
    add_loss(losses, shortened_, "pairs have more reasons than a cell holds; the strongest are written");
    add_loss(losses, sheet_.rounded_count(), "confidences and costs are rounded to sixteen digits, as cells hold them");
    return losses;
  }

 private:
  // Reasons are a line each, the strongest first. Escapes may make a text a little longer than it is here.
  void shorten(std::string& reasons) {
    constexpr std::size_t enough = longest_cell - longest_cell / 16;
    if (cell_length(reasons) <= enough) return;
    while (cell_length(reasons) > enough && !reasons.empty()) {
      const std::size_t end = reasons.rfind('\n');
      reasons.erase(end == std::string::npos ? 0 : end);
    }
    ++shortened_;
  }

  ByteSink out_;
  std::vector<std::string> columns_ = table_columns();
  SheetWriter sheet_;
  std::size_t shortened_ = 0;
};

}  // namespace

std::unique_ptr<PairWriter> make_xlsx_writer(PairSinks sinks) { return std::make_unique<XlsxWriter>(std::move(sinks)); }

PairsRead read_xlsx_pairs(std::istream& in, PairCollector& pairs, const std::string& name) {
  SheetReader sheet(in, name);
  const RowSink take = make_row_sink(pairs, PairFormat::xlsx);
  while (std::optional<SheetRow> row = sheet.next()) take(std::move(row->cells), row->number);
  PairsRead read = pairs.finish(PairFormat::xlsx);
  for (std::string& note : sheet.notes()) read.notes.push_back(std::move(note));
  return read;
}

}  // namespace aligner::interchange

// Pairs as lines: TSV, CSV, JSON Lines and the two files of Moses.

#include <utility>

#include <nlohmann/json.hpp>

#include "aligner/interchange/backslashes.h"
#include "aligner/interchange/pair_fields.h"
#include "aligner/interchange/pair_writers.h"
#include "aligner/interchange/tsv_fields.h"

namespace aligner::interchange {
namespace {

using Json = nlohmann::ordered_json;

std::string in_quotes(std::string_view field) {
  const bool has_edge = !field.empty() && (field.front() == ' ' || field.back() == ' ');
  if (!has_edge && field.find_first_of(",;\"\r\n\t") == std::string_view::npos) return std::string(field);
  std::string out = "\"";
  for (const char c : field) {
    out += c;
    if (c == '"') out += '"';
  }
  return out + "\"";
}

class TableWriter : public PairWriter {
 public:
  TableWriter(PairFormat format, PairSinks sinks) : is_csv_(format == PairFormat::csv), out_(std::move(sinks.out)) {
    put_row(table_columns());
  }

  bool write(const ExchangedPair& pair) override {
    put_row(table_row(pair));
    return true;
  }

  void finish() override {}
  std::vector<std::string> losses() const override { return {}; }

 private:
  void put_row(const std::vector<std::string>& row) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) line += is_csv_ ? ',' : '\t';
      line += is_csv_ ? in_quotes(row[i]) : with_backslashes(row[i], tsv_backslashes);
    }
    out_(line + (is_csv_ ? "\r\n" : "\n"));
  }

  bool is_csv_;
  ByteSink out_;
};

Json written(const score::Evidence& evidence) {
  return {{"kind", score::to_string(evidence.kind)},
          {"relation", evidence.relation},
          {"weight", evidence.weight},
          {"source", {evidence.source.begin, evidence.source.end}},
          {"target", {evidence.target.begin, evidence.target.end}},
          {"reason", evidence.reason}};
}

class JsonLinesWriter : public PairWriter {
 public:
  explicit JsonLinesWriter(PairSinks sinks) : out_(std::move(sinks.out)) {}

  bool write(const ExchangedPair& pair) override {
    Json line = {{"source", pair.source},
                 {"target", pair.target},
                 {"source_lang", pair.source_language.str()},
                 {"target_lang", pair.target_language.str()}};
    if (!pair.id.empty()) line["id"] = pair.id;
    if (pair.confidence) line["confidence"] = *pair.confidence;
    if (pair.cost) line["cost"] = *pair.cost;
    if (pair.moved) line["moved"] = true;
    for (const PairField& field : fields_of(pair)) {
      const bool has_own_form = line.contains(field.name) || field.name == "evidence" ||
                                field.name == "source_segments" || field.name == "target_segments";
      if (!has_own_form) line[std::string(field.name)] = field.value;
    }
    if (!pair.source_segments.empty()) line["source_segments"] = pair.source_segments;
    if (!pair.target_segments.empty()) line["target_segments"] = pair.target_segments;
    for (const score::Evidence& evidence : pair.evidence) line["evidence"].push_back(written(evidence));
    out_(line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
    return true;
  }

  void finish() override {}
  std::vector<std::string> losses() const override { return {}; }

 private:
  ByteSink out_;
};

class MosesWriter : public PairWriter {
 public:
  explicit MosesWriter(PairSinks sinks) : sinks_(std::move(sinks)) {}

  bool write(const ExchangedPair& pair) override {
    if (pair.source.empty() || pair.target.empty()) {
      ++one_sided_;
      return false;
    }
    ++pair_count_;
    sinks_.out(line_of(pair.source));
    sinks_.target(line_of(pair.target));
    return true;
  }

  void finish() override {}

  std::vector<std::string> losses() const override {
    std::vector<std::string> losses;
    add_loss(losses, pair_count_,
             "pairs are written as their texts alone: lines have no place for confidence, grade, "
             "status, reasons and origin (tmx, xliff, tsv, csv and jsonl have them)");
    add_loss(losses, one_sided_, "passages without a counterpart are left out: every line has one");
    add_loss(losses, changed_, "texts had tabs, line ends or control characters; these became spaces");
    return losses;
  }

 private:
  std::string line_of(const std::string& text) {
    std::string line;
    append_field(line, text);
    if (line != text) ++changed_;
    return line + "\n";
  }

  PairSinks sinks_;
  std::size_t pair_count_ = 0;
  std::size_t one_sided_ = 0;
  std::size_t changed_ = 0;
};

}  // namespace

std::vector<std::string> table_columns() {
  std::vector<std::string> names(leading_columns().begin(), leading_columns().end());
  names.insert(names.end(), field_names().begin(), field_names().end());
  return names;
}

std::vector<std::string> table_row(const ExchangedPair& pair) {
  std::vector<std::string> row{pair.source, pair.target, pair.source_language.str(), pair.target_language.str(),
                               pair.id};
  const std::vector<PairField> fields = fields_of(pair);
  std::size_t next = 0;
  for (const std::string_view name : field_names()) {
    std::string& cell = row.emplace_back();
    for (; next < fields.size() && fields[next].name == name; ++next) {
      if (!cell.empty()) cell += '\n';  // of evidence there may be several
      cell += fields[next].value;
    }
  }
  return row;
}

std::unique_ptr<PairWriter> make_table_writer(PairFormat format, PairSinks sinks) {
  return std::make_unique<TableWriter>(format, std::move(sinks));
}

std::unique_ptr<PairWriter> make_json_lines_writer(PairSinks sinks) {
  return std::make_unique<JsonLinesWriter>(std::move(sinks));
}

std::unique_ptr<PairWriter> make_moses_writer(PairSinks sinks) {
  return std::make_unique<MosesWriter>(std::move(sinks));
}

}  // namespace aligner::interchange

// Tables of pairs, separated by tabs or commas.

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "aligner/error.h"
#include "aligner/interchange/backslashes.h"
#include "aligner/interchange/pair_collector.h"
#include "aligner/interchange/pair_fields.h"
#include "aligner/interchange/pair_writers.h"

namespace aligner::interchange {
namespace {

using Row = std::vector<std::string>;
using Traits = std::char_traits<char>;

constexpr std::size_t largest_row = std::size_t{64} << 20;  // bytes

// Rows of CSV (RFC 4180): a field in quotes may hold anything, line ends too; a quote in it stands twice.
class CsvRows {
 public:
  CsvRows(std::istream& in, char separator, const std::string& name)
      : in_(*in.rdbuf()), separator_(separator), name_(name) {}

  std::size_t line() const { return first_line_; }

  // One empty field for a blank line.
  std::optional<Row> next() {
    first_line_ = line_;
    size_ = 0;
    Row row(1);
    bool is_begun = false;
    bool is_field_begun = false;
    while (const std::optional<char> c = take()) {
      is_begun = true;
      if (*c == '"' && !is_field_begun) {
        take_quoted(row.back());
        is_field_begun = true;
      } else if (*c == separator_) {
        row.emplace_back();
        is_field_begun = false;
      } else if (*c == '\n' || (*c == '\r' && peeks('\n'))) {
        if (*c == '\r') take();
        return row;
      } else {
        row.back() += *c;
        is_field_begun = true;
      }
    }
    return is_begun ? std::optional(std::move(row)) : std::nullopt;
  }

 private:
  [[noreturn]] void refuse(const std::string& what) const {
    throw Error(name_ + ":" + std::to_string(first_line_) + ": " + what);
  }

  std::optional<char> take() {
    const Traits::int_type byte = in_.sbumpc();
    if (Traits::eq_int_type(byte, Traits::eof())) return std::nullopt;
    if (++size_ > largest_row) refuse("has a row of more than 64 MiB; is a quote never closed?");
    if (Traits::to_char_type(byte) == '\n') ++line_;
    return Traits::to_char_type(byte);
  }

  bool peeks(char wanted) const { return Traits::eq_int_type(in_.sgetc(), Traits::to_int_type(wanted)); }
  bool is_at_end() const { return Traits::eq_int_type(in_.sgetc(), Traits::eof()); }

  void take_quoted(std::string& field) {
    while (true) {
      const std::optional<char> c = take();
      if (!c) refuse("a quote is never closed; close it, or write a quote inside a field twice");
      if (*c != '"') {
        field += *c;
      } else if (peeks('"')) {
        field += '"';
        take();
      } else {
        break;
      }
    }
    if (!peeks(separator_) && !peeks('\n') && !peeks('\r') && !is_at_end()) {
      refuse("text follows a closing quote; write a quote inside a field twice");
    }
  }

  std::streambuf& in_;
  char separator_;
  const std::string& name_;
  std::size_t first_line_ = 1;
  std::size_t line_ = 1;
  std::size_t size_ = 0;
};

Row fields_by_tabs(std::string_view line) {
  Row row;
  while (true) {
    const std::size_t tab = line.find('\t');
    row.emplace_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return row;
    line.remove_prefix(tab + 1);
  }
}

// hunalign puts this between segments.
std::string without_seams(std::string text) {
  constexpr std::string_view seam = " ~~~ ";
  for (std::size_t at = text.find(seam); at != std::string::npos; at = text.find(seam, at + 1)) {
    text.replace(at, seam.size(), " ");
  }
  return text;
}

// What the columns mean.
struct Columns {
  std::vector<std::string> names;  // as PairFields have them, or source, target, ...; empty: left out
  bool is_own = false;             // as written by a PairWriter
};

bool has(const Row& row, std::string_view name) { return std::find(row.begin(), row.end(), name) != row.end(); }

// People write "Source" in a spreadsheet.
std::string lower_case(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

std::string known_name(std::string_view written) {
  const std::string name = lower_case(written);
  if (name == "source_text" || name == "src") return "source";
  if (name == "target_text" || name == "tgt" || name == "trg") return "target";
  if (name == "source_indexes") return "source_segments";
  if (name == "target_indexes") return "target_segments";
  const auto is_one_of = [&name](const std::vector<std::string_view>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  return is_one_of(leading_columns()) || is_one_of(field_names()) ? name : "";
}

class TablePairs {
 public:
  TablePairs(PairCollector& pairs, PairFormat format) : pairs_(pairs), format_(format) {}

  void take(Row row, std::size_t line) {
    if (row.size() == 1 && row.front().find_first_not_of(" \r") == std::string::npos) return;
    if (!is_begun_) {
      is_begun_ = true;
      if (take_head(row)) return;
    }
    if (row.size() <= last_needed_) {
      pairs_.refuse(line, "holds too few fields; a line is a segment, a tab or comma, and its counterpart");
    }
    if (columns_.names.empty()) return take_plain(std::move(row), line);
    ExchangedPair pair;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string name = i < columns_.names.size() ? columns_.names[i] : "";
      if (columns_.is_own && format_ == PairFormat::tsv) row[i] = without_backslashes(row[i], tsv_backslashes);
      if (name.empty()) {
        if (!row[i].empty()) pairs_.leave_out("fields of other columns");
      } else {
        set(pair, name, std::move(row[i]), line);
      }
    }
    pairs_.take(std::move(pair), line);
  }

 private:
  // Whether the first row is one of names.
  bool take_head(const Row& row) {
    Row names;
    for (const std::string& field : row) names.push_back(known_name(field));
    const bool is_of_names = has(names, "source") && has(names, "target");
    if (is_of_names) {
      columns_ = {.names = names,
                  .is_own = std::equal(
                      leading_columns().begin(), leading_columns().end(), row.begin(),
                      row.begin() + static_cast<std::ptrdiff_t>(std::min(row.size(), leading_columns().size())))};
      // What align --format tsv writes is for people; its reasons cannot be taken apart again.
      if (has(row, "source_indexes"))
        std::replace(columns_.names.begin(), columns_.names.end(), std::string("evidence"), std::string());
    } else if (!name_by_languages(row)) {
      return false;
    }
    for (std::size_t i = 0; i < columns_.names.size(); ++i) {
      if (columns_.names[i] == "source" || columns_.names[i] == "target") last_needed_ = i;
    }
    return true;
  }

  // "vi,en": a heading where both are the languages given.
  bool name_by_languages(const Row& row) {
    if (!pairs_.source() || !pairs_.target()) return false;
    Row names;
    for (const std::string& field : row) {
      const auto tag = text::LanguageTag::try_parse(field);
      const bool is_source = tag && tag.value() == *pairs_.source();
      const bool is_target = tag && tag.value() == *pairs_.target();
      names.push_back(is_source ? "source" : is_target ? "target" : "");
    }
    if (!has(names, "source") || !has(names, "target")) return false;
    columns_.names = names;
    return true;
  }

  void take_plain(Row row, std::size_t line) {
    ExchangedPair pair{.source = std::move(row[0]), .target = std::move(row[1])};
    if (format_ == PairFormat::hunalign) {
      pair.source = without_seams(std::move(pair.source));
      pair.target = without_seams(std::move(pair.target));
      if (row.size() > 2) pairs_.leave_out("scores of hunalign, which are no probabilities,");
    } else if (row.size() > 2) {
      pairs_.leave_out("fields of other columns", row.size() - 2);
    }
    pairs_.take(std::move(pair), line);
  }

  void set(ExchangedPair& pair, const std::string& name, std::string value, std::size_t line) {
    if (name == "source") {
      pair.source = std::move(value);
    } else if (name == "target") {
      pair.target = std::move(value);
    } else if (name == "id") {
      pair.id = std::move(value);
    } else if (name == "source_lang" || name == "target_lang") {
      set_language(name == "source_lang" ? pair.source_language : pair.target_language, value, line);
    } else if (name == "evidence") {
      for (std::size_t at = 0; at < value.size();) {
        const std::size_t end = std::min(value.find('\n', at), value.size());
        pairs_.set(pair, name, std::string_view(value).substr(at, end - at), line);
        at = end + 1;
      }
    } else if (name == "grade" && value == "moved") {
      pair.moved = true;
    } else {
      pairs_.set(pair, name, value, line);
    }
  }

  void set_language(text::LanguageTag& language, const std::string& value, std::size_t line) {
    if (value.empty()) return;
    const auto tag = text::LanguageTag::try_parse(value);
    if (!tag) pairs_.refuse(line, tag.error().message);
    language = tag.value();
  }

  PairCollector& pairs_;
  PairFormat format_;
  bool is_begun_ = false;
  Columns columns_;
  std::size_t last_needed_ = 1;
};

// Of the first line: a list of a program that separates by semicolons has none of the commas.
char separator_of(std::istream& in) {
  const std::istream::pos_type start = in.tellg();
  std::string line;
  constexpr std::size_t enough = 4096;
  while (line.size() < enough && in.peek() != std::istream::traits_type::eof() && in.peek() != '\n') {
    line += static_cast<char>(in.get());
  }
  in.clear();
  in.seekg(start);
  const bool has_comma = line.find(',') != std::string::npos;
  return !has_comma && line.find(';') != std::string::npos ? ';' : ',';
}

}  // namespace

RowSink make_row_sink(PairCollector& pairs, PairFormat format) {
  const auto table = std::make_shared<TablePairs>(pairs, format);
  return [table](std::vector<std::string> row, std::size_t line) { table->take(std::move(row), line); };
}

PairsRead read_table_pairs(std::istream& in, PairCollector& pairs, PairFormat format, const std::string& name) {
  TablePairs table(pairs, format);
  if (format == PairFormat::csv) {
    CsvRows rows(in, separator_of(in), name);
    while (std::optional<Row> row = rows.next()) table.take(std::move(*row), rows.line());
  } else {
    for (std::size_t line = 1;; ++line) {
      const std::optional<std::string> text = take_line(in, name, line);
      if (!text) break;
      table.take(fields_by_tabs(*text), line);
    }
  }
  return pairs.finish(format);
}

}  // namespace aligner::interchange

// The long form of a term list. A line says one thing: of the concept itself, a definition, an external id, a relation,
// or a term; so that nothing that a concept can have several of must share a field.

#include <map>
#include <string>
#include <vector>

#include "aligner/interchange/backslashes.h"
#include "aligner/interchange/sheet_writer.h"
#include "aligner/interchange/term_forms.h"

namespace aligner::interchange {
namespace {

using terms::Concept;
using terms::Term;

const std::vector<std::string>& columns() {
  static const std::vector<std::string> names{"concept",     "type",        "subject",        "language",
                                              "wording",     "status",      "part_of_speech", "verified",
                                              "source",      "term_source", "definition",     "definition_source",
                                              "external_id", "relation",    "other",          "note"};
  return names;
}

using Line = std::map<std::string, std::string>;  // by column

// Where a field of a TSV would be misread it is written with a backslash, and the first line says so.
std::string escaped(const std::string& field) {
  std::string out = with_backslashes(field, {"\\\t\n\r\f\v", "\\tnrfv"});
  if (out.ends_with(' ')) out.replace(out.size() - 1, 1, "\\s");
  if (out.starts_with(' ')) out.replace(0, 1, "\\s");
  if (out.starts_with('#')) out.insert(0, "\\");
  return out;
}

bool needs_quotes(const std::string& field) {
  if (field.empty()) return false;
  const std::string blank = " \t\f\v";
  return field.find_first_of(",;\"\r\n\t") != std::string::npos || field.front() == '#' ||
         blank.find(field.front()) != std::string::npos || blank.find(field.back()) != std::string::npos;
}

std::string quoted(const std::string& field) {
  if (!needs_quotes(field)) return field;
  std::string out = "\"";
  for (const char c : field) {
    out += c;
    if (c == '"') out += '"';
  }
  return out + "\"";
}

class Writer {
 public:
  explicit Writer(TableForm form) : form_(form) {}

  void write(const Concept& holder) {
    add({{"concept", holder.id},
         {"type", holder.type},
         {"subject", holder.subject},
         {"source", holder.source},
         {"note", holder.note}});
    for (const terms::Definition& one : holder.definitions) {
      add({{"concept", holder.id},
           {"language", one.language.is_undetermined() ? "" : one.language.str()},
           {"definition", one.text},
           {"definition_source", one.source}});
    }
    for (const terms::ExternalId& one : holder.external_ids) {
      add({{"concept", holder.id}, {"external_id", one.scheme + "=" + one.id}});
    }
    for (const Term& term : holder.terms) {
      add({{"concept", holder.id},
           {"language", term.language.str()},
           {"wording", term.wording},
           {"status", to_string(term.status)},
           {"part_of_speech", to_string(term.part_of_speech)},
           {"verified", term.verified ? "yes" : "no"},
           {"term_source", term.source},
           {"note", term.note}});
    }
  }

  // After all concepts, so that each stands where it was first met.
  void write_relations(const Concept& holder) {
    for (const terms::ConceptRelation& one : holder.relations) {
      add({{"concept", holder.id}, {"relation", to_string(one.kind)}, {"other", one.concept_id}});
    }
  }

  // Escapes are declared only where there are any: a simple list stays one that any tool reads.
  std::string bytes() const {
    std::string head;
    for (const std::string& column : columns()) head += (head.empty() ? "" : separator()) + column;
    return (has_escapes_ ? "# tungse: backslash escapes\n" : "") + head + line_end() + lines_;
  }

  std::string workbook() const {
    SheetWriter sheet(columns());
    for (const std::vector<SheetCell>& row : rows_) sheet.write(row);
    std::string bytes;
    sheet.finish([&bytes](std::string_view more) { bytes += more; });
    return bytes;
  }

 private:
  std::string separator() const { return form_ == TableForm::tsv ? "\t" : ","; }
  std::string line_end() const { return form_ == TableForm::tsv ? "\n" : "\r\n"; }

  std::string as_field(const std::string& text) {
    if (form_ == TableForm::csv) return quoted(text);
    std::string field = escaped(text);
    has_escapes_ = has_escapes_ || field != text;
    return field;
  }

  void add(const Line& line) {
    if (form_ == TableForm::xlsx) return add_row(line);
    bool is_first = true;
    for (const std::string& column : columns()) {
      if (!is_first) lines_ += separator();
      is_first = false;
      const auto field = line.find(column);
      if (field != line.end()) lines_ += as_field(field->second);
    }
    lines_ += line_end();
  }

  void add_row(const Line& line) {
    std::vector<SheetCell>& row = rows_.emplace_back();
    for (const std::string& column : columns()) {
      const auto field = line.find(column);
      row.push_back({.text = field == line.end() ? "" : field->second, .number = {}});
    }
  }

  TableForm form_;
  std::string lines_;
  std::vector<std::vector<SheetCell>> rows_;  // of a workbook
  bool has_escapes_ = false;
};

}  // namespace

WrittenTerms write_term_table(const terms::Termbase& base, TableForm form) {
  Writer writer(form);
  for (const Concept& holder : base.terms.concepts()) writer.write(holder);
  for (const Concept& holder : base.terms.concepts()) writer.write_relations(holder);
  WrittenTerms written{.bytes = form == TableForm::xlsx ? writer.workbook() : writer.bytes()};
  if (!base.history.empty()) {
    written.losses.push_back("the history (" + std::to_string(base.history.size()) +
                             " changes) is not in this form; json and tbx have it");
  }
  return written;
}

}  // namespace aligner::interchange

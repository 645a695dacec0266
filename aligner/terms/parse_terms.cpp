// Reads the three forms of term lists. One pass over the lines; the header line says how each is understood.

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "aligner/error.h"
#include "aligner/terms/suggest.h"
#include "aligner/terms/term_list.h"
#include "aligner/text/document.h"
#include "aligner/text/read_bytes.h"
#include "aligner/text/trimmed.h"

namespace aligner::terms {
namespace {

const std::vector<std::string>& long_columns() {
  static const std::vector<std::string> names{"concept",     "type",        "language",   "wording",
                                              "status",      "verified",    "source",     "note",
                                              "subject",     "term_source", "definition", "definition_source",
                                              "external_id", "relation",    "other",      "part_of_speech"};
  return names;
}

const std::vector<std::string>& relation_columns() {
  static const std::vector<std::string> names{"concept", "relation", "other"};
  return names;
}

const std::vector<std::string>& wide_columns() {
  static const std::vector<std::string> names{"concept", "type", "source", "note", "subject", "definition"};
  return names;
}

bool is_one_of(std::string_view name, const std::vector<std::string>& names) {
  for (const std::string& other : names) {
    if (name == other) return true;
  }
  return false;
}

std::vector<std::string_view> cut(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator, begin)) {
    pieces.push_back(text::trimmed(text.substr(begin, at - begin)));
    begin = at + 1;
  }
  pieces.push_back(text::trimmed(text.substr(begin)));
  return pieces;
}

// What a backslash and the letter behind it stand for; '\0' where they stand for themselves.
char unescaped(char letter) {
  constexpr std::string_view letters = "tnrfvs#\\";
  constexpr std::string_view meanings = "\t\n\r\f\v #\\";
  const std::size_t at = letters.find(letter);
  return at == std::string_view::npos ? '\0' : meanings[at];
}

std::string without_escapes(std::string_view field) {
  std::string out;
  for (std::size_t i = 0; i < field.size(); ++i) {
    const char meant = field[i] == '\\' && i + 1 < field.size() ? unescaped(field[i + 1]) : '\0';
    out += meant == '\0' ? field[i] : meant;
    if (meant != '\0') ++i;
  }
  return out;
}

/// What a message quotes of a field: enough to recognise it, never a whole enormous line.
std::string in_quotes(std::string_view text) {
  constexpr std::size_t limit = 60;
  if (text.size() <= limit) return "\"" + std::string(text) + "\"";
  std::size_t end = limit;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
  return "\"" + std::string(text.substr(0, end)) + "...\"";
}

/// Reads one file; every method throws with the place of the line in hand.
class Parser {
 public:
  explicit Parser(std::string name) : name_(std::move(name)) {}

  TermList parse(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    while (!bytes.empty()) {
      const std::size_t end = std::min(bytes.find('\n'), bytes.size());
      const std::string_view line = bytes.substr(0, end);
      bytes.remove_prefix(std::min(end + 1, bytes.size()));
      ++line_;
      if (header_.empty() && text::trimmed(line) == "# tungse: backslash escapes") has_escapes_ = true;
      if (text::trimmed(line).empty() || line.starts_with('#')) continue;
      read_row(fields_of(line));
    }
    return finish();
  }

  TermList parse_csv(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::string_view head = bytes.substr(0, bytes.find('\n'));
    const char separator =
        head.find(',') == std::string_view::npos && head.find(';') != std::string_view::npos ? ';' : ',';
    std::size_t next_line = 1;
    while (!bytes.empty()) {
      line_ = next_line;
      std::vector<std::string> row = take_record(bytes, separator, next_line);
      const bool is_blank = row.size() == 1 && row.front().empty();
      if (!is_blank) read_row(std::move(row));
    }
    return finish();
  }

 private:
  enum class Form { long_form, relations, wide };

  [[noreturn]] void fail(const std::string& what) const {
    throw Error(name_ + ":" + std::to_string(line_) + ": " + what);
  }

  TermList finish() {
    if (header_.empty()) {
      fail(
          "there is no header line; begin with column names, for example \"en<TAB>vi\" or \"concept<TAB>language<TAB>"
          "wording\"");
    }
    return TermList(std::move(concepts_));
  }

  std::vector<std::string> fields_of(std::string_view line) const {
    std::vector<std::string> fields;
    for (const std::string_view field : cut(line, '\t')) {
      fields.push_back(has_escapes_ ? without_escapes(field) : std::string(field));
    }
    return fields;
  }

  // Takes one record off the front, and counts the lines it has.
  std::vector<std::string> take_record(std::string_view& bytes, char separator, std::size_t& next_line) const {
    std::vector<std::string> record;
    while (true) {
      record.push_back(take_field(bytes, separator, next_line));
      const bool goes_on = bytes.starts_with(separator);
      if (goes_on) {
        bytes.remove_prefix(1);
        continue;
      }
      if (bytes.starts_with('\r')) bytes.remove_prefix(1);
      if (bytes.starts_with('\n')) bytes.remove_prefix(1);
      ++next_line;
      return record;
    }
  }

  std::string take_field(std::string_view& bytes, char separator, std::size_t& next_line) const {
    if (!bytes.starts_with('"')) {
      const char ends[] = {separator, '\r', '\n'};
      const std::size_t end = std::min(bytes.find_first_of(std::string_view(ends, 3)), bytes.size());
      const std::string field(text::trimmed(bytes.substr(0, end)));
      bytes.remove_prefix(end);
      return field;
    }
    std::string field;
    for (std::size_t at = 1; at < bytes.size(); ++at) {
      if (bytes[at] == '\n') ++next_line;
      if (bytes[at] != '"') {
        field += bytes[at];
      } else if (at + 1 < bytes.size() && bytes[at + 1] == '"') {
        field += bytes[at++];
      } else {
        bytes.remove_prefix(at + 1);
        const bool is_end =
            bytes.empty() || bytes.front() == separator || bytes.front() == '\r' || bytes.front() == '\n';
        if (!is_end) fail("text follows a closing quote; write a quote inside a field twice");
        return field;
      }
    }
    fail("a quote is never closed; close it, or write a quote inside a field twice");
  }

  void read_row(std::vector<std::string> fields) {
    if (header_.empty()) {
      read_header(fields);
    } else {
      read_line(fields);
    }
  }

  void read_header(const std::vector<std::string>& columns) {
    for (const std::string_view column : columns) {
      if (column.empty()) {
        fail("column " + std::to_string(header_.size() + 1) + " has no name; name it or take the extra tab away");
      }
      header_.emplace_back(column);
    }
    form_ = Form::wide;
    for (const std::string& column : header_) {
      if (column == "relation" || column == "other") form_ = Form::relations;
    }
    for (const std::string& column : header_) {
      if (column == "language" || column == "wording" || column == "status") form_ = Form::long_form;
    }
    for (std::size_t i = 0; i < header_.size(); ++i) {
      if (!column_.emplace(header_[i], i).second) {
        fail("there are two columns " + in_quotes(header_[i]) + "; separate several wordings by \"|\" in one column");
      }
    }
    if (form_ == Form::long_form) return check_columns(long_columns(), {"concept", "language", "wording"});
    if (form_ == Form::relations) return check_columns(relation_columns(), relation_columns());
    read_wide_header();
  }

  void check_columns(const std::vector<std::string>& allowed, const std::vector<std::string>& needed) const {
    for (const std::string& column : header_) {
      if (!is_one_of(column, allowed)) {
        fail("there is no column " + in_quotes(column) + " in this form of list" + suggest(column, allowed));
      }
    }
    for (const std::string& column : needed) {
      if (!column_.contains(column)) fail("the column \"" + column + "\" is missing; add it to the header line");
    }
  }

  void read_wide_header() {
    std::vector<std::string> known = long_columns();
    known.insert(known.end(), relation_columns().begin() + 1, relation_columns().end());
    languages_.resize(header_.size());
    std::size_t language_count = 0;
    for (std::size_t i = 0; i < header_.size(); ++i) {
      if (is_one_of(header_[i], wide_columns())) continue;
      languages_[i] = read_language(header_[i], "column ", known);
      ++language_count;
    }
    if (language_count == 0) {
      fail("no column names a language; add one such as \"en\", or \"language\" and \"wording\"");
    }
  }

  /// Languages are named by two or three letters: longer subtags are well-formed but nearly always a mistake here.
  text::LanguageTag read_language(std::string_view tag, const std::string& what,
                                  const std::vector<std::string>& known) const {
    Result<text::LanguageTag> parsed = text::LanguageTag::try_parse(tag);
    if (parsed && parsed.value().language().size() <= 3) return std::move(parsed).value();
    std::string remedy = suggest(tag, known);
    if (remedy.empty()) remedy = "; write one such as \"en\", \"vi\" or \"zh-Hant\"";
    fail(what + in_quotes(tag) + " is not a BCP 47 language tag" + remedy);
  }

  using Fields = std::vector<std::string>;

  void read_line(const Fields& fields) {
    if (fields.size() > header_.size()) {
      fail("there are " + std::to_string(fields.size()) + " fields where the header names " +
           std::to_string(header_.size()) + "; take the extra tab away or name the column");
    }
    if (form_ == Form::long_form) return read_long_line(fields);
    if (form_ == Form::relations) return read_relation(fields);
    read_wide_line(fields);
  }

  std::string field(const Fields& fields, const std::string& column) const {
    const auto place = column_.find(column);
    if (place == column_.end() || place->second >= fields.size()) return {};
    return fields[place->second];
  }

  std::string needed_field(const Fields& fields, const std::string& column) const {
    std::string value = field(fields, column);
    if (value.empty()) fail("the field \"" + column + "\" is empty; fill it or begin the line with \"#\"");
    return value;
  }

  Concept& concept_named(const std::string& id) {
    const auto [place, is_new] = index_.try_emplace(id, concepts_.size());
    if (is_new) concepts_.push_back({.id = id});
    return concepts_[place->second];
  }

  void read_long_line(const Fields& fields) {
    Concept& holder = concept_named(needed_field(fields, "concept"));
    set_type(holder, field(fields, "type"));
    if (holder.subject.empty()) holder.subject = field(fields, "subject");
    const std::string source = field(fields, "source");
    if (speaks_of_the_concept(fields)) return read_concept_line(holder, fields, source);
    if (holder.source.empty()) holder.source = source;
    Term term;
    term.language = read_language(needed_field(fields, "language"), "language ", {});
    term.wording = needed_field(fields, "wording");
    term.status = read_status(field(fields, "status"));
    term.verified = read_verified(field(fields, "verified"));
    term.note = field(fields, "note");
    term.part_of_speech = read_part_of_speech(field(fields, "part_of_speech"));
    term.source = field(fields, "term_source");
    add_term(holder, std::move(term));
  }

  bool speaks_of_the_concept(const Fields& fields) const {
    if (!field(fields, "wording").empty()) return false;
    return field(fields, "language").empty() || !field(fields, "definition").empty();
  }

  void read_concept_line(Concept& holder, const Fields& fields, const std::string& source) {
    const std::string definition = field(fields, "definition");
    const std::string external_id = field(fields, "external_id");
    const bool says_more = !definition.empty() || !external_id.empty() || !field(fields, "relation").empty();
    const std::string note = field(fields, "note");
    if (!source.empty()) holder.source = source;
    if (!note.empty() || !says_more) holder.note = note;
    if (!definition.empty()) read_definition(holder, fields, definition);
    if (!external_id.empty()) read_external_id(holder, external_id);
    if (!field(fields, "relation").empty()) read_relation(fields);  // `holder` may have moved after that
  }

  void read_definition(Concept& holder, const Fields& fields, const std::string& definition) const {
    const std::string tag = field(fields, "language");
    Definition read{.language = tag.empty() ? text::LanguageTag() : read_language(tag, "language ", {}),
                    .text = definition,
                    .source = field(fields, "definition_source")};
    for (const Definition& one : holder.definitions) {
      if (one == read) return;
      if (one.language == read.language) {
        fail("concept " + in_quotes(holder.id) + " has another definition in " + read.language.str() +
             " further up; keep one of them");
      }
    }
    holder.definitions.push_back(std::move(read));
  }

  void read_external_id(Concept& holder, const std::string& value) const {
    const std::size_t sign = value.find('=');
    const bool is_whole = sign != std::string::npos && sign > 0 && sign + 1 < value.size();
    if (!is_whole) fail("external_id is " + in_quotes(value) + "; write scheme=id, \"wikidata=Q4713\" say");
    const ExternalId id{value.substr(0, sign), value.substr(sign + 1)};
    if (std::find(holder.external_ids.begin(), holder.external_ids.end(), id) == holder.external_ids.end()) {
      holder.external_ids.push_back(id);
    }
  }

  PartOfSpeech read_part_of_speech(const std::string& value) const {
    if (const auto part = find_part_of_speech(value)) return *part;
    const std::string remedy = suggest(value, {"noun", "proper noun", "verb", "adjective", "adverb", "other"});
    fail("part_of_speech " + in_quotes(value) + " is none of noun, proper noun, verb, adjective, adverb, other" +
         remedy);
  }

  void set_type(Concept& holder, const std::string& type) const {
    if (type.empty()) return;
    if (!holder.type.empty() && holder.type != type) {
      fail("concept " + in_quotes(holder.id) + " was of type " + in_quotes(holder.type) + " further up and is " +
           in_quotes(type) + " here; give it one type");
    }
    holder.type = type;
  }

  TermStatus read_status(const std::string& value) const {
    if (value.empty()) return TermStatus::admitted;
    if (const auto status = find_status(value)) return *status;
    const std::string remedy = suggest(value, {"preferred", "admitted", "deprecated", "proposed"});
    fail("status " + in_quotes(value) + " is none of preferred, admitted, deprecated, proposed" + remedy);
  }

  bool read_verified(const std::string& value) const {
    if (value == "yes") return true;
    if (value.empty() || value == "no") return false;
    fail("verified is " + in_quotes(value) + "; write \"yes\" or \"no\"");
  }

  /// A line may stand twice; two lines that contradict each other may not.
  void add_term(Concept& holder, Term term) {
    const std::string key = holder.id + '\t' + term.language.str() + '\t' + term.wording;
    const auto [place, is_new] = seen_.try_emplace(key, Seen{line_, term.status});
    if (is_new) {
      holder.terms.push_back(std::move(term));
      return;
    }
    if (form_ == Form::long_form && place->second.status != term.status) {
      fail("the wording " + in_quotes(term.wording) + " is " + to_string(term.status) + " here and " +
           to_string(place->second.status) + " in line " + std::to_string(place->second.line) + "; keep one of them");
    }
  }

  void read_relation(const Fields& fields) {
    const std::string id = needed_field(fields, "concept");
    const std::string other = needed_field(fields, "other");
    const std::string kind_name = needed_field(fields, "relation");
    const std::optional<RelationKind> kind = find_relation_kind(kind_name);
    if (!kind) {
      std::vector<std::string> names;
      using enum RelationKind;
      for (const RelationKind known :
           {broader, narrower, part_of, has_part, named_after, namesake, successor, predecessor, related}) {
        names.push_back(to_string(known));
      }
      const std::string remedy = suggest(kind_name, names);
      fail("relation " + in_quotes(kind_name) + " is unknown" +
           (remedy.empty() ? "; write one such as \"part of\" or \"related\"" : remedy));
    }
    if (id == other) fail("concept " + in_quotes(id) + " is related to itself; name another one under \"other\"");
    concept_named(other);
    concept_named(id).relations.push_back({other, *kind});
  }

  void read_wide_line(const Fields& fields) {
    std::vector<Term> terms;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (!languages_[i]) continue;
      TermStatus status = TermStatus::preferred;
      for (const std::string_view wording : cut(fields[i], '|')) {
        if (wording.empty()) continue;
        terms.push_back({.language = *languages_[i], .wording = std::string(wording), .status = status});
        status = TermStatus::admitted;
      }
    }
    std::string id = field(fields, "concept");
    if (id.empty() && terms.empty()) fail("the line names nothing; fill a language column or take the line away");
    if (id.empty()) id = terms.front().language.str() + ":" + terms.front().wording;
    Concept& holder = concept_named(id);
    set_type(holder, field(fields, "type"));
    if (holder.source.empty()) holder.source = field(fields, "source");
    if (holder.note.empty()) holder.note = field(fields, "note");
    if (holder.subject.empty()) holder.subject = field(fields, "subject");
    const std::string definition = field(fields, "definition");
    if (!definition.empty()) read_definition(holder, {}, definition);
    for (Term& term : terms) add_term(holder, std::move(term));
  }

  struct Seen {
    std::size_t line;
    TermStatus status;
  };

  std::string name_;
  std::size_t line_ = 0;
  Form form_ = Form::wide;
  bool has_escapes_ = false;
  std::vector<std::string> header_;
  std::map<std::string, std::size_t> column_;                // header name -> place in the line
  std::vector<std::optional<text::LanguageTag>> languages_;  // wide form: of each column, where it names one
  std::vector<Concept> concepts_;
  std::unordered_map<std::string, std::size_t> index_;  // id -> place in concepts_
  std::unordered_map<std::string, Seen> seen_;          // concept, language and wording -> where they stood first
};

}  // namespace

TermList parse_terms(std::string_view bytes, const std::string& name) {
  text::Document::from_utf8(std::string(bytes), {}, name);  // throws where the bytes are no UTF-8
  return Parser(name).parse(bytes);
}

TermList parse_terms_csv(std::string_view bytes, const std::string& name) {
  text::Document::from_utf8(std::string(bytes), {}, name);  // as above
  return Parser(name).parse_csv(bytes);
}

TermList read_terms(const std::filesystem::path& path) {
  if (path == "-")
    return parse_terms(text::read_bytes(path, std::numeric_limits<std::size_t>::max()), text::name_of(path));
  std::error_code unreadable;
  if (std::filesystem::is_directory(path, unreadable)) {
    throw Error(path.string() + ": this is a folder; name a term list inside it");
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(path.string() + ": cannot read the term list; check the name and the permissions");
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return parse_terms(bytes, path.string());
}

}  // namespace aligner::terms

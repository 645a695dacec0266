#include "aligner/interchange/sheet_reader.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

#include <pugixml.hpp>

#include "aligner/error.h"
#include "aligner/interchange/inline_text.h"

namespace aligner::interchange {
namespace {

constexpr std::size_t largest_part = std::size_t{16} << 20;     // bytes of what tells where the sheets are
constexpr std::size_t largest_shared = std::size_t{512} << 20;  // bytes of shared strings
constexpr std::size_t widest = 16384;                           // columns, as spreadsheets have

pugi::xml_node child_named(const pugi::xml_node& parent, std::string_view name) {
  for (const pugi::xml_node& child : parent.children()) {
    if (local_name(child) == name) return child;
  }
  return {};
}

void parse(pugi::xml_document& document, const std::string& xml, const std::string& place) {
  const auto parsed =
      document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (!parsed) throw Error(place + ": is no whole XML (" + parsed.description() + "); save the workbook anew");
}

void skip_mark(std::istream& in) {
  std::streambuf& bytes = *in.rdbuf();
  if (bytes.sgetc() == 0xEF) {
    for (int i = 0; i < 3; ++i) bytes.sbumpc();
  }
}

std::string small_entry(const ZipFile& zip, const std::string& entry, const std::string& name) {
  const auto in = zip.open(entry);
  skip_mark(*in);
  std::string bytes;
  for (std::istreambuf_iterator<char> at(*in), end; at != end; ++at) {
    bytes += *at;
    if (bytes.size() > largest_part) throw Error(name + ": " + entry + " is larger than 16 MiB; save it anew");
  }
  return bytes;
}

int hex_digit(char byte) {
  if (byte >= '0' && byte <= '9') return byte - '0';
  if (byte >= 'A' && byte <= 'F') return byte - 'A' + 10;
  return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

// "_x000D_": a code unit that XML has no place for. Surrogates are none.
std::optional<std::uint32_t> escaped_unit(std::string_view text) {
  if (text.size() < 7 || !text.starts_with("_x") || text[6] != '_') return std::nullopt;
  std::uint32_t unit = 0;
  for (const char byte : text.substr(2, 4)) {
    const int digit = hex_digit(byte);
    if (digit < 0) return std::nullopt;
    unit = unit * 16 + static_cast<std::uint32_t>(digit);
  }
  return unit >= 0xD800 && unit < 0xE000 ? std::nullopt : std::optional(unit);
}

void append_utf8(std::string& out, std::uint32_t unit) {
  if (unit < 0x80) {
    out += static_cast<char>(unit);
  } else if (unit < 0x800) {
    out += static_cast<char>(0xC0U | unit >> 6U);
    out += static_cast<char>(0x80U | (unit & 0x3FU));
  } else {
    out += static_cast<char>(0xE0U | unit >> 12U);
    out += static_cast<char>(0x80U | (unit >> 6U & 0x3FU));
    out += static_cast<char>(0x80U | (unit & 0x3FU));
  }
}

std::string unescaped(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (const auto unit = escaped_unit(text)) {
      append_utf8(out, *unit);
      text.remove_prefix(7);
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

// All text in an element, marked text too.
std::string content_of(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
  }
  return text;
}

// The text of <si> or <is>: runs one after the other, without how words are pronounced (rPh).
std::string text_of(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& child : node.children()) {
    const std::string_view name = local_name(child);
    if (name == "t") text += content_of(child);
    if (name == "r") text += content_of(child_named(child, "t"));
  }
  return unescaped(text);
}

// "AB12" is column 27, counted from 0; none where there are no letters.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  std::size_t letters = 0;
  for (; letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z'; ++letters) {
    if (letters > 3) break;
    column = column * 26 + static_cast<std::size_t>(reference[letters] - 'A' + 1);
  }
  return letters == 0 ? std::nullopt : std::optional(column - 1);
}

std::string folder_of(const std::string& entry) {
  const std::size_t slash = entry.rfind('/');
  return slash == std::string::npos ? "" : entry.substr(0, slash + 1);
}

// Targets of relations are paths from the folder of the part, or from the root of the archive.
std::string resolved(const std::string& folder, const std::string& target) {
  return target.starts_with('/') ? target.substr(1) : folder + target;
}

struct Relation {
  std::string id;
  std::string type;  // its last word: worksheet, sharedStrings, officeDocument
  std::string entry;
};

std::vector<Relation> read_relations(const ZipFile& zip, const std::string& entry, const std::string& folder,
                                     const std::string& name) {
  std::vector<Relation> relations;
  if (!zip.has(entry)) return relations;
  pugi::xml_document document;
  parse(document, small_entry(zip, entry, name), name + ": " + entry);
  for (const pugi::xml_node& one : document.document_element().children()) {
    const std::string type = one.attribute("Type").value();
    relations.push_back({one.attribute("Id").value(), type.substr(type.rfind('/') + 1),
                         resolved(folder, one.attribute("Target").value())});
  }
  return relations;
}

const Relation* find_type(const std::vector<Relation>& relations, std::string_view type) {
  const auto found =
      std::find_if(relations.begin(), relations.end(), [type](const Relation& one) { return one.type == type; });
  return found == relations.end() ? nullptr : &*found;
}

std::string id_of_relation(const pugi::xml_node& sheet) {
  for (const pugi::xml_attribute& one : sheet.attributes()) {
    if (std::string_view(one.name()).ends_with(":id")) return one.value();
  }
  return "";
}

}  // namespace

SheetReader::SheetReader(std::istream& in, std::string name) : name_(std::move(name)), zip_(in, name_) {
  const std::string entry = find_sheet();
  sheet_ = zip_.open(entry);
  skip_mark(*sheet_);
  rows_.emplace(*sheet_, name_ + ": " + entry, std::vector<std::string_view>{"row"});
}

void SheetReader::refuse(const std::string& what) const {
  throw Error(name_ + ":" + std::to_string(row_) + ": " + what);
}

// The first sheet that is one of cells; its workbook's shared strings are read on the way.
std::string SheetReader::find_sheet() {
  const std::vector<Relation> roots = read_relations(zip_, "_rels/.rels", "", name_);
  const Relation* root = find_type(roots, "officeDocument");
  const std::string workbook = root != nullptr ? root->entry : "xl/workbook.xml";
  if (!zip_.has(workbook) || workbook.find(".xml") == std::string::npos) {
    throw Error(name_ + ": is an archive without a workbook of this kind in it; save it as .xlsx");
  }
  const std::string folder = folder_of(workbook);
  const std::vector<Relation> parts =
      read_relations(zip_, folder + "_rels/" + workbook.substr(folder.size()) + ".rels", folder, name_);
  if (const Relation* shared = find_type(parts, "sharedStrings")) read_shared_strings(shared->entry);
  pugi::xml_document document;
  parse(document, small_entry(zip_, workbook, name_), name_ + ": " + workbook);
  std::string first;
  for (const pugi::xml_node& sheet : child_named(document.document_element(), "sheets").children()) {
    const std::string id = id_of_relation(sheet);
    for (const Relation& one : parts) {
      if (one.id != id || one.type != "worksheet") continue;
      if (!first.empty()) ++other_sheets_;
      if (first.empty()) first = one.entry;
    }
  }
  if (first.empty()) throw Error(name_ + ": is a workbook without a sheet of cells; save it as .xlsx");
  return first;
}

void SheetReader::read_shared_strings(const std::string& entry) {
  const auto in = zip_.open(entry);
  skip_mark(*in);
  XmlUnits units(*in, name_ + ": " + entry, {"si"});
  std::size_t size = 0;
  while (const auto unit = units.next()) {
    if (!unit->is_unit) continue;
    pugi::xml_document document;
    parse(document, unit->xml, name_ + ": " + entry);
    shared_.push_back(text_of(document.document_element()));
    size += shared_.back().size() + sizeof(std::string);
    if (size > largest_shared) throw Error(name_ + ": shares more than 512 MiB of texts; split it, or save it as CSV");
  }
}

std::string SheetReader::text_of_cell(const std::string& type, const std::string& value) const {
  if (type == "b") return value == "1" ? "TRUE" : "FALSE";
  if (type == "str") return unescaped(value);
  if (type != "s") return value;
  std::size_t index = 0;
  const bool is_index = !value.empty() && value.size() < 10 &&
                        std::all_of(value.begin(), value.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
  if (is_index) index = std::stoul(value);
  if (!is_index || index >= shared_.size()) refuse("a cell names a text that the workbook has not; save it anew");
  return shared_[index];
}

std::optional<SheetRow> SheetReader::next() {
  while (const auto unit = rows_->next()) {
    if (!unit->is_unit) continue;
    pugi::xml_document document;
    ++row_;
    parse(document, unit->xml, name_ + ": row " + std::to_string(row_));
    const pugi::xml_node element = document.document_element();
    row_ = std::max<std::size_t>(element.attribute("r").as_ullong(row_), 1);
    SheetRow row{.cells = std::vector<std::string>(width_), .number = row_};
    std::size_t column = 0;
    bool has_text = false;
    for (const pugi::xml_node& cell : element.children()) {
      if (local_name(cell) != "c") continue;
      column = column_of(cell.attribute("r").value()).value_or(column);
      if (column >= widest) refuse("has more than 16,384 columns; save it anew");
      const std::string type = cell.attribute("t").value();
      if (child_named(cell, "f")) ++formulas_;
      std::string text = type == "inlineStr" ? text_of(child_named(cell, "is"))
                                             : text_of_cell(type, content_of(child_named(cell, "v")));
      if (type == "e") {
        ++faults_;
        text.clear();
      }
      has_text = has_text || !text.empty();
      if (row.cells.size() <= column) row.cells.resize(column + 1);
      row.cells[column++] = std::move(text);
    }
    if (!has_text) continue;
    if (width_ == 0) width_ = row.cells.size();
    return row;
  }
  return std::nullopt;
}

std::vector<std::string> SheetReader::notes() const {
  std::vector<std::string> notes;
  const auto add = [&](std::size_t count, const std::string& what) {
    if (count > 0) notes.push_back(name_ + ": " + std::to_string(count) + " " + what);
  };
  add(other_sheets_, "other sheets are left out: the first one is read");
  add(formulas_, "cells are formulas: taken is what stood in them when the file was saved, nothing is computed");
  add(faults_, "cells hold an error like #REF! and are taken as empty");
  return notes;
}

}  // namespace aligner::interchange

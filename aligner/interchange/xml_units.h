#pragma once
// Private: a large XML file unit by unit, so that memory holds one unit and not the file.
//
//   XmlUnits parts(in, "memory.tmx");
//   while (const auto part = parts.next()) ...  // <tmx ...>, <header ...>, <body>, then whole <tu>...</tu>
//
// Units are elements called tu, trans-unit or unit, or what the caller says, by whatever prefix. A document type and
// what it declares are passed over: no entity is expanded and no other file read. That elements close in their order is
// checked outside units; what is in them is for the parser that they are given to.

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aligner::interchange {

class XmlUnits {
 public:
  struct Part {
    std::string xml;  // a whole unit, or the start tag of an element around units, closed ("<body/>")
    bool is_unit = false;
    std::size_t line = 0;  // where it begins
  };

  /// `in` must outlive the object and be UTF-8 without a byte order mark. `name` is for messages.
  XmlUnits(std::istream& in, std::string name, std::vector<std::string_view> units = {"tu", "trans-unit", "unit"})
      : in_(*in.rdbuf()), name_(std::move(name)), unit_names_(std::move(units)) {}

  /// The next part; none at the end. Throws Error naming file, line and remedy: an element that is not closed, or a
  /// unit or tag of more than 64 MiB.
  std::optional<Part> next();

 private:
  bool take_token();
  void take_until(std::string_view end);
  void take_tag();
  void take_document_type();
  bool take();
  [[noreturn]] void refuse(const std::string& what) const;
  Part take_unit(const std::string& name);
  void close(std::string_view name);
  bool is_unit_name(std::string_view name) const;

  std::streambuf& in_;
  std::string name_;
  std::vector<std::string_view> unit_names_;
  std::string token_;
  std::size_t line_ = 1;
  std::vector<std::string> open_;  // elements around the place
  bool has_root_ = false;
};

}  // namespace aligner::interchange

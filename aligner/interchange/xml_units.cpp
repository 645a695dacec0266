#include "aligner/interchange/xml_units.h"

#include <algorithm>

#include "aligner/error.h"

namespace aligner::interchange {
namespace {

constexpr std::size_t largest_part = std::size_t{64} << 20;  // bytes
constexpr std::size_t deepest = 256;                         // elements around a unit

using Traits = std::char_traits<char>;

std::string_view name_in(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  return tag.substr(0, std::min(tag.find_first_of(" \t\r\n/>"), tag.size()));
}

bool is_tag(std::string_view token) {
  return token.size() > 1 && token[0] == '<' && token[1] != '!' && token[1] != '?';
}
bool is_end_tag(std::string_view token) { return token.starts_with("</"); }
bool is_closed_tag(std::string_view token) { return token.ends_with("/>"); }

}  // namespace

bool XmlUnits::is_unit_name(std::string_view name) const {
  name.remove_prefix(std::min(name.find(':') + 1, name.size()));  // npos + 1 is 0
  return std::find(unit_names_.begin(), unit_names_.end(), name) != unit_names_.end();
}

void XmlUnits::refuse(const std::string& what) const { throw Error(name_ + ":" + std::to_string(line_) + ": " + what); }

// One more byte of the token.
bool XmlUnits::take() {
  const Traits::int_type byte = in_.sbumpc();
  if (Traits::eq_int_type(byte, Traits::eof())) return false;
  if (token_.size() >= largest_part) refuse("is a unit of more than 64 MiB; export it anew");
  token_ += Traits::to_char_type(byte);
  if (token_.back() == '\n') ++line_;
  return true;
}

void XmlUnits::take_until(std::string_view end) {
  while (take()) {
    if (token_.ends_with(end)) return;
  }
  refuse("is no whole XML (it ends before \"" + std::string(end) + "\"); export it anew");
}

// Behind the first byte of the name. A quoted value may hold ">".
void XmlUnits::take_tag() {
  char quote = token_.back() == '"' || token_.back() == '\'' ? token_.back() : '\0';
  while (token_.back() != '>' || quote != '\0') {
    if (!take()) refuse("is no whole XML (it ends within a tag); export it anew");
    const char c = token_.back();
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    }
  }
}

// Declarations stand in brackets, names of files and texts in quotes. Nothing of it is kept.
void XmlUnits::take_document_type() {
  int depth = 1;
  char quote = '\0';
  while (depth > 0) {
    token_.clear();
    if (!take()) refuse("is no whole XML (its document type does not end); export it anew");
    const char c = token_.back();
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '<') {
      ++depth;
    } else if (c == '>') {
      --depth;
    }
  }
  token_.clear();
}

// A tag, a comment, an instruction, marked text, or the text up to one of them.
bool XmlUnits::take_token() {
  token_.clear();
  if (!take()) return false;
  if (token_.front() != '<') {
    while (!Traits::eq_int_type(in_.sgetc(), Traits::eof()) && Traits::to_char_type(in_.sgetc()) != '<') take();
    return true;
  }
  if (!take()) refuse("is no whole XML (it ends within a tag); export it anew");
  if (token_ == "<?") {
    take_until("?>");
  } else if (token_ == "<!") {
    const auto begins = [this](std::string_view wanted) {
      while (token_.size() < wanted.size() && wanted.starts_with(token_) && take()) {
      }
      return token_ == wanted;
    };
    if (begins("<!--")) {
      take_until("-->");
    } else if (begins("<![CDATA[")) {
      take_until("]]>");
    } else {
      take_document_type();
    }
  } else {
    take_tag();
  }
  return true;
}

XmlUnits::Part XmlUnits::take_unit(const std::string& name) {
  Part unit{.xml = token_,
            .is_unit = true,
            .line = line_ - static_cast<std::size_t>(std::count(token_.begin(), token_.end(), '\n'))};
  std::size_t depth = is_closed_tag(token_) ? 0 : 1;
  while (depth > 0) {
    if (!take_token()) refuse("is no whole XML (a " + name.substr(0, 40) + " is not closed); export it anew");
    if (unit.xml.size() + token_.size() > largest_part) refuse("is a unit of more than 64 MiB; export it anew");
    unit.xml += token_;
    if (!is_tag(token_) || is_closed_tag(token_)) continue;
    depth = is_end_tag(token_) ? depth - 1 : depth + 1;
  }
  return unit;
}

void XmlUnits::close(std::string_view name) {
  if (open_.empty() || open_.back() != name) refuse("is no whole XML (an end tag closes nothing); export it anew");
  open_.pop_back();
}

std::optional<XmlUnits::Part> XmlUnits::next() {
  while (take_token()) {
    if (!is_tag(token_)) {
      const bool is_text = !token_.empty() && token_.front() != '<';
      const bool is_outside = open_.empty() && token_.find_first_not_of(" \t\r\n") != std::string::npos;
      if (is_text && is_outside) refuse("is no XML (text stands outside the elements); export it anew");
      continue;
    }
    const std::string name(name_in(token_));
    if (is_end_tag(token_)) {
      close(name);
      continue;
    }
    if (open_.empty() && has_root_) refuse("is no XML (it has two roots); export it anew");
    has_root_ = true;
    if (is_unit_name(name)) return take_unit(name);
    Part part{.xml = token_, .line = line_};
    if (is_closed_tag(token_)) return part;
    if (open_.size() == deepest) refuse("is nested too deeply; export it anew");
    open_.push_back(name);
    part.xml.insert(part.xml.size() - 1, "/");
    return part;
  }
  if (!open_.empty()) {
    refuse("is no whole XML (\"" + open_.back().substr(0, 40) + "\" is not closed); export it anew");
  }
  if (!has_root_) refuse("holds no element; give another file");
  return std::nullopt;
}

}  // namespace aligner::interchange

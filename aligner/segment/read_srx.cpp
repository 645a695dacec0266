#include <algorithm>
#include <fstream>
#include <iterator>

#include <pugixml.hpp>

#include "aligner/error.h"
#include "aligner/segment/break_rules.h"
#include "aligner/segment/regex.h"
#include "aligner/segment/srx.h"
#include "aligner/text/document.h"
#include "aligner/text/read_bytes.h"

// SRX files come from anywhere. The bytes are checked before the parser sees them (size, UTF-8), a document type is
// refused and nothing in it is expanded, and every expression is compiled once so that mistakes are told with their
// line rather than when the rule is first tried.

namespace aligner::segment {
namespace {

constexpr std::size_t byte_limit = 4u << 20;
constexpr std::size_t rule_limit = 5'000;

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class SrxReader {
 public:
  SrxReader(std::string_view bytes, const std::string& name) : bytes_(bytes), name_(name) {}

  SrxRules read() {
    const pugi::xml_node root = parse();
    const pugi::xml_node header = child(root, "header");
    const pugi::xml_node body = child(root, "body");
    rules_.cascade = yes_or_no(header, "cascade", "no");
    for (const pugi::xml_node& node : child(body, "languagerules")) read_named(node);
    for (const pugi::xml_node& node : child(body, "maprules")) read_map(node);
    return std::move(rules_);
  }

 private:
  [[noreturn]] void fail(std::size_t offset, const std::string& what) const {
    const std::string_view before = bytes_.substr(0, std::min(offset, bytes_.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    throw Error(name_ + ":" + std::to_string(line) + ": " + what);
  }

  [[noreturn]] void fail(const pugi::xml_node& node, const std::string& what) const {
    fail(static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0)), what);
  }

  pugi::xml_node parse() {
    constexpr unsigned flags = pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_doctype;
    const pugi::xml_parse_result result =
        document_.load_buffer(bytes_.data(), bytes_.size(), flags, pugi::encoding_utf8);
    const bool has_doctype = std::any_of(document_.begin(), document_.end(),
                                         [](const pugi::xml_node& node) { return node.type() == pugi::node_doctype; });
    if (has_doctype || result.status == pugi::status_bad_doctype) {
      fail(bytes_.find("<!DOCTYPE"),
           "a document type is not read, because entities can hide in it; remove the "
           "<!DOCTYPE ...> declaration, SRX needs none");
    }
    if (!result) {
      fail(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)),
           std::string("not well-formed XML (") + result.description() + "); is the file complete?");
    }
    const pugi::xml_node root = document_.document_element();
    if (local_name(root) != "srx") {
      fail(root, "the root element is <" + std::string(root.name()) + ">, not <srx>; give an SRX 2.0 file");
    }
    const std::string version = root.attribute("version").value();
    if (version != "2.0") fail(root, "SRX version \"" + version + "\" is not read; convert the rules to version 2.0");
    return root;
  }

  pugi::xml_node child(const pugi::xml_node& parent, const char* name) const {
    for (const pugi::xml_node& node : parent) {
      if (node.type() == pugi::node_element && local_name(node) == name) return node;
    }
    fail(parent, std::string("<") + parent.name() + "> holds no <" + name + ">; SRX 2.0 requires it");
  }

  std::string attribute(const pugi::xml_node& node, const char* name) const {
    const pugi::xml_attribute found_attribute = node.attribute(name);
    if (!found_attribute) {
      fail(node, std::string("<") + node.name() + "> has no " + name + "=\"...\"; SRX 2.0 requires it");
    }
    return found_attribute.value();
  }

  bool yes_or_no(const pugi::xml_node& node, const char* name, const char* otherwise) const {
    const std::string value = node.attribute(name).as_string(otherwise);
    if (value != "yes" && value != "no") {
      fail(node, std::string(name) + "=\"" + value + "\" is neither \"yes\" nor \"no\"");
    }
    return value == "yes";
  }

  // Comments and white space between elements are skipped; any other element is a mistake worth telling.
  bool is_element(const pugi::xml_node& node, const char* name) const {
    if (node.type() != pugi::node_element) return false;
    if (local_name(node) == name) return true;
    fail(node, std::string("<") + node.name() + "> stands where <" + name + "> belongs");
  }

  void read_named(const pugi::xml_node& node) {
    if (!is_element(node, "languagerule")) return;
    SrxNamedRules named{attribute(node, "languagerulename"), {}};
    if (has_rules(named.name)) fail(node, "a second <languagerule> is named \"" + named.name + "\"; rename one");
    for (const pugi::xml_node& rule : node) {
      if (is_element(rule, "rule")) named.rules.push_back(read_rule(rule));
    }
    rules_.named.push_back(std::move(named));
  }

  SrxRule read_rule(const pugi::xml_node& node) {
    if (++rule_count_ > rule_limit) {
      fail(node, "more than " + std::to_string(rule_limit) + " rules; join them with (?:...|...)");
    }
    SrxRule rule;
    rule.breaks = yes_or_no(node, "break", "yes");
    for (const pugi::xml_node& part : node) {
      if (part.type() != pugi::node_element) continue;
      if (local_name(part) == "beforebreak") {
        rule.before = text_of(part);
      } else if (local_name(part) == "afterbreak") {
        rule.after = text_of(part);
      } else {
        fail(part, std::string("<") + part.name() + "> is no part of a rule; use <beforebreak> and <afterbreak>");
      }
    }
    if (rule.before.empty() && rule.after.empty()) {
      fail(node, "the rule says neither what comes before nor what comes after, so it would match everywhere");
    }
    check_rule(node, rule);
    return rule;
  }

  std::string text_of(const pugi::xml_node& node) const {
    std::string text;
    for (const pugi::xml_node& part : node) {
      if (part.type() == pugi::node_element) fail(part, "an element inside an expression; write &lt; for \"<\"");
      if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) text += part.value();
    }
    return text;
  }

  void check_rule(const pugi::xml_node& node, const SrxRule& rule) const {
    try {
      compile_regex(rule.before);
      compile_regex(rule.after);
      const BreakRules compiled({rule});
    } catch (const Error& error) {
      fail(node, error.what());
    }
  }

  bool has_rules(const std::string& name) const {
    return std::any_of(rules_.named.begin(), rules_.named.end(),
                       [&](const SrxNamedRules& named) { return named.name == name; });
  }

  void read_map(const pugi::xml_node& node) {
    if (!is_element(node, "languagemap")) return;
    if (rules_.maps.size() == rule_limit) fail(node, "more than " + std::to_string(rule_limit) + " language maps");
    SrxLanguageMap map{attribute(node, "languagepattern"), attribute(node, "languagerulename")};
    if (!has_rules(map.rule_name)) {
      fail(node, "no <languagerule> is named \"" + map.rule_name + "\"; define it or correct languagerulename");
    }
    try {
      compile_regex(map.pattern);
    } catch (const Error& error) {
      fail(node, error.what());
    }
    rules_.maps.push_back(std::move(map));
  }

  std::string_view bytes_;  // lives as long as the call
  std::string name_;
  pugi::xml_document document_;
  SrxRules rules_;
  std::size_t rule_count_ = 0;
};

void check_size(std::size_t size, const std::string& name) {
  if (size <= byte_limit) return;
  throw Error(name + ": larger than " + std::to_string(byte_limit >> 20) +
              " MiB, which no file of segmentation rules is; give an SRX 2.0 file");
}

}  // namespace

SrxRules read_srx(const std::filesystem::path& path) {
  if (path == "-") return parse_srx(text::read_bytes(path, byte_limit), text::name_of(path));
  const std::string name = path.string();
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) throw Error(name + ": is a directory; give an SRX 2.0 file");
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(name + ": cannot be opened; check the path and the permissions");
  std::string bytes(byte_limit + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (in.bad()) throw Error(name + ": cannot be read to its end");
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return parse_srx(bytes, name);
}

SrxRules parse_srx(std::string_view bytes, const std::string& name) {
  check_size(bytes.size(), name);
  if (bytes.find('\0') != std::string_view::npos) {
    throw Error(name + ": holds zero bytes; save it as UTF-8 (not UTF-16)");
  }
  text::Document::from_utf8(std::string(bytes), {}, name);  // throws with the line where it is not UTF-8
  return SrxReader(bytes, name).read();
}

}  // namespace aligner::segment

#include "aligner/documents/pandoc_tree.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "aligner/error.h"

namespace aligner::documents {
namespace {

using nlohmann::json;

// A quotation in a list in a quotation takes six levels or so.
constexpr std::size_t deepest_nesting = 600;

const PandocNode empty_node;

// {"t": "Para", "c": [...]} becomes {tag "Para", items ...}. Other objects keep their members.
PandocNode compact(PandocNode object) {
  const PandocNode* tag = object.member("t");
  if (tag == nullptr) return object;
  PandocNode node;
  node.tag = tag->at(0).text;
  for (PandocNode& one : object.items) {
    if (one.tag != "c" || one.items.empty()) continue;
    PandocNode& content = one.items.front();
    if (content.tag.empty()) {
      node.text = std::move(content.text);
      node.items = std::move(content.items);
    } else {
      node.items.push_back(std::move(content));
    }
  }
  if (node.tag == "Space" || node.tag == "SoftBreak") {
    node.tag = "Str";
    node.text = " ";
  }
  return node;
}

class TreeBuilder : public nlohmann::json_sax<json> {
 public:
  bool null() override { return add({}); }
  bool boolean(bool value) override { return add_text(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return add_text(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return add_text(std::to_string(value)); }
  bool number_float(number_float_t /*value*/, const string_t& digits) override { return add_text(digits); }
  bool string(string_t& value) override { return add_text(std::move(value)); }
  bool binary(binary_t& /*value*/) override { return add({}); }
  bool start_object(std::size_t /*count*/) override { return open(true); }
  bool key(string_t& name) override {
    open_.back().key = std::move(name);
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t /*count*/) override { return open(false); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t /*at*/, const std::string& /*token*/, const json::exception& /*error*/) override {
    return false;
  }

  bool is_too_deep() const { return is_too_deep_; }
  PandocNode take() { return std::move(root_); }

 private:
  struct Open {
    PandocNode node;
    std::string key;
    bool is_object = false;
  };

  bool open(bool is_object) {
    is_too_deep_ = open_.size() >= deepest_nesting;
    if (!is_too_deep_) open_.push_back({{}, {}, is_object});
    return !is_too_deep_;
  }

  bool close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    return add(done.is_object ? compact(std::move(done.node)) : std::move(done.node));
  }

  bool add_text(std::string text) {
    PandocNode node;
    node.text = std::move(text);
    return add(std::move(node));
  }

  bool add(PandocNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return true;
    }
    Open& parent = open_.back();
    if (parent.is_object) {
      PandocNode member;
      member.tag = std::move(parent.key);
      member.items.push_back(std::move(node));
      parent.node.items.push_back(std::move(member));
      return true;
    }
    std::vector<PandocNode>& items = parent.node.items;
    const bool joins = node.tag == "Str" && !items.empty() && items.back().tag == "Str";
    if (joins) {
      items.back().text += node.text;
    } else {
      items.push_back(std::move(node));
    }
    return true;
  }

  std::vector<Open> open_;
  PandocNode root_;
  bool is_too_deep_ = false;
};

}  // namespace

const PandocNode* PandocNode::member(std::string_view name) const {
  for (const PandocNode& one : items) {
    if (one.tag == name) return &one;
  }
  return nullptr;
}

const PandocNode& PandocNode::at(std::size_t index) const { return index < items.size() ? items[index] : empty_node; }

PandocNode parse_pandoc_tree(std::string_view json_text, const std::string& document) {
  TreeBuilder builder;
  if (json::sax_parse(json_text.begin(), json_text.end(), &builder)) return builder.take();
  throw Error(document + (builder.is_too_deep()
                              ? ": is nested too deeply; save it as plain text"
                              : ": pandoc wrote something that is no JSON; install the Debian package pandoc anew"));
}

}  // namespace aligner::documents

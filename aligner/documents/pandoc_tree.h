#pragma once
// Private: the tree that pandoc writes as JSON, in little memory: words of a paragraph that stand beside each other are
// one node.
//
//   PandocNode root = parse_pandoc_tree(json, "account.docx");
//   root.member("blocks")->items[0];  // tag "Para", items: its inlines

#include <string>
#include <string_view>
#include <vector>

namespace aligner::documents {

struct PandocNode {
  std::string tag;                // "Para"; of a member of an object its name; empty for lists and values
  std::string text;               // of a string or a number, and of "Str", "Space" and "SoftBreak", which become "Str"
  std::vector<PandocNode> items;  // contents

  /// The item of that tag; nullptr where there is none.
  const PandocNode* member(std::string_view name) const;
  /// The item at `index`; an empty node where there is none.
  const PandocNode& at(std::size_t index) const;
};

/// Throws Error naming `document` where the JSON is broken or nested more than a few hundred levels deep.
PandocNode parse_pandoc_tree(std::string_view json, const std::string& document);

}  // namespace aligner::documents

#pragma once
// Manual pages, made of the command line itself.
//
//   const CommandNode tree = read_command_tree(app);
//   write_output(man_page(tree, command_at(tree, {"glossary", "list"})), "tungse-glossary-list.1");
//
// The language is man(7), which groff and mandoc both read. Letters beyond ASCII are written by their code points, so
// that a page needs no encoding, and the date is that of the release: the same program makes the same bytes on every
// day.

#include <string>

#include "tools/cli/command_tree.h"

namespace tungse {

/// The page of one command of the tree.
std::string man_page(const CommandNode& tree, const CommandNode& command);

/// "tungse-glossary-list.1".
std::string man_page_file(const CommandNode& command);

}  // namespace tungse

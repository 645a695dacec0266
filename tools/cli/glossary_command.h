#pragma once
// The group "tungse glossary": each file adds its subcommands, and what they share stands here.
//
//   CLI::App* list = glossary.add_subcommand("list", "...");
//   add_db_option(*list, options->db);

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "aligner/terms/termbase.h"

#include "tools/cli/command.h"

namespace tungse {

/// Each adds its subcommands to the group.
void add_glossary_list_commands(CLI::App& glossary, Job& job);      // list, show
void add_glossary_exchange_commands(CLI::App& glossary, Job& job);  // import, export
void add_glossary_decide_commands(CLI::App& glossary, Job& job);    // add, edit, approve, reject, merge

/// --db FILE, needed.
void add_db_option(CLI::App& command, std::string& db);

struct AuthorOptions {
  std::string by;
  std::string why;
};

/// --by NAME and --why TEXT.
void add_author_options(CLI::App& command, AuthorOptions& options);

/// Who decides now: --by, else the name of the user from the environment (USER, LOGNAME), else from the system. Throws
/// UsageError where there is none.
aligner::terms::Author author_of(const AuthorOptions& options, aligner::terms::ChangeOrigin origin);

/// The one concept a user names by id or by a wording. Throws aligner::Error where there is none, or several.
const aligner::terms::Concept& concept_named(const aligner::terms::Termbase& base, const std::string& words);

/// "vi=hiệp ước" cut at the first "=". Throws UsageError saying what `option` takes where there is none.
struct KeyValue {
  std::string key;
  std::string value;
};
KeyValue key_value_of(const std::string& text, const std::string& option, const std::string& form);

}  // namespace tungse

// tungse glossary: the term base of a project. The group, and what its subcommands share.

#include "tools/cli/glossary_command.h"

#include <cstdlib>

#include <pwd.h>
#include <unistd.h>

#include "aligner/error.h"

#include "tools/cli/output.h"

namespace tungse {

using aligner::terms::Concept;

void add_db_option(CLI::App& command, std::string& db) {
  command.add_option("--db", db, "The project database")->required()->option_text("FILE");
}

void add_author_options(CLI::App& command, AuthorOptions& options) {
  command.add_option("--by", options.by, "Who decides (default: the user's name)")->option_text("NAME");
  command.add_option("--why", options.why, "Why, kept in the history")->option_text("TEXT");
}

aligner::terms::Author author_of(const AuthorOptions& options, aligner::terms::ChangeOrigin origin) {
  std::string by = options.by;
  for (const char* variable : {"USER", "LOGNAME"}) {
    const char* name = std::getenv(variable);
    if (by.empty() && name != nullptr) by = name;
  }
  const passwd* account = by.empty() ? getpwuid(getuid()) : nullptr;  // where the environment says nothing
  if (account != nullptr && account->pw_name != nullptr) by = account->pw_name;
  if (by.empty()) throw UsageError("the history needs to know who decides; give --by NAME");
  return {.origin = origin, .by = by, .at = now_utc(), .why = options.why};
}

const Concept& concept_named(const aligner::terms::Termbase& base, const std::string& words) {
  const std::vector<std::size_t> found = find_concepts(base, words);
  if (found.empty()) {
    throw aligner::Error("there is no concept and no term \"" + words + "\"; look with glossary list");
  }
  if (found.size() == 1) return base.terms.concepts()[found.front()];
  std::string names;
  for (const std::size_t i : found) names += (names.empty() ? "" : ", ") + base.terms.concepts()[i].id;
  throw aligner::Error("\"" + words + "\" is a term of several concepts (" + names + "); give the id of one of them");
}

KeyValue key_value_of(const std::string& text, const std::string& option, const std::string& form) {
  const std::size_t sign = text.find('=');
  const bool is_whole = sign != std::string::npos && sign > 0 && sign + 1 < text.size();
  if (!is_whole) throw UsageError(option + " takes " + form + ", not \"" + text + "\"");
  return {text.substr(0, sign), text.substr(sign + 1)};
}

void add_glossary_command(CLI::App& app, Job& job) {
  CLI::App* glossary = app.add_subcommand("glossary", "The terms of a project: look, decide, bring in and take out");
  glossary->require_subcommand(1);
  glossary->footer("CONCEPT is an id; TERM a wording that only one concept has. More: tungse glossary COMMAND --help");
  add_glossary_build(*glossary, job);
  add_glossary_list_commands(*glossary, job);
  add_glossary_usage(*glossary, job);
  add_glossary_decide_commands(*glossary, job);
  add_glossary_exchange_commands(*glossary, job);
}

}  // namespace tungse

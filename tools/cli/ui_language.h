#pragma once
// The language in which the user is spoken to: --ui-lang, else the environment's.
//
//   add_ui_language(*report, options->ui_language);  // adds the option; options->language is set from the environment

#include <CLI/CLI.hpp>

#include "aligner/messages/language.h"

namespace tungse {

/// Reports are in it; JSON, exchange formats, help and errors are not, for scripts read them. A language that there is
/// no catalogue for is refused where the option names it, and English where the environment does.
void add_ui_language(CLI::App& command, aligner::messages::Language& language);

}  // namespace tungse

#include "tools/cli/ui_language.h"

#include <cstdlib>
#include <string>

namespace tungse {
namespace {

namespace messages = aligner::messages;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

messages::Language language_of_environment() {
  return messages::language_for({.language = variable("LANGUAGE"),
                                 .lc_all = variable("LC_ALL"),
                                 .lc_messages = variable("LC_MESSAGES"),
                                 .lang = variable("LANG")});
}

}  // namespace

void add_ui_language(CLI::App& command, messages::Language& language) {
  language = language_of_environment();
  command
      .add_option_function<std::string>(
          "--ui-lang", [&language](const std::string& code) { language = *messages::find_language(code); },
          "Language of what is printed for people: en, vi or ru (default: the environment's)")
      ->check(CLI::IsMember(messages::language_codes()))
      ->option_text("L");
}

}  // namespace tungse

#pragma once
// The forms of documents on the command line: --from, --source-from, --target-from.
//
//   SideForms forms;
//   add_side_forms(*command, forms);
//   side_of(path, language, encoding, forms.of_source());

#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "aligner/documents/format.h"

namespace tungse {

struct SideForms {
  std::string both;
  std::string source;
  std::string target;

  const std::string& of_source() const { return source.empty() ? both : source; }
  const std::string& of_target() const { return target.empty() ? both : target; }
};

/// Of a command that reads two texts.
void add_side_forms(CLI::App& command, SideForms& forms);

/// Of a command that reads one.
void add_form(CLI::App& command, std::string& form);

/// Of a name that the command line has checked; nothing for "".
std::optional<aligner::documents::DocumentFormat> format_named(const std::string& name);

}  // namespace tungse

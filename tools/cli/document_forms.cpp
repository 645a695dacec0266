#include "tools/cli/document_forms.h"

namespace tungse {
namespace {

void add(CLI::App& command, const std::string& option, std::string& form, const std::string& what) {
  command.add_option(option, form, what)->check(CLI::IsMember(aligner::documents::format_names()))->option_text("F");
}

}  // namespace

void add_side_forms(CLI::App& command, SideForms& forms) {
  add(command, "--from", forms.both,
      "What both files are: text, docx, odt, html, epub, pdf, po, srt, vtt (default: told)");
  add(command, "--source-from", forms.source, "What the source is");
  add(command, "--target-from", forms.target, "What the target is");
}

void add_form(CLI::App& command, std::string& form) {
  add(command, "--from", form, "What the file is: text, docx, odt, html, epub, pdf, po, srt, vtt (default: told)");
}

std::optional<aligner::documents::DocumentFormat> format_named(const std::string& name) {
  return aligner::documents::parse_format(name);
}

}  // namespace tungse

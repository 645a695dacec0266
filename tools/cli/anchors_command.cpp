// tungse anchors: every date, number, name and term of a text.

#include <algorithm>
#include <array>
#include <memory>

#include "aligner/pipeline/anchor_texts.h"
#include "aligner/report/anchors_report.h"

#include "tools/cli/batch.h"
#include "tools/cli/command.h"
#include "tools/cli/document_forms.h"
#include "tools/cli/output.h"
#include "tools/cli/terminal.h"
#include "tools/cli/ui_language.h"

namespace tungse {
namespace {

using aligner::anchors::AnchorKind;
namespace pipeline = aligner::pipeline;

struct AnchorsOptions {
  std::string file;
  std::string language;
  std::string encoding;
  std::string form;
  std::string srx;
  std::string output;
  std::vector<std::string> terms;
  std::vector<std::string> kinds;
  bool segmented = false;
  bool no_bundled_terms = false;
  bool json = false;
  bool quiet = false;
  aligner::messages::Language ui_language = aligner::messages::Language::english;
};

constexpr std::array<AnchorKind, 4> every_kind = {AnchorKind::date, AnchorKind::number, AnchorKind::name,
                                                  AnchorKind::term};

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (const AnchorKind kind : every_kind) names.push_back(to_string(kind));
  return names;
}

pipeline::AnchorSettings settings_of(const AnchorsOptions& options) {
  pipeline::AnchorSettings settings;
  if (options.segmented) settings.form = pipeline::InputForm::segment_per_line;
  if (options.no_bundled_terms) settings.bundled_terms = pipeline::BundledTerms::leave;
  if (!options.srx.empty()) settings.srx = options.srx;
  settings.term_lists.assign(options.terms.begin(), options.terms.end());
  for (const AnchorKind kind : every_kind) {
    const bool is_wanted =
        std::find(options.kinds.begin(), options.kinds.end(), to_string(kind)) != options.kinds.end();
    if (is_wanted) settings.kinds.push_back(kind);
  }
  return settings;
}

pipeline::SideInput input_of(const AnchorsOptions& options) {
  return side_of(options.file, options.language, options.encoding, options.form);
}

int run(const AnchorsOptions& options) {
  if (is_same_file(options.output, options.file)) {
    throw UsageError(options.output + " is the text; name another place with --output");
  }
  const pipeline::AnchorReader reader(settings_of(options));
  const pipeline::AnchoredFile file = reader.read_file(input_of(options));
  stop_if_interrupted();
  if (!options.quiet) {
    for (const std::string& note : file.side.notes) say("tungse: " + note);
    if (file.anchors.empty()) say("tungse: " + file.side.document.name() + ": no anchors");
  }
  write_output(options.json
                   ? aligner::report::anchors_json(file.side, file.anchors, reader.terms())
                   : aligner::report::anchors_table(file.side, file.anchors, reader.terms(),
                                                    {.width = terminal_width(), .language = options.ui_language}),
               options.output);
  return exit_fine;
}

}  // namespace

void add_anchors_command(CLI::App& app, Job& job) {
  CLI::App* anchors = app.add_subcommand("anchors", "List every date, number, name and term of a text");
  const auto options = std::make_shared<AnchorsOptions>();
  anchors->footer(
      "One line each: segment (from 0), bytes, kind, the words, the normalised form (and what else is known).\n"
      "Bytes are offsets into the text in UTF-8, the second one behind the end, whatever encoding the file is in;\n"
      "a byte order mark is not counted.");
  anchors->add_option("file", options->file, "The text (\"-\": standard input)")->required()->option_text("FILE");
  anchors->add_option("--lang", options->language, "Language, BCP 47; detected where absent")->option_text("T");
  anchors->add_option("--encoding", options->encoding, "Encoding; detected where absent")->option_text("E");
  add_form(*anchors, options->form);
  anchors->add_option("--kind", options->kinds, "Only this kind: date, number, name or term; may be repeated")
      ->check(CLI::IsMember(kind_names()))
      ->option_text("K")
      ->allow_extra_args(false);
  anchors->add_flag("--segmented", options->segmented, "Input is one segment per line: do not re-segment");
  anchors->add_option("--srx", options->srx, "Segmentation rules in SRX 2.0 instead of the bundled ones")
      ->option_text("FILE");
  anchors->add_option("--terms", options->terms, "Term list, may be repeated")
      ->option_text("FILE")
      ->allow_extra_args(false);
  anchors->add_flag("--no-bundled-terms", options->no_bundled_terms, "Leave the bundled term list out");
  anchors->add_option("--output", options->output, "Write here instead of standard output")->option_text("FILE");
  anchors->add_flag("--json", options->json, "Values too, as JSON");
  anchors->add_flag("--quiet", options->quiet, "No notes on standard error");
  add_ui_language(*anchors, options->ui_language);
  anchors->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace tungse

// tungse match: how the anchors of two passages relate.

#include <memory>

#include "aligner/pipeline/anchor_texts.h"
#include "aligner/report/match_report.h"

#include "tools/cli/command.h"
#include "tools/cli/output.h"
#include "tools/cli/terminal.h"
#include "tools/cli/ui_language.h"

namespace tungse {
namespace {

namespace pipeline = aligner::pipeline;
namespace report = aligner::report;

struct MatchOptions {
  std::string source;
  std::string target;
  std::string source_language;
  std::string target_language;
  std::string output;
  std::vector<std::string> terms;
  bool no_bundled_terms = false;
  bool json = false;
  aligner::messages::Language ui_language = aligner::messages::Language::english;
};

pipeline::PassageInput passage_of(const std::string& text, const std::string& name, const std::string& language,
                                  const std::string& option) {
  if (language.empty()) throw UsageError("a passage is too short to tell its language; give " + option);
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
    throw UsageError(name + " is empty; give the passage itself, in quotes, or - for standard input");
  }
  return {text, language_of(language), text == "-"};
}

int run(const MatchOptions& options) {
  if (options.source == "-" && options.target == "-") {
    throw UsageError("only one of TEXT1 and TEXT2 can be standard input");
  }
  const auto source = passage_of(options.source, "TEXT1", options.source_language, "--source-lang");
  const auto target = passage_of(options.target, "TEXT2", options.target_language, "--target-lang");
  pipeline::AnchorSettings settings;
  if (options.no_bundled_terms) settings.bundled_terms = pipeline::BundledTerms::leave;
  settings.term_lists.assign(options.terms.begin(), options.terms.end());
  const pipeline::AnchorReader reader(settings);
  const pipeline::MatchedPassages both = reader.match(source, target);
  stop_if_interrupted();
  const report::AnchoredPassage left{both.source.side, both.source.anchors};
  const report::AnchoredPassage right{both.target.side, both.target.anchors};
  write_output(options.json ? report::match_json(left, right, both.pairs, reader.terms())
                            : report::match_table(left, right, both.pairs, reader.terms(),
                                                  {.width = terminal_width(), .language = options.ui_language}),
               options.output);
  return exit_fine;
}

}  // namespace

void add_match_command(CLI::App& app, Job& job) {
  CLI::App* match = app.add_subcommand("match", "Say how the dates, numbers, names and terms of two passages relate");
  const auto options = std::make_shared<MatchOptions>();
  match->footer(
      "A passage is the text itself, in quotes; put -- before one that begins with a hyphen. A line of it is a "
      "segment.\n"
      "Printed are the pairs, best first: score (0 to 1), relation, both wordings, reason; then what has no "
      "counterpart.");
  match->add_option("source", options->source, "A passage (\"-\": standard input)")->required()->option_text("TEXT1");
  match->add_option("target", options->target, "Another passage")->required()->option_text("TEXT2");
  match->add_option("--source-lang", options->source_language, "Language of TEXT1, BCP 47; needed")->option_text("T");
  match->add_option("--target-lang", options->target_language, "Language of TEXT2; needed")->option_text("T");
  match->add_option("--terms", options->terms, "Term list, may be repeated")
      ->option_text("FILE")
      ->allow_extra_args(false);
  match->add_flag("--no-bundled-terms", options->no_bundled_terms, "Leave the bundled term list out");
  match->add_option("--output", options->output, "Write here instead of standard output")->option_text("FILE");
  match->add_flag("--json", options->json, "Everything as JSON");
  add_ui_language(*match, options->ui_language);
  match->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace tungse

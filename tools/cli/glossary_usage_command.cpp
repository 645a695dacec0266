// tungse glossary usage: which wordings of each concept the texts of a project have, and what does not agree.

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "aligner/pipeline/build_glossary.h"
#include "aligner/report/usage_report.h"
#include "aligner/store/project_database.h"
#include "aligner/text/folded_text.h"

#include "tools/cli/command.h"
#include "tools/cli/output.h"
#include "tools/cli/terminal.h"
#include "tools/cli/ui_language.h"

namespace tungse {
namespace {

namespace terms = aligner::terms;

struct UsageCommandOptions {
  std::string db;
  std::string words;  // a concept's id or one of its wordings; empty: all
  std::string format = "table";
  std::string output;
  double min_likelihood = 0.2;
  aligner::messages::Language ui_language = aligner::messages::Language::english;
};

// The concepts that a person may mean: by id, else by a wording in any language.
std::vector<std::string> concepts_named(const terms::TermList& list, const std::string& words) {
  if (list.find(words) != nullptr) return {words};
  std::vector<std::string> ids;
  const std::string wanted = aligner::text::fold(words);
  for (const terms::Concept& one : list.concepts()) {
    const bool has_it = std::any_of(one.terms.begin(), one.terms.end(), [&wanted](const terms::Term& term) {
      return aligner::text::fold(term.wording) == wanted;
    });
    if (has_it) ids.push_back(one.id);
  }
  if (ids.empty()) {
    throw aligner::Error("no concept is called \"" + words + "\"; tungse glossary usage without a name shows all");
  }
  return ids;
}

int run(const UsageCommandOptions& options) {
  using aligner::store::OpenMode;
  const auto project = aligner::store::ProjectDatabase::open(options.db, OpenMode::read_only);
  const terms::TermList list = project.load_terms();
  aligner::report::UsageReportOptions report{.width = terminal_width(), .language = options.ui_language};
  if (!options.words.empty()) {
    report.concept_ids = concepts_named(list, options.words);
    report.findings_each = 0;
  }
  const auto usage = aligner::pipeline::find_usage(project, list, {.smallest_likelihood = options.min_likelihood});
  stop_if_interrupted();
  const std::string text = options.format == "json"  ? aligner::report::usage_json(usage, list, report)
                           : options.format == "tsv" ? aligner::report::usage_tsv(usage, list, report)
                                                     : aligner::report::usage_table(usage, list, report);
  write_output(text, options.output);
  return exit_fine;
}

}  // namespace

void add_glossary_usage(CLI::App& glossary, Job& job) {
  CLI::App* usage = glossary.add_subcommand("usage", "Show which wordings the texts have, and what does not agree");
  const auto options = std::make_shared<UsageCommandOptions>();
  usage->add_option("concept", options->words, "Only this concept: its id, or a wording in any language")
      ->option_text("CONCEPT|TERM");
  usage->add_option("--db", options->db, "The project database")->required()->option_text("FILE");
  usage->add_option("--format", options->format, "table (default), tsv or json")
      ->check(CLI::IsMember({"table", "tsv", "json"}))
      ->option_text("F");
  usage
      ->add_option("--min-likelihood", options->min_likelihood,
                   "Leave out findings less likely to be faults (default: 0.2)")
      ->check(CLI::Range(0.0, 1.0))
      ->option_text("P");
  usage->add_option("--output", options->output, "Write here instead of standard output")->option_text("FILE");
  add_json_flag(*usage, options->format);
  add_ui_language(*usage, options->ui_language);
  usage->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace tungse

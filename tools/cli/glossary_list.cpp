// tungse glossary list, tungse glossary show: what the term base holds.

#include <algorithm>
#include <map>
#include <memory>

#include "aligner/report/concept_page.h"
#include "aligner/report/term_table.h"
#include "aligner/store/project_database.h"

#include "tools/cli/glossary_command.h"
#include "tools/cli/output.h"
#include "tools/cli/terminal.h"
#include "tools/cli/ui_language.h"

namespace tungse {
namespace {

namespace report = aligner::report;
namespace store = aligner::store;
namespace terms = aligner::terms;

struct ListOptions {
  std::string db;
  std::vector<std::string> languages;
  std::string status;
  std::string format = "table";
  std::string output;
  aligner::messages::Language ui_language = aligner::messages::Language::english;
};

struct ShowOptions {
  std::string db;
  std::string words;
  std::string output;
  std::size_t contexts = 5;
  aligner::messages::Language ui_language = aligner::messages::Language::english;
  bool json = false;
};

report::TermFigures figures_of(const store::ProjectDatabase& project) {
  report::TermFigures figures;
  for (const store::TermCount& one : project.count_occurrences()) {
    figures.counts[report::term_key(one.concept_id, {.language = one.language, .wording = one.wording})] = one.count;
  }
  for (const aligner::glossary::Proposal& one : project.load_proposals()) {
    double& score = figures.scores[one.concept_id];
    score = std::max(score, one.score);
    // Terms that are proposed are not looked for in texts: the contexts of the proposal are all that is known.
    for (const auto* side : {&one.source, &one.target}) {
      for (const auto& variant : *side) {
        std::size_t& count =
            figures
                .counts[report::term_key(one.concept_id, {.language = variant.language, .wording = variant.wording})];
        count = std::max(count, variant.count);
      }
    }
  }
  return figures;
}

int list(const ListOptions& options) {
  report::TermTableOptions table{
      .status = terms::find_status(options.status), .width = terminal_width(), .language = options.ui_language};
  for (const std::string& tag : options.languages) table.languages.push_back(language_of(tag));
  const auto project = store::ProjectDatabase::open(options.db, store::OpenMode::read_only);
  const terms::TermList list = project.load_terms();
  const report::TermFigures figures = figures_of(project);
  if (options.format == "json") {
    write_output(report::term_table_json(list, figures, table), options.output);
  } else if (options.format == "tsv") {
    write_output(report::term_table_tsv(list, figures, table), options.output);
  } else {
    write_output(report::term_table(list, figures, table), options.output);
  }
  return exit_fine;
}

report::ShownContext shown(const store::TermContext& context) {
  return {context.document, context.before, context.found, context.after};
}

int show(const ShowOptions& options) {
  const auto project = store::ProjectDatabase::open(options.db, store::OpenMode::read_only);
  const terms::Termbase base = project.load_termbase();
  report::ConceptPage page{.shown = concept_named(base, options.words), .figures = figures_of(project)};
  for (const auto& one : project.find_contexts(page.shown.id, options.contexts)) page.contexts.push_back(shown(one));
  for (const auto& one : project.find_pair_contexts(page.shown.id, options.contexts)) {
    page.pairs.push_back({shown(one.source), shown(one.target), one.weight});
  }
  const auto merged = terms::merged_ids(base.history);
  for (const terms::Change& change : base.history) {
    const auto into = merged.find(change.concept_id);
    const bool is_of_it = change.concept_id == page.shown.id || (into != merged.end() && into->second == page.shown.id);
    if (is_of_it) page.history.push_back(change);
  }
  write_output(options.json ? report::concept_page_json(page)
                            : report::concept_page(page, base.terms,
                                                   {.width = terminal_width(), .language = options.ui_language}),
               options.output);
  return exit_fine;
}

void add_list(CLI::App& glossary, Job& job) {
  CLI::App* list_command = glossary.add_subcommand("list", "List the concepts, a column for each language");
  const auto options = std::make_shared<ListOptions>();
  add_db_option(*list_command, options->db);
  list_command->add_option("--lang", options->languages, "Only terms in this language, may be repeated")
      ->option_text("T")
      ->allow_extra_args(false);
  list_command->add_option("--status", options->status, "Only concepts with a term of this status")
      ->check(CLI::IsMember({"preferred", "admitted", "deprecated", "proposed", "rejected"}))
      ->option_text("S");
  list_command->add_option("--format", options->format, "table (default), tsv or json")
      ->check(CLI::IsMember({"table", "tsv", "json"}))
      ->option_text("F");
  list_command->add_option("--output", options->output, "Write here instead of standard output")->option_text("FILE");
  add_json_flag(*list_command, options->format);
  list_command->footer("In the table \"?\" marks proposed terms, \"\u2020\" deprecated and \"\u00D7\" rejected ones.");
  add_ui_language(*list_command, options->ui_language);
  list_command->callback([options, &job] { job = [options] { return list(*options); }; });
}

void add_show(CLI::App& glossary, Job& job) {
  CLI::App* show_command = glossary.add_subcommand("show", "Show all that is known about a concept");
  const auto options = std::make_shared<ShowOptions>();
  show_command->add_option("concept", options->words, "Its id, or one of its terms")
      ->required()
      ->option_text("CONCEPT|TERM");
  add_db_option(*show_command, options->db);
  show_command->add_option("--contexts", options->contexts, "How many places in the texts are shown (default 5)")
      ->check(CLI::Range(0, 1'000'000))
      ->option_text("N");
  show_command->add_option("--output", options->output, "Write here instead of standard output")->option_text("FILE");
  show_command->add_flag("--json", options->json, "As JSON");
  add_ui_language(*show_command, options->ui_language);
  show_command->callback([options, &job] { job = [options] { return show(*options); }; });
}

}  // namespace

void add_glossary_list_commands(CLI::App& glossary, Job& job) {
  add_list(glossary, job);
  add_show(glossary, job);
}

}  // namespace tungse

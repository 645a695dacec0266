// tungse glossary build: proposes pairs of terms out of the aligned texts of a project database, and keeps them there.

#include <memory>
#include <string>
#include <vector>

#include "aligner/messages/speaker.h"
#include "aligner/pipeline/build_glossary.h"
#include "aligner/report/proposals_report.h"
#include "aligner/store/project_database.h"

#include "tools/cli/command.h"
#include "tools/cli/knowledge.h"
#include "tools/cli/output.h"
#include "tools/cli/terminal.h"
#include "tools/cli/ui_language.h"

namespace tungse {
namespace {

struct BuildOptions {
  std::string db;
  std::string format = "table";
  std::string output;
  std::vector<std::string> with_languages;
  std::size_t min_count = 2;
  std::size_t limit = 1000;
  std::size_t show = 20;
  unsigned threads = 0;
  bool no_seed_lexicon = false;
  bool quiet = false;
  aligner::messages::Language ui_language = aligner::messages::Language::english;
};

std::string render(const aligner::pipeline::GlossaryBuild& build, const aligner::terms::TermList& terms,
                   const BuildOptions& options) {
  aligner::report::ProposalsOptions report{
      .width = terminal_width(), .most = options.show, .language = options.ui_language};
  for (const std::string& tag : options.with_languages) report.term_base.push_back(language_of(tag));
  if (options.format == "json") return aligner::report::proposals_json(build.proposals, report);
  if (options.format == "tsv") return aligner::report::proposals_tsv(build.proposals, terms, report);
  return aligner::report::proposals_table(build.proposals, terms, report);
}

std::string summary_of(const aligner::pipeline::GlossaryBuild& build, const aligner::store::ProposalCounts& counts,
                       const aligner::messages::Speaker& speaker) {
  std::string line = speaker.tell(
      "read {} pairs of {} alignments; proposed {} pairs of terms: {} new concepts, {} new terms, {} known",
      build.pairs, build.alignments, build.proposals.size(), counts.new_concepts, counts.new_terms, counts.known);
  if (counts.rejected > 0) line += ", " + speaker.tell("{} rejected before", counts.rejected);
  if (counts.withdrawn_terms > 0) line += "; " + speaker.tell("withdrew {} terms", counts.withdrawn_terms);
  return line;
}

int run(const BuildOptions& options) {
  using aligner::store::OpenMode;
  auto project = aligner::store::ProjectDatabase::open(options.db, OpenMode::open_existing);
  aligner::glossary::ProposeOptions propose;
  propose.min_count = options.min_count;
  propose.most_proposals = options.limit;
  propose.threads = thread_count(options.threads);
  if (options.no_seed_lexicon) propose.seed_words = aligner::glossary::SeedWords::leave;
  propose.progress = progress_line("building the glossary", options.quiet);
  const aligner::pipeline::GlossaryBuild build = aligner::pipeline::build_glossary(project, propose);
  clear_progress();
  stop_if_interrupted();
  const auto counts = project.save_proposals(build.proposals, now_utc(), TUNGSE_VERSION);
  if (!options.quiet) say(summary_of(build, counts, aligner::messages::Speaker(options.ui_language)));
  write_output(render(build, project.load_terms(), options), options.output);
  return exit_fine;
}

}  // namespace

void add_glossary_build(CLI::App& glossary, Job& job) {
  CLI::App* build = glossary.add_subcommand("build", "Propose pairs of terms out of the aligned texts");
  const auto options = std::make_shared<BuildOptions>();
  build->add_option("--db", options->db, "The project database")->required()->option_text("FILE");
  build->add_option("--min-count", options->min_count, "Contexts that a new pair of terms must have (default: 2)")
      ->check(CLI::PositiveNumber)
      ->option_text("N");
  build->add_option("--limit", options->limit, "Propose so many pairs for each two languages (default: 1000)")
      ->check(CLI::PositiveNumber)
      ->option_text("N");
  build->add_option("--show", options->show, "Print so many of them (default: 20; 0: all)")->option_text("N");
  build->add_option("--format", options->format, "table (default), tsv or json")
      ->check(CLI::IsMember({"table", "tsv", "json"}))
      ->option_text("F");
  build
      ->add_option("--with-lang", options->with_languages,
                   "Add a column with what the term base has in this language; may be repeated")
      ->option_text("T");
  build->add_option("--threads", options->threads, "Threads; the result does not depend on it")->option_text("N");
  build->add_flag("--no-seed-lexicon", options->no_seed_lexicon, "Leave out the bundled lexicon");
  build->add_flag("--quiet", options->quiet, "No progress");
  build->add_option("--output", options->output, "Write here instead of standard output")->option_text("FILE");
  add_json_flag(*build, options->format);
  add_ui_language(*build, options->ui_language);
  build->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace tungse

// tungse glossary build: proposes pairs of terms out of the aligned texts of a project database.

#include <algorithm>
#include <memory>
#include <string>
#include <thread>

#include <nlohmann/json.hpp>

#include "aligner/pipeline/build_glossary.h"
#include "aligner/store/project_database.h"

#include "tools/cli/command.h"
#include "tools/cli/output.h"
#include "tools/cli/terminal.h"

namespace tungse {
namespace {

using aligner::glossary::Proposal;
using aligner::glossary::Variant;

struct BuildOptions {
  std::string db;
  std::string format = "table";
  std::string output;
  std::size_t min_count = 2;
  std::size_t limit = 1000;
  std::size_t show = 20;
  unsigned threads = 0;
  bool no_seed_lexicon = false;
  bool quiet = false;
};

std::string joined(const std::vector<Variant>& variants, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < std::min(variants.size(), most); ++i) {
    text += (i > 0 ? " | " : "") + variants[i].wording;
  }
  return text;
}

std::string two_digits(double score) {
  const auto hundredths = static_cast<int>(score * 100 + 0.5);
  return hundredths >= 100 ? "1.00" : "." + std::string(hundredths < 10 ? "0" : "") + std::to_string(hundredths);
}

std::string tsv(const std::vector<Proposal>& proposals, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < std::min(proposals.size(), most); ++i) {
    const Proposal& one = proposals[i];
    text += two_digits(one.score) + "\t" + std::to_string(one.contexts.size()) + "\t" +
            one.source.front().language.str() + "\t" + joined(one.source, 4) + "\t" +
            one.target.front().language.str() + "\t" + joined(one.target, 4) + "\t" + one.concept_id + "\n";
  }
  return text;
}

int run(const BuildOptions& options) {
  using aligner::store::OpenMode;
  const auto project = aligner::store::ProjectDatabase::open(options.db, OpenMode::open_existing);
  aligner::glossary::ProposeOptions propose;
  propose.min_count = options.min_count;
  propose.most_proposals = options.limit;
  propose.threads = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  if (options.no_seed_lexicon) propose.seed_words = aligner::glossary::SeedWords::leave;
  propose.progress = progress_line("building the glossary", options.quiet);
  const aligner::pipeline::GlossaryBuild build = aligner::pipeline::build_glossary(project, propose);
  clear_progress();
  stop_if_interrupted();
  write_output(tsv(build.proposals, options.show), options.output);
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
  build->add_option("--show", options->show, "Print so many (default: 20)")->option_text("N");
  build->add_option("--threads", options->threads, "Threads; the result does not depend on it")->option_text("N");
  build->add_flag("--no-seed-lexicon", options->no_seed_lexicon, "Leave out the bundled lexicon");
  build->add_flag("--quiet", options->quiet, "No progress");
  build->add_option("--output", options->output, "Write here instead of standard output")->option_text("FILE");
  build->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace tungse

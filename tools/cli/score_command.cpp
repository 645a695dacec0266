// tungse score: how well an alignment agrees with gold.

#include <memory>

#include <nlohmann/json.hpp>

#include "aligner/evaluate/score.h"
#include "aligner/interchange/ladder.h"
#include "aligner/messages/speaker.h"
#include "aligner/text/read_bytes.h"

#include "tools/cli/command.h"
#include "tools/cli/help_text.h"
#include "tools/cli/output.h"
#include "tools/cli/ui_language.h"

namespace tungse {
namespace {

using aligner::evaluate::AlignmentScore;
using aligner::evaluate::BeadMeasure;
using aligner::evaluate::IndexBead;

struct ScoreOptions {
  std::vector<std::string> gold;
  std::vector<std::string> hypotheses;
  double min_f1 = 0;
  bool json = false;
  aligner::messages::Language ui_language = aligner::messages::Language::english;
};

std::vector<IndexBead> read_beads(const std::string& path) {
  std::vector<IndexBead> beads;
  for (auto& line : aligner::interchange::read_ladder(path))
    beads.push_back({std::move(line.source), std::move(line.target)});
  return beads;
}

std::string row(const std::string& name, const AlignmentScore& score, const aligner::messages::Speaker& speaker) {
  const auto figure = [&speaker](double value) { return speaker.decimal(value, 4); };
  return speaker.tell("strict  P {}  R {}  F1 {}   lax  P {}  R {}  F1 {}   {}", figure(score.strict.precision),
                      figure(score.strict.recall), figure(score.strict.f1), figure(score.lax.precision),
                      figure(score.lax.recall), figure(score.lax.f1), name) +
         "\n";
}

nlohmann::ordered_json as_json(const BeadMeasure& measure) {
  return {{"precision", measure.precision}, {"recall", measure.recall}, {"f1", measure.f1},
          {"hits", measure.hits},           {"found", measure.found},   {"recalled", measure.recalled},
          {"expected", measure.expected}};
}

nlohmann::ordered_json as_json(const AlignmentScore& score) {
  return {{"strict", as_json(score.strict)}, {"lax", as_json(score.lax)}};
}

int run(const ScoreOptions& options) {
  if (options.gold.size() != options.hypotheses.size()) {
    throw UsageError("there are " + std::to_string(options.gold.size()) + " gold files and " +
                     std::to_string(options.hypotheses.size()) + " to be scored; give as many of each");
  }
  std::vector<AlignmentScore> scores;
  for (std::size_t i = 0; i < options.gold.size(); ++i) {
    scores.push_back(
        aligner::evaluate::score_alignment(read_beads(options.gold[i]), read_beads(options.hypotheses[i])));
  }
  const AlignmentScore total = aligner::evaluate::add_scores(scores);
  if (options.json) {
    nlohmann::ordered_json files = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < scores.size(); ++i) {
      nlohmann::ordered_json file = {{"gold", options.gold[i]}, {"hypothesis", options.hypotheses[i]}};
      file.update(as_json(scores[i]));
      files.push_back(std::move(file));
    }
    nlohmann::ordered_json all = as_json(total);
    all["files"] = std::move(files);
    write_output(all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n", "");
  } else {
    const aligner::messages::Speaker speaker(options.ui_language);
    std::string text;
    for (std::size_t i = 0; scores.size() > 1 && i < scores.size(); ++i)
      text += row(aligner::text::name_of(options.hypotheses[i]), scores[i], speaker);
    write_output(
        text + row(scores.size() > 1 ? speaker.tell("all together") : aligner::text::name_of(options.hypotheses[0]),
                   total, speaker),
        "");
  }
  if (total.strict.f1 < options.min_f1) {
    say("tungse: strict F1 is below " + std::to_string(options.min_f1));
    return exit_findings;
  }
  return exit_fine;
}

}  // namespace

void add_score_command(CLI::App& app, Job& job) {
  CLI::App* score = app.add_subcommand("score", "Score alignments against gold: strict and lax precision, recall, F1");
  const auto options = std::make_shared<ScoreOptions>();
  score->add_option("--gold", options->gold, "Gold ladder files, with commas between them")
      ->required()
      ->delimiter(',')
      ->option_text("GOLD[,GOLD...]")
      ->allow_extra_args(false);
  score->add_option("hypotheses", options->hypotheses, "Ladder files to be scored, in the same order")
      ->required()
      ->delimiter(',')
      ->option_text("HYP[,HYP...]");
  score->add_option("--min-f1", options->min_f1, "Exit with 3 when strict F1 is below")
      ->check(CLI::Range(0.0, 1.0))
      ->option_text("F");
  score->add_flag("--json", options->json, "Everything as JSON");
  add_ui_language(*score, options->ui_language);
  score->footer(exit_codes("strict F1 is below --min-f1"));
  score->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace tungse

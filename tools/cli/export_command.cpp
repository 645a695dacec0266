// tungse export: alignments of a project as files for other programs.

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "aligner/error.h"
#include "aligner/pipeline/export_pairs.h"

#include "tools/cli/batch.h"
#include "tools/cli/command.h"
#include "tools/cli/command_tree.h"
#include "tools/cli/output.h"
#include "tools/cli/terminal.h"

namespace tungse {
namespace {

namespace pipeline = aligner::pipeline;
namespace store = aligner::store;
using pipeline::ExportForm;

struct ExportOptions {
  std::string db;
  std::string format;
  std::string output;
  std::vector<std::int64_t> alignments;
  bool all = false;
  double min_confidence = 0;
  std::vector<std::string> grades;
  bool accepted = false;
  bool quiet = false;
};

const std::map<std::string, ExportForm>& forms() {
  static const std::map<std::string, ExportForm> forms{{"tmx", ExportForm::tmx},
                                                       {"xliff", ExportForm::xliff},
                                                       {"xliff12", ExportForm::xliff12},
                                                       {"tsv", ExportForm::tsv},
                                                       {"csv", ExportForm::csv},
                                                       {"jsonl", ExportForm::jsonl},
                                                       {"xlsx", ExportForm::xlsx},
                                                       {"moses", ExportForm::moses},
                                                       {"ladder", ExportForm::ladder},
                                                       {"hunalign", ExportForm::hunalign},
                                                       {"hunalign-ladder", ExportForm::hunalign_ladder}};
  return forms;
}

std::vector<std::string> form_names() {
  std::vector<std::string> names;
  for (const auto& [name, unused] : forms()) names.push_back(name);
  return names;
}

aligner::align::Grade grade_of(const std::string& word) {
  using aligner::align::Grade;
  for (const Grade grade : {Grade::same, Grade::mostly, Grade::partly}) {
    if (aligner::align::to_string(grade) == word) return grade;
  }
  return Grade::related;
}

std::vector<store::AlignmentSummary> chosen(const store::ProjectDatabase& project, const ExportOptions& options) {
  std::vector<store::AlignmentSummary> all = project.list_alignments();  // the one saved last first
  if (all.empty())
    throw aligner::Error(options.db + ": holds no alignment yet; align or import something into it first");
  if (options.all) {
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return all;
  }
  if (options.alignments.empty()) return {all.front()};
  std::vector<store::AlignmentSummary> some;
  for (const std::int64_t id : options.alignments) {
    const auto found = std::find_if(all.begin(), all.end(), [id](const auto& one) { return one.id == id; });
    if (found == all.end()) {
      throw aligner::Error(options.db + ": there is no alignment " + std::to_string(id) +
                           "; tungse report --list names those there are");
    }
    some.push_back(*found);
  }
  return some;
}

pipeline::ExportSettings settings_of(const ExportOptions& options,
                                     const std::vector<store::AlignmentSummary>& alignments) {
  pipeline::ExportSettings settings;
  settings.form = forms().at(options.format);
  settings.smallest_confidence = options.min_confidence;
  settings.tool_version = TUNGSE_VERSION;
  if (options.accepted) settings.pairs = pipeline::ExportedPairs::accepted;
  for (const std::string& grade : options.grades) settings.grades.push_back(grade_of(grade));
  for (const store::AlignmentSummary& one : alignments) settings.alignments.push_back(one.id);
  return settings;
}

int run(const ExportOptions& options) {
  if (options.format.empty())
    throw UsageError("give --format: " + joined(form_names(), ", ") + "; see tungse help export");
  check_files({options.db}, options.output);
  if (options.all && !options.alignments.empty()) throw UsageError("give --alignment or --all, not both");
  const auto project = store::ProjectDatabase::open(options.db, store::OpenMode::read_only);
  const std::vector<store::AlignmentSummary> alignments = chosen(project, options);
  const pipeline::ExportSettings settings = settings_of(options, alignments);
  std::string path = options.output;
  if (settings.form == ExportForm::xlsx && path.empty() && is_output_terminal()) {
    throw UsageError("a workbook is nothing to be read on a terminal; give --output FILE");
  }
  std::unique_ptr<OutputFile> target;
  if (settings.form == ExportForm::moses) {
    if (path.empty() || path == "-") {
      throw UsageError("moses is two files; give --output BASE, which makes BASE.vi and BASE.en, say");
    }
    const std::string source_end = alignments.front().source_language.str();
    const std::string target_end = alignments.front().target_language.str();
    if (source_end == target_end) throw UsageError("both sides are in one language, and so have one file name");
    target = std::make_unique<OutputFile>(path + "." + target_end);
    path += "." + source_end;
  }
  OutputFile file(path);
  const auto write_to = [](OutputFile& to) {
    return [&to](std::string_view bytes) {
      stop_if_interrupted();
      to.write(bytes);
    };
  };
  aligner::interchange::PairSinks sinks{.out = write_to(file)};
  if (target) sinks.target = write_to(*target);
  const pipeline::ExportResult result = pipeline::export_pairs(project, settings, sinks);
  file.commit();
  if (target) target->commit();
  if (options.quiet) return exit_fine;
  say("tungse: " + std::to_string(result.pair_count) + " pairs written" +
      (result.left_out_count > 0 ? ", " + std::to_string(result.left_out_count) + " not chosen" : ""));
  for (const std::string& loss : result.losses) say("tungse: " + loss);
  return exit_fine;
}

}  // namespace

void add_export_command(CLI::App& app, Job& job) {
  CLI::App* command = app.add_subcommand("export", "Write alignments of a project for other programs");
  const auto options = std::make_shared<ExportOptions>();
  command->add_option("--db", options->db, "The project database")->required()->option_text("FILE");
  command
      ->add_option("--format", options->format,
                   "tmx, xliff (2.1), xliff12, tsv, csv, jsonl, xlsx, moses, ladder, hunalign or hunalign-ladder")
      ->check(CLI::IsMember(form_names()))
      ->option_text("F");
  add_json_flag(*command, options->format, "jsonl");
  command
      ->add_option("--alignment", options->alignments,
                   "Which alignment, by its number in report --list; may be given again (default: the latest)")
      ->check(CLI::PositiveNumber)
      ->option_text("N");
  command->add_flag("--all", options->all, "Every alignment of the project, one after the other");
  command->add_option("--min-confidence", options->min_confidence, "Only pairs at least this sure, 0 to 1")
      ->check(CLI::Range(0.0, 1.0))
      ->option_text("C");
  command->add_option("--grade", options->grades, "Only pairs of this grade; may be given again")
      ->check(CLI::IsMember({"same", "mostly", "partly", "related"}))
      ->option_text("G");
  command->add_flag("--accepted", options->accepted, "Only pairs that a person accepted");
  command->add_option("--output", options->output, "Write here instead of standard output; moses: BASE of two files")
      ->option_text("FILE");
  command->add_flag("--quiet", options->quiet, "Do not say what the format cannot hold");
  command->footer(
      "Confidence, cost, grade, reasons, status and origin travel as properties (TMX prop, XLIFF metadata or notes,\n"
      "columns, keys). What a format cannot hold is said on standard error.");
  command->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace tungse

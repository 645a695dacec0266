// tungse check: what disagrees between two texts, or between those of a project.

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "aligner/check/baseline.h"
#include "aligner/check/check_texts.h"
#include "aligner/pipeline/align_texts.h"
#include "aligner/report/findings_report.h"
#include "aligner/store/project_database.h"

#include "tools/cli/batch.h"
#include "tools/cli/command.h"
#include "tools/cli/document_forms.h"
#include "tools/cli/help_text.h"
#include "tools/cli/knowledge.h"
#include "tools/cli/output.h"
#include "tools/cli/terminal.h"
#include "tools/cli/ui_language.h"

namespace tungse {
namespace {

namespace check = aligner::check;
namespace pipeline = aligner::pipeline;
namespace report = aligner::report;

struct CheckCommandOptions {
  std::string source;
  std::string target;
  std::string source_language;
  std::string target_language;
  std::string source_encoding;
  std::string target_encoding;
  SideForms forms;
  std::string mode = "auto";
  std::string srx;
  std::vector<std::string> terms;
  std::vector<std::string> lexicons;
  std::vector<std::string> dictionaries;
  std::string db;
  std::int64_t alignment = 0;  // 0: all
  std::string min_severity = "warning";
  std::vector<std::string> kinds;
  std::string format = "text";
  std::string output;
  std::string baseline;
  std::string new_baseline;
  unsigned threads = 0;
  bool segmented = false;
  bool no_bundled_terms = false;
  bool no_seed_lexicon = false;
  bool quiet = false;
  aligner::messages::Language ui_language = aligner::messages::Language::english;
};

pipeline::AlignSettings settings_of(const CheckCommandOptions& options) {
  pipeline::AlignSettings settings;
  if (options.mode == "parallel") settings.mode = pipeline::ModeChoice::parallel;
  if (options.mode == "comparable") settings.mode = pipeline::ModeChoice::comparable;
  if (options.segmented) settings.form = pipeline::InputForm::segment_per_line;
  if (!options.srx.empty()) settings.srx = options.srx;
  set_knowledge(settings, options);
  settings.progress = progress_line("aligning", options.quiet);
  return settings;
}

// Checks one alignment after the other and keeps what is to be written.
class CheckJob {
 public:
  explicit CheckJob(const CheckCommandOptions& options)
      : options_(options), smallest_(*check::find_severity(options.min_severity)) {
    if (!options.baseline.empty()) judged_ = check::Baseline::read(options.baseline);
    for (const std::string& kind : options.kinds) kinds_.push_back(*check::find_finding_kind(kind));
  }

  void take(const aligner::align::AlignedTexts& texts, const aligner::terms::TermList& terms,
            std::optional<std::int64_t> alignment) {
    std::vector<check::Finding> findings = check::check_texts(texts, terms);
    std::erase_if(findings, [this](const check::Finding& one) {
      const bool is_hidden = !is_wanted(one);
      if (is_hidden) ++hidden_.by_choice;
      return is_hidden;
    });
    std::erase_if(findings, [this](const check::Finding& one) {
      const bool is_judged = judged_.has(one);
      if (is_judged) ++hidden_.judged;
      return is_judged;
    });
    const report::CheckedView view{.alignment = alignment, .texts = texts, .findings = findings};
    if (options_.format == "json") {
      json_.push_back(report::findings_json_part(view));
    } else if (options_.format == "tsv") {
      text_ += report::findings_tsv(view);
    } else {
      text_ += report::findings_text(view, {.width = terminal_width(), .language = options_.ui_language});
    }
    all_.insert(all_.end(), findings.begin(), findings.end());
  }

  /// Writes what was found, and the baseline; gives the exit code.
  ExitCode finish() {
    stop_if_interrupted();
    write_output(whole(), options_.output);
    if (options_.new_baseline.empty()) return all_.empty() ? exit_fine : exit_findings;
    judged_.add(all_);
    write_output(judged_.bytes(), options_.new_baseline);
    return exit_fine;
  }

 private:
  bool is_wanted(const check::Finding& one) const {
    const bool is_kind = kinds_.empty() || std::find(kinds_.begin(), kinds_.end(), one.kind) != kinds_.end();
    return is_kind && one.severity >= smallest_;
  }

  std::string whole() const {
    if (options_.format == "json") return report::findings_json(json_, all_, hidden_, TUNGSE_VERSION);
    if (options_.format == "tsv") return report::findings_tsv_header() + text_;
    return text_ + report::findings_summary(all_, hidden_, options_.ui_language);
  }

  const CheckCommandOptions& options_;
  check::Severity smallest_;
  std::vector<check::FindingKind> kinds_;
  check::Baseline judged_;
  report::HiddenFindings hidden_;
  std::vector<check::Finding> all_;
  std::string text_;
  std::vector<std::string> json_;
};

void check_project(const CheckCommandOptions& options, CheckJob& job) {
  using aligner::store::OpenMode;
  const auto project = aligner::store::ProjectDatabase::open(options.db, OpenMode::read_only);
  const aligner::terms::TermList terms = project.load_terms();
  auto alignments = project.list_alignments();
  if (alignments.empty()) throw aligner::Error(options.db + ": holds no alignment; align texts with --db first");
  std::reverse(alignments.begin(), alignments.end());
  if (options.alignment != 0) return job.take(project.load(options.alignment), terms, options.alignment);
  for (const auto& one : alignments) {
    stop_if_interrupted();
    job.take(project.load(one.id), terms, one.id);
  }
}

void check_files_given(const CheckCommandOptions& options, CheckJob& job) {
  const pipeline::TextAligner aligner(settings_of(options));
  const aligner::align::AlignedTexts texts = aligner.align(
      {side_of(options.source, options.source_language, options.source_encoding, options.forms.of_source()),
       side_of(options.target, options.target_language, options.target_encoding, options.forms.of_target())});
  clear_progress();
  if (!options.quiet) {
    say_notes(texts);
    say(aligner::align::to_string(texts.alignment.mode) + ": " + texts.alignment.mode_reason);
  }
  job.take(texts, aligner.terms(), std::nullopt);
}

int run(const CheckCommandOptions& options) {
  const bool has_texts = !options.source.empty();
  if (has_texts == !options.db.empty()) {
    throw UsageError("check needs either SOURCE and TARGET, or --db FILE; see tungse help check");
  }
  if (has_texts && options.target.empty()) throw UsageError("check needs TARGET too; see tungse help check");
  std::vector<std::string> inputs{options.source, options.target, options.srx, options.db, options.baseline};
  for (const auto* files : {&options.terms, &options.lexicons, &options.dictionaries}) {
    inputs.insert(inputs.end(), files->begin(), files->end());
  }
  check_files(inputs, options.output);
  inputs.erase(std::remove(inputs.begin(), inputs.end(), options.baseline), inputs.end());
  check_files(inputs, options.new_baseline);
  if (!options.new_baseline.empty() && options.new_baseline == options.output) {
    throw UsageError("--output and --write-baseline name one file; give each its own");
  }
  CheckJob job(options);
  if (has_texts) {
    check_files_given(options, job);
  } else {
    check_project(options, job);
  }
  return job.finish();
}

void add_text_options(CLI::App& check, const std::shared_ptr<CheckCommandOptions>& options) {
  check.add_option("source", options->source, "The text on the left (\"-\": standard input)")->option_text("SOURCE");
  check.add_option("target", options->target, "The text on the right")->option_text("TARGET");
  check.add_option("--source-lang", options->source_language, "Language of the source, BCP 47; detected where absent")
      ->option_text("T");
  check.add_option("--target-lang", options->target_language, "Language of the target")->option_text("T");
  check.add_option("--source-encoding", options->source_encoding, "Encoding of the source; detected where absent")
      ->option_text("E");
  check.add_option("--target-encoding", options->target_encoding, "Encoding of the target")->option_text("E");
  add_side_forms(check, options->forms);
  check.add_option("--mode", options->mode, "auto (default), parallel (translations) or comparable")
      ->check(CLI::IsMember({"auto", "parallel", "comparable"}))
      ->option_text("M");
  check.add_flag("--segmented", options->segmented, "Input is one segment per line: do not re-segment");
  check.add_option("--srx", options->srx, "Segmentation rules in SRX 2.0 instead of the bundled ones")
      ->option_text("FILE");
  check.add_option("--terms", options->terms, "Term list, may be repeated")
      ->option_text("FILE")
      ->allow_extra_args(false);
  check.add_flag("--no-bundled-terms", options->no_bundled_terms, "Leave the bundled term list out");
  check.add_flag("--no-seed-lexicon", options->no_seed_lexicon, "Leave the bundled lexicon of the two languages out");
  check.add_option("--lexicon", options->lexicons, "Lexicon made by tungse learn; may be repeated")
      ->option_text("FILE")
      ->allow_extra_args(false);
  check.add_option("--dictionary", options->dictionaries, "Dictionary, source to target; may be repeated")
      ->option_text("FILE")
      ->allow_extra_args(false);
  check.add_option("--threads", options->threads, "Threads; the result does not depend on it (default: all cores)")
      ->check(CLI::Range(1U, 256U))
      ->option_text("N");
}

}  // namespace

void add_check_command(CLI::App& app, Job& job) {
  CLI::App* check = app.add_subcommand("check", "Say what disagrees between two texts, and what to do about it");
  const auto options = std::make_shared<CheckCommandOptions>();
  add_text_options(*check, options);
  CLI::Option* db =
      check->add_option("--db", options->db, "Check what this project database holds, as people decided it")
          ->option_text("FILE");
  check->add_option("--alignment", options->alignment, "Only this one, by its number in tungse report --list")
      ->check(CLI::PositiveNumber)
      ->option_text("N")
      ->needs(db);
  check
      ->add_option("--min-severity", options->min_severity,
                   "Show findings from here on: info, warning (default), error")
      ->check(CLI::IsMember(check::severity_names()))
      ->option_text("S");
  check
      ->add_option("--kind", options->kinds,
                   "Only this kind of findings, may be repeated; a wrong one is answered with all")
      ->check(CLI::IsMember(check::finding_kind_names()))
      ->option_text("K");
  check->add_option("--format", options->format, "text (default), tsv or json")
      ->check(CLI::IsMember({"text", "tsv", "json"}))
      ->option_text("F");
  add_json_flag(*check, options->format);
  check->add_option("--output", options->output, "Write here instead of standard output")->option_text("FILE");
  check->add_option("--baseline", options->baseline, "Leave out the findings that this file holds: they were judged")
      ->option_text("FILE");
  check
      ->add_option("--write-baseline", options->new_baseline,
                   "Write what is found here, behind what --baseline holds: it was judged, and the exit code is 0")
      ->option_text("FILE");
  check->add_flag("--quiet", options->quiet, "No notes and no progress on standard error");
  add_ui_language(*check, options->ui_language);
  check->footer(exit_codes("findings remain that are shown"));
  check->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace tungse

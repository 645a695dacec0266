// tungse mine: two folders of documents, which of them are about the same thing, and which of their sentences
// correspond.

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>

#include "aligner/interchange/mined_tsv.h"
#include "aligner/pipeline/mine_texts.h"
#include "aligner/pipeline/store_texts.h"
#include "aligner/report/mine_report.h"
#include "aligner/store/project_database.h"

#include "tools/cli/batch.h"
#include "tools/cli/command.h"
#include "tools/cli/document_forms.h"
#include "tools/cli/knowledge.h"
#include "tools/cli/output.h"
#include "tools/cli/terminal.h"
#include "tools/cli/ui_language.h"

namespace tungse {
namespace {

namespace pipeline = aligner::pipeline;

struct MineOptions {
  std::string source;
  std::string target;
  std::string source_language;
  std::string target_language;
  std::string source_encoding;
  std::string target_encoding;
  std::string format = "table";
  std::string output;
  std::string db;
  std::string srx;
  std::vector<std::string> terms;
  std::vector<std::string> lexicons;
  std::vector<std::string> dictionaries;
  SideForms forms;
  std::optional<double> smallest_confidence;
  unsigned threads = 0;
  bool segmented = false;
  bool no_bundled_terms = false;
  bool no_seed_lexicon = false;
  bool json = false;
  bool quiet = false;
  aligner::messages::Language ui_language = aligner::messages::Language::english;
};

pipeline::FolderInput folder_of(const std::string& path, const std::string& language, const std::string& encoding,
                                const std::string& form) {
  pipeline::FolderInput folder;
  folder.folder = path;
  folder.format = format_named(form);
  folder.goes_on = [] { return !is_interrupted(); };
  if (!language.empty()) folder.language = language_of(language);
  if (!encoding.empty()) folder.encoding = encoding;
  return folder;
}

pipeline::MineSettings settings_of(const MineOptions& options) {
  pipeline::MineSettings settings;
  if (options.segmented) settings.form = pipeline::InputForm::segment_per_line;
  if (!options.srx.empty()) settings.srx = options.srx;
  if (options.smallest_confidence) settings.smallest_confidence = *options.smallest_confidence;
  set_knowledge(settings, options);
  settings.progress = progress_line("mining", options.quiet);
  return settings;
}

std::vector<std::string> inputs_of(const MineOptions& options) {
  std::vector<std::string> inputs{options.srx};
  for (const auto* files : {&options.terms, &options.lexicons, &options.dictionaries}) {
    inputs.insert(inputs.end(), files->begin(), files->end());
  }
  return inputs;
}

void check_folders(const MineOptions& options) {
  std::error_code failed;
  if (std::filesystem::equivalent(options.source, options.target, failed) && !failed) {
    throw UsageError(
        "--source-dir and --target-dir are one folder; put the texts of each language into one of its own");
  }
}

// An output below one of the folders would be taken for a document, or be one.
void check_output(const std::string& output, const pipeline::MinedCollections& mined) {
  for (const auto* sides : {&mined.sources, &mined.targets}) {
    for (const aligner::align::AlignedSide& side : *sides) {
      if (!is_same_file(output, side.document.name())) continue;
      throw UsageError(output + " is one of the texts; name another place with --output");
    }
  }
}

std::string render(const MineOptions& options, const pipeline::MinedCollections& mined) {
  const std::string format = options.json ? "json" : options.format;
  if (format == "tsv") return aligner::interchange::write_mined_tsv(mined.sources, mined.targets, mined.pairs);
  std::vector<aligner::report::UnusedFile> unused;
  for (const pipeline::LeftOutFile& file : mined.left_out) unused.push_back({file.path, file.reason});
  const aligner::report::MinedView view{mined.sources, mined.targets, mined.pairs, unused};
  if (format == "json") return aligner::report::mine_json(view, {.version = TUNGSE_VERSION});
  return aligner::report::mine_table(view, {.width = terminal_width(), .language = options.ui_language});
}

constexpr std::size_t most_said = 20;

void say_what_was_read(const pipeline::MinedCollections& mined) {
  for (std::size_t k = 0; k < std::min(most_said, mined.left_out.size()); ++k) {
    say("tungse: " + mined.left_out[k].path + ": left out, " + mined.left_out[k].reason);
  }
  if (mined.left_out.size() > most_said) {
    say("tungse: " + std::to_string(mined.left_out.size() - most_said) + " more left out; --json lists all");
  }
  const auto count = [](const std::vector<aligner::align::AlignedSide>& sides) {
    return std::to_string(sides.size()) + " in " + sides[0].document.language().str();
  };
  say("tungse: documents: " + count(mined.sources) + ", " + count(mined.targets));
}

int run(const MineOptions& options) {
  check_files(inputs_of(options), options.output);
  check_folders(options);
  std::unique_ptr<aligner::store::ProjectDatabase> project;  // first: what cannot be kept need not be computed
  if (!options.db.empty()) {
    using aligner::store::OpenMode;
    using aligner::store::ProjectDatabase;
    project = std::make_unique<ProjectDatabase>(ProjectDatabase::open(options.db, OpenMode::create_or_open));
  }
  const pipeline::TextMiner miner(settings_of(options));
  const pipeline::MinedCollections mined = miner.mine(
      folder_of(options.source, options.source_language, options.source_encoding, options.forms.of_source()),
      folder_of(options.target, options.target_language, options.target_encoding, options.forms.of_target()));
  clear_progress();
  check_output(options.output, mined);
  if (!options.quiet) say_what_was_read(mined);
  stop_if_interrupted();
  if (project) {
    for (const aligner::align::MinedPair& pair : mined.pairs) {
      pipeline::store_texts(*project, mined.texts_of(pair), miner.terms(), now_utc(), TUNGSE_VERSION);
    }
  }
  write_output(render(options, mined), options.output);
  return exit_fine;
}

}  // namespace

void add_mine_command(CLI::App& app, Job& job) {
  CLI::App* mine = app.add_subcommand(
      "mine", "Find which documents of two folders are about the same thing, and which sentences of them correspond");
  const auto options = std::make_shared<MineOptions>();
  mine->footer(
      "All files below each folder are read, to any depth; names that begin with \".\" are not. What cannot be read,\n"
      "is a copy of another file or in another language than most of its folder, is left out, and said.\n"
      "Documents are a translation (aligned in order), comparable (linked), or have passages in common.");
  mine->add_option("--source-dir", options->source, "The folder of the documents on the left")
      ->required()
      ->option_text("FOLDER");
  mine->add_option("--target-dir", options->target, "The folder of the documents on the right")
      ->required()
      ->option_text("FOLDER");
  mine->add_option("--source-lang", options->source_language,
                   "Language of the source, BCP 47; the one most of the folder is in where absent")
      ->option_text("T");
  mine->add_option("--target-lang", options->target_language, "Language of the target")->option_text("T");
  mine->add_option("--source-encoding", options->source_encoding, "Encoding of the source; detected where absent")
      ->option_text("E");
  mine->add_option("--target-encoding", options->target_encoding, "Encoding of the target")->option_text("E");
  add_side_forms(*mine, options->forms);
  mine->add_flag("--segmented", options->segmented, "Input is one segment per line: do not re-segment");
  mine->add_option("--srx", options->srx, "Segmentation rules in SRX 2.0 instead of the bundled ones")
      ->option_text("FILE");
  mine->add_option("--terms", options->terms, "Term list, may be repeated")
      ->option_text("FILE")
      ->allow_extra_args(false);
  mine->add_flag("--no-bundled-terms", options->no_bundled_terms, "Leave the bundled term list out");
  mine->add_flag("--no-seed-lexicon", options->no_seed_lexicon, "Leave the bundled lexicon of the two languages out");
  mine->add_option("--lexicon", options->lexicons, "Lexicon made by tungse learn, in either direction; may be repeated")
      ->option_text("FILE")
      ->allow_extra_args(false);
  mine->add_option("--dictionary", options->dictionaries,
                   "Dictionary, source to target, as TSV or in hunalign's form; may be repeated")
      ->option_text("FILE")
      ->allow_extra_args(false);
  mine->add_option("--db", options->db, "Keep each pair's alignment in this project database")->option_text("FILE");
  mine->add_option("--min-confidence", options->smallest_confidence,
                   "Give pairs of documents, and links, from this confidence on, 0 to 1 (default: 0.4)")
      ->check(CLI::Range(0.0, 1.0))
      ->option_text("P");
  mine->add_option("--format", options->format, "table (default): documents and their best links; tsv or json: all")
      ->check(CLI::IsMember({"table", "tsv", "json"}))
      ->option_text("F");
  mine->add_flag("--json", options->json, "The same as --format json");
  mine->add_option("--output", options->output, "Write the result here instead of standard output")
      ->option_text("FILE");
  mine->add_option("--threads", options->threads, "Threads; the result does not depend on it (default: all cores)")
      ->check(CLI::Range(1U, 256U))
      ->option_text("N");
  mine->add_flag("--quiet", options->quiet, "No notes and no progress on standard error");
  add_ui_language(*mine, options->ui_language);
  mine->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace tungse

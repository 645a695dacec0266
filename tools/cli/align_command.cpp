// tungse align: two files, or a batch of pairs.

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <system_error>

#include "aligner/pipeline/align_texts.h"
#include "aligner/pipeline/settings_digest.h"
#include "aligner/pipeline/store_texts.h"
#include "aligner/score/ingredients.h"
#include "aligner/store/project_database.h"
#include "aligner/text/digest.h"

#include "tools/cli/batch.h"
#include "tools/cli/batch_state.h"
#include "tools/cli/command.h"
#include "tools/cli/document_forms.h"
#include "tools/cli/knowledge.h"
#include "tools/cli/output.h"
#include "tools/cli/standard_input.h"
#include "tools/cli/terminal.h"
#include "tools/cli/ui_language.h"

namespace tungse {
namespace {

namespace pipeline = aligner::pipeline;

struct AlignOptions {
  std::string source;
  std::string target;
  std::string source_language;
  std::string target_language;
  std::string source_encoding;
  std::string target_encoding;
  SideForms forms;
  std::string mode = "auto";
  std::string format = "report";
  std::string output;
  std::string db;
  std::string batch;
  std::string srx;
  std::vector<std::string> terms;
  std::vector<std::string> lexicons;
  std::vector<std::string> dictionaries;
  std::vector<std::string> without;
  std::string source_overlaps;
  std::string source_embeddings;
  std::string target_overlaps;
  std::string target_embeddings;
  std::optional<double> smallest_confidence;
  unsigned threads = 0;
  aligner::messages::Language ui_language = aligner::messages::Language::english;
  std::string delimiter = ".EOA";
  bool segmented = false;
  bool anchor_lines = false;
  bool monotone = false;
  bool no_bundled_terms = false;
  bool no_seed_lexicon = false;
  bool independent = false;
  bool again = false;
  bool quiet = false;
};

pipeline::PairInput pair_of(const AlignOptions& options, const std::string& source, const std::string& target) {
  return {side_of(source, options.source_language, options.source_encoding, options.forms.of_source()),
          side_of(target, options.target_language, options.target_encoding, options.forms.of_target())};
}

bool has_embeddings(const AlignOptions& options) {
  return !options.source_overlaps.empty() || !options.source_embeddings.empty() || !options.target_overlaps.empty() ||
         !options.target_embeddings.empty();
}

void check_embeddings(const AlignOptions& options) {
  if (!has_embeddings(options)) return;
  if (options.source_overlaps.empty() || options.source_embeddings.empty() || options.target_overlaps.empty() ||
      options.target_embeddings.empty()) {
    throw UsageError(
        "embeddings are four files: --source-overlaps, --source-embeddings, --target-overlaps and --target-embeddings");
  }
  if (!options.batch.empty()) throw UsageError("--batch takes no embeddings; align the pair alone");
  if (!options.segmented) throw UsageError("embeddings are of lines that are segments; give --segmented too");
  if (options.mode == "comparable") throw UsageError("embeddings serve translations; leave --mode comparable out");
}

pipeline::ModeChoice mode_of(const std::string& name) {
  if (name == "parallel") return pipeline::ModeChoice::parallel;
  return name == "comparable" ? pipeline::ModeChoice::comparable : pipeline::ModeChoice::automatic;
}

// What people decided in a project counts as a list of terms of its own.
aligner::terms::TermList decided_terms_in(const std::string& db) {
  std::error_code ignored;  // a project that is not there yet has none
  if (db.empty() || !std::filesystem::exists(db, ignored)) return {};
  using aligner::store::OpenMode;
  using aligner::store::ProjectDatabase;
  return decided_terms(ProjectDatabase::open(db, OpenMode::open_existing).load_termbase());
}

pipeline::AlignSettings settings_of(const AlignOptions& options) {
  pipeline::AlignSettings settings;
  settings.mode = mode_of(options.mode);
  if (options.segmented) settings.form = pipeline::InputForm::segment_per_line;
  if (options.anchor_lines) settings.delimiter = options.delimiter;
  if (options.monotone) settings.moved_blocks = pipeline::MovedBlocks::leave;
  // A ladder shows no reasons; a project keeps them.
  if (options.format == "ladder" && options.db.empty()) settings.reasons = pipeline::BeadReasons::leave;
  if (options.independent) settings.lexicon = pipeline::LexiconScope::each_alone;
  if (!options.srx.empty()) settings.srx = options.srx;
  settings.own_terms = decided_terms_in(options.db);
  for (const std::string& name : options.without) settings.left_out.add(*aligner::score::find_ingredient(name));
  // Only the search that is measured.
  if (!options.without.empty()) settings.mode = pipeline::ModeChoice::parallel;
  if (options.smallest_confidence) settings.smallest_link_confidence = *options.smallest_confidence;
  set_knowledge(settings, options);
  settings.progress = progress_line("aligning", options.quiet);
  return settings;
}

std::unique_ptr<aligner::store::ProjectDatabase> open_project(const std::string& path) {
  if (path.empty()) return nullptr;
  using aligner::store::OpenMode;
  using aligner::store::ProjectDatabase;
  return std::make_unique<ProjectDatabase>(ProjectDatabase::open(path, OpenMode::create_or_open));
}

// Stores the texts where there is a project, and gives them back as people left them there.
aligner::align::AlignedTexts kept(aligner::store::ProjectDatabase* project, aligner::align::AlignedTexts texts,
                                  const aligner::terms::TermList& terms) {
  if (project == nullptr) return texts;
  const auto id = pipeline::store_texts(*project, texts, terms, now_utc(), TUNGSE_VERSION);
  return project->edits_for(id).empty() ? texts : project->load(id);
}

pipeline::AlignSettings settings_with(const AlignOptions& options, const aligner::store::ProjectDatabase* project) {
  pipeline::AlignSettings settings = settings_of(options);
  settings.project = project;
  return settings;
}

int align_pair(const AlignOptions& options) {
  const auto project = open_project(options.db);  // first: what cannot be kept need not be computed
  const pipeline::TextAligner aligner(settings_with(options, project.get()));
  pipeline::PairInput pair = pair_of(options, options.source, options.target);
  if (has_embeddings(options)) {
    pair.source.embeddings = {options.source_overlaps, options.source_embeddings};
    pair.target.embeddings = {options.target_overlaps, options.target_embeddings};
  }
  aligner::align::AlignedTexts texts = aligner.align(pair);
  clear_progress();
  if (!options.quiet) say_notes(texts);
  stop_if_interrupted();
  texts = kept(project.get(), std::move(texts), aligner.terms());
  const bool to_terminal = options.output.empty() || options.output == "-";
  write_output(render(texts, format_of(options.format), to_terminal, options.ui_language), options.output);
  return exit_fine;
}

// How much people have decided in a project: outputs that are older are not up to date.
std::string count_edits(const std::string& db) {
  std::error_code ignored;  // a project that is not there yet has no edits
  if (db.empty() || !std::filesystem::exists(db, ignored)) return "0";
  using aligner::store::OpenMode;
  using aligner::store::ProjectDatabase;
  return std::to_string(ProjectDatabase::open(db, OpenMode::open_existing).count_edits());
}

// What bears on all outputs of a batch; absent where that cannot be told. A new option that changes what is written
// belongs here, or into settings_digest.
std::optional<std::string> options_digest(const AlignOptions& options) {
  const std::optional<std::string> settings = pipeline::settings_digest(settings_of(options));
  if (!settings) return std::nullopt;
  const bool is_for_people = options.format == "report" || options.format == "html" || options.format == "markdown";
  std::string all = TUNGSE_VERSION;
  for (const std::string& value :
       {*settings, options.format, options.source_language, options.target_language, options.source_encoding,
        options.target_encoding, options.forms.of_source(), options.forms.of_target(), options.db,
        count_edits(options.db), is_for_people ? to_string(options.ui_language) : std::string()}) {
    all += "\n" + value;
  }
  return aligner::text::sha256_hex(all);
}

// One line per pair on standard output: output, "ok", "kept" or "failed", and what there is to say.
class BatchJob {
 public:
  explicit BatchJob(const AlignOptions& options)
      : options_(options),
        lines_(read_manifest(options.batch)),
        digest_(options_digest(options)),
        is_begun_anew_(options.again || (!options.db.empty() && !is_there(options.db))),
        project_(open_project(options.db)),
        aligner_(settings_with(options, project_.get())),
        state_(digest_ ? state_path(options.batch) : ""),
        keys_(lines_.size()) {
    for (const BatchLine& line : lines_) {
      for (const std::string* text : {&line.source, &line.target}) {
        if (*text == "-") say_what_is_awaited("a text of the batch");
      }
    }
  }

  ExitCode run() {
    std::vector<pipeline::PairInput> pairs;
    for (const BatchLine& line : lines_) pairs.push_back(pair_of(options_, line.source, line.target));
    aligner_.align_batch(pairs, {.take = [this](std::size_t i, const Texts& result) { write(i, result); },
                                 .is_finished = [this](Group group) { return keep(group); }});
    stop_if_interrupted();
    return code_;
  }

 private:
  using Texts = aligner::Result<aligner::align::AlignedTexts>;
  using Group = std::span<const pipeline::BatchMember>;

  static bool is_there(const std::string& path) {
    std::error_code failed;
    return std::filesystem::exists(path, failed);
  }

  // Notes what the outputs of a group depend on: options, all texts of the group, and which of them is whose.
  void make_keys(Group group) {
    if (!digest_) return;
    std::string all = *digest_;
    for (const pipeline::BatchMember& member : group) {
      const BatchLine& line = lines_[member.place];
      all += "\n" + line.source + "\t" + member.source_sha256 + "\t" + line.target + "\t" + member.target_sha256;
    }
    for (std::size_t k = 0; k < group.size(); ++k) {
      keys_[group[k].place] = aligner::text::sha256_hex(all + "\n" + std::to_string(k));
    }
  }

  // Whether all outputs of a group are there already; says so of each.
  bool keep(Group group) {
    make_keys(group);
    const auto is_whole = [this](const pipeline::BatchMember& member) {
      return state_.has(lines_[member.place].output, keys_[member.place]);
    };
    if (is_begun_anew_ || !std::all_of(group.begin(), group.end(), is_whole)) return false;
    clear_progress();
    for (const pipeline::BatchMember& member : group) {
      write_output(lines_[member.place].output + "\tkept\tnothing has changed since it was written\n", "");
    }
    return true;
  }

  // Also after Ctrl-C: what is finished is not thrown away.
  void write(std::size_t place, const Texts& result) {
    const std::string& output = lines_[place].output;
    clear_progress();
    try {
      if (!options_.quiet) say_notes(result.value());
      const aligner::align::AlignedTexts texts = kept(project_.get(), result.value(), aligner_.terms());
      const std::string bytes = render(texts, format_of(options_.format), false, options_.ui_language);
      write_output(bytes, output);
      state_.add(output, keys_[place], bytes);
      write_output(output + "\tok\t" + std::to_string(texts.alignment.beads.size()) + " beads, " +
                       aligner::align::to_string(texts.alignment.mode) + "\n",
                   "");
    } catch (const aligner::Error& error) {
      code_ = exit_error;
      write_output(output + "\tfailed\t" + error.what() + "\n", "");
    }
  }

  const AlignOptions& options_;
  std::vector<BatchLine> lines_;
  std::optional<std::string> digest_;  // before the aligner reads the same files: a change between makes it too old
  bool is_begun_anew_;                 // asked for, or the database that would hold what is finished is gone
  std::unique_ptr<aligner::store::ProjectDatabase> project_;
  pipeline::TextAligner aligner_;
  BatchState state_;
  std::vector<std::string> keys_;  // by place in the manifest
  ExitCode code_ = exit_fine;
};

std::vector<std::string> inputs_of(const AlignOptions& options) {
  std::vector<std::string> inputs{options.source,          options.target,
                                  options.batch,           options.srx,
                                  options.source_overlaps, options.source_embeddings,
                                  options.target_overlaps, options.target_embeddings};
  for (const auto* files : {&options.terms, &options.lexicons, &options.dictionaries}) {
    inputs.insert(inputs.end(), files->begin(), files->end());
  }
  return inputs;
}

int run(const AlignOptions& options) {
  check_embeddings(options);
  check_files(inputs_of(options), options.output);
  if (options.anchor_lines && options.mode == "comparable") {
    throw UsageError("--anchor-lines keeps both texts in order; leave --mode comparable out");
  }
  if (!options.without.empty() && options.mode == "comparable") {
    throw UsageError("--without is of what aligns translations; leave --mode comparable out");
  }
  if (options.monotone && options.mode == "comparable") {
    throw UsageError("--monotone keeps both texts in order; leave --mode comparable out");
  }
  if (options.batch.empty()) {
    if (options.source.empty() || options.target.empty()) {
      throw UsageError("align needs SOURCE and TARGET, or --batch MANIFEST; see tungse help align");
    }
    return align_pair(options);
  }
  if (!options.source.empty())
    throw UsageError("--batch takes its files from the manifest; leave SOURCE and TARGET out");
  if (!options.output.empty()) throw UsageError("--batch takes its outputs from the manifest; leave --output out");
  return BatchJob(options).run();
}

}  // namespace

void add_align_command(CLI::App& app, Job& job) {
  CLI::App* align =
      app.add_subcommand("align", "Align two texts and say which sentences correspond, why, and how surely");
  const auto options = std::make_shared<AlignOptions>();
  align->add_option("source", options->source, "The text on the left (\"-\": standard input)")->option_text("SOURCE");
  align->add_option("target", options->target, "The text on the right")->option_text("TARGET");
  align->add_option("--source-lang", options->source_language, "Language of the source, BCP 47; detected where absent")
      ->option_text("T");
  align->add_option("--target-lang", options->target_language, "Language of the target")->option_text("T");
  align->add_option("--source-encoding", options->source_encoding, "Encoding of the source; detected where absent")
      ->option_text("E");
  align->add_option("--target-encoding", options->target_encoding, "Encoding of the target")->option_text("E");
  add_side_forms(*align, options->forms);
  align->add_option("--mode", options->mode, "auto (default), parallel or comparable")
      ->check(CLI::IsMember({"auto", "parallel", "comparable"}))
      ->option_text("M");
  CLI::Option* segmented =
      align->add_flag("--segmented", options->segmented, "Input is one segment per line: do not re-segment");
  CLI::Option* anchor_lines = align
                                  ->add_flag("--anchor-lines", options->anchor_lines,
                                             "With --segmented: delimiter lines, as many in both texts, cut them into "
                                             "blocks that correspond")
                                  ->needs(segmented);
  align->add_option("--delimiter", options->delimiter, "What a delimiter line says (default: .EOA)")
      ->option_text("TEXT")
      ->needs(anchor_lines);
  align->add_flag("--monotone", options->monotone,
                  "Translations: both texts keep their order, blocks that were moved elsewhere are not looked for");
  align->add_option("--srx", options->srx, "Segmentation rules in SRX 2.0 instead of the bundled ones")
      ->option_text("FILE");
  align->add_option("--terms", options->terms, "Term list, may be repeated")
      ->option_text("FILE")
      ->allow_extra_args(false);
  align->add_flag("--no-bundled-terms", options->no_bundled_terms, "Leave the bundled term list out");
  align->add_flag("--no-seed-lexicon", options->no_seed_lexicon, "Leave the bundled lexicon of the two languages out");
  align
      ->add_option("--lexicon", options->lexicons, "Lexicon made by tungse learn, in either direction; may be repeated")
      ->option_text("FILE")
      ->allow_extra_args(false);
  align
      ->add_option("--dictionary", options->dictionaries,
                   "Dictionary, source to target, as TSV or in hunalign's form; may be repeated")
      ->option_text("FILE")
      ->allow_extra_args(false);
  align
      ->add_option("--source-overlaps", options->source_overlaps,
                   "Lines of the source and their groups, as vecalign's overlap.py writes them")
      ->option_text("FILE");
  align
      ->add_option("--source-embeddings", options->source_embeddings,
                   "Embeddings of these lines: float32, little-endian, a row a line; with --segmented")
      ->option_text("FILE");
  align->add_option("--target-overlaps", options->target_overlaps, "The same of the target")->option_text("FILE");
  align->add_option("--target-embeddings", options->target_embeddings, "The same of the target")->option_text("FILE");
  align
      ->add_option("--without", options->without,
                   "For measuring what each part earns: align without it, in parallel mode; may be repeated. A wrong "
                   "name is answered with the right ones")
      ->check(CLI::IsMember(aligner::score::ingredient_names()))
      ->option_text("INGREDIENT")
      ->allow_extra_args(false);
  align->add_option("--db", options->db, "Keep the result in this project database")->option_text("FILE");
  align
      ->add_option("--min-confidence", options->smallest_confidence,
                   "Comparable texts: give links from this confidence on, 0 to 1 (default: 0.4)")
      ->check(CLI::Range(0.0, 1.0))
      ->option_text("P");
  align->add_option("--format", options->format, "report (default), ladder, tsv, json, html or markdown")
      ->check(CLI::IsMember({"report", "ladder", "tsv", "json", "html", "markdown"}))
      ->option_text("F");
  add_json_flag(*align, options->format);
  align->add_option("--output", options->output, "Write the result here instead of standard output")
      ->option_text("FILE");
  CLI::Option* batch =
      align->add_option("--batch", options->batch, "Align the pairs of a manifest: source<TAB>target<TAB>output a line")
          ->option_text("MANIFEST");
  align->add_flag("--independent", options->independent, "With --batch: no shared lexicon, every pair alone");
  align->add_flag("--again", options->again, "With --batch: align also what is finished and unchanged")->needs(batch);
  align->add_option("--threads", options->threads, "Threads; the result does not depend on it (default: all cores)")
      ->check(CLI::Range(1U, 256U))
      ->option_text("N");
  align->add_flag("--quiet", options->quiet, "No notes and no progress on standard error");
  add_ui_language(*align, options->ui_language);
  align->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace tungse

// tungse import: pairs that were aligned elsewhere, brought into a project.

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "aligner/error.h"
#include "aligner/messages/speaker.h"
#include "aligner/pipeline/import_pairs.h"

#include "tools/cli/command.h"
#include "tools/cli/output.h"
#include "tools/cli/terminal.h"
#include "tools/cli/ui_language.h"

namespace tungse {
namespace {

namespace interchange = aligner::interchange;
namespace pipeline = aligner::pipeline;
namespace store = aligner::store;
using interchange::PairFormat;

struct ImportOptions {
  std::vector<std::string> files;
  std::string db;
  std::string format;
  std::string source_language;
  std::string target_language;
  std::string name;
  std::string source_text;
  std::string target_text;
  bool segmented = false;
  bool json = false;
  bool quiet = false;
  aligner::messages::Language ui_language = aligner::messages::Language::english;
};

const std::map<std::string, PairFormat>& formats() {
  static const std::map<std::string, PairFormat> formats{
      {"tmx", PairFormat::tmx},   {"xliff", PairFormat::xliff}, {"xliff12", PairFormat::xliff12},
      {"tsv", PairFormat::tsv},   {"csv", PairFormat::csv},     {"jsonl", PairFormat::jsonl},
      {"xlsx", PairFormat::xlsx}, {"moses", PairFormat::moses}, {"hunalign", PairFormat::hunalign},
      {"po", PairFormat::po},     {"ladder", PairFormat::tsv}};
  return formats;
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const auto& [name, unused] : formats()) names.push_back(name);
  return names;
}

std::optional<aligner::text::LanguageTag> optional_language(const std::string& tag) {
  return tag.empty() ? std::nullopt : std::optional(language_of(tag));
}

// BASE stands for BASE.vi and BASE.en.
std::vector<std::filesystem::path> files_of(const ImportOptions& options) {
  std::vector<std::filesystem::path> files(options.files.begin(), options.files.end());
  if (options.format != "moses" || files.size() == 2) return files;
  if (options.source_language.empty() || options.target_language.empty()) {
    throw UsageError("moses is two files; give both, or BASE with --source-lang and --target-lang");
  }
  const std::string base = options.files.front();
  return {base + "." + options.source_language, base + "." + options.target_language};
}

void check(const ImportOptions& options) {
  const bool has_texts = !options.source_text.empty() || !options.target_text.empty();
  const bool has_both = !options.source_text.empty() && !options.target_text.empty();
  if (options.format == "ladder" && !has_both) {
    throw UsageError("a ladder holds no texts; give these with --source-text and --target-text");
  }
  if (has_texts && !has_both) throw UsageError("give --source-text and --target-text, both");
  const bool may_have_texts = options.format.empty() || options.format == "ladder";
  if (has_texts && !may_have_texts) throw UsageError("--source-text and --target-text go with --format ladder");
  if (options.segmented && !has_texts) throw UsageError("--segmented goes with --source-text and --target-text");
  if (options.files.size() == 2 && (has_texts || (!options.format.empty() && options.format != "moses"))) {
    throw UsageError("two files are a Moses pair; give one file otherwise");
  }
}

pipeline::ImportResult import_all(const ImportOptions& options) {
  const auto open = [&options] {
    stop_if_interrupted();
    return store::ProjectDatabase::open(options.db, store::OpenMode::create_or_open);
  };
  pipeline::ImportSettings settings;
  settings.read.source_language = optional_language(options.source_language);
  settings.read.target_language = optional_language(options.target_language);
  if (!options.format.empty()) settings.read.format = formats().at(options.format);
  settings.name = options.name;
  settings.when = now_utc();
  settings.tool_version = TUNGSE_VERSION;
  if (options.source_text.empty()) return pipeline::import_pairs(open, files_of(options), settings);
  pipeline::LadderInput input{.ladder = options.files.front(),
                              .source = {.path = options.source_text, .language = settings.read.source_language},
                              .target = {.path = options.target_text, .language = settings.read.target_language}};
  if (options.segmented) input.form = pipeline::InputForm::segment_per_line;
  return pipeline::import_ladder(open, input, settings);
}

std::string summary(const pipeline::ImportResult& result, const aligner::messages::Speaker& speaker) {
  const std::size_t known = result.alignments.size() - result.new_count;
  const std::string pairs = speaker.count(result.read.pair_count, "{} pairs", "{} pairs");
  const std::string languages = result.read.source_language.str() + "-" + result.read.target_language.str();
  const std::string first = std::to_string(result.alignments.front());
  std::string text = result.alignments.size() == 1 ? speaker.tell("{}, {}: alignment {}", pairs, languages, first)
                                                   : speaker.tell("{}, {}: alignments {} to {}", pairs, languages,
                                                                  first, std::to_string(result.alignments.back()));
  if (known == result.alignments.size()) {
    text += ", " + speaker.tell("there already");
  } else if (known > 0) {
    text += ", " + speaker.tell("{} there already", known);
  }
  if (result.decision_count > 0) text += ", " + speaker.tell("{} accepted by a person", result.decision_count);
  return text + "\n";
}

std::string summary_json(const pipeline::ImportResult& result) {
  const nlohmann::ordered_json summary = {{"pairs", result.read.pair_count},
                                          {"source_lang", result.read.source_language.str()},
                                          {"target_lang", result.read.target_language.str()},
                                          {"alignments", result.alignments},
                                          {"new", result.new_count},
                                          {"accepted", result.decision_count},
                                          {"notes", result.notes}};
  return summary.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

int run(const ImportOptions& options) {
  check(options);
  const pipeline::ImportResult result = import_all(options);
  if (!options.quiet) {
    for (const std::string& note : result.notes) say("tungse: " + note);
  }
  write_output(options.json ? summary_json(result) : summary(result, aligner::messages::Speaker(options.ui_language)),
               "");
  return exit_fine;
}

}  // namespace

void add_import_command(CLI::App& app, Job& job) {
  CLI::App* command = app.add_subcommand("import", "Bring pairs that were aligned elsewhere into a project");
  const auto options = std::make_shared<ImportOptions>();
  command->add_option("files", options->files, "The pairs (\"-\": standard input); a Moses pair is two files")
      ->required()
      ->expected(1, 2)
      ->option_text("FILE");
  command->add_option("--db", options->db, "The project database, made where there is none")
      ->required()
      ->option_text("FILE");
  command
      ->add_option(
          "--format", options->format,
          "tmx, xliff, xliff12, tsv, csv, jsonl, xlsx, moses, hunalign, po or ladder (default: told from the file)")
      ->check(CLI::IsMember(format_names()))
      ->option_text("F");
  command->add_option("--source-lang", options->source_language, "Language of the source (default: as the file says)")
      ->option_text("TAG");
  command->add_option("--target-lang", options->target_language, "Language of the target")->option_text("TAG");
  command->add_option("--name", options->name, "What the documents are called (default: the file's name)")
      ->option_text("NAME");
  command->add_option("--source-text", options->source_text, "The source of a ladder or a list of gold links")
      ->option_text("FILE");
  command->add_option("--target-text", options->target_text, "The target of it")->option_text("FILE");
  command->add_flag("--segmented", options->segmented, "These texts have a segment a line");
  command->add_flag("--json", options->json, "What was done as JSON");
  command->add_flag("--quiet", options->quiet, "No notes on standard error");
  command->footer(
      "The pairs become two documents, a segment a pair. The same file again adds nothing. Scores, grades, reasons "
      "and\n"
      "acceptances that tungse export wrote come back; of other properties the number is said.");
  add_ui_language(*command, options->ui_language);
  command->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace tungse

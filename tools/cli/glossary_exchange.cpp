// tungse glossary import, tungse glossary export: term bases as files.

#include <filesystem>
#include <map>
#include <memory>

#include "aligner/error.h"
#include "aligner/interchange/termbase_files.h"
#include "aligner/report/merge_report.h"
#include "aligner/store/project_database.h"
#include "aligner/terms/merge_termbase.h"
#include "aligner/text/read_bytes.h"

#include "tools/cli/batch.h"
#include "tools/cli/glossary_command.h"
#include "tools/cli/help_text.h"
#include "tools/cli/output.h"
#include "tools/cli/terminal.h"
#include "tools/cli/ui_language.h"

namespace tungse {
namespace {

namespace interchange = aligner::interchange;
namespace report = aligner::report;
namespace store = aligner::store;
using aligner::terms::MergePlan;

struct ImportOptions {
  std::string file;
  std::string db;
  AuthorOptions author;
  bool bundled = false;
  bool dry_run = false;
  bool json = false;
  bool quiet = false;
  aligner::messages::Language ui_language = aligner::messages::Language::english;
};

struct ExportOptions {
  std::string db;
  std::string format;
  std::string output;
  bool quiet = false;
};

interchange::ReadTerms read(const ImportOptions& options) {
  if (options.bundled) return {.base = {.terms = aligner::terms::bundled_terms()}};
  return interchange::read_termbase(options.file);
}

// A database that is not there yet is planned for as an empty one.
MergePlan import_terms(const aligner::terms::Termbase& incoming, const aligner::terms::Author& author,
                       const ImportOptions& options) {
  if (!options.dry_run) {
    auto project = store::ProjectDatabase::open(options.db, store::OpenMode::create_or_open);
    return project.import_terms(incoming, author, store::DryRun::no);
  }
  if (!std::filesystem::exists(options.db)) {
    return aligner::terms::plan_merge({}, incoming, author, aligner::terms::Matching::by_terms);
  }
  auto project = store::ProjectDatabase::open(options.db, store::OpenMode::read_only);
  return project.import_terms(incoming, author, store::DryRun::yes);
}

int import_file(ImportOptions options) {
  if (options.bundled == !options.file.empty()) throw UsageError("give a FILE to import, or --bundled");
  const std::string name = options.bundled ? "the bundled list" : aligner::text::name_of(options.file);
  if (options.author.why.empty()) options.author.why = "imported from " + name;
  const auto author = author_of(options.author, aligner::terms::ChangeOrigin::file);
  const interchange::ReadTerms incoming = read(options);
  stop_if_interrupted();
  const MergePlan plan = import_terms(incoming.base, author, options);
  if (!options.quiet) {
    for (const std::string& note : incoming.notes) say("tungse: " + name + ": " + note);
  }
  if (options.json) {
    write_output(report::merge_report_json(plan, incoming.notes, !options.dry_run), "");
  } else {
    write_output(report::merge_report(plan, {.every_change = options.dry_run, .language = options.ui_language}), "");
  }
  return plan.has_conflicts() ? exit_findings : exit_fine;
}

int export_file(const ExportOptions& options) {
  static const std::map<std::string, interchange::TermFormat> formats{
      {"tsv", interchange::TermFormat::tsv},   {"csv", interchange::TermFormat::csv},
      {"xlsx", interchange::TermFormat::xlsx}, {"json", interchange::TermFormat::json},
      {"tbx", interchange::TermFormat::tbx},   {"tbx3", interchange::TermFormat::tbx3}};
  if (options.format.empty()) throw UsageError("give --format: tsv, csv, xlsx, tbx, tbx3 or json");
  if (options.format == "xlsx" && options.output.empty() && is_output_terminal()) {
    throw UsageError("a workbook is nothing to be read on a terminal; give --output FILE");
  }
  check_files({options.db}, options.output);
  const auto project = store::ProjectDatabase::open(options.db, store::OpenMode::read_only);
  const interchange::WrittenTerms written =
      interchange::write_termbase(project.load_termbase(), formats.at(options.format));
  write_output(written.bytes, options.output);
  if (!options.quiet) {
    for (const std::string& loss : written.losses) say("tungse: " + loss);
  }
  return exit_fine;
}

void add_import(CLI::App& glossary, Job& job) {
  CLI::App* command = glossary.add_subcommand("import", "Bring in a list of terms: TSV, CSV, XLSX, JSON or TBX");
  const auto options = std::make_shared<ImportOptions>();
  command->add_option("file", options->file, "The list (\"-\": standard input)")->option_text("FILE");
  add_db_option(*command, options->db);
  add_author_options(*command, options->author);
  command->add_flag("--bundled", options->bundled, "Import the bundled list instead of a file");
  command->add_flag("--dry-run", options->dry_run, "Only say what would be created, updated, skipped, in conflict");
  command->add_flag("--json", options->json, "Everything as JSON");
  command->add_flag("--quiet", options->quiet, "No notes on standard error");
  command->footer(
      "A concept is the one of the same id, else the one that has its terms. What a person decided stays as it is; "
      "that\n"
      "and what cannot be told apart is \"in conflict\", is left out, and makes the exit code 3.\n" +
      exit_codes("something is in conflict"));
  add_ui_language(*command, options->ui_language);
  command->callback([options, &job] { job = [options] { return import_file(*options); }; });
}

void add_export(CLI::App& glossary, Job& job) {
  CLI::App* command = glossary.add_subcommand("export", "Write the terms as TSV, CSV, XLSX, JSON or TBX");
  const auto options = std::make_shared<ExportOptions>();
  add_db_option(*command, options->db);
  command->add_option("--format", options->format, "tsv, csv, xlsx, tbx (TBX-Basic v2), tbx3 (v3) or json")
      ->check(CLI::IsMember({"tsv", "csv", "xlsx", "tbx", "tbx3", "json"}))
      ->option_text("F");
  add_json_flag(*command, options->format);
  command->add_option("--output", options->output, "Write here instead of standard output")->option_text("FILE");
  command->add_flag("--quiet", options->quiet, "Do not say what the format cannot hold");
  command->callback([options, &job] { job = [options] { return export_file(*options); }; });
}

}  // namespace

void add_glossary_exchange_commands(CLI::App& glossary, Job& job) {
  add_import(glossary, job);
  add_export(glossary, job);
}

}  // namespace tungse

// tungse db: a project database as a file.

#include <filesystem>
#include <memory>

#include <nlohmann/json.hpp>

#include "aligner/store/database_file.h"

#include "tools/cli/command.h"
#include "tools/cli/glossary_command.h"
#include "tools/cli/help_text.h"
#include "tools/cli/output.h"
#include "tools/cli/terminal.h"

namespace tungse {
namespace {

namespace store = aligner::store;
using Json = nlohmann::ordered_json;

struct DbOptions {
  std::string db;
  std::string copy;
  bool json = false;
};

// Bytes of a file as an exact number; a reader is told the unit.
std::string bytes(std::uintmax_t count) { return std::to_string(count) + " bytes"; }

void print(const DbOptions& options, const std::string& text, const Json& value) {
  const auto replace = Json::error_handler_t::replace;  // a file's name may be no UTF-8
  write_output(options.json ? value.dump(2, ' ', false, replace) + "\n" : text, "");
}

int info(const DbOptions& options) {
  const store::FileInfo file = store::read_file_info(options.db);
  const bool is_old = file.schema < file.latest_schema;
  std::string text = "schema\t" + std::to_string(file.schema) +
                     (is_old ? ", tungse has " + std::to_string(file.latest_schema) + ": tungse db migrate" : "") +
                     "\n";
  text += "file\t" + bytes(file.byte_count) + "\n";
  text += "log\t" + bytes(file.log_byte_count) + "\n";
  text += "free\t" + bytes(file.free_byte_count) + "\n";
  Json counts = Json::object();
  for (const store::RowCount& row : file.counts) {
    text += row.what + "\t" + std::to_string(row.count) + "\n";
    counts[row.what] = row.count;
  }
  print(options, text,
        {{"file", options.db},
         {"schema", file.schema},
         {"latest_schema", file.latest_schema},
         {"bytes", file.byte_count},
         {"log_bytes", file.log_byte_count},
         {"free_bytes", file.free_byte_count},
         {"counts", counts}});
  return exit_fine;
}

int check(const DbOptions& options) {
  const store::Faults faults = store::find_faults(options.db);
  std::string text;
  for (const std::string& sentence : faults.sentences) text += sentence + "\n";
  if (faults.sentences.empty()) text = "no fault was found\n";
  print(options, text, {{"file", options.db}, {"faults", faults.sentences}, {"checked_contents", faults.is_thorough}});
  if (faults.sentences.empty() && !faults.is_thorough) {
    say("tungse: of an older schema only the tables are checked; tungse db migrate, then check again");
  }
  if (!faults.sentences.empty()) say("tungse: bring back a copy, or name a new file and align the texts again");
  return faults.sentences.empty() ? exit_fine : exit_findings;
}

int backup(const DbOptions& options) {
  store::back_up(options.db, options.copy, progress_line("copying", options.json));
  clear_progress();
  const std::uintmax_t size = std::filesystem::file_size(options.copy);
  print(options, options.copy + "\t" + bytes(size) + "\n",
        {{"file", options.db}, {"copy", options.copy}, {"bytes", size}});
  return exit_fine;
}

int vacuum(const DbOptions& options) {
  const store::Vacuumed sizes = store::vacuum(options.db);
  print(options, "before\t" + bytes(sizes.bytes_before) + "\nafter\t" + bytes(sizes.bytes_after) + "\n",
        {{"file", options.db}, {"bytes_before", sizes.bytes_before}, {"bytes_after", sizes.bytes_after}});
  return exit_fine;
}

int migrate(const DbOptions& options) {
  const store::Migrated versions = store::migrate_file(options.db, progress_line("indexing", options.json));
  clear_progress();
  const std::string to = std::to_string(versions.to);
  const std::string text = versions.from == versions.to
                               ? "schema " + to + ": up to date\n"
                               : "from schema " + std::to_string(versions.from) + " to schema " + to + "\n";
  print(options, text, {{"file", options.db}, {"from", versions.from}, {"to", versions.to}});
  return exit_fine;
}

using Work = int (*)(const DbOptions&);

CLI::App* add(CLI::App& db, Job& job, const std::shared_ptr<DbOptions>& options, const std::string& name,
              const std::string& what, Work work) {
  CLI::App* command = db.add_subcommand(name, what);
  add_db_option(*command, options->db);
  command->add_flag("--json", options->json, "The same as JSON");
  command->callback([options, work, &job] { job = [options, work] { return work(*options); }; });
  return command;
}

}  // namespace

void add_db_command(CLI::App& app, Job& job) {
  CLI::App* db = app.add_subcommand("db", "Look after a project database: info, check, backup, vacuum, migrate");
  db->require_subcommand(1);
  const auto options = std::make_shared<DbOptions>();  // of the one that is chosen
  add(*db, job, options, "info", "Schema, sizes, and how much of what is in it", info);
  add(*db, job, options, "check", "Read everything and say what is wrong", check)
      ->footer(exit_codes("something is wrong with the file"));
  CLI::App* backup_command =
      add(*db, job, options, "backup", "Copy it to a new file, whole or not at all, also while it is in use", backup);
  backup_command->add_option("copy", options->copy, "The new file")->required()->option_text("FILE");
  add(*db, job, options, "vacuum", "Give back the room that the file does not need", vacuum);
  add(*db, job, options, "migrate", "Bring a file of an older tungse up to date", migrate);
}

}  // namespace tungse

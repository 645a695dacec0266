#pragma once
// What the subcommands share: each adds itself to the command line and leaves behind what is to be run.
//
//   std::function<int()> job;
//   add_align_command(app, job);
//   CLI11_PARSE ...; return job();

#include <functional>
#include <stdexcept>
#include <string>

#include <CLI/CLI.hpp>

#include "aligner/text/language_tag.h"

namespace tungse {

/// Exit codes; scripts depend on them.
enum ExitCode { exit_fine = 0, exit_error = 1, exit_usage = 2, exit_findings = 3, exit_interrupted = 130 };

/// Wrong words on the command line that the parser itself cannot see.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Set by the command that was chosen; returns the exit code.
using Job = std::function<int()>;

/// The language a user named. Throws UsageError where the tag is none.
aligner::text::LanguageTag language_of(const std::string& tag);

/// --json, short for --format json, or for another name of it.
void add_json_flag(CLI::App& command, std::string& format, const std::string& name = "json");

void add_align_command(CLI::App& app, Job& job);
void add_anchors_command(CLI::App& app, Job& job);
void add_check_command(CLI::App& app, Job& job);
void add_concord_command(CLI::App& app, Job& job);
void add_db_command(CLI::App& app, Job& job);
void add_edit_command(CLI::App& app, Job& job);
void add_export_command(CLI::App& app, Job& job);
void add_glossary_command(CLI::App& app, Job& job);
/// Of the group `tungse glossary`.
void add_glossary_build(CLI::App& glossary, Job& job);
void add_glossary_usage(CLI::App& glossary, Job& job);
/// help, completion and man.
void add_help_commands(CLI::App& app, Job& job);
void add_import_command(CLI::App& app, Job& job);
void add_learn_command(CLI::App& app, Job& job);
void add_match_command(CLI::App& app, Job& job);
void add_mine_command(CLI::App& app, Job& job);
void add_report_command(CLI::App& app, Job& job);
void add_segment_command(CLI::App& app, Job& job);
void add_score_command(CLI::App& app, Job& job);
void add_words_command(CLI::App& app, Job& job);

}  // namespace tungse

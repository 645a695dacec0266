// tungse report: what a project database holds, as align printed it, with what people decided.

#include <memory>

#include <nlohmann/json.hpp>

#include "aligner/store/project_database.h"

#include "tools/cli/command.h"
#include "tools/cli/output.h"
#include "tools/cli/ui_language.h"

namespace tungse {
namespace {

struct ReportOptions {
  std::string db;
  std::string format = "text";
  std::string output;
  std::int64_t alignment = 0;  // 0: the latest
  bool list = false;
  aligner::messages::Language ui_language = aligner::messages::Language::english;
};

std::string list_text(const std::vector<aligner::store::AlignmentSummary>& alignments) {
  std::string text;
  for (const auto& one : alignments) {
    text += std::to_string(one.id) + "\t" + one.saved_at + "\t" + aligner::align::to_string(one.mode) + "\t" +
            one.source_name + " (" + one.source_language.str() + ", " + std::to_string(one.source_count) + ")\t" +
            one.target_name + " (" + one.target_language.str() + ", " + std::to_string(one.target_count) + ")\t" +
            std::to_string(one.bead_count) + " beads\n";
  }
  return text;
}

std::string list_json(const std::vector<aligner::store::AlignmentSummary>& alignments) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const auto& one : alignments) {
    list.push_back({{"id", one.id},
                    {"saved_at", one.saved_at},
                    {"mode", aligner::align::to_string(one.mode)},
                    {"source", one.source_name},
                    {"source_lang", one.source_language.str()},
                    {"source_segments", one.source_count},
                    {"target", one.target_name},
                    {"target_lang", one.target_language.str()},
                    {"target_segments", one.target_count},
                    {"beads", one.bead_count},
                    {"decisions", one.decision_count}});
  }
  return list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

int run(const ReportOptions& options) {
  using aligner::store::OpenMode;
  const auto project = aligner::store::ProjectDatabase::open(options.db, OpenMode::read_only);
  const bool as_json = options.format == "json";
  if (options.list) {
    const auto alignments = project.list_alignments();
    write_output(as_json ? list_json(alignments) : list_text(alignments), options.output);
    return exit_fine;
  }
  const aligner::align::AlignedTexts texts =
      options.alignment == 0 ? project.load_latest() : project.load(options.alignment);
  const bool to_terminal = options.output.empty() || options.output == "-";
  write_output(render(texts, format_of(options.format), to_terminal, options.ui_language), options.output);
  return exit_fine;
}

}  // namespace

void add_report_command(CLI::App& app, Job& job) {
  CLI::App* report = app.add_subcommand("report", "Print an alignment from a project database");
  const auto options = std::make_shared<ReportOptions>();
  report->add_option("--db", options->db, "The project database")->required()->option_text("FILE");
  report->add_option("--format", options->format, "text (default), json, html or markdown")
      ->check(CLI::IsMember({"text", "json", "html", "markdown"}))
      ->option_text("F");
  report
      ->add_option("--alignment", options->alignment, "Which alignment, by its number in --list (default: the latest)")
      ->check(CLI::PositiveNumber)
      ->option_text("N");
  report->add_flag("--list", options->list, "List the alignments instead: number, time, mode, texts, beads");
  report->add_option("--output", options->output, "Write here instead of standard output")->option_text("FILE");
  add_json_flag(*report, options->format);
  add_ui_language(*report, options->ui_language);
  report->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace tungse

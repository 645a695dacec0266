// tungse: aligns texts in different languages, sentence by sentence, and says why.
//
// Data goes to standard output, everything else to standard error. Exit codes: 0 fine, 1 could not be done, 2 wrong
// words on the command line, 3 findings remain or a gate was not met, 130 interrupted.

#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "aligner/error.h"

#include "tools/cli/command.h"
#include "tools/cli/help_text.h"
#include "tools/cli/output.h"
#include "tools/cli/standard_input.h"
#include "tools/cli/terminal.h"

namespace tungse {
namespace {

// JSON was asked for, so errors are JSON too. Looked up before parsing, for errors of parsing itself.
bool wants_json(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--json" || word == "--format=json") return true;
    if (word == "--format" && i + 1 < argc && std::strcmp(argv[i + 1], "json") == 0) return true;
  }
  return false;
}

// The parser only says that a command is missing; better is which word is none.
std::string explain(const CLI::App& app, const CLI::ParseError& error, int argc, char** argv) {
  const std::string word = argc > 1 ? argv[1] : "-";
  const auto commands = app.get_subcommands([&word](const CLI::App* one) { return one->get_name() == word; });
  const bool is_unknown_command = word[0] != '-' && commands.empty();
  return (is_unknown_command ? "there is no command \"" + word + "\"" : std::string(error.what())) +
         "; see tungse --help";
}

// The parser takes a word in brackets for a list of words, and pairs of segments are written "[58]:[69, 70]": a space
// before it keeps it whole, and means nothing in a pair. In the parser's order, which is from the last to the first.
std::vector<std::string> words_for_parser(int argc, char** argv) {
  std::vector<std::string> words;
  for (int i = argc - 1; i > 0; --i) {
    const std::string word = argv[i];
    const bool is_pair = word.starts_with('[') && word.ends_with(']') && word.find("]:[") != std::string::npos;
    words.push_back(is_pair && std::string_view(argv[i - 1]) != "--note" ? " " + word : word);
  }
  return words;
}

int run(int argc, char** argv) {
  CLI::App app("Aligns texts in different languages, sentence by sentence, and says why.", "tungse");
  app.set_version_flag("--version", std::string("tungse ") + TUNGSE_VERSION);
  app.require_subcommand(1);
  app.formatter(make_help_formatter());
  Job job;
  add_align_command(app, job);
  add_anchors_command(app, job);
  add_check_command(app, job);
  add_concord_command(app, job);
  add_db_command(app, job);
  add_edit_command(app, job);
  add_export_command(app, job);
  add_glossary_command(app, job);
  add_import_command(app, job);
  add_learn_command(app, job);
  add_match_command(app, job);
  add_mine_command(app, job);
  add_report_command(app, job);
  add_segment_command(app, job);
  add_score_command(app, job);
  add_words_command(app, job);
  add_help_commands(app, job);
  // Last: a command takes over the footer that is there when it is added.
  app.footer(exit_codes("findings remain or a gate was not met") +
             "\n\"-\" stands for standard input or output. More: tungse help COMMAND");
  const bool as_json = wants_json(argc, argv);
  try {
    app.parse(words_for_parser(argc, argv));
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
    say_error(explain(app, error, argc, argv), exit_usage, as_json);
    return exit_usage;
  }
  try {
    check_standard_input(app);
    return job();
  } catch (const UsageError& error) {
    clear_progress();
    say_error(error.what(), exit_usage, as_json);
    return exit_usage;
  } catch (const std::bad_alloc&) {
    clear_progress();
    say_error("out of memory; align smaller parts", exit_error, as_json);
    return exit_error;
  } catch (const std::exception& error) {
    clear_progress();
    const int code = is_interrupted() ? exit_interrupted : exit_error;
    say_error(is_interrupted() ? "interrupted; what was written before stays as it is" : error.what(), code, as_json);
    return code;
  }
}

// Every pass over long texts frees what it worked in and asks for as much again. The C library gives freed memory back
// to the system as soon as there is much of it, and each page that comes anew costs a fault: of ten thousand segments
// aligned 72,000 faults, 42,000 where it keeps what it has. Larger blocks come and go as ever, or fifty thousand
// segments would need 7 % more memory.
void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int largest_kept_block = 24 << 20;
  constexpr int largest_kept = 1 << 30;
  mallopt(M_MMAP_THRESHOLD, largest_kept_block);
  mallopt(M_TRIM_THRESHOLD, largest_kept);
#endif
}

}  // namespace

aligner::text::LanguageTag language_of(const std::string& tag) {
  const auto parsed = aligner::text::LanguageTag::try_parse(tag);
  if (!parsed) throw UsageError(parsed.error().message);
  return parsed.value();
}

void add_json_flag(CLI::App& command, std::string& format, const std::string& name) {
  command.add_flag_callback(
      "--json", [&format, name] { format = name; }, "The same as --format " + name);
}

}  // namespace tungse

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of writing, said like any other
  tungse::catch_interrupts();
  tungse::keep_freed_memory();
  return tungse::run(argc, argv);
}

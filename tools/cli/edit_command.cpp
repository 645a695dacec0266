// tungse edit: what a person decides about pairs, kept in a project database; undo and redo; the list of all of it.

#include <functional>
#include <memory>

#include "aligner/error.h"
#include "aligner/report/edits_report.h"
#include "aligner/review/plan_edit.h"
#include "aligner/store/project_database.h"

#include "tools/cli/command.h"
#include "tools/cli/glossary_command.h"
#include "tools/cli/output.h"
#include "tools/cli/ui_language.h"

namespace tungse {
namespace {

namespace align = aligner::align;
namespace report = aligner::report;
namespace review = aligner::review;
namespace store = aligner::store;
using review::Edit;
using review::PairGroups;

struct EditOptions {
  std::string db;
  std::int64_t alignment = 0;  // 0: the latest
  AuthorOptions author;
  std::vector<std::string> pairs;
  std::vector<std::string> places;
  std::size_t steps = 1;
  std::string format = "table";
  std::string output;
  bool json = false;
  aligner::messages::Language ui_language = aligner::messages::Language::english;
};

std::int64_t alignment_of(const store::ProjectDatabase& project, std::int64_t wanted) {
  if (wanted != 0) return wanted;
  const auto alignments = project.list_alignments();
  if (alignments.empty()) throw aligner::Error("there is no alignment in this database yet; align two texts into it");
  return alignments.front().id;
}

review::PairName name_of(const std::string& text) {
  const auto name = review::parse_pair(text);
  if (!name) throw UsageError(name.error().message);
  return name.value();
}

// Segments, where a number of a pair would say nothing.
PairGroups segments_of(const std::string& text, const std::string& what) {
  const review::PairName name = name_of(text);
  if (name.number != 0)
    throw UsageError(what + " takes segments, \"58:\" of the source or \":69\" of the target, not a pair's number");
  return name.groups;
}

std::vector<review::PairName> names_of(const std::vector<std::string>& texts) {
  std::vector<review::PairName> names;
  for (const std::string& text : texts) names.push_back(name_of(text));
  return names;
}

std::vector<PairGroups> groups_of(const align::Alignment& now, const std::vector<review::PairName>& names) {
  std::vector<PairGroups> groups;
  for (const review::PairName& name : names) groups.push_back(find_groups(now, name));
  return groups;
}

// Keeps what is planned, and says what it was.
int keep(const EditOptions& options, const store::EditPlan& plan) {
  auto project = store::ProjectDatabase::open(options.db, store::OpenMode::open_existing);
  const std::int64_t alignment = alignment_of(project, options.alignment);
  const std::vector<Edit> edits = project.edit(alignment, plan);
  if (options.json) {
    write_output(report::edits_json(edits), "");
    return exit_fine;
  }
  const std::vector<Edit> history = project.edits_for(alignment);
  std::string lines;
  for (const Edit& edit : edits) lines += report::edit_line(edit, history, options.ui_language);
  write_output(lines, "");
  return exit_fine;
}

review::Editor editor_of(const EditOptions& options) {
  const aligner::terms::Author author = author_of(options.author, aligner::terms::ChangeOrigin::person);
  return {.by = author.by, .at = author.at, .note = author.why};
}

// An edit made of the pairs that the user names.
using PairsPlan = std::function<Edit(const align::Alignment& now, const std::vector<PairGroups>& pairs,
                                     const review::Editor& editor)>;

int keep_one(const EditOptions& options, const PairsPlan& plan) {
  const std::vector<review::PairName> names = names_of(options.pairs);  // wrong words before anything is opened
  const review::Editor editor = editor_of(options);
  return keep(options, [&](const align::Alignment& now, const std::vector<Edit>&) {
    return std::vector{plan(now, groups_of(now, names), editor)};
  });
}

int split(const EditOptions& options) {
  std::vector<PairGroups> places;
  for (const std::string& place : options.places) places.push_back(segments_of(place, "--at"));
  return keep_one(options, [&](const auto& now, const auto& pairs, const auto& editor) {
    return plan_split(now, pairs.front(), places, editor);
  });
}

int shift(const EditOptions& options) {
  segments_of(options.pairs.front(), "shift");
  return keep_one(options, [](const auto& now, const auto& pairs, const auto& editor) {
    return plan_shift(now, pairs[0], pairs[1], editor);
  });
}

int relink(const EditOptions& options) {
  return keep_one(options, [](const auto& now, const auto& pairs, const auto& editor) {
    return plan_relink(now, pairs[0], pairs[1], editor);
  });
}

int note(const EditOptions& options) {
  return keep_one(options, [](const auto& now, const auto& pairs, const auto& editor) {
    return plan_note(now, pairs.front(), editor);
  });
}

int undo(const EditOptions& options) {
  const review::Editor editor = editor_of(options);
  return keep(options, [&](const align::Alignment&, const std::vector<Edit>& history) {
    return plan_undo(history, options.steps, editor);
  });
}

int redo(const EditOptions& options) {
  const review::Editor editor = editor_of(options);
  return keep(options, [&](const align::Alignment&, const std::vector<Edit>& history) {
    return plan_redo(history, options.steps, editor);
  });
}

int list(const EditOptions& options) {
  const auto project = store::ProjectDatabase::open(options.db, store::OpenMode::read_only);
  const std::vector<Edit> history = project.edits_for(alignment_of(project, options.alignment));
  const bool as_json = options.json || options.format == "json";
  write_output(as_json ? report::edits_json(history) : report::edits_table(history, options.ui_language),
               options.output);
  return exit_fine;
}

using Work = int (*)(const EditOptions&);

CLI::App* add(CLI::App& edit, Job& job, const std::shared_ptr<EditOptions>& options, const std::string& name,
              const std::string& what, Work work) {
  CLI::App* command = edit.add_subcommand(name, what);
  add_db_option(*command, options->db);
  command
      ->add_option("--alignment", options->alignment,
                   "Which alignment, by its number in report --list (default: the latest)")
      ->check(CLI::PositiveNumber)
      ->option_text("N");
  add_ui_language(*command, options->ui_language);
  command->callback([options, work, &job] { job = [options, work] { return work(*options); }; });
  return command;
}

// One that changes something.
CLI::App* add_change(CLI::App& edit, Job& job, const std::shared_ptr<EditOptions>& options, const std::string& name,
                     const std::string& what, Work work) {
  CLI::App* command = add(edit, job, options, name, what, work);
  command->add_option("--by", options->author.by, "Who decides (default: the user's name)")->option_text("NAME");
  command->add_option("--note", options->author.why, "Why, kept with the decision")->option_text("TEXT");
  command->add_flag("--json", options->json, "What was done, as JSON");
  return command;
}

// The words behind the options: `least` pairs and perhaps no more.
void take_pairs(CLI::App* command, EditOptions& options, const std::string& form, int least, int most) {
  command->add_option("pairs", options.pairs, "Pairs, by number in the report or by segments: 58:69,70")
      ->required()
      ->expected(least, most)
      ->option_text(form);
}

constexpr int most_pairs = 100'000;  // and steps

int accept(const EditOptions& options) {
  return keep_one(
      options, [](const auto& now, const auto& pairs, const auto& editor) { return plan_accept(now, pairs, editor); });
}

int reject(const EditOptions& options) {
  return keep_one(
      options, [](const auto& now, const auto& pairs, const auto& editor) { return plan_reject(now, pairs, editor); });
}

int join(const EditOptions& options) {
  return keep_one(options,
                  [](const auto& now, const auto& pairs, const auto& editor) { return plan_join(now, pairs, editor); });
}

}  // namespace

void add_edit_command(CLI::App& app, Job& job) {
  CLI::App* edit =
      app.add_subcommand("edit", "Decide about pairs of a project: accept, reject, join, split, undo, ...");
  edit->require_subcommand(1);
  edit->footer(
      "A PAIR is the number that report shows now, or the segments it shows: 58:69,70 or \"[58]:[69, 70]\"; \"58:\" "
      "has "
      "no counterpart.\nEvery edit is kept with who, when and why. Aligning the texts anew keeps what was accepted.\n"
      "More: tungse edit COMMAND --help");
  const auto options_of = [] { return std::make_shared<EditOptions>(); };

  auto options = options_of();
  CLI::App* command =
      add_change(*edit, job, options, "accept", "These pairs are right, also such as were not found", accept);
  take_pairs(command, *options, "PAIR...", 1, most_pairs);

  options = options_of();
  command = add_change(*edit, job, options, "reject", "These pairs are wrong: their segments are free", reject);
  take_pairs(command, *options, "PAIR...", 1, most_pairs);

  options = options_of();
  command = add_change(*edit, job, options, "join", "Make neighbouring pairs one", join);
  take_pairs(command, *options, "PAIR PAIR...", 2, most_pairs);

  options = options_of();
  command = add_change(*edit, job, options, "split", "Make one pair several", split);
  take_pairs(command, *options, "PAIR", 1, 1);
  command
      ->add_option("--at", options->places,
                   "Where another pair begins: its first segments, 59:70; 59: where the target stays with the pair "
                   "before; may be repeated")
      ->required()
      ->allow_extra_args(false)
      ->option_text("SEGMENTS");

  options = options_of();
  command = add_change(*edit, job, options, "shift", "Move segments, 59: or :70, to a pair beside theirs", shift);
  take_pairs(command, *options, "SEGMENTS PAIR", 2, 2);

  options = options_of();
  command =
      add_change(*edit, job, options, "relink", "The source of the first belongs to the target of the second", relink);
  take_pairs(command, *options, "PAIR PAIR", 2, 2);

  options = options_of();
  command = add_change(*edit, job, options, "note", "Keep a remark (--note) on a pair; it changes nothing", note);
  take_pairs(command, *options, "PAIR", 1, 1);

  options = options_of();
  command = add_change(*edit, job, options, "undo", "Take the last edits back", undo);
  command->add_option("--steps", options->steps, "How many (default: 1)")
      ->check(CLI::Range(1, most_pairs))
      ->option_text("N");

  options = options_of();
  command = add_change(*edit, job, options, "redo", "Give back what was undone", redo);
  command->add_option("--steps", options->steps, "How many (default: 1)")
      ->check(CLI::Range(1, most_pairs))
      ->option_text("N");

  options = options_of();
  command = add(*edit, job, options, "list", "All edits: number, time, who, what, why", list);
  command->add_option("--format", options->format, "table (default) or json")
      ->check(CLI::IsMember({"table", "json"}))
      ->option_text("F");
  command->add_option("--output", options->output, "Write here instead of standard output")->option_text("FILE");
  command->add_flag("--json", options->json, "The same as --format json");
}

}  // namespace tungse

// tungse concord: where words stand in a project's texts, and what stands opposite them.

#include <chrono>
#include <memory>
#include <utility>

#include "aligner/report/concordance_report.h"
#include "aligner/store/project_database.h"

#include "tools/cli/command.h"
#include "tools/cli/glossary_command.h"
#include "tools/cli/output.h"
#include "tools/cli/terminal.h"

namespace tungse {
namespace {

namespace align = aligner::align;
namespace report = aligner::report;
namespace store = aligner::store;
namespace terms = aligner::terms;

constexpr int most_shown = 1'000'000'000;

struct ConcordOptions {
  std::string query;
  std::string db;
  bool is_concept = false;
  bool is_regex = false;
  bool is_prefix = false;
  bool ignore_marks = false;
  std::string side = "both";
  std::string language;
  std::string counterpart_language;
  std::int64_t alignment = 0;  // 0: all
  double min_confidence = 0;
  std::vector<std::string> grades;
  std::string status = "any";
  std::string sort = "position";
  std::string count;  // what is counted; empty: places are listed
  std::size_t limit = 50;
  std::size_t offset = 0;
  double timeout = 60;  // seconds
  std::string format = "table";
  std::string output;
};

template <typename Value>
using Named = std::vector<std::pair<std::string, Value>>;

const Named<store::OnSide> sides = {
    {"source", store::OnSide::source}, {"target", store::OnSide::target}, {"both", store::OnSide::both}};
const Named<store::PairState> states = {{"any", store::PairState::any},
                                        {"aligned", store::PairState::aligned},
                                        {"accepted", store::PairState::accepted},
                                        {"machine", store::PairState::machine},
                                        {"alone", store::PairState::alone}};
const Named<store::ConcordanceOrder> orders = {{"position", store::ConcordanceOrder::position},
                                               {"left", store::ConcordanceOrder::left},
                                               {"right", store::ConcordanceOrder::right},
                                               {"match", store::ConcordanceOrder::match},
                                               {"confidence", store::ConcordanceOrder::confidence}};
const Named<store::CountBy> counts = {{"wording", store::CountBy::wording},
                                      {"document", store::CountBy::document},
                                      {"counterpart", store::CountBy::counterpart}};
const Named<align::Grade> grade_names = {{"same", align::Grade::same},
                                         {"mostly", align::Grade::mostly},
                                         {"partly", align::Grade::partly},
                                         {"related", align::Grade::related}};

template <typename Value>
std::vector<std::string> names_of(const Named<Value>& named) {
  std::vector<std::string> names;
  for (const auto& [name, value] : named) names.push_back(name);
  return names;
}

// The command line has checked the name.
template <typename Value>
Value value_of(const Named<Value>& named, const std::string& wanted) {
  for (const auto& [name, value] : named) {
    if (name == wanted) return value;
  }
  throw UsageError("\"" + wanted + "\" is none of the words that may stand here");
}

// The concept, with what guards its short terms.
terms::TermList terms_of(const terms::Concept& wanted, const terms::TermList& all) {
  std::vector<terms::Concept> concepts = {wanted};
  concepts.front().relations.clear();
  for (const terms::Concept& one : all.concepts()) {
    if (one.type == "homograph" && one.id != wanted.id) concepts.push_back(one);
  }
  return terms::TermList(std::move(concepts));
}

// All wordings of the concept as they are written; those that were turned down are no wordings.
std::vector<store::Wording> wordings_of(const terms::Concept& wanted) {
  std::vector<store::Wording> wordings;
  for (const terms::Term& term : wanted.terms) {
    if (term.status == terms::TermStatus::rejected) continue;
    const store::Wording wording{.text = term.wording, .language = term.language};
    if (!store::fault_of({.wordings = {wording}})) wordings.push_back(wording);
  }
  if (wordings.empty()) throw aligner::Error("the concept has no wording that can be looked for; add a term to it");
  return wordings;
}

// Inflected forms are known for whole words with their marks; otherwise the wordings are looked for as they are.
void look_for_concept(store::ConcordanceQuery& query, const store::ProjectDatabase& project, const std::string& words) {
  const terms::Termbase base = project.load_termbase();
  const terms::Concept& wanted = concept_named(base, words);
  if (query.kind == store::WordingKind::words && query.marks == aligner::text::FoldMarks::keep) {
    query.terms = terms_of(wanted, base.terms);
    if (const auto fault = store::fault_of(query)) throw aligner::Error(*fault);
  } else {
    query.wordings = wordings_of(wanted);
  }
}

store::ConcordanceQuery query_of(const ConcordOptions& options) {
  if (options.is_concept && options.is_regex)
    throw UsageError("--concept and --regex exclude each other; leave one out");
  if (options.is_prefix && options.is_regex) throw UsageError("--prefix and --regex exclude each other; leave one out");
  store::ConcordanceQuery query{
      .wordings = {{.text = options.query, .language = {}}},
      .marks = options.ignore_marks ? aligner::text::FoldMarks::strip : aligner::text::FoldMarks::keep,
      .side = value_of(sides, options.side),
      .min_confidence = options.min_confidence,
      .state = value_of(states, options.status),
      .order = value_of(orders, options.sort),
      .offset = options.offset,
      .limit = options.limit};
  if (options.is_regex) query.kind = store::WordingKind::regex;
  if (options.is_prefix) query.kind = store::WordingKind::beginning;
  if (!options.language.empty()) query.language = language_of(options.language);
  if (!options.counterpart_language.empty()) query.counterpart_language = language_of(options.counterpart_language);
  if (options.alignment != 0) query.alignment = options.alignment;
  for (const std::string& grade : options.grades) query.grades.push_back(value_of(grade_names, grade));
  if (const auto fault = store::fault_of(query)) throw UsageError(*fault);
  return query;
}

// Ends a search that takes too long; after Ctrl-C, any.
std::function<bool(double)> until(double seconds, bool quiet) {
  const auto started = std::chrono::steady_clock::now();
  return [show = progress_line("searching", quiet), started, seconds](double done) {
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - started;
    if (passed.count() > seconds) {
      throw aligner::Error(
          "the search took longer than --timeout allows; look for something rarer or in fewer texts "
          "(--lang, --alignment), or allow more seconds");
    }
    return show(done);
  };
}

void print_places(const ConcordOptions& options, const align::Concordance& found, report::ConcordanceOptions shown) {
  const std::string text = options.format == "json"   ? report::concordance_json(found, shown)
                           : options.format == "tsv"  ? report::concordance_tsv(found)
                           : options.format == "html" ? report::concordance_html(found, shown)
                                                      : report::concordance_table(found, shown);
  write_output(text, options.output);
  if (options.format == "json") return;
  const bool is_cut = found.has_more || found.skipped + found.hits.size() < found.total;
  say("tungse: " + report::concordance_summary(found) +
      (is_cut ? "; --limit 0 shows all, --count wording counts them" : "") +
      (found.total == 0 && !options.is_regex ? "; --prefix and --ignore-marks find more" : ""));
}

void print_counts(const ConcordOptions& options, const std::vector<align::ConcordanceCount>& found,
                  const report::ConcordanceOptions& shown) {
  const std::string text = options.format == "json"   ? report::counts_json(found, shown)
                           : options.format == "tsv"  ? report::counts_tsv(found)
                           : options.format == "html" ? report::counts_html(found, shown)
                                                      : report::counts_table(found, shown);
  write_output(text, options.output);
}

int run(const ConcordOptions& options) {
  store::ConcordanceQuery query = query_of(options);
  const auto project = store::ProjectDatabase::open(options.db, store::OpenMode::read_only);
  if (options.is_concept) look_for_concept(query, project, options.query);
  const bool to_terminal = options.output.empty() || options.output == "-";
  const report::ConcordanceOptions shown{
      .width = terminal_width(), .colour = to_terminal && may_colour(), .query = options.query};
  const auto go_on = until(options.timeout, options.format == "json");
  if (options.count.empty()) {
    const align::Concordance found = project.find(query, go_on);
    clear_progress();
    print_places(options, found, shown);
  } else {
    const auto found = project.count(query, value_of(counts, options.count), go_on);
    clear_progress();
    print_counts(options, found, shown);
  }
  return exit_fine;
}

void add_what(CLI::App& concord, ConcordOptions& options) {
  concord.add_option("query", options.query, "A word or a phrase; with --concept a concept's id or one of its terms")
      ->required()
      ->option_text("QUERY");
  add_db_option(concord, options.db);
  concord.add_flag("--concept", options.is_concept, "All wordings of a concept of the term base, in all languages");
  concord.add_flag("--regex", options.is_regex, "QUERY is a regular expression (ICU's syntax, in either case)");
  concord.add_flag("--prefix", options.is_prefix, "The last word may go on: \"treat\" finds treaties");
  concord.add_flag("--ignore-marks", options.ignore_marks,
                   "a is a with any mark, d is \u0111: \"ai hon\" finds \u00C1i H\u1ED3n");
}

void add_where(CLI::App& concord, ConcordOptions& options) {
  concord.add_option("--side", options.side, "Look in source texts, target texts, or both (default)")
      ->check(CLI::IsMember(names_of(sides)))
      ->option_text("S");
  concord.add_option("--lang", options.language, "Look in texts of this language only")->option_text("T");
  concord.add_option("--counterpart-lang", options.counterpart_language, "Only with a counterpart in this language")
      ->option_text("T");
  concord.add_option("--alignment", options.alignment, "Only this alignment, by its number in tungse report --list")
      ->check(CLI::PositiveNumber)
      ->option_text("N");
  concord.add_option("--min-confidence", options.min_confidence, "Only pairs at least so sure, 0 to 1")
      ->check(CLI::Range(0.0, 1.0))
      ->option_text("P");
  concord.add_option("--grade", options.grades, "Only links of this grade, may be repeated")
      ->check(CLI::IsMember(names_of(grade_names)))
      ->option_text("G")
      ->allow_extra_args(false);
  concord
      .add_option("--status", options.status,
                  "any (default), aligned, accepted (by a person), machine (by nobody), alone (no counterpart)")
      ->check(CLI::IsMember(names_of(states)))
      ->option_text("S");
}

void add_how(CLI::App& concord, ConcordOptions& options) {
  concord
      .add_option("--sort", options.sort,
                  "position (default), left or right (by the words before or behind), match, confidence")
      ->check(CLI::IsMember(names_of(orders)))
      ->option_text("S");
  concord.add_option("--count", options.count, "Count by wording, document or counterpart instead of listing")
      ->check(CLI::IsMember(names_of(counts)))
      ->option_text("K");
  concord.add_option("--limit", options.limit, "How many places are shown (default 50; 0: all)")
      ->check(CLI::Range(0, most_shown))
      ->option_text("N");
  concord.add_option("--offset", options.offset, "How many places are passed over first")
      ->check(CLI::Range(0, most_shown))
      ->option_text("N");
  concord.add_option("--timeout", options.timeout, "Seconds after which a search is given up (default 60)")
      ->check(CLI::PositiveNumber)
      ->option_text("S");
  concord.add_option("--format", options.format, "table (default), tsv, json or html")
      ->check(CLI::IsMember({"table", "tsv", "json", "html"}))
      ->option_text("F");
  concord.add_option("--output", options.output, "Write here instead of standard output")->option_text("FILE");
  concord.add_flag_callback(
      "--json", [&options] { options.format = "json"; }, "The same as --format json");
}

}  // namespace

void add_concord_command(CLI::App& app, Job& job) {
  CLI::App* concord = app.add_subcommand("concord", "Find words in a project's texts, with what stands opposite");
  const auto options = std::make_shared<ConcordOptions>();
  add_what(*concord, *options);
  add_where(*concord, *options);
  add_how(*concord, *options);
  concord->footer(
      "Words are found in either case, whatever marks and spaces part them; marks and signs in QUERY are not looked "
      "at. "
      "A query that begins with \"-\" stands behind \"--\".");
  concord->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace tungse

// tungse learn: a lexicon from texts that correspond, or from pairs aligned elsewhere.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aligner/lexicon/saved_lexicon.h"
#include "aligner/pipeline/align_texts.h"
#include "aligner/pipeline/learn_from_pairs.h"

#include "tools/cli/batch.h"
#include "tools/cli/command.h"
#include "tools/cli/document_forms.h"
#include "tools/cli/knowledge.h"
#include "tools/cli/output.h"
#include "tools/cli/terminal.h"

namespace tungse {
namespace {

using aligner::text::LanguageTag;
namespace pipeline = aligner::pipeline;

struct LearnOptions {
  std::vector<std::string> files;
  std::string source_language;
  std::string target_language;
  SideForms forms;
  std::string output;
  std::string note;
  double smallest_probability = 0;
  std::vector<std::string> terms;
  std::vector<std::string> lexicons;
  std::vector<std::string> dictionaries;
  unsigned threads = 0;
  bool segmented = false;
  bool no_bundled_terms = false;
  bool no_seed_lexicon = false;
  bool quiet = false;
};

aligner::lexicon::Lexicon learn_from_texts(const LearnOptions& options) {
  pipeline::AlignSettings settings;
  settings.mode = pipeline::ModeChoice::parallel;
  if (options.segmented) settings.form = pipeline::InputForm::segment_per_line;
  set_knowledge(settings, options);
  settings.progress = progress_line("learning", options.quiet);
  std::vector<pipeline::PairInput> pairs;
  for (std::size_t i = 0; i + 1 < options.files.size(); i += 2) {
    pairs.push_back({side_of(options.files[i], options.source_language, "", options.forms.of_source()),
                     side_of(options.files[i + 1], options.target_language, "", options.forms.of_target())});
  }
  pipeline::LearntLexicon learnt = pipeline::TextAligner(settings).learn(pairs);
  clear_progress();
  if (!options.quiet) {
    for (const std::string& note : learnt.notes) say("tungse: " + note);
  }
  return std::move(learnt.lexicon);
}

bool is_table(const LearnOptions& options) { return options.files.size() == 1; }

void check_words(const LearnOptions& options) {
  if (!is_table(options) && options.files.size() % 2 != 0) {
    throw UsageError("learn takes pairs of texts, SOURCE TARGET SOURCE TARGET ..., or one TMX or TSV file");
  }
  if (is_table(options) && (options.source_language.empty() || options.target_language.empty())) {
    throw UsageError("a TMX or TSV file needs --source-lang and --target-lang");
  }
  const bool guides_aligning = options.segmented || options.no_bundled_terms || options.no_seed_lexicon ||
                               !options.terms.empty() || !options.lexicons.empty() || !options.dictionaries.empty();
  if (is_table(options) && guides_aligning) {
    throw UsageError("a TMX or TSV file is aligned already; leave out --segmented, --terms, --no-bundled-terms, " +
                     std::string("--no-seed-lexicon, --lexicon and --dictionary, or name two texts"));
  }
  std::vector<std::string> inputs = options.files;
  for (const auto* files : {&options.terms, &options.lexicons, &options.dictionaries}) {
    inputs.insert(inputs.end(), files->begin(), files->end());
  }
  check_files(inputs, options.output);
}

int run(const LearnOptions& options) {
  check_words(options);
  aligner::lexicon::Lexicon lexicon =
      is_table(options) ? pipeline::learn_from_pairs(options.files[0], language_of(options.source_language),
                                                     language_of(options.target_language))
                        : learn_from_texts(options);
  clear_progress();
  if (is_interrupted()) throw aligner::Error("interrupted");
  if (options.smallest_probability > 0) lexicon = aligner::lexicon::pruned(lexicon, options.smallest_probability);
  if (!options.note.empty()) lexicon.note = options.note;
  if (lexicon.entries.empty()) {
    throw aligner::Error("nothing was learnt: no two words met often enough; give more text");
  }
  write_output(aligner::lexicon::write_lexicon(lexicon), options.output);
  if (!options.quiet) {
    say("tungse: " + (options.output == "-" ? "the lexicon" : options.output) + ": " + lexicon.source_language.str() +
        "-" + lexicon.target_language.str() + ", " + std::to_string(lexicon.entries.size()) + " pairs of words");
  }
  return exit_fine;
}

}  // namespace

void add_learn_command(CLI::App& app, Job& job) {
  CLI::App* learn = app.add_subcommand("learn", "Learn a lexicon from texts that correspond, to align others with");
  const auto options = std::make_shared<LearnOptions>();
  learn->add_option("files", options->files, "Pairs of texts, or one TMX file, or one of tab-separated pairs")
      ->required()
      ->option_text("SOURCE TARGET ... | TMX | TSV");
  learn->add_option("--output", options->output, "Write the lexicon here (\"-\": standard output)")
      ->required()
      ->option_text("FILE");
  learn->add_option("--source-lang", options->source_language, "Language of the sources, BCP 47; detected where absent")
      ->option_text("T");
  learn->add_option("--target-lang", options->target_language, "Language of the targets")->option_text("T");
  add_side_forms(*learn, options->forms);
  learn->add_flag("--segmented", options->segmented, "Texts are one segment per line: do not re-segment");
  learn->add_option("--terms", options->terms, "Term list, may be repeated")
      ->option_text("FILE")
      ->allow_extra_args(false);
  learn->add_flag("--no-bundled-terms", options->no_bundled_terms, "Leave the bundled term list out");
  learn->add_flag("--no-seed-lexicon", options->no_seed_lexicon, "Leave the bundled lexicon of the two languages out");
  learn
      ->add_option("--min-probability", options->smallest_probability,
                   "Leave out pairs of words less sure than this, the mean of both directions (default: 0, none)")
      ->check(CLI::Range(0.0, 1.0))
      ->option_text("P");
  learn
      ->add_option("--note", options->note,
                   "What the lexicon says of its sources and their licences (default: the files' names)")
      ->option_text("TEXT");
  learn
      ->add_option("--lexicon", options->lexicons,
                   "Lexicon that helps to align the texts; its words are not taken over")
      ->option_text("FILE")
      ->allow_extra_args(false);
  learn
      ->add_option("--dictionary", options->dictionaries,
                   "Dictionary that helps likewise, as TSV or in hunalign's form")
      ->option_text("FILE")
      ->allow_extra_args(false);
  learn->add_option("--threads", options->threads, "Threads; the result does not depend on it (default: all cores)")
      ->check(CLI::Range(1U, 256U))
      ->option_text("N");
  learn->add_flag("--quiet", options->quiet, "No notes and no progress on standard error");
  learn->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace tungse

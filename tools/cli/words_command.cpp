// tungse words: which word translates which, in texts that are aligned line by line.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aligner/interchange/pharaoh.h"
#include "aligner/pipeline/align_words_of_texts.h"
#include "aligner/report/words_json.h"

#include "tools/cli/batch.h"
#include "tools/cli/command.h"
#include "tools/cli/document_forms.h"
#include "tools/cli/knowledge.h"
#include "tools/cli/output.h"
#include "tools/cli/terminal.h"

namespace tungse {
namespace {

namespace pipeline = aligner::pipeline;

struct WordsOptions {
  std::string source;
  std::string target;
  std::string source_language;
  std::string target_language;
  std::string source_encoding;
  std::string target_encoding;
  SideForms forms;
  std::string format = "pharaoh";
  std::string output;
  std::vector<std::string> terms;
  std::vector<std::string> lexicons;
  std::vector<std::string> dictionaries;
  float smallest_probability = pipeline::WordSettings{}.smallest_probability;
  unsigned threads = 0;
  bool tokenized = false;
  bool no_bundled_terms = false;
  bool no_seed_lexicon = false;
  bool json = false;
  bool quiet = false;
};

pipeline::WordSettings settings_of(const WordsOptions& options) {
  pipeline::WordSettings settings;
  if (options.tokenized) settings.cut = pipeline::WordCut::white_space;
  settings.smallest_probability = options.smallest_probability;
  set_knowledge(settings, options);
  settings.progress = progress_line("linking words", options.quiet);
  return settings;
}

int run(const WordsOptions& options) {
  std::vector<std::string> inputs = {options.source, options.target};
  for (const auto* files : {&options.terms, &options.lexicons, &options.dictionaries}) {
    inputs.insert(inputs.end(), files->begin(), files->end());
  }
  check_files(inputs, options.output);
  const pipeline::PairInput pair{
      side_of(options.source, options.source_language, options.source_encoding, options.forms.of_source()),
      side_of(options.target, options.target_language, options.target_encoding, options.forms.of_target())};
  const pipeline::WordTexts texts = pipeline::align_words_of_texts(pair, settings_of(options));
  clear_progress();
  stop_if_interrupted();
  if (!options.quiet) {
    for (const auto* side : {&texts.source, &texts.target}) {
      for (const std::string& note : side->notes) say("tungse: " + note);
    }
  }
  const bool as_json = options.json || options.format == "json";
  write_output(as_json ? aligner::report::words_json({texts.source, texts.source_words},
                                                     {texts.target, texts.target_words}, texts.links, TUNGSE_VERSION)
                       : aligner::interchange::write_pharaoh(texts.links),
               options.output);
  return exit_fine;
}

void add_knowledge_options(CLI::App& words, WordsOptions& options) {
  words.add_option("--terms", options.terms, "Term list, may be repeated")
      ->option_text("FILE")
      ->allow_extra_args(false);
  words.add_flag("--no-bundled-terms", options.no_bundled_terms, "Leave the bundled term list out");
  words.add_option("--lexicon", options.lexicons, "Lexicon made by tungse learn, in either direction; may be repeated")
      ->option_text("FILE")
      ->allow_extra_args(false);
  words
      .add_option("--dictionary", options.dictionaries,
                  "Dictionary from the source's language to the target's, as TSV or in hunalign's form")
      ->option_text("FILE")
      ->allow_extra_args(false);
  words.add_flag("--no-seed-lexicon", options.no_seed_lexicon, "Leave the bundled lexicon of the two languages out");
}

}  // namespace

void add_words_command(CLI::App& app, Job& job) {
  CLI::App* words = app.add_subcommand("words", "Link the words of two texts that are aligned line by line");
  const auto options = std::make_shared<WordsOptions>();
  words->footer(
      "Line n of SOURCE must translate line n of TARGET. Printed is a line for each of them: 0-0 1-2 says that the\n"
      "first words translate each other, and the second and the third. Words are those of tungse anchors and align:\n"
      "marks are words of their own, Vietnamese syllables too. With --tokenized, as scorers and other aligners have\n"
      "it, a word is what stands between white space. Of a line the first 1000 words take part.");
  words->add_option("source", options->source, "Text with a segment a line (\"-\": standard input)")
      ->required()
      ->option_text("SOURCE");
  words->add_option("target", options->target, "Its translation, line by line")->required()->option_text("TARGET");
  words->add_option("--source-lang", options->source_language, "Language of SOURCE, BCP 47; detected where absent")
      ->option_text("T");
  words->add_option("--target-lang", options->target_language, "Language of TARGET")->option_text("T");
  words->add_option("--source-encoding", options->source_encoding, "Encoding of SOURCE; detected where absent")
      ->option_text("NAME");
  words->add_option("--target-encoding", options->target_encoding, "Encoding of TARGET")->option_text("NAME");
  add_side_forms(*words, options->forms);
  words->add_flag("--tokenized", options->tokenized, "Words are what white space separates: do not cut again");
  words->add_option("--format", options->format, "pharaoh (default), or json: words with their places, probabilities")
      ->check(CLI::IsMember({"pharaoh", "json"}))
      ->option_text("F");
  words->add_flag("--json", options->json, "The same as --format json");
  words
      ->add_option("--min-probability", options->smallest_probability,
                   "Leave out links less sure than this (default: 0.5; higher for precision, lower for recall)")
      ->check(CLI::Range(0.0, 1.0))
      ->option_text("P");
  add_knowledge_options(*words, *options);
  words->add_option("--output", options->output, "Write here instead of standard output")->option_text("FILE");
  words->add_option("--threads", options->threads, "Threads; the result does not depend on it (default: all cores)")
      ->check(CLI::Range(1U, 256U))
      ->option_text("N");
  words->add_flag("--quiet", options->quiet, "No notes and no progress on standard error");
  words->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace tungse

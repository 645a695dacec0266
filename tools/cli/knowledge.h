#pragma once
// What commands that align have in common: what is known beforehand, and the threads.
//
//   pipeline::AlignSettings settings;
//   set_knowledge(settings, options);                     // terms, lexicons, dictionaries, threads
//   settings.threads = thread_count(options.threads);     // where there is nothing else to set

#include <algorithm>
#include <thread>

#include "aligner/pipeline/align_texts.h"

namespace tungse {

/// As many as were asked for, and for 0 as many as the machine runs at a time.
inline unsigned thread_count(unsigned asked) {
  return asked != 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
}

/// Options and settings name these alike in every command.
template <typename Settings, typename Options>
void set_knowledge(Settings& settings, const Options& options) {
  namespace pipeline = aligner::pipeline;
  if (options.no_bundled_terms) settings.bundled_terms = pipeline::BundledTerms::leave;
  if (options.no_seed_lexicon) settings.seed_lexicon = pipeline::SeedLexicon::leave;
  settings.term_lists.assign(options.terms.begin(), options.terms.end());
  settings.lexicons.assign(options.lexicons.begin(), options.lexicons.end());
  settings.dictionaries.assign(options.dictionaries.begin(), options.dictionaries.end());
  settings.threads = thread_count(options.threads);
}

}  // namespace tungse

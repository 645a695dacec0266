#pragma once
// Links the words of two texts that are aligned already, a segment a line.
//
//   WordTexts done = align_words_of_texts({.source = {.path = "vi.txt"}, .target = {.path = "en.txt"}}, {.threads =
//   2}); std::cout << interchange::write_pharaoh(done.links);
//
// Helped by what TextAligner knows: the bundled lexicon of the two languages, the user's lexicons and dictionaries, and
// anchors: dates, numbers, names and terms that match by value.

#include <filesystem>
#include <functional>
#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/lexicon/tokenised_text.h"
#include "aligner/lexicon/word_aligner.h"
#include "aligner/pipeline/align_texts.h"
#include "aligner/pipeline/outside_lexicons.h"

namespace aligner::pipeline {

/// What a word is: what tungse cuts (segment/words.h), or what stands between white space.
enum class WordCut { words, white_space };

struct WordSettings {
  WordCut cut = WordCut::words;
  BundledTerms bundled_terms = BundledTerms::use;
  std::vector<std::filesystem::path> term_lists;  // later ones win over earlier ones, all over the bundled one
  SeedLexicon seed_lexicon = SeedLexicon::use;
  std::vector<std::filesystem::path> lexicons;      // made by learn(), in either direction
  std::vector<std::filesystem::path> dictionaries;  // text forms, from the source's language to the target's
  float smallest_probability = lexicon::WordAlignOptions{}.smallest_probability;  // of links
  unsigned threads = 1;                                                           // the result does not depend on it
  /// Called now and then with the share that is done, 0 to 1; returning false ends the work with Error.
  std::function<bool(double)> progress;
};

struct WordTexts {
  align::AlignedSide source;  // a segment a line
  align::AlignedSide target;
  lexicon::TokenisedText source_words;  // by line; of a line only the first lexicon::longest_segment_tokens words
  lexicon::TokenisedText target_words;
  std::vector<std::vector<lexicon::WordLink>> links;  // by line
};

/// Throws Error naming file and remedy where an input cannot be used, where the texts have unequal numbers of lines,
/// where a lexicon is of other languages, and where progress ended the work.
WordTexts align_words_of_texts(const PairInput& pair, const WordSettings& settings);

}  // namespace aligner::pipeline

#pragma once
// Two folders in, documents that are about the same thing and their sentences that correspond out.
//
//   TextMiner miner({.threads = 2});
//   MinedCollections mined = miner.mine({"accounts/vi"}, {"accounts/en"});
//   for (const align::MinedPair& pair : mined.pairs) show(mined.sources[pair.source], mined.targets[pair.target],
//   pair);
//
// Files below each folder are documents, to any depth; what cannot be one is left out, and said. Nothing is printed and
// nothing is written.

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/align/mine_documents.h"
#include "aligner/pipeline/align_texts.h"
#include "aligner/pipeline/list_folder.h"
#include "aligner/pipeline/outside_lexicons.h"
#include "aligner/segment/srx.h"
#include "aligner/terms/term_list.h"
#include "aligner/text/language_tag.h"

namespace aligner::pipeline {

struct MineSettings {
  InputForm form = InputForm::running_text;
  std::vector<std::filesystem::path> term_lists;  // later ones win over earlier ones, all over the bundled one
  BundledTerms bundled_terms = BundledTerms::use;
  SeedLexicon seed_lexicon = SeedLexicon::use;      // the bundled one of the folders' languages, where there is one
  std::vector<std::filesystem::path> lexicons;      // made by learn(), in either direction
  std::vector<std::filesystem::path> dictionaries;  // text forms, from the source's language to the target's
  std::optional<std::filesystem::path> srx;         // replaces the bundled segmentation rules
  double smallest_confidence = align::MineOptions{}.smallest_confidence;  // of pairs of documents, and of links
  unsigned threads = 1;                                                   // the result does not depend on it
  /// Called now and then with the share that is done, 0 to 1; returning false ends the work with Error.
  std::function<bool(double)> progress;
};

struct FolderInput {
  std::filesystem::path folder;
  std::optional<text::LanguageTag> language;        // of all its files; absent: the one most of the folder is in
  std::optional<std::string> encoding;              // likewise; detected for each file where absent
  std::optional<documents::DocumentFormat> format;  // likewise; told from each file where absent
  std::function<bool()> goes_on = {};               // asked while another program reads a file; false ends that
};

struct MinedCollections {
  std::vector<align::AlignedSide> sources;  // the documents, by path
  std::vector<align::AlignedSide> targets;
  std::vector<LeftOutFile> left_out;    // files that are no document
  std::vector<align::MinedPair> pairs;  // translations first, the surest first

  /// A pair with its texts, as align gives them.
  align::AlignedTexts texts_of(const align::MinedPair& pair) const;
};

class TextMiner {
 public:
  /// Reads term lists, rules, lexicons and dictionaries. Throws Error as their readers do.
  explicit TextMiner(MineSettings settings);

  /// Throws Error naming the folder where it cannot be used or has no text, where a lexicon is of other languages, and
  /// where progress ended the work.
  MinedCollections mine(const FolderInput& source, const FolderInput& target) const;

  /// The concepts in use: bundled ones and the caller's.
  const terms::TermList& terms() const& { return terms_; }

 private:
  std::string describe(const LexiconChoice& choice) const;

  MineSettings settings_;
  terms::TermList terms_;
  std::optional<segment::SrxRules> rules_;
  OutsideLexicons outside_;
};

}  // namespace aligner::pipeline

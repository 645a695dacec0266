#pragma once
// The front door: files in, explained alignments out.
//
//   TextAligner aligner({.mode = ModeChoice::automatic, .threads = 2});
//   align::AlignedTexts done = aligner.align({.source = {.path = "vi.txt"}, .target = {.path = "en.txt"}});
//   std::cout << report::text_report(done);
//
// Reading, cutting, finding anchors, aligning; nothing is printed and nothing is written.

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/error.h"
#include "aligner/lexicon/saved_lexicon.h"
#include "aligner/segment/srx.h"
#include "aligner/terms/term_list.h"
#include "aligner/text/language_tag.h"

namespace aligner::pipeline {

enum class ModeChoice { automatic, parallel, comparable };
enum class InputForm { running_text, segment_per_line };
enum class BundledTerms { use, leave };
enum class LexiconScope { shared, each_alone };

struct AlignSettings {
  ModeChoice mode = ModeChoice::automatic;
  InputForm form = InputForm::running_text;
  std::vector<std::filesystem::path> term_lists;  // later ones win over earlier ones, all over the bundled one
  BundledTerms bundled_terms = BundledTerms::use;
  std::vector<std::filesystem::path> lexicons;      // made by learn(); those of other languages are an Error
  std::vector<std::filesystem::path> dictionaries;  // text forms, from the source's language to the target's
  std::optional<std::filesystem::path> srx;         // replaces the bundled segmentation rules
  LexiconScope lexicon = LexiconScope::shared;      // over a batch
  unsigned threads = 1;                             // the result does not depend on it
  /// Called now and then with the share that is done, 0 to 1; returning false ends the work with Error.
  std::function<bool(double)> progress;
};

struct SideInput {
  std::filesystem::path path;                 // "-" is standard input
  std::optional<text::LanguageTag> language;  // detected where absent
  std::optional<std::string> encoding;        // likewise
};

struct PairInput {
  SideInput source;
  SideInput target;
};

class TextAligner {
 public:
  /// Reads term lists and rules. Throws Error as read_terms and read_srx do.
  explicit TextAligner(AlignSettings settings);

  /// Aligns one pair. Throws Error naming file, line and remedy where an input cannot be used.
  align::AlignedTexts align(const PairInput& pair) const;

  /// Aligns many pairs, by default with one lexicon learnt over all of them that are in the same two languages. A pair
  /// whose input cannot be used gives a Failure in its place and does not disturb the others. Throws Error where
  /// progress ended the work.
  std::vector<Result<align::AlignedTexts>> align_batch(std::span<const PairInput> pairs) const;

  /// Aligns pairs of parallel texts, all in the same two languages, and gives the lexicon learnt from them. Throws
  /// Error where an input cannot be used or the languages differ.
  lexicon::Lexicon learn(std::span<const PairInput> pairs) const;

  /// The concepts in use: bundled ones and the caller's.
  const terms::TermList& terms() const& { return terms_; }

 private:
  struct ReadPair;
  struct Outside;
  void report_progress(double done) const;
  align::AlignedSide read_side(const SideInput& input) const;
  ReadPair read_pair(const PairInput& pair) const;
  std::vector<align::AlignedTexts> align_read(std::vector<ReadPair> pairs) const;

  AlignSettings settings_;
  terms::TermList terms_;
  std::optional<segment::SrxRules> rules_;
  std::vector<lexicon::Lexicon> lexicons_;
};

/// The lexicon of segments that were aligned elsewhere: a TMX file, or lines of source, a tab, and target.
lexicon::Lexicon learn_from_pairs(const std::filesystem::path& path, const text::LanguageTag& source,
                                  const text::LanguageTag& target);

/// Reads and cuts one file: what `tungse segment` prints.
align::AlignedSide segment_file(const SideInput& input, const std::optional<std::filesystem::path>& srx);

}  // namespace aligner::pipeline

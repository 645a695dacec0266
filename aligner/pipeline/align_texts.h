#pragma once
// The front door: files in, explained alignments out.
//
//   TextAligner aligner({.mode = ModeChoice::automatic, .threads = 2});
//   align::AlignedTexts done = aligner.align({.source = {.path = "vi.txt"}, .target = {.path = "en.txt"}});
//   std::cout << report::text_report(done);
//
// Reading, cutting, finding anchors, aligning; nothing is printed and nothing is written.

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/align/link_comparable.h"
#include "aligner/documents/format.h"
#include "aligner/error.h"
#include "aligner/interchange/overlap_embeddings.h"
#include "aligner/lexicon/saved_lexicon.h"
#include "aligner/pipeline/outside_lexicons.h"
#include "aligner/score/ingredients.h"
#include "aligner/segment/srx.h"
#include "aligner/store/project_database.h"
#include "aligner/terms/term_list.h"
#include "aligner/text/language_tag.h"

namespace aligner::pipeline {

enum class ModeChoice { automatic, parallel, comparable };
enum class InputForm { running_text, segment_per_line };
enum class BundledTerms { use, leave };
enum class LexiconScope { shared, each_alone };
enum class MovedBlocks { find, leave };
enum class BeadReasons { give, leave };

struct AlignSettings {
  ModeChoice mode = ModeChoice::automatic;
  InputForm form = InputForm::running_text;
  std::vector<std::filesystem::path> term_lists;  // later ones win over earlier ones, all over the bundled one
  terms::TermList own_terms;                      // of a project, as people decided them; they win over all lists
  BundledTerms bundled_terms = BundledTerms::use;
  SeedLexicon seed_lexicon = SeedLexicon::use;      // the bundled one of the texts' languages, where there is one
  std::vector<std::filesystem::path> lexicons;      // made by learn(), in either direction
  std::vector<std::filesystem::path> dictionaries;  // text forms, from the source's language to the target's
  std::optional<std::filesystem::path> srx;         // replaces the bundled segmentation rules
  std::optional<std::string> delimiter;             // lines that cut both texts into the same blocks; parallel then
  MovedBlocks moved_blocks = MovedBlocks::find;     // of parallel texts; left: both sides keep their order
  BeadReasons reasons = BeadReasons::give;          // of parallel texts; left: beads have no evidence, and come sooner
  LexiconScope lexicon = LexiconScope::shared;      // over a batch
  score::Ingredients left_out;                      // of aligning parallel texts, for measuring what each earns
  double smallest_link_confidence = align::LinkOptions{}.smallest_confidence;  // comparable texts: less sure, not given
  /// Pairs of it that people accepted stay, and only what is between them is aligned. Not owned; nullptr: none.
  const store::ProjectDatabase* project = nullptr;
  unsigned threads = 1;  // the result does not depend on it
  /// Called now and then with the share that is done, 0 to 1; returning false ends the work with Error.
  std::function<bool(double)> progress;
};

struct SideInput {
  std::filesystem::path path;                             // "-" is standard input
  std::optional<text::LanguageTag> language;              // detected where absent
  std::optional<std::string> encoding;                    // likewise
  std::optional<interchange::EmbeddingFiles> embeddings;  // of its segments; both sides have them or none
  std::optional<documents::DocumentFormat> format;        // told from the file where absent
  /// Asked while another program reads the file; false ends it, and the reading with Error.
  std::function<bool()> goes_on = {};
};

struct PairInput {
  SideInput source;
  SideInput target;
};

/// What was learnt, and what was assumed about the files on the way.
struct LearntLexicon {
  lexicon::Lexicon lexicon;
  std::vector<std::string> notes;  // one sentence each, beginning with the file's name
};

/// A pair of a batch that could be read.
struct BatchMember {
  std::size_t place = 0;      // in the batch
  std::string source_sha256;  // of the files' bytes as they were read
  std::string target_sha256;
};

/// What becomes of the pairs of a batch.
struct BatchHandlers {
  /// Takes a pair's place in the batch and what came of it: a failure to read as soon as it is met, the others in the
  /// batch's order within their group.
  std::function<void(std::size_t place, Result<align::AlignedTexts> result)> take;
  /// Asked before a group is aligned: pairs in the same two languages, or one pair with LexiconScope::each_alone. The
  /// results of a group depend on its pairs, their order and the settings, on nothing else. True leaves it out, and
  /// none of it is taken. Where this is absent every group is aligned.
  std::function<bool(std::span<const BatchMember> group)> is_finished;
};

class TextAligner {
 public:
  /// Reads term lists, rules, lexicons and dictionaries. Throws Error as their readers do.
  explicit TextAligner(AlignSettings settings);

  /// Aligns one pair. Embeddings count where it is aligned as parallel; where not, a note says so. Throws Error naming
  /// file, line and remedy where an input cannot be used, also a lexicon that is of other languages.
  align::AlignedTexts align(const PairInput& pair) const;

  /// Aligns many pairs, by default with one lexicon learnt over all of them that are in the same two languages. A pair
  /// whose input cannot be used gives a Failure in its place and does not disturb the others. A lexicon helps the pairs
  /// in its languages and is left out for the others. Throws Error where progress ended the work, and where a lexicon
  /// is of the languages of no pair that could be read.
  std::vector<Result<align::AlignedTexts>> align_batch(std::span<const PairInput> pairs) const;

  /// The same, each group handed on as soon as it is done, so that no more than one is held with its results. With
  /// LexiconScope::each_alone, that a lexicon fits none is only known, and thrown, behind the last.
  void align_batch(std::span<const PairInput> pairs, const BatchHandlers& handlers) const;

  /// Aligns pairs of parallel texts, all in the same two languages, and gives the lexicon learnt from them. Lexicons
  /// and dictionaries of the settings guide it and are not taken for learnt. Throws Error where an input cannot be
  /// used, or a language cannot be told, or the languages differ.
  LearntLexicon learn(std::span<const PairInput> pairs) const;

  /// The concepts in use: bundled ones and the caller's.
  const terms::TermList& terms() const& { return terms_; }

 private:
  struct ReadPair;
  struct Prepared;
  struct ReadGroup;
  void report_progress(double done) const;
  align::AlignedSide read_side(const SideInput& input) const;
  ReadPair read_pair(const PairInput& pair) const;
  void align_each(std::span<const PairInput> pairs, const BatchHandlers& handlers) const;
  void align_groups(std::span<const PairInput> pairs, const BatchHandlers& handlers) const;
  LexiconChoice choose_lexicons(const ReadPair& pair) const;
  std::vector<align::Bead> accepted_pairs(const ReadPair& pair, align::Mode mode) const;
  Prepared prepare(std::vector<ReadPair>& pairs) const;
  std::vector<align::AlignedTexts> align_read(std::vector<ReadPair> pairs, const LexiconChoice& choice) const;

  AlignSettings settings_;
  terms::TermList terms_;
  std::optional<segment::SrxRules> rules_;
  OutsideLexicons outside_;
};

/// Reads and cuts one file: what `tungse segment` prints.
align::AlignedSide segment_file(const SideInput& input, const std::optional<std::filesystem::path>& srx);

}  // namespace aligner::pipeline

#pragma once
// Lexicons and dictionaries that a user gives, and which of them fit a pair of languages; the bundled lexicon beside
// them.
//
//   OutsideLexicons outside;
//   outside.read_lexicon("vi-en.lexicon");
//   outside.read_dictionary("mine.tsv");
//   LexiconChoice choice = outside.choose(en, vi);  // the lexicon the other way round, the dictionary as it is

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "aligner/lexicon/dictionary.h"
#include "aligner/lexicon/saved_lexicon.h"
#include "aligner/text/language_tag.h"

namespace aligner::pipeline {

/// What fits a pair of languages. The views hold as long as this and the OutsideLexicons it came from.
struct LexiconChoice {
  std::vector<const lexicon::Lexicon*> lexicons;              // from source to target
  std::vector<std::string> digests;                           // SHA-256 of their files, in the same order
  std::vector<bool> fits;                                     // for every lexicon read, whether it is among them
  std::vector<std::unique_ptr<const lexicon::Lexicon>> made;  // turned round, or from a dictionary
  std::unique_ptr<const lexicon::Lexicon> seed;  // the bundled one between the two languages, if there is one
  std::string seed_name;                         // "vi-en"
  std::string seed_digest;                       // the first 16 digits of its SHA-256
};

enum class SeedLexicon { use, leave };

class OutsideLexicons {
 public:
  explicit OutsideLexicons(SeedLexicon seed = SeedLexicon::leave) : seed_(seed) {}

  /// Reads a file at once. Throws Error as lexicon::read_lexicon and lexicon::read_dictionary do.
  void read_lexicon(const std::filesystem::path& path);
  void read_dictionary(const std::filesystem::path& path);

  /// Lexicons between the two languages in either direction, told by the primary language ("vi" fits "vi-VN"), and all
  /// dictionaries: these do not say their languages, and are taken to go from source to target. Likewise the bundled
  /// lexicon, where it is to be used.
  LexiconChoice choose(const text::LanguageTag& source, const text::LanguageTag& target) const;

  std::size_t lexicon_count() const { return lexicons_.size(); }

  /// Throws the Error of a lexicon that does not fit; `texts` says what it was to fit: "the texts are in vi and en".
  [[noreturn]] void refuse(std::size_t lexicon, const std::string& texts) const;

 private:
  struct ReadLexicon {
    std::string name;
    std::string digest;
    lexicon::Lexicon lexicon;
  };
  std::vector<ReadLexicon> lexicons_;
  std::vector<lexicon::Dictionary> dictionaries_;
  SeedLexicon seed_ = SeedLexicon::leave;
};

}  // namespace aligner::pipeline

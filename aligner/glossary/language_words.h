#pragma once
// LanguageWords: what a term's language says about its words. Private to the room.
//
//   LanguageWords russian(LanguageTag::parse("ru"));
//   russian.stem("границы");            // "границ", by Snowball
//   russian.may_begin("и");             // false: no term begins with "and"
//   russian.background_share("файл");   // how many of a hundred texts hold a word of this stem, as a share
//
// Stems: Snowball (Porter 2001) where it knows the language; else the word itself, as for Vietnamese syllables.
// Function words are those of corpora/function_words, counts those of corpora/background; a language without these has
// none.

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "aligner/text/language_tag.h"

namespace aligner::glossary {

class LanguageWords {
 public:
  explicit LanguageWords(const text::LanguageTag& language);
  LanguageWords(LanguageWords&& other) noexcept;
  LanguageWords& operator=(LanguageWords&& other) noexcept;
  ~LanguageWords();

  /// The stem of a word in lower case (text::fold). One thread at a time.
  std::string stem(std::string_view folded);

  /// Whether inflected words have a common stem that is not the word itself.
  bool has_inflection() const { return stemmer_ != nullptr; }

  /// Whether a term may begin or end with this word, given in lower case.
  bool may_begin(std::string_view folded) const { return (edges(folded) & begins_none) == 0; }
  bool may_end(std::string_view folded) const { return (edges(folded) & ends_none) == 0; }
  /// Whether it may stand between them.
  bool may_stand_inside(std::string_view folded) const { return (edges(folded) & not_inside) == 0; }

  /// Share of the background's texts with a word of this stem, 0 to 1. 0 where it has none.
  double background_share(std::string_view stem) const;
  /// Texts of the background; 0 where the language has none.
  double background_texts() const { return background_texts_; }

 private:
  static constexpr unsigned char begins_none = 1;
  static constexpr unsigned char ends_none = 2;
  static constexpr unsigned char not_inside = 4;

  struct Stemmer;  // hides Snowball

  unsigned char edges(std::string_view folded) const;
  void read_function_words(std::string_view text);
  void read_background(std::string_view text);

  std::unique_ptr<Stemmer> stemmer_;                      // nullptr: words are their own stems
  std::unordered_map<std::string, unsigned char> edges_;  // by word
  std::unordered_map<std::string, double> background_;    // texts by stem
  double background_texts_ = 0;
};

}  // namespace aligner::glossary

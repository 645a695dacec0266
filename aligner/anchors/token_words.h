#pragma once
// TokenWords: what a document's words are, found out once for each distinct one. Private.
//
//   TokenWords words(Language::vi);
//   const TokenWord& word = words.look_up("Tháng");
//   words.folded_bytes().substr(word.folded.begin, word.folded.size());  // "tháng"
//   word.senses;                                                         // month_word

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/anchors/vocabulary.h"
#include "aligner/text/distinct_words.h"
#include "aligner/text/span.h"

namespace aligner::anchors {

enum class TokenScript : std::uint8_t { other, latin, cyrillic, han, manchu };

TokenScript script_of(char32_t code);

struct TokenWord {
  text::Span folded;         // in folded_bytes()
  std::uint32_t number = 0;  // of the folded form; words that fold alike share it
  Senses senses = 0;         // what it can mean in dates, numbers and names
  std::int16_t value = 0;    // the number that goes with the senses: the month, the digit
  TokenScript script = TokenScript::other;
  bool capital = false;       // begins with a capital letter
  bool all_capitals = false;  // two letters or more, all of them capitals
};

class TokenWords {
 public:
  explicit TokenWords(Language language) : vocabulary_(&vocabulary_of(language)) {}

  /// The word that is written so. The reference lives until the next look-up.
  const TokenWord& look_up(std::string_view written) {
    const std::uint32_t number = written_.number_of(written);
    if (number == words_.size()) words_.push_back(find_out(written));
    return words_[number];
  }

  /// A run of digits, given in ASCII: numbered among the folded forms.
  std::uint32_t number_of_digits(std::string_view ascii) { return folded_.number_of(ascii); }

  /// All folded forms: lower case, NFC, ё as е, Manchu script in Latin.
  const text::DistinctWords& folded() const { return folded_; }

 private:
  TokenWord find_out(std::string_view written);

  const Vocabulary* vocabulary_;
  text::DistinctWords written_;
  std::vector<TokenWord> words_;  // by number of the written form
  text::DistinctWords folded_;
};

}  // namespace aligner::anchors

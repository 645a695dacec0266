#pragma once
// The words of a stretch as the search for terms needs them. Private to the room.
//
//   WordRunReader reader(LanguageTag::parse("en"));
//   reader.read("Sino-Russian talks", {0, 18});  // Sino, Russian, talks: the hyphen is no word
//   shape_of("Sino");                            // key "sino", capital
//
// Chinese is read character by character, since a name may stand anywhere in a run; the dictionary's boundaries are
// kept in is_whole_word.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/segment/words.h"
#include "aligner/terms/word_forms.h"
#include "aligner/text/language_tag.h"
#include "aligner/text/span.h"

namespace aligner::terms {

struct RunWord {
  text::Span span;          // bytes of the text that was handed in
  std::uint32_t known = 0;  // its number among the words known to a search, which sets it
  bool is_number = false;
  bool is_whole_word = true;  // false for a Han character inside a longer word
};

class WordRunReader {
 public:
  explicit WordRunReader(const text::LanguageTag& language);

  /// Words, numbers and punctuation of `utf8` inside `range`; hyphens that touch the word before them are left out.
  std::vector<RunWord> read(std::string_view utf8, text::Span range);

 private:
  segment::WordFinder finder_;
  bool by_character_;
};

/// What a word's letters say; the same wherever the word stands.
struct WordShape {
  std::string key;               // word_key of it
  bool is_capital = false;       // begins with a capital letter
  bool is_all_capitals = false;  // every letter is a capital
};

WordShape shape_of(std::string_view word, ManchuKeys manchu);

}  // namespace aligner::terms

#pragma once
// Reads dictionaries in text form, and turns them into lexicons.
//
//   Dictionary dictionary = parse_dictionary("treaty\thiệp ước\ntreaty\tđiều ước\n", "my.tsv");
//   Lexicon lexicon = make_lexicon(dictionary, en, vi);
//
// Two forms, told apart by the first line that is no comment:
//   source TAB target [TAB probability]    a table; "|" parts wordings in either column
//   target @ source                        the dictionaries of hunalign: mind the order
// Blank lines and lines that begin with "#" are passed over. A dictionary does not say its languages: whoever gives it
// does. What it gives several translations shares its trust among them: .6 over the square root of their number, as
// measured for seed dictionaries; a probability in the third column stands as it is, for both directions. Wordings of
// several words count word by word, each with a share; sentences are left out.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/lexicon/saved_lexicon.h"
#include "aligner/text/language_tag.h"

namespace aligner::lexicon {

/// Two wordings that translate each other.
struct DictionaryEntry {
  std::string source;  // folded as texts are, not empty
  std::string target;
  std::optional<double> probability;  // above 0, up to 1

  friend bool operator==(const DictionaryEntry&, const DictionaryEntry&) = default;
};

struct Dictionary {
  std::string name;                      // of the file
  std::string sha256;                    // hexadecimal digest of its bytes; empty where there was no file
  std::vector<DictionaryEntry> entries;  // by source, then target; of doubles the most probable one
};

/// A column may hold so many wordings; more are no dictionary but something gone wrong.
inline constexpr std::size_t most_wordings = 100;

/// `utf8` must be valid UTF-8; `name` stands for the path in messages. Throws Error naming file, line and remedy where
/// a line is of neither form or a probability is none, and where no line holds a pair. Linear in the size of `utf8`.
Dictionary parse_dictionary(std::string_view utf8, const std::string& name);

/// The same from a file in UTF-8 or UTF-16 ("-" is standard input). Another encoding is an Error: nothing in a list of
/// words of two languages would show a wrong guess.
Dictionary read_dictionary(const std::filesystem::path& path);

/// The dictionary's words as a lexicon between two languages, which say how wordings are cut into words. Empty where no
/// wording is a word or a few.
Lexicon make_lexicon(const Dictionary& dictionary, const text::LanguageTag& source, const text::LanguageTag& target);

}  // namespace aligner::lexicon

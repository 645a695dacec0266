#pragma once
// Lexicon: which words translate which, kept in a file and used on other texts.
//
//   Lexicon lexicon = read_lexicon("vi-en.lexicon");
//   std::string bytes = write_lexicon(lexicon);
//   add_lexicon_priors(lexicon, source_side, target_side, word_priors, stem_priors);
//
// THE FILE, version 1. Integers are little-endian; a varint has seven bits a byte, the lowest first, the top bit set on
// all bytes but the last; a string is a varint of its bytes and the bytes.
//   "TUNGLEX\n"                    8 bytes
//   version                        4 bytes
//   size of the payload            8 bytes
//   SHA-256 of the payload         64 hexadecimal digits
//   payload:
//     source and target language   strings, BCP 47
//     note                         string: where the knowledge comes from, and its licences
//     source words                 varint count; each as varint bytes shared with the word before, and a string of the
//                                  rest; ascending by bytes
//     target words                 likewise
//     for each source word         varint count of entries; each as a varint index of the target word (the first as it
//                                  is, the others as the distance from the one before), and two bytes: the forward and
//                                  the backward probability p as -16 ln p, rounded; 255 stands for nought
// A file that is cut short, longer than it says, of another version or not as its digest says is refused. So is one
// whose digest is right but which no lexicon can be: words that are empty, too long, no UTF-8, with control characters
// or out of order, places that are not there. What a file asks for in memory is bounded by its size and the limits
// below.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/text/language_tag.h"

namespace aligner::lexicon {

/// Bytes of a word; longer ones are rubbish of conversion, and left out.
inline constexpr std::size_t longest_lexicon_word = 255;
/// Words of one side, and their bytes together.
inline constexpr std::size_t most_lexicon_words = std::size_t{1} << 22;
inline constexpr std::size_t most_lexicon_letters = std::size_t{1} << 26;

/// Two words of a lexicon, by their places in it.
struct LexiconEntry {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float forward = 0;   // p(target word | source word), 0 to 1
  float backward = 0;  // p(source word | target word)

  friend bool operator==(const LexiconEntry&, const LexiconEntry&) = default;
};

/// Words stand as text::fold leaves them: texts are looked up case folded and composed, so that a word in capitals
/// would never be found.
struct Lexicon {
  text::LanguageTag source_language;
  text::LanguageTag target_language;
  std::string note;                       // sources and licences; may be empty
  std::vector<std::string> source_words;  // case folded, ascending by bytes, no doubles
  std::vector<std::string> target_words;
  std::vector<LexiconEntry> entries;  // by source, then target, no doubles

  friend bool operator==(const Lexicon&, const Lexicon&) = default;
};

/// A pair of words on the way into a lexicon.
struct WordPair {
  std::string source;
  std::string target;
  float forward = 0;
  float backward = 0;
};

/// Sorts and numbers `pairs`. Of doubles each direction keeps its larger probability. A pair with a word that no file
/// may hold (empty, too long, with control characters) is left out. Words must be valid UTF-8, and folded already.
Lexicon make_lexicon(std::vector<WordPair> pairs, text::LanguageTag source_language, text::LanguageTag target_language,
                     std::string note = {});

/// The same knowledge the other way round.
Lexicon reversed(const Lexicon& lexicon);

/// Without the entries that are less sure than `smallest`: the geometric mean of their two probabilities, so that what
/// everything is translated by now and then ("the") counts for little. Words without an entry go too.
Lexicon pruned(const Lexicon& lexicon, double smallest);

/// The first 16 digits of the digest that a file says it has; enough to name it by. `bytes` must be a whole file.
std::string short_digest(std::string_view bytes);

/// The file's bytes. Probabilities are rounded to steps of a sixteenth nat; below exp(-15.9) they become nought. Throws
/// Error where there are more words than a file may hold.
std::string write_lexicon(const Lexicon& lexicon);

/// Reads what write_lexicon wrote; `name` stands for the path in messages. Throws Error naming the file and the remedy
/// where it is damaged, cut short, no lexicon, or of a newer version. Linear in the size of `bytes`.
Lexicon parse_lexicon(std::string_view bytes, const std::string& name);

/// How large a file may be.
inline constexpr std::size_t largest_lexicon_file = std::size_t{256} << 20;

/// The same from a file ("-" is standard input). Throws Error also where it cannot be read or is larger than 256 MiB.
Lexicon read_lexicon(const std::filesystem::path& path);

}  // namespace aligner::lexicon

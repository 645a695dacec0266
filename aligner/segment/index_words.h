#pragma once
// The words of a text as an index of words has them: folded, so that they are found however they are written.
//
//   IndexWordFinder finder;
//   finder.find("Đạo QUANG 璦琿", {0, 22});  // "dao_đạo", "quang_", "璦_", "琿_", each with where it stands
//   finder.append_keys(utf8, range, line);   // "dao_đạo quang_ 璦_ 琿_"
//
// A key is the word without its marks, "_", and the word with them where it has any; case is folded in both
// (text::fold). So two words are one when their keys are, they are one but for their marks when their keys are as far
// as the "_", and a word begins as another does when its key does. Scripts that put no spaces between words (Han, kana,
// Thai, Khmer and their like) have a word for each character: what stands inside a run is found as a phrase. White
// space, punctuation and symbols part words; hyphens and apostrophes are such. Unlike find_words this asks no
// dictionary, so that an index does not change when ICU does.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/text/span.h"

namespace aligner::segment {

struct IndexWord {
  std::string key;
  text::Span span;  // bytes of the text that was handed in

  friend bool operator==(const IndexWord&, const IndexWord&) = default;
};

/// Parts the word without its marks from the word with them.
inline constexpr char key_divider = '_';

/// The word of a key without its marks: "dao" of "dao_đạo".
std::string_view without_marks(std::string_view key);

/// Keeps what words were folded to, as texts have few different ones. One thread at a time.
class IndexWordFinder {
 public:
  IndexWordFinder();
  IndexWordFinder(IndexWordFinder&& other) noexcept;
  IndexWordFinder& operator=(IndexWordFinder&& other) noexcept;
  ~IndexWordFinder();

  /// Words of `utf8` (valid UTF-8) inside `range`, in order. A character that folds to several words ("ﷺ") gives them
  /// all, in one place. Of a word longer than 200 bytes the beginning is its key.
  std::vector<IndexWord> find(std::string_view utf8, text::Span range);

  /// Appends their keys to `line`, parted by spaces.
  void append_keys(std::string_view utf8, text::Span range, std::string& line);

 private:
  struct State;  // hides ICU
  std::unique_ptr<State> state_;
};

}  // namespace aligner::segment

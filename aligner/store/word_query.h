#pragma once
// Wordings as the index is asked for them, and as they are found in a text. Private to the room.
//
//   WordQuery query(wordings, WordingKind::words, FoldMarks::keep);
//   query.expression();              // "\"hiep_hiệp uoc_ước\""
//   query.find(text, span, "vi");    // where

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/segment/index_words.h"
#include "aligner/store/concordance.h"
#include "aligner/text/span.h"

namespace aligner::store {

struct FoundWording {
  text::Span span;  // bytes of the text that was handed in
  std::size_t wording = 0;

  friend bool operator==(const FoundWording&, const FoundWording&) = default;
};

/// Whether a text's language is what was asked for: "zh" asks for any zh, "zh-Hans" for that alone.
bool is_language(const text::LanguageTag& wanted, const text::LanguageTag& language);

class WordQuery {
 public:
  /// Throws Error where a wording holds no word or is too long.
  WordQuery(const std::vector<Wording>& wordings, WordingKind kind, text::FoldMarks marks);

  /// In FTS5's language; holds for every segment that find() finds something in, and perhaps for others.
  std::string expression() const;

  /// Where the wordings stand, in order, none in another: the longest of those that begin first.
  std::vector<FoundWording> find(std::string_view utf8, text::Span range, const text::LanguageTag& language);

 private:
  struct Keys {
    std::vector<std::string> keys;
    std::optional<text::LanguageTag> language;
  };

  bool is_at(const Keys& wording, const std::vector<segment::IndexWord>& words, std::size_t first) const;
  bool is_same(const std::string& wanted, const std::string& key, bool may_go_on) const;

  WordingKind kind_;
  text::FoldMarks marks_;
  std::vector<Keys> wordings_;
  segment::IndexWordFinder finder_;
};

}  // namespace aligner::store

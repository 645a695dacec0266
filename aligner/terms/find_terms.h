#pragma once
// Finds where the terms of a list stand in a text.
//
//   TermFinder finder(bundled_terms(), document.language());
//   TermSearch search(finder);
//   for (const TermMention& mention : search.find(document.bytes(), segment.span)) ...
//
// Whole words only, the longest match wins, mentions do not overlap. A wording with capitals is a name and matches only
// text where one of those words has its capital (hợp pháp is not Pháp, France; "hiệp ước Thiên Tân" is Hiệp ước Thiên
// Tân); an abbreviation such as US needs all of them; other wordings match in any case. Spelling variants that do not
// change a reader's mind are one: oà/òa, đ stays đ, ё/е, hyphen or space, straight or curly apostrophe; Manchu script
// is compared in Latin, so that look-alikes, variation selectors and ng typed as n and g are one too. Russian words
// match in all their cases and English ones in plural and with 's, by rules on endings; the terms of a concept of type
// "notion" as verbs too. Chinese is matched inside longer runs, a single character only as a word of its own.
//
// A "unit" with a short wording (km, li, lượng) counts only behind a number. A "homograph" is a guard: it takes part in
// the search and gives no mention, so that "anh ta" (he) is not Anh, England. Proposed terms wait for a decision and
// are not looked for, rejected ones neither; deprecated ones are. Wordings of more than 32 words are not looked for.

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "aligner/terms/term_list.h"
#include "aligner/text/language_tag.h"
#include "aligner/text/span.h"

namespace aligner::terms {

struct TermMention {
  text::Span span;            // bytes of the text that was handed in
  std::size_t concept_index;  // into TermList::concepts()
  std::size_t term_index;     // into Concept::terms

  friend bool operator==(const TermMention&, const TermMention&) = default;
};

class TermFinder {
 public:
  /// Indexes the terms of `list` whose primary language is that of `language`, romanisations aside. The list is copied
  /// from and need not outlive the finder. Where one wording names several concepts, each gives a mention with the same
  /// span.
  TermFinder(const TermList& list, const text::LanguageTag& language);

  /// Mentions inside `range` of `utf8` (valid UTF-8), by begin, then concept_index. Linear in the range's length. Any
  /// number of threads may ask.
  std::vector<TermMention> find(std::string_view utf8, text::Span range) const;

 private:
  friend class TermSearch;
  struct Index;
  std::shared_ptr<const Index> index_;  // shared so that finders are cheap to copy; never changed after construction
};

/// The same for many stretches: remembers the words it met, and is several times as fast. It may outlive its finder.
/// One thread at a time; any number of searches may share a finder.
class TermSearch {
 public:
  explicit TermSearch(const TermFinder& finder);
  TermSearch(TermSearch&& other) noexcept;
  TermSearch& operator=(TermSearch&& other) noexcept;
  ~TermSearch();

  /// As TermFinder::find.
  std::vector<TermMention> find(std::string_view utf8, text::Span range);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace aligner::terms

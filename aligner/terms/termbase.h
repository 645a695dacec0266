#pragma once
// Termbase: concepts with the history of how they came to be as they are, and ways to find one.
//
//   Termbase base{.terms = bundled_terms()};
//   for (const std::size_t i : WordingIndex(base.terms).find(LanguageTag::parse("vi"), "sông amur")) { ... }
//   std::vector<std::size_t> found = find_concepts(base, "Amur");  // by id or by wording, in any language

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aligner/terms/change.h"
#include "aligner/terms/concept.h"
#include "aligner/terms/term_list.h"

namespace aligner::terms {

struct Termbase {
  TermList terms;
  std::vector<Change> history;  // in the order made; of concepts that are gone too

  friend bool operator==(const Termbase&, const Termbase&) = default;
};

/// What is equal in wordings that readers take for one: case, composed letters and apostrophes, and hyphens or spaces
/// do not count; Manchu script is compared in Latin.
std::string folded_wording(const text::LanguageTag& language, std::string_view wording);

/// Which concepts have a wording. Copies what it needs.
class WordingIndex {
 public:
  explicit WordingIndex(const TermList& list);

  /// Indexes into TermList::concepts(), ascending, of concepts with a term of the very language and the same folded
  /// wording, whatever its status.
  std::vector<std::size_t> find(const text::LanguageTag& language, std::string_view wording) const;

 private:
  std::unordered_map<std::string, std::vector<std::size_t>> concepts_;  // language, tab, folded wording
};

/// Which concept an id stands for after merges: merged ids and the concepts that have their terms now.
std::map<std::string, std::string> merged_ids(const std::vector<Change>& history);

/// The concepts a person may mean by `words`: the one with this id (or an id merged into it), else those with this
/// wording in any language. Indexes into TermList::concepts(), ascending.
std::vector<std::size_t> find_concepts(const Termbase& base, std::string_view words);

/// The terms whose status a person decided or a file said that a person imported; rejected ones too, so that merged
/// into another list they turn these down there.
TermList decided_terms(const Termbase& base);

/// How strong the strongest word on each field is.
class FieldStrength {
 public:
  explicit FieldStrength(const std::vector<Change>& history);

  /// The strongest origin of a change of the same thing as `change` changes; the list where none is known.
  ChangeOrigin strongest(const Change& change) const;

 private:
  std::unordered_map<std::string, ChangeOrigin> origins_;
};

}  // namespace aligner::terms

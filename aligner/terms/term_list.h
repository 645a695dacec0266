#pragma once
// TermList: concepts from one or several files.
//
//   TermList list = bundled_terms();
//   list.merge(read_terms("my_terms.tsv"));
//   const Concept* amur = list.find("r_amur");
//
// Three forms of tab-separated UTF-8, told apart by the header line:
//   long       concept  type  language  wording  status  verified  source  note     one term a line
//   relations  concept  relation  other                                             one relation a line
//   wide       columns named by language tags (optionally concept, type, note); cells hold terms separated by "|", the
//              first is preferred, the rest admitted. The simplest file a user can write: "en<TAB>vi" and one concept a
//              line.
// Lines that begin with "#" and blank lines are passed over. The long form can have more columns: subject,
// part_of_speech, definition (in the line's language, or in none) with definition_source, external_id ("scheme=id"),
// relation with other, term_source. A first line "# tungse: backslash escapes" says that \t, \n, \r, \f, \v, \s (a
// space at the edge), \# and \\ stand for these characters. In the long form a line whose language and wording are
// empty speaks of the concept itself (its type, source and note); the source of any other line counts for the concept
// too where it has none. Columns other than concept, language and wording may be absent: the status is then admitted,
// verified is no. In the wide form without a concept column the first wording is the id ("en:Treaty of Aigun").
//
// Two types have a meaning of their own when terms are looked for: a "unit" counts only behind a number where its
// wording is short, and a "homograph" is a guard whose wordings are found and thrown away (find_terms.h).

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aligner/terms/concept.h"

namespace aligner::terms {

class TermList {
 public:
  TermList() = default;
  /// Concepts of equal id become one; relations get their opposite, and those to unknown concepts are dropped.
  explicit TermList(std::vector<Concept> concepts);

  /// All concepts, in the order they were first met.
  const std::vector<Concept>& concepts() const& { return concepts_; }
  const std::vector<Concept>& concepts() const&& = delete;

  /// The concept with this id, or nullptr. The pointer lives as long as the list is not changed.
  const Concept* find(std::string_view id) const;

  /// The relation from one concept to another, or nullptr.
  const ConceptRelation* find_relation(std::string_view from, std::string_view to) const;

  /// Adds the concepts of `other`: equal ids are one concept, equal wordings in one language are one term (the other's
  /// status and note win: a user's list comes after the bundled one). Relations to concepts that are in neither list
  /// are dropped, and so are concepts that have no terms in either: merge a file of relations after its terms.
  void merge(const TermList& other);

  friend bool operator==(const TermList&, const TermList&) = default;

 private:
  // A stub is a concept without terms, as a file of relations alone gives it.
  enum class Stubs { keep, drop };
  void add(const std::vector<Concept>& concepts, Stubs stubs);

  std::vector<Concept> concepts_;
  std::unordered_map<std::string, std::size_t> index_;  // id -> place in concepts_
};

/// The first English wording of a concept, for people; its id where it has none or the list does not know it.
std::string english_name(const TermList& list, std::string_view concept_id);

/// Reads one file of any of the three forms ("-" is standard input). Throws Error naming file, line and remedy (a
/// missing column, a language tag that is none, an unknown status, a file that is not UTF-8).
TermList read_terms(const std::filesystem::path& path);

/// The same from bytes in memory; `name` stands for the path in messages.
TermList parse_terms(std::string_view bytes, const std::string& name);

/// The same three forms as CSV (RFC 4180; separated by commas, or semicolons where the header has no comma). There are
/// no comments, and what stands in quotes is taken as it is.
TermList parse_terms_csv(std::string_view bytes, const std::string& name);

/// The terms of the Russo-Chinese treaties of 1858-60 that this library brings (corpora/terms).
const TermList& bundled_terms();

}  // namespace aligner::terms

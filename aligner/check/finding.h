#pragma once
// Finding: something in aligned texts that a person should look at, why, and what to do about it.
//
//   for (const Finding& one : check_texts(texts, bundled_terms())) {
//     std::cout << to_string(one.severity) << " " << to_string(one.kind) << ": " << one.reason << "\n";
//   }
//
// A finding has a key by which it is known again when the texts are aligned anew, cut otherwise or have grown: made of
// its kind, of the words in question and their values, and of the three words on either side in their sentence; never
// of positions. Two findings that agree in all of that have one key.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/text/span.h"

namespace aligner::check {

enum class Severity { info, warning, error };

enum class FindingKind {
  date_conflict,    // two days or years that cannot be one
  date_missing,     // a date without its like on the other side
  calendar,         // one day, written in two calendars
  number_conflict,  // another value
  number_missing,   // a number without its like on the other side
  unit,             // the same number of something else
  name_missing,     // a name without its like on the other side
  name_spelling,    // one name spelled in several ways in one text
  deprecated_term,  // a wording the term list says not to write
  competing_term,   // another wording than elsewhere in the same text
  missing_term,     // a listed concept without any of its wordings on the other side
  untranslated,     // a passage that stands in both texts as it is
  omission,         // a stretch of the source without counterpart
  addition,         // a stretch of the target without counterpart
  length,           // a pair far longer or shorter than the others
  unbalanced,       // a quote or bracket without the other one
  doubled_word,     // a word written twice
  contradiction     // what one side tells the other denies
};

struct Finding {
  Severity severity = Severity::warning;
  FindingKind kind = FindingKind::date_conflict;
  std::optional<std::size_t> bead;  // index into Alignment::beads; none: it is about a text, or a passage in no pair

  // The words in question on either side; empty where that side has none. Where a pair is judged and only one side has
  // the words, the other one's span is empty.
  text::Span source;
  text::Span target;
  std::string source_words;  // the bytes of the spans, white space made one space
  std::string target_words;

  std::string reason;  // one English sentence
  std::string remedy;  // what to do, one English sentence
  std::string key;     // 16 hexadecimal digits

  friend bool operator==(const Finding&, const Finding&) = default;
};

/// "info", "warning", "error".
std::string to_string(Severity severity);
/// "date-conflict", "date-missing", "calendar", "number-conflict", ...
std::string to_string(FindingKind kind);

/// The other way round; none where the word is not one of those above.
std::optional<Severity> find_severity(std::string_view word);
std::optional<FindingKind> find_finding_kind(std::string_view word);

/// Their words in the order above: for help and messages.
std::vector<std::string> severity_names();
std::vector<std::string> finding_kind_names();

}  // namespace aligner::check

#pragma once
// How aligned texts use the concepts of a term list: wordings by text, and where they do not agree.
//
//   UsageFinder finder(bundled_terms());
//   for (AlignmentId id : ids) finder.add(id, project.load(id));
//   TermUsage usage = finder.finish();
//   for (const UsageFinding& finding : usage.findings) std::cout << finding.reason << "\n";   // the likeliest first
//
// Three kinds of findings: a concept whose wording the counterpart has nowhere (missing), several wordings of a concept
// where the other text has one (competing), and wordings that the list deprecates. The flood of false ones is held
// back: a wording counts as found where any wording of the concept stands there, inflected (Snowball's stems), inside a
// longer term, or as a name spelled otherwise; longer terms hide the shorter ones inside them; admitted synonyms, and a
// name shorter or longer, do not compete. What remains is ranked by how likely it is real: a concept that nearly always
// has its counterpart and lacks it once is likelier missing than one that mostly goes without.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/terms/term_list.h"
#include "aligner/text/language_tag.h"
#include "aligner/text/span.h"

namespace aligner::glossary {

enum class FindingKind { missing, competing, deprecated };
enum class Side { source, target };

/// One thing that a person should look at.
struct UsageFinding {
  FindingKind kind = FindingKind::missing;
  std::string concept_id;
  double likelihood = 0;  // 0 to 1: how likely it is a fault rather than good style
  std::string reason;     // one English sentence

  // Where: the words that are in doubt. Of a missing term those of the other text, which lack their counterpart.
  std::int64_t alignment = 0;
  std::optional<std::size_t> bead;  // index into AlignedTexts::alignment.beads; none: in no pair
  Side side = Side::source;
  text::Span span;       // bytes of that side's document
  std::string wording;   // the words there
  std::string expected;  // what the list would have instead, in the language where it is wanted

  friend bool operator==(const UsageFinding&, const UsageFinding&) = default;
};

/// How often a text has one wording of a concept.
struct WordingUse {
  std::string wording;  // the term's, as the list has it
  terms::TermStatus status = terms::TermStatus::admitted;
  std::size_t count = 0;

  friend bool operator==(const WordingUse&, const WordingUse&) = default;
};

/// A concept in one text.
struct TextUse {
  std::string document;  // the name of its file
  text::LanguageTag language;
  std::vector<WordingUse> wordings;  // the one met most first; empty: the text has none

  friend bool operator==(const TextUse&, const TextUse&) = default;
};

/// A concept over all texts.
struct ConceptUse {
  std::string concept_id;
  std::vector<TextUse> texts;       // those of all alignments, in their order
  std::size_t pairs_with_both = 0;  // aligned passages both of which have it
  std::size_t pairs_with_one = 0;   // only one has it, though the list knows wordings in the other's language

  friend bool operator==(const ConceptUse&, const ConceptUse&) = default;
};

struct TermUsage {
  std::vector<ConceptUse> concepts;    // that any text has, in the order of the list
  std::vector<UsageFinding> findings;  // by likelihood, the likeliest first; ties in the order of the texts

  friend bool operator==(const TermUsage&, const TermUsage&) = default;
};

struct UsageOptions {
  double smallest_confidence = 0.5;  // pairs below are not judged
  double smallest_likelihood = 0.2;  // findings below are left out
};

class UsageFinder {
 public:
  /// `terms` must outlive the finder.
  explicit UsageFinder(const terms::TermList& terms, UsageOptions options = {});
  UsageFinder(UsageFinder&& other) noexcept;
  UsageFinder& operator=(UsageFinder&& other) noexcept;
  ~UsageFinder();

  /// Takes an alignment; a text that stands in several is counted once. Links of comparable texts are judged only where
  /// they are graded same or mostly, for the others need not say the same. Linear in the texts.
  void add(std::int64_t alignment, const align::AlignedTexts& texts);

  TermUsage finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// "missing", "competing", "deprecated".
std::string to_string(FindingKind kind);

}  // namespace aligner::glossary

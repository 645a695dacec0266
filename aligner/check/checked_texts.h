#pragma once
// What all checks look at: the texts with their anchors and words, and the pairs that are judged. Private to the room.
//
//   const CheckedTexts view(texts, terms, {});
//   Findings findings(view);
//   check_dates(view, findings);
//   check_numbers(view, findings);

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/anchors/anchor.h"
#include "aligner/check/check_texts.h"
#include "aligner/check/finding.h"
#include "aligner/segment/words.h"
#include "aligner/terms/term_list.h"

namespace aligner::check {

using Segments = std::vector<std::size_t>;

struct CheckedSide {
  CheckedSide(const align::AlignedSide& side, const terms::TermList& terms);

  const align::AlignedSide& text;
  std::vector<std::vector<anchors::Anchor>> anchors;  // by segment
  std::vector<std::vector<segment::Word>> words;      // by segment

  std::string_view slice(text::Span span) const { return text.document.slice(span); }
  text::Span segment(std::size_t index) const { return text.segmentation.segments[index].span; }
  /// From the first to the last of neighbouring segments.
  text::Span passage(const Segments& segments) const {
    return {segment(segments.front()).begin, segment(segments.back()).end};
  }
  /// The segment in which something begins; the last one before it where it is in none.
  std::size_t segment_at(text::Span span) const;
  /// Anchors of a kind in these segments, in their order.
  std::vector<const anchors::Anchor*> find(const Segments& segments, anchors::AnchorKind kind) const;
};

struct CheckedTexts {
  CheckedTexts(const align::AlignedTexts& texts, const terms::TermList& terms, const CheckOptions& options);

  const align::AlignedTexts& texts;
  const terms::TermList& terms;
  CheckedSide source;
  CheckedSide target;
  std::vector<std::size_t> pairs;  // beads with two sides that are judged

  bool is_translation() const { return texts.alignment.mode == align::Mode::parallel; }
  const align::Bead& bead(std::size_t index) const { return texts.alignment.beads[index]; }
};

/// What a check has to say; words and key are made of it.
struct Draft {
  FindingKind kind = FindingKind::date_conflict;
  Severity severity = Severity::warning;
  std::optional<std::size_t> bead;
  text::Span source;
  text::Span target;
  std::string value;  // what the words mean, for the key; may be empty
  std::string reason;
  std::string remedy;
};

/// What stands on one side of a bead only. `value` is what it means, `words` what the reason calls it; severity and
/// remedy are the caller's.
Draft draft_of_missing(FindingKind kind, std::size_t bead, text::Span place, bool is_in_source, std::string value,
                       const std::string& words);

/// The remedy for a date or a number, as `noun` names it.
std::string remedy_for_missing(const std::string& noun, bool is_in_source);

class Findings {
 public:
  explicit Findings(const CheckedTexts& view) : view_(view) {}

  void add(Draft draft);
  /// Sorted as check_texts promises.
  std::vector<Finding> take();

 private:
  const CheckedTexts& view_;
  std::vector<Finding> findings_;
};

/// Beads with more anchors of a kind on a side are not compared each with each.
inline constexpr std::size_t most_anchors = 60;

/// Runs of ASCII digits, as they are written.
std::vector<std::string_view> digit_runs(std::string_view utf8);
/// Those of a passage, without leading zeros. A view: the bytes must outlive it.
std::unordered_set<std::string_view> digits_in(std::string_view passage);
/// Whether there are runs of digits in `words` and each of them is one of the passage's too.
bool has_digits_of(std::string_view words, const std::unordered_set<std::string_view>& passage);

/// "words" with the quotes.
std::string in_quotes(std::string_view words);
/// White space made one space, none at the ends.
std::string one_line(std::string_view utf8);
/// How many letters there are in a string of UTF-8: bytes that begin a character, white space aside.
std::size_t character_count(std::string_view utf8);

// THE CHECKS, each in a file of its name.
void check_dates(const CheckedTexts& view, Findings& findings);
void check_numbers(const CheckedTexts& view, Findings& findings);
void check_names(const CheckedTexts& view, Findings& findings);
void check_terms(const CheckedTexts& view, const CheckOptions& options, Findings& findings);
void check_copies(const CheckedTexts& view, Findings& findings);
void check_gaps(const CheckedTexts& view, Findings& findings);
void check_lengths(const CheckedTexts& view, Findings& findings);
void check_marks(const CheckedTexts& view, Findings& findings);
void check_doubled_words(const CheckedTexts& view, Findings& findings);
void check_contradictions(const CheckedTexts& view, Findings& findings);

}  // namespace aligner::check

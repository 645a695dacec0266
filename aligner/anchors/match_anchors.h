#pragma once
// How two anchors of different texts relate.
//
//   std::optional<AnchorMatch> match = match_anchors(source_anchor, target_anchor, terms);
//   if (match) std::cout << to_string(match->relation) << ": " << match->reason;
//
// The score says how well the values agree, not how much that proves: rarity is weighed in aligner/score.

#include <optional>
#include <string>

#include "aligner/anchors/anchor.h"
#include "aligner/terms/term_list.h"

namespace aligner::anchors {

enum class AnchorRelation {
  same,                 // equal value
  same_other_calendar,  // one day in two calendars
  contains,             // the source's date contains the target's
  contained,            // the source's date lies in the target's
  overlaps,
  near,             // dates one day apart
  conflict,         // two days (or two numbers of one unit) that cannot be the same
  variant,          // two spellings of one name
  transliteration,  // one name in two scripts
  reading,          // one name in Han characters, read in Sino-Vietnamese, Mandarin (pinyin, Wade-Giles) or Palladius
  term,             // wordings of one concept
  cldr,             // names of one territory, city, currency in the Common Locale Data Repository
  unit_converted,   // one quantity in two units
  related,          // concepts the term list relates
};

struct AnchorMatch {
  AnchorRelation relation = AnchorRelation::same;
  double score = 0;    // 0 to 1; 0 for conflict
  std::string reason;  // English, for people

  friend bool operator==(const AnchorMatch&, const AnchorMatch&) = default;
};

/// Empty where the two have nothing to do with each other (different kinds, different years, unrelated names). A name
/// and a concept match where the name is a spelling of one of its wordings. For many pairs see anchor_matcher.h.
std::optional<AnchorMatch> match_anchors(const Anchor& source, const Anchor& target, const terms::TermList& terms);

/// "same", "same-other-calendar", "contains", ...: as in JSON.
std::string to_string(AnchorRelation relation);

}  // namespace aligner::anchors

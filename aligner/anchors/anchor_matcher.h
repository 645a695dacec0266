#pragma once
// AnchorMatcher: compares many anchors under one term list.
//
//   AnchorMatcher matcher(bundled_terms());
//   for (const std::string& key : matcher.keys(target[3])) buckets[key].push_back(3);
//   for (const std::string& key : matcher.lookup_keys(source[0])) compare_with(buckets[key]);
//   std::optional<AnchorMatch> match = matcher.match(source[0], target[3]);
//
// The same as match_anchors and match_keys for each pair, but the wordings of a concept are read as names once: a name
// that the list does not have in its language may still be a spelling of one that it has ("Mouravieff", "奕山").

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "aligner/anchors/anchor.h"
#include "aligner/anchors/match_anchors.h"
#include "aligner/terms/term_list.h"

namespace aligner::anchors {

class AnchorMatcher {
 public:
  /// `terms` must outlive the matcher.
  explicit AnchorMatcher(const terms::TermList& terms) : terms_(&terms) {}
  explicit AnchorMatcher(const terms::TermList&& terms) = delete;

  /// Empty where the two have nothing to do with each other.
  std::optional<AnchorMatch> match(const Anchor& source, const Anchor& target);

  /// The keys to file an anchor under, and those under which the anchors lie that it may match. Of two that match, each
  /// is filed under one at least that the other looks under; most that share one do not match.
  std::vector<std::string> keys(const Anchor& anchor);
  std::vector<std::string> lookup_keys(const Anchor& anchor);

 private:
  const std::vector<Name>& names_of(const std::string& concept_id);

  const terms::TermList* terms_;
  std::unordered_map<std::string, std::vector<Name>> names_;  // by concept, as they are asked for
};

}  // namespace aligner::anchors

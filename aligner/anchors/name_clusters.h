#pragma once
// Gathers the spellings of one person or place within a document. Private.
//
//   set_entities(anchors);  // Nevelskoy, Nevelsky, G. I. Nevelskoi: entity "nevelski" for all

#include <vector>

#include "aligner/anchors/anchor.h"

namespace aligner::anchors {

/// Sets Name::entity of every name. Names are one where all their parts agree, in spelling, reading or CLDR; a name
/// that says less (a surname alone, initials) joins the only fuller name that it fits, and stays alone where there are
/// two. The entity is the key of the spelling that is met most, ties: the longest, then the first; initials stand
/// before it where two entities would have one key. Near-linear: a name is compared with 24 others a bucket at most.
void set_entities(std::vector<Anchor>& anchors);

}  // namespace aligner::anchors

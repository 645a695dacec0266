#pragma once
// Shares the rows of a table out over threads, as lexicon/share_rows.h says. Private to the rooms score and align.

#include "aligner/lexicon/share_rows.h"

namespace aligner::score {

using lexicon::share_rows;

}  // namespace aligner::score

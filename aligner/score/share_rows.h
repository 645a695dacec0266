#pragma once
// Shares the rows of a table out over threads, as lexicon/share_rows.h says. For the rooms score, align and pipeline.

#include "aligner/lexicon/share_rows.h"

namespace aligner::score {

using lexicon::share_rows;

}  // namespace aligner::score

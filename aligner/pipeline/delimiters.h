#pragma once
// Delimiters: lines that a user has put into both texts where they are known to correspond. Private to this room.
//
//   align::FixedPoints points = find_delimiters(source, target, ".EOA");

#include <string>

#include "aligner/align/aligned_texts.h"
#include "aligner/align/fixed_points.h"

namespace aligner::pipeline {

/// The first delimiter of the source answers to the first of the target, and so on. A segment is a delimiter where it
/// is `delimiter` byte for byte, white space around it apart. Throws Error naming both files and what was counted where
/// the numbers differ; where there is none at all, a note of the source says so.
align::FixedPoints find_delimiters(align::AlignedSide& source, const align::AlignedSide& target,
                                   const std::string& delimiter);

}  // namespace aligner::pipeline

#include "aligner/pipeline/delimiters.h"

#include <cstdint>
#include <vector>

#include "aligner/error.h"

namespace aligner::pipeline {
namespace {

std::vector<std::uint32_t> places_of(const align::AlignedSide& side, const std::string& delimiter) {
  std::vector<std::uint32_t> places;
  for (std::size_t i = 0; i < side.segmentation.size(); ++i) {
    if (side.document.slice(side.segmentation.segments[i].span) != delimiter) continue;
    places.push_back(static_cast<std::uint32_t>(i));
  }
  return places;
}

std::string lines(std::size_t count) { return std::to_string(count) + (count == 1 ? " line" : " lines"); }

}  // namespace

align::FixedPoints find_delimiters(align::AlignedSide& source, const align::AlignedSide& target,
                                   const std::string& delimiter) {
  const std::vector<std::uint32_t> in_source = places_of(source, delimiter);
  const std::vector<std::uint32_t> in_target = places_of(target, delimiter);
  if (in_source.size() != in_target.size()) {
    throw Error(source.document.name() + " has " + lines(in_source.size()) + " \"" + delimiter + "\", " +
                target.document.name() + " has " + lines(in_target.size()) +
                "; put as many into both texts, or leave --anchor-lines out");
  }
  if (in_source.empty()) {
    source.notes.push_back(source.document.name() + ": no line is \"" + delimiter + "\", here and in " +
                           target.document.name() + "; aligned as one block");
  }
  align::FixedPoints points;
  for (std::size_t k = 0; k < in_source.size(); ++k) points.push_back({in_source[k], in_target[k], true});
  return points;
}

}  // namespace aligner::pipeline

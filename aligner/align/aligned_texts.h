#pragma once
// AlignedTexts: two documents, how they were cut, and how they correspond. What is reported, stored and exchanged.
//
//   std::string_view sentence = texts.source.document.slice(texts.source.segmentation.segments[3].span);

#include <string>
#include <vector>

#include "aligner/align/alignment.h"
#include "aligner/segment/segmentation.h"
#include "aligner/text/document.h"
#include "aligner/text/places.h"

namespace aligner::align {

struct AlignedSide {
  text::Document document;
  segment::Segmentation segmentation;
  std::string encoding;            // as it was read, "UTF-8"
  std::string sha256;              // of the file's own bytes
  std::vector<std::string> notes;  // what was assumed when reading
  text::Places places;             // in the file, where the document was not plain text

  friend bool operator==(const AlignedSide&, const AlignedSide&) = default;
};

struct AlignedTexts {
  AlignedSide source;
  AlignedSide target;
  Alignment alignment;

  friend bool operator==(const AlignedTexts&, const AlignedTexts&) = default;
};

}  // namespace aligner::align

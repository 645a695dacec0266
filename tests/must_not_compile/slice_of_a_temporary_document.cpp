// A view of a document that is gone at the end of the line.

#include "aligner/text/document.h"

using aligner::text::Document;

std::size_t size_of_slice() {
#ifdef WRONG
  const std::string_view slice = Document().slice({0, 0});
  return slice.size();
#else
  const Document document;
  const std::string_view slice = document.slice({0, 0});
  return slice.size();
#endif
}

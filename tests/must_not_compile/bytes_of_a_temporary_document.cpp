// The bytes of a document that is gone at the end of the line.

#include "aligner/text/document.h"

using aligner::text::Document;

std::size_t size_of_text() {
#ifdef WRONG
  const std::string& bytes = Document().bytes();
  return bytes.size();
#else
  const Document document;
  const std::string& bytes = document.bytes();
  return bytes.size();
#endif
}

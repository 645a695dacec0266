// The bytes of a folded text that is gone at the end of the line.

#include "aligner/text/folded_text.h"

using aligner::text::fold_text;

std::size_t size_of_folded() {
#ifdef WRONG
  const std::string_view bytes = fold_text("Quang").bytes();
  return bytes.size();
#else
  const aligner::text::FoldedText folded = fold_text("Quang");
  const std::string_view bytes = folded.bytes();
  return bytes.size();
#endif
}

// A document around the check that its bytes are UTF-8.

#include "aligner/text/document.h"

using aligner::text::Document;
using aligner::text::LanguageTag;

Document make_document() {
#ifdef WRONG
  return Document{"bytes", LanguageTag(), "name"};
#else
  return Document::from_utf8("bytes", LanguageTag(), "name");
#endif
}

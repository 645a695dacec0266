#include <cstddef>
#include <string>
#include <string_view>

#include "aligner/terms/term_list.h"
#include "aligner/text/embedded_file.h"

namespace aligner::terms {

// Defined by the build from the files of corpora/terms; see tungse_embed in aligner/CMakeLists.txt.
extern const text::EmbeddedFile bundled_term_files[];
extern const std::size_t bundled_term_files_count;

namespace {

TermList parse_bundled_terms() {
  TermList list;
  for (std::size_t i = 0; i < bundled_term_files_count; ++i) {
    const text::EmbeddedFile& file = bundled_term_files[i];
    list.merge(parse_terms(std::string_view(file.bytes, file.size), std::string("bundled ") + file.name));
  }
  return list;
}

}  // namespace

const TermList& bundled_terms() {
  static const TermList list = parse_bundled_terms();
  return list;
}

}  // namespace aligner::terms

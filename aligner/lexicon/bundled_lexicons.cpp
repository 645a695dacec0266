#include "aligner/lexicon/bundled_lexicons.h"

#include <cstddef>
#include <utility>

#include "aligner/text/embedded_file.h"

namespace aligner::lexicon {

// Defined by the build from the files of corpora/lexicons; see tungse_embed in aligner/CMakeLists.txt.
extern const text::EmbeddedFile bundled_lexicon_files[];
extern const std::size_t bundled_lexicon_files_count;

namespace {

std::string name_between(const text::LanguageTag& source, const text::LanguageTag& target) {
  return source.language() + "-" + target.language();
}

}  // namespace

std::vector<BundledLexicon> bundled_lexicons() {
  std::vector<BundledLexicon> all;
  for (std::size_t i = 0; i < bundled_lexicon_files_count; ++i) {
    const text::EmbeddedFile& file = bundled_lexicon_files[i];
    const std::string_view name = file.name;
    all.push_back({std::string(name.substr(0, name.find('.'))), std::string_view(file.bytes, file.size)});
  }
  return all;
}

std::optional<BundledLexicon> find_bundled_lexicon(const text::LanguageTag& source, const text::LanguageTag& target) {
  for (BundledLexicon& file : bundled_lexicons()) {
    if (file.name == name_between(source, target) || file.name == name_between(target, source)) return std::move(file);
  }
  return std::nullopt;
}

Lexicon read_bundled_lexicon(const BundledLexicon& file, const text::LanguageTag& source,
                             const text::LanguageTag& target) {
  Lexicon lexicon = parse_lexicon(file.bytes, "bundled " + file.name + ".lexicon");
  return file.name == name_between(source, target) ? lexicon : reversed(lexicon);
}

}  // namespace aligner::lexicon

#include "aligner/terms/known_words.h"

#include <algorithm>

#include "aligner/terms/word_forms.h"
#include "aligner/terms/word_run.h"

namespace aligner::terms {

KnownWord KnownWords::find_out(std::string_view written) {
  const WordShape shape = shape_of(written, index_.manchu());
  KnownWord word{.bases_begin = static_cast<std::uint32_t>(bases_.size()),
                 .is_capital = shape.is_capital,
                 .is_all_capitals = shape.is_all_capitals,
                 .is_numeral = is_numeral(shape.key)};
  for (const std::string& base : possible_bases(shape.key, index_.rules())) {
    const std::uint32_t known = index_.find_base(base);
    if (known == TermIndex::no_base) continue;
    bases_.push_back(known);
    word.begins_wording = word.begins_wording || index_.first_step(known) != TermIndex::no_node;
  }
  const auto begin = bases_.begin() + word.bases_begin;
  std::sort(begin, bases_.end());
  bases_.erase(std::unique(begin, bases_.end()), bases_.end());
  word.base_count = static_cast<std::uint32_t>(bases_.size()) - word.bases_begin;
  return word;
}

}  // namespace aligner::terms

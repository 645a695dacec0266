#include "aligner/store/concordance_search.h"

#include "aligner/error.h"

namespace aligner::store {
namespace {

constexpr std::size_t segments_between_calls = 4096;

}  // namespace

WordingFinder::WordingFinder(const ConcordanceQuery& query) : query_(query) {
  if (!query.terms.concepts().empty()) {
    terms_.emplace(query.terms);
    return;
  }
  if (query.kind != WordingKind::regex) {
    words_.emplace(query.wordings, query.kind, query.marks);
    return;
  }
  for (const Wording& one : query.wordings) patterns_.emplace_back(one.text, query.marks);
}

std::optional<std::string> WordingFinder::expression() const {
  if (terms_) return terms_->expression();
  if (words_) return words_->expression();
  return std::nullopt;
}

std::vector<FoundWording> WordingFinder::find(const std::string& text, const text::LanguageTag& language) {
  if (terms_) return terms_->find(text, {0, text.size()}, language);
  if (words_) return words_->find(text, {0, text.size()}, language);
  std::vector<FoundWording> found;
  for (std::size_t i = 0; i < patterns_.size(); ++i) {
    const auto& wanted = query_.wordings[i].language;
    if (wanted && !is_language(*wanted, language)) continue;
    for (const text::Span span : patterns_[i].find(text, {0, text.size()})) found.push_back({span, i});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const FoundWording& a, const FoundWording& b) { return a.span.begin < b.span.begin; });
  return found;
}

ConcordanceSearch::ConcordanceSearch(SQLite::Database& handle, const ConcordanceQuery& query,
                                     const std::function<bool(double)>& go_on)
    : handle_(handle),
      go_on_(go_on),
      cuts_(find_live_cuts(handle, query)),
      finder_(query),
      texts_(handle),
      counterparts_(handle, query) {}

void ConcordanceSearch::call(double done) {
  if (++calls_ % segments_between_calls != 0 || !go_on_) return;
  if (!go_on_(done)) throw Error("stopped before all texts were looked through");
}

bool has_several_wordings(const ConcordanceQuery& query) {
  return query.wordings.size() > 1 || !query.terms.concepts().empty();
}

}  // namespace aligner::store

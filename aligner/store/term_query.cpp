#include "aligner/store/term_query.h"

#include <utility>

#include "aligner/error.h"
#include "aligner/segment/index_words.h"

namespace aligner::store {
namespace {

// Terms of these languages stand in one form; of all others words may end otherwise.
bool is_inflected(const text::LanguageTag& language) {
  const std::string primary = language.language();
  return primary != "vi" && primary != "zh" && primary != "mnc" && primary != "ja";
}

// What all forms of the word begin with: конец, конца; treaty, treaties. `plain` has no marks.
std::string common_beginning(std::string_view plain) {
  std::vector<std::size_t> ends;  // of its letters
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (i + 1 == plain.size() || (static_cast<unsigned char>(plain[i + 1]) & 0xC0U) != 0x80U) ends.push_back(i + 1);
  }
  const std::size_t letters = ends.size();
  const std::size_t may_change = letters >= 7 ? 3 : letters >= 5 ? 2 : letters == 4 ? 1 : 0;
  return std::string(plain.substr(0, letters == 0 ? 0 : ends[letters - may_change - 1]));
}

std::string expression_of(const terms::Term& term, segment::IndexWordFinder& finder) {
  std::string all;
  for (const segment::IndexWord& word : finder.find(term.wording, {0, term.wording.size()})) {
    const std::string_view plain = segment::without_marks(word.key);
    const std::string begin =
        is_inflected(term.language) ? common_beginning(plain) : std::string(plain) + segment::key_divider;
    all += (all.empty() ? "\"" : " AND \"") + begin + "\" *";
  }
  return all;
}

// Terms that wait for a decision are looked for too: how they are used is what the decision needs.
terms::TermList with_proposed(const terms::TermList& terms) {
  std::vector<terms::Concept> concepts = terms.concepts();
  for (terms::Concept& one : concepts) {
    for (terms::Term& term : one.terms) {
      if (term.status == terms::TermStatus::proposed) term.status = terms::TermStatus::admitted;
    }
  }
  return terms::TermList(std::move(concepts));
}

}  // namespace

TermQuery::TermQuery(const terms::TermList& terms) : terms_(with_proposed(terms)) {
  segment::IndexWordFinder finder;
  if (terms_.concepts().empty()) throw Error("nothing is looked for; name a concept");
  for (const terms::Term& term : terms_.concepts().front().terms) {
    const std::string one = term.status == terms::TermStatus::rejected ? "" : expression_of(term, finder);
    if (!one.empty()) expression_ += (expression_.empty() ? "(" : " OR (") + one + ")";
  }
  if (expression_.empty()) throw Error("the concept has no wording that can be looked for; add a term to it");
}

std::vector<FoundWording> TermQuery::find(std::string_view utf8, text::Span range, const text::LanguageTag& language) {
  auto search = searches_.find(language);
  if (search == searches_.end()) {
    search = searches_.emplace(language, terms::TermSearch(terms::TermFinder(terms_, language))).first;
  }
  std::vector<FoundWording> found;
  for (const terms::TermMention& mention : search->second.find(utf8, range)) {
    if (mention.concept_index == 0) found.push_back({mention.span, mention.term_index});
  }
  return found;
}

}  // namespace aligner::store

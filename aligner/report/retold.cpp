#include "aligner/report/retold.h"

#include <map>
#include <optional>
#include <string_view>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "aligner/messages/retell.h"

namespace aligner::report {
namespace {

using messages::Language;
using messages::Speaker;

using Names = std::map<std::string, std::string, std::less<>>;  // by the English name

// "" where the language has no wording for it.
std::string wording_in(const terms::Concept& holder, const std::string& language) {
  std::string first;
  for (const terms::Term& term : holder.terms) {
    if (term.language.str() != language) continue;
    if (term.status == terms::TermStatus::preferred) return term.wording;
    if (term.status == terms::TermStatus::admitted && first.empty()) first = term.wording;
  }
  return first;
}

Names read_names(Language language) {
  Names names;
  for (const terms::Concept& holder : terms::bundled_terms().concepts()) {
    const std::string name = wording_in(holder, to_string(language));
    if (!name.empty()) names.emplace(english_name(holder), name);
  }
  return names;
}

const Names& names_in(Language language) {
  static const Names vietnamese = read_names(Language::vietnamese);
  static const Names russian = read_names(Language::russian);
  return language == Language::vietnamese ? vietnamese : russian;
}

// "Russia (territory RU)"
std::optional<std::string> name_of_territory(std::string_view english, Language language) {
  constexpr std::string_view before = " (territory ";
  const std::size_t begin = english.find(before);
  if (begin == std::string_view::npos || !english.ends_with(')')) return std::nullopt;
  const std::string code(english.substr(begin + before.size(), english.size() - begin - before.size() - 1));
  icu::UnicodeString name;
  icu::Locale("und", code.c_str()).getDisplayCountry(icu::Locale(to_string(language).c_str()), name);
  std::string utf8;
  name.toUTF8String(utf8);
  return utf8.empty() ? std::nullopt : std::optional(utf8 + " (" + code + ")");
}

}  // namespace

std::string retold(const Speaker& speaker, const std::string& english) {
  const Language language = speaker.language();
  if (language == Language::english) return english;
  return retell(speaker, english, [language](std::string_view name) -> std::optional<std::string> {
    const Names& names = names_in(language);
    const auto found = names.find(name);
    return found != names.end() ? std::optional(found->second) : name_of_territory(name, language);
  });
}

std::string concept_name(const Speaker& speaker, const terms::TermList& terms, const std::string& concept_id) {
  const terms::Concept* holder = terms.find(concept_id);
  if (holder == nullptr || speaker.language() == Language::english) return english_name(terms, concept_id);
  const std::string name = wording_in(*holder, to_string(speaker.language()));
  return name.empty() ? english_name(*holder) : name;
}

}  // namespace aligner::report

#include "aligner/messages/language.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace aligner::messages {
namespace {

constexpr std::array codes{"en", "vi", "ru"};  // in the order of the enumeration

// "ru_RU.UTF-8@petr1708" -> "ru", "C.UTF-8" -> "C"
std::string_view language_of(std::string_view locale) { return locale.substr(0, locale.find_first_of("_-.@")); }

bool is_untranslated(std::string_view locale) {
  const std::string_view language = language_of(locale);
  return language == "C" || language == "POSIX";
}

}  // namespace

std::string to_string(Language language) { return codes.at(static_cast<std::size_t>(language)); }

std::optional<Language> find_language(std::string_view code) {
  const auto found = std::find(codes.begin(), codes.end(), code);
  if (found == codes.end()) return std::nullopt;
  return static_cast<Language>(std::distance(codes.begin(), found));
}

std::vector<std::string> language_codes() { return {codes.begin(), codes.end()}; }

Language language_for(const LocaleVariables& variables) {
  std::string_view locale;
  for (const std::string* value : {&variables.lc_all, &variables.lc_messages, &variables.lang}) {
    if (locale.empty()) locale = *value;
  }
  if (locale.empty() || is_untranslated(locale)) return Language::english;
  for (std::string_view list = variables.language; !list.empty();) {
    const std::size_t end = std::min(list.find(':'), list.size());
    const std::string_view first = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    if (is_untranslated(first)) return Language::english;
    if (const auto found = find_language(language_of(first))) return *found;
  }
  return find_language(language_of(locale)).value_or(Language::english);
}

}  // namespace aligner::messages

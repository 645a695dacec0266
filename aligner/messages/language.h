#pragma once
// The language in which people are spoken to: of reports, not of texts.
//
//   Language language = language_for({.lang = "vi_VN.UTF-8"});  // Language::vietnamese
//   find_language("ru");                                        // Language::russian
//
// A process has no language: whoever calls says which, and calls in several languages may run at one time.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aligner::messages {

enum class Language { english, vietnamese, russian };

/// "en", "vi", "ru": BCP 47.
std::string to_string(Language language);

/// The other way round; none for every other word.
std::optional<Language> find_language(std::string_view code);

/// In the order above: for help and messages.
std::vector<std::string> language_codes();

/// What the environment has under these names; "" where it has nothing.
struct LocaleVariables {
  std::string language = {};     // LANGUAGE: a list, "vi:ru"
  std::string lc_all = {};       // LC_ALL
  std::string lc_messages = {};  // LC_MESSAGES
  std::string lang = {};         // LANG
};

/// Chosen as gettext does: the first of LC_ALL, LC_MESSAGES and LANG that is not empty is the locale; where it is C or
/// POSIX, or there is none, English. Otherwise the first language of LANGUAGE that is known here, else the locale's.
/// What is unknown is English, never an error. The locale need not be installed.
Language language_for(const LocaleVariables& variables);

}  // namespace aligner::messages

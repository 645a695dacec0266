#pragma once
// Private: the message catalogue of a language, by Boost.Locale, and how the language writes numbers, by ICU.
//
//   const Catalogue& vietnamese = catalogue_of(Language::vietnamese);
//   vietnamese.find("", "Summary");  // "Tóm tắt"

#include <memory>
#include <string>

#include "aligner/messages/language.h"

namespace aligner::messages {

/// What CLDR says about numbers.
struct NumberForm {
  std::string decimal_point = ".";
  std::string thousands_separator = {};  // of groups of three
  std::string percent_sign = " %";       // with the space before it
};

class Catalogue {
 public:
  explicit Catalogue(Language language);
  ~Catalogue();
  Catalogue(const Catalogue&) = delete;
  Catalogue& operator=(const Catalogue&) = delete;

  /// The translation, "" where there is none. `context` may be "".
  std::string find(const char* context, const char* english) const;
  /// The same in the plural form for `count`.
  std::string find_plural(const char* context, const char* one, const char* many, unsigned long long count) const;

  const NumberForm& numbers() const { return numbers_; }

  /// Day and time of seconds since 1970, without a time zone, as the language writes them.
  std::string day_and_time(long long seconds) const;

 private:
  struct State;
  std::unique_ptr<State> state_;  // none: English
  NumberForm numbers_;
};

/// Made when it is first asked for; may be used by several threads.
const Catalogue& catalogue_of(Language language);

}  // namespace aligner::messages

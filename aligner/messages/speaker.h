#pragma once
// Speaker: says to a reader, in the reader's language, what reports have to say.
//
//   const Speaker speaker(Language::russian);
//   speaker.tell("{} of {} documents", 3, 7);                   // "3 из 7 документов"
//   speaker.count(2, "{} pair", "{} pairs");                   // "2 пары"
//   speaker.percent(0.5);                                      // "50 %"
//
// The English words are the key under which a translation is found, and what is said in English. Where there is no
// translation they are said as they are. Placeholders are those of {fmt}: {} in order, or {0} and {1}, so that a
// translation may have another order; they take no formats. po/*.po holds the translations; tools/check/messages keeps
// them complete. Follows GNU gettext (catalogues, plural forms) and CLDR (numbers).

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "aligner/messages/language.h"

namespace aligner::messages {

class Catalogue;

enum class ShowPlus { no, yes };

/// A value: copies are cheap, and may speak at one time.
class Speaker {
 public:
  explicit Speaker(Language language = Language::english);

  Language language() const { return language_; }

  /// A message. Values are texts, or whole numbers, which are written as number() does; what is an index or an
  /// identifier rather than a count is given as text.
  template <typename... Values>
  std::string tell(const char* english, const Values&... values) const {
    return fill(find("", english), {written(values)...});
  }

  /// A message whose English words mean several things; `context` tells which ("grade", "of a finding").
  template <typename... Values>
  std::string tell_as(const char* context, const char* english, const Values&... values) const {
    return fill(find(context, english), {written(values)...});
  }

  /// A message about a number of things, which is its first value.
  template <typename... Values>
  std::string count(std::size_t how_many, const char* one, const char* many, const Values&... values) const {
    return fill(message_for(how_many, one, many), {number(how_many), written(values)...});
  }

  /// The same with other values than the number alone, which only chooses the form: "{} рублей" for "250 000".
  template <typename... Values>
  std::string fill_for(std::size_t how_many, const char* one, const char* many, const Values&... values) const {
    return fill(message_for(how_many, one, many), {written(values)...});
  }

  /// The message itself, its placeholders not filled.
  std::string message_for(std::size_t how_many, const char* one, const char* many) const;

  /// A word that a value has as its name: "preferred", "same". Said as it is where it is not translated.
  std::string name_of(const char* context, const std::string& word) const { return find(context, word.c_str()); }

  /// "12345"; "12.345" in Vietnamese, "12 345" in Russian with a no-break space.
  std::string number(unsigned long long value) const;

  /// With so many digits behind the point.
  std::string decimal(double value, int digits, ShowPlus plus = ShowPlus::no) const;

  /// A number that stands in a text with a point, as the language writes it: "4200.5" -> "4.200,5".
  std::string decimal(std::string_view digits) const;

  /// A share as people read it: whole per cent, but 100 and 0 only where there is no doubt at all.
  std::string percent(double share) const;

  /// What stands behind a number of per cent: "%", with a space before it where the language has one.
  std::string percent_sign() const;

  /// "2026-03-01T09:30:00Z" with day and time as the language writes them, UTC; in English, and where it is no such
  /// time, as it is.
  std::string time(const std::string& utc) const;

 private:
  std::string find(const char* context, const char* english) const;
  static std::string fill(const std::string& message, const std::vector<std::string>& values);

  template <typename Value>
  std::string written(const Value& value) const {
    if constexpr (std::is_integral_v<Value>) {
      static_assert(std::is_unsigned_v<Value> && !std::is_same_v<Value, bool>, "counts are unsigned");
      return number(value);
    } else {
      return std::string(std::string_view(value));
    }
  }

  Language language_ = Language::english;
  const Catalogue* catalogue_;  // lives as long as the program
};

}  // namespace aligner::messages

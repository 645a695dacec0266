#pragma once
// The pieces of Chinese dates: numbers, words of several characters, parts and openings that stand behind, reign dates.
// Private.
//
//   find_word(phrase, 3, seasons);   // the value of the first word of a list that stands there
//   narrow_behind(phrase, reading);  // 十九世纪 + 初: the early 19th century

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "aligner/anchors/date_reading.h"
#include "aligner/anchors/tokens.h"

namespace aligner::anchors::han {

struct DateNumber {
  int value = 0;
  std::size_t end = 0;  // 0 where none stands
};

/// "二十八", "一八五八" or digits, of four digits at most.
DateNumber read_number(const Phrase& phrase, std::size_t at);

/// Index behind the characters of `word`, or 0 where they do not stand at `at`.
std::size_t behind_word(const Phrase& phrase, std::size_t at, std::string_view word);

/// True where one of the characters stands at `at`.
bool is_one_of(const Phrase& phrase, std::size_t at, std::string_view characters);

template <typename Value>
struct Worded {
  std::string_view word;
  Value value;
};

template <typename Value>
struct WordReading {
  Value value;
  std::size_t end = 0;
};

/// The first of the words that stands at `at`; longer words are listed first.
template <typename Value, std::size_t size>
std::optional<WordReading<Value>> find_word(const Phrase& phrase, std::size_t at,
                                            const std::array<Worded<Value>, size>& words) {
  if (phrase[at].script != TokenScript::han) return std::nullopt;
  for (const Worded<Value>& word : words) {
    if (const std::size_t end = behind_word(phrase, at, word.word); end != 0)
      return WordReading<Value>{word.value, end};
  }
  return std::nullopt;
}

/// Takes in a part behind the period ("初", "上半叶", "中旬"), or what opens or estimates it ("以前", "左右").
void narrow_behind(const Phrase& phrase, DateReading& reading);
void open_behind(const Phrase& phrase, DateReading& reading);

/// 咸豐八年四月十六日, 咸豐戊午年.
std::optional<DateReading> read_reign(const Phrase& phrase, std::size_t at);

/// 五月初三, 正月十六日: of the lunar calendar by its words, in the reign year named before; else read, but no date.
std::optional<DateReading> read_lone_lunar_day(const Phrase& phrase, std::size_t at);

/// 俄曆五月十六日, 公历1858年5月28日, 農曆四月十六.
std::optional<DateReading> read_in_named_calendar(const Phrase& phrase, std::size_t at);

}  // namespace aligner::anchors::han

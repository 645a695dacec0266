#pragma once
// Vocabulary: which words of a language play a part in dates, numbers and names, and which. Private.
//
//   const WordSense* word = find_word(Language::vi, "tháng");  // senses: month_word
//
// A word may have several senses (Vietnamese năm is "year" and "five"): they are bits, told apart by the readers. One
// value goes with all of them.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "aligner/text/language_tag.h"

namespace aligner::anchors {

enum class Language : std::uint8_t { vi, en, ru, zh, mnc, other };

Language language_of(const text::LanguageTag& tag);

using Senses = std::uint64_t;

namespace sense {
constexpr Senses day_word = Senses{1} << 0;
constexpr Senses month_word = Senses{1} << 1;
constexpr Senses month_name = Senses{1} << 2;  // value: 1-12
constexpr Senses year_word = Senses{1} << 3;
constexpr Senses decade_word = Senses{1} << 4;
constexpr Senses century_word = Senses{1} << 5;
constexpr Senses season = Senses{1} << 6;             // value: 1 spring to 4 winter
constexpr Senses part = Senses{1} << 7;               // value: a Part
constexpr Senses opening = Senses{1} << 8;            // value: an Opening
constexpr Senses date_link = Senses{1} << 9;          // "to", "по", "đến" between the ends of a range
constexpr Senses range_start = Senses{1} << 10;       // "from", "с", "từ"
constexpr Senses time_preposition = Senses{1} << 11;  // "in", "в", "vào": what follows may well be a time
constexpr Senses unit_digit = Senses{1} << 12;        // value: 1-9
constexpr Senses teen = Senses{1} << 13;              // value: 10-19
constexpr Senses tens = Senses{1} << 14;              // value: 20-90
constexpr Senses hundreds = Senses{1} << 15;          // value: 100-900
constexpr Senses hundred_word = Senses{1} << 16;      // multiplies by a hundred
constexpr Senses magnitude = Senses{1} << 17;         // value: the power of ten, 3 and more
constexpr Senses ordinal = Senses{1} << 18;           // value
constexpr Senses vague = Senses{1} << 19;  // "several", "hàng", "thousands"; value: the power of ten, 0 to be told
constexpr Senses label = Senses{1} << 20;  // value: a Label
constexpr Senses title = Senses{1} << 21;  // "Count", "граф"
constexpr Senses function_word = Senses{1} << 22;  // begins a sentence without being a name
constexpr Senses particle = Senses{1} << 23;       // "von", "de": inside a name
constexpr Senses monarch = Senses{1} << 24;        // given names of rulers, which take a numeral
constexpr Senses half = Senses{1} << 25;
constexpr Senses class_word =
    Senses{1} << 26;  // Vietnamese: first syllable of "Hiệp ước", "Đế quốc", capital but no name alone
constexpr Senses part_word = Senses{1} << 29;  // "quarter", "third", "last": with others, a part of a period
constexpr Senses circa = Senses{1} << 30;      // "about", "khoảng", "около" before a date
constexpr Senses era = Senses{1} << 31;        // may begin the name of an era: "Hàm", "hsien", 咸
constexpr Senses number_word = Senses{1} << 32;  // begins numbers by what follows it: "a" hundred, "thứ" ba, "đệ" nhị
constexpr Senses fraction = Senses{1} << 33;  // "thirds", "четверть"; value: the denominator
}  // namespace sense

enum class Part : std::int16_t {
  early = 1,
  mid,
  late,
  first_half,
  second_half,
  first_quarter,
  second_quarter,
  third_quarter,
  last_quarter,
  first_third,
  middle_third,
  last_third,
  first_decade,
  last_decade
};
enum class Opening : std::int16_t { before = 1, until, since, after };
enum class Label : std::int16_t { article = 1, chapter, section, paragraph, point, page, number, volume, part };

/// "article", "chapter", ...; "" for Label::number.
std::string to_string(Label label);

struct WordSense {
  Senses senses = 0;
  std::int16_t value = 0;
};

class Vocabulary {
 public:
  /// `words`: one word or several, parted by spaces, folded as tokens are. Senses of a word add up; the first value
  /// that is not 0 stays.
  void add(std::string_view words, Senses senses, int value = 0);

  const WordSense* find(std::string_view folded) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, WordSense, Hash, std::equal_to<>> words_;
};

Vocabulary make_vietnamese_vocabulary();
Vocabulary make_english_vocabulary();
Vocabulary make_russian_vocabulary();

Vocabulary make_manchu_vocabulary();  // in Möllendorff's Latin: tokens fold Manchu script to it

Vocabulary make_chinese_vocabulary();  // by character, and no numbers: those are read by han_numbers.h

/// The vocabulary of a language, made once; empty for Language::other.
const Vocabulary& vocabulary_of(Language language);

}  // namespace aligner::anchors

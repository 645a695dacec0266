#include "aligner/anchors/cycle_years.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace aligner::anchors {
namespace {

template <std::size_t size>
int index_of(const std::array<std::string_view, size>& words, std::string_view word) {
  const auto found = std::find(words.begin(), words.end(), word);
  return found == words.end() ? -1 : static_cast<int>(found - words.begin());
}

// The number of sixty that leaves these rests by ten and by twelve; 0 where stem and branch do not go together.
int number_of(int stem, int branch) {
  if (stem < 0 || branch < 0 || stem % 2 != branch % 2) return 0;
  return (6 * stem - 5 * branch + 60) % 60 + 1;
}

constexpr std::array<std::string_view, 10> stems = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
constexpr std::array<std::string_view, 12> branches = {"子", "丑", "寅", "卯", "辰", "巳",
                                                       "午", "未", "申", "酉", "戌", "亥"};

// Colours, deep and pale, and animals: after Gorelova, Manchu Grammar (2002), p. 212.
constexpr std::array<std::string_view, 10> colours = {"niowanggiyan", "niohon", "fulgiyan", "fulahūn",   "suwayan",
                                                      "sohon",        "šanyan", "šahūn",    "sahaliyan", "sahahūn"};
constexpr std::array<std::string_view, 12> animals = {"singgeri", "ihan",  "tasha", "gūlmahūn", "muduri",  "meihe",
                                                      "morin",    "honin", "bonio", "coko",     "indahūn", "ulgiyan"};

}  // namespace

CycleYear read_han_cycle_year(const Phrase& phrase, std::size_t at) {
  const int number = number_of(index_of(stems, phrase.text(at)), index_of(branches, phrase.text(at + 1)));
  return number != 0 ? CycleYear{number, at + 2} : CycleYear{};
}

CycleYear read_manchu_cycle_year(const Phrase& phrase, std::size_t at) {
  const std::string_view colour = phrase.is(at, "šanggiyan") ? "šanyan" : phrase.text(at);
  const int number = number_of(index_of(colours, colour), index_of(animals, phrase.text(at + 1)));
  return number != 0 ? CycleYear{number, at + 2} : CycleYear{};
}

}  // namespace aligner::anchors

// Manchu words of dates and numbers, in Möllendorff's Latin. Forms after Gorelova, Manchu Grammar (2002), and Norman's
// lexicon: tofohon is fifteen, the first ten days of a month are named by "ice", its first, eleventh and twelfth month
// are aniya, omšon and jorgon.

#include <array>
#include <string>

#include "aligner/anchors/eras.h"
#include "aligner/anchors/vocabulary.h"

namespace aligner::anchors {
namespace {

using namespace sense;

void add_numbers(Vocabulary& words) {
  static constexpr std::array<const char*, 10> units = {"",      "emu",     "juwe",  "ilan",  "duin",
                                                        "sunja", "ninggun", "nadan", "jakūn", "uyun"};
  static constexpr std::array<const char*, 10> unit_ordinals = {"",        "emuci",    "juweci", "ilaci",  "duici",
                                                                "sunjaci", "ningguci", "nadaci", "jakūci", "uyuci"};
  static constexpr std::array<const char*, 10> round = {"",      "juwan", "orin",    "gūsin",   "dehi",
                                                        "susai", "ninju", "nadanju", "jakūnju", "uyunju"};
  static constexpr std::array<const char*, 10> round_ordinals = {
      "", "juwanci", "orici", "gūsici", "dehici", "susaici", "ninjuci", "nadanjuci", "jakūnjuci", "uyunjuci"};
  for (int i = 1; i < 10; ++i) {
    const auto at = static_cast<std::size_t>(i);
    words.add(units[at], unit_digit, i);
    words.add(unit_ordinals[at], ordinal, i);
    words.add(round[at], i == 1 ? teen : tens, 10 * i);
    words.add(round_ordinals[at], ordinal, 10 * i);
  }
  words.add("tofohon", teen, 15);
  words.add("tofohoci", ordinal, 15);
  words.add("sucungga", ordinal, 1);  // the first year of a reign
  words.add("tanggū", hundred_word);
  words.add("minggan", magnitude, 3);
  words.add("tumen", magnitude, 4);
  words.add("terbun", magnitude, 9);
  words.add("udu ududu", vague);  // several
}

void add_time_words(Vocabulary& words) {
  words.add("aniya aniyai", year_word);
  words.add("biya biyai", month_word);
  words.add("inenggi", day_word);
  words.add("omšon", month_name, 11);
  words.add("jorgon", month_name, 12);
  add_era_words(words, Language::mnc);
}

}  // namespace

Vocabulary make_manchu_vocabulary() {
  Vocabulary words;
  add_numbers(words);
  add_time_words(words);
  return words;
}

}  // namespace aligner::anchors

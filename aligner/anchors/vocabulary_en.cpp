// English words of dates, numbers and names.

#include <array>

#include "aligner/anchors/eras.h"
#include "aligner/anchors/vocabulary.h"

namespace aligner::anchors {
namespace {

using namespace sense;

void add_time_words(Vocabulary& words) {
  static constexpr std::array<const char*, 12> months = {
      "january jan", "february feb", "march mar",          "april apr",   "may",          "june jun",
      "july jul",    "august aug",   "september sept sep", "october oct", "november nov", "december dec"};
  for (std::size_t i = 0; i < months.size(); ++i) words.add(months[i], month_name, static_cast<int>(i) + 1);
  words.add("day days", day_word);
  words.add("year years", year_word);
  words.add("century centuries", century_word);
  words.add("decade", decade_word);
  words.add("spring", season, 1);
  words.add("summer", season, 2);
  words.add("autumn fall", season, 3);
  words.add("winter", season, 4);
  words.add("early beginning start", part, static_cast<int>(Part::early));
  words.add("mid middle", part, static_cast<int>(Part::mid));
  words.add("late end close", part, static_cast<int>(Part::late));
  words.add("half", half);
  words.add("quarter third decade last latter former final closing opening", part_word);
  words.add("c ca circa about around roughly approximately approx", circa);
  words.add("intercalary leap", era);  // "the leap 4th month of the 8th year of Xianfeng"
  add_era_words(words, Language::en);
  words.add("before prior", opening, static_cast<int>(Opening::before));
  words.add("until till", opening, static_cast<int>(Opening::until));
  words.add("since", opening, static_cast<int>(Opening::since));
  words.add("after", opening, static_cast<int>(Opening::after));
  words.add("from between", range_start);
  words.add("to and until till through", date_link);
  words.add("in during by of on since until before after from till throughout", time_preposition);
}

void add_numbers(Vocabulary& words) {
  static constexpr std::array<const char*, 20> small = {
      "",    "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
      "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  for (std::size_t i = 1; i < small.size(); ++i) words.add(small[i], i < 10 ? unit_digit : teen, static_cast<int>(i));
  static constexpr std::array<const char*, 20> ordinals = {
      "",           "first",     "second",    "third",       "fourth",     "fifth",     "sixth",
      "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",   "thirteenth",
      "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
  for (std::size_t i = 1; i < ordinals.size(); ++i) words.add(ordinals[i], ordinal, static_cast<int>(i));
  static constexpr std::array<const char*, 10> round = {"",      "",      "twenty",  "thirty", "forty",
                                                        "fifty", "sixty", "seventy", "eighty", "ninety"};
  static constexpr std::array<const char*, 10> round_ordinals = {
      "", "", "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"};
  for (std::size_t i = 2; i < round.size(); ++i) {
    words.add(round[i], tens, static_cast<int>(i) * 10);
    words.add(round_ordinals[i], ordinal, static_cast<int>(i) * 10);
  }
  words.add("hundred", hundred_word);
  words.add("thousand", magnitude, 3);
  words.add("million", magnitude, 6);
  words.add("billion", magnitude, 9);
  words.add("trillion", magnitude, 12);
  words.add("hundredth", ordinal, 100);
  words.add("thousandth", ordinal, 1000);
  words.add("a", number_word);
  words.add("dozen", number_word, 12);
  words.add("several few many some couple", vague);
  words.add("tens dozens scores", vague, 1);  // of things: dozens are a matter of tens
  words.add("hundreds", vague, 2);
  words.add("thousands", vague, 3);
  words.add("millions", vague, 6);
  words.add("billions", vague, 9);
  words.add("third thirds", fraction, 3);
  words.add("quarter quarters fourth fourths", fraction, 4);
  words.add("fifth fifths", fraction, 5);
  words.add("sixth sixths", fraction, 6);
  words.add("seventh sevenths", fraction, 7);
  words.add("eighth eighths", fraction, 8);
  words.add("ninth ninths", fraction, 9);
  words.add("tenth tenths", fraction, 10);
  words.add("hundredths", fraction, 100);
  words.add("thousandths", fraction, 1000);
}

void add_labels_and_names(Vocabulary& words) {
  words.add("article articles art arts", label, static_cast<int>(Label::article));
  words.add("chapter chapters chap ch", label, static_cast<int>(Label::chapter));
  words.add("section sections sec", label, static_cast<int>(Label::section));
  words.add("paragraph paragraphs par para paras", label, static_cast<int>(Label::paragraph));
  words.add("point points clause", label, static_cast<int>(Label::point));
  words.add("page pages p pp", label, static_cast<int>(Label::page));
  words.add("number no nos", label, static_cast<int>(Label::number));
  words.add("volume volumes vol vols", label, static_cast<int>(Label::volume));
  words.add("part parts", label, static_cast<int>(Label::part));
  words.add(
      "count general emperor empress prince princess tsar czar tsarina king queen governor viceroy admiral captain "
      "lieutenant minister president presidents chancellor baron sir lord lady colonel major commissioner envoy "
      "ambassador mr mrs ms dr duke",
      title);
  words.add("de von van der den du la le di da af zu bin ibn al", particle);
  words.add(
      "nicholas nikolai nikolay alexander aleksandr peter paul ivan catherine elizabeth anna napoleon louis henry "
      "charles william wilhelm george james john frederick philip edward richard leopold victor pius leo",
      monarch);
  words.add(
      "the a an in on at of by for from to with as but and or nor so yet if when while after before since until "
      "although though because despite during however moreover meanwhile thus therefore then there this that these "
      "those it its he his she her they their we our you your i my who what which where why how all both each every "
      "some any no not only one two three many most more such other another between among under over through "
      "according later earlier soon now once here first second third finally also even still instead nevertheless "
      "monday tuesday wednesday thursday friday saturday sunday "
      "yet together against without within upon about following",
      function_word);
}

}  // namespace

Vocabulary make_english_vocabulary() {
  Vocabulary words;
  add_time_words(words);
  add_numbers(words);
  add_labels_and_names(words);
  return words;
}

}  // namespace aligner::anchors

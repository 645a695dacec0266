// Chinese characters of dates. Numbers are read by han_numbers, longer words by the grammar of dates.

#include "aligner/anchors/eras.h"
#include "aligner/anchors/vocabulary.h"

namespace aligner::anchors {
namespace {

using namespace sense;

void add_time_words(Vocabulary& words) {
  words.add("年", year_word);
  words.add("月", month_word);
  words.add("日 號 号", day_word);
  words.add("正", month_name, 1);
  words.add("冬", month_name, 11);
  words.add("臘 腊", month_name, 12);
  words.add("閏 闰", month_name);  // the leap month of the number behind it
  words.add("自 從 从 由", range_start);
  words.add("至 到", date_link);
  words.add("約 约 大", circa);
  words.add("在 於 于", time_preposition);
  add_era_words(words, Language::zh);
  words.add("俄 儒 公 西 陽 阳 農 农 陰 阴 夏 舊 旧", era);  // 俄曆, 農曆: the calendar stands before its date
}

}  // namespace

Vocabulary make_chinese_vocabulary() {
  Vocabulary words;
  add_time_words(words);
  return words;
}

}  // namespace aligner::anchors

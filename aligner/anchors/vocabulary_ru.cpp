// Russian words of dates, numbers and names, in all their cases; ё is written е, as tokens fold it.

#include <array>
#include <string>

#include "aligner/anchors/eras.h"
#include "aligner/anchors/vocabulary.h"

namespace aligner::anchors {
namespace {

using namespace sense;

void add_endings(Vocabulary& words, std::string_view stem, std::string_view endings, Senses senses, int value) {
  for (std::size_t at = 0; at <= endings.size();) {
    const std::size_t end = std::min(endings.find(' ', at), endings.size());
    words.add(std::string(stem) + std::string(endings.substr(at, end - at)), senses, value);
    at = end + 1;
  }
}

void add_time_words(Vocabulary& words) {
  static constexpr std::array<const char*, 12> months = {"январ", "феврал", "март",    "апрел",  "ма",    "июн",
                                                         "июл",   "август", "сентябр", "октябр", "ноябр", "декабр"};
  static constexpr std::array<const char*, 12> abbreviations = {"янв", "фев февр", "мар", "апр",      "",   "", "",
                                                                "авг", "сен сент", "окт", "ноя нояб", "дек"};
  for (std::size_t i = 0; i < months.size(); ++i) {
    const bool hard = i == 2 || i == 7;
    const char* endings = hard ? "а е у ом" : i == 4 ? "й я е ю ем" : "ь я е ю ем";
    if (hard) words.add(months[i], month_name, static_cast<int>(i) + 1);
    add_endings(words, months[i], endings, month_name, static_cast<int>(i) + 1);
    words.add(abbreviations[i], month_name, static_cast<int>(i) + 1);
  }
  words.add("день дня дни дней дню", day_word);
  words.add("месяц месяца месяцев месяце месяцу луна луны луне луну луной", month_word);
  words.add("год года году годом годе годы годов годам годами годах гг г", year_word);
  words.add("век века веку веком веке веков веках веками столетие столетия столетии столетию столетием вв в",
            century_word);
  words.add("весна весной весны весну", season, 1);
  words.add("лето летом лета", season, 2);
  words.add("осень осенью осени", season, 3);
  words.add("зима зимой зимы зиму", season, 4);
  add_endings(words, "начал", "о а е у ом", part, static_cast<int>(Part::early));
  add_endings(words, "середин", "а ы е у ой", part, static_cast<int>(Part::mid));
  words.add("конец конца конце концу концом", part, static_cast<int>(Part::late));
  add_endings(words, "половин", "а ы е у ой", half, 0);
  add_endings(words, "четверт", "ь и ью", part_word, 0);
  add_endings(words, "трет", "ь и ью", part_word, 0);
  add_endings(words, "десятилети", "е я ю ем и", part_word, 0);
  add_endings(words, "последн", "ий яя ее ей его ем юю", part_word, 0);
  words.add("около ок примерно приблизительно", circa);
  add_endings(words, "вставн", "ой ого ому ом ая ую", era, 0);  // the leap month
  add_endings(words, "високосн", "ый ого ому ом ая ой ую", era, 0);
  add_era_words(words, Language::ru);
  words.add("до", opening, static_cast<int>(Opening::before));
  words.add("после", opening, static_cast<int>(Opening::after));
  words.add("с со между", range_start);
  words.add("по и до", date_link);
  words.add("в во к с по до после на", time_preposition);
}

void add_cardinals(Vocabulary& words) {
  words.add("один одна одно одни одного одной одному одним одном одну одних одними", unit_digit, 1);
  words.add("два две двух двум двумя", unit_digit, 2);
  words.add("три трех трем тремя", unit_digit, 3);
  words.add("четыре четырех четырем четырьмя", unit_digit, 4);
  words.add("пять пяти пятью", unit_digit, 5);
  words.add("шесть шести шестью", unit_digit, 6);
  words.add("семь семи семью", unit_digit, 7);  // семью alone is "family": see read_number_words_ru
  words.add("восемь восьми восемью восьмью", unit_digit, 8);
  words.add("девять девяти девятью", unit_digit, 9);
  static constexpr std::array<const char*, 10> teens = {"десят",       "одиннадцат", "двенадцат",  "тринадцат",
                                                        "четырнадцат", "пятнадцат",  "шестнадцат", "семнадцат",
                                                        "восемнадцат", "девятнадцат"};
  for (std::size_t i = 0; i < teens.size(); ++i) add_endings(words, teens[i], "ь и ью", teen, static_cast<int>(i) + 10);
  add_endings(words, "двадцат", "ь и ью", tens, 20);
  add_endings(words, "тридцат", "ь и ью", tens, 30);
  words.add("сорок сорока", tens, 40);
  words.add("пятьдесят пятидесяти пятьюдесятью", tens, 50);
  words.add("шестьдесят шестидесяти шестьюдесятью", tens, 60);
  words.add("семьдесят семидесяти семьюдесятью", tens, 70);
  words.add("восемьдесят восьмидесяти восемьюдесятью", tens, 80);
  words.add("девяносто девяноста", tens, 90);
  words.add("двое двоих двоим двоими", unit_digit, 2);
  words.add("трое троих троим троими", unit_digit, 3);
  static constexpr std::array<const char*, 6> collective = {"четвер", "пятер", "шестер", "семер", "восьмер", "девятер"};
  for (std::size_t i = 0; i < collective.size(); ++i) {
    add_endings(words, collective[i], "о ых ым ыми", unit_digit, static_cast<int>(i) + 4);
  }
  add_endings(words, "десятер", "о ых ым ыми", teen, 10);
  words.add("сто ста", hundreds, 100);
  words.add("двести двухсот двумстам двумястами двухстах", hundreds, 200);
  words.add("триста трехсот тремстам тремястами трехстах", hundreds, 300);
  words.add("четыреста четырехсот четыремстам четырехстах четырьмястами", hundreds, 400);
  words.add("пятьсот пятисот пятистам пятистах пятьюстами", hundreds, 500);
  words.add("шестьсот шестисот шестистам шестистах шестьюстами", hundreds, 600);
  words.add("семьсот семисот семистам семистах семьюстами", hundreds, 700);
  words.add("восемьсот восьмисот восьмистам восьмистах восьмьюстами восемьюстами", hundreds, 800);
  words.add("девятьсот девятисот девятистам девятистах девятьюстами", hundreds, 900);
  words.add("тысяча тысячи тысяч тысяче тысячу тысячей тысячью тысячам тысячами тысячах тыс", magnitude, 3);
  add_endings(words, "миллион", " а у ом е ы ов ам ами ах", magnitude, 6);
  add_endings(words, "миллиард", " а у ом е ы ов ам ами ах", magnitude, 9);
  add_endings(words, "триллион", " а у ом е ы ов ам ами ах", magnitude, 12);
  words.add("млн", magnitude, 6);
  words.add("млрд", magnitude, 9);
  words.add("трлн", magnitude, 12);
  words.add("несколько нескольких нескольким несколькими многие многих многим многими много", vague);
  words.add("десятки десятков десяткам десятками десятках", vague, 1);
  words.add("сотни сотен сотням сотнями сотнях", vague, 2);
  words.add("от", number_word);
}

void add_fractions(Vocabulary& words) {
  words.add("треть трети третью третей третям третями третях", fraction, 3);
  words.add("четверть четверти четвертью четвертей четвертям четвертями четвертях", fraction, 4);
  words.add("полтора полторы полутора полтораста", fraction);
  // "Half a ...", written as one word: the rest of it is a power of ten or a unit in the genitive.
  words.add(
      "полмиллиона полмиллиарда полтысячи полверсты полмили полкилометра полметра полсажени поларшина полдесятины "
      "полчаса полгода полдня полмесяца полпуда полфунта полтонны полрубля полпроцента",
      fraction, 2);
}

void add_ordinals(Vocabulary& words) {
  static constexpr const char* hard = "ый ого ому ым ом ая ой ую ое ые ых ыми";
  static constexpr const char* stressed = "ой ого ому ым ом ая ую ое ые ых ыми";
  struct Stem {
    const char* letters;
    int value;
  };
  static constexpr std::array<Stem, 31> stems = {
      {{"перв", 1},        {"четверт", 4},    {"пят", 5},          {"девят", 9},        {"десят", 10},
       {"одиннадцат", 11}, {"двенадцат", 12}, {"тринадцат", 13},   {"четырнадцат", 14}, {"пятнадцат", 15},
       {"шестнадцат", 16}, {"семнадцат", 17}, {"восемнадцат", 18}, {"девятнадцат", 19}, {"двадцат", 20},
       {"тридцат", 30},    {"пятидесят", 50}, {"шестидесят", 60},  {"семидесят", 70},   {"восьмидесят", 80},
       {"девяност", 90},   {"сот", 100},      {"двухсот", 200},    {"трехсот", 300},    {"четырехсот", 400},
       {"пятисот", 500},   {"шестисот", 600}, {"семисот", 700},    {"восьмисот", 800},  {"девятисот", 900},
       {"тысячн", 1000}}};
  for (const Stem& stem : stems) add_endings(words, stem.letters, hard, ordinal, stem.value);
  add_endings(words, "втор", stressed, ordinal, 2);
  add_endings(words, "трет", "ий ьего ьему ьим ьем ья ьей ью ье ьи ьих ьими", ordinal, 3);
  add_endings(words, "шест", stressed, ordinal, 6);
  add_endings(words, "седьм", stressed, ordinal, 7);
  add_endings(words, "восьм", stressed, ordinal, 8);
  add_endings(words, "сороков", stressed, ordinal, 40);
  // "Two-thousandth" is one word: двухтысячный.
  static constexpr std::array<const char*, 19> thousands = {
      "двух",        "трех",       "четырех",      "пяти",         "шести",      "семи",         "восьми",
      "девяти",      "десяти",     "одиннадцати",  "двенадцати",   "тринадцати", "четырнадцати", "пятнадцати",
      "шестнадцати", "семнадцати", "восемнадцати", "девятнадцати", "двадцати"};
  for (std::size_t i = 0; i < thousands.size(); ++i) {
    add_endings(words, std::string(thousands[i]) + "тысячн", hard, ordinal, 1000 * (static_cast<int>(i) + 2));
  }
}

void add_labels_and_names(Vocabulary& words) {
  words.add("статья статьи статье статью статьей статей ст", label, static_cast<int>(Label::article));
  words.add("глава главы главе главу главой гл", label, static_cast<int>(Label::chapter));
  words.add("раздел раздела разделе", label, static_cast<int>(Label::section));
  words.add("параграф параграфа параграфе", label, static_cast<int>(Label::paragraph));
  words.add("пункт пункта пункте п", label, static_cast<int>(Label::point));
  words.add("страница страницы странице стр", label, static_cast<int>(Label::page));
  words.add("номер номера номером", label, static_cast<int>(Label::number));
  words.add("том тома томе т", label, static_cast<int>(Label::volume));
  words.add("часть части", label, static_cast<int>(Label::part));
  for (const char* stem : {"граф", "генерал", "император", "адмирал", "капитан", "лейтенант", "министр", "президент",
                           "канцлер", "барон", "полковник", "губернатор", "посланник"}) {
    add_endings(words, stem, " а у ом е ы ов", title, 0);
  }
  words.add(
      "князь князя князю князем князе императрица императрицы императрице императрицу царь царя царю царем король "
      "короля королю королем королева королевы кн гр ген адм госпожа господин",
      title);
  words.add("фон де ван дер ла ле", particle);
  for (const char* stem : {"александр", "петр", "павл", "иван", "карл", "людовик", "наполеон", "вильгельм", "генрих",
                           "фридрих", "людвик"}) {
    add_endings(words, stem, " а у ом е", monarch, 0);
  }
  words.add(
      "николай николая николаю николаем николае павел екатерина екатерины екатерине екатерину екатериной елизавета "
      "елизаветы елизавете елизавету анна анны георг георга",
      monarch);
  words.add(
      "в во на по с со к ко у о об от до из за при для без над под через после перед между во и а но да или если "
      "когда пока хотя так как что чтобы это этот эта эти он она оно они его ее их мы вы я все всё весь вся же ли "
      "не ни уже еще тогда там здесь тем тот та те кроме однако затем потом также поэтому согласно вместо против "
      "благодаря несмотря летом зимой весной осенью среди около лишь только даже именно вскоре сам сама позже "
      "ранее впоследствии каждый один одна",
      function_word);
}

}  // namespace

Vocabulary make_russian_vocabulary() {
  Vocabulary words;
  add_time_words(words);
  add_cardinals(words);
  add_fractions(words);
  add_ordinals(words);
  add_labels_and_names(words);
  return words;
}

}  // namespace aligner::anchors

#include "aligner/terms/word_forms.h"

#include <array>
#include <cstddef>
#include <unordered_set>
#include <utility>

#include "aligner/terms/letter_forms.h"
#include "aligner/text/manchu.h"

namespace aligner::terms {
namespace {

using Replacement = std::pair<std::string_view, std::string_view>;

// Vietnamese writes the tone of oa, oe, uy on either letter; the later one counts here. In the order of their first
// bytes, none of which is ASCII; no replacement makes another possible.
constexpr std::array<Replacement, 26> spelling_variants{
    {{"\u00AD", ""}, {"òa", "oà"},   {"óa", "oá"},   {"õa", "oã"},    {"òe", "oè"},    {"óe", "oé"}, {"õe", "oẽ"},
     {"ùy", "uỳ"},   {"úy", "uý"},   {"ũy", "uỹ"},   {"\u02BB", "'"}, {"\u02BC", "'"}, {"ё", "е"},   {"\u180B", ""},
     {"\u180C", ""}, {"\u180D", ""}, {"\u180E", ""}, {"\u180F", ""},  {"ỏa", "oả"},    {"ọa", "oạ"}, {"ỏe", "oẻ"},
     {"ọe", "oẹ"},   {"ủy", "uỷ"},   {"ụy", "uỵ"},   {"\u2018", "'"}, {"\u2019", "'"}}};

const Replacement* find_variant(std::string_view rest) {
  const auto first_byte = [](const Replacement& variant) { return static_cast<unsigned char>(variant.first.front()); };
  const auto lead = static_cast<unsigned char>(rest.front());
  for (const Replacement& variant : spelling_variants) {
    if (first_byte(variant) > lead) break;
    if (first_byte(variant) == lead && rest.starts_with(variant.first)) return &variant;
  }
  return nullptr;
}

void replace_variants(std::string& word) {
  for (std::size_t at = 0; at < word.size();) {
    const bool is_ascii = static_cast<unsigned char>(word[at]) < 0x80;
    const Replacement* variant = is_ascii ? nullptr : find_variant(std::string_view(word).substr(at));
    if (variant == nullptr) {
      ++at;
      continue;
    }
    word.replace(at, variant->first.size(), variant->second);
    at += variant->second.size();
  }
}

bool is_ascii(std::string_view word) {
  for (const char c : word) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  for (const std::string_view ending : endings) {
    if (word.ends_with(ending)) return true;
  }
  return false;
}

std::string tagged(char tag, std::string_view base) { return std::string{tag, ':'}.append(base); }

// --- English ---

/// Singular forms that `word` can be the plural of: treaties -> treaty, boundaries, ports, marshes.
std::vector<std::string> english_singulars(const std::string& word) {
  std::vector<std::string> bases;
  if (word.size() < 4 || !word.ends_with('s')) return bases;
  const std::string_view stem(word.data(), word.size() - 1);
  if (!stem.ends_with('s')) bases.emplace_back(stem);
  if (ends_with_any(word, {"ses", "xes", "zes", "ches", "shes", "oes"}))
    bases.push_back(word.substr(0, word.size() - 2));
  if (word.ends_with("ies")) bases.push_back(word.substr(0, word.size() - 3) + "y");
  return bases;
}

/// Adds what a stem left by -ed or -ing can come from: sign, cede (ced-), transfer (transferr-).
void add_verb_bases(std::vector<std::string>& bases, const std::string& stem) {
  if (stem.size() < 3) return;
  bases.push_back(stem);
  bases.push_back(stem + "e");
  if (stem[stem.size() - 1] == stem[stem.size() - 2]) bases.push_back(stem.substr(0, stem.size() - 1));
}

std::vector<std::string> english_infinitives(const std::string& word) {
  std::vector<std::string> bases;
  if (word.ends_with("ing")) add_verb_bases(bases, word.substr(0, word.size() - 3));
  if (word.ends_with("ied")) bases.push_back(word.substr(0, word.size() - 3) + "y");
  if (word.ends_with("ed")) add_verb_bases(bases, word.substr(0, word.size() - 2));
  return bases;
}

void add_english_bases(std::vector<std::string>& bases, const std::string& key) {
  const std::string word(without_possessive(key));
  if (word != key) bases.push_back(tagged('=', word));
  bases.push_back(tagged('n', word));
  bases.push_back(tagged('v', word));
  for (const std::string& singular : english_singulars(word)) {
    bases.push_back(tagged('n', singular));
    bases.push_back(tagged('v', singular));
  }
  for (const std::string& infinitive : english_infinitives(word)) bases.push_back(tagged('v', infinitive));
}

// --- Russian: every letter is two bytes ---

constexpr std::size_t letter_size = 2;
constexpr std::size_t shortest_stem = 3 * letter_size;
constexpr std::size_t longest_ending = 9 * letter_size;

bool is_cyrillic(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); i += 2) {
    const auto lead = static_cast<unsigned char>(word[i]);
    if (lead != 0xD0 && lead != 0xD1) return false;
  }
  return !word.empty() && word.size() % 2 == 0;
}

const std::vector<std::string>& adjective_endings() {
  static const std::vector<std::string> endings{"ый",  "ий",  "ой",  "ая",  "яя", "ое", "ее",  "ые",  "ие",
                                                "ого", "его", "ому", "ему", "ым", "им", "ыми", "ими", "ых",
                                                "их",  "ую",  "юю",  "ою",  "ею", "ом", "ем",  "ей"};
  return endings;
}

std::unordered_set<std::string> make_noun_endings() {
  std::unordered_set<std::string> endings{"",   "а",  "я",  "ы",   "и",   "у",   "ю",    "е",   "о",
                                          "ь",  "й",  "ам", "ям",  "ами", "ями", "ах",   "ях",  "ов",
                                          "ев", "ия", "ии", "ию",  "ией", "иям", "иями", "иях", "ием",
                                          "ье", "ья", "ью", "ьем", "ьев", "ьям", "ьями", "ьях"};
  endings.insert(adjective_endings().begin(), adjective_endings().end());
  return endings;
}

/// Past, present and passive forms: -ал, -ила, -ует, -ан, -енный ..., each also with -ся or -сь.
std::unordered_set<std::string> make_verb_endings() {
  std::unordered_set<std::string> endings;
  const auto add = [&endings](const std::string& ending) {
    endings.insert(ending);
    endings.insert(ending + "ся");
    endings.insert(ending + "сь");
  };
  for (const char* theme : {"а", "я", "и", "е", "ова", "ева", "у", "ну", "ыва", "ива", "ле"}) {
    const std::string vowel(theme);
    for (const char* tail : {"л", "ла", "ло", "ли", "ть", "в", "н", "на", "но", "ны"}) add(vowel + tail);
    for (const std::string& ending : adjective_endings()) {
      add(vowel + "нн" + ending);
      add(vowel + "вш" + ending);
    }
  }
  for (const char* ending : {"ит", "ят", "ат", "ает", "яет", "ают", "яют", "ует", "уют", "ет", "ут", "ют", "ывает",
                             "ивает", "ывают", "ивают", "нет", "нут"}) {
    add(ending);
  }
  return endings;
}

const std::unordered_set<std::string>& noun_endings() {
  static const std::unordered_set<std::string> endings = make_noun_endings();
  return endings;
}

const std::unordered_set<std::string>& verb_endings() {
  static const std::unordered_set<std::string> endings = make_verb_endings();
  return endings;
}

/// `word` without the first of `endings` that leaves a stem, or nothing where none does.
std::string_view without_first(std::string_view word, std::initializer_list<std::string_view> endings) {
  for (const std::string_view ending : endings) {
    if (word.ends_with(ending) && word.size() >= ending.size() + shortest_stem) {
      return word.substr(0, word.size() - ending.size());
    }
  }
  return {};
}

std::string russian_base(const std::string& key, Inflection inflection) {
  const bool ends_in_vowel = ends_with_any(key, {"а", "е", "и", "о", "у", "ы", "э", "ю", "я"});
  const bool too_short = key.size() < shortest_stem + (ends_in_vowel ? letter_size : 0);
  if (!is_cyrillic(key) || too_short) return tagged('=', key);
  if (inflection == Inflection::verb) {
    const std::string_view stem = without_first(key, {"оваться", "ывать", "ивать", "овать", "иться", "аться", "яться",
                                                      "еться", "ить", "ать", "ять", "еть", "уть"});
    if (!stem.empty()) return tagged('v', stem);
  }
  const std::string_view stem = without_first(key, {"ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ия",
                                                    "ье", "ья", "а",  "я",  "о",  "е",  "ь",  "й",  "ы",  "и"});
  return tagged('n', stem.empty() ? std::string_view(key) : stem);
}

void add_russian_bases(std::vector<std::string>& bases, const std::string& key) {
  if (!is_cyrillic(key) || key.size() < shortest_stem) return;
  for (std::size_t cut = 0; cut <= longest_ending && key.size() - cut >= shortest_stem; cut += letter_size) {
    const std::string ending = key.substr(key.size() - cut);
    const std::string_view stem(key.data(), key.size() - cut);
    if (noun_endings().contains(ending)) bases.push_back(tagged('n', stem));
    if (verb_endings().contains(ending)) bases.push_back(tagged('v', stem));
    if (key.size() < cut + letter_size) break;
  }
}

}  // namespace

EndingRules ending_rules(const text::LanguageTag& language) {
  const std::string primary = language.language();
  if (primary == "en") return EndingRules::english;
  if (primary == "ru") return EndingRules::russian;
  return EndingRules::none;
}

ManchuKeys manchu_keys(const text::LanguageTag& language) {
  const std::string primary = language.language();
  return primary == "mnc" || primary == "sjo" ? ManchuKeys::in_latin : ManchuKeys::as_typed;
}

std::string word_key(std::string_view word, ManchuKeys manchu) {
  std::string key = fold_word(word);
  if (is_ascii(key)) return key;
  replace_variants(key);
  if (manchu == ManchuKeys::in_latin && text::has_manchu_letters(key)) return manchu_sign + text::manchu_to_latin(key);
  return key;
}

std::string base_form(const std::string& key, Inflection inflection, EndingRules rules) {
  if (inflection == Inflection::none || rules == EndingRules::none) return tagged('=', key);
  if (rules == EndingRules::russian) return russian_base(key, inflection);
  if (key.size() < 3) return tagged('=', key);
  return tagged(inflection == Inflection::verb ? 'v' : 'n', key);
}

std::vector<std::string> possible_bases(const std::string& key, EndingRules rules) {
  std::vector<std::string> bases{tagged('=', key)};
  if (rules == EndingRules::english) add_english_bases(bases, key);
  if (rules == EndingRules::russian) add_russian_bases(bases, key);
  return bases;
}

std::string_view without_possessive(std::string_view key) {
  for (const std::string_view ending : {"'s", "\u2019s"}) {
    if (key.size() > ending.size() && key.ends_with(ending)) return key.substr(0, key.size() - ending.size());
  }
  return key;
}

bool is_numeral(const std::string& key) {
  static const std::unordered_set<std::string> numerals{
      "một",    "hai",    "ba",      "bốn",      "năm",       "sáu",       "bảy",     "tám",      "chín",
      "mười",   "mươi",   "trăm",    "nghìn",    "ngàn",      "vạn",       "triệu",   "tỷ",       "tỉ",
      "vài",    "mấy",    "one",     "two",      "three",     "four",      "five",    "six",      "seven",
      "eight",  "nine",   "ten",     "twenty",   "thirty",    "forty",     "fifty",   "sixty",    "seventy",
      "eighty", "ninety", "hundred", "hundreds", "thousand",  "thousands", "million", "millions", "many",
      "few",    "один",   "два",     "две",      "три",       "четыре",    "пять",    "шесть",    "семь",
      "восемь", "девять", "десять",  "сто",      "ста",       "двести",    "триста",  "пятьсот",  "тысяч",
      "тысячи", "тысяча", "миллион", "миллиона", "миллионов", "несколько", "一",      "二",       "三",
      "四",     "五",     "六",      "七",       "八",        "九",        "十",      "百",       "千",
      "萬",     "万",     "億",      "亿",       "兩",        "两",        "數",      "数",       "幾",
      "几"};
  return numerals.contains(key);
}

}  // namespace aligner::terms

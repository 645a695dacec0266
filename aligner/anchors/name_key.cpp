// Transliteration is a table of our own rather than ICU's Russian-Latin/BGN: after folding both give the same keys (a
// test compares them), and a table costs nothing per word.

#include "aligner/anchors/name_key.h"

#include <array>
#include <unordered_map>
#include <utility>

#include "aligner/text/folded_text.h"

namespace aligner::anchors {
namespace {

constexpr std::size_t cyrillic_letter = 2;  // bytes

bool strip_ending(std::string& word, std::string_view ending, std::size_t fewest_letters_left) {
  if (!word.ends_with(ending) || word.size() < ending.size() + cyrillic_letter * fewest_letters_left) return false;
  word.resize(word.size() - ending.size());
  return true;
}

// "ский" ends with "ск" and then "ий".
bool ends_with_both(std::string_view word, std::string_view stem, std::string_view ending) {
  return word.ends_with(ending) && word.substr(0, word.size() - ending.size()).ends_with(stem);
}

// The nominative or its stem. Stems serve as well as words do: comparison forgives a last vowel across scripts.
std::string without_case(std::string word) {
  static constexpr std::array<std::string_view, 12> after_sk = {"ого", "ому", "ими", "ий", "ой", "им",
                                                                "ом",  "ая",  "ую",  "ое", "ие", "их"};
  static constexpr std::array<std::string_view, 9> after_n = {"ого", "ому", "ыми", "ая", "ую", "ое", "ые", "ых", "ый"};
  static constexpr std::array<std::string_view, 4> surname_stems = {"ов", "ев", "ин", "ын"};
  static constexpr std::array<std::string_view, 8> after_surnames = {"ыми", "ым", "ой", "ых", "а", "у", "е", "ы"};
  static constexpr std::array<std::string_view, 13> after_nouns = {"ом", "ем", "ей", "ой", "а", "я", "у",
                                                                   "ю",  "е",  "и",  "ы",  "ь", "й"};
  for (const std::string_view ending : after_sk) {
    if (ends_with_both(word, "ск", ending) && strip_ending(word, ending, 3)) return word + "ий";
  }
  for (const std::string_view ending : after_n) {  // Северная Корея
    if (ends_with_both(word, "н", ending) && strip_ending(word, ending, 4)) return word;
  }
  for (const std::string_view stem : surname_stems) {
    for (const std::string_view ending : after_surnames) {
      if (ends_with_both(word, stem, ending) && strip_ending(word, ending, 4)) return word;
    }
  }
  for (const std::string_view ending : after_nouns) {
    if (strip_ending(word, ending, 4)) return word;
  }
  return word;
}

std::string to_latin(std::string_view cyrillic) {
  static const std::unordered_map<std::string_view, std::string_view> letters = {
      {"а", "a"},  {"б", "b"},  {"в", "v"},    {"г", "g"},  {"д", "d"}, {"е", "e"}, {"ё", "e"}, {"ж", "zh"},
      {"з", "z"},  {"и", "i"},  {"й", "y"},    {"к", "k"},  {"л", "l"}, {"м", "m"}, {"н", "n"}, {"о", "o"},
      {"п", "p"},  {"р", "r"},  {"с", "s"},    {"т", "t"},  {"у", "u"}, {"ф", "f"}, {"х", "h"}, {"ц", "ts"},
      {"ч", "ch"}, {"ш", "sh"}, {"щ", "shch"}, {"ъ", ""},   {"ы", "y"}, {"ь", ""},  {"э", "e"}, {"ю", "yu"},
      {"я", "ya"}, {"і", "i"},  {"ї", "yi"},   {"є", "ye"}, {"ґ", "g"}};
  std::string latin;
  for (std::size_t at = 0; at < cyrillic.size();) {
    const std::size_t size = static_cast<unsigned char>(cyrillic[at]) < 0x80 ? 1 : cyrillic_letter;
    const auto found = letters.find(cyrillic.substr(at, size));
    if (found != letters.end()) {
      latin += found->second;
    } else if (size == 1) {
      latin += cyrillic[at];
    }
    at += size;
  }
  return latin;
}

bool is_ascii(std::string_view word) {
  for (const char c : word) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

void replace_all(std::string& word, std::string_view from, std::string_view to) {
  if (word.find(from) == std::string::npos) return;
  std::string result;
  for (std::size_t at = 0; at < word.size();) {
    const bool here = std::string_view(word).substr(at).starts_with(from);
    if (here) {
      result += to;
      at += from.size();
    } else {
      result += word[at++];
    }
  }
  word = std::move(result);
}

// The Slavic j: at the end, between vowel and consonant ("Sergej"), and between consonant and a, e, o, u ("Ignatjew").
// Before other vowels it stays ("Jilin", "Tianjin").
void fold_j(std::string& word) {
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (word[i] != 'j') continue;
    const bool last = i + 1 == word.size();
    const bool soft = !last && is_vowel(word[i + 1]) && word[i + 1] != 'i' && !is_vowel(word[i - 1]);
    if (last || !is_vowel(word[i + 1]) || soft) word[i] = 'i';
  }
}

void drop_doubled_letters(std::string& word) {
  std::string result;
  for (const char c : word) {
    if (result.empty() || result.back() != c) result += c;
  }
  word = std::move(result);
}

// "muraviov" as "muravev": io behind a consonant stands for ё.
void fold_yo(std::string& word) {
  for (std::size_t i = 1; i + 1 < word.size(); ++i) {
    if (word[i] != 'i' || word[i + 1] != 'o' || is_vowel(word[i - 1])) continue;
    word[i] = 'e';
    word.erase(i + 1, 1);
  }
}

// "nevelskoi", "nevelskaia" as "nevelski".
void fold_adjective(std::string& word) {
  const std::size_t stem = word.rfind("sk");
  if (stem == std::string::npos || stem < 2) return;
  const std::string_view ending = std::string_view(word).substr(stem + 2);
  for (const std::string_view listed : {"oi", "aia", "oe", "oie", "ie", "e", "uiu"}) {
    if (ending == listed) {
      word.resize(stem + 2);
      word += 'i';
      return;
    }
  }
}

// What other languages write for Russian sounds: German tsch, French tch, Polish cz, sz; first those that hold others.
void fold_transcriptions(std::string& word) {
  struct Rule {
    std::string_view from;
    std::string_view to;
  };
  static constexpr std::array<Rule, 8> rules = {{{"schtsch", "shch"},
                                                 {"szcz", "shch"},
                                                 {"tsch", "ch"},
                                                 {"tch", "ch"},
                                                 {"sch", "sh"},
                                                 {"cz", "ch"},
                                                 {"sz", "sh"},
                                                 {"tz", "ts"}}};
  // tsz is Palladius's letter in Latin, "Heyluntszyan", and no Polish sz.
  const bool palladius = word.find("tsz") != std::string::npos;
  for (const Rule& rule : rules) {
    if (!palladius || rule.from != "sz") replace_all(word, rule.from, rule.to);
  }
}

// Mouravieff: French and English of old write the last v of surnames so.
void fold_last_f(std::string& word) {
  const std::size_t size = word.size();
  if (size >= 5 && word.back() == 'f' && (word[size - 2] == 'e' || word[size - 2] == 'o')) word.back() = 'v';
}

std::string fold_families(std::string word) {
  for (char& c : word) {
    if (c == 'y') c = 'i';
    if (c == 'w') c = 'v';
  }
  replace_all(word, "dzh", "j");
  fold_j(word);
  replace_all(word, "'", "");
  replace_all(word, "kh", "h");
  replace_all(word, "x", "ks");
  replace_all(word, "ph", "f");
  replace_all(word, "ou", "u");
  drop_doubled_letters(word);
  replace_all(word, "ie", "e");
  fold_yo(word);
  fold_adjective(word);
  drop_doubled_letters(word);
  fold_last_f(word);
  return word;
}

// Letters of other alphabets that stripping of marks would lose or make too plain.
std::string ascii_letters(std::string_view word) {
  if (is_ascii(word)) return std::string(word);
  static const std::unordered_map<std::string_view, std::string_view> letters = {
      {"č", "ch"}, {"š", "sh"}, {"ž", "zh"}, {"ł", "l"},  {"ø", "o"}, {"æ", "ae"},
      {"œ", "oe"}, {"ß", "ss"}, {"ı", "i"},  {"þ", "th"}, {"ð", "d"}};
  std::string spelled;
  for (std::size_t at = 0; at < word.size();) {
    const auto found = letters.find(word.substr(at, 2));
    if (found == letters.end()) {
      spelled += word[at++];
    } else {
      spelled += found->second;
      at += 2;
    }
  }
  std::string ascii;
  for (const char c : text::fold(spelled, {.marks = text::FoldMarks::strip})) {
    if (static_cast<unsigned char>(c) < 0x80) ascii += c;
  }
  return ascii;
}

}  // namespace

std::string fold_name_word(std::string_view word, NameScript script) {
  if (script == NameScript::cyrillic) {
    // ё is written е by many: one letter for both before endings are looked at.
    std::string letters(word);
    replace_all(letters, "ё", "е");
    for (const std::string_view begin : {"уа", "уо", "уи", "уе", "уэ"}) {  // English w: Уильям, Уотербери
      if (letters.starts_with(begin)) letters.replace(0, cyrillic_letter, "в");
    }
    return fold_families(to_latin(without_case(std::move(letters))));
  }
  std::string letters = ascii_letters(word);
  fold_transcriptions(letters);
  return fold_families(std::move(letters));
}

// Manchu has no v and ends no word in a consonant other than n: foreign names are written with f and a vowel at the
// end.
std::string fold_manchu_word(std::string_view word) {
  std::string plain = ascii_letters(word);
  for (char& c : plain) {
    if (c == 'f') c = 'v';
  }
  const bool lent_vowel = plain.size() > 5 && plain.back() == 'u' && !is_vowel(plain[plain.size() - 2]);
  if (lent_vowel) plain.pop_back();
  return fold_name_word(plain, NameScript::latin);
}

}  // namespace aligner::anchors

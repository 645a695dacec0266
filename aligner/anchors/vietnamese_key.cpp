#include "aligner/anchors/vietnamese_key.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace aligner::anchors {
namespace {

struct Vowel {
  std::string_view letter;  // without its tone
  char tone = 0;            // '1' to '5', 0 for the level tone
};

// Every vowel with its five tones: sắc, huyền, hỏi, ngã, nặng.
constexpr std::array<std::array<std::string_view, 6>, 12> vowels = {{{"a", "á", "à", "ả", "ã", "ạ"},
                                                                     {"ă", "ắ", "ằ", "ẳ", "ẵ", "ặ"},
                                                                     {"â", "ấ", "ầ", "ẩ", "ẫ", "ậ"},
                                                                     {"e", "é", "è", "ẻ", "ẽ", "ẹ"},
                                                                     {"ê", "ế", "ề", "ể", "ễ", "ệ"},
                                                                     {"i", "í", "ì", "ỉ", "ĩ", "ị"},
                                                                     {"o", "ó", "ò", "ỏ", "õ", "ọ"},
                                                                     {"ô", "ố", "ồ", "ổ", "ỗ", "ộ"},
                                                                     {"ơ", "ớ", "ờ", "ở", "ỡ", "ợ"},
                                                                     {"u", "ú", "ù", "ủ", "ũ", "ụ"},
                                                                     {"ư", "ứ", "ừ", "ử", "ữ", "ự"},
                                                                     {"y", "ý", "ỳ", "ỷ", "ỹ", "ỵ"}}};

std::unordered_map<std::string_view, Vowel> make_vowels() {
  std::unordered_map<std::string_view, Vowel> map;
  for (const auto& row : vowels) {
    for (std::size_t tone = 1; tone < row.size(); ++tone) map[row[tone]] = {row[0], static_cast<char>('0' + tone)};
  }
  return map;
}

std::size_t letter_size(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

bool is_plain_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

// y that is the only vowel of its syllable is written i by some: Lý, Lí; quy, qui.
void fold_final_y(std::string& letters) {
  if (!letters.ends_with('y')) return;
  const std::size_t before = letters.size() - 1;
  const bool after_qu = before == 2 && letters.starts_with("qu");
  const bool alone =
      before == 0 || (static_cast<unsigned char>(letters[before - 1]) < 0x80 && !is_plain_vowel(letters[before - 1]));
  if (alone || after_qu) letters.back() = 'i';
}

}  // namespace

std::string vietnamese_key(std::string_view syllable) {
  static const std::unordered_map<std::string_view, Vowel> toned = make_vowels();
  std::string letters;
  char tone = 0;
  for (std::size_t at = 0; at < syllable.size();) {
    const std::string_view letter = syllable.substr(at, letter_size(syllable[at]));
    const auto found = letter.size() == 1 ? toned.end() : toned.find(letter);
    if (found == toned.end()) {
      letters += letter;
    } else {
      letters += found->second.letter;
      tone = found->second.tone;
    }
    at += letter.size();
  }
  fold_final_y(letters);
  if (tone != 0) letters += tone;
  return letters;
}

std::string vietnamese_phrase_key(std::string_view words) {
  std::string key;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find_first_of(" -", at), words.size());
    if (end > at) key += (key.empty() ? "" : " ") + vietnamese_key(words.substr(at, end - at));
    at = end + 1;
  }
  return key;
}

std::string without_vietnamese_marks(std::string_view key) {
  static const std::unordered_map<std::string_view, char> plain = {{"ă", 'a'}, {"â", 'a'}, {"ê", 'e'}, {"ô", 'o'},
                                                                   {"ơ", 'o'}, {"ư", 'u'}, {"đ", 'd'}};
  std::string letters;
  for (std::size_t at = 0; at < key.size();) {
    const std::string_view letter = key.substr(at, letter_size(key[at]));
    const auto found = plain.find(letter);
    if (found != plain.end()) {
      letters += found->second;
    } else if (letter.size() > 1 || letter[0] < '1' || letter[0] > '5') {
      letters += letter;
    }
    at += letter.size();
  }
  return letters;
}

}  // namespace aligner::anchors

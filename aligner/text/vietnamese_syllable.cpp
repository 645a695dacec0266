#include "aligner/text/vietnamese_syllable.h"

#include <algorithm>
#include <array>
#include <string>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace aligner::text {
namespace {

using namespace std::string_view_literals;

constexpr std::array onsets = {U""sv,   U"b"sv,  U"c"sv, U"ch"sv, U"d"sv,  U"đ"sv,  U"g"sv,   U"gh"sv, U"gi"sv, U"h"sv,
                               U"k"sv,  U"kh"sv, U"l"sv, U"m"sv,  U"n"sv,  U"ng"sv, U"ngh"sv, U"nh"sv, U"p"sv,  U"ph"sv,
                               U"qu"sv, U"r"sv,  U"s"sv, U"t"sv,  U"th"sv, U"tr"sv, U"v"sv,   U"x"sv};

// What stands before the final consonant or glide, and which of those may follow ("-" is none).
struct Nucleus {
  std::u32string_view vowels;
  std::u32string_view codas;
};
constexpr std::array nuclei = {
    Nucleus{U"a", U"- c ch i m n ng nh o p t u y"},
    Nucleus{U"ă", U"c m n ng p t"},
    Nucleus{U"â", U"c m n ng p t u y"},
    Nucleus{U"e", U"- c m n ng o p t"},
    Nucleus{U"ê", U"- ch m n nh p t u"},
    Nucleus{U"i", U"- a ch m n nh p t u"},
    Nucleus{U"iê", U"c m n ng p t u"},
    Nucleus{U"o", U"- c i m n ng p t"},
    Nucleus{U"oa", U"- c ch i m n ng nh o p t y"},
    Nucleus{U"oă", U"c m n ng t"},
    Nucleus{U"oe", U"- m n o t"},
    Nucleus{U"oo", U"c ng"},
    Nucleus{U"ô", U"- c i m n ng p t"},
    Nucleus{U"ơ", U"- i m n p t"},
    Nucleus{U"u", U"- a c i m n ng p t"},
    Nucleus{U"uâ", U"n ng t y"},
    Nucleus{U"uê", U"- ch nh"},
    Nucleus{U"uô", U"c i m n ng t"},
    Nucleus{U"uơ", U"-"},
    Nucleus{U"uy", U"- a ch n nh p t u"},
    Nucleus{U"uyê", U"n t"},
    Nucleus{U"ư", U"- a c i m n ng t u"},
    Nucleus{U"ươ", U"c i m n ng p t u"},
    Nucleus{U"y", U"- n nh ch t u"},
    Nucleus{U"yê", U"m n ng t u"},
};

enum class Tone { level, falling, rising, hook, tilde, dot };

struct Spelling {
  std::u32string letters;  // with circumflex, breve and horn, but no tone
  Tone tone = Tone::level;
  int tone_count = 0;
};

Spelling take_off_tone(const icu::Normalizer2& nfc, std::u32string_view word) {
  Spelling spelling;
  for (const char32_t letter : word) {
    icu::UnicodeString parts;
    if (letter < 0x80 || !nfc.getDecomposition(static_cast<UChar32>(letter), parts)) {
      spelling.letters += letter;
      continue;
    }
    char32_t base = static_cast<char32_t>(parts.char32At(0));
    for (int32_t at = 1; at < parts.length(); ++at) {
      const char32_t mark = static_cast<char32_t>(parts.char32At(at));
      constexpr std::u32string_view tones = U"\u0300\u0301\u0309\u0303\u0323";
      const std::size_t tone = tones.find(mark);
      if (tone != std::u32string_view::npos) {
        spelling.tone = static_cast<Tone>(tone + 1);
        ++spelling.tone_count;
        continue;
      }
      const UChar32 composed = nfc.composePair(static_cast<UChar32>(base), static_cast<UChar32>(mark));
      base = composed < 0 ? 0xFFFD : static_cast<char32_t>(composed);
    }
    spelling.letters += base;
  }
  return spelling;
}

bool lists(std::u32string_view codas, std::u32string_view wanted) {
  for (std::size_t begin = 0; begin < codas.size();) {
    const std::size_t end = std::min(codas.find(U' ', begin), codas.size());
    if (codas.substr(begin, end - begin) == wanted) return true;
    begin = end + 1;
  }
  return false;
}

bool is_rhyme(std::u32string_view rhyme, Tone tone) {
  return std::any_of(nuclei.begin(), nuclei.end(), [&](const Nucleus& nucleus) {
    if (!rhyme.starts_with(nucleus.vowels)) return false;
    const std::u32string_view coda = rhyme.substr(nucleus.vowels.size());
    if (!lists(nucleus.codas, coda.empty() ? U"-"sv : coda)) return false;
    const bool is_stopped = coda == U"c" || coda == U"ch" || coda == U"p" || coda == U"t";
    return !is_stopped || tone == Tone::rising || tone == Tone::dot;
  });
}

}  // namespace

bool is_vietnamese_syllable(std::u32string_view word) {
  constexpr std::size_t longest_syllable = 7;  // nghiêng
  if (word.empty() || word.size() > longest_syllable) return false;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return false;
  const Spelling spelling = take_off_tone(*nfc, word);
  if (spelling.tone_count > 1) return false;
  const std::u32string_view letters = spelling.letters;
  if (letters == U"gi") return true;  // gì: the onset lends its vowel
  return std::any_of(onsets.begin(), onsets.end(), [&](std::u32string_view onset) {
    return letters.starts_with(onset) && is_rhyme(letters.substr(onset.size()), spelling.tone);
  });
}

bool is_distinctly_vietnamese(char32_t letter) {
  return letter == U'đ' || letter == U'ơ' || letter == U'ư' || letter == U'ă' || (letter >= 0x1EA0 && letter <= 0x1EF9);
}

}  // namespace aligner::text

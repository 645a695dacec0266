#include "aligner/text/plausibility.h"

#include <algorithm>
#include <string>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "aligner/text/code_points.h"
#include "aligner/text/vietnamese_syllable.h"

namespace aligner::text {
namespace {

// Letters of Russian prose, in thousandths, from а to я; ё is counted with е.
constexpr int russian_per_mille[32] = {80, 16, 45, 17, 30, 85, 9, 16, 74, 12, 35, 44, 32, 67, 110, 28,
                                       47, 55, 63, 26, 3,  10, 5, 14, 7,  4,  1,  19, 17, 3,  6,   20};

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool is_mark(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }

UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

// lower, Title or UPPER; anything else is a word nobody writes.
bool has_usual_case(std::u32string_view word) {
  const bool all_lower_behind_first = std::none_of(word.begin() + 1, word.end(), is_upper);
  return all_lower_behind_first || std::none_of(word.begin(), word.end(), is_lower);
}

// Signs that prose sets between, before and behind words.
bool is_typographic(char32_t c) {
  constexpr std::u32string_view signs = U"\u00A0«»§°·©®№–—‘’‚“”„†•…‹›€£²³¹½¼×\u2011\u3000";
  return signs.find(c) != std::u32string_view::npos || (c >= 0x3001 && c <= 0x3011) || (c >= 0xFF01 && c <= 0xFF1F);
}

bool stands_between_letters(char32_t c) {
  return c == U'’' || c == 0xA0 || c == U'—' || c == U'–' || c == U'·' || c == U'…';
}

class Judge {
 public:
  explicit Judge(std::string_view utf8) : utf8_(utf8) {}

  Plausibility judge() && {
    char32_t before = U' ';
    for (std::size_t at = 0; at < utf8_.size();) {
      const char32_t c = next_code_point(utf8_, at);
      if (is_letter(c) || is_mark(c)) {
        if (word_.size() < longest_word) word_ += c;
      } else {
        end_word();
        if (c >= 0x80 || (c < 0x20 && u_isspace(static_cast<UChar32>(c)) == 0)) judge_sign(before, c, at);
      }
      before = c;
    }
    end_word();
    return shares();
  }

 private:
  static constexpr std::size_t longest_word = 40;  // of a longer one the beginning is enough

  void end_word() {
    if (std::any_of(word_.begin(), word_.end(), [](char32_t c) { return c >= 0x80; })) judge_word();
    word_.clear();
  }

  void judge_word() {
    ++items_;
    const bool usual_case = has_usual_case(word_);
    const auto is_script = [](UScriptCode script) { return [script](char32_t c) { return script_of(c) == script; }; };
    if (std::all_of(word_.begin(), word_.end(), is_script(USCRIPT_CYRILLIC))) {
      russian_words_ += usual_case && judge_cyrillic() ? 1 : 0;
      return;
    }
    if (std::all_of(word_.begin(), word_.end(), is_script(USCRIPT_LATIN))) {
      if (!usual_case) return;
      const auto ascii = std::count_if(word_.begin(), word_.end(), [](char32_t c) { return c < 0x80; });
      std::u32string lower = word_;
      for (char32_t& c : lower) c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
      const bool is_mostly_ascii = 2 * ascii >= static_cast<std::ptrdiff_t>(word_.size()) || word_.size() == 1;
      const bool is_western = is_mostly_ascii && std::none_of(lower.begin(), lower.end(), is_distinctly_vietnamese);
      western_words_ += is_western ? 1 : 0;
      vietnamese_words_ += is_vietnamese_syllable(lower) ? 1 : 0;
      return;
    }
    other_words_ += usual_case && is_one_other_script() ? 1 : 0;
  }

  // Counts the letters' frequencies; false where no Russian word begins so.
  bool judge_cyrillic() {
    for (const char32_t c : word_) {
      char32_t lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
      if (lower == U'ё') lower = U'е';
      ++cyrillic_letters_;
      if (lower >= U'а' && lower <= U'я') frequency_sum_ += russian_per_mille[lower - U'а'];
    }
    const char32_t first = static_cast<char32_t>(u_tolower(static_cast<UChar32>(word_[0])));
    return first != U'ъ' && first != U'ь' && first != U'ы';
  }

  bool is_one_other_script() const {
    const auto is_east_asian = [](UScriptCode s) {
      return s == USCRIPT_HAN || s == USCRIPT_HIRAGANA || s == USCRIPT_KATAKANA || s == USCRIPT_HANGUL;
    };
    const UScriptCode script = script_of(word_[0]);
    if (script == USCRIPT_LATIN || script == USCRIPT_CYRILLIC) return false;
    return std::all_of(word_.begin(), word_.end(), [&](char32_t c) {
      const UScriptCode other = script_of(c);
      return other == script || other == USCRIPT_INHERITED || other == USCRIPT_COMMON ||
             (is_east_asian(script) && is_east_asian(other));
    });
  }

  void judge_sign(char32_t before, char32_t sign, std::size_t behind) {
    ++items_;
    const char32_t next = behind < utf8_.size() ? next_code_point(utf8_, behind) : U' ';
    const bool is_inside_word =
        is_letter(before) && is_letter(next) && script_of(before) != USCRIPT_HAN && script_of(next) != USCRIPT_HAN;
    const bool is_money = sign == U'€' || sign == U'£';
    if (is_money && (is_letter(before) || is_letter(next))) return;
    if (is_typographic(sign) && (!is_inside_word || stands_between_letters(sign))) ++signs_;
  }

  Plausibility shares() const {
    if (items_ == 0) return {};
    const double all = static_cast<double>(items_);
    const auto share = [&](std::size_t words) { return static_cast<double>(words + signs_) / all; };
    Plausibility result;
    result.items = items_;
    result.vietnamese = share(vietnamese_words_);
    result.russian = share(russian_words_) * russian_frequency();
    result.western = share(western_words_);
    result.other = share(other_words_);
    return result;
  }

  // The mean frequency of the letters is about 54 per mille in Russian and near 31 in shuffled letters.
  double russian_frequency() const {
    if (cyrillic_letters_ == 0) return 1;
    const double mean = static_cast<double>(frequency_sum_) / static_cast<double>(cyrillic_letters_);
    return std::clamp((mean - 31) / (47.0 - 31), 0.0, 1.0);
  }

  std::string_view utf8_;
  std::u32string word_;
  std::size_t items_ = 0;
  std::size_t signs_ = 0;
  std::size_t vietnamese_words_ = 0;
  std::size_t russian_words_ = 0;
  std::size_t western_words_ = 0;
  std::size_t other_words_ = 0;
  std::size_t cyrillic_letters_ = 0;
  long long frequency_sum_ = 0;
};

}  // namespace

double Plausibility::best() const { return std::max({vietnamese, russian, western, other}); }

Plausibility judge_text(std::string_view utf8) { return Judge(utf8).judge(); }

}  // namespace aligner::text

// One pass over the characters, each of one class: what parts words, what a word is made of, what goes on a word but
// begins none, and what is a word by itself. Classes and folded words are looked up once. Time linear in the text.

#include "aligner/segment/index_words.h"

#include <functional>
#include <unordered_map>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include "aligner/text/folded_text.h"

namespace aligner::segment {
namespace {

enum class LetterClass : std::uint8_t { unknown, parts_words, letter, goes_on, alone };

constexpr std::size_t class_count = 0x40000;  // code points whose class is kept; there are no letters beyond
constexpr std::size_t kept_words = 200'000;   // whose keys are kept at once
constexpr std::size_t longest_word = 200;     // bytes

LetterClass class_of(UChar32 c) {
  if (c < 0) return LetterClass::parts_words;
  const std::uint32_t category = U_GET_GC_MASK(c);
  const bool is_invisible = c == 0xAD || c == 0x180E || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 ||
                            c == 0xFEFF;  // soft hyphens, joiners and their like
  if ((category & U_GC_M_MASK) != 0 || is_invisible) return LetterClass::goes_on;
  if ((category & (U_GC_L_MASK | U_GC_ND_MASK | U_GC_NL_MASK)) == 0) return LetterClass::parts_words;
  const bool is_spaceless = u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0 ||
                            u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
  const auto script = u_getIntPropertyValue(c, UCHAR_SCRIPT);
  const bool is_kana = script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
  return is_spaceless || is_kana ? LetterClass::alone : LetterClass::letter;
}

std::string shortened(std::string word) {
  if (word.size() <= longest_word) return word;
  std::size_t end = longest_word;
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) --end;
  word.resize(end);
  return word;
}

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

}  // namespace

struct IndexWordFinder::State {
  std::vector<LetterClass> classes = std::vector<LetterClass>(class_count, LetterClass::unknown);
  std::unordered_map<std::string, std::vector<std::string>, StringHash, std::equal_to<>> keys;

  LetterClass look_up(UChar32 c) {
    if (c < 0 || static_cast<std::size_t>(c) >= class_count) return class_of(c);
    LetterClass& known = classes[static_cast<std::size_t>(c)];
    if (known == LetterClass::unknown) known = class_of(c);
    return known;
  }

  // Calls use(keys, span) for each word of the text.
  template <typename Use>
  void walk(std::string_view utf8, text::Span range, Use use) {
    if (keys.size() > kept_words) keys.clear();
    const auto* bytes = reinterpret_cast<const unsigned char*>(utf8.data());
    bool is_inside = false;
    bool takes_letters = false;  // false behind a character that is a word by itself
    std::size_t word_begin = 0;
    const auto finish = [&](std::size_t end) {
      if (is_inside) use(keys_of(utf8.substr(word_begin, end - word_begin)), text::Span{word_begin, end});
      is_inside = false;
    };
    for (std::size_t at = range.begin; at < range.end;) {
      const std::size_t begin = at;
      UChar32 c = 0;
      U8_NEXT(bytes, at, range.end, c);
      switch (look_up(c)) {
        case LetterClass::letter:
          if (is_inside && takes_letters) break;
          finish(begin);
          is_inside = takes_letters = true;
          word_begin = begin;
          break;
        case LetterClass::alone:
          finish(begin);
          is_inside = true;
          takes_letters = false;
          word_begin = begin;
          break;
        case LetterClass::goes_on:
          break;
        default:
          finish(begin);
      }
    }
    finish(range.end);
  }

  const std::vector<std::string>& keys_of(std::string_view word) {
    const auto known = keys.find(word);
    if (known != keys.end()) return known->second;
    return keys.emplace(std::string(word), make_keys(word)).first->second;
  }

  // Folding makes words of some characters.
  std::vector<std::string> make_keys(std::string_view word) {
    std::vector<std::string> made;
    const std::string whole = text::fold(word);
    const auto* bytes = reinterpret_cast<const unsigned char*>(whole.data());
    std::size_t begin = 0;
    const auto finish = [&](std::size_t end) {
      const std::string exact = shortened(whole.substr(begin, end - begin));
      if (exact.empty()) return;
      const std::string plain = text::fold(exact, {.marks = text::FoldMarks::strip});
      made.push_back(plain + key_divider + (plain == exact ? "" : exact));
    };
    for (std::size_t at = 0; at < whole.size();) {
      const std::size_t here = at;
      UChar32 c = 0;
      U8_NEXT(bytes, at, whole.size(), c);
      if (look_up(c) != LetterClass::parts_words) continue;
      finish(here);
      begin = at;
    }
    finish(whole.size());
    return made;
  }
};

std::string_view without_marks(std::string_view key) { return key.substr(0, key.find(key_divider)); }

IndexWordFinder::IndexWordFinder() : state_(std::make_unique<State>()) {}
IndexWordFinder::IndexWordFinder(IndexWordFinder&& other) noexcept = default;
IndexWordFinder& IndexWordFinder::operator=(IndexWordFinder&& other) noexcept = default;
IndexWordFinder::~IndexWordFinder() = default;

std::vector<IndexWord> IndexWordFinder::find(std::string_view utf8, text::Span range) {
  std::vector<IndexWord> words;
  state_->walk(utf8, range, [&](const std::vector<std::string>& keys, text::Span span) {
    for (const std::string& key : keys) words.push_back({key, span});
  });
  return words;
}

void IndexWordFinder::append_keys(std::string_view utf8, text::Span range, std::string& line) {
  state_->walk(utf8, range, [&](const std::vector<std::string>& keys, text::Span) {
    for (const std::string& key : keys) {
      if (!line.empty()) line += ' ';
      line += key;
    }
  });
}

}  // namespace aligner::segment

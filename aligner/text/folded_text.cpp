// Folds in one pass over the text. The text is cut into segments across which normalisation cannot act (a starter with
// its marks, a Hangul syllable); each is decomposed, put into canonical order, case folded, stripped and composed by
// itself, and every byte that comes out remembers where its segment began. Canonical order is made here by a stable
// sort because ICU's insertion is quadratic on a hostile run of marks. Time n log n in the longest segment, else
// linear. Most segments are one letter of a few alphabets: what becomes of these is found out once in a process.

#include "aligner/text/folded_text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "aligner/error.h"
#include "aligner/text/code_points.h"

namespace aligner::text {
namespace {

using CodePoints = std::vector<UChar32>;

void check(UErrorCode status, const char* call) {
  if (U_FAILURE(status))
    throw Error(std::string(call) + " failed: " + u_errorName(status) + "; is ICU's data installed?");
}

struct Normalizers {
  const icu::Normalizer2* nfc;
  const icu::Normalizer2* nfkc;
};

Normalizers normalizers() {
  UErrorCode status = U_ZERO_ERROR;
  const Normalizers both{icu::Normalizer2::getNFCInstance(status), icu::Normalizer2::getNFKCInstance(status)};
  check(status, "Normalizer2::getNFCInstance");
  return both;
}

void append(CodePoints& out, const icu::UnicodeString& text) {
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) out.push_back(text.char32At(at));
}

// Readers see these not at all: soft hyphen, zero-width space, word joiner, byte order mark and variation selectors
// (the Mongolian ones too). Joiners stay, they change how letters look.
bool is_invisible(UChar32 c) {
  return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR);
}

// Compatibility forms that are the same letter in another dress. Superscripts, fractions and circled numbers are not:
// a footnote mark must not grow onto the year before it.
bool is_same_letter_in_other_dress(UChar32 c) {
  switch (u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE)) {
    case U_DT_WIDE:
    case U_DT_NARROW:
    case U_DT_FONT:
    case U_DT_NOBREAK:
    case U_DT_SMALL:
    case U_DT_VERTICAL:
    case U_DT_INITIAL:
    case U_DT_MEDIAL:
    case U_DT_FINAL:
    case U_DT_ISOLATED:
      return true;
    case U_DT_COMPAT:
      return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_NL_MASK)) != 0;
    default:
      return false;
  }
}

// Marks set on letters of alphabets. Vowel signs of Indic scripts, Thai tone marks and kana voicing marks are letters
// to their readers and stay.
bool is_mark_on_letter(UChar32 c) {
  if (c < 0x300) return false;
  const bool general = (c <= 0x36F) || (c >= 0x483 && c <= 0x489) || (c >= 0x1AB0 && c <= 0x1AFF) ||
                       (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
  if (general) return u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_ENCLOSING_MARK;
  const uint8_t position = u_getCombiningClass(c);
  return position >= 10 && position <= 35;  // vowel points of Hebrew and Arabic
}

// Latin letters whose stroke or dot Unicode does not count as a mark.
UChar32 without_stroke(UChar32 c) {
  switch (c) {
    case 0x110:  // Đ
    case 0xD0:   // Ð, often typed for Đ
      return 'D';
    case 0x111:
    case 0xF0:
      return 'd';
    case 0xD8:  // Ø
      return 'O';
    case 0xF8:
      return 'o';
    case 0x126:  // Ħ
      return 'H';
    case 0x127:
      return 'h';
    case 0x141:  // Ł
      return 'L';
    case 0x142:
      return 'l';
    case 0x166:  // Ŧ
      return 'T';
    case 0x167:
      return 't';
    case 0x131:  // ı
      return 'i';
    default:
      return c;
  }
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// What becomes of the letters of Latin and Cyrillic where no mark follows. Letters only that begin a segment are in it.
class LetterTable {
 public:
  explicit LetterTable(const FoldOptions& options);

  /// Empty for what is not in the table.
  std::string_view find(char32_t c) const {
    const std::size_t index = index_of(c);
    return index < size ? std::string_view(letters_[index].bytes, letters_[index].size) : std::string_view();
  }

  static const LetterTable& of(const FoldOptions& options);

 private:
  struct Range {
    char32_t begin, end;
  };
  static constexpr Range low{0x80, 0x530};      // Latin to Cyrillic
  static constexpr Range high{0x1E00, 0x1F00};  // Latin with more marks: Vietnamese
  static constexpr std::size_t size = low.end - low.begin + high.end - high.begin;

  struct Letter {
    char bytes[7] = {};
    unsigned char size = 0;
  };

  static std::size_t index_of(char32_t c) {
    if (c < low.end) return c - low.begin;  // beyond the end for what comes before the table
    return c >= high.begin && c < high.end ? low.end - low.begin + c - high.begin : size;
  }
  void add(const Range& range, const FoldOptions& options);

  std::array<Letter, size> letters_;
};

class Folder {
 public:
  /// Without a table of letters every letter is looked up in ICU.
  Folder(std::string_view utf8, const FoldOptions& options, const LetterTable* letters)
      : utf8_(utf8), options_(options), letters_(letters), normalizers_(normalizers()) {
    bytes_.reserve(utf8.size());
    origin_.reserve(utf8.size() + 1);
  }

  FoldedText run() && {
    fold_all();
    origin_.push_back(utf8_.size());
    return {std::move(bytes_), std::move(origin_)};
  }

  /// The folded text without its map.
  std::string take_bytes() && {
    fold_all();
    return std::move(bytes_);
  }

 private:
  void fold_all() {
    for (std::size_t at = 0; at < utf8_.size();) {
      const std::size_t begin = at;
      if (add_plain_letter(at)) continue;
      if (is_ascii(utf8_[at])) {
        ++at;
        // A letter before a non-ASCII character may be about to get a mark.
        start_segment(begin);
        segment_.push_back(utf8_[begin]);
        continue;
      }
      const char32_t c = next_code_point(utf8_, at);
      if (c == no_code_point) {  // promised not to be; keep the map sound all the same
        start_segment(begin);
        segment_.push_back(0xFFFD);
        continue;
      }
      add(static_cast<UChar32>(c), begin);
    }
    finish_segment();
  }

  // The folded letter at `at` where it is a segment of its own for certain: before the end, ASCII, or another letter of
  // the table. Adds nothing, and leaves `at`, elsewhere.
  bool add_plain_letter(std::size_t& at) {
    if (letters_ == nullptr || is_ascii(utf8_[at])) return false;
    std::size_t behind = at;
    const std::string_view folded = letters_->find(next_code_point(utf8_, behind));
    if (folded.empty()) return false;
    if (behind < utf8_.size() && !is_ascii(utf8_[behind])) {
      std::size_t next = behind;
      if (letters_->find(next_code_point(utf8_, next)).empty()) return false;
    }
    start_segment(at);
    const std::size_t origin = bytes_.empty() ? 0 : at;
    bytes_ += folded;
    origin_.resize(bytes_.size(), origin);
    at = behind;
    return true;
  }

  void add(UChar32 c, std::size_t begin) {
    if (is_invisible(c)) return;
    expanded_.clear();
    decompose(c, expanded_);
    if (normalizers_.nfc->hasBoundaryBefore(expanded_[0])) start_segment(begin);
    segment_.insert(segment_.end(), expanded_.begin(), expanded_.end());
  }

  // Full canonical decomposition, other dresses taken off.
  void decompose(UChar32 c, CodePoints& out) const {
    if (is_same_letter_in_other_dress(c) && normalizers_.nfkc->getDecomposition(c, scratch())) {
      append(out, scratch_);
    } else if (normalizers_.nfc->getDecomposition(c, scratch())) {
      const icu::UnicodeString parts = scratch_;
      for (int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
        const UChar32 part = parts.char32At(at);
        if (is_same_letter_in_other_dress(part) && normalizers_.nfkc->getDecomposition(part, scratch())) {
          append(out, scratch_);
        } else {
          out.push_back(part);
        }
      }
    } else {
      out.push_back(c);
    }
  }

  icu::UnicodeString& scratch() const {
    scratch_.remove();
    return scratch_;
  }

  void start_segment(std::size_t begin) {
    finish_segment();
    segment_begin_ = begin;
  }

  void finish_segment() {
    if (segment_.empty()) return;
    const std::size_t old_size = bytes_.size();
    if (segment_.size() == 1 && segment_[0] < 0x80) {
      bytes_ += static_cast<char>(fold_ascii(segment_[0]));
    } else {
      fold_segment();
    }
    // What was left out before the first character belongs to that one, anything else to the character before it.
    const std::size_t origin = old_size == 0 ? 0 : segment_begin_;
    origin_.resize(bytes_.size(), origin);
    segment_.clear();
  }

  UChar32 fold_ascii(UChar32 c) const {
    return options_.letter_case == FoldCase::fold && c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
  }

  void fold_segment() {
    sort_marks(segment_);
    if (options_.marks == FoldMarks::strip) strip(segment_);
    if (options_.letter_case == FoldCase::fold) fold_case();
    if (segment_.size() == 1) {
      append_utf8(bytes_, static_cast<char32_t>(segment_[0]));
      return;
    }
    const icu::UnicodeString text =
        icu::UnicodeString::fromUTF32(segment_.data(), static_cast<int32_t>(segment_.size()));
    UErrorCode status = U_ZERO_ERROR;
    normalizers_.nfc->normalize(text, status).toUTF8String(bytes_);
    check(status, "Normalizer2::normalize");
  }

  static void sort_marks(CodePoints& points) {
    const auto is_mark = [](UChar32 c) { return u_getCombiningClass(c) != 0; };
    for (auto begin = points.begin(); begin != points.end();) {
      begin = std::find_if(begin, points.end(), is_mark);
      const auto end = std::find_if_not(begin, points.end(), is_mark);
      std::stable_sort(begin, end,
                       [](UChar32 a, UChar32 b) { return u_getCombiningClass(a) < u_getCombiningClass(b); });
      begin = end;
    }
  }

  static void strip(CodePoints& points) {
    std::size_t kept = 0;
    UChar32 base = 0;
    for (const UChar32 c : points) {
      const bool is_short_i = c == 0x306 && (base == 0x438 || base == 0x418);  // й is a letter of its own
      if (is_mark_on_letter(c) && !is_short_i) continue;
      points[kept++] = without_stroke(c);
      base = c;
    }
    points.resize(kept);
  }

  void fold_case() {
    folded_.clear();
    for (const UChar32 c : segment_) {
      if (c < 0x80) {
        folded_.push_back(fold_ascii(c));
        continue;
      }
      icu::UnicodeString one(c);
      one.foldCase(U_FOLD_CASE_DEFAULT);
      for (int32_t at = 0; at < one.length(); at = one.moveIndex32(at, 1)) decompose(one.char32At(at), folded_);
    }
    segment_.swap(folded_);
    sort_marks(segment_);
    if (options_.marks == FoldMarks::strip) strip(segment_);
  }

  std::string_view utf8_;
  FoldOptions options_;
  const LetterTable* letters_;
  Normalizers normalizers_;
  std::string bytes_;
  std::vector<std::size_t> origin_;
  CodePoints segment_;  // decomposed, waiting for what may still join it
  std::size_t segment_begin_ = 0;
  CodePoints expanded_;
  CodePoints folded_;
  mutable icu::UnicodeString scratch_;
};

LetterTable::LetterTable(const FoldOptions& options) {
  add(low, options);
  add(high, options);
}

void LetterTable::add(const Range& range, const FoldOptions& options) {
  const icu::Normalizer2* const nfc = normalizers().nfc;
  for (char32_t c = range.begin; c < range.end; ++c) {
    if (!u_isalpha(static_cast<UChar32>(c)) || !nfc->hasBoundaryBefore(static_cast<UChar32>(c))) continue;
    std::string utf8;
    append_utf8(utf8, c);
    const std::string folded = Folder(utf8, options, nullptr).take_bytes();
    Letter& letter = letters_[index_of(c)];
    if (folded.size() > sizeof letter.bytes) continue;
    std::memcpy(letter.bytes, folded.data(), folded.size());
    letter.size = static_cast<unsigned char>(folded.size());
  }
}

const LetterTable& LetterTable::of(const FoldOptions& options) {
  if (options.letter_case == FoldCase::keep) {
    if (options.marks == FoldMarks::keep) {
      static const LetterTable kept({FoldCase::keep, FoldMarks::keep});
      return kept;
    }
    static const LetterTable stripped({FoldCase::keep, FoldMarks::strip});
    return stripped;
  }
  if (options.marks == FoldMarks::keep) {
    static const LetterTable folded({FoldCase::fold, FoldMarks::keep});
    return folded;
  }
  static const LetterTable plain({FoldCase::fold, FoldMarks::strip});
  return plain;
}

// The folded text where all of it is ASCII.
std::optional<std::string> fold_plain(std::string_view utf8, FoldCase letter_case) {
  if (!std::all_of(utf8.begin(), utf8.end(), is_ascii)) return std::nullopt;
  std::string folded(utf8);
  if (letter_case == FoldCase::keep) return folded;
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

}  // namespace

Span FoldedText::original(Span folded) const {
  const std::size_t begin = origin_[folded.begin];
  if (folded.empty()) return {begin, begin};
  // The character that the last byte came from ends where the next one begins.
  const auto last = origin_.begin() + static_cast<std::ptrdiff_t>(folded.end - 1);
  const auto behind = std::upper_bound(last, origin_.end(), *last);
  return {begin, behind == origin_.end() ? origin_.back() : *behind};
}

FoldedText fold_text(std::string_view utf8, const FoldOptions& options) {
  return Folder(utf8, options, &LetterTable::of(options)).run();
}

std::string fold(std::string_view utf8, const FoldOptions& options) {
  if (std::optional<std::string> plain = fold_plain(utf8, options.letter_case)) return std::move(*plain);
  return std::move(Folder(utf8, options, &LetterTable::of(options))).take_bytes();
}

}  // namespace aligner::text

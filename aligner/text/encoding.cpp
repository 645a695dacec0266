#include "aligner/text/encoding.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "aligner/error.h"
#include "aligner/text/code_points.h"
#include "aligner/text/vietnamese_code_pages.h"

namespace aligner::text {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

struct Alias {
  std::string_view squeezed;  // lower case, letters and digits only
  std::string_view canonical;
};

// Names ICU does not know, or would understand otherwise.
constexpr std::array aliases = {
    Alias{"utf8", "UTF-8"},
    Alias{"utf16le", "UTF-16LE"},
    Alias{"utf16be", "UTF-16BE"},
    Alias{"viscii", "VISCII"},
    Alias{"viscii11", "VISCII"},
    Alias{"csviscii", "VISCII"},
    Alias{"tcvn", "TCVN5712-1"},
    Alias{"tcvn3", "TCVN5712-1"},
    Alias{"tcvn5712", "TCVN5712-1"},
    Alias{"tcvn57121", "TCVN5712-1"},
    Alias{"tcvn571211993", "TCVN5712-1"},
    Alias{"vn1", "TCVN5712-1"},
    Alias{"abc", "TCVN5712-1"},
    Alias{"1258", "windows-1258"},
    Alias{"cp1258", "windows-1258"},
    Alias{"win1258", "windows-1258"},
    Alias{"windows1258", "windows-1258"},
    Alias{"1251", "windows-1251"},
    Alias{"cp1251", "windows-1251"},
    Alias{"win1251", "windows-1251"},
    Alias{"windows1251", "windows-1251"},
    Alias{"1252", "windows-1252"},
    Alias{"cp1252", "windows-1252"},
    Alias{"win1252", "windows-1252"},
    Alias{"windows1252", "windows-1252"},
    Alias{"koi8", "KOI8-R"},
    Alias{"koi8r", "KOI8-R"},
    Alias{"cp866", "IBM866"},
};

std::string squeeze(std::string_view name) {
  std::string squeezed;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') squeezed += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) squeezed += c;
  }
  return squeezed;
}

Converter open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

// The name people know an ICU converter by.
std::string standard_name(const UConverter* converter) {
  UErrorCode status = U_ZERO_ERROR;
  const char* icu_name = ucnv_getName(converter, &status);
  if (U_FAILURE(status)) return {};
  for (const char* standard : {"MIME", "IANA"}) {
    status = U_ZERO_ERROR;
    const char* name = ucnv_getStandardName(icu_name, standard, &status);
    if (U_SUCCESS(status) && name != nullptr) return name;
  }
  return icu_name;
}

bool is_c1_control(char32_t c) { return c >= 0x80 && c < 0xA0 && c != 0x85; }

Decoded decode_table(std::string_view bytes, char32_t (*letter)(unsigned char)) {
  Decoded decoded;
  decoded.utf8.reserve(bytes.size() * 2);
  for (const char byte : bytes) append_utf8(decoded.utf8, letter(static_cast<unsigned char>(byte)));
  return decoded;
}

Decoded decode_utf8(std::string_view bytes) {
  const auto invalid = find_invalid_utf8(bytes);
  return {std::string(bytes.substr(0, invalid.value_or(bytes.size()))), invalid};
}

// Only for encodings of one byte to a letter: there the count of letters says which byte it was.
void refuse_c1_controls(Decoded& decoded) {
  std::size_t byte = 0;
  for (std::size_t at = 0; at < decoded.utf8.size(); ++byte) {
    const std::size_t begin = at;
    if (!is_c1_control(next_code_point(decoded.utf8, at))) continue;
    decoded.utf8.resize(begin);
    decoded.undecoded = byte;
  }
}

// In chunks, because ICU counts in 32 bits. The converter keeps what a chunk leaves unfinished.
Decoded decode_with_icu(std::string_view bytes, const std::string& encoding) {
  const Converter converter = open_converter(encoding);
  if (!converter) throw Error("encoding \"" + encoding + "\" is not known; give one of " + encodings_to_name());
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);

  Decoded decoded;
  decoded.utf8.reserve(bytes.size());
  std::array<UChar, 4096> chunk{};
  const char* source = bytes.data();
  const char* const end = bytes.data() + bytes.size();
  for (bool more = true; more;) {
    UChar* target = chunk.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, chunk.data() + chunk.size(), &source, end, nullptr, true, &status);
    more = status == U_BUFFER_OVERFLOW_ERROR;
    icu::UnicodeString(false, chunk.data(), static_cast<int32_t>(target - chunk.data())).toUTF8String(decoded.utf8);
    if (!more && U_FAILURE(status)) {
      std::array<char, 32> invalid{};
      auto count = static_cast<int8_t>(invalid.size());
      UErrorCode ignored = U_ZERO_ERROR;
      ucnv_getInvalidChars(converter.get(), invalid.data(), &count, &ignored);
      const auto read = static_cast<std::size_t>(source - bytes.data());
      decoded.undecoded = read - std::min(read, static_cast<std::size_t>(count));
    }
  }
  if (ucnv_getMaxCharSize(converter.get()) == 1) refuse_c1_controls(decoded);
  return decoded;
}

// The letter with the mark on it, or nothing where there is no such letter. Vietnamese code pages put the tone behind a
// letter that has its own sign already; Unicode composes some of these the other way round (ê with a dot is ẹ with a
// circumflex).
std::optional<char32_t> compose_letter(const icu::Normalizer2& nfc, char32_t letter, char32_t mark) {
  const auto base = static_cast<UChar32>(letter);
  const auto tone = static_cast<UChar32>(mark);
  const UChar32 direct = nfc.composePair(base, tone);
  if (direct >= 0) return static_cast<char32_t>(direct);
  icu::UnicodeString parts;
  if (!nfc.getRawDecomposition(base, parts) || parts.countChar32() != 2) return std::nullopt;
  const UChar32 with_tone = nfc.composePair(parts.char32At(0), tone);
  const UChar32 both = with_tone < 0 ? with_tone : nfc.composePair(with_tone, parts.char32At(parts.length() - 1));
  return both < 0 ? std::nullopt : std::optional(static_cast<char32_t>(both));
}

// Puts the tone marks onto the letters before them. One mark to a letter, so a long row of marks costs no more than
// text.
std::string compose_tones(const std::string& utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw Error(std::string("Normalizer2 failed: ") + u_errorName(status));
  std::string out;
  out.reserve(utf8.size());
  std::size_t letter_begin = 0;  // in `out`
  char32_t letter = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    const bool is_mark = c >= 0x300 && c < 0x370;
    const auto with_mark = is_mark && letter != 0 ? compose_letter(*nfc, letter, c) : std::nullopt;
    if (with_mark) {
      out.resize(letter_begin);
    } else {
      letter_begin = out.size();
    }
    letter = is_mark ? 0 : c;
    append_utf8(out, with_mark.value_or(c));
  }
  return out;
}

}  // namespace

std::optional<std::string> find_encoding(std::string_view name) {
  const std::string squeezed = squeeze(name);
  const auto alias =
      std::find_if(aliases.begin(), aliases.end(), [&](const Alias& a) { return a.squeezed == squeezed; });
  if (alias != aliases.end()) return std::string(alias->canonical);
  // ICU reads options behind a comma and takes an empty name for the machine's own encoding.
  const bool is_plain = std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7F && c != ','; });
  if (squeezed.empty() || !is_plain || name.size() > 50) return std::nullopt;
  const Converter converter = open_converter(std::string(name));
  if (!converter) return std::nullopt;
  std::string canonical = standard_name(converter.get());
  return canonical.empty() ? std::nullopt : std::optional(std::move(canonical));
}

std::string encodings_to_name() {
  return "UTF-8, UTF-16, windows-1258, VISCII, TCVN5712-1, windows-1251, KOI8-R, IBM866, windows-1252, GB18030 or "
         "another name ICU knows";
}

std::optional<ByteOrderMark> find_byte_order_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return ByteOrderMark{"UTF-8", 3};
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return ByteOrderMark{"UTF-32LE", 4};
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return ByteOrderMark{"UTF-32BE", 4};
  if (bytes.starts_with("\xFF\xFE"sv)) return ByteOrderMark{"UTF-16LE", 2};
  if (bytes.starts_with("\xFE\xFF"sv)) return ByteOrderMark{"UTF-16BE", 2};
  return std::nullopt;
}

Decoded decode(std::string_view bytes, const std::string& encoding) {
  if (encoding == "UTF-8") return decode_utf8(bytes);
  if (encoding == "VISCII") return decode_table(bytes, viscii_letter);
  const bool is_tcvn = encoding == "TCVN5712-1";
  Decoded decoded = is_tcvn ? decode_table(bytes, tcvn_letter) : decode_with_icu(bytes, encoding);
  if (is_tcvn || encoding == "windows-1258") decoded.utf8 = compose_tones(decoded.utf8);
  return decoded;
}

}  // namespace aligner::text

// Whatever the bytes, reading gives a document of valid UTF-8 or an Error, and folding what it gave is stable.

#include "aligner/text/read_document.h"

#include <cstdlib>
#include <string_view>

#include "aligner/error.h"
#include "aligner/text/folded_text.h"

#include "tests/fuzz/fuzz_main.h"

namespace text = aligner::text;

const std::vector<std::string>& fuzz_seeds() {
  using namespace std::string_literals;
  static const std::vector<std::string> seeds = {
      "Ngày 16 tháng 5 năm 1858, hiệp ước được ký kết.\r\n\r\nSông Hắc Long.",
      "\xEF\xBB\xBFДоговор был подписан в Айгуне.\n",
      "\xFF\xFEN\0g\0\xE0\0y\0"s,
      "\0N\0g\0\xE0\0y\0 \0"
      "1"s,
      "Ng\xE0y 16 th\xE1ng 5 n\xE5m 1858 hi\xAEp \xDF\xBE"
      "c",  // VISCII
      "Ng\xB5y 16 th\xB8ng 5 n\xA8m 1858 hi\xD6p \xAD\xED"
      "c",  // TCVN 5712
      "Ng\xE0y 16 th\xE1ng 5 n\xE3m 1858 hi\xEA\xF2p \xFD\xF5\xEC"
      "c",                                                                           // windows-1258
      "\xC4\xCF\xC7\xCF\xD7\xCF\xD2 \xC2\xD9\xCC \xD0\xCF\xC4\xD0\xC9\xD3\xC1\xCE",  // KOI8-R
      "愛琿條約於一八五八年簽訂。",
      "ᠠᡳᡥᡡᠨ ᡥᠣᡨᠣᠨ",
      "a\xCC\x81\xCC\xA3\xD9\x8B\xE0\xA5\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80",
  };
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  // The language is given in most runs, which weighs the encodings otherwise and saves the search for it.
  const bool gives_language = size % 8 != 0;
  text::ReadOptions options;
  if (gives_language) options.language = text::LanguageTag::parse(size % 3 == 0 ? "ru" : "vi");
  try {
    const text::ReadDocument read = text::read_document_bytes(bytes, "input", options);
    const std::string folded = text::fold(read.document.bytes(), {.marks = text::FoldMarks::strip});
    if (text::fold(folded, {.marks = text::FoldMarks::strip}) != folded) std::abort();
  } catch (const aligner::Error&) {
    // An input may be refused, if it is refused in words.
  }
  return 0;
}

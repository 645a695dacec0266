// Whatever the bytes, a dictionary is refused in words, or it becomes a lexicon that can be written and read.

#include <cstdlib>
#include <string_view>

#include "aligner/error.h"
#include "aligner/lexicon/dictionary.h"
#include "aligner/text/utf8.h"

#include "tests/fuzz/fuzz_main.h"

namespace lexicon = aligner::lexicon;
using aligner::text::LanguageTag;

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {
      "treaty\thiệp ước|điều ước\nriver\tsông\t0.9\n",
      "hiệp ước @ treaty\nsông @ river\n",
      "# words\r\n\r\n Left bank | port \t tả ngạn \t1e-3\r\n",
      "a\tb\t0.5\na\tb\t0.75\nA\tB\n",
  };
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  if (!aligner::text::is_valid_utf8(bytes)) return 0;  // promised by the caller
  lexicon::Dictionary dictionary;
  try {
    dictionary = lexicon::parse_dictionary(bytes, "input");
  } catch (const aligner::Error& error) {
    if (!std::string_view(error.what()).starts_with("input:")) std::abort();
    return 0;
  }
  for (const char* language : {"en", "zh"}) {
    const lexicon::Lexicon made =
        lexicon::make_lexicon(dictionary, LanguageTag::parse(language), LanguageTag::parse("vi"));
    const lexicon::Lexicon read = lexicon::parse_lexicon(lexicon::write_lexicon(made), "written");
    if (read.source_words != made.source_words || read.target_words != made.target_words) std::abort();
    if (read.entries.size() != made.entries.size()) std::abort();
    for (const lexicon::LexiconEntry& entry : made.entries) {
      const bool is_probable = entry.forward >= 0 && entry.forward <= 1 && entry.backward >= 0 && entry.backward <= 1;
      if (!is_probable) std::abort();
    }
  }
  return 0;
}

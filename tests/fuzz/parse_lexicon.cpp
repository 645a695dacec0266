// Whatever the bytes, a lexicon is refused in words, or it can be turned round, written and read again. Since a digest
// would keep every mutation from the reader, the input is also taken for a payload and gets the digest it needs.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <string_view>

#include "aligner/error.h"
#include "aligner/lexicon/saved_lexicon.h"
#include "aligner/text/digest.h"
#include "aligner/text/utf8.h"

#include "tests/fuzz/fuzz_main.h"

namespace lexicon = aligner::lexicon;
using aligner::text::LanguageTag;

namespace {

constexpr std::size_t size_place = 12;
constexpr std::size_t header_size = 84;

std::string sample() {
  return lexicon::write_lexicon(lexicon::make_lexicon({{"hiệp", "treaty", 0.75F, 0.5F},
                                                       {"hiện", "now", 0.5F, 0.25F},
                                                       {"sông", "river", 1.0F, 0.0F},
                                                       {"sông", "rivers", 0.1F, 0.9F}},
                                                      LanguageTag::parse("vi"), LanguageTag::parse("en"), "a sample"));
}

std::string with_header(const std::string& payload) {
  std::string bytes = sample().substr(0, size_place);
  for (int i = 0; i < 8; ++i) bytes += static_cast<char>((std::uint64_t{payload.size()} >> (8 * i)) & 0xFF);
  return bytes + aligner::text::sha256_hex(payload) + payload;
}

bool are_words(const std::vector<std::string>& words) {
  const bool ascend = std::adjacent_find(words.begin(), words.end(), std::greater_equal<>()) == words.end();
  return ascend && std::all_of(words.begin(), words.end(), [](const std::string& word) {
           return !word.empty() && word.size() <= lexicon::longest_lexicon_word && aligner::text::is_valid_utf8(word);
         });
}

void try_bytes(const std::string& bytes) {
  lexicon::Lexicon read;
  try {
    read = lexicon::parse_lexicon(bytes, "input");
  } catch (const aligner::Error& error) {
    if (!std::string_view(error.what()).starts_with("input: ")) std::abort();
    return;
  }
  if (!are_words(read.source_words) || !are_words(read.target_words)) std::abort();
  for (const lexicon::LexiconEntry& entry : read.entries) {
    const bool is_there = entry.source < read.source_words.size() && entry.target < read.target_words.size();
    const bool is_probable = entry.forward >= 0 && entry.forward <= 1 && entry.backward >= 0 && entry.backward <= 1;
    if (!is_there || !is_probable) std::abort();
  }
  if (lexicon::reversed(lexicon::reversed(read)) != read) std::abort();
  if (lexicon::parse_lexicon(lexicon::write_lexicon(read), "written") != read) std::abort();
}

}  // namespace

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {sample(), sample().substr(header_size),
                                                 lexicon::write_lexicon({}).substr(header_size)};
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  try_bytes(bytes);
  try_bytes(with_header(bytes));
  return 0;
}

#include "aligner/glossary/language_words.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <new>
#include <utility>

#include <libstemmer.h>

#include "aligner/text/embedded_file.h"

namespace aligner::glossary {

// Defined by the build from the files of corpora; see tungse_embed in aligner/CMakeLists.txt.
extern const text::EmbeddedFile function_word_files[];
extern const std::size_t function_word_files_count;
extern const text::EmbeddedFile background_files[];
extern const std::size_t background_files_count;

namespace {

// Calls take(line) for every line of `text`.
template <typename Take>
void each_line(std::string_view text, Take take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

double number_of(std::string_view digits) {
  unsigned long value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return static_cast<double>(value);
}

constexpr std::string_view ellipsis = "…";
constexpr std::string_view curly_apostrophe = "’";

}  // namespace

struct LanguageWords::Stemmer {
  struct Delete {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
  };
  std::unique_ptr<sb_stemmer, Delete> snowball;
};

LanguageWords::LanguageWords(LanguageWords&& other) noexcept = default;
LanguageWords& LanguageWords::operator=(LanguageWords&& other) noexcept = default;
LanguageWords::~LanguageWords() = default;

LanguageWords::LanguageWords(const text::LanguageTag& language) {
  const std::string primary = language.language();
  if (sb_stemmer* stemmer = sb_stemmer_new(primary.c_str(), "UTF_8"); stemmer != nullptr) {
    stemmer_ = std::make_unique<Stemmer>();
    stemmer_->snowball.reset(stemmer);
  }
  read_function_words(text::find_embedded(function_word_files, function_word_files_count, primary + ".txt"));
  read_background(text::find_embedded(background_files, background_files_count, primary + ".tsv"));
}

std::string LanguageWords::stem(std::string_view folded) {
  if (!stemmer_) return std::string(folded);
  // Snowball knows the straight apostrophe alone: Beijing’s.
  std::string word(folded);
  if (const std::size_t at = word.find(curly_apostrophe); at != std::string::npos) {
    word.replace(at, curly_apostrophe.size(), "'");
  }
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer_->snowball.get(), bytes, static_cast<int>(word.size()));
  if (stem == nullptr) throw std::bad_alloc();
  const auto size = static_cast<std::size_t>(sb_stemmer_length(stemmer_->snowball.get()));
  return {reinterpret_cast<const char*>(stem), size};
}

double LanguageWords::background_share(std::string_view stem) const {
  const auto found = background_.find(std::string(stem));
  return found == background_.end() ? 0 : found->second / background_texts_;
}

unsigned char LanguageWords::edges(std::string_view folded) const {
  const auto found = edges_.find(std::string(folded));
  return found == edges_.end() ? 0 : found->second;
}

void LanguageWords::read_function_words(std::string_view text) {
  each_line(text, [this](std::string_view line) {
    line = line.substr(0, line.find('#'));
    while (!line.empty()) {
      std::string_view word = line.substr(0, line.find(' '));
      line.remove_prefix(std::min(word.size() + 1, line.size()));
      const bool opens = word.starts_with(ellipsis);
      const bool closes = word.ends_with(ellipsis) && word.size() > ellipsis.size();
      if (opens) word.remove_prefix(ellipsis.size());
      if (closes) word.remove_suffix(ellipsis.size());
      const bool neither = opens == closes;
      unsigned char edges = opens || closes ? 0 : not_inside;
      if (neither || closes) edges |= begins_none;
      if (neither || opens) edges |= ends_none;
      if (!word.empty()) edges_[std::string(word)] |= edges;
    }
  });
}

void LanguageWords::read_background(std::string_view text) {
  constexpr std::string_view total = "# strings: ";
  each_line(text, [this, total](std::string_view line) {
    if (line.starts_with(total)) background_texts_ = number_of(line.substr(total.size()));
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) return;
    background_[stem(line.substr(0, tab))] += number_of(line.substr(tab + 1));
  });
}

}  // namespace aligner::glossary

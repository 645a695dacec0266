#include "tests/support/toy_bitext.h"

#include <algorithm>
#include <array>
#include <random>
#include <utility>

#include "aligner/anchors/find_anchors.h"
#include "aligner/segment/segment_document.h"

namespace tungse_tests {
namespace {

using Meaning = std::size_t;  // a word's place in the dictionary
using Sentence = std::vector<Meaning>;

constexpr std::size_t dictionary_size = 80;
constexpr Meaning first_number = 1000;  // a meaning of so much and more is a number, written alike on both sides

constexpr std::array<std::string_view, 10> source_syllables = {"ba", "de", "gi", "lo", "mu",
                                                               "pa", "te", "bi", "do", "gu"};
constexpr std::array<std::string_view, 10> target_syllables = {"ша", "же", "чи", "фо", "ху",
                                                               "ца", "ще", "жи", "фу", "хо"};

std::string word_of(Meaning meaning, const std::array<std::string_view, 10>& syllables) {
  if (meaning >= first_number) return std::to_string(meaning);
  std::string word(syllables[meaning % 10]);
  word += syllables[meaning / 10];
  if (meaning % 3 != 0) word += syllables[(meaning * 7 + 3) % 10];
  return word;
}

std::string line_of(const Sentence& sentence, const std::array<std::string_view, 10>& syllables) {
  std::string line;
  for (const Meaning meaning : sentence) {
    if (!line.empty()) line += ' ';
    line += word_of(meaning, syllables);
  }
  return line + ".\n";
}

class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  Sentence sentence() {
    Sentence made;
    const std::size_t words = 5 + below(9);
    // The smaller of two draws: some words are frequent, many are rare.
    while (made.size() < words) made.push_back(std::min(below(dictionary_size), below(dictionary_size)));
    if (below(5) == 0) made.push_back(first_number + below(900));
    return made;
  }

  // Every word is kept with nine chances in ten; neighbours change places.
  Sentence translation(const Sentence& sentence) {
    Sentence made;
    for (const Meaning meaning : sentence) {
      if (below(10) != 0) made.push_back(meaning);
    }
    if (made.empty()) made = sentence;
    for (std::size_t at = 0; at + 1 < made.size(); at += 2) {
      if (below(2) == 0) std::swap(made[at], made[at + 1]);
    }
    return made;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }  // equal on every platform

  std::mt19937 random_;
};

ToyText with_anchors(aligner::text::Document document, aligner::segment::Segmentation segmentation,
                     const aligner::terms::TermList& terms) {
  ToyText text{std::move(document), std::move(segmentation), {}};
  text.anchors = aligner::anchors::find_anchors(text.document, text.segmentation, terms);
  return text;
}

aligner::text::Document make_document(std::string_view language, std::string utf8) {
  return aligner::text::Document::from_utf8(std::move(utf8), aligner::text::LanguageTag::parse(language), "toy");
}

}  // namespace

ToyText toy_text(std::string_view language, std::string lines, const aligner::terms::TermList& terms) {
  aligner::text::Document document = make_document(language, std::move(lines));
  aligner::segment::Segmentation segmentation = aligner::segment::segment_lines(document);
  return with_anchors(std::move(document), std::move(segmentation), terms);
}

ToyText toy_account(std::string_view language, std::string utf8, const aligner::terms::TermList& terms) {
  aligner::text::Document document = make_document(language, std::move(utf8));
  aligner::segment::Segmentation segmentation = aligner::segment::segment_document(document);
  return with_anchors(std::move(document), std::move(segmentation), terms);
}

ToyBitext make_toy_bitext(const ToyOptions& options) {
  Writer writer(options.seed);
  std::string source;
  std::string target;
  std::size_t source_count = 0;
  std::size_t target_count = 0;
  ToyBitext bitext;
  const auto write = [&](const std::vector<Sentence>& from, const std::vector<Sentence>& to) {
    ToyBead bead;
    for (const Sentence& sentence : from) {
      source += line_of(sentence, source_syllables);
      bead.source.push_back(source_count++);
    }
    for (const Sentence& sentence : to) {
      target += line_of(sentence, target_syllables);
      bead.target.push_back(target_count++);
    }
    if (!bead.source.empty() && !bead.target.empty() && !options.unrelated) bitext.gold.push_back(std::move(bead));
  };
  const std::size_t first_deleted = options.sentences / 2;
  for (std::size_t k = 0; k < options.sentences; ++k) {
    const Sentence one = writer.sentence();
    if (k >= first_deleted && k < first_deleted + options.deleted) {
      write({one}, {});
      continue;
    }
    Sentence translated = writer.translation(options.unrelated ? writer.sentence() : one);
    if (options.merges && k % 9 == 4) {
      const Sentence two = writer.sentence();
      const Sentence rest = writer.translation(two);
      translated.insert(translated.end(), rest.begin(), rest.end());
      write({one, two}, {translated});
    } else if (options.merges && k % 9 == 7) {
      Sentence long_one = one;
      const Sentence two = writer.sentence();
      long_one.insert(long_one.end(), two.begin(), two.end());
      write({long_one}, {translated, writer.translation(two)});
    } else {
      write({one}, {translated});
    }
  }
  bitext.source = toy_text("en", std::move(source));
  bitext.target = toy_text("ru", std::move(target));
  return bitext;
}

}  // namespace tungse_tests

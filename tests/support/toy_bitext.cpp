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

  Meaning number() { return first_number + below(900); }

  // Places 0 to count-1 in any order.
  std::vector<std::size_t> places(std::size_t count) {
    std::vector<std::size_t> all(count);
    for (std::size_t k = 0; k < count; ++k) all[k] = k;
    for (std::size_t k = count; k > 1; --k) std::swap(all[k - 1], all[below(k)]);
    return all;
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

std::string with_paragraphs(const std::string& written) {
  std::string text;
  for (const char c : written) {
    if (c == '|') {
      text += "\n\n";
    } else {
      text += c;
    }
  }
  return text;
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

ToyBitext make_toy_mixture(const ToyMixtureOptions& options) {
  Writer writer(options.seed);
  const std::size_t count = options.shared + options.strangers;
  std::vector<Sentence> source(count);
  std::vector<Sentence> target(count);
  std::vector<std::size_t> source_places = writer.places(count);
  std::vector<std::size_t> target_places = writer.places(count);
  const auto shared = static_cast<std::ptrdiff_t>(options.shared);
  std::sort(source_places.begin(), source_places.begin() + shared);
  if (options.ordered) std::sort(target_places.begin(), target_places.begin() + shared);
  ToyBitext bitext;
  for (std::size_t k = 0; k < count; ++k) {
    Sentence one = writer.sentence();
    Sentence other = k < options.shared ? writer.translation(one) : writer.sentence();
    if (k < options.shared && k % 2 == 0) {
      one.push_back(writer.number());
      other.push_back(one.back());
    }
    source[source_places[k]] = std::move(one);
    target[target_places[k]] = std::move(other);
    if (k < options.shared) bitext.gold.push_back({{source_places[k]}, {target_places[k]}});
  }
  std::string source_lines;
  std::string target_lines;
  for (const Sentence& sentence : source) source_lines += line_of(sentence, source_syllables);
  for (const Sentence& sentence : target) target_lines += line_of(sentence, target_syllables);
  bitext.source = toy_text("en", std::move(source_lines));
  bitext.target = toy_text("ru", std::move(target_lines));
  return bitext;
}

}  // namespace tungse_tests

#include "tests/support/toy_embeddings.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <map>
#include <random>

namespace tungse_tests {
namespace {

class Random {
 public:
  explicit Random(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }  // equal on every platform

  // A direction of length `length`, from sums of uniform numbers.
  Meaning direction(double length) {
    Meaning made(toy_dimension);
    double squares = 0;
    for (double& value : made) {
      for (int k = 0; k < 4; ++k) value += static_cast<double>(random_()) / 4294967296.0 - 0.5;
      squares += value * value;
    }
    for (double& value : made) value *= length / std::sqrt(squares);
    return made;
  }

  std::string line(std::string_view consonants) {
    constexpr std::string_view vowels = "aeiou";
    std::string line;
    for (std::size_t words = 4 + below(9); words > 0; --words) {
      if (!line.empty()) line += ' ';
      for (int syllable = 0; syllable < 4; ++syllable) {
        line += consonants[below(consonants.size())];
        line += vowels[below(vowels.size())];
      }
    }
    return line + ".";
  }

 private:
  std::mt19937 random_;
};

Meaning sum_of(Meaning one, const Meaning& other) {
  for (std::size_t at = 0; at < one.size(); ++at) one[at] += other[at];
  return one;
}

}  // namespace

std::string EmbeddedText::text() const {
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}

EmbeddedBitext make_embedded_bitext(const EmbeddedOptions& options) {
  Random random(options.seed);
  EmbeddedBitext bitext;
  for (std::size_t k = 0; k < options.sentences; ++k) {
    const std::size_t place = bitext.source.lines.size();
    Meaning meaning = random.direction(1);
    bitext.source.lines.push_back(random.line("bdgkl"));
    bitext.source.meanings.push_back(meaning);
    if (k % 11 == 10) continue;
    std::vector<std::size_t> group{place};
    if (k % 7 == 3) {
      bitext.source.lines.push_back(random.line("bdgkl"));
      bitext.source.meanings.push_back(random.direction(1));
      meaning = sum_of(meaning, bitext.source.meanings.back());
      group.push_back(place + 1);
    }
    bitext.gold.push_back({group, {bitext.target.lines.size()}});
    bitext.target.lines.push_back(random.line("mnprstv"));
    bitext.target.meanings.push_back(meaning);
  }
  return bitext;
}

EmbeddingBytes embed(const EmbeddedText& text, const EmbedOptions& options) {
  Random random(options.seed);
  Meaning common(toy_dimension);  // what all vectors of an encoder share
  for (std::size_t at = 0; at < 4; ++at) common[at] = 0.25;
  std::map<std::string, Meaning> vectors;  // sorted, as overlap.py leaves them
  for (std::size_t first = 0; first < text.lines.size(); ++first) {
    std::string words;
    Meaning meaning(toy_dimension);
    for (std::size_t count = 1; count <= options.longest && first + count <= text.lines.size(); ++count) {
      const std::size_t last = first + count - 1;
      words += (words.empty() ? "" : " ") + text.lines[last];
      meaning = sum_of(meaning, text.meanings[last]);
      vectors.emplace(words, sum_of(sum_of(meaning, common), random.direction(options.noise)));
    }
  }
  EmbeddingBytes files;
  for (const auto& [words, vector] : vectors) {
    files.overlaps += words + "\n";
    files.matrix += float_bytes({vector.begin(), vector.end()});
  }
  return files;
}

std::string float_bytes(const std::vector<float>& values) {
  std::string bytes;
  for (const float value : values) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    for (unsigned shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(bits >> shift & 0xFFU);
  }
  return bytes;
}

}  // namespace tungse_tests

#pragma once
// A bitext whose words tell nothing, and embeddings that tell all: made anew from a seed, the same on every machine.
//
//   const EmbeddedBitext toy = make_embedded_bitext({.sentences = 60});
//   const EmbeddingBytes files = embed(toy.source, {.longest = 4});   // what vecalign's overlap.py and an encoder give
//
// Every sentence has a meaning, a random direction; no word stands twice, and lengths are drawn for each side alone.

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace tungse_tests {

inline constexpr std::size_t toy_dimension = 32;
using Meaning = std::vector<double>;

struct EmbeddedText {
  std::vector<std::string> lines;
  std::vector<Meaning> meanings;  // by line; that of a merged line is the sum

  std::string text() const;
};

struct EmbeddedBitext {
  EmbeddedText source;
  EmbeddedText target;
  std::vector<std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> gold;  // beads with two sides
};

struct EmbeddedOptions {
  std::size_t sentences = 60;
  unsigned seed = 1858;
};

/// Every seventh sentence is translated together with the next one, and every eleventh not at all.
EmbeddedBitext make_embedded_bitext(const EmbeddedOptions& options = {});

/// The two files of a side.
struct EmbeddingBytes {
  std::string overlaps;
  std::string matrix;
};

struct EmbedOptions {
  std::size_t longest = 4;  // segments of a group that still has a line
  double noise = 0.6;       // of the length of a meaning
  unsigned seed = 1;
};

EmbeddingBytes embed(const EmbeddedText& text, const EmbedOptions& options = {});

/// float32, little-endian.
std::string float_bytes(const std::vector<float>& values);

}  // namespace tungse_tests

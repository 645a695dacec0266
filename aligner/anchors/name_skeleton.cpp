#include "aligner/anchors/name_skeleton.h"

#include <array>
#include <cstddef>

namespace aligner::anchors {
namespace {

// '\0' for vowels and what is no letter.
constexpr char consonant_class(char letter) {
  switch (letter) {
    case 'c':
    case 'g':
    case 'h':
    case 'j':
    case 'k':
    case 'q':
    case 's':
    case 'x':
    case 'z':
      return 'k';
    case 'b':
    case 'f':
    case 'v':
    case 'w':
      return 'v';
    case 'd':
    case 't':
      return 't';
    case 'l':
    case 'm':
    case 'n':
    case 'p':
    case 'r':
      return letter;
    default:
      return '\0';
  }
}

using Kinds = std::array<std::uint32_t, 256>;  // by byte

constexpr Kinds make_kinds() {
  Kinds kinds{};
  for (std::size_t byte = 0; byte < kinds.size(); ++byte) {
    const char kind = consonant_class(static_cast<char>(byte));
    if (kind != '\0') kinds[byte] = 1U << static_cast<unsigned>(kind - 'a');
  }
  return kinds;
}

constexpr Kinds kinds_of_bytes = make_kinds();

}  // namespace

std::string skeleton(std::string_view word) {
  std::string consonants;
  char before = '\0';
  for (std::size_t at = 0; at < word.size(); ++at) {
    const char here = at == 0 && word[at] == 'j' ? '\0' : consonant_class(word[at]);
    if (here != '\0' && here != before) consonants += here;
    before = here;
  }
  return consonants.empty() ? std::string(word) : consonants;
}

std::uint32_t consonant_kinds(std::string_view word) {
  if (word.starts_with('j')) word.remove_prefix(1);
  std::uint32_t kinds = 0;
  for (const char letter : word) kinds |= kinds_of_bytes[static_cast<unsigned char>(letter)];
  return kinds;
}

}  // namespace aligner::anchors

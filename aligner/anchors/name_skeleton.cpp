#include "aligner/anchors/name_skeleton.h"

namespace aligner::anchors {
namespace {

// '\0' for vowels and what is no letter.
char consonant_class(char letter) {
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

}  // namespace aligner::anchors

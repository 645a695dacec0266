#include "aligner/text/manchu.h"

#include <cstdint>
#include <memory>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "aligner/error.h"

namespace aligner::text {
namespace {

// Letters are named by their code points: fonts join them, and two that look alike are told apart by number only.
// Sibe and Mongolian look-alikes stand beside the Manchu letter they are typed for.
constexpr const char* to_latin_rules = R"(
[\u180B-\u180D \u180F \u180A \u1807 \u200C \u200D] > ;
\u202F > ' ' ;
\u1820 > a ;
[\u185D \u1821] > e ;
[\u1873 \u185E \u1822] > i ;
\u1823 > o ;
[\u1860 \u1824 \u1826] > u ;
\u1861 > ū ;
\u185F > y ;
\u1828 > n ;
[\u1829 \u1862] > ng ;
[\u1874 \u1863 \u182C] > k ;
[\u1864 \u182D] > g ;
\u1865 > h ;
\u182A > b ;
[\u1866 \u182B] > p ;
\u1830 > s ;
[\u1867 \u1831] > š ;
[\u1868 \u1832] > t ;
[\u1869 \u1833] > d ;
\u182F > l ;
\u182E > m ;
\u1834 > c ;
[\u1835 \u186A] > j ;
\u1836 > y ;
[\u1875 \u1837] > r ;
[\u1876 \u186B \u1839] > f ;
\u1838 > w ;
\u183A > k\' ;
\u186C > g\' ;
\u186D > h\' ;
\u186E > ts ;
\u186F > dz ;
\u1870 > ž ;
\u1871 [\u1873 \u185E] > c\'y ;
\u1871 > c\' ;
[\u1877 \u1872] [\u1873 \u185E] > jy ;
[\u1877 \u1872] > j ;
[\u1808 \u1802] > ',' ;
[\u1809 \u1803] > '.' ;
)";

constexpr const char* to_manchu_rules = R"(
:: [A-Za-zŠšŽžŪū] Lower ;
[\u2019 \u2018 \u02BC \u1FFE \u1FBF] > \' ;
:: Null ;
k\' > \u183A ;
g\' > \u186C ;
h\' > \u186D ;
n\' } g > \u1828 ;
ng > \u1829 ;
c\' [yi] > \u1871\u1873 ;
tsy > \u186E\u185F ;
dzy > \u186F\u185F ;
sy > \u1830\u185F ;
ts\' > \u186E ;
ts > \u186E ;
dz > \u186F ;
jy } [^aeiouū] > \u1877\u1873 ;
uu > \u1861 ;
a > \u1820 ;
e > \u185D ;
i > \u1873 ;
o > \u1823 ;
u > \u1860 ;
ū > \u1861 ;
n > \u1828 ;
k > \u1874 ;
g > \u1864 ;
h > \u1865 ;
b > \u182A ;
p > \u1866 ;
s > \u1830 ;
š > \u1867 ;
t > \u1868 ;
d > \u1869 ;
l > \u182F ;
m > \u182E ;
c > \u1834 ;
j > \u1835 ;
y > \u1836 ;
r > \u1875 ;
f > \u1876 ;
w > \u1838 ;
ž > \u1870 ;
',' > \u1808 ;
'.' > \u1809 ;
)";

std::unique_ptr<icu::Transliterator> make_rules(const char* name, const char* rules) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place;
  std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createFromRules(
      icu::UnicodeString::fromUTF8(name), icu::UnicodeString::fromUTF8(rules), UTRANS_FORWARD, place, status));
  if (U_FAILURE(status) != 0 || made == nullptr) {
    throw Error(std::string("ICU refuses the Manchu rules (createFromRules: ") + u_errorName(status) +
                "); check that its data files are installed");
  }
  return made;
}

// Where the next piece ends: behind the last space in it, inside a word only where the word is longer than a piece. ICU
// moves all that follows whenever a letter becomes two, so that long texts would take quadratic time in one piece.
std::size_t end_of_piece(std::string_view utf8, std::size_t begin) {
  constexpr std::size_t longest_piece = 4096;  // bytes
  if (utf8.size() - begin <= longest_piece) return utf8.size();
  const std::size_t space = utf8.substr(begin, longest_piece).find_last_of(" \n");
  if (space != std::string_view::npos) return begin + space + 1;
  std::size_t end = begin + longest_piece;
  while (end > begin + 1 && (static_cast<unsigned char>(utf8[end]) & 0xC0U) == 0x80U) --end;
  return end;
}

// A transliterator is locked by nothing while it works on rules of its own, but each call gets a clone all the same:
// ICU promises thread safety for different objects only.
std::string transliterate(const icu::Transliterator& rules, std::string_view utf8) {
  const std::unique_ptr<icu::Transliterator> own(rules.clone());
  std::string result;
  for (std::size_t begin = 0; begin < utf8.size();) {
    const std::size_t end = end_of_piece(utf8, begin);
    icu::UnicodeString piece =
        icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data() + begin, static_cast<std::int32_t>(end - begin)));
    own->transliterate(piece);
    piece.toUTF8String(result);
    begin = end;
  }
  return result;
}

}  // namespace

bool has_manchu_letters(std::string_view utf8) {
  // U+1800-U+18AF are E1 A0 80 to E1 A2 AF; letters begin at U+1820.
  for (std::size_t at = 0; at + 2 < utf8.size(); ++at) {
    if (static_cast<unsigned char>(utf8[at]) != 0xE1) continue;
    const auto second = static_cast<unsigned char>(utf8[at + 1]);
    const auto third = static_cast<unsigned char>(utf8[at + 2]);
    const bool letter = (second == 0xA0 && third >= 0xA0) || second == 0xA1 || (second == 0xA2 && third < 0xAB);
    if (letter) return true;
  }
  return false;
}

std::string manchu_to_latin(std::string_view utf8) {
  static const std::unique_ptr<icu::Transliterator> rules = make_rules("Manchu-Latin/Mollendorff", to_latin_rules);
  return transliterate(*rules, utf8);
}

std::string latin_to_manchu(std::string_view utf8) {
  static const std::unique_ptr<icu::Transliterator> rules = make_rules("Latin-Manchu/Mollendorff", to_manchu_rules);
  return transliterate(*rules, utf8);
}

}  // namespace aligner::text

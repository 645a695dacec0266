// Whatever the text, Manchu script in Latin and Latin in Manchu script are well-formed; what is in Latin stays as it
// is; and after one way there and back every further one changes nothing.

#include "aligner/text/manchu.h"

#include "tests/fuzz/anchored_input.h"
#include "tests/fuzz/fuzz_main.h"

using aligner::text::latin_to_manchu;
using aligner::text::manchu_to_latin;
using tungse_fuzz::require;

namespace {

std::string without_apostrophes(std::string text) {
  std::erase(text, '\'');
  return text;
}

}  // namespace

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {
      "ᠮᠠᠨᠵᡠ ᡥᡝᡵᡤᡝᠨ᠈ ᡨᠣᠩᡴᡳ ᡶᡠᡴᠠ ᠠᡴᡡ ᡥᡝᡵᡤᡝᠨ᠉ ᠰᠠᡥᠠᠯᡳᠶᠠᠨ ᡠᠯᠠ",
      "ᠠᡳ᠌ᡥᡡᠨ ᡥᠣᡨᠣᠨ ᠠᡢᡤᠠ ᡥᠠᡩ᠋ᠠ ᠮᠠᠨ᠋ᠵᡠ",
      "ᠨᡳᠨᡤᡤᡠᡨᠠ ᠪᡝᡤᡳᠨᡤ ᠸᡝᠨᡯᡠᠩ ᡱᡳ ᡷᡳ ᠰᡟ ᡮᡟ ᡰ",
      "manju hergen, tongki fuka akū hergen. Sahaliyan Ula, aihūn hoton, tulergi golo be dasara jurgan",
      "manju-i gurun, nikolayefic'i, k'a g'o h'a ts'a dz ž sy tsy jy c'y, cingiri dungun, ningguta, wendzung, uu",
      "ᠮᠠᠨᠵᡠ\u202fᡳ gubci ᡝᠯᡤᡳᠶᡝᠩᡤᡝ 1858 瑷珲 Айгунь ᠠ᠊ᠨ\u200d\u200cᡞ ᡢ ᡣ ᡪ ᠷ ᡲ ᠡ ᠢ ᠤ ᠦ ᠬ ᠭ ᠲ ᠳ ᠱ",
  };
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = tungse_fuzz::well_formed({reinterpret_cast<const char*>(data), size});
  const std::string latin = manchu_to_latin(text);
  const std::string manchu = latin_to_manchu(text);
  require(tungse_fuzz::is_well_formed(latin) && tungse_fuzz::is_well_formed(manchu));
  require(manchu_to_latin(latin) == latin);
  const std::string once = manchu_to_latin(latin_to_manchu(latin));
  require(without_apostrophes(manchu_to_latin(latin_to_manchu(once))) == without_apostrophes(once));
  return 0;
}

// Whatever the text, its names have a key and a spelling, hold well-formed text only, and each matches itself. The
// first byte chooses the language.

#include <algorithm>
#include <string>

#include "aligner/anchors/match_anchors.h"

#include "tests/fuzz/anchored_input.h"
#include "tests/fuzz/fuzz_main.h"

using aligner::anchors::Anchor;
using aligner::anchors::Name;
using tungse_fuzz::is_well_formed;
using tungse_fuzz::require;
using tungse_fuzz::seed;

namespace {

void check(const Name& name) {
  require(!name.key.empty() && !name.spelling.empty());
  for (const std::string* text : {&name.key, &name.spelling, &name.title, &name.entity}) require(is_well_formed(*text));
  require(std::is_sorted(name.cldr.begin(), name.cldr.end()));
}

}  // namespace

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {
      seed(0, "Bá tước Nikolai Nikolaevich Muravyov-Amursky và V. F. Nevelskoy tới Thiên Tân. Ông Dịch Sơn ký."),
      seed(0,
           "Xanh Pê-téc-bua, Mát-xcơ-va, Matxcơva, Pa-ri, Ia-cut; Nga, Trung Quốc, Bắc Kinh, Cáp Nhĩ Tân, Hắc Long "
           "Giang"),
      seed(
          1,
          "Count N. N. Muravyov, Muraviev and Muravyev met Yi Shan (Yishan) at Aigun (Aygun). St. Petersburg said so."),
      seed(1,
           "Nicholas I of Russia; Prince Gong; Lord Elgin; Ivan the Terrible; O'Brien; van der Berg; McDonald; de la "
           "Tour"),
      seed(1,
           "Peking, Beijing, Pei-ching, Tientsin, Tianjin, Kirin, Heilungkiang, I-hsin, Hsien-fêng, Kung Ch'in-wang"),
      seed(2, "граф Н. Н. Муравьёв-Амурский, Муравьева, Муравьёвым; Е. В. Путятин; Невельского; Санкт-Петербург, СПб."),
      seed(2, "Тяньцзинь, Хэйлунцзян, Айгунь, Пекин, Гирин; Николай I; князь Гун; Ишань; Кяхта; Фёдор и Федор; США"),
      seed(3, "穆拉维约夫和奕山在瑷珲，黑龍江將軍；天津，北京，吉林；俄罗斯（Russia）；Muravyov"),
      seed(4, "nikolai murafiyofu, i šan, aihūn hoton, sahaliyan ula, girin ula; Nikolai Muravyov"),
      seed(4,
           "ᠠᡳ᠌ᡥᡡᠨ ᡥᠣᡨᠣᠨ᠈ ᠰᠠᡥᠠᠯᡳᠶᠠᠨ ᡠᠯᠠ᠈ ᠣᡵᠣᠰ᠈ "
           "ᡩᡠᠯᡳᠮᠪᠠᡳ "
           "ᡤᡠᡵᡠᠨ"),
  };
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto input = tungse_fuzz::read_anchored(data, size);
  if (!input) return 0;
  for (const Anchor& anchor : input->anchors) {
    const Name* name = std::get_if<Name>(&anchor.value);
    if (name == nullptr) continue;
    check(*name);
    require(aligner::anchors::match_anchors(anchor, anchor, tungse_fuzz::few_terms()).has_value());
  }
  return 0;
}

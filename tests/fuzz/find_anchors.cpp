// Whatever the text, its anchors stand in order inside their segments, do not overlap where they are of one kind, and
// say what they are. The first byte chooses the language.

#include "aligner/anchors/find_anchors.h"

#include "tests/fuzz/anchored_input.h"
#include "tests/fuzz/fuzz_main.h"

using aligner::anchors::Anchor;
using aligner::anchors::AnchorKind;
using tungse_fuzz::require;
using tungse_fuzz::seed;

namespace {

void check(const Anchor& anchor, const tungse_fuzz::AnchoredInput& input) {
  require(anchor.segment < input.segmentation.size() && !anchor.span.empty());
  require(input.segmentation.segments[anchor.segment].span.contains(anchor.span));
  require(tungse_fuzz::is_well_formed(input.document.slice(anchor.span)));
}

// Dates, numbers and names do not overlap; concepts may lie inside them.
void check_order(const Anchor& before, const Anchor& anchor) {
  require(before.segment < anchor.segment || (before.segment == anchor.segment && before.span <= anchor.span));
  const bool terms = before.kind() == AnchorKind::term || anchor.kind() == AnchorKind::term;
  require(terms || !before.span.overlaps(anchor.span));
}

}  // namespace

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {
      seed(0, "Ngày 16 tháng 5 năm 1858, Nikolai Muravyov ký Điều 1; 600.000 km², giữa những năm 1850.quan"),
      seed(1, "Signed on May 28, 1858 (16 May O.S.), from 1850 to 1864; sixty-four villages of Nicholas I"),
      seed(2, "16 (28) мая 1858 г. граф Н. Н. Муравьёв; в 1850-х гг., с 1850 по 1864 год, 250 тыс. рублей, XIX век"),
      seed(3, "一八五八年五月二十八日，19世纪，1858-05-28, 1,234.5，咸豐八年四月十六日黑龍江"),
      seed(4, "gubci elgiyengge i jakūci aniya, duin biyai juwan ninggun de ᠰᠠᡥᠠᠯᡳᠶᠠᠨ ᡠᠯᠠ᠈ ᠵᡠᠸᠠᠨ ᠨᡳᠩᡤᡠᠨ"),
      seed(0,
           "từ 5 đến 7 nghìn dặm Nga, hai ba nghìn, triệu rưỡi, hai phần ba, hàng chục nghìn km, Điều 1, 2 và 3, năm "
           "km"),
      seed(1,
           "from 10 to 12 thousand versts, two and a half miles, 1 1/2, ½, tens of thousands of taels, Articles 5–7, "
           "10:30"),
      seed(2,
           "от 10 до 12 тыс. вёрст, полтора миллиона, две трети, десятки тысяч, статья первая, 20-тысячный, Пётр "
           "Первый"),
      seed(3, "六十万平方公里，三分之二，五六千人，數千，第三条，尼古拉一世，三里半，百余里，[12]"),
  };
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto input = tungse_fuzz::read_anchored(data, size);
  if (!input) return 0;
  for (std::size_t i = 0; i < input->anchors.size(); ++i) {
    check(input->anchors[i], *input);
    if (i > 0) check_order(input->anchors[i - 1], input->anchors[i]);
  }
  return 0;
}

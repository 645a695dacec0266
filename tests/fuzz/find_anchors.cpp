// Whatever the text, its anchors stand in order inside their segments, do not overlap where they are of one kind, and
// hold dates that begin no later than they end. The first byte chooses the language.

#include "aligner/anchors/find_anchors.h"

#include <array>
#include <cstdlib>

#include "aligner/anchors/match_anchors.h"
#include "aligner/error.h"
#include "aligner/segment/segment_document.h"
#include "aligner/text/document.h"

#include "tests/fuzz/fuzz_main.h"

using aligner::anchors::Anchor;
using aligner::anchors::AnchorKind;

namespace {

constexpr std::array<const char*, 4> languages = {"vi", "en", "ru", "zh"};

// A finder is made for each input: a long list would take most of the time.
const aligner::terms::TermList& few_terms() {
  static const aligner::terms::TermList list = aligner::terms::parse_terms(
      "en\tvi\tru\nAmur\tAmur|Hắc Long Giang\tАмур\nMuravyov\tMuravyov\tМуравьёв\n", "few terms");
  return list;
}

void check(const Anchor& anchor, const aligner::segment::Segmentation& segmentation) {
  const bool in_segment = anchor.segment < segmentation.size() && !anchor.span.empty() &&
                          segmentation.segments[anchor.segment].span.contains(anchor.span);
  if (!in_segment) std::abort();
  const auto* date = std::get_if<aligner::anchors::Date>(&anchor.value);
  if (date != nullptr && (date->latest < date->earliest || to_string(*date).empty())) std::abort();
}

void check_order(const Anchor& before, const Anchor& anchor) {
  const bool in_order =
      before.segment < anchor.segment || (before.segment == anchor.segment && before.span <= anchor.span);
  const bool terms = before.kind() == AnchorKind::term || anchor.kind() == AnchorKind::term;
  if (!in_order || (!terms && before.span.overlaps(anchor.span))) std::abort();
}

}  // namespace

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {
      "0Ngày 16 tháng 5 năm 1858, Nikolai Muravyov ký Điều 1; 600.000 km², giữa những năm 1850.quan",
      "1Signed on May 28, 1858 (16 May O.S.), from 1850 to 1864; sixty-four villages of Nicholas I in the 19th century",
      "216 (28) мая 1858 г. граф Н. Н. Муравьёв; в 1850-х гг., с 1850 по 1864 год, 250 тыс. рублей, XIX век",
      "3一八五八年五月二十八日，19世纪，1858-05-28, 1,234.5",
      "0từ 5 đến 7 nghìn dặm Nga, hai ba nghìn, triệu rưỡi, hai phần ba, hàng chục nghìn km, Điều 1, 2 và 3, năm km",
      "1from 10 to 12 thousand versts, two and a half miles, 1 1/2, ½, tens of thousands of taels, Articles 5–7, 10:30",
      "2от 10 до 12 тыс. вёрст, полтора миллиона, две трети, десятки тысяч, статья первая, 20-тысячный, Пётр Первый",
      "3六十万平方公里，三分之二，五六千人，數千，第三条，尼古拉一世，三里半，百余里，[12]",
  };
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto language = aligner::text::LanguageTag::parse(languages[data[0] % languages.size()]);
  aligner::text::Document document;
  try {
    document = aligner::text::Document::from_utf8(std::string(data + 1, data + size), language, "input");
  } catch (const aligner::Error&) {
    return 0;  // not UTF-8
  }
  const aligner::segment::Segmentation segmentation = aligner::segment::segment_lines(document);
  const std::vector<Anchor> anchors = aligner::anchors::find_anchors(document, segmentation, few_terms());
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    check(anchors[i], segmentation);
    if (i == 0) continue;
    check_order(anchors[i - 1], anchors[i]);
    const auto match = aligner::anchors::match_anchors(anchors[i - 1], anchors[i], few_terms());
    if (match && !(match->score >= 0 && match->score <= 1)) std::abort();
  }
  return 0;
}

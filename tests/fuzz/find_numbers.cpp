// Whatever the text, its numbers are decimals in normal form, say what they are, and equal themselves but where they
// only count lines and notes. The first byte chooses the language.

#include "aligner/anchors/match_anchors.h"
#include "aligner/anchors/number.h"

#include "tests/fuzz/anchored_input.h"
#include "tests/fuzz/fuzz_main.h"

using aligner::anchors::Anchor;
using aligner::anchors::Decimal;
using aligner::anchors::Number;
using aligner::anchors::NumberRole;
using tungse_fuzz::require;
using tungse_fuzz::seed;

namespace {

void check(const Decimal& decimal) {
  require(decimal.scale >= 0 && decimal.scale <= 9);
  require(decimal.normalised() == decimal);
}

void check(const Number& number) {
  check(number.value);
  if (number.alternative) check(*number.alternative);
  if (number.upper) check(*number.upper);
  require(number.denominator >= 1);
  require(!to_string(number).empty() && tungse_fuzz::is_well_formed(to_string(number)));
  require(is_same_number(number, number) && aligner::anchors::are_same_unit(number.unit, number.unit));
}

void check_against_itself(const Anchor& anchor, const Number& number) {
  const bool proves_nothing = number.role == NumberRole::list_marker || number.role == NumberRole::footnote;
  const auto match = aligner::anchors::match_anchors(anchor, anchor, tungse_fuzz::few_terms());
  require(match.has_value() != proves_nothing);
}

}  // namespace

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {
      seed(0, "600.000 km²; 1,5 triệu; 4.200; 1.234.567,8; 250 nghìn rúp; 6 vạn; 10-12 nghìn người; 30 %; 5 phần trăm"),
      seed(
          0,
          "mười hai, mười lăm, hai mươi mốt, hai mươi tư, một trăm linh năm, ba phẩy năm, triệu rưỡi, hai tỷ, hai mốt"),
      seed(0,
           "một nghìn tám trăm năm mươi tám; năm năm; không có; vài nghìn, hàng chục, mấy trăm; một nửa; hai phần ba"),
      seed(0,
           "thứ nhất, thứ nhì, lần thứ ba, Điều 1, chương II, Nicholas I, 1. mở đầu [12]; 500 dặm, 20 lạng, hai nước"),
      seed(1, "600,000 km2, 600 000, 1.5 million, 4,200 or 4.200, 1,234,567.8, £5, 30%, 2/3, 3 1/2, 10-12 thousand"),
      seed(
          1,
          "twenty-one, twenty one, one hundred and five, eighteen hundred, a dozen, half a million, sixty-fourth, 2nd"),
      seed(1, "tens of thousands, hundreds, several dozen; Article 1, Chapter II, Nicholas I, No. 5, 1. First [3] (4)"),
      seed(1,
           "600 li, 3,937 versts, 20 taels, 15 rubles, two thirds, three quarters, one and a half, "
           "99999999999999999999"),
      seed(
          2,
          "600 000 км², 600 тыс., 1,5 млн рублей, 2 млрд, 4.200, 10–12 тысяч, 30 %, 2/3, полтора миллиона, оба, треть"),
      seed(2,
           "двенадцати, двенадцатью, двух тысяч, шестисот тысяч, двадцать одна, сорока, четырёх, девятнадцатого, 2-й"),
      seed(2,
           "тысяча восемьсот пятьдесят восемь; несколько тысяч, десятки тысяч; статья 1, глава II, Николай I, 1) [2]"),
      seed(2, "3937 вёрст, 500 верст, сажень, десять лян, пять пудов, двадцать первого, миллиард, ноль, -5, №5"),
      seed(3,
           "十二，六十万，一千八百五十八，三分之二，百分之三十，第一条，二〇〇八，六百里，数千人，1."
           "5万，两百，十几个，1,234.5"),
      seed(4,
           "emu juwe ilan duin sunja ninggun nadan jakūn uyun juwan; tofohon, juwan ninggun, orin, gūsin, dehi, susai"),
      seed(4,
           "emu minggan jakūn tanggū nadanju ninggun; juwan tumen; ninggun tanggū ba; emuci, jai, ilaci, tofohoci; "
           "terbun"),
      seed(4, "ᡝᠮᡠ ᠮᡳᠩᡤᠠᠨ ᠵᠠᡴᡡᠨ ᡨᠠᠩᡤᡡ ᠨᠠᡩᠠᠨᠵᡠ ᠨᡳᠩᡤᡠᠨ᠈ ᡨᡠᠮᡝᠨ ᡨᡠᠮᡝᠨ᠈ ᠣᡵᡳᠨ ᠪᠠ᠉ ᠨᡳᠨᡤᡤᡠᠨ ᡨᠠᠩᡤᡡ"),
  };
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto input = tungse_fuzz::read_anchored(data, size);
  if (!input) return 0;
  for (const Anchor& anchor : input->anchors) {
    const Number* number = std::get_if<Number>(&anchor.value);
    if (number == nullptr) continue;
    check(*number);
    check_against_itself(anchor, *number);
  }
  return 0;
}

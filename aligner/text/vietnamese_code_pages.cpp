#include "aligner/text/vietnamese_code_pages.h"

#include <string_view>

namespace aligner::text {
namespace {

// Bytes 0x80 to 0xFF, sixteen to a line.
constexpr std::u16string_view viscii_upper_half =
    u"ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"
    u"ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
    u"Õắằặấầẩậẽẹếềểễệố"
    u"ồổỗỠƠộờởịỰỨỪỬơớƯ"
    u"ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"
    u"ĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    u"àáâãảăữẫèéêẻìíĩỉ"
    u"đựòóôõỏọụùúũủýợỮ";

constexpr std::u16string_view tcvn_upper_half =
    u"ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ"
    u"ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
    u"\u00A0ĂÂÊÔƠƯĐăâêôơưđẰ"
    u"\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
    u"ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
    u"éẹềểễếệìỉỄẾỒĩíịò"
    u"Ổỏõóọồổỗốộờởỡớợù"
    u"ỖủũúụừửữứựỳỷỹýỵỐ";

static_assert(viscii_upper_half.size() == 128 && tcvn_upper_half.size() == 128);

}  // namespace

char32_t viscii_letter(unsigned char byte) {
  if (byte >= 0x80) return viscii_upper_half[byte - 0x80U];
  // Six capitals did not fit into the upper half and took the places of control characters that text does not use.
  switch (byte) {
    case 0x02:
      return U'Ẳ';
    case 0x05:
      return U'Ẵ';
    case 0x06:
      return U'Ẫ';
    case 0x14:
      return U'Ỷ';
    case 0x19:
      return U'Ỹ';
    case 0x1E:
      return U'Ỵ';
    default:
      return byte;
  }
}

char32_t tcvn_letter(unsigned char byte) {
  if (byte >= 0x80) return tcvn_upper_half[byte - 0x80U];
  constexpr std::u16string_view from_0x01 = u"ÚỤ\u0003ỪỬỮ";
  if (byte >= 0x01 && byte < 0x01 + from_0x01.size()) return from_0x01[byte - 0x01U];
  constexpr std::u16string_view from_0x11 = u"ỨỰỲỶỸÝỴ";
  if (byte >= 0x11 && byte < 0x11 + from_0x11.size()) return from_0x11[byte - 0x11U];
  return byte;
}

}  // namespace aligner::text

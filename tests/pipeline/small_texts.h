#pragma once
// Two small texts that translate each other, sentence by sentence.

#include <string_view>

namespace pipeline_tests {

inline constexpr std::string_view english =
    "The Treaty of Aigun was signed on May 28, 1858. Muravyov signed for Russia, and Yishan signed for the Qing "
    "dynasty. "
    "The land between the Amur and the mountains became Russian. In 1860 the Convention of Peking confirmed the "
    "border. "
    "Russia received more than 600,000 square kilometres.\n";

inline constexpr std::string_view vietnamese =
    "Hiệp ước Ái Hồn được ký ngày 28 tháng 5 năm 1858. Muravyov ký thay mặt nước Nga, còn Dịch Sơn ký thay mặt nhà "
    "Thanh. Vùng đất nằm giữa sông Amur và dãy núi trở thành đất Nga. Năm 1860, Điều ước Bắc Kinh xác nhận đường biên "
    "giới ấy. Nước Nga nhận được hơn 600.000 kilômét vuông.\n";

}  // namespace pipeline_tests

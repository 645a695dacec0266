// Vietnamese words of dates, numbers and names. Syllables are words here: "thế kỷ" is read by the second one, "thế".

#include "aligner/anchors/eras.h"
#include "aligner/anchors/vocabulary.h"

namespace aligner::anchors {
namespace {

using namespace sense;

void add_time_words(Vocabulary& words) {
  words.add("ngày hôm", day_word);
  words.add("tháng", month_word);
  words.add("năm", year_word | unit_digit, 5);
  words.add("thế", century_word);
  words.add("thập", decade_word);
  words.add("giêng", month_name, 1);
  words.add("chạp", month_name, 12);
  words.add("xuân", season, 1);
  words.add("hè hạ", season, 2);
  words.add("thu", season, 3);
  words.add("đông", season, 4);
  words.add("đầu", part, static_cast<int>(Part::early));
  words.add("giữa", part, static_cast<int>(Part::mid));
  words.add("cuối", part, static_cast<int>(Part::late));
  words.add("nửa", part | half);
  words.add("trước", opening, static_cast<int>(Opening::before));
  words.add("sau", opening, static_cast<int>(Opening::after));
  words.add("kể", opening, static_cast<int>(Opening::since));
  words.add("cho", opening, static_cast<int>(Opening::until));
  words.add("từ", range_start);
  words.add("đến tới", date_link);
  words.add("vào trong", time_preposition);
  words.add("khoảng chừng", circa);
  words.add("phần", part_word);  // "phần tư cuối thế kỷ 19"
  add_era_words(words, Language::vi);
}

void add_numbers(Vocabulary& words) {
  words.add("một mốt", unit_digit, 1);
  words.add("hai", unit_digit, 2);
  words.add("ba", unit_digit, 3);
  words.add("bốn tư", unit_digit, 4);
  words.add("lăm nhăm", unit_digit, 5);
  words.add("sáu", unit_digit, 6);
  words.add("bảy bẩy", unit_digit, 7);
  words.add("tám", unit_digit, 8);
  words.add("chín", unit_digit, 9);
  words.add("mười", teen, 10);
  words.add("mươi", tens, 10);
  words.add("chục", tens, 10);
  words.add("trăm", hundred_word);
  words.add("nghìn ngàn", magnitude, 3);
  words.add("vạn", magnitude, 4);
  words.add("triệu", magnitude, 6);
  words.add("tỷ tỉ", magnitude, 9);
  words.add("vài mấy hàng nhiều dăm", vague);
  words.add("nhất nhì", ordinal);
  words.add("thứ đệ đầu không", number_word);
}

void add_labels_and_names(Vocabulary& words) {
  words.add("điều", label, static_cast<int>(Label::article));
  words.add("chương", label, static_cast<int>(Label::chapter));
  words.add("mục", label, static_cast<int>(Label::section));
  words.add("khoản", label, static_cast<int>(Label::paragraph));
  words.add("điểm", label, static_cast<int>(Label::point));
  words.add("trang", label, static_cast<int>(Label::page));
  words.add("số", label, static_cast<int>(Label::number));
  words.add("quyển tập", label, static_cast<int>(Label::volume));
  words.add("phần", label, static_cast<int>(Label::part));
  words.add(
      "nicholas nikolai alexander aleksandr peter pyotr pavel paul ivan catherine ekaterina elizabeth napoléon "
      "napoleon louis henri charles william wilhelm george frederick philip",
      monarch);
  words.add(
      "vào ngày tháng năm sau trước trong khi theo tuy nhưng do vì để với ở tại từ đến các những một này "
      "đó ông bà cô anh chị họ việc sự cuộc bản kết nhờ ngoài ngay cũng đã đang sẽ không chỉ có cả mỗi mọi "
      "và hay hoặc nếu bởi đối về trên dưới giữa đầu cuối cho vậy như cùng bên phía cần điều đây đồng mặc thay "
      "trở thứ lúc nhiều vài dù chính riêng hơn thế ý áo",
      function_word);
  words.add(
      "hiệp đế chiến bộ hội ủy điều công toàn tổng thống hoàng bá sa thái đại nhà triều vương cách kỷ liên quân tỉnh "
      "sông biển đảo bán vịnh núi thành đặc huân thượng bưu thủ quý hãn cuộc lãnh thỏa tượng quê trung đô tướng "
      "nữ hầu nam tử",
      class_word);
}

}  // namespace

Vocabulary make_vietnamese_vocabulary() {
  Vocabulary words;
  add_time_words(words);
  add_numbers(words);
  add_labels_and_names(words);
  return words;
}

}  // namespace aligner::anchors

#include "tests/text/notation.h"

#include <map>
#include <stdexcept>

#include <unicode/unistr.h>

#include "tests/support/case_file.h"

namespace tungse_tests {
namespace {

int hex_value(char digit) { return digit <= '9' ? digit - '0' : digit - 'A' + 10; }

}  // namespace

std::string from_hex(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    if (digits[i] == ' ') ++i;
    bytes += static_cast<char>(hex_value(digits[i]) * 16 + hex_value(digits[i + 1]));
  }
  return bytes;
}

std::string encode_vietnamese(const std::string& utf8, const std::string& encoding) {
  const std::size_t column = encoding == "VISCII" ? 1 : encoding == "TCVN5712-1" ? 2 : 3;
  std::map<std::string, std::string> bytes_of;
  for (const Case& letter : read_cases(std::string(TUNGSE_CASES) + "/vietnamese_letters.tsv")) {
    bytes_of[letter.fields.at(0)] = from_hex(letter.fields.at(column));
  }
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[at]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
    const std::string letter = utf8.substr(at, size);
    out += size == 1 ? letter : bytes_of.at(letter);
    at += size;
  }
  return out;
}

std::string encode_with_icu(const std::string& utf8, const std::string& encoding) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  std::string out(utf8.size() * 4 + 16, '\0');
  const int32_t size = text.extract(0, text.length(), out.data(), static_cast<uint32_t>(out.size()), encoding.c_str());
  if (size <= 0) throw std::runtime_error("cannot write " + encoding);
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::string vietnamese_account() {
  return "Ngày 16 tháng 5 năm 1858, hai bên đã ký kết hiệp ước tại thành Ái Hồn bên bờ sông Hắc Long.\n"
         "Theo văn bản, tả ngạn con sông thuộc về nước Nga, còn hữu ngạn cho đến cửa sông Ô Tô Lý vẫn thuộc nhà "
         "Thanh.\n"
         "Vùng đất từ sông ấy ra đến biển được để lại cho hai nước cùng quản lý, vì đường biên giới chưa được vạch "
         "rõ.\n";
}

std::string russian_account() {
  return "Договор был подписан в городе Айгунь на правом берегу Амура шестнадцатого мая.\n"
         "По его тексту левый берег реки отходил к России, а правый до устья Уссури оставался за Китаем.\n"
         "Земли от этой реки до моря остались в общем владении, потому что граница ещё не была проведена.\n";
}

std::string german_account() {
  return "Der Vertrag wurde in der Stadt am rechten Ufer geschlossen, über die der General später häufig schrieb.\n"
         "Für die Länder bis zum Meer fand man keine Lösung; sie blieben gemäß dem Wortlaut gemeinsamer Besitz.\n"
         "Die Schifffahrt auf den drei Flüssen stand künftig nur noch Schiffen der beiden Mächte offen.\n";
}

}  // namespace tungse_tests

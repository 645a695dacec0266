#pragma once
// Reads catalogues of GNU gettext (.mo), which many packages translate names with.
//
//   for (const Message& message : read_mo_file("/usr/share/locale/ru/LC_MESSAGES/iso_3166-1.mo")) ...
//   // {"Viet Nam", "Вьетнам"}

#include <string>
#include <vector>

namespace tungse_tests {

struct Message {
  std::string id;           // in English, without its context
  std::string translation;  // UTF-8, as all catalogues of today are
};

/// All messages but the header, in the catalogue's order. Empty where there is no such file. Throws std::runtime_error
/// where it is none.
std::vector<Message> read_mo_file(const std::string& path);

}  // namespace tungse_tests

#pragma once
// How the tests of this room write texts down: letters as the bytes of a legacy encoding, and accounts of some length.

#include <string>
#include <string_view>

namespace tungse_tests {

/// "E2 F2" or "E2F2" -> the two bytes.
std::string from_hex(std::string_view digits);

/// Writes Vietnamese text in "VISCII", "TCVN5712-1" or "windows-1258" by the table in cases/vietnamese_letters.tsv.
std::string encode_vietnamese(const std::string& utf8, const std::string& encoding);

/// Writes Russian text in "windows-1251", "KOI8-R" or any other encoding ICU knows.
std::string encode_with_icu(const std::string& utf8, const std::string& encoding);

/// A few sentences of an account of the treaty of Aigun, somewhat over 200 letters.
std::string vietnamese_account();
std::string russian_account();
std::string german_account();

}  // namespace tungse_tests

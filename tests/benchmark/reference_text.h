#pragma once
// Large texts to measure with: the bundled accounts over and over, each round a little different.
//
//   std::string text = reference_text("vi", 4U << 20);   // four megabytes, the same ones in every run
//   std::string hostile = repeated("năm ", 1U << 20);
//
// From round to round numbers, days and years change, and so do letters inside one name in four and one small word in
// twelve: a text of many megabytes has as many words that are met once as a real one, so no memory of words flatters.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tungse_bench {

/// The languages that have a reference text: those of the bundled accounts, and Chinese (zh.txt beside this file).
const std::vector<std::string>& reference_languages();

/// Begins with the accounts as they are. Ends at the first character boundary at or behind `byte_count`.
std::string reference_text(const std::string& language, std::size_t byte_count);

/// `piece` until there are `byte_count` bytes or a few more.
std::string repeated(std::string_view piece, std::size_t byte_count);

/// The whole file. Throws std::runtime_error naming it where it cannot be read.
std::string read_bytes(const std::string& path);

}  // namespace tungse_bench

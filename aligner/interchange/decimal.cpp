#include "aligner/interchange/decimal.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <string>
#include <system_error>

namespace aligner::interchange {

std::string fixed_decimal(double value, int digits) {
  std::array<char, 400> buffer{};  // the largest double has 309 digits before the point
  const auto [end, problem] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, digits);
  if (problem != std::errc()) return "0";  // cannot happen: the buffer holds any double
  std::string text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  const bool is_minus_zero = text.starts_with('-') && text.find_first_not_of("-0.") == std::string::npos;
  return is_minus_zero ? text.substr(1) : text;
}

}  // namespace aligner::interchange

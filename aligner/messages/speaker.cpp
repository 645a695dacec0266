#include "aligner/messages/speaker.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <fmt/args.h>
#include <fmt/core.h>

#include "aligner/messages/catalogue.h"

namespace aligner::messages {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "2026-03-01T09:30:00Z" as seconds since 1970.
std::optional<long long> seconds_of(std::string_view utc) {
  constexpr std::string_view shape = "dddd-dd-ddTdd:dd:ddZ";
  if (utc.size() != shape.size()) return std::nullopt;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] == 'd' ? !is_digit(utc[i]) : utc[i] != shape[i]) return std::nullopt;
  }
  const auto part = [utc](std::size_t begin, std::size_t count) {
    int value = 0;
    for (const char c : utc.substr(begin, count)) value = 10 * value + (c - '0');
    return value;
  };
  using namespace std::chrono;
  const year_month_day day{year(part(0, 4)), month(static_cast<unsigned>(part(5, 2))),
                           std::chrono::day(static_cast<unsigned>(part(8, 2)))};
  if (!day.ok() || part(11, 2) > 23 || part(14, 2) > 59 || part(17, 2) > 60) return std::nullopt;
  const seconds time = sys_days(day).time_since_epoch() + hours(part(11, 2)) + minutes(part(14, 2));
  return time.count() + part(17, 2);
}

// "12345" -> "12 345"
std::string grouped(std::string_view digits, const std::string& separator) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += separator;
    text += digits[i];
  }
  return text;
}

}  // namespace

Speaker::Speaker(Language language) : language_(language), catalogue_(&catalogue_of(language)) {}

std::string Speaker::find(const char* context, const char* english) const {
  std::string found = catalogue_->find(context, english);
  return found.empty() ? std::string(english) : found;
}

std::string Speaker::message_for(std::size_t how_many, const char* one, const char* many) const {
  return catalogue_->find_plural("", one, many, how_many);
}

std::string Speaker::fill(const std::string& message, const std::vector<std::string>& values) {
  if (values.empty()) return message;
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const std::string& value : values) store.push_back(std::cref(value));
  return fmt::vformat(message, store);
}

std::string Speaker::number(unsigned long long value) const {
  return grouped(std::to_string(value), catalogue_->numbers().thousands_separator);
}

std::string Speaker::decimal(double value, int digits, ShowPlus plus) const {
  return decimal(plus == ShowPlus::yes ? fmt::format("{:+.{}f}", value, digits)
                                       : fmt::format("{:.{}f}", value, digits));
}

std::string Speaker::decimal(std::string_view digits) const {
  const std::size_t first = std::min(digits.find_first_of("0123456789"), digits.size());
  const std::size_t point = std::min(digits.find('.', first), digits.size());
  const NumberForm& form = catalogue_->numbers();
  std::string text(digits.substr(0, first));
  text += grouped(digits.substr(first, point - first), form.thousands_separator);
  if (point < digits.size()) text += form.decimal_point + std::string(digits.substr(point + 1));
  return text;
}

std::string Speaker::percent(double share) const {
  double rounded = std::round(share * 100);
  if (rounded >= 100 && share < 1) rounded = 99;
  if (rounded <= 0 && share > 0) rounded = 1;
  return decimal(rounded, 0) + percent_sign();
}

std::string Speaker::percent_sign() const { return catalogue_->numbers().percent_sign; }

std::string Speaker::time(const std::string& utc) const {
  const std::optional<long long> seconds = seconds_of(utc);
  if (language_ == Language::english || !seconds) return utc;
  return tell("{} UTC", catalogue_->day_and_time(*seconds));
}

}  // namespace aligner::messages

#include "tests/anchors/notation.h"

#include <array>
#include <cstdio>
#include <sstream>
#include <stdexcept>
#include <variant>

#include "aligner/text/document.h"

namespace tungse_tests {

using aligner::anchors::Anchor;
using aligner::anchors::AnchorKind;
using aligner::anchors::Calendar;
using aligner::anchors::Date;
using aligner::anchors::DatePrecision;
using aligner::anchors::DateQualifier;
using aligner::anchors::Number;

namespace {

constexpr std::array<const char*, 10> precisions = {"day",     "part-of-month",  "month",  "season",
                                                    "year",    "part-of-decade", "decade", "part-of-century",
                                                    "century", "range"};

constexpr std::array<DateQualifier, 4> qualifiers = {DateQualifier::early, DateQualifier::mid, DateQualifier::late,
                                                     DateQualifier::circa};

std::string iso(std::chrono::year_month_day day) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return buffer.data();
}

std::chrono::year_month_day read_iso(const std::string& text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  if (std::sscanf(text.c_str(), "%d-%u-%u", &year, &month, &day) != 3) throw std::runtime_error("no day: " + text);
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

std::string without_signs(const std::string& text) {
  std::string plain;
  for (const char c : text) {
    if (c != '[' && c != ']') plain += c;
  }
  return plain;
}

constexpr std::string_view segment_sign = "¶";

}  // namespace

std::string notation(const Date& date) {
  std::string text =
      iso(date.earliest) + ".." + iso(date.latest) + " " + precisions.at(static_cast<std::size_t>(date.precision));
  if (date.calendar == Calendar::julian) text += " julian";
  if (date.calendar == Calendar::gregorian) text += " gregorian";
  if (date.calendar == Calendar::chinese) text += " chinese";
  if (date.qualifier != DateQualifier::none) text += " " + to_string(date.qualifier);
  if (date.year_assumed) text += " assumed";
  if (date.open_begin) text += " open-begin";
  if (date.open_end) text += " open-end";
  return text;
}

std::string notation(const Number& number) {
  std::string text = to_string(number);
  if (number.alternative) {
    Number other = number;
    other.value = *number.alternative;
    text += " (or " + to_string(other) + ")";
  }
  return text;
}

std::string notation(const aligner::anchors::Name& name) { return name.key + (name.initials ? " +initials" : ""); }

std::string notation(const Anchor& anchor) {
  if (const auto* date = std::get_if<Date>(&anchor.value)) return notation(*date);
  if (const auto* number = std::get_if<Number>(&anchor.value)) return notation(*number);
  if (const auto* name = std::get_if<aligner::anchors::Name>(&anchor.value)) return notation(*name);
  return std::get<aligner::anchors::ConceptMention>(anchor.value).concept_id;
}

Date read_date_notation(const std::string& text) {
  std::istringstream words(text);
  std::string days;
  std::string word;
  words >> days;
  const std::size_t dots = days.find("..");
  if (dots == std::string::npos) throw std::runtime_error("no days: " + text);
  Date date{.earliest = read_iso(days.substr(0, dots)), .latest = read_iso(days.substr(dots + 2))};
  while (words >> word) {
    for (std::size_t i = 0; i < precisions.size(); ++i) {
      if (word == precisions[i]) date.precision = static_cast<DatePrecision>(i);
    }
    if (word == "julian") date.calendar = Calendar::julian;
    if (word == "gregorian") date.calendar = Calendar::gregorian;
    if (word == "chinese") date.calendar = Calendar::chinese;
    for (const DateQualifier qualifier : qualifiers) {
      if (word == to_string(qualifier)) date.qualifier = qualifier;
    }
    if (word == "assumed") date.year_assumed = true;
    if (word == "open-begin") date.open_begin = true;
    if (word == "open-end") date.open_end = true;
  }
  return date;
}

std::vector<Anchor> anchors_of(const std::string& text, const std::string& language,
                               aligner::segment::SegmentKind kind) {
  const std::string plain = without_signs(text);
  const auto document = aligner::text::Document::from_utf8(plain, aligner::text::LanguageTag::parse(language), "case");
  aligner::segment::Segmentation segmentation;
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find(segment_sign, at), plain.size());
    segmentation.segments.push_back({.span = {at, end}, .kind = kind});
    at = end + segment_sign.size();
  }
  return aligner::anchors::find_anchors(document, segmentation, aligner::terms::TermList());
}

std::string mark_anchors(const std::string& text, const std::string& language, AnchorKind kind,
                         aligner::segment::SegmentKind segment_kind) {
  const std::string plain = without_signs(text);
  std::string marked;
  std::string values;
  std::size_t at = 0;
  for (const Anchor& anchor : anchors_of(text, language, segment_kind)) {
    if (anchor.kind() != kind) continue;
    marked += plain.substr(at, anchor.span.begin - at) + "[";
    marked += plain.substr(anchor.span.begin, anchor.span.size()) + "]";
    at = anchor.span.end;
    values += (values.empty() ? "" : " | ") + notation(anchor);
  }
  marked += plain.substr(at);
  return values.empty() ? marked : marked + "\t" + values;
}

}  // namespace tungse_tests

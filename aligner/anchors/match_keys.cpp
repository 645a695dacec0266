#include "aligner/anchors/match_keys.h"

#include <chrono>
#include <variant>

#include "aligner/anchors/concept_names.h"
#include "aligner/anchors/match_names.h"
#include "aligner/anchors/number_keys.h"

namespace aligner::anchors {
namespace {

constexpr int most_years = 103;  // a century and its neighbours

int year_of(std::chrono::year_month_day day) { return static_cast<int>(day.year()); }

// With their neighbours, for days move between years with the calendar.
bool is_long(const Date& date) { return year_of(date.latest) - year_of(date.earliest) + 3 > most_years; }

void add_years(const Date& date, std::vector<std::string>& keys) {
  for (int year = year_of(date.earliest) - 1; year <= year_of(date.latest) + 1; ++year) {
    keys.push_back("year " + std::to_string(year));
  }
}

void add_centuries(const Date& date, const std::string& prefix, std::vector<std::string>& keys) {
  for (int century = (year_of(date.earliest) - 1) / 100; century <= (year_of(date.latest) + 1) / 100; ++century) {
    keys.push_back(prefix + std::to_string(century));
  }
}

// Long spans ("before 1850") meet others by the century, short ones each other by the year: else every date would be
// compared with every other of its century.
std::vector<std::string> keys_of(const Date& date, const terms::TermList&) {
  std::vector<std::string> keys;
  if (!is_long(date)) add_years(date, keys);
  add_centuries(date, is_long(date) ? "long span in " : "short span in ", keys);
  return keys;
}

std::vector<std::string> lookup_keys_of(const Date& date) {
  std::vector<std::string> keys;
  if (is_long(date)) {
    add_centuries(date, "short span in ", keys);
  } else {
    add_years(date, keys);
  }
  add_centuries(date, "long span in ", keys);
  return keys;
}

std::vector<std::string> keys_of(const Number& number, const terms::TermList&) { return number_keys(number); }

std::vector<std::string> keys_of(const Name& name, const terms::TermList&) { return name_keys(name); }

std::vector<std::string> keys_of(const ConceptMention& mention, const terms::TermList& terms) {
  const terms::Concept* holder = terms.find(mention.concept_id);
  if (holder == nullptr) return {"term " + mention.concept_id};
  return concept_keys(*holder, read_concept_names(*holder));
}

}  // namespace

std::vector<std::string> match_keys(const Anchor& anchor, const terms::TermList& terms) {
  return std::visit([&](const auto& value) { return keys_of(value, terms); }, anchor.value);
}

std::vector<std::string> lookup_keys(const Anchor& anchor, const terms::TermList& terms) {
  const auto* date = std::get_if<Date>(&anchor.value);
  return date != nullptr ? lookup_keys_of(*date) : match_keys(anchor, terms);
}

}  // namespace aligner::anchors

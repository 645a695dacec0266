#include "aligner/anchors/match_keys.h"

#include "aligner/anchors/concept_names.h"
#include "aligner/anchors/match_names.h"

namespace aligner::anchors {
namespace {

// Long spans are put under their first hundred years only; years under themselves and their neighbours, for days move
// between years with the calendar.
std::vector<std::string> keys_of(const Date& date, const terms::TermList&) {
  std::vector<std::string> years;
  const int first = static_cast<int>(date.earliest.year());
  const int last = static_cast<int>(date.latest.year());
  for (int year = first - 1; year <= last + 1 && year <= first + 101; ++year) {
    years.push_back("year " + std::to_string(year));
  }
  return years;
}

std::vector<std::string> keys_of(const Number& number, const terms::TermList&) {
  std::vector<std::string> values = {"value " + std::to_string(number.value.value())};
  if (number.alternative) values.push_back("value " + std::to_string(number.alternative->value()));
  return values;
}

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

}  // namespace aligner::anchors

#include "aligner/report/anchor_values.h"

#include <chrono>
#include <variant>

#include <fmt/core.h>

#include "aligner/messages/retell.h"
#include "aligner/report/pair_texts.h"
#include "aligner/report/retold.h"
#include "aligner/report/value_names.h"

namespace aligner::report {
namespace {

using anchors::ConceptMention;
using anchors::Date;
using anchors::Decimal;
using anchors::Name;
using anchors::Number;
using anchors::NumberRole;
using messages::Speaker;

// ISO 8601, extended format.
std::string iso_day(std::chrono::year_month_day day) {
  return fmt::format("{:04d}-{:02d}-{:02d}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::string exact_text(const Decimal& decimal) { return to_string(Number{.value = decimal}); }

std::string role_name(NumberRole role) {
  switch (role) {
    case NumberRole::cardinal:
      return "cardinal";
    case NumberRole::ordinal:
      return "ordinal";
    case NumberRole::regnal:
      return "regnal";
    case NumberRole::label:
      return "label";
    case NumberRole::list_marker:
      return "list-marker";
    case NumberRole::footnote:
      return "footnote";
    case NumberRole::vague:
      break;
  }
  return "vague";
}

// For programs that count: a whole number as one, everything else as a fraction.
Json plain_number(const Number& number) {
  const Decimal value = number.value.normalised();
  if (value.scale == 0 && number.denominator == 1) return value.units;
  return value.value() / static_cast<double>(number.denominator);
}

Json value_of(const Date& date) {
  const bool is_open = date.open_begin || date.open_end;
  Json value = {{"earliest", iso_day(date.earliest)},
                {"latest", iso_day(date.latest)},
                {"calendar", to_string(date.calendar)},
                {"precision", is_open ? "open-range" : to_string(date.precision)}};
  if (date.qualifier != anchors::DateQualifier::none) value["qualifier"] = to_string(date.qualifier);
  if (!date.reign.empty()) value["reign"] = date.reign;
  if (date.open_begin) value["open_begin"] = true;
  if (date.open_end) value["open_end"] = true;
  if (date.year_assumed) value["year_assumed"] = true;
  return value;
}

Json value_of(const Number& number) {
  Json value = {{"value", exact_text(number.value)}, {"number", plain_number(number)}};
  if (number.alternative) value["alternative"] = exact_text(*number.alternative);
  if (number.upper) value["upper"] = exact_text(*number.upper);
  if (number.denominator != 1) value["denominator"] = number.denominator;
  value["role"] = role_name(number.role);
  value["unit"] = number.unit;
  return value;
}

Json value_of(const Name& name) {
  return {{"key", name.key},     {"spelling", name.spelling}, {"initials", name.initials},
          {"title", name.title}, {"entity", name.entity},     {"cldr", name.cldr}};
}

Json value_of(const ConceptMention& mention) {
  return {
      {"concept", mention.concept_id}, {"status", terms::to_string(mention.status)}, {"inherited", mention.inherited}};
}

struct Normaliser {
  const terms::TermList& terms;
  const Speaker& speaker;

  std::string operator()(const Date& date) const { return retell_date(speaker, to_string(date)); }
  std::string operator()(const Number& number) const { return retell_number(speaker, to_string(number)); }
  std::string operator()(const Name& name) const { return name.entity.empty() ? name.key : name.entity; }
  std::string operator()(const ConceptMention& mention) const {
    return concept_name(speaker, terms, mention.concept_id);
  }
};

// Adds a remark to those before.
void remark(std::string& remarks, const std::string& another) { remarks += (remarks.empty() ? "" : ", ") + another; }

struct Remarker {
  const Speaker& speaker;

  std::string operator()(const Date& date) const { return date.year_assumed ? speaker.tell("year assumed") : ""; }

  std::string operator()(const Number& number) const {
    std::string remarks;
    if (number.role == NumberRole::vague) remark(remarks, speaker.tell_as("number", "vague"));
    if (number.alternative) remark(remarks, speaker.tell("or {}", speaker.decimal(exact_text(*number.alternative))));
    return remarks;
  }

  std::string operator()(const Name& name) const {
    std::string remarks;
    if (!name.entity.empty() && name.entity != name.key) remark(remarks, speaker.tell("written {}", name.key));
    if (!name.title.empty()) remark(remarks, speaker.tell("title {}", name.title));
    for (const std::string& code : name.cldr) remark(remarks, code);
    return remarks;
  }

  std::string operator()(const ConceptMention& mention) const {
    std::string remarks = mention.concept_id;
    if (mention.status == terms::TermStatus::deprecated) remark(remarks, name_of(speaker, mention.status));
    if (mention.inherited) remark(remarks, speaker.tell("inherited"));
    return remarks;
  }
};

}  // namespace

std::string normalised_form(const anchors::Anchor& anchor, const terms::TermList& terms, const Speaker& speaker) {
  return std::visit(Normaliser{terms, speaker}, anchor.value);
}

std::string remarks_on(const anchors::Anchor& anchor, const Speaker& speaker) {
  return std::visit(Remarker{speaker}, anchor.value);
}

Json anchor_value(const align::AlignedSide& side, const anchors::Anchor& anchor, const terms::TermList& terms) {
  return {{"kind", to_string(anchor.kind())},
          {"segment", anchor.segment},
          {"begin", anchor.span.begin},
          {"end", anchor.span.end},
          {"text", text_of(side, anchor.span)},
          {"value", std::visit([](const auto& value) { return value_of(value); }, anchor.value)},
          {"normalised", normalised_form(anchor, terms, Speaker())}};
}

}  // namespace aligner::report

#include "aligner/anchors/read_reign.h"

namespace aligner::anchors {
namespace {

using namespace sense;

// "Kangxi 24 sons" and "Minh Mạng 21 tuổi" count sons and years of age.
bool may_stand_bare(const Phrase& phrase, std::size_t at) {
  const Token& next = phrase[at];
  if (next.has(month_name | month_word | day_word | year_word)) return false;  // Bao Dai 20 July
  return !next.is_word() || next.capital || next.has(function_word | opening | date_link);
}

int behind_slash(const Phrase& phrase, std::size_t at) {
  const bool joined = phrase[at].is_mark(U'/') && phrase.is_tight(at) && phrase.is_tight(at + 1);
  return joined ? digits_value(phrase, at + 1, 2) : 0;
}

}  // namespace

std::optional<DateReading> read_numbered_reign(const Phrase& phrase, const EraReading& named) {
  const std::size_t at = named.end;
  ReignDate date{.year = digits_value(phrase, at, 2)};
  if (date.year < 1 || is_inside_number(phrase, at)) return std::nullopt;
  date.month.number = behind_slash(phrase, at + 1);
  const bool is_numeric_date = phrase[at + 3].is_mark(U'/') && phrase.text(at + 4).size() > 2;  // Bảo Đại 20/7/1949
  if (is_numeric_date) return std::nullopt;
  if (date.month.number < 1) {
    return may_stand_bare(phrase, at + 1) ? std::optional(make_reign_reading(*named.era, {.year = date.year}, at + 1))
                                          : std::nullopt;
  }
  date.day = behind_slash(phrase, at + 3);
  if (date.day < 1) return make_reign_reading(*named.era, {.year = date.year, .month = date.month}, at + 3);
  return make_reign_reading(*named.era, date, at + 5);
}

bool add_part(ReignDate& date, const CountedPart& counted) {
  switch (counted.unit) {
    case CountedPart::Unit::day:
      if (date.day != 0) return false;
      date.day = counted.number;
      return true;
    case CountedPart::Unit::month:
      if (date.month.number != 0) return false;
      date.month = {counted.number, counted.leap};
      return true;
    case CountedPart::Unit::year:
      if (date.year != 0) return false;
      date.year = counted.number;
      return true;
    case CountedPart::Unit::none:
      break;
  }
  return false;
}

bool is_whole(const ReignDate& date) { return date.year != 0 && (date.day == 0 || date.month.number != 0); }

}  // namespace aligner::anchors

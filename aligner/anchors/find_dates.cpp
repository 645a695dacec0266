#include "aligner/anchors/find_dates.h"

#include <map>
#include <utility>

#include "aligner/anchors/date_grammar.h"

namespace aligner::anchors {
namespace {

// A single year that the text names; spans of years in brackets say when a king reigned, not when things happened.
std::optional<int> year_told_by(const Date& date) {
  const bool single = date.earliest.year() == date.latest.year() || date.precision == DatePrecision::season;
  if (date.year_assumed || date.open_begin || date.open_end || !single) return std::nullopt;
  return static_cast<int>(date.earliest.year());
}

// "BC", "до н. э.", "trước Công nguyên": years counted backwards are none of ours.
bool is_before_common_era(const Phrase& phrase, std::size_t at) {
  const std::string_view word = phrase.text(at);
  if (word == "bc" || word == "bce" || word == "tcn") return true;
  if (word == "b") return phrase[at + 1].is_mark(U'.') && phrase.is(at + 2, "c");
  if (word == "до") return phrase.is(at + 1, "н") || phrase.is(at + 1, "нашей");
  return word == "trước" && phrase.is(at + 1, "công") && phrase.is(at + 2, "nguyên");
}

// The years that days without one may belong to.
class YearContext {
 public:
  void note(const Date& date, int lunar_year) {
    if (lunar_year != 0) lunar_year_ = lunar_year;
    const std::optional<int> year = year_told_by(date);
    if (!year) return;
    last_year_ = year;
    if (date.calendar == Calendar::chinese) return;
    lunar_year_.reset();
    if (date.precision == DatePrecision::day) years_of_days_[key_of(date.earliest)] = *year;
  }

  std::optional<Date> complete(const DateReading& reading) const {
    if (reading.maybe_lunar && lunar_year_) return complete_in_lunar_year(reading, *lunar_year_);
    return anchors::complete(reading, year_for(reading));
  }

 private:
  // A day named before with its year is that day again; otherwise the nearest earlier year counts.
  std::optional<int> year_for(const DateReading& reading) const {
    if (!reading.lacks_year || reading.date.precision != DatePrecision::day) return last_year_;
    if (const auto known = years_of_days_.find(key_of(reading.date.earliest)); known != years_of_days_.end()) {
      return known->second;
    }
    if (!reading.other) return last_year_;
    const auto other = years_of_days_.find({reading.other->month, reading.other->day});
    return other != years_of_days_.end() ? other->second : last_year_;
  }

  using Key = std::pair<unsigned, unsigned>;  // month, day

  static Key key_of(std::chrono::year_month_day day) {
    return {static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day())};
  }

  std::optional<int> last_year_;
  std::optional<int> lunar_year_;  // of the reign date that was the last to tell its year
  std::map<Key, int> years_of_days_;
};

}  // namespace

std::vector<FoundDate> find_dates(const TokenizedDocument& document) {
  const DateGrammar& grammar = date_grammar_of(document.language());
  std::vector<FoundDate> found;
  YearContext years;
  for (std::size_t segment = 0; segment < document.segment_count(); ++segment) {
    const Phrase phrase = document.phrase(segment);
    for (std::size_t at = 0; at < phrase.size();) {
      const bool article = phrase.is(at, "the");  // belongs to what follows, not to the date
      const std::optional<DateReading> reading = article ? std::nullopt : read_date(grammar, phrase, at);
      if (!reading || reading->end <= at) {
        ++at;
        continue;
      }
      std::optional<Date> date = years.complete(*reading);
      if (is_before_common_era(phrase, reading->end)) date.reset();
      if (date) years.note(*date, reading->lunar_year);
      found.push_back({segment, at, reading->end, date});
      at = reading->end;
    }
  }
  return found;
}

}  // namespace aligner::anchors

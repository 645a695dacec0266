#include "aligner/anchors/date_grammar.h"

namespace aligner::anchors {
namespace {

std::optional<DateReading> read_exact(const DateGrammar& grammar, const Phrase& phrase, std::size_t at) {
  const std::optional<PartReading> part = grammar.read_part(phrase, at);
  if (!part) return grammar.read_base(phrase, at);
  std::optional<DateReading> base = grammar.read_base(phrase, part->end);
  if (!base) return std::nullopt;
  const std::optional<Date> narrowed = narrow(base->date, part->part);
  if (!narrowed) return std::nullopt;
  base->date = *narrowed;
  return base;
}

std::optional<DateReading> read_narrowed(const DateGrammar& grammar, const Phrase& phrase, std::size_t at) {
  const std::size_t behind = phrase[at].has(sense::circa) ? grammar.behind_circa(phrase, at) : 0;
  if (behind == 0) return read_exact(grammar, phrase, at);
  std::optional<DateReading> reading = read_exact(grammar, phrase, behind);
  if (!reading || !grammar.may_be_rough(phrase, at, reading->date)) return std::nullopt;
  if (reading->date.qualifier == DateQualifier::none) reading->date.qualifier = DateQualifier::circa;
  return reading;
}

std::optional<DateReading> read_from_to(const DateGrammar& grammar, const Phrase& phrase, std::size_t at) {
  const std::optional<DateReading> first = read_narrowed(grammar, phrase, at + 1);
  if (!first) return std::nullopt;
  const std::size_t second = grammar.behind_link(phrase, first->end);
  if (second != 0) {
    if (const std::optional<DateReading> last = read_narrowed(grammar, phrase, second)) {
      if (std::optional<DateReading> range = join(*first, *last)) return range;
    }
  }
  if (first->lacks_year || !grammar.means_since(phrase, at)) return std::nullopt;
  const std::optional<Date> opened = open_date(first->date, Opening::since);
  if (!opened) return std::nullopt;
  return DateReading{.end = first->end, .date = *opened, .lunar_year = first->lunar_year};
}

std::optional<DateReading> read_opened(const DateGrammar& grammar, const Phrase& phrase, std::size_t at) {
  const std::optional<OpeningReading> opening = grammar.read_opening(phrase, at);
  if (!opening) return std::nullopt;
  const std::optional<DateReading> inner = read_narrowed(grammar, phrase, opening->end);
  if (!inner || inner->lacks_year) return std::nullopt;
  const std::optional<Date> opened = open_date(inner->date, opening->opening);
  if (!opened) return std::nullopt;
  return DateReading{.end = inner->end, .date = *opened, .lunar_year = inner->lunar_year};
}

std::optional<DateReading> read_with_range(const DateGrammar& grammar, const Phrase& phrase, std::size_t at) {
  std::optional<DateReading> first = read_narrowed(grammar, phrase, at);
  if (!first) return std::nullopt;
  const std::size_t second = grammar.behind_range_sign(phrase, first->end);
  if (second == 0) return first;
  const std::optional<DateReading> last = read_narrowed(grammar, phrase, second);
  if (!last) return first;
  std::optional<DateReading> range = join(*first, *last);
  return range ? range : first;
}

// ", O.S.", "(Julian calendar)", "по старому стилю".
void read_calendar_behind(const DateGrammar& grammar, const Phrase& phrase, DateReading& reading) {
  if (reading.date.precision != DatePrecision::day) return;
  std::size_t at = reading.end;
  const bool bracket = phrase[at].is_mark(U'(') || phrase[at].is_mark(U'[');
  if (bracket || phrase[at].is_mark(U',')) ++at;
  const std::optional<CalendarReading> calendar = grammar.read_calendar(phrase, at);
  if (!calendar) return;
  reading.date.calendar = calendar->calendar;
  reading.end = calendar->end;
  const bool closed = phrase[reading.end].is_mark(U')') || phrase[reading.end].is_mark(U']');
  if (bracket && closed) ++reading.end;
}

}  // namespace

bool DateGrammar::may_begin(const Phrase&, std::size_t) const { return true; }
std::optional<PartReading> DateGrammar::read_part(const Phrase&, std::size_t) const { return std::nullopt; }
std::optional<OpeningReading> DateGrammar::read_opening(const Phrase&, std::size_t) const { return std::nullopt; }
std::size_t DateGrammar::behind_circa(const Phrase&, std::size_t) const { return 0; }
bool DateGrammar::may_be_rough(const Phrase&, std::size_t, const Date&) const { return true; }
std::size_t DateGrammar::behind_range_sign(const Phrase& phrase, std::size_t at) const {
  return behind_dash(phrase, at);
}
std::size_t DateGrammar::behind_link(const Phrase&, std::size_t) const { return 0; }
bool DateGrammar::means_since(const Phrase&, std::size_t) const { return false; }
std::optional<CalendarReading> DateGrammar::read_calendar(const Phrase&, std::size_t) const { return std::nullopt; }

const DateGrammar& date_grammar_of(Language language) {
  switch (language) {
    case Language::vi:
      return vietnamese_dates();
    case Language::en:
      return english_dates();
    case Language::ru:
      return russian_dates();
    case Language::zh:
      return chinese_dates();
    case Language::mnc:
      return manchu_dates();
    case Language::other:
      break;
  }
  return numeric_dates();
}

std::optional<DateReading> read_date(const DateGrammar& grammar, const Phrase& phrase, std::size_t at) {
  if (!grammar.may_begin(phrase, at)) return std::nullopt;
  const Token& first = phrase[at];
  if (first.has(sense::range_start)) {
    if (std::optional<DateReading> range = read_from_to(grammar, phrase, at)) return range;
  }
  if (first.has(sense::opening)) {
    if (std::optional<DateReading> opened = read_opened(grammar, phrase, at)) return opened;
  }
  std::optional<DateReading> reading = read_with_range(grammar, phrase, at);
  if (reading) read_calendar_behind(grammar, phrase, *reading);
  return reading;
}

}  // namespace aligner::anchors

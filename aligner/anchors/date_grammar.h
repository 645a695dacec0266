#pragma once
// DateGrammar: how one language writes dates. read_date puts the pieces together in the same way for all. Private.
//
//   circa? part? base            about | early | May 1858
//   opening part? base           before | mid | 19th century
//   from part? base link part? base
//   part? base - part? base
//
// A new language is a class with these functions and a vocabulary.

#include <cstddef>
#include <optional>

#include "aligner/anchors/date_reading.h"
#include "aligner/anchors/tokens.h"

namespace aligner::anchors {

struct PartReading {
  Part part = Part::early;
  std::size_t end = 0;
};

struct OpeningReading {
  Opening opening = Opening::before;
  std::size_t end = 0;
};

struct CalendarReading {
  Calendar calendar = Calendar::unknown;
  std::size_t end = 0;
};

class DateGrammar {
 public:
  virtual ~DateGrammar() = default;

  /// False where no date begins for certain: of most words a look at their senses tells, before anything is tried.
  virtual bool may_begin(const Phrase& phrase, std::size_t at) const;

  /// A day, month, season, year, range of years, decade or century that begins at `at`.
  virtual std::optional<DateReading> read_base(const Phrase& phrase, std::size_t at) const = 0;

  /// "early", "beginning of the", "nửa sau của": what narrows the base behind it.
  virtual std::optional<PartReading> read_part(const Phrase& phrase, std::size_t at) const;

  /// "before", "kể từ", "до".
  virtual std::optional<OpeningReading> read_opening(const Phrase& phrase, std::size_t at) const;

  /// Index behind the words that make a date a rough one ("about", "c."), at a token of that sense; 0 where they do
  /// not.
  virtual std::size_t behind_circa(const Phrase& phrase, std::size_t at) const;

  /// True where the rough word at `at` goes with such a date: "about the 19th century" tells the subject of a book.
  virtual bool may_be_rough(const Phrase& phrase, std::size_t at, const Date& date) const;

  /// Index behind the word between the ends of a range ("to", "đến", "по"), or 0.
  virtual std::size_t behind_link(const Phrase& phrase, std::size_t at) const;

  /// Index behind what joins the ends of a range that no word begins, a dash in most languages, or 0.
  virtual std::size_t behind_range_sign(const Phrase& phrase, std::size_t at) const;

  /// True when the word at `at`, which begins a range, opens a date where no range follows ("с 1850 года").
  virtual bool means_since(const Phrase& phrase, std::size_t at) const;

  /// "O.S.", "по старому стилю", "theo lịch Julius", without comma or bracket.
  virtual std::optional<CalendarReading> read_calendar(const Phrase& phrase, std::size_t at) const;
};

/// The grammar of a language; digits and bare years only for Language::other.
const DateGrammar& date_grammar_of(Language language);

const DateGrammar& vietnamese_dates();
const DateGrammar& english_dates();
const DateGrammar& russian_dates();
const DateGrammar& chinese_dates();
const DateGrammar& manchu_dates();
const DateGrammar& numeric_dates();  // ISO dates, dotted dates, bare years, Han dates

/// The date that begins at `at`, whatever its form.
std::optional<DateReading> read_date(const DateGrammar& grammar, const Phrase& phrase, std::size_t at);

}  // namespace aligner::anchors

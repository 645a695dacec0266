#pragma once
// Eras: the reign names by which the Qing and the Nguyễn counted years, and their years as dates. Private.
//
//   read_era(phrase, 0, Language::vi);                          // "Hàm Phong": Xianfeng, 2 tokens
//   make_reign_reading(xianfeng, {.year = 8, .month = {4}, .day = 16}, end);  // 28 May 1858, "Xianfeng 8/4/16"
//
// The list is corpora/eras/eras.tsv. An era name alone is the emperor: only with the number of a year is it a date.

#include <cstddef>
#include <optional>
#include <string>

#include "aligner/anchors/date_reading.h"
#include "aligner/anchors/lunar_calendar.h"
#include "aligner/anchors/tokens.h"

namespace aligner::anchors {

struct Era {
  std::string name;  // for reports
  int first_year = 0;
  int last_year = 0;
};

struct EraReading {
  const Era* era = nullptr;
  std::size_t end = 0;
};

/// Gives the words that begin the name of an era the sense `era`.
void add_era_words(Vocabulary& words, Language language);

/// The era whose name stands at `at`, written with capitals where its script has them; the longest one.
std::optional<EraReading> read_era(const Phrase& phrase, std::size_t at, Language language);

struct ReignDate {
  int year = 0;  // 1 is the first of the era
  LunarMonth month;
  int day = 0;
};

/// A day, a month (day 0) or a year (month 0). Where the era has no such year or the year no such day, a reading that
/// gives no date: its words are read all the same, so that no number is seen in them.
DateReading make_reign_reading(const Era& era, const ReignDate& date, std::size_t end);

/// A year of an era by its place in the cycle of sixty ("戊午", 55 from 1), where the era has just one; else 0.
int reign_year_of_cycle(const Era& era, int cycle_year);

/// True where the year of the era bears that place in the cycle.
bool has_cycle_year(const Era& era, int year, int cycle_year);

}  // namespace aligner::anchors

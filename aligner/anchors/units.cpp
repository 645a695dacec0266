#include "aligner/anchors/units.h"

#include <algorithm>

namespace aligner::anchors {
namespace {

// Han wordings are written without spaces in the table, one token a character.
std::string_view text_of(const Phrase& phrase, std::size_t at) {
  const Token& token = phrase[at];
  switch (token.mark) {
    case U'%':
      return "%";
    case U'\u2030':
      return "‰";
    case U'\u00B2':
      return "²";
    case U'\u00B0':
      return "°";
    case U'\u2103':
      return "°";
    case U'.':
      return ".";
    case U'$':
      return "$";
    case U'\u00A3':
      return "£";
    case U'\u20AC':
      return "€";
    case U'\u20BD':
      return "₽";
    case U'\u00A5':
      return "¥";
    case U'\u20AB':
      return "₫";
    default:
      return token.is_dash() ? "-" : phrase.text(at);
  }
}

// A plain 2, ² and . belong to the abbreviation before them: "km2", "sq. mi".
bool matches(const Phrase& phrase, std::size_t at, std::string_view word) {
  if (word == "2" || word == "²" || word == ".") return phrase.is_tight(at) && text_of(phrase, at) == word;
  return is_form_of(text_of(phrase, at), word);
}

// Index behind the wording at `at`, or 0.
std::size_t behind(const Phrase& phrase, std::size_t at, const UnitWording& wording) {
  std::size_t next = at + 1;  // the first word is the one looked up
  for (std::size_t i = 1; i < wording.words.size(); ++i, ++next) {
    if (!matches(phrase, next, wording.words[i])) return 0;
  }
  return next;
}

bool names_next_date(const Phrase& phrase, std::size_t end, std::string_view unit, Language language) {
  // "3 tháng 5": the next number says that this was no unit of the one before.
  return language == Language::vi && (unit == "year" || unit == "month" || unit == "day") && phrase[end].is_digits();
}

}  // namespace

std::optional<UnitReading> read_unit(const Phrase& phrase, std::size_t at, Language language) {
  const bool hyphen = phrase[at].is_dash() && phrase.is_tight(at) && phrase.is_tight(at + 1);
  if (hyphen) ++at;
  if (phrase[at].capital && !phrase[at].all_capitals) return std::nullopt;
  const UnitWording* best = nullptr;
  std::size_t end = 0;
  for (const UnitWording& wording : bundled_units().find_wordings(text_of(phrase, at), language)) {
    const std::size_t behind_wording = behind(phrase, at, wording);
    if (behind_wording > end) {
      best = &wording;
      end = behind_wording;
    }
  }
  if (best == nullptr || best->unit == "-" || names_next_date(phrase, end, best->unit, language)) return std::nullopt;
  return UnitReading{best->unit, end};
}

std::string find_unit(std::string_view word, Language language) {
  for (const UnitWording& wording : bundled_units().find_wordings(word, language)) {
    if (wording.words.size() == 1 && wording.unit != "-") return wording.unit;
  }
  return "";
}

const UnitMeasure* find_measure(std::string_view unit) { return bundled_units().find_measure(unit); }

bool is_time_unit(std::string_view unit) {
  const UnitMeasure* measure = find_measure(unit);
  return measure != nullptr && (measure->dimension == "time" || measure->dimension == "months");
}

}  // namespace aligner::anchors

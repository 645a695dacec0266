#include "aligner/anchors/eras.h"

#include <array>
#include <charconv>
#include <deque>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "aligner/anchors/embedded_files.h"
#include "aligner/error.h"

namespace aligner::anchors {
namespace {

using Words = std::vector<std::string>;

constexpr std::array<Language, 5> languages = {Language::vi, Language::en, Language::ru, Language::zh, Language::mnc};
constexpr std::size_t first_wording_column = 4;

// A name as its tokens are folded.
struct Form {
  Words words;
  const Era* era = nullptr;
};

// The forms of a language by their first word.
using Forms = std::unordered_map<std::string, std::vector<Form>>;

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + separator.size());
  }
}

std::size_t character_size(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0x80) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

// Small letters and ё as е, as tokens fold words.
std::string folded(std::string_view word) {
  icu::UnicodeString letters =
      icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  letters.toLower(icu::Locale::getRoot());
  letters.findAndReplace(icu::UnicodeString(u'\u0451'), icu::UnicodeString(u'\u0435'));
  std::string utf8;
  return letters.toUTF8String(utf8);
}

Words syllables_of(std::string_view wording, Language language) {
  Words words;
  if (language == Language::zh) {
    for (std::size_t at = 0; at < wording.size(); at += character_size(wording[at])) {
      words.emplace_back(wording.substr(at, character_size(wording[at])));
    }
    return words;
  }
  for (const std::string_view word : split(wording, " ")) {
    for (const std::string_view syllable : split(word, "-")) words.push_back(folded(syllable));
  }
  return words;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// The cases of a Russian name: those in a vowel have none.
std::vector<std::string> cases_of(const std::string& word) {
  static constexpr std::string_view vowels = "аеиоуыэюя";
  std::vector<std::string> cases = {word};
  const std::string_view last = std::string_view(word).substr(word.size() < 2 ? 0 : word.size() - 2);
  if (vowels.find(last) != std::string_view::npos) return cases;
  const bool soft = last == "й" || last == "ь";
  const std::string stem = soft ? word.substr(0, word.size() - 2) : word;
  static constexpr std::array<const char*, 4> soft_endings = {"я", "ю", "ем", "е"};
  static constexpr std::array<const char*, 4> hard_endings = {"а", "у", "ом", "е"};
  for (const char* ending : soft ? soft_endings : hard_endings) cases.push_back(stem + ending);
  return cases;
}

// "K'ang-hsi" is written apart or as one word, with either apostrophe or none.
std::vector<Words> forms_of(std::string_view wording, Language language) {
  std::vector<Words> forms = {syllables_of(wording, language)};
  if (language == Language::ru) {
    std::vector<Words> cases;
    for (const std::string& last : cases_of(forms[0].back())) {
      cases.push_back(forms[0]);
      cases.back().back() = last;
    }
    forms = cases;
  }
  const bool may_join = wording.find('-') != std::string_view::npos;
  for (std::size_t i = 0, count = forms.size(); may_join && i < count; ++i) {
    std::string joined;
    for (const std::string& syllable : forms[i]) joined += syllable;
    forms.push_back({joined});
  }
  const bool has_apostrophe = wording.find('\'') != std::string_view::npos;
  for (std::size_t i = 0, count = forms.size(); has_apostrophe && i < count; ++i) {
    for (const std::string_view apostrophe : {"\u2019", ""}) {
      Words form = forms[i];
      for (std::string& word : form) replace_all(word, "'", apostrophe);
      forms.push_back(form);
    }
  }
  return forms;
}

int number_of(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

class EraList {
 public:
  EraList() {
    for (std::size_t i = 0; i < bundled_era_files_count; ++i) {
      const text::EmbeddedFile& file = bundled_era_files[i];
      bool header = true;
      for (const std::string_view line : split({file.bytes, file.size}, "\n")) {
        if (line.empty() || line.front() == '#') continue;
        if (!header) add_line(line, file.name);
        header = false;
      }
    }
  }

  const Forms& forms(Language language) const { return forms_[static_cast<std::size_t>(language)]; }

 private:
  void add_line(std::string_view line, const char* file) {
    const std::vector<std::string_view> fields = split(line, "\t");
    if (fields.size() != first_wording_column + languages.size()) {
      throw Error(std::string(file) + ": the line \"" + std::string(line) + "\" has " + std::to_string(fields.size()) +
                  " fields; an era has id, first, last, name and five columns of wordings");
    }
    const Era& era = eras_.emplace_back(Era{std::string(fields[3]), number_of(fields[1]), number_of(fields[2])});
    for (std::size_t i = 0; i < languages.size(); ++i) {
      for (const std::string_view wording : split(fields[first_wording_column + i], "; ")) {
        if (!wording.empty()) add_wording(wording, languages[i], era);
      }
    }
  }

  void add_wording(std::string_view wording, Language language, const Era& era) {
    for (Words& words : forms_of(wording, language)) {
      forms_[static_cast<std::size_t>(language)][words.front()].push_back({words, &era});
    }
  }

  std::deque<Era> eras_;  // never moves them
  std::array<Forms, static_cast<std::size_t>(Language::other) + 1> forms_;
};

const EraList& eras() {
  static const EraList list;
  return list;
}

bool has_case(Language language) { return language != Language::zh && language != Language::mnc; }

// Index behind the form, or 0. Words that no hyphen joins need capitals of their own: "Tu Duc", "Hsien-feng".
std::size_t behind_form(const Phrase& phrase, std::size_t at, const Form& form, Language language) {
  std::size_t next = at + 1;
  for (std::size_t i = 1; i < form.words.size(); ++i) {
    const bool joined = phrase[next].is_dash() && phrase.is_tight(next) && phrase.is_tight(next + 1);
    if (joined) ++next;
    if (!phrase.is(next, form.words[i]) || (has_case(language) && !joined && !phrase[next].capital)) return 0;
    ++next;
  }
  return next;
}

std::string in_words(const Era& era, const ReignDate& date) {
  std::string words = era.name + " " + std::to_string(date.year);
  if (date.month.number != 0) words += (date.month.leap ? "/leap " : "/") + std::to_string(date.month.number);
  if (date.day != 0) words += "/" + std::to_string(date.day);
  return words;
}

std::optional<LunarSpan> span_of(int lunar_year, const ReignDate& date) {
  if (date.month.number == 0) return find_lunar_year(lunar_year);
  if (date.day == 0) return find_lunar_month(lunar_year, date.month);
  const std::optional<std::chrono::year_month_day> day = find_lunar_day(lunar_year, date.month, date.day);
  return day ? std::optional(LunarSpan{*day, *day}) : std::nullopt;
}

DatePrecision precision_of(const ReignDate& date) {
  if (date.day != 0) return DatePrecision::day;
  return date.month.number != 0 ? DatePrecision::month : DatePrecision::year;
}

}  // namespace

void add_era_words(Vocabulary& words, Language language) {
  for (const auto& [first, forms] : eras().forms(language)) words.add(first, sense::era);
}

std::optional<EraReading> read_era(const Phrase& phrase, std::size_t at, Language language) {
  const Token& first = phrase[at];
  if (!first.has(sense::era) || (has_case(language) && !first.capital)) return std::nullopt;
  const Forms& forms = eras().forms(language);
  const auto found = forms.find(std::string(phrase.text(at)));
  if (found == forms.end()) return std::nullopt;
  EraReading longest;
  for (const Form& form : found->second) {
    const std::size_t end = behind_form(phrase, at, form, language);
    if (end > longest.end) longest = {form.era, end};
  }
  return longest.end != 0 ? std::optional(longest) : std::nullopt;
}

DateReading make_reign_reading(const Era& era, const ReignDate& date, std::size_t end) {
  const int lunar_year = era.first_year + date.year - 1;
  const bool is_year_of_era = date.year >= 1 && lunar_year <= era.last_year;
  const std::optional<LunarSpan> span = is_year_of_era ? span_of(lunar_year, date) : std::nullopt;
  if (!span) return {.end = end, .counts_other_years = true};
  return {.end = end,
          .date = {.earliest = span->first,
                   .latest = span->last,
                   .calendar = Calendar::chinese,
                   .precision = precision_of(date),
                   .reign = in_words(era, date)},
          .lunar_year = lunar_year};
}

bool has_cycle_year(const Era& era, int year, int cycle_year) {
  constexpr int first_of_a_cycle = 1624;
  return (era.first_year + year - 1 - first_of_a_cycle) % 60 == cycle_year - 1;
}

int reign_year_of_cycle(const Era& era, int cycle_year) {
  int found = 0;
  for (int year = 1; era.first_year + year - 1 <= era.last_year; ++year) {
    if (!has_cycle_year(era, year, cycle_year)) continue;
    if (found != 0) return 0;
    found = year;
  }
  return found;
}

}  // namespace aligner::anchors

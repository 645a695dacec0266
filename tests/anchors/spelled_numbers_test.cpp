// Numbers as ICU spells them out must be read back: the oracle for the tables of number words.

#include <memory>
#include <random>

#include <gmock/gmock.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include "tests/anchors/notation.h"

namespace {

using namespace aligner::anchors;  // NOLINT(google-build-using-namespace): the subject of every line

class Speller {
 public:
  Speller(const std::string& language, const std::string& rules) : rules_(icu::UnicodeString::fromUTF8(rules)) {
    UErrorCode status = U_ZERO_ERROR;
    format_ = std::make_unique<icu::RuleBasedNumberFormat>(icu::URBNF_SPELLOUT, icu::Locale(language.c_str()), status);
    if (U_FAILURE(status) != 0) throw std::runtime_error("no spelling of numbers in " + language);
  }

  std::string spell(std::int64_t number) const {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString spelled;
    icu::FieldPosition position;
    format_->format(number, rules_, spelled, position, status);
    if (U_FAILURE(status) != 0) throw std::runtime_error("ICU does not spell by these rules");
    std::string utf8;
    spelled.toUTF8String(utf8);
    return utf8;
  }

 private:
  icu::UnicodeString rules_;
  std::unique_ptr<icu::RuleBasedNumberFormat> format_;
};

// What is read in "- WORDS.", as "role value"; "" where nothing is, and what else there is where the span is not WORDS.
std::string read(const std::string& words, const std::string& language) {
  const std::string text = "- " + words + ".";
  std::string result;
  for (const Anchor& anchor : tungse_tests::anchors_of(text, language)) {
    const auto* number = std::get_if<Number>(&anchor.value);
    if (number == nullptr) return "no number in " + words;
    if (anchor.span.begin != 2 || anchor.span.end != 2 + words.size()) return "not the whole of " + words;
    result += std::to_string(static_cast<int>(number->role)) + " " + tungse_tests::notation(*number);
  }
  return result;
}

std::string expected(std::int64_t number, NumberRole role) {
  return std::to_string(static_cast<int>(role)) + " " + to_string(Number{.value = {.units = number}, .role = role});
}

std::vector<std::int64_t> up_to(std::int64_t last) {
  std::vector<std::int64_t> numbers;
  for (std::int64_t number = 0; number <= last; ++number) numbers.push_back(number);
  return numbers;
}

// As many of each length, so that the small ones are not lost among the large.
std::vector<std::int64_t> sample_of_large_numbers() {
  std::mt19937_64 random(1858);
  std::vector<std::int64_t> numbers;
  for (std::int64_t power = 10'000; power <= 100'000'000'000; power *= 10) {
    for (int i = 0; i < 100; ++i)
      numbers.push_back(power + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(9 * power)));
    numbers.push_back(power);
    numbers.push_back(2 * power);
  }
  numbers.push_back(1'000'000'000'000);
  return numbers;
}

// Alone, these words are something else: nought is "not" in Vietnamese and no quantity anywhere; one is an article or a
// pronoun; năm is "year". StandInContext below shows that they are read where the text tells.
bool means_something_else_alone(std::int64_t number, const std::string& language) {
  return number < 2 || (language == "vi" && number == 5);
}

// ICU 72 spells two hundred to nine hundred as cardinals among the Russian ordinals: двести, not двухсотый.
bool is_misspelled_ordinal(std::int64_t number, const std::string& language) {
  return language == "ru" && number % 100 == 0 && number % 1000 >= 200;
}

struct Spelling {
  std::string language;
  std::string rules;
  NumberRole role = NumberRole::cardinal;
  std::int64_t last = 10'000;
  bool with_large_numbers = false;
};

void PrintTo(const Spelling& spelling, std::ostream* out) { *out << spelling.language << spelling.rules; }

class SpelledNumbers : public ::testing::TestWithParam<Spelling> {};

TEST_P(SpelledNumbers, AreReadWholeWithValueAndRole) {
  const Spelling& spelling = GetParam();
  const Speller speller(spelling.language, spelling.rules);
  std::vector<std::int64_t> numbers = up_to(spelling.last);
  if (spelling.with_large_numbers) {
    const std::vector<std::int64_t> sample = sample_of_large_numbers();
    numbers.insert(numbers.end(), sample.begin(), sample.end());
  }

  std::vector<std::string> failures;
  for (const std::int64_t number : numbers) {
    const bool is_cardinal = spelling.role == NumberRole::cardinal;
    if (number == 0 || (is_cardinal && means_something_else_alone(number, spelling.language))) continue;
    if (!is_cardinal && is_misspelled_ordinal(number, spelling.language)) continue;
    const std::string words = speller.spell(number);
    const std::string found = read(words, spelling.language);
    if (found != expected(number, spelling.role)) failures.push_back(words + " -> " + found);
  }

  if (failures.size() > 10) failures.resize(10);
  EXPECT_THAT(failures, ::testing::IsEmpty());
}

constexpr NumberRole ordinal = NumberRole::ordinal;

INSTANTIATE_TEST_SUITE_P(
    Rules, SpelledNumbers,
    ::testing::Values(
        Spelling{.language = "en", .rules = "%spellout-cardinal", .with_large_numbers = true},
        Spelling{.language = "en", .rules = "%spellout-cardinal-verbose"},
        Spelling{.language = "en", .rules = "%spellout-ordinal", .role = ordinal, .with_large_numbers = true},
        Spelling{.language = "en", .rules = "%spellout-ordinal-verbose", .role = ordinal},
        Spelling{.language = "vi", .rules = "%spellout-cardinal", .with_large_numbers = true},
        Spelling{.language = "vi", .rules = "%spellout-ordinal", .role = ordinal, .with_large_numbers = true},
        Spelling{.language = "ru", .rules = "%spellout-cardinal-masculine", .with_large_numbers = true},
        Spelling{.language = "ru", .rules = "%spellout-cardinal-feminine"},
        Spelling{.language = "ru", .rules = "%spellout-cardinal-neuter"},
        Spelling{.language = "ru", .rules = "%spellout-cardinal-masculine-genitive", .with_large_numbers = true},
        Spelling{.language = "ru", .rules = "%spellout-cardinal-masculine-dative", .with_large_numbers = true},
        Spelling{.language = "ru", .rules = "%spellout-cardinal-feminine-accusative", .with_large_numbers = true},
        Spelling{.language = "ru", .rules = "%spellout-cardinal-masculine-locative", .with_large_numbers = true},
        Spelling{.language = "ru", .rules = "%spellout-ordinal-masculine", .role = ordinal},
        Spelling{.language = "ru", .rules = "%spellout-ordinal-feminine-genitive", .role = ordinal},
        Spelling{.language = "ru", .rules = "%spellout-ordinal-neuter-ablative", .role = ordinal},
        Spelling{.language = "zh", .rules = "%spellout-cardinal", .with_large_numbers = true},
        Spelling{.language = "zh", .rules = "%spellout-numbering"},
        Spelling{.language = "zh", .rules = "%spellout-cardinal-alternate2"},
        Spelling{.language = "zh", .rules = "%spellout-ordinal", .role = ordinal}),
    [](const auto& tested) {
      std::string name = tested.param.language + tested.param.rules;
      for (char& c : name) {
        if (c == '%' || c == '-') c = '_';
      }
      return name;
    });

// The instrumental is apart: семью alone is "family" far more often than "with seven".
TEST(SpelledRussianInstrumentals, AreReadExceptAloneSeven) {
  const Speller speller("ru", "%spellout-cardinal-masculine-ablative");

  for (const std::int64_t number : up_to(10'000)) {
    if (number < 2) continue;
    const std::string words = speller.spell(number);
    EXPECT_EQ(read(words, "ru"), number == 7 ? "" : expected(number, NumberRole::cardinal)) << words;
  }
}

TEST(SpelledNumbersInContext, AreReadWhereTheTextTellsThemFromTheirHomographs) {
  const auto marked = [](const std::string& text, const std::string& language) {
    return tungse_tests::mark_anchors(text, language, AnchorKind::number);
  };

  EXPECT_EQ(marked("dài năm km", "vi"), "dài [năm km]\t5 km");
  EXPECT_EQ(marked("dài một km", "vi"), "dài [một km]\t1 km");
  EXPECT_EQ(marked("trong năm km", "vi"), "trong [năm km]\t5 km");
  EXPECT_EQ(marked("không có", "vi"), "không có");
  EXPECT_EQ(marked("one mile", "en"), "[one mile]\t1 mile");
  EXPECT_EQ(marked("одна верста", "ru"), "[одна верста]\t1 verst");
  EXPECT_EQ(marked("семью верстами", "ru"), "[семью верстами]\t7 verst");
  EXPECT_EQ(marked("长一公里", "zh"), "长[一公里]\t1 km");
}

// Manchu by rule, after Gorelova: multiplier before the power, fifteen by a word of its own.
std::string spell_manchu(std::int64_t number) {
  static const std::vector<std::string> units = {"",      "emu",     "juwe",  "ilan",  "duin",
                                                 "sunja", "ninggun", "nadan", "jakūn", "uyun"};
  static const std::vector<std::string> tens = {"",      "juwan", "orin",    "gūsin",   "dehi",
                                                "susai", "ninju", "nadanju", "jakūnju", "uyunju"};
  std::string words;
  const auto append = [&](const std::string& word) { words += (words.empty() ? "" : " ") + word; };
  const auto append_power = [&](std::int64_t power, const std::string& name) {
    if (number / power == 0) return;
    append(units.at(static_cast<std::size_t>(number / power)));
    append(name);
    number %= power;
  };
  append_power(10'000, "tumen");
  append_power(1000, "minggan");
  append_power(100, "tanggū");
  if (number == 15) {
    append("tofohon");
    return words;
  }
  if (number >= 10) append(tens.at(static_cast<std::size_t>(number / 10)));
  if (number % 10 != 0) append(units.at(static_cast<std::size_t>(number % 10)));
  return words;
}

TEST(ManchuNumbers, AreReadFromTwoToTenThousand) {
  for (const std::int64_t number : up_to(10'000)) {
    if (number < 2) continue;  // emu is "a"
    const std::string words = spell_manchu(number);
    EXPECT_EQ(read(words, "mnc"), expected(number, NumberRole::cardinal)) << words;
  }
}

}  // namespace

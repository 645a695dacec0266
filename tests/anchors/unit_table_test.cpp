#include "aligner/anchors/unit_table.h"

#include <algorithm>
#include <sstream>

#include <gmock/gmock.h>

#include "aligner/error.h"

#include "tests/anchors/notation.h"
#include "tests/support/case_file.h"

namespace {

using namespace aligner::anchors;  // NOLINT(google-build-using-namespace): the subject of every line
using ::testing::HasSubstr;

TEST(ParseFactor, ReadsProductsAndQuotientsExactly) {
  EXPECT_EQ(parse_factor("1000"), (Rational{1000, 1}));
  EXPECT_EQ(parse_factor("0.3048"), (Rational{381, 1250}));
  EXPECT_EQ(parse_factor("500*2.1336"), (Rational{5334, 5}));
  EXPECT_EQ(parse_factor("10/3"), (Rational{10, 3}));
  EXPECT_EQ(parse_factor("4*453.59237/3"), (Rational{45359237, 75000}));
}

TEST(ParseFactor, FindsNothingInWhatIsNoFactor) {
  for (const char* text : {"", "0", "x", "1.2.3", "1*", "/2", "-1", "99999999999999999999", "1e3"}) {
    EXPECT_FALSE(parse_factor(text)) << text;
  }
}

constexpr const char* heading = "unit\tdimension\tfactor\tsource\tany\ten\tvi\tru\tzh\tmnc\n";

TEST(UnitTable, FindsAWordingByItsFirstWord) {
  const UnitTable table =
      UnitTable::parse(std::string(heading) + "verst\tlength\t1066.8\tx\t\tverst\tdặm nga\tверст*\t俄里\t\n", "t.tsv");

  EXPECT_EQ(table.find_wordings("верстами", Language::ru).size(), 1U);
  EXPECT_TRUE(table.find_wordings("верстак", Language::ru).empty());
  EXPECT_EQ(table.find_wordings("俄", Language::zh).at(0).words, (std::vector<std::string>{"俄", "里"}));
  EXPECT_TRUE(table.find_wordings("verst", Language::vi).empty());
  EXPECT_EQ(table.find_measure("verst")->dimension, "length");
  EXPECT_EQ(table.find_measure("mile"), nullptr);
}

TEST(UnitTable, SaysWhereALineIsWrong) {
  const auto message = [](const std::string& line) {
    try {
      UnitTable::parse(heading + line, "t.tsv");
    } catch (const aligner::Error& error) {
      return std::string(error.what());
    }
    return std::string();
  };

  EXPECT_THAT(message("km\tlength\n"), HasSubstr("t.tsv:2: a unit has 10 cells"));
  EXPECT_THAT(message("km\tlength\tlong\tSI\tkm\t\t\t\t\t\n"), HasSubstr("t.tsv:2: the factor \"long\""));
}

struct Wording {
  std::string language;
  std::string unit;
  std::string text;
};

// As it would be written: signs without the spaces that part them in the table, stems bare.
std::string written(const std::string& wording, const std::string& language) {
  std::string text;
  for (std::size_t i = 0; i < wording.size(); ++i) {
    if (wording[i] == '*') continue;
    const bool before_sign = wording[i] == ' ' && (wording.compare(i + 1, 2, "²") == 0 || wording[i + 1] == '2' ||
                                                   wording[i + 1] == '.' || wording[i + 1] == '-');
    const bool behind_hyphen = wording[i] == ' ' && i > 0 && wording[i - 1] == '-';
    if (!before_sign && !behind_hyphen) text += wording[i];
  }
  return language == "zh" ? "三万" + text : "5 " + text;
}

std::vector<Wording> wordings_of_the_table() {
  static const std::vector<std::string> columns = {"en", "vi", "ru", "zh", "mnc"};
  std::istringstream lines(tungse_tests::read_bytes(TUNGSE_SOURCE_DIR "/corpora/units/units.tsv"));
  std::vector<Wording> wordings;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("#") || line.starts_with("unit\t") || line.starts_with("-\t")) continue;
    std::vector<std::string> cells;
    std::istringstream cut(line);
    for (std::string cell; std::getline(cut, cell, '\t');) cells.push_back(cell);
    for (std::size_t column = 5; column < cells.size(); ++column) {
      std::istringstream cell(cells[column]);
      const std::string& language = columns.at(column - 5);
      for (std::string wording; std::getline(cell, wording, '|');) {
        wordings.push_back({language, cells[0], written(wording, language)});
      }
    }
  }
  return wordings;
}

TEST(BundledUnits, AreReadInEveryWordingOfTheTable) {
  const std::vector<Wording> wordings = wordings_of_the_table();
  ASSERT_GT(wordings.size(), 300U);

  for (const Wording& wording : wordings) {
    const std::vector<Anchor> anchors = tungse_tests::anchors_of(wording.text, wording.language);
    ASSERT_EQ(anchors.size(), 1U) << wording.language << ": " << wording.text;
    const auto* number = std::get_if<Number>(&anchors[0].value);
    ASSERT_NE(number, nullptr) << wording.text;
    EXPECT_EQ(number->unit, wording.unit) << wording.language << ": " << wording.text;
    EXPECT_EQ(anchors[0].span.end, wording.text.size()) << wording.text;
  }
}

}  // namespace

// Every wording of corpora/eras/eras.tsv is read in its language, and gives the first year of its era.

#include <map>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include <gmock/gmock.h>

#include "aligner/anchors/lunar_calendar.h"

#include "tests/anchors/notation.h"
#include "tests/support/case_file.h"

namespace {

using namespace aligner::anchors;  // NOLINT(google-build-using-namespace): the subject of every line

struct Wording {
  std::string text;
  std::string language;
  int first_year = 0;
};

std::string as_one_word(std::string wording) {
  std::erase(wording, '-');
  return wording;
}

// The first year in the words of the language.
std::string first_year_of(const std::string& wording, const std::string& language) {
  if (language == "vi") return "năm " + wording + " thứ nhất";
  if (language == "en") return "the first year of " + wording;
  if (language == "ru") return "первый год " + as_one_word(wording);
  return language == "zh" ? wording + "元年" : wording + " i sucungga aniya";
}

std::vector<Wording> wordings() {
  static const std::vector<std::string> languages = {"vi", "en", "ru", "zh", "mnc"};
  std::vector<Wording> all;
  for (const tungse_tests::Case& row : tungse_tests::read_cases(TUNGSE_SOURCE_DIR "/corpora/eras/eras.tsv")) {
    if (row.fields[0] == "era") continue;
    for (std::size_t i = 0; i < languages.size() && i + 4 < row.fields.size(); ++i) {
      std::stringstream cell(row.fields[i + 4]);
      for (std::string wording; std::getline(cell, wording, ';');) {
        all.push_back({wording.substr(wording.find_first_not_of(' ')), languages[i], std::stoi(row.fields[1])});
      }
    }
  }
  return all;
}

TEST(Eras, AreReadInEveryWordingOfTheirList) {
  for (const Wording& wording : wordings()) {
    const std::string text = first_year_of(wording.text, wording.language);
    const std::vector<Anchor> anchors = tungse_tests::anchors_of(text, wording.language);
    ASSERT_FALSE(anchors.empty()) << text;
    const auto* date = std::get_if<Date>(&anchors[0].value);
    ASSERT_NE(date, nullptr) << text;
    EXPECT_EQ(date->calendar, Calendar::chinese) << text;
    EXPECT_EQ(date->earliest, find_lunar_year(wording.first_year)->first) << text;
  }
}

TEST(Eras, AreManyInEveryLanguage) {
  std::map<std::string, int> counts;
  for (const Wording& wording : wordings()) ++counts[wording.language];

  EXPECT_THAT(counts, ::testing::ElementsAre(
                          ::testing::Pair("en", ::testing::Ge(40)), ::testing::Pair("mnc", ::testing::Eq(10)),
                          ::testing::Pair("ru", ::testing::Ge(21)), ::testing::Pair("vi", ::testing::Ge(21)),
                          ::testing::Pair("zh", ::testing::Ge(21))));
}

}  // namespace

#include "aligner/report/columns.h"

#include <random>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/report/escaped.h"
#include "tests/report/random_text.h"
#include "tests/support/case_file.h"

namespace aligner::report {
namespace {

using tungse_tests::read_cases;

StyledText unstyled(const std::string& text) {
  StyledText styled;
  styled.append(text, 0);
  return styled;
}

std::string joined(const std::vector<Line>& lines) {
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) out += (i > 0 ? "|" : "") + lines[i].text;
  return out;
}

std::string without_spaces(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "\u00A0") == 0) {
      ++i;
    } else if (text[i] != ' ') {
      out += text[i];
    }
  }
  return out;
}

TEST(ColumnCount, GivesTheColumnsOfTheCaseFile) {
  for (const auto& example : read_cases(TUNGSE_CASES "/columns.tsv")) {
    SCOPED_TRACE(example.where());
    ASSERT_EQ(example.fields.size(), 2u);

    EXPECT_EQ(std::to_string(column_count(unescaped(example.fields[0]))), example.fields[1]);
  }
}

TEST(PlainText, LeavesWhatTheCaseFileSays) {
  for (const auto& example : read_cases(TUNGSE_CASES "/harmless.tsv")) {
    SCOPED_TRACE(example.where());
    ASSERT_EQ(example.fields.size(), 2u);

    EXPECT_EQ(plain_text(unescaped(example.fields[0])), unescaped(example.fields[1]));
  }
}

TEST(PlainText, ShowsBytesThatAreNotUtf8AsReplacementCharacters) { EXPECT_EQ(plain_text("a\xFFz"), "a\uFFFDz"); }

TEST(Wrap, CutsAsTheCaseFileSays) {
  for (const auto& example : read_cases(TUNGSE_CASES "/wrap.tsv")) {
    SCOPED_TRACE(example.where());
    ASSERT_EQ(example.fields.size(), 3u);

    const auto lines = wrap(unstyled(unescaped(example.fields[1])), std::stoul(example.fields[0]));

    EXPECT_EQ(joined(lines), unescaped(example.fields[2]));
  }
}

TEST(Wrap, NeverExceedsTheColumnsAndLosesOnlySpaces) {
  std::mt19937 random(1858);
  for (int round = 0; round < 500; ++round) {
    const std::string text = plain_text(random_text(random, random() % 120));
    const std::size_t columns = 2 + random() % 60;

    std::string kept;
    for (const Line& line : wrap(unstyled(text), columns)) {
      EXPECT_LE(line.columns, columns);
      EXPECT_EQ(line.styles.size(), line.text.size());
      kept += line.text;
    }

    EXPECT_EQ(without_spaces(kept), without_spaces(text));
  }
}

TEST(Wrap, TakesClustersApartThatAreWiderThanTheLine) {
  std::string stacked = "\u0915";
  for (int i = 0; i < 1000; ++i) stacked += "\u093E";  // a vowel sign that takes a column

  for (const Line& line : wrap(unstyled(stacked), 20)) EXPECT_LE(line.columns, 20u);
}

TEST(Wrap, TakesOneWordOfAMegabyte) { EXPECT_EQ(wrap(unstyled(std::string(1'000'000, 'x')), 50).size(), 20'000u); }

TEST(Wrap, TakesAMegabyteOfSpacesAndOfInvisibleCharacters) {
  std::string invisible;
  for (int i = 0; i < 200'000; ++i) invisible += "\u180E";

  EXPECT_EQ(joined(wrap(unstyled("a" + std::string(1'000'000, ' ') + "b"), 10)), "a|b");
  EXPECT_LE(wrap(unstyled("one two " + invisible + " three four five six"), 10).size(), 8u);
}

TEST(Wrap, KeepsStylesOnTheirBytes) {
  StyledText text;
  text.append("ký ", 0);
  text.append("16 tháng 5", 1);

  const std::vector<Line> lines = wrap(text, 9);

  ASSERT_EQ(joined(lines), "ký 16|tháng 5");
  EXPECT_THAT(lines[0].styles, testing::ElementsAre(0, 0, 0, 0, 1, 1));
  EXPECT_THAT(lines[1].styles, testing::Each(1));
}

TEST(Coloured, OpensAndClosesColoursInEveryLine) {
  StyledText text;
  text.append("signed ", 0);
  text.append("May 28", 2);

  const std::vector<Line> lines = wrap(text, 10);

  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(coloured(lines[0]), "signed \x1b[1;35mMay\x1b[0m");
  EXPECT_EQ(coloured(lines[1]), "\x1b[1;35m28\x1b[0m");
}

TEST(Shortened, CutsBetweenClustersAndSaysSo) {
  EXPECT_EQ(shortened("瑷珲条约", 5), "瑷珲...");
  EXPECT_EQ(shortened("Aigun", 5), "Aigun");
  EXPECT_EQ(shortened(std::string(1'000'000, 'x'), 3), "xxx...");
}

TEST(CountClusters, CountsWhatPeopleCallCharacters) {
  EXPECT_EQ(count_clusters("a\u0301b\u0302\u0323"), 2u);
  EXPECT_EQ(count_clusters("👨‍👩‍👧"), 1u);
  EXPECT_EQ(count_clusters(""), 0u);
}

}  // namespace
}  // namespace aligner::report

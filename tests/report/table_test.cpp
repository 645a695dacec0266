#include "aligner/report/table.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "aligner/report/columns.h"

#include "tests/report/random_text.h"

namespace aligner::report {
namespace {

TEST(Table, AlignsItsColumns) {
  EXPECT_EQ(write_table({{"0", "date", "May"}, {"12", "name", "Aigun"}}, {{Edge::right}, {}, {}}),
            " 0  date  May\n12  name  Aigun\n");
}

TEST(Table, CountsColumnsOfTheTerminalAndNotBytes) {
  EXPECT_EQ(write_table({{"瑷珲", "a"}, {"Ái", "b"}}, {{}, {}}), "瑷珲  a\nÁi    b\n");
}

TEST(Table, CutsCellsThatAreTooWide) {
  EXPECT_EQ(write_table({{"Đại Thanh quốc", "a"}}, {{.most = 9}, {}}), "Đại Th...  a\n");
  EXPECT_EQ(write_table({{"exactly 9", "a"}}, {{.most = 9}, {}}), "exactly 9  a\n");
}

TEST(Table, HasNoSpacesAtTheEndOfALine) { EXPECT_EQ(write_table({{"a", ""}, {"b"}}, {{}, {}}), "a\nb\n"); }

TEST(Table, IsEmptyWithoutRows) { EXPECT_EQ(write_table({}, {{}, {}}), ""); }

TEST(Table, TakesTextsOfAnyScriptAndKeepsALineARow) {
  std::mt19937 random(1861);
  for (int round = 0; round < 200; ++round) {
    const std::string cell = random_text(random, random() % 60);

    const std::string table = write_table({{cell, "x"}, {"y", cell}}, {{.most = 20}, {.most = 20}});

    EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 2);
    const std::string first = table.substr(0, table.find('\n'));
    EXPECT_LE(column_count(first), 20U + 2U + 1U) << first;
    EXPECT_TRUE(std::none_of(first.begin(), first.end(), [](unsigned char c) { return c < ' ' || c == 0x7F; }))
        << first;
  }
}

}  // namespace
}  // namespace aligner::report

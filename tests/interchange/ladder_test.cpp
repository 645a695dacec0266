#include "aligner/interchange/ladder.h"

#include <random>
#include <string>
#include <vector>

#include "aligner/error.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/case_file.h"
#include "tests/support/temporary_directory.h"

namespace aligner::interchange {
namespace {

using ::testing::HasSubstr;

std::string message_of(const std::string& bytes) {
  try {
    parse_ladder(bytes, "gold.ladder");
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

std::string spaced(const std::vector<std::size_t>& indexes) {
  std::string out;
  for (const std::size_t index : indexes) out += (out.empty() ? "" : " ") + std::to_string(index);
  return out;
}

align::Bead bead(std::vector<std::size_t> source, std::vector<std::size_t> target, double cost) {
  return {.source = std::move(source), .target = std::move(target), .cost = cost};
}

TEST(ReadLadder, TakesEveryAcceptedLineOfTheCaseFile) {
  for (const auto& example : tungse_tests::read_cases(TUNGSE_CASES "/ladder.accepted.tsv")) {
    SCOPED_TRACE(example.where());
    ASSERT_EQ(example.fields.size(), 5u);

    const std::vector<LadderLine> lines = parse_ladder(example.fields[0] + "\n", "case");

    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(spaced(lines[0].source), example.fields[1]);
    EXPECT_EQ(spaced(lines[0].target), example.fields[2]);
    EXPECT_EQ(lines[0].cost.has_value(), example.fields[3] != "-");
    if (lines[0].cost) {
      EXPECT_DOUBLE_EQ(*lines[0].cost, std::stod(example.fields[3]));
    }
    EXPECT_EQ(lines[0].remark.empty() ? "-" : lines[0].remark, example.fields[4]);
  }
}

TEST(ReadLadder, RefusesEveryRefusedLineOfTheCaseFileWithPlaceAndRemedy) {
  for (const auto& example : tungse_tests::read_cases(TUNGSE_CASES "/ladder.refused.tsv")) {
    SCOPED_TRACE(example.where());
    ASSERT_EQ(example.fields.size(), 2u);

    const std::string message = message_of("[0]:[0]\n" + example.fields[0] + "\n");

    EXPECT_THAT(message, HasSubstr("gold.ladder:2: "));
    EXPECT_THAT(message, HasSubstr(example.fields[1]));
  }
}

TEST(ReadLadder, SkipsCommentsAndBlankLinesAndTakesWindowsLineEnds) {
  const auto lines =
      parse_ladder("\xEF\xBB\xBF# gold of three readers\r\n\r\n[0]:[0]\r\n   # more\r\n[1]:[]\r\n", "gold");

  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[1].source, std::vector<std::size_t>{1});
  EXPECT_TRUE(lines[1].target.empty());
}

TEST(ReadLadder, TakesALastLineWithoutLineEnd) { EXPECT_EQ(parse_ladder("[0]:[0]\n[1]:[1]", "gold").size(), 2u); }

TEST(ReadLadder, FindsNothingInAnEmptyFile) { EXPECT_TRUE(parse_ladder("", "gold").empty()); }

TEST(ReadLadder, CountsCommentsAndBlankLinesWhenItNamesALine) {
  EXPECT_THAT(message_of("# one\n\n[0]:[0]\n[1]:[x]\n"), HasSubstr("gold.ladder:4: "));
}

TEST(ReadLadder, NeverRepeatsEscapeSequencesInAMessage) {
  const std::string message = message_of("\x1b[31m\x1b]0;title\x07[0]:[0]\n");

  EXPECT_EQ(message.find('\x1b'), std::string::npos);
  EXPECT_THAT(message, HasSubstr("\\x1b"));
}

TEST(ReadLadder, QuotesOnlyTheBeginningOfAnEnormousLine) {
  EXPECT_LT(message_of(std::string(5'000'000, 'x')).size(), 300u);
}

TEST(ReadLadder, TakesAnEnormousGroupInLinearTime) {
  std::string line = "[0";
  for (int i = 1; i < 300'000; ++i) line += ", " + std::to_string(i);

  const auto lines = parse_ladder(line + "]:[0]\n", "gold");

  EXPECT_EQ(lines.at(0).source.size(), 300'000u);
}

TEST(ReadLadder, RefusesUtf16WithARemedy) {
  EXPECT_THAT(message_of(std::string("\xFF\xFE[\0", 4)), HasSubstr("save it as UTF-8"));
}

TEST(ReadLadder, ReadsAFile) {
  const tungse_tests::TemporaryDirectory directory;
  const std::string path = directory.write("gold.ladder", "[0]:[0]\n");

  EXPECT_EQ(read_ladder(path).size(), 1u);
}

TEST(ReadLadder, NamesAFileThatIsNotThereOrIsADirectory) {
  const tungse_tests::TemporaryDirectory directory;
  const auto message = [](const std::filesystem::path& path) {
    try {
      read_ladder(path);
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string();
  };

  EXPECT_THAT(message(directory.path() / "none.ladder"), HasSubstr("none.ladder: cannot be read"));
  EXPECT_THAT(message(directory.path()), HasSubstr("is a directory"));
}

TEST(ReadLadder, ReadsEveryBundledGoldFile) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(TUNGSE_SOURCE_DIR "/corpora/accounts")) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".ladder" && ending != ".links") continue;
    EXPECT_FALSE(read_ladder(entry.path()).empty()) << entry.path();
    ++count;
  }
  EXPECT_GE(count, 4u);
}

TEST(WriteLadder, PutsAMovedBeadWhereItsSourceStands) {
  align::Alignment swapped{.source_count = 2, .target_count = 2};
  swapped.beads = {bead({0}, {1}, 0.5), bead({1}, {0}, 0.25)};
  swapped.beads[0].moved = true;

  EXPECT_EQ(write_ladder(swapped), "[0]:[1]:0.500000\n[1]:[0]:0.250000\n");
}

TEST(WriteLadder, WritesEveryBeadOfAParallelAlignmentInOrder) {
  const align::Alignment alignment{.mode = align::Mode::parallel,
                                   .beads = {bead({0, 1}, {0}, 0.4182267), bead({2}, {}, 3.5), bead({}, {1}, 0)}};

  EXPECT_EQ(write_ladder(alignment), "[0, 1]:[0]:0.418227\n[2]:[]:3.500000\n[]:[1]:0.000000\n");
}

TEST(WriteLadder, WritesOnlyLinksOfAComparableAlignmentAndKeepsTheirOrder) {
  const align::Alignment alignment{.mode = align::Mode::comparable,
                                   .beads = {bead({7}, {3}, 0.25), bead({9}, {}, 1), bead({0}, {4, 5}, 0.5)}};

  EXPECT_EQ(write_ladder(alignment), "[7]:[3]:0.250000\n[0]:[4, 5]:0.500000\n");
}

TEST(WriteLadder, WritesNothingForAnEmptyAlignment) { EXPECT_EQ(write_ladder({}), ""); }

TEST(WriteLadder, NeverWritesAMinusBeforeZero) {
  EXPECT_EQ(write_ladder({.beads = {bead({0}, {0}, -0.0)}}), "[0]:[0]:0.000000\n");
}

TEST(WriteLadder, WritesWhatCanBeReadAgain) {
  std::mt19937 random(1858);
  for (int round = 0; round < 200; ++round) {
    align::Alignment alignment;
    for (std::size_t i = 0; i < random() % 20; ++i) {
      align::Bead made = bead({}, {}, static_cast<double>(random() % 100'000) / 64.0);
      for (std::size_t n = random() % 4; n > 0; --n) made.source.push_back(10 * i + 4 - n);
      for (std::size_t n = random() % 4 + (made.source.empty() ? 1 : 0); n > 0; --n)
        made.target.push_back(20 * i + 5 - n);
      alignment.beads.push_back(made);
    }

    const auto lines = parse_ladder(write_ladder(alignment), "written");

    ASSERT_EQ(lines.size(), alignment.beads.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      EXPECT_EQ(lines[i].source, alignment.beads[i].source);
      EXPECT_EQ(lines[i].target, alignment.beads[i].target);
      EXPECT_NEAR(lines[i].cost.value(), alignment.beads[i].cost, 5e-7);  // six decimals
    }
  }
}

TEST(ParseLadder, EitherReadsOrThrowsAnErrorOnRandomBytes) {
  std::mt19937 random(1860);
  const std::string letters = std::string("[],:0123456789 -#\n\rx.e\xE1") + '\0';
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes;
    for (std::size_t n = random() % 24; n > 0; --n) bytes += letters[random() % letters.size()];
    try {
      parse_ladder(bytes, "random");
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr("random:"));
    }
  }
}

}  // namespace
}  // namespace aligner::interchange

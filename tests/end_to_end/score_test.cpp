// tungse score: how well ladders agree with gold.

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/tungse_command.h"

namespace end_to_end {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class Score : public CommandTest {
 protected:
  std::string gold() const { return write("gold", "[0]:[0]\n[1, 2]:[1]\n[3]:[]\n[4]:[2]\n"); }
  // Of three pairs one is right, one is right in part, one is wrong.
  std::string third() const { return write("third", "[0]:[0]:0.1\n[1]:[1]:0.2\n[2, 3]:[2]:0.3\n"); }
};

TEST_F(Score, GoldAgainstItselfIsPerfect) {
  const ProgramResult result = tungse({"score", "--gold", gold(), gold()});

  expect_fine(result);
  EXPECT_THAT(result.out, HasSubstr("strict  P 1.0000  R 1.0000  F1 1.0000"));
  EXPECT_EQ(result.err, "");
}

TEST_F(Score, CountsStrictlyAndLaxly) {
  const ProgramResult result = tungse({"score", "--gold", gold(), third(), "--json"});

  expect_fine(result);
  const json score = json::parse(result.out);
  EXPECT_NEAR(score.at("strict").at("precision").get<double>(), 1.0 / 3, 1e-9);
  EXPECT_NEAR(score.at("strict").at("recall").get<double>(), 1.0 / 3, 1e-9);
  EXPECT_NEAR(score.at("lax").at("precision").get<double>(), 2.0 / 3, 1e-9);
  EXPECT_EQ(score.at("strict").at("expected"), 3);
}

TEST_F(Score, SeveralFilesAreCountedTogetherAndApart) {
  const std::string golds = gold() + "," + gold();

  const ProgramResult text = tungse({"score", "--gold", golds, gold() + "," + third()});
  const json score = json::parse(tungse({"score", "--gold", golds, gold() + "," + third(), "--json"}).out);

  EXPECT_EQ(std::count(text.out.begin(), text.out.end(), '\n'), 3) << text.shown();
  EXPECT_THAT(text.out, HasSubstr("all together"));
  EXPECT_NEAR(score.at("strict").at("f1").get<double>(), 4.0 / 6, 1e-9);
  ASSERT_EQ(score.at("files").size(), 2U);
  EXPECT_NEAR(score.at("files").at(1).at("strict").at("f1").get<double>(), 1.0 / 3, 1e-9);
}

TEST_F(Score, DifferingNumbersOfFilesAreAnErrorOfUsage) {
  expect_refused(tungse({"score", "--gold", gold() + "," + gold(), gold()}), {"2 gold files", "1"}, 2);
}

TEST_F(Score, AGateThatIsNotMetIsExitCode3) {
  const ProgramResult result = tungse({"score", "--gold", gold(), third(), "--min-f1", "0.9"});

  EXPECT_EQ(result.exit_code, 3) << result.shown();
  EXPECT_THAT(result.out, HasSubstr("F1 0.3333"));
  EXPECT_THAT(result.err, HasSubstr("0.9"));
}

TEST_F(Score, AGateThatIsMetIsFine) { expect_fine(tungse({"score", "--gold", gold(), gold(), "--min-f1", "1"})); }

TEST_F(Score, AHypothesisCanBeStandardInput) {
  const ProgramResult result = tungse({"score", "--gold", gold(), "-"}, "[0]:[0]:0.1\n");

  expect_fine(result);
  EXPECT_THAT(result.out, HasSubstr("P 1.0000"));
}

TEST_F(Score, ABadLineIsNamed) {
  const std::string bad = write("bad.ladder", "[0]:[0]\n[1:[1]\n");

  expect_refused(tungse({"score", "--gold", gold(), bad}), {"bad.ladder:2"});
}

TEST_F(Score, AMissingFileIsNamed) {
  expect_refused(tungse({"score", "--gold", gold(), in_folder("missing.ladder")}), {"missing.ladder"});
}

}  // namespace
}  // namespace end_to_end

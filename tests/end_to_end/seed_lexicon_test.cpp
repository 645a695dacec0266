// The bundled lexicons, as a user meets them: used where the languages fit, said, and left out on demand.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;
using tungse_tests::read_bytes;

class SeedLexicon : public CommandTest {
 protected:
  json align(const std::string& source, const std::string& target, std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"align", source, target, "--format", "json", "--quiet"});
    const ProgramResult result = tungse(more);
    expect_fine(result);
    return json::parse(result.out);
  }

  static json used(const json& report) { return report.at("settings").at("seed_lexicon"); }
};

TEST_F(SeedLexicon, IsUsedWhereTheLanguagesFitInEitherDirectionAndBothModes) {
  const std::string vi = corpus("aigun/vi.txt");
  const std::string en = corpus("aigun/en.txt");
  const std::string ru = corpus("aigun/ru.txt");

  EXPECT_THAT(used(align(vi, en)), StartsWith("vi-en:"));
  EXPECT_THAT(used(align(en, vi, {"--mode", "comparable"})), StartsWith("vi-en:"));
  EXPECT_THAT(used(align(ru, en)), StartsWith("ru-en:"));
  EXPECT_THAT(used(align(vi, ru)), StartsWith("vi-ru:"));
}

TEST_F(SeedLexicon, IsNotThereForOtherLanguages) {
  EXPECT_TRUE(used(align(english(), vietnamese(), {"--source-lang", "de"})).is_null());
}

TEST_F(SeedLexicon, IsLeftOutOnDemandAndSaidToBe) {
  const json with = align(english(), vietnamese());
  const json without = align(english(), vietnamese(), {"--no-seed-lexicon"});

  EXPECT_TRUE(used(without).is_null());
  EXPECT_NE(with.at("beads"), without.at("beads"));
}

TEST_F(SeedLexicon, IsSaidInTheReport) {
  const ProgramResult result = tungse({"align", english(), vietnamese(), "--quiet"});

  EXPECT_THAT(result.out, HasSubstr("\"seed_lexicon\":\""));
}

TEST_F(SeedLexicon, StaysBesideALexiconOfTheUser) {
  const std::string dictionary = write("mine.tsv", "river\tsông\n");

  const json report = align(english(), vietnamese(), {"--dictionary", dictionary});

  EXPECT_THAT(used(report), StartsWith("vi-en:"));
  EXPECT_EQ(report.at("settings").at("lexicons").size(), 1u);
}

TEST_F(SeedLexicon, InABatchHelpsEveryPairInItsLanguages) {
  const std::string manifest =
      write("pairs.tsv", english() + "\t" + vietnamese() + "\t" + in_folder("a") + "\n" + corpus("aigun/ru.txt") +
                             "\t" + corpus("aigun/en.txt") + "\t" + in_folder("b") + "\n");

  expect_fine(tungse({"align", "--batch", manifest, "--format", "json", "--quiet"}));

  EXPECT_THAT(used(json::parse(read_bytes(in_folder("a")))), StartsWith("vi-en:"));
  EXPECT_THAT(used(json::parse(read_bytes(in_folder("b")))), StartsWith("ru-en:"));
}

TEST_F(SeedLexicon, LearningIsGuidedByItAndTakesNothingOver) {
  const std::string learnt = in_folder("made.lexicon");
  const std::vector<std::string> words{"learn", vietnamese(), english(), "--output", learnt, "--quiet"};

  expect_fine(tungse(words));

  EXPECT_LT(read_bytes(learnt).size(), 20'000u) << "the bundled lexicon has hundreds of thousands";
}

}  // namespace
}  // namespace end_to_end

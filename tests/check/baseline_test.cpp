#include "aligner/check/baseline.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "aligner/error.h"

namespace aligner::check {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;
using testing::Throws;

Finding finding(const std::string& key) {
  return {
      .kind = FindingKind::unit, .source_words = "12\tверст", .target_words = "12 miles", .reason = "why", .key = key};
}

TEST(Baseline, HasWhatWasAddedAndReadAgain) {
  Baseline judged;
  judged.add(std::vector<Finding>{finding("0123456789abcdef"), finding("0123456789abcdef")});

  const Baseline again = Baseline::parse(judged.bytes(), "judged.tsv");

  EXPECT_EQ(again.size(), 1U);
  EXPECT_TRUE(again.has(finding("0123456789abcdef")));
  EXPECT_FALSE(again.has(finding("0123456789abcdee")));
  EXPECT_THAT(judged.bytes(), HasSubstr("0123456789abcdef\tunit\t12 верст\t12 miles\twhy\n"));
}

TEST(Baseline, KeepsNotesAndLinesAsTheyWere) {
  const std::string bytes = "# Lan, March\r\n\n0123456789abcdef # fine";
  Baseline judged = Baseline::parse(bytes, "judged.tsv");

  judged.add(std::vector<Finding>{finding("00000000000000aa")});

  EXPECT_THAT(judged.bytes(), StartsWith(bytes + "\n00000000000000aa\t"));
  EXPECT_TRUE(judged.has(finding("0123456789abcdef")));
}

TEST(Baseline, ALineWithoutAKeyIsAnErrorThatSaysWhereAndWhatToDo) {
  EXPECT_THAT(
      [] { Baseline::parse("# notes\nfine\n", "judged.tsv"); },
      Throws<Error>(testing::Property(&Error::what, AllOf(HasSubstr("judged.tsv:2"), HasSubstr("--write-baseline")))));
}

TEST(Baseline, BytesThatAreNotUtf8AreAnError) { EXPECT_THROW(Baseline::parse("\xff\n", "judged.tsv"), Error); }

TEST(Baseline, LongWordsAreCutBetweenCharacters) {
  Finding one = finding("0123456789abcdef");
  one.source_words.clear();
  for (int i = 0; i < 300; ++i) one.source_words += "ế";
  Baseline judged;
  judged.add(std::vector<Finding>{one});

  EXPECT_NO_THROW(Baseline::parse(judged.bytes(), "judged.tsv"));
  EXPECT_LT(judged.bytes().size(), 400U);
}

}  // namespace
}  // namespace aligner::check

// tungse segment: one sentence a line.

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class Segment : public CommandTest {
 protected:
  std::string account() const {
    return write("account.txt",
                 "The Treaty\n\nN. N. Muravyov came to Aigun. He met Yishan there. They signed in St. Petersburg.\n");
  }
};

TEST_F(Segment, PrintsOneSentenceALine) {
  const ProgramResult result = tungse({"segment", account(), "--lang", "en"});

  expect_fine(result);
  EXPECT_EQ(result.out,
            "The Treaty\nN. N. Muravyov came to Aigun.\nHe met Yishan there.\nThey signed in St. Petersburg.\n");
  EXPECT_EQ(result.err, "");
}

TEST_F(Segment, SaysALanguageThatItDetected) {
  const ProgramResult result = tungse({"segment", account()});

  EXPECT_THAT(result.err, HasSubstr("account.txt"));
  EXPECT_EQ(tungse({"segment", account(), "--quiet"}).err, "");
}

TEST_F(Segment, ReadsStandardInput) {
  EXPECT_EQ(tungse({"segment", "-", "--lang", "en"}, "One came. Two went.\n").out, "One came.\nTwo went.\n");
}

TEST_F(Segment, WritesAFile) {
  expect_fine(tungse({"segment", account(), "--lang", "en", "--output", in_folder("sentences.txt")}));

  EXPECT_THAT(tungse_tests::read_bytes(in_folder("sentences.txt")), HasSubstr("He met Yishan there.\n"));
}

TEST_F(Segment, JsonSaysWhereEachSegmentStandsAndWhatItIs) {
  const ProgramResult result = tungse({"segment", account(), "--lang", "en", "--json"});

  expect_fine(result);
  const json whole = json::parse(result.out);
  EXPECT_EQ(whole.at("language"), "en");
  ASSERT_EQ(whole.at("segments").size(), 4U);
  EXPECT_EQ(whole.at("segments").at(0).at("kind"), "heading");
  EXPECT_EQ(whole.at("segments").at(1).at("begin"), 12);
  EXPECT_EQ(whole.at("segments").at(1).at("text"), "N. N. Muravyov came to Aigun.");
}

TEST_F(Segment, OwnRulesReplaceTheBundledOnes) {
  const std::string rules = write("own.srx",
                                  "<?xml version=\"1.0\"?>\n"
                                  "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">\n"
                                  "<header segmentsubflows=\"yes\" cascade=\"yes\"/>\n<body><languagerules>\n"
                                  "<languagerule languagerulename=\"Own\">\n<rule break=\"no\">\n"
                                  "<beforebreak>came to Aigun\\.</beforebreak><afterbreak>\\s</afterbreak>\n</rule>\n"
                                  "</languagerule></languagerules>\n<maprules>"
                                  "<languagemap languagepattern=\".*\" languagerulename=\"Own\"/>"
                                  "</maprules></body></srx>\n");

  const ProgramResult result = tungse({"segment", account(), "--lang", "en", "--srx", rules});

  expect_fine(result);
  EXPECT_THAT(result.out, HasSubstr("came to Aigun. He met Yishan there.\n"));
}

TEST_F(Segment, TheBundledVietnameseAccountIsCutAsByHand) {
  const ProgramResult result = tungse({"segment", corpus("three-treaties/vi.txt"), "--lang", "vi"});

  EXPECT_EQ(result.out, tungse_tests::read_bytes(corpus("three-treaties/vi.segments.txt")));
}

}  // namespace
}  // namespace end_to_end

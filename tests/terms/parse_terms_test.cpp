#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/error.h"
#include "aligner/terms/term_list.h"

#include "tests/support/temporary_directory.h"

namespace aligner::terms {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;

const std::string header = "concept\ttype\tlanguage\twording\tstatus\tverified\tsource\tnote\n";

/// The message with which `bytes` are refused, or "read" where they are not.
std::string refusal(const std::string& bytes) {
  try {
    parse_terms(bytes, "my.tsv");
  } catch (const Error& error) {
    return error.what();
  }
  return "read";
}

TEST(ParseTerms, ReadsTheLongForm) {
  const TermList list =
      parse_terms(header + "# a comment\n\nr_amur\triver\tvi\tCupid\tdeprecated\tyes\tS1\tthe god of love\n", "my.tsv");

  ASSERT_THAT(list.concepts(), SizeIs(1));
  const Concept expected{.id = "r_amur",
                         .type = "river",
                         .terms = {{.language = text::LanguageTag::parse("vi"),
                                    .wording = "Cupid",
                                    .status = TermStatus::deprecated,
                                    .verified = true,
                                    .note = "the god of love"}},
                         .source = "S1"};
  EXPECT_EQ(list.concepts()[0], expected);
}

TEST(ParseTerms, ALineWithoutWordingSpeaksOfTheConcept) {
  const TermList list =
      parse_terms(header + "r_amur\triver\t\t\t\t\tS0 S1\ta long river\nr_amur\triver\ten\tAmur\n", "my.tsv");

  EXPECT_EQ(list.find("r_amur")->note, "a long river");
  EXPECT_EQ(list.find("r_amur")->source, "S0 S1");
  EXPECT_THAT(list.find("r_amur")->terms, SizeIs(1));
}

TEST(ParseTerms, ReadsTheWideFormOfAUser) {
  const TermList list = parse_terms("en\tvi\nTreaty of Aigun|Aigun Treaty\tHiệp ước Aigun\n", "my.tsv");

  const Concept* treaty = list.find("en:Treaty of Aigun");
  ASSERT_NE(treaty, nullptr);
  ASSERT_THAT(treaty->terms, SizeIs(3));
  EXPECT_EQ(treaty->terms[0].status, TermStatus::preferred);
  EXPECT_EQ(treaty->terms[1].status, TermStatus::admitted);
  EXPECT_EQ(treaty->terms[2].language.str(), "vi");
  EXPECT_EQ(treaty->terms[2].status, TermStatus::preferred);
  EXPECT_FALSE(treaty->terms[0].verified);
}

TEST(ParseTerms, ReadsRelationsInBothDirections) {
  const TermList list = parse_terms("concept\trelation\tother\nt_aigun\tnamed after\tl_aigun\n", "my.tsv");

  ASSERT_NE(list.find_relation("t_aigun", "l_aigun"), nullptr);
  EXPECT_EQ(list.find_relation("t_aigun", "l_aigun")->kind, RelationKind::named_after);
  EXPECT_EQ(list.find_relation("l_aigun", "t_aigun")->kind, RelationKind::namesake);
}

TEST(ParseTerms, TakesAByteOrderMarkAndWindowsLineEnds) {
  const TermList list = parse_terms(
      "\xEF\xBB\xBF"
      "en\tvi\r\nAmur\tHắc Long Giang\r\n",
      "my.tsv");

  ASSERT_NE(list.find("en:Amur"), nullptr);
  EXPECT_EQ(list.find("en:Amur")->terms[1].wording, "Hắc Long Giang");
}

TEST(ParseTerms, ALineThatStandsTwiceCountsOnce) {
  const std::string line = "r_amur\triver\ten\tAmur\tpreferred\tyes\n";
  const TermList list = parse_terms(header + line + line, "my.tsv");

  EXPECT_THAT(list.concepts()[0].terms, SizeIs(1));
}

TEST(ParseTerms, LinesThatContradictEachOtherAreRefused) {
  EXPECT_EQ(refusal(header + "x\t\ten\tAmur\tpreferred\nx\t\ten\tAmur\tdeprecated\n"),
            "my.tsv:3: the wording \"Amur\" is deprecated here and preferred in line 2; keep one of them");
  EXPECT_EQ(refusal(header + "x\triver\ten\tAmur\nx\tplace\ten\tAmoor\n"),
            "my.tsv:3: concept \"x\" was of type \"river\" further up and is \"place\" here; give it one type");
}

TEST(ParseTerms, AWrongHeaderIsAnsweredWithASuggestion) {
  EXPECT_EQ(refusal("concept\tlangauge\twording\nx\ten\tAmur\n"),
            "my.tsv:1: there is no column \"langauge\" in this form of list; did you mean \"language\"?");
  EXPECT_EQ(refusal("concept\tlanguage\twordign\n"),
            "my.tsv:1: there is no column \"wordign\" in this form of list; did you mean \"wording\"?");
  EXPECT_EQ(refusal("concpet\ten\tvi\n"),
            "my.tsv:1: column \"concpet\" is not a BCP 47 language tag; did you mean \"concept\"?");
  EXPECT_EQ(refusal("concept\tlanguage\tstatus\n"),
            "my.tsv:1: the column \"wording\" is missing; add it to the header line");
  EXPECT_EQ(refusal("concept\trelation\n"), "my.tsv:1: the column \"other\" is missing; add it to the header line");
  EXPECT_EQ(refusal("en\ten\n"),
            "my.tsv:1: there are two columns \"en\"; separate several wordings by \"|\" in one column");
  EXPECT_EQ(refusal("concept\tnote\n"),
            "my.tsv:1: no column names a language; add one such as \"en\", or \"language\" and \"wording\"");
  EXPECT_EQ(refusal("en\t\tvi\n"), "my.tsv:1: column 2 has no name; name it or take the extra tab away");
}

TEST(ParseTerms, AWrongFieldIsAnsweredWithARemedy) {
  EXPECT_EQ(refusal(header + "x\t\ten\tAmur\tprefered\n"),
            "my.tsv:2: status \"prefered\" is none of preferred, admitted, deprecated, proposed; did you mean "
            "\"preferred\"?");
  EXPECT_EQ(refusal(header + "x\t\tenglish!\tAmur\n"),
            "my.tsv:2: language \"english!\" is not a BCP 47 language tag; write one such as \"en\", \"vi\" or "
            "\"zh-Hant\"");
  EXPECT_EQ(refusal(header + "x\t\tenglish\tAmur\n"),
            "my.tsv:2: language \"english\" is not a BCP 47 language tag; write one such as \"en\", \"vi\" or "
            "\"zh-Hant\"");
  EXPECT_EQ(refusal(header + "x\t\ten\tAmur\tpreferred\tmaybe\n"),
            "my.tsv:2: verified is \"maybe\"; write \"yes\" or \"no\"");
  EXPECT_EQ(refusal(header + "x\t\ten\t\n"),
            "my.tsv:2: the field \"wording\" is empty; fill it or begin the line with \"#\"");
  EXPECT_EQ(refusal(header + "\t\ten\tAmur\n"),
            "my.tsv:2: the field \"concept\" is empty; fill it or begin the line with \"#\"");
  EXPECT_EQ(refusal("en\tvi\nAmur\tA\tB\n"),
            "my.tsv:2: there are 3 fields where the header names 2; take the extra tab away or name the column");
  EXPECT_EQ(refusal("concept\trelation\tother\na\tpart off\tb\n"),
            "my.tsv:2: relation \"part off\" is unknown; did you mean \"part of\"?");
  EXPECT_EQ(refusal("concept\trelation\tother\na\trelated\ta\n"),
            "my.tsv:2: concept \"a\" is related to itself; name another one under \"other\"");
}

TEST(ParseTerms, AFileWithoutHeaderIsRefused) {
  EXPECT_THAT(refusal(""), HasSubstr("there is no header line"));
  EXPECT_THAT(refusal("# only a comment\n\n"), HasSubstr("there is no header line"));
}

TEST(ParseTerms, BytesThatAreNoUtf8AreRefusedWithTheirLine) {
  EXPECT_THAT(refusal("en\tvi\nAmur\tH\xE1\xC3\n"), AllOf(StartsWith("my.tsv:2"), HasSubstr("UTF-8")));
}

TEST(ParseTerms, AnEnormousLineIsQuotedInPart) {
  const std::string enormous(2'000'000, 'x');

  EXPECT_LT(refusal(header + "x\t\ten\tAmur\t" + enormous + "\n").size(), 300u);
  EXPECT_LT(refusal(enormous + "\tlanguage\n").size(), 300u);
  EXPECT_EQ(refusal("en\n" + enormous + "\n"), "read");
}

TEST(ParseTerms, ManyTabsInOneLineAreRefusedAtOnce) {
  EXPECT_THAT(refusal("en\nAmur" + std::string(1'000'000, '\t')), StartsWith("my.tsv:2: there are 1000001 fields"));
}

TEST(ReadTerms, NamesAFileThatIsNotThere) {
  tungse_tests::TemporaryDirectory directory;

  EXPECT_THROW(read_terms(directory.path() / "absent.tsv"), Error);
  EXPECT_THROW(read_terms(directory.path()), Error);
  const TermList list = read_terms(directory.write("mine.tsv", "en\tvi\nAmur\tHắc Long Giang\n"));
  EXPECT_THAT(list.concepts(), SizeIs(1));
}

}  // namespace
}  // namespace aligner::terms

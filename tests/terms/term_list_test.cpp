#include "aligner/terms/term_list.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace aligner::terms {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

TermList parsed(const std::string& bytes) { return parse_terms(bytes, "test"); }

TEST(TermList, MergingKeepsTheOrderInWhichConceptsWereMet) {
  TermList list = parsed("concept\ten\nb\tB\na\tA\n");

  list.merge(parsed("concept\ten\nc\tC\na\tAA\n"));

  ASSERT_THAT(list.concepts(), SizeIs(3));
  EXPECT_EQ(list.concepts()[0].id, "b");
  EXPECT_EQ(list.concepts()[1].id, "a");
  EXPECT_EQ(list.concepts()[2].id, "c");
  EXPECT_THAT(list.find("a")->terms, SizeIs(2));
}

TEST(TermList, TheLaterListDecidesOnStatusAndNote) {
  TermList list = parsed("concept\tlanguage\twording\tstatus\tverified\nx\ten\tAmur\tpreferred\tyes\n");

  list.merge(parsed("concept\tlanguage\twording\tstatus\tnote\nx\ten\tAmur\tdeprecated\tnot here\n"));

  ASSERT_THAT(list.find("x")->terms, SizeIs(1));
  EXPECT_EQ(list.find("x")->terms[0].status, TermStatus::deprecated);
  EXPECT_EQ(list.find("x")->terms[0].note, "not here");
  EXPECT_TRUE(list.find("x")->terms[0].verified);
}

TEST(TermList, RelationsToUnknownConceptsAreDropped) {
  TermList list = parsed("concept\ten\na\tA\n");

  list.merge(parsed("concept\trelation\tother\na\tpart of\tnowhere\n"));

  EXPECT_THAT(list.concepts(), SizeIs(1));
  EXPECT_THAT(list.find("a")->relations, IsEmpty());
}

TEST(TermList, ALaterRelationReplacesAnEarlierOneInBothDirections) {
  TermList list = parsed("concept\ten\na\tA\nb\tB\n");
  list.merge(parsed("concept\trelation\tother\na\trelated\tb\n"));

  list.merge(parsed("concept\trelation\tother\nb\thas part\ta\n"));

  EXPECT_EQ(list.find_relation("a", "b")->kind, RelationKind::part_of);
  EXPECT_EQ(list.find_relation("b", "a")->kind, RelationKind::has_part);
  EXPECT_THAT(list.find("a")->relations, SizeIs(1));
}

TEST(TermList, MergingAListIntoItselfChangesNothing) {
  TermList list = bundled_terms();

  list.merge(list);
  EXPECT_EQ(list, bundled_terms());

  list.merge(bundled_terms());
  EXPECT_EQ(list, bundled_terms());
}

TEST(TermList, FindsNothingForAnUnknownId) {
  EXPECT_EQ(TermList().find("x"), nullptr);
  EXPECT_EQ(bundled_terms().find(""), nullptr);
  EXPECT_EQ(bundled_terms().find_relation("x", "y"), nullptr);
  EXPECT_EQ(bundled_terms().find_relation("l_aigun", "l_paris"), nullptr);
}

TEST(EnglishName, IsTheFirstEnglishWordingOrElseTheId) {
  const TermList list({{.id = "r_amur",
                        .terms = {{.language = text::LanguageTag::parse("vi"), .wording = "Hắc Long Giang"},
                                  {.language = text::LanguageTag::parse("en"), .wording = "Amur"},
                                  {.language = text::LanguageTag::parse("en"), .wording = "Amur River"}}},
                       {.id = "l_viet", .terms = {{.language = text::LanguageTag::parse("vi"), .wording = "Việt"}}}});

  EXPECT_EQ(english_name(list, "r_amur"), "Amur");
  EXPECT_EQ(english_name(list, "l_viet"), "l_viet");
  EXPECT_EQ(english_name(list, "unknown"), "unknown");
}

}  // namespace
}  // namespace aligner::terms

#include "aligner/segment/srx.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/error.h"
#include "aligner/segment/segment_document.h"

#include "tests/support/case_file.h"
#include "tests/support/temporary_directory.h"

namespace aligner::segment {
namespace {

using testing::AllOf;
using testing::HasSubstr;

text::LanguageTag tag(const std::string& language) { return text::LanguageTag::parse(language); }

std::string srx(const std::string& rules, const std::string& cascade = "no", const std::string& map = ".*",
                const std::string& name = "Own") {
  return "<srx version=\"2.0\" xmlns=\"http://www.lisa.org/srx20\">\n<header segmentsubflows=\"yes\" cascade=\"" +
         cascade + "\"/>\n<body>\n<languagerules>\n<languagerule languagerulename=\"Own\">\n" + rules +
         "\n</languagerule>\n</languagerules>\n<maprules>\n<languagemap languagepattern=\"" + map +
         "\" languagerulename=\"" + name + "\"/>\n</maprules>\n</body>\n</srx>\n";
}

std::string rule(const std::string& breaks, const std::string& before, const std::string& after) {
  return "<rule break=\"" + breaks + "\"><beforebreak>" + before + "</beforebreak><afterbreak>" + after +
         "</afterbreak></rule>";
}

std::string error_of(const std::string& bytes) {
  try {
    parse_srx(bytes, "own.srx");
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

std::string cut(const std::string& text, const SrxRules& rules) {
  const auto document = text::Document::from_utf8(text, tag("en"), "test");
  std::string shown;
  for (const Segment& segment : segment_document(document, {.rules = &rules}).segments) {
    shown += "[" + std::string(document.slice(segment.span)) + "]";
  }
  return shown;
}

TEST(ParseSrx, ReadsRulesInOrder) {
  const SrxRules rules = parse_srx(srx(rule("no", "St\\.", "\\s") + rule("yes", "\\.", " ")), "own.srx");

  EXPECT_EQ(rules.rules_for(tag("en")), (std::vector<SrxRule>{{false, "St\\.", "\\s"}, {true, "\\.", " "}}));
}

TEST(ParseSrx, ReadsABreakingRuleWhereNothingIsSaid) {
  const SrxRules rules = parse_srx(srx("<rule><beforebreak><![CDATA[<]]>x</beforebreak></rule>"), "own.srx");

  EXPECT_EQ(rules.rules_for(tag("en")), (std::vector<SrxRule>{{true, "<x", ""}}));
}

TEST(ParseSrx, RefusesADocumentType) {
  const std::string bytes =
      "<?xml version=\"1.0\"?>\n<!DOCTYPE srx [<!ENTITY a \"aaaa\">]>\n" + srx(rule("no", "&a;", ""));

  EXPECT_THAT(error_of(bytes), AllOf(HasSubstr("own.srx:2:"), HasSubstr("<!DOCTYPE")));
}

TEST(ParseSrx, RefusesAnUnfinishedDocumentType) {
  EXPECT_THAT(error_of("<!DOCTYPE srx [<!ENTITY"), AllOf(HasSubstr("own.srx:1:"), HasSubstr("<!DOCTYPE")));
}

TEST(ParseSrx, TellsWhereTruncatedXmlEnds) {
  const std::string whole = srx(rule("no", "a", "b"));

  EXPECT_THAT(error_of(whole.substr(0, whole.size() / 2)), AllOf(HasSubstr("own.srx:"), HasSubstr("complete")));
}

TEST(ParseSrx, RefusesEveryPrefixOfAFile) {
  const std::string whole = srx(rule("no", "a", "b"));
  for (std::size_t size = 0; size + 2 < whole.size(); ++size) {
    EXPECT_THAT(error_of(whole.substr(0, size)), HasSubstr("own.srx:")) << size;
  }
}

TEST(ParseSrx, RefusesAnotherRootElement) {
  EXPECT_THAT(error_of("\n<tmx version=\"1.4\"/>"), AllOf(HasSubstr("own.srx:2:"), HasSubstr("<tmx>")));
}

TEST(ParseSrx, RefusesAnotherVersion) {
  EXPECT_THAT(error_of("<srx version=\"1.0\"/>"), AllOf(HasSubstr("own.srx:1:"), HasSubstr("version 2.0")));
}

TEST(ParseSrx, RefusesAnUnknownRuleName) {
  EXPECT_THAT(error_of(srx(rule("no", "a", "b"), "no", ".*", "Nobody")),
              AllOf(HasSubstr("own.srx:10:"), HasSubstr("Nobody")));
}

TEST(ParseSrx, TellsTheLineOfABadExpression) {
  EXPECT_THAT(error_of(srx("\n" + rule("no", "(", "b"))),
              AllOf(HasSubstr("own.srx:7:"), HasSubstr("does not compile")));
}

TEST(ParseSrx, RefusesAnExpressionThatOnlyBalancesItsNeighbour) {
  EXPECT_THAT(error_of(srx(rule("no", "a)(?:b", ""))), HasSubstr("does not compile"));
}

TEST(ParseSrx, RefusesABadExpressionOverLanguages) {
  EXPECT_THAT(error_of(srx(rule("no", "a", "b"), "no", "[")),
              AllOf(HasSubstr("own.srx:10:"), HasSubstr("does not compile")));
}

TEST(ParseSrx, RefusesARuleThatSaysNothing) {
  EXPECT_THAT(error_of(srx("<rule break=\"no\"/>")), HasSubstr("everywhere"));
}

TEST(ParseSrx, RefusesAnotherWordThanYesAndNo) {
  EXPECT_THAT(error_of(srx(rule("maybe", "a", "b"))), AllOf(HasSubstr("own.srx:6:"), HasSubstr("maybe")));
}

TEST(ParseSrx, RefusesElementsWhereTheyDoNotBelong) {
  EXPECT_THAT(error_of(srx("<regel/>")), AllOf(HasSubstr("own.srx:6:"), HasSubstr("<regel>")));
}

TEST(ParseSrx, RefusesHugeFiles) { EXPECT_THAT(error_of(std::string(5u << 20, ' ')), HasSubstr("MiB")); }

TEST(ParseSrx, RefusesBytesThatAreNotUtf8) { EXPECT_THAT(error_of("<srx>\xFF</srx>"), HasSubstr("own.srx")); }

TEST(ParseSrx, RefusesUtf16) { EXPECT_THAT(error_of(std::string("<\0s\0", 4)), HasSubstr("UTF-8")); }

TEST(ParseSrx, EndsOnDeeplyNestedElements) {
  std::string bytes;
  for (int depth = 0; depth < 100'000; ++depth) bytes += "<a>";

  EXPECT_THAT(error_of(bytes), HasSubstr("own.srx:1:"));
}

TEST(ReadSrx, NamesAFileThatIsNotThere) {
  EXPECT_THAT([] { read_srx("nowhere/own.srx"); }, testing::ThrowsMessage<Error>(HasSubstr("nowhere/own.srx")));
}

TEST(ReadSrx, RefusesADirectory) {
  const tungse_tests::TemporaryDirectory directory;

  EXPECT_THAT([&] { read_srx(directory.path()); }, testing::ThrowsMessage<Error>(HasSubstr("directory")));
}

TEST(ReadSrx, ReplacesTheBundledRules) {
  const tungse_tests::TemporaryDirectory directory;
  const SrxRules rules = read_srx(directory.write("own.srx", srx(rule("yes", ";", "\\s"))));

  EXPECT_EQ(cut("One; two St. Petersburg.", rules), "[One;][two St.][Petersburg.]");
}

TEST(SrxRules, TakeTheFirstMapOrAllOfThemWithCascade) {
  SrxRules rules;
  rules.named = {{"A", {{true, "a", ""}}}, {"B", {{false, "b", ""}}}};
  rules.maps = {{"vi.*", "A"}, {".*", "B"}};

  EXPECT_EQ(rules.rules_for(tag("vi")).size(), 1u);
  rules.cascade = true;
  EXPECT_EQ(rules.rules_for(tag("vi")).size(), 2u);
  EXPECT_EQ(rules.rules_for(tag("ru")).size(), 1u);
}

TEST(SrxRules, DecideInOrder) {
  const SrxRules rules = parse_srx(srx(rule("no", "b\\.", "\\s") + rule("yes", "[a-z]\\.", "\\s+[a-z]")), "own.srx");

  EXPECT_EQ(cut("a. b. c. d", rules), "[a.][b. c.][d]");
}

TEST(SrxRules, MatchAtEitherEndOfWhiteSpace) {
  const SrxRules rules = parse_srx(srx(rule("no", "St\\.\\s", "P")), "own.srx");

  EXPECT_EQ(cut("In St. Petersburg. Now.", rules), "[In St. Petersburg.][Now.]");
}

TEST(SrxRules, LetIcuDecideWhereNoneMatches) {
  const SrxRules rules = parse_srx(srx(rule("no", "x", "y")), "own.srx");

  EXPECT_EQ(cut("One. Two.", rules), "[One.][Two.]");
}

TEST(SrxRules, CatastrophicExpressionsAreStoppedAndNamed) {
  const SrxRules rules = parse_srx(srx(rule("no", "(a|aa)+\\.x", "\\s")), "own.srx");

  EXPECT_THAT([&] { cut(std::string(90, 'a') + ". " + "B. " + std::string(90, 'a') + ". B.", rules); },
              testing::ThrowsMessage<Error>(AllOf(HasSubstr("(a|aa)+"), HasSubstr("takes too long"))));
}

TEST(BundledSrx, ServesEveryLanguageOfTheProject) {
  const std::size_t neutral = bundled_srx().rules_for(tag("und")).size();
  EXPECT_GT(neutral, 0u);
  for (const std::string language : {"en", "vi", "ru", "zh-Hant", "mnc", "mnc-Latn", "de"}) {
    EXPECT_GT(bundled_srx().rules_for(tag(language)).size(), neutral) << language;
  }
}

TEST(BundledSrx, FilesAreReadAlone) {
  for (const std::string language : {"en", "vi", "ru", "zh", "mnc", "other"}) {
    const std::string path = std::string(TUNGSE_SOURCE_DIR) + "/aligner/segment/rules/" + language + ".srx";
    EXPECT_FALSE(read_srx(path).maps.empty()) << path;
  }
}

}  // namespace
}  // namespace aligner::segment

#include "aligner/terms/find_terms.h"

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/terms/term_list.h"

#include "tests/support/case_file.h"

namespace aligner::terms {
namespace {

using testing::IsEmpty;
using testing::SizeIs;
using tungse_tests::Case;
using tungse_tests::list_files;
using tungse_tests::read_cases;
using tungse_tests::test_name;

text::LanguageTag tag(const std::string& name) { return text::LanguageTag::parse(name); }

/// The notation of the case files: "[Treaties] are read<TAB>t_treaty".
std::string notation(const TermList& list, const std::string& text, const std::vector<TermMention>& mentions) {
  std::string marked;
  std::string ids;
  std::size_t at = 0;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const std::string& id = list.concepts()[mentions[i].concept_index].id;
    const text::Span span = mentions[i].span;
    if (i > 0 && mentions[i - 1].span == span) {
      ids += "+" + id;
      continue;
    }
    marked += text.substr(at, span.begin - at) + "[" + text.substr(span.begin, span.size()) + "]";
    at = span.end;
    ids += (ids.empty() ? "" : " ") + id;
  }
  return marked + text.substr(at) + "\t" + (ids.empty() ? "-" : ids);
}

std::string without_brackets(const std::string& marked) {
  std::string text;
  for (const char c : marked) {
    if (c != '[' && c != ']') text += c;
  }
  return text;
}

std::string found(const TermList& list, const std::string& language, const std::string& text) {
  return notation(list, text, TermFinder(list, tag(language)).find(text, {0, text.size()}));
}

class FindTermsCases : public testing::TestWithParam<std::string> {};

TEST_P(FindTermsCases, AreFoundAsMarked) {
  const std::vector<Case> cases = read_cases(std::string(TUNGSE_CASES) + "/" + GetParam());
  const TermFinder finder(bundled_terms(), tag(cases.front().settings.at("language")));

  for (const Case& c : cases) {
    const std::string text = without_brackets(c.fields[0]);
    EXPECT_EQ(notation(bundled_terms(), text, finder.find(text, {0, text.size()})), c.text) << c.where();
  }
}

INSTANTIATE_TEST_SUITE_P(Files, FindTermsCases, testing::ValuesIn(list_files(TUNGSE_CASES, ".tsv")),
                         [](const auto& file) { return test_name(file.param); });

TEST(FindTerms, LooksOnlyInsideTheRange) {
  const TermList list = parse_terms("en\nAmur\n", "test");
  const std::string text = "Amur, Amur, Amur";

  const auto mentions = TermFinder(list, tag("en")).find(text, {6, 10});

  EXPECT_EQ(mentions, (std::vector<TermMention>{{{6, 10}, 0, 0}}));
}

TEST(FindTerms, AnEmptyTextOrListGivesNothing) {
  EXPECT_THAT(TermFinder(TermList(), tag("en")).find("Amur", {0, 4}), IsEmpty());
  EXPECT_THAT(TermFinder(bundled_terms(), tag("en")).find("", {0, 0}), IsEmpty());
  EXPECT_THAT(TermFinder(bundled_terms(), tag("en")).find("Amur", {2, 2}), IsEmpty());
}

TEST(FindTerms, OneWordingOfTwoConceptsGivesAMentionEach) {
  const TermList list = parse_terms("concept\ten\nriver\tAmur\nregion\tAmur\n", "test");

  EXPECT_EQ(found(list, "en", "On the Amur."), "On the [Amur].\triver+region");
}

TEST(FindTerms, TheTermWordedExactlySoIsPreferred) {
  const TermList list = parse_terms("concept\ten\nemperor\temperor|Emperor\n", "test");
  const std::string text = "Emperor";

  const auto mentions = TermFinder(list, tag("en")).find(text, {0, text.size()});

  ASSERT_THAT(mentions, SizeIs(1));
  EXPECT_EQ(mentions[0].term_index, 1u);
}

TEST(FindTerms, AMultiWordNameSpansALineBreak) {
  const TermList list = parse_terms("concept\ten\nsea\tSea of Japan\n", "test");

  EXPECT_EQ(found(list, "en", "the Sea\nof Japan"), "the [Sea\nof Japan]\tsea");
}

TEST(FindTerms, TermsOfOtherLanguagesAndRomanisationsAreNotLookedFor) {
  const TermList list = parse_terms("concept\ten\tvi\tzh-Latn-pinyin\nx\tBeijing\tBắc Kinh\tBěijīng\n", "test");

  EXPECT_EQ(found(list, "vi", "Beijing, Bắc Kinh"), "Beijing, [Bắc Kinh]\tx");
  EXPECT_EQ(found(list, "zh", "Běijīng"), "Běijīng\t-");
  EXPECT_EQ(found(list, "zh-Latn-pinyin", "Běijīng"), "[Běijīng]\tx");
  EXPECT_EQ(found(list, "en-GB", "Beijing"), "[Beijing]\tx");
}

TEST(FindTerms, ProposedTermsAreNotLookedForAndDeprecatedOnesAre) {
  const TermList list =
      parse_terms("concept\tlanguage\twording\tstatus\nx\ten\tcupid\tdeprecated\nx\ten\triverway\tproposed\n", "test");

  EXPECT_EQ(found(list, "en", "cupid and riverway"), "[cupid] and riverway\tx");
}

TEST(FindTerms, AnOwnTermEqualToAGuardIsFound) {
  TermList list = parse_terms("concept\ttype\tvi\nguard\thomograph\tanh ta\n", "guards");
  list.merge(parse_terms("concept\tvi\nhe\tanh ta\n", "mine"));

  EXPECT_EQ(found(list, "vi", "Anh ta"), "[Anh ta]\the");
}

TEST(FindTerms, ASearchAnswersAsTheFinderDoesHoweverMuchItHasRead) {
  const TermFinder finder(bundled_terms(), tag("en"));
  TermSearch search(finder);

  for (const std::string text :
       {"the Treaty of Aigun", "the Treaty", "treaties of Aigun", "THE AMUR", "", "the Amur's"}) {
    const text::Span whole{0, text.size()};
    EXPECT_EQ(search.find(text, whole), finder.find(text, whole)) << text;
    EXPECT_EQ(search.find(text, whole), finder.find(text, whole)) << text << ", again";
  }
}

TEST(FindTerms, MentionsDoNotOverlapAndLieInOrder) {
  std::mt19937 random(20240516);
  const std::vector<std::string> pieces{"Treaty", "of", "Aigun", "Amur", "River",  "-",    ",",   "'s", "the",  "mouth",
                                        " ",      "\n", "1858",  "km",   "\u0301", "🙂", "Sea", "ё",  "Qing", "ﬁ"};
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
  const TermFinder finder(bundled_terms(), tag("en"));

  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += pieces[pick(random)] + (i % 3 == 0 ? "" : " ");
    std::size_t end = 0;
    text::Span last;
    for (const TermMention& mention : finder.find(text, {0, text.size()})) {
      ASSERT_TRUE(mention.span == last || mention.span.begin >= end) << text;
      ASSERT_LE(mention.span.end, text.size());
      ASSERT_LT(mention.span.begin, mention.span.end);
      last = mention.span;
      end = mention.span.end;
    }
  }
}

TEST(FindTerms, ALongWordingOfOneWordDoesNotMakeALongLineQuadratic) {
  std::string wording;
  std::string text;
  for (int i = 0; i < 20000; ++i) wording += "ha ";
  for (int i = 0; i < 31; ++i) text += "ha ";
  const TermList list = parse_terms("concept\ten\nlong\t" + wording + "\nshort\t" + text + "ho\n", "test");
  std::string line;
  for (int i = 0; i < 100000; ++i) line += "ha ";

  const auto begin = std::chrono::steady_clock::now();
  EXPECT_THAT(TermFinder(list, tag("en")).find(line, {0, line.size()}), IsEmpty());

  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));  // minutes were it quadratic
}

}  // namespace
}  // namespace aligner::terms

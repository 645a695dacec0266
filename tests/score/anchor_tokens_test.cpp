#include "aligner/score/anchor_tokens.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/toy_bitext.h"

namespace aligner::score {
namespace {

using anchors::AnchorRelation;
using tungse_tests::toy_text;
using tungse_tests::ToyText;

// The anchors of one text as tokens.
struct Tokens {
  ToyText text;
  lexicon::LanguageSide side;
  lexicon::TokenisedText tokens;
  AnchorTokens anchors;

  Tokens(const std::string& language, const std::string& lines) : text(toy_text(language, lines)) {
    tokens = lexicon::tokenise(text.document, text.segmentation, side);
    anchors.add(text.anchors, tokens, side);
  }
};

const anchors::AnchorMatch* find_match(const std::vector<AnchorPair>& pairs, const Tokens& source,
                                       const std::string& source_key, const Tokens& target,
                                       const std::string& target_key) {
  for (const AnchorPair& pair : pairs) {
    const bool is_it = anchor_key(source.anchors.types()[pair.source].example).starts_with(source_key) &&
                       anchor_key(target.anchors.types()[pair.target].example).starts_with(target_key);
    if (is_it) return &pair.match;
  }
  return nullptr;
}

std::vector<AnchorPair> match(const Tokens& source, const Tokens& target) {
  return match_anchor_types(source.anchors, target.anchors, terms::bundled_terms());
}

TEST(AnchorTokens, EveryAnchorIsATokenBehindTheWordsOfItsSegment) {
  const Tokens made("en", "It was signed on May 16, 1858.\nSnow fell.\n");

  ASSERT_EQ(made.tokens.segments.size(), 2u);
  const auto& tokens = made.tokens.segments[0].tokens;
  const auto first = std::find_if(tokens.begin(), tokens.end(),
                                  [](const auto& token) { return token.kind == lexicon::TokenClass::anchor; });
  ASSERT_NE(first, tokens.end());
  EXPECT_TRUE(
      std::all_of(first, tokens.end(), [](const auto& token) { return token.kind == lexicon::TokenClass::anchor; }));
  EXPECT_EQ(static_cast<std::size_t>(tokens.end() - first),
            static_cast<std::size_t>(std::count_if(made.text.anchors.begin(), made.text.anchors.end(),
                                                   [](const auto& anchor) { return anchor.segment == 0; })));
}

TEST(AnchorTokens, ADateIsOneTypeWhateverItsForm) {
  const Tokens made("en", "On May 16, 1858 it was signed.\nOn 16 May 1858 it was signed.\n");

  const auto dates =
      std::count_if(made.anchors.types().begin(), made.anchors.types().end(),
                    [](const AnchorType& type) { return type.example.kind() == anchors::AnchorKind::date; });
  EXPECT_EQ(dates, 1);
}

TEST(AnchorTokens, FindsAnAnchorByItsTokenAndNoOrdinaryWord) {
  const Tokens made("en", "On May 16, 1858 it was signed.\n");

  for (const AnchorType& type : made.anchors.types()) EXPECT_EQ(made.anchors.find(type.word), &type);
  const auto word = made.side.words.find("signed");
  ASSERT_TRUE(word.has_value());
  EXPECT_EQ(made.anchors.find(*word), nullptr);
}

TEST(AnchorKey, TellsKindsAndValuesApart) {
  const Tokens made("en", "In 1858 there were 1858 men of Muravyov on the Amur.\n");

  std::vector<std::string> keys;
  for (const AnchorType& type : made.anchors.types()) keys.push_back(anchor_key(type.example));
  std::sort(keys.begin(), keys.end());

  EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end());
  EXPECT_EQ(keys.size(), made.text.anchors.size());
}

// A text of one line a name, as find_anchors gives it where it knows them to be spellings of one name.
struct OneName {
  ToyText text;
  lexicon::LanguageSide side;
  AnchorTokens anchors;

  explicit OneName(const std::vector<std::string>& keys) {
    std::string lines;
    std::vector<anchors::Anchor> found;
    for (const std::string& key : keys) {
      const anchors::Name name{.key = key, .spelling = key, .entity = keys.front()};
      found.push_back({.segment = found.size(), .span = {lines.size(), lines.size() + key.size()}, .value = name});
      lines += key + "\n";
    }
    text = toy_text("en", lines);
    lexicon::TokenisedText tokens = lexicon::tokenise(text.document, text.segmentation, side);
    anchors.add(found, tokens, side);
  }
};

TEST(AnchorTokens, SpellingsOfOneNameAreOneTypeThatIsMetAsOftenAsAllOfThem) {
  const OneName made({"nevelskoi", "nevelski", "nevelskoi", "newelskoj"});

  ASSERT_EQ(made.anchors.types().size(), 1u);
  const AnchorType& type = made.anchors.types()[0];
  EXPECT_EQ(type.forms.size(), 3u);
  EXPECT_EQ(made.side.words.count(type.word), 4u);
}

TEST(AnchorTokens, YearsToldAndYearsAssumedAreOneTypeOfTwoForms) {
  const Tokens made("en", "In August 1858 it began.\nOn May 16, 1858 it was signed.\nOn May 16 snow fell.\n");

  const auto day = std::find_if(made.anchors.types().begin(), made.anchors.types().end(), [](const AnchorType& type) {
    return anchor_key(type.example).starts_with("date 1858-5-16 1858-5-16");
  });

  ASSERT_NE(day, made.anchors.types().end());
  EXPECT_EQ(day->forms.size(), 2u);
}

TEST(MatchAnchorTypes, TheSpellingThatAgreesBestCounts) {
  const OneName source({"zhemchug", "muravev"});
  const OneName target({"muravev"});

  const std::vector<AnchorPair> pairs = match_anchor_types(source.anchors, target.anchors, terms::TermList());

  ASSERT_EQ(pairs.size(), 1u);
  EXPECT_EQ(pairs[0].match.relation, AnchorRelation::same);
}

TEST(MatchAnchorTypes, OneDayInTwoCalendarsMatches) {
  const Tokens source("vi", "Ngày 16 tháng 5 năm 1858.\n");
  const Tokens target("en", "It was signed on May 28, 1858.\n");

  const std::vector<AnchorPair> pairs = match(source, target);

  const auto* found = find_match(pairs, source, "date", target, "date");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->relation, AnchorRelation::same_other_calendar);
  EXPECT_GT(found->score, 0.5);
  EXPECT_FALSE(found->reason.empty());
}

TEST(MatchAnchorTypes, OneConceptMatchesItself) {
  const Tokens source("vi", "Điều ước Ái Hồn được ký.\n");
  const Tokens target("en", "The Treaty of Aigun was signed.\n");

  const std::vector<AnchorPair> pairs = match(source, target);

  const auto* found = find_match(pairs, source, "term t_aigun", target, "term t_aigun");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->relation, AnchorRelation::term);
}

TEST(MatchAnchorTypes, RelatedConceptsMatchMoreWeakly) {
  const Tokens source("en", "The Treaty of Aigun was signed.\n");
  const Tokens target("en", "They met in the town of Aigun.\nThe Treaty of Aigun was signed.\n");

  const std::vector<AnchorPair> pairs = match(source, target);

  const auto* related = find_match(pairs, source, "term t_aigun", target, "term l_aigun");
  const auto* same = find_match(pairs, source, "term t_aigun", target, "term t_aigun");
  ASSERT_NE(related, nullptr);
  ASSERT_NE(same, nullptr);
  EXPECT_EQ(related->relation, AnchorRelation::related);
  EXPECT_LT(related->score, same->score);
}

TEST(MatchAnchorTypes, DifferentKindsAndDifferentYearsNeverMatch) {
  const Tokens source("en", "In 1858 he had 1,689 men.\nOn the Amur stood Brnhrdt Ollway.\n");
  const Tokens target("en", "In 1689 there were 1,858 horses.\nOn the Ussuri stood Xanthip Grook.\n");

  for (const AnchorPair& pair : match(source, target)) {
    const AnchorType& from = source.anchors.types()[pair.source];
    const AnchorType& to = target.anchors.types()[pair.target];
    EXPECT_EQ(from.example.kind(), to.example.kind()) << anchor_key(from.example) << " ~ " << anchor_key(to.example);
    EXPECT_NE(from.example.kind(), anchors::AnchorKind::date) << anchor_key(from.example);
  }
}

TEST(MatchAnchorTypes, GivesPairsBySourceThenTargetAndEachOnce) {
  const std::string lines = "On May 16, 1858 Muravyov signed the Treaty of Aigun on the Amur.\nIt had 6 articles.\n";
  const Tokens source("en", lines);
  const Tokens target("en", lines);

  const std::vector<AnchorPair> pairs = match(source, target);

  EXPECT_GE(pairs.size(), source.anchors.types().size());
  EXPECT_TRUE(std::is_sorted(pairs.begin(), pairs.end(), [](const AnchorPair& a, const AnchorPair& b) {
    return std::pair(a.source, a.target) < std::pair(b.source, b.target);
  }));
  EXPECT_EQ(std::adjacent_find(
                pairs.begin(), pairs.end(),
                [](const AnchorPair& a, const AnchorPair& b) { return a.source == b.source && a.target == b.target; }),
            pairs.end());
}

TEST(MatchAnchorTypes, FindsWhatComparingEveryPairFinds) {
  const Tokens source("vi",
                      "Ngày 16 tháng 5 năm 1858, Muravyov ký Điều ước Ái Hồn.\nTừ 1854 đến 1860 trên sông Amur.\n"
                      "Diện tích 600.000 km2.\nĐiều ước Nerchinsk năm 1689.\nThế kỷ 19.\n");
  const Tokens target(
      "en",
      "On May 28, 1858 Muravyov signed the Treaty of Aigun.\nFrom 1854 to 1860 on the Amur River.\n"
      "An area of 600,000 square kilometres.\nThe Treaty of Nerchinsk of 1689.\nIn the 19th century.\n");

  std::size_t expected = 0;
  for (const AnchorType& from : source.anchors.types()) {
    for (const AnchorType& to : target.anchors.types()) {
      if (anchors::match_anchors(from.example, to.example, terms::bundled_terms())) ++expected;
    }
  }

  EXPECT_EQ(match(source, target).size(), expected);
  EXPECT_GE(expected, 6u);
}

TEST(AnchorPriors, GiveConflictsNoStrength) {
  const Tokens source("en", "On May 16, 1858 it was signed.\n");
  const Tokens target("en", "On May 20, 1858 it was signed.\n");
  const std::vector<AnchorPair> pairs = match(source, target);
  const auto* found = find_match(pairs, source, "date", target, "date");
  ASSERT_NE(found, nullptr);
  ASSERT_EQ(found->relation, AnchorRelation::conflict);
  lexicon::PriorTable words;
  lexicon::PriorTable stems;

  add_anchor_priors(source.anchors, target.anchors, {AnchorPair{0, 0, *found}}, words, stems);

  EXPECT_TRUE(words.priors().empty());
  EXPECT_TRUE(stems.priors().empty());
}

TEST(AnchorPriors, AreNineTenthsOfTheMatchOnBothLevels) {
  const Tokens source("en", "On May 16, 1858 it was signed.\n");
  const Tokens target("vi", "Ngày 16 tháng 5 năm 1858.\n");
  const std::vector<AnchorPair> pairs = match(source, target);
  ASSERT_EQ(pairs.size(), 1u);
  lexicon::PriorTable words;
  lexicon::PriorTable stems;

  add_anchor_priors(source.anchors, target.anchors, pairs, words, stems);

  ASSERT_EQ(words.priors().size(), 1u);
  ASSERT_EQ(stems.priors().size(), 1u);
  EXPECT_DOUBLE_EQ(words.priors()[0].forward, 0.9 * pairs[0].match.score);
  EXPECT_EQ(words.priors()[0].source, source.anchors.types()[0].word);
  EXPECT_EQ(stems.priors()[0].target, target.anchors.types()[0].stem);
}

}  // namespace
}  // namespace aligner::score

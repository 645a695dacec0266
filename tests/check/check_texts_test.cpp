#include "aligner/check/check_texts.h"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "aligner/terms/term_list.h"

#include "tests/check/aligned_lines.h"

namespace aligner::check {
namespace {

using check_tests::aligned_lines;
using testing::IsSupersetOf;
using text::LanguageTag;

const LanguageTag en = LanguageTag::parse("en");
const LanguageTag vi = LanguageTag::parse("vi");

std::set<std::string> keys_of(const std::vector<Finding>& findings) {
  std::set<std::string> keys;
  for (const Finding& one : findings) keys.insert(one.key);
  return keys;
}

struct Pair {
  std::string source;
  std::string target;
};

// Each has a fault of its own.
const std::vector<Pair> faults{
    {"Hiệp ước được ký ngày 16 tháng 5 năm 1858.", "The treaty was signed on May 20, 1858."},
    {"Nó dài 4.200 km.", "It is 4,300 km long."},
    {"Có 12 con tàu.", "There were ships."},
    {"Con tàu của của ông.", "It was his ship."},
    {"Ông đến (bằng tàu.", "He came (by ship)."},
    {"Cupid rất rộng.", "The Amur was wide."},
    {"Nobody slept that night.", "Nobody slept that night."},
    {"Đêm đó không ai ngủ được trong pháo đài.", "-"},
};
const std::vector<Pair> fillers{
    {"Đêm xuống.", "Night fell."}, {"Trời lạnh.", "It was cold."}, {"Họ ra đi.", "They left."}};

std::vector<Finding> check(const std::vector<Pair>& pairs) {
  std::vector<std::string> source;
  std::vector<std::string> target;
  for (const Pair& one : pairs) {
    source.push_back(one.source);
    target.push_back(one.target);
  }
  return check_texts(aligned_lines(vi, en, source, target), terms::bundled_terms());
}

TEST(CheckTexts, KeysStayWhenSegmentsMove) {
  std::mt19937 random(7);
  const std::set<std::string> before = keys_of(check(faults));
  ASSERT_GE(before.size(), faults.size());

  for (int round = 0; round < 20; ++round) {
    // Faults stay in their order: of a name or a day the first mention counts.
    std::vector<Pair> pairs;
    for (const Pair& fault : faults) {
      const std::size_t between = random() % 4;
      for (std::size_t i = 0; i < between; ++i) pairs.push_back(fillers[random() % fillers.size()]);
      pairs.push_back(fault);
      pairs.push_back(fillers[random() % fillers.size()]);  // or omissions would join
    }

    EXPECT_THAT(keys_of(check(pairs)), IsSupersetOf(before)) << "round " << round;
  }
}

TEST(CheckTexts, KeysStayWhenPairsAreCutOtherwise) {
  align::AlignedTexts apart =
      aligned_lines(vi, en, {"Đêm xuống.", "Nó dài 4.200 km."}, {"Night fell.", "It is 4,300 km long."});
  align::AlignedTexts joined = apart;
  joined.alignment.beads = {{.source = {0, 1}, .target = {0, 1}, .confidence = 1}};

  const auto before = check_texts(apart, terms::bundled_terms());
  const auto after = check_texts(joined, terms::bundled_terms());

  ASSERT_EQ(before.size(), 1U);
  EXPECT_EQ(keys_of(before), keys_of(after));
}

TEST(CheckTexts, OtherWordsAroundAreAnotherFinding) {
  const auto one = check({{"Có 12 con tàu.", "There were ships."}});
  const auto other = check({{"Có 12 lá cờ.", "There were flags."}});

  ASSERT_EQ(one.size(), 1U);
  ASSERT_EQ(other.size(), 1U);
  EXPECT_NE(one[0].key, other[0].key);
}

TEST(CheckTexts, IdenticalTextsDoNotDisagree) {
  std::mt19937 random(11);
  const std::vector<std::string> words{"On 16 May 1858", "12 ships", "4,200 km", "Muravyov", "the Amur",
                                       "half of it",     "Peking",   "\"no\"",   "(see)",    "in the 1850s"};
  for (int round = 0; round < 30; ++round) {
    std::vector<std::string> lines;
    for (int i = 0; i < 12; ++i) {
      std::string line = "Then";
      for (int k = 0; k < 4; ++k) line += " " + words[random() % words.size()] + ",";
      lines.push_back(line);
    }

    const auto findings = check_texts(aligned_lines(en, en, lines, lines), terms::bundled_terms());

    for (const Finding& one : findings) EXPECT_EQ(to_string(one.kind), "none") << one.reason;
  }
}

TEST(CheckTexts, LengthsThatStandOutAreFoundAmongTwentyPairs) {
  std::vector<Pair> pairs;
  for (int i = 0; i < 30; ++i) {
    pairs.push_back({"Đêm xuống trên con sông rộng, và không ai còn nghĩ đến giấc ngủ" +
                         std::string(static_cast<std::size_t>(i), '.'),
                     "Night fell over the broad river, and nobody thought of sleeping any more"});
  }
  pairs.push_back({"Đêm xuống trên con sông rộng, và không ai còn nghĩ đến giấc ngủ.", "Night."});

  auto findings = check(pairs);
  std::erase_if(findings, [](const Finding& one) { return one.kind != FindingKind::length; });

  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].target_words, "Night.");
  EXPECT_EQ(findings[0].severity, Severity::warning);
}

TEST(CheckTexts, OfTwoAccountsWhatOnlyOneTellsIsOneLineASide) {
  align::AlignedTexts texts = aligned_lines(vi, en, {"Có 12 con tàu.", "Đêm xuống.", "Ngày 16 tháng 5 năm 1858."},
                                            {"There were ships.", "It was May 28, 1858."});
  texts.alignment.mode = align::Mode::comparable;
  texts.alignment.beads = {{.source = {0}, .target = {0}, .confidence = 1, .grade = align::Grade::same}};

  const auto findings = check_texts(texts, terms::bundled_terms());

  ASSERT_EQ(findings.size(), 3U);
  EXPECT_EQ(findings[0].kind, FindingKind::calendar);  // though nothing links the two
  EXPECT_FALSE(findings[0].bead.has_value());
  EXPECT_EQ(findings[1].reason, "2 of 3 segments of the source have no counterpart");
  EXPECT_EQ(findings[2].reason, "1 of 2 segments of the target have no counterpart");
}

TEST(CheckTexts, WhatTheEvidenceCallsAConflictIsAContradiction) {
  align::AlignedTexts texts = aligned_lines(vi, en, {"Vua phê chuẩn nó."}, {"The emperor refused to ratify it."});
  texts.alignment.mode = align::Mode::comparable;
  texts.alignment.beads = {{.source = {0}, .target = {0}, .confidence = 1, .grade = align::Grade::partly}};
  texts.alignment.beads[0].evidence = {{.kind = score::EvidenceKind::term,
                                        .source = {4, 15},
                                        .target = {23, 29},
                                        .relation = "conflict",
                                        .reason = "ratify is denied there, not here"}};

  const auto findings = check_texts(texts, terms::bundled_terms());

  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].kind, FindingKind::contradiction);
  EXPECT_EQ(findings[0].target_words, "ratify");
}

TEST(CheckTexts, PairsThatAreNotSureAreNotJudged) {
  align::AlignedTexts texts = aligned_lines(vi, en, {"Nó dài 4.200 km."}, {"It is 4,300 km long."});
  texts.alignment.beads[0].confidence = 0.3;

  EXPECT_TRUE(check_texts(texts, terms::bundled_terms()).empty());
}

TEST(CheckTexts, EmptyTextsHaveNoFindings) {
  EXPECT_TRUE(check_texts(align::AlignedTexts(), terms::bundled_terms()).empty());
}

// What would take minutes were time not linear.
TEST(CheckTexts, HugeSegmentsOfOneThingAreNoTrap) {
  for (const std::string& piece : {std::string("("), std::string("[)"), std::string("the the "), std::string("1 2 "),
                                   std::string("\""), std::string("“")}) {
    std::string source;
    for (int i = 0; i < 40000; ++i) source += piece;

    EXPECT_NO_THROW(check_texts(aligned_lines(en, vi, {source}, {"Đêm xuống " + source}), terms::bundled_terms()));
  }
}

TEST(Finding, WordsForKindsAndSeveritiesGoBothWays) {
  for (const std::string& name : finding_kind_names()) EXPECT_EQ(to_string(find_finding_kind(name).value()), name);
  for (const std::string& name : severity_names()) EXPECT_EQ(to_string(find_severity(name).value()), name);
  EXPECT_FALSE(find_finding_kind("typo").has_value());
}

}  // namespace
}  // namespace aligner::check

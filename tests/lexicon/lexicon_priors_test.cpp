#include "aligner/lexicon/lexicon_priors.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace aligner::lexicon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const text::LanguageTag vi = text::LanguageTag::parse("vi");
const text::LanguageTag en = text::LanguageTag::parse("en");

LanguageSide side_of(const std::vector<std::string>& words) {
  LanguageSide side;
  for (const std::string& word : words) {
    side.words.add(word);
    side.stems.add(stem_of(word));
  }
  return side;
}

struct Priors {
  PriorTable words;
  PriorTable stems;
};

Priors priors_of(const Lexicon& lexicon, const LanguageSide& source, const LanguageSide& target) {
  Priors priors;
  add_lexicon_priors(lexicon, source, target, priors.words, priors.stems);
  priors.words.normalise();
  priors.stems.normalise();
  return priors;
}

TEST(LexiconPriors, AreForWordsThatStandInTheTexts) {
  const Lexicon lexicon = make_lexicon({{"sông", "river", 1, 0.5F}, {"núi", "mountain", 1, 1}}, vi, en);

  const Priors priors = priors_of(lexicon, side_of({"con", "sông"}), side_of({"the", "river", "mountain"}));

  ASSERT_EQ(priors.words.priors().size(), 1u);
  const Prior& prior = priors.words.priors()[0];
  EXPECT_EQ(prior.source, 1u);
  EXPECT_EQ(prior.target, 1u);
  EXPECT_NEAR(prior.forward, 0.9, 1e-6);
  EXPECT_NEAR(prior.backward, 0.45, 1e-6);
}

TEST(LexiconPriors, DoNotTakeAWordForAStemWhereThereAreNone) {
  const Lexicon lexicon = make_lexicon({{"sông", "rivers", 1, 1}}, vi, en);
  LanguageSide source;
  LanguageSide target;
  source.has_stems = target.has_stems = false;
  source.words.add("sông");
  source.stems.add("sông");
  target.words.add("rive");  // the stem that "rivers" would have
  target.stems.add("rive");

  const Priors before = priors_of(lexicon, source, target);
  target.words.add("rivers");
  target.stems.add("rivers");

  const Priors after = priors_of(lexicon, source, target);

  EXPECT_THAT(before.stems.priors(), IsEmpty());
  EXPECT_THAT(after.stems.priors(), SizeIs(1));
}

TEST(LexiconPriors, OfALexiconThatIsTrustedLessAreWeakerAndWeakerStillForStems) {
  const Lexicon lexicon = make_lexicon({{"sông", "river", 1, 1}}, vi, en);
  Priors priors;

  add_lexicon_priors(lexicon, side_of({"sông"}), side_of({"river"}), priors.words, priors.stems, seed_trust);
  priors.words.normalise();
  priors.stems.normalise();

  EXPECT_NEAR(priors.words.priors().at(0).forward, seed_trust.words, 1e-6);
  EXPECT_NEAR(priors.stems.priors().at(0).forward, seed_trust.stems, 1e-6);
  EXPECT_LT(seed_trust.words, LexiconTrust{}.words);
  EXPECT_LT(seed_trust.stems, seed_trust.words);
}

TEST(LexiconPriors, ReachInflectedWordsByTheirStems) {
  const Lexicon lexicon = make_lexicon({{"đường", "border", 0.5F, 0.5F}}, vi, en);

  const Priors priors = priors_of(lexicon, side_of({"đường"}), side_of({"borders"}));

  EXPECT_THAT(priors.words.priors(), IsEmpty());
  EXPECT_EQ(priors.stems.priors().size(), 1u);
}

TEST(LexiconPriors, DoNotTakeAwayWhatTheSpellingKnowsInTheOtherDirection) {
  PriorTable words;
  PriorTable stems;
  const LanguageSide source = side_of({"amur"});
  const LanguageSide target = side_of({"amur"});
  words.add(0, 0, 0.8);

  add_lexicon_priors(make_lexicon({{"amur", "amur", 1, 0.1F}}, vi, en), source, target, words, stems);
  words.normalise();

  ASSERT_EQ(words.priors().size(), 1u);
  EXPECT_NEAR(words.priors()[0].forward, 0.9, 1e-6);
  EXPECT_NEAR(words.priors()[0].backward, 0.8, 1e-6);
}

TEST(LexiconPriors, OfALexiconTurnedRoundAreMirrored) {
  const Lexicon lexicon =
      make_lexicon({{"sông", "river", 1, 0.5F}, {"sông", "rivers", 0.25F, 1}, {"giang", "river", 0.5F, 0.25F}}, vi, en);
  const LanguageSide source = side_of({"giang", "sông"});
  const LanguageSide target = side_of({"rivers", "river"});

  const Priors there = priors_of(lexicon, source, target);
  const Priors back = priors_of(reversed(lexicon), target, source);

  for (const auto table : {&Priors::words, &Priors::stems}) {
    const std::vector<Prior>& forward = (there.*table).priors();
    const std::vector<Prior>& backward = (back.*table).priors();
    ASSERT_EQ(backward.size(), forward.size());
    for (const Prior& prior : forward) {
      EXPECT_TRUE(std::any_of(backward.begin(), backward.end(), [&](const Prior& other) {
        return other.source == prior.target && other.target == prior.source && other.forward == prior.backward &&
               other.backward == prior.forward;
      }));
    }
  }
}

TEST(LexiconPriors, OfAnEmptyLexiconAreNone) {
  const Priors priors = priors_of({}, side_of({"a"}), side_of({"a"}));

  EXPECT_THAT(priors.words.priors(), IsEmpty());
}

// Two words that always stand together, twenty times; whatever else is added to a segment.
class Extracting : public testing::Test {
 protected:
  void add_pair(const std::vector<std::string>& from, const std::vector<std::string>& to) {
    const auto place = static_cast<std::uint32_t>(document_.source.size());
    std::vector<TokenId> row;
    for (const std::string& word : from) row.push_back(source_.add(word));
    document_.source.push_back(row);
    row.clear();
    for (const std::string& word : to) row.push_back(target_.add(word));
    document_.target.push_back(row);
    document_.correspondences.push_back({place, place, 1});
  }

  Lexicon extract(const PriorTable& priors = {}) const {
    const TranslationTable table = train(std::span(&document_, 1), priors, source_, target_);
    return extract_lexicon(table, source_, target_, vi, en, "a test");
  }

  static std::vector<std::string> pairs_of(const Lexicon& lexicon) {
    std::vector<std::string> pairs;
    for (const LexiconEntry& entry : lexicon.entries) {
      pairs.push_back(lexicon.source_words[entry.source] + "=" + lexicon.target_words[entry.target]);
    }
    return pairs;
  }

  Vocabulary source_;
  Vocabulary target_;
  TrainingDocument document_;
};

TEST_F(Extracting, GivesWhatTheTextsTaught) {
  for (int i = 0; i < 20; ++i) {
    add_pair({"sông"}, {"river"});
    add_pair({"núi"}, {"mountain"});
  }

  const Lexicon lexicon = extract();

  EXPECT_THAT(pairs_of(lexicon), ElementsAre("núi=mountain", "sông=river"));
  EXPECT_GT(lexicon.entries[0].forward, 0.6F);
  EXPECT_LE(lexicon.entries[0].forward, 1.0F);
  EXPECT_EQ(lexicon.note, "a test");
}

TEST_F(Extracting, LeavesPriorsOutThatNoTextConfirmed) {
  for (int i = 0; i < 20; ++i) add_pair({"sông"}, {"river"});
  const TokenId mountain = source_.add("núi");
  const TokenId other_mountain = target_.add("mountain");
  PriorTable priors;
  priors.add(mountain, other_mountain, 0.9);
  priors.normalise();

  EXPECT_THAT(pairs_of(extract(priors)), ElementsAre("sông=river"));
}

TEST_F(Extracting, LeavesNumbersPunctuationAndAnchorsOut) {
  for (int i = 0; i < 20; ++i) {
    add_pair({"sông"}, {"river"});
    for (const char* token : {"1858", "—", ".", "«", "。", "km2", "\x01 date 1858", "€"}) add_pair({token}, {token});
  }

  EXPECT_THAT(pairs_of(extract()), ElementsAre("sông=river"));
}

TEST_F(Extracting, KeepsWordsOfEveryScript) {
  const std::vector<std::string> words = {"amur", "đất", "договор", "條約", "さくら", "กรุงเทพ", "الصين", "संधि"};
  for (int i = 0; i < 20; ++i) {
    for (const std::string& word : words) add_pair({word}, {word});
  }

  EXPECT_EQ(pairs_of(extract()).size(), words.size());
}

TEST_F(Extracting, GivesNothingForNothing) { EXPECT_THAT(extract().entries, IsEmpty()); }

}  // namespace
}  // namespace aligner::lexicon

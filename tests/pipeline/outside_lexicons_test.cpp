#include "aligner/pipeline/outside_lexicons.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/error.h"
#include "aligner/pipeline/align_texts.h"
#include "aligner/pipeline/learn_from_pairs.h"

#include "tests/pipeline/small_texts.h"
#include "tests/support/temporary_directory.h"

namespace aligner::pipeline {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::ThrowsMessage;

const text::LanguageTag vi = text::LanguageTag::parse("vi");
const text::LanguageTag en = text::LanguageTag::parse("en");
const text::LanguageTag ru = text::LanguageTag::parse("ru");

class KnowingLexicons : public testing::Test {
 protected:
  std::string lexicon_of(const std::string& name, const text::LanguageTag& source,
                         const text::LanguageTag& target) const {
    return folder_.write(
        name, lexicon::write_lexicon(lexicon::make_lexicon({{"mountains", "núi", 0.9F, 0.5F}}, source, target)));
  }
  std::string dictionary() const { return folder_.write("mine.tsv", "mountains\tnúi\n"); }
  std::string english() const { return folder_.write("en.txt", pipeline_tests::english); }
  std::string vietnamese() const { return folder_.write("vi.txt", pipeline_tests::vietnamese); }
  std::string russian() const {
    return folder_.write("ru.txt", "Айгунский договор был подписан 28 мая 1858 года. За Россию подписал Муравьёв.\n");
  }
  PairInput there() const { return {.source = {.path = english()}, .target = {.path = vietnamese()}}; }
  PairInput back() const { return {.source = {.path = vietnamese()}, .target = {.path = english()}}; }
  PairInput foreign() const { return {.source = {.path = english()}, .target = {.path = russian()}}; }
  static std::string account(const std::string& name) {
    return std::string(TUNGSE_SOURCE_DIR) + "/corpora/accounts/" + name;
  }

  tungse_tests::TemporaryDirectory folder_;
};

TEST_F(KnowingLexicons, ALexiconIsTurnedRoundWhereTheTextsRunTheOtherWay) {
  OutsideLexicons outside;
  outside.read_lexicon(lexicon_of("en-vi.lexicon", en, vi));

  const LexiconChoice choice = outside.choose(vi, en);

  ASSERT_THAT(choice.lexicons, SizeIs(1));
  EXPECT_THAT(choice.lexicons[0]->source_words, ElementsAre("núi"));
  EXPECT_EQ(choice.lexicons[0]->source_language, vi);
  EXPECT_THAT(choice.digests, ElementsAre(SizeIs(64)));
}

TEST_F(KnowingLexicons, ARegionDoesNotMatterAndAForeignLanguageDoes) {
  OutsideLexicons outside;
  outside.read_lexicon(lexicon_of("en-vi.lexicon", en, vi));
  outside.read_lexicon(lexicon_of("en-ru.lexicon", en, ru));

  const LexiconChoice choice = outside.choose(text::LanguageTag::parse("en-GB"), text::LanguageTag::parse("vi-VN"));

  EXPECT_THAT(choice.fits, ElementsAre(true, false));
  EXPECT_THAT(choice.lexicons, SizeIs(1));
}

TEST_F(KnowingLexicons, ADictionaryFitsAllLanguages) {
  OutsideLexicons outside;
  outside.read_dictionary(dictionary());

  EXPECT_THAT(outside.choose(ru, vi).lexicons, SizeIs(1));
  EXPECT_THAT(outside.choose(ru, vi).fits, IsEmpty());
}

TEST_F(KnowingLexicons, ADamagedFileIsRefusedBeforeAnyTextIsRead) {
  const std::string damaged = folder_.write("bad.lexicon", "nothing of the kind");
  const std::string no_dictionary = folder_.write("bad.tsv", "nothing of the kind");

  EXPECT_THAT([&] { TextAligner({.lexicons = {damaged}}); }, ThrowsMessage<Error>(HasSubstr("bad.lexicon")));
  EXPECT_THAT([&] { TextAligner({.dictionaries = {no_dictionary}}); }, ThrowsMessage<Error>(HasSubstr("bad.tsv:1")));
}

TEST_F(KnowingLexicons, AnAlignmentSaysWhichFilesItKnew) {
  const std::string lexicon = lexicon_of("en-vi.lexicon", en, vi);
  OutsideLexicons outside;
  outside.read_lexicon(lexicon);
  outside.read_dictionary(dictionary());
  const std::vector<std::string> digests = outside.choose(en, vi).digests;

  const auto alone = TextAligner({}).align(there());
  const auto helped = TextAligner({.lexicons = {lexicon}, .dictionaries = {dictionary()}}).align(there());

  EXPECT_THAT(alone.alignment.settings, HasSubstr("\"lexicons\":[]"));
  EXPECT_THAT(helped.alignment.settings,
              HasSubstr("\"lexicons\":[\"" + digests[0].substr(0, 16) + "\",\"" + digests[1].substr(0, 16) + "\"]"));
}

TEST_F(KnowingLexicons, TheBundledLexiconOfTheLanguagesIsThereUnlessItIsLeftOut) {
  const LexiconChoice choice = OutsideLexicons(SeedLexicon::use).choose(en, vi);

  ASSERT_TRUE(choice.seed);
  EXPECT_EQ(choice.seed->source_language, en);
  EXPECT_EQ(choice.seed_name, "vi-en");
  EXPECT_THAT(choice.lexicons, IsEmpty());
  EXPECT_FALSE(OutsideLexicons(SeedLexicon::leave).choose(en, vi).seed);
  EXPECT_FALSE(OutsideLexicons(SeedLexicon::use).choose(en, text::LanguageTag::parse("zh")).seed);
}

TEST_F(KnowingLexicons, TheBundledLexiconChangesWhatAPairCostsAndIsSaid) {
  const auto with = TextAligner({}).align(there());
  const auto without = TextAligner({.seed_lexicon = SeedLexicon::leave}).align(there());

  EXPECT_NE(with.alignment.beads, without.alignment.beads);
  EXPECT_THAT(with.alignment.settings, HasSubstr("\"seed_lexicon\":\"vi-en:"));
  EXPECT_THAT(without.alignment.settings, HasSubstr("\"seed_lexicon\":null"));
}

TEST_F(KnowingLexicons, ALexiconChangesWhatAPairCosts) {
  const TextAligner aligner({.lexicons = {lexicon_of("en-vi.lexicon", en, vi)}});

  EXPECT_NE(aligner.align(there()).alignment.beads, TextAligner({}).align(there()).alignment.beads);
  EXPECT_NE(aligner.align(back()).alignment.beads, TextAligner({}).align(back()).alignment.beads);
}

TEST_F(KnowingLexicons, ForOnePairALexiconOfOtherLanguagesIsRefusedByName) {
  const TextAligner aligner({.lexicons = {lexicon_of("en-ru.lexicon", en, ru)}});

  EXPECT_THAT([&] { aligner.align(there()); },
              ThrowsMessage<Error>(AllOf(HasSubstr("en-ru.lexicon"), HasSubstr("en and ru"), HasSubstr("en and vi"))));
}

class KnowingLexiconsInABatch : public KnowingLexicons, public testing::WithParamInterface<LexiconScope> {};

TEST_P(KnowingLexiconsInABatch, ALexiconHelpsThePairsItFitsAndIsLeftOutForTheOthers) {
  const std::string lexicon = lexicon_of("en-vi.lexicon", en, vi);
  const PairInput pairs[] = {there(), foreign(), back()};

  const auto helped = TextAligner({.lexicons = {lexicon}, .lexicon = GetParam()}).align_batch(pairs);
  const auto alone = TextAligner({.lexicon = GetParam()}).align_batch(pairs);

  ASSERT_THAT(helped, SizeIs(3));
  EXPECT_NE(helped[0].value().alignment.beads, alone[0].value().alignment.beads);
  EXPECT_EQ(helped[1].value().alignment, alone[1].value().alignment);
  EXPECT_NE(helped[2].value().alignment.beads, alone[2].value().alignment.beads);
}

TEST_P(KnowingLexiconsInABatch, ALexiconThatFitsNoPairIsRefusedByName) {
  const TextAligner aligner(
      {.lexicons = {lexicon_of("en-vi.lexicon", en, vi), lexicon_of("vi-ru.lexicon", vi, ru)}, .lexicon = GetParam()});
  const PairInput pairs[] = {there(), foreign()};

  EXPECT_THAT([&] { aligner.align_batch(pairs); },
              ThrowsMessage<Error>(AllOf(HasSubstr("vi-ru.lexicon"), HasSubstr("no pair of the batch"))));
}

TEST_P(KnowingLexiconsInABatch, WhereNothingCanBeReadThatIsTheNews) {
  const TextAligner aligner({.lexicons = {lexicon_of("en-vi.lexicon", en, vi)}, .lexicon = GetParam()});
  const PairInput pairs[] = {{.source = {.path = folder_.path() / "missing.txt"}, .target = {.path = english()}}};

  const auto results = aligner.align_batch(pairs);

  ASSERT_THAT(results, SizeIs(1));
  EXPECT_THAT(results[0].error().message, HasSubstr("missing.txt"));
}

INSTANTIATE_TEST_SUITE_P(Scopes, KnowingLexiconsInABatch,
                         testing::Values(LexiconScope::shared, LexiconScope::each_alone));

TEST_F(KnowingLexicons, EachPairIsHandedOnInItsOrder) {
  const PairInput pairs[] = {there(), foreign(), back()};
  std::vector<std::size_t> places;

  const auto take = [&](std::size_t place, const Result<align::AlignedTexts>& result) {
    EXPECT_TRUE(result);
    places.push_back(place);
  };
  TextAligner({.lexicon = LexiconScope::each_alone}).align_batch(pairs, {.take = take, .is_finished = {}});

  EXPECT_THAT(places, ElementsAre(0, 1, 2));
}

// LEARNING

TEST_F(KnowingLexicons, LearningFromAccountsGivesTheirWords) {
  const PairInput pairs[] = {
      {.source = {.path = account("aigun/vi.txt")}, .target = {.path = account("aigun/en.txt")}}};

  const LearntLexicon learnt = TextAligner({.threads = 2}).learn(pairs);

  EXPECT_EQ(learnt.lexicon.source_language, vi);
  EXPECT_EQ(learnt.lexicon.note, "vi.txt - en.txt");
  EXPECT_THAT(learnt.lexicon.source_words, testing::Contains("sông"));
  EXPECT_THAT(learnt.notes, SizeIs(2)) << "both languages were detected";
  EXPECT_EQ(TextAligner({.threads = 1}).learn(pairs).lexicon, learnt.lexicon);
}

TEST_F(KnowingLexicons, LearningTakesPairsOfTheSameTwoLanguagesOnly) {
  const PairInput pairs[] = {there(), foreign()};

  EXPECT_THAT([&] { TextAligner({}).learn(pairs); },
              ThrowsMessage<Error>(AllOf(HasSubstr("ru.txt"), HasSubstr("en and ru"), HasSubstr("en and vi"))));
}

TEST_F(KnowingLexicons, LearningNeedsToKnowTheLanguages) {
  const PairInput pairs[] = {
      {.source = {.path = folder_.write("signs.txt", "1858. 1860. 1689.\n")}, .target = {.path = english()}}};

  EXPECT_THAT([&] { TextAligner({}).learn(pairs); },
              ThrowsMessage<Error>(AllOf(HasSubstr("signs.txt"), HasSubstr("language"))));
}

TEST_F(KnowingLexicons, LearningIsGuidedByALexiconOfTheSameLanguagesOnly) {
  const TextAligner aligner({.lexicons = {lexicon_of("en-ru.lexicon", en, ru)}});
  const PairInput pairs[] = {there()};

  EXPECT_THAT([&] { aligner.learn(pairs); }, ThrowsMessage<Error>(HasSubstr("en-ru.lexicon")));
}

TEST_F(KnowingLexicons, LearningFromNothingIsRefused) { EXPECT_THROW(TextAligner({}).learn({}), Error); }

TEST_F(KnowingLexicons, LearningFromPairsTakesThemAsTheyAre) {
  std::string lines;
  for (int i = 0; i < 8; ++i) lines += "con sông lớn\tthe big river\nngọn núi\tthe mountain\ncon đường\tthe road\n";

  const lexicon::Lexicon lexicon = learn_from_pairs(folder_.write("pairs.tsv", lines), vi, en);

  EXPECT_EQ(lexicon.note, "pairs.tsv");
  EXPECT_THAT(lexicon.source_words, testing::Contains("sông"));
  EXPECT_THAT(lexicon.entries, Not(IsEmpty()));
}

}  // namespace
}  // namespace aligner::pipeline

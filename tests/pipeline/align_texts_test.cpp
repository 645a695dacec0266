#include "aligner/pipeline/align_texts.h"

#include <atomic>
#include <string>

#include <gmock/gmock.h>

#include "tests/pipeline/small_texts.h"
#include "tests/support/temporary_directory.h"

namespace aligner::pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::UnorderedElementsAre;

class AligningTexts : public testing::Test {
 protected:
  std::string english() const { return folder_.write("en.txt", pipeline_tests::english); }
  std::string vietnamese() const { return folder_.write("vi.txt", pipeline_tests::vietnamese); }
  std::string missing() const { return (folder_.path() / "missing.txt").string(); }
  static std::string account(const std::string& name) {
    return std::string(TUNGSE_SOURCE_DIR) + "/corpora/accounts/" + name;
  }
  static PairInput pair(const std::string& source, const std::string& target) {
    return {.source = {.path = source}, .target = {.path = target}};
  }

  static std::string refusal_of(const TextAligner& aligner, const PairInput& input) {
    try {
      aligner.align(input);
      return "";
    } catch (const Error& error) {
      return error.what();
    }
  }

  static bool has_term_evidence(const align::AlignedTexts& texts) {
    for (const align::Bead& bead : texts.alignment.beads) {
      for (const score::Evidence& evidence : bead.evidence) {
        if (evidence.kind == score::EvidenceKind::term) return true;
      }
    }
    return false;
  }

  tungse_tests::TemporaryDirectory folder_;
};

TEST_F(AligningTexts, JoinsTheSentencesOfATranslationOneByOne) {
  const align::AlignedTexts texts = TextAligner({.mode = ModeChoice::parallel}).align(pair(english(), vietnamese()));

  ASSERT_THAT(texts.alignment.beads, SizeIs(5));
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_THAT(texts.alignment.beads[i].source, testing::ElementsAre(i));
    EXPECT_THAT(texts.alignment.beads[i].target, testing::ElementsAre(i));
  }
  check_alignment(texts.alignment);
}

TEST_F(AligningTexts, ChoosesAModeAndSaysWhy) {
  const align::AlignedTexts texts = TextAligner({}).align(pair(english(), vietnamese()));

  EXPECT_EQ(texts.alignment.mode, align::Mode::parallel) << texts.alignment.mode_reason;
  EXPECT_THAT(texts.alignment.mode_reason, Not(IsEmpty()));
  EXPECT_NE(texts.alignment.mode_reason, "asked for");
}

TEST_F(AligningTexts, KeepsToTheModeThatWasAskedFor) {
  const align::AlignedTexts texts = TextAligner({.mode = ModeChoice::comparable}).align(pair(english(), vietnamese()));

  EXPECT_EQ(texts.alignment.mode, align::Mode::comparable);
  EXPECT_EQ(texts.alignment.mode_reason, "asked for");
  check_alignment(texts.alignment);
}

TEST_F(AligningTexts, GivesOnlyALoneBeadForOneSentenceOnEachSide) {
  const std::string one = folder_.write("one.txt", "The treaty was signed in 1858.\n");
  const std::string other = folder_.write("other.txt", "Hiệp ước được ký năm 1858.\n");

  const align::AlignedTexts texts = TextAligner({.mode = ModeChoice::parallel}).align(pair(one, other));

  ASSERT_THAT(texts.alignment.beads, SizeIs(1));
  check_alignment(texts.alignment);
}

TEST_F(AligningTexts, UsesTheBundledTerms) {
  const TextAligner aligner({.mode = ModeChoice::parallel});

  EXPECT_THAT(aligner.terms().concepts(), Not(IsEmpty()));
  EXPECT_TRUE(has_term_evidence(aligner.align(pair(english(), vietnamese()))));
}

TEST_F(AligningTexts, LeavesReasonsOutWhereNobodyReadsThem) {
  const AlignSettings settings{.mode = ModeChoice::parallel, .reasons = BeadReasons::leave};

  const align::AlignedTexts texts = TextAligner(settings).align(pair(english(), vietnamese()));

  for (const align::Bead& bead : texts.alignment.beads) EXPECT_THAT(bead.evidence, IsEmpty());
}

TEST_F(AligningTexts, LeavesTheBundledTermsOut) {
  const TextAligner aligner({.mode = ModeChoice::parallel, .bundled_terms = BundledTerms::leave});

  EXPECT_THAT(aligner.terms().concepts(), IsEmpty());
  EXPECT_FALSE(has_term_evidence(aligner.align(pair(english(), vietnamese()))));
}

TEST_F(AligningTexts, KnowsNoTermsWhereTheTermListIsLeftOut) {
  const TextAligner aligner({.mode = ModeChoice::parallel, .left_out = {score::Ingredient::term_list}});

  EXPECT_THAT(aligner.terms().concepts(), IsEmpty());
  EXPECT_FALSE(has_term_evidence(aligner.align(pair(english(), vietnamese()))));
}

TEST_F(AligningTexts, TheSettingsKeptNameWhatWasLeftOut) {
  const TextAligner whole({.mode = ModeChoice::parallel});
  const TextAligner part(
      {.mode = ModeChoice::parallel, .left_out = {score::Ingredient::stems, score::Ingredient::leave_one_out}});

  EXPECT_THAT(whole.align(pair(english(), vietnamese())).alignment.settings, Not(HasSubstr("left_out")));
  EXPECT_THAT(part.align(pair(english(), vietnamese())).alignment.settings,
              HasSubstr(R"("left_out":["leave-one-out","stems"])"));
}

TEST_F(AligningTexts, UsesAnOwnTermList) {
  const std::string own = folder_.write("own.tsv", "en\tvi\nthe mountains\tdãy núi\n");

  const TextAligner aligner({.mode = ModeChoice::parallel, .term_lists = {own}, .bundled_terms = BundledTerms::leave});

  EXPECT_THAT(aligner.terms().concepts(), SizeIs(1));
  EXPECT_TRUE(has_term_evidence(aligner.align(pair(english(), vietnamese()))));
}

TEST_F(AligningTexts, RefusesABadTermListAtOnce) {
  const std::string bad = folder_.write("bad.tsv", "concept\tlanguage\twording\nship\tno language\tship\n");

  EXPECT_THROW(TextAligner({.term_lists = {bad}}), Error);
}

TEST_F(AligningTexts, TakesEachLineAsASegmentWhereTold) {
  const std::string source = folder_.write("a.txt", "One. Two.\n\nThree came in 1858.\n");
  const std::string target = folder_.write("b.txt", "Eins. Zwei.\n\nDrei kam 1858.\n");

  const align::AlignedTexts texts =
      TextAligner({.mode = ModeChoice::parallel, .form = InputForm::segment_per_line}).align(pair(source, target));

  EXPECT_THAT(texts.source.segmentation.segments, SizeIs(3));
  EXPECT_EQ(texts.alignment.source_count, 3U);
  EXPECT_TRUE(texts.source.segmentation.segments[1].span.empty());
  check_alignment(texts.alignment);
}

TEST_F(AligningTexts, CutsByOwnRulesWhereGiven) {
  const std::string rules = folder_.write(
      "own.srx",
      "<?xml version=\"1.0\"?>\n<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">\n"
      "<header segmentsubflows=\"yes\" cascade=\"yes\"/><body><languagerules>\n"
      "<languagerule languagerulename=\"Own\"><rule break=\"no\"><beforebreak>\\.</beforebreak>"
      "<afterbreak>\\s</afterbreak></rule></languagerule></languagerules>\n"
      "<maprules><languagemap languagepattern=\".*\" languagerulename=\"Own\"/></maprules></body></srx>\n");

  const align::AlignedTexts texts = TextAligner({.srx = rules}).align(pair(english(), vietnamese()));

  EXPECT_THAT(texts.source.segmentation.segments, SizeIs(1));
}

TEST_F(AligningTexts, NamesTheFileThatCannotBeRead) {
  EXPECT_THAT(refusal_of(TextAligner({}), pair(english(), missing())), HasSubstr("missing.txt"));
}

TEST_F(AligningTexts, SaysWhatBearsOnTheResult) {
  const align::AlignedTexts texts =
      TextAligner({.form = InputForm::segment_per_line}).align(pair(english(), vietnamese()));

  EXPECT_THAT(texts.alignment.settings, HasSubstr("\"segmented\":true"));
  EXPECT_THAT(texts.alignment.method, Not(IsEmpty()));
}

TEST_F(AligningTexts, DoesNotDependOnTheNumberOfThreads) {
  const PairInput input = pair(account("aigun/en.txt"), account("aigun/vi.txt"));

  EXPECT_EQ(TextAligner({.threads = 1}).align(input), TextAligner({.threads = 3}).align(input));
}

TEST_F(AligningTexts, ReportsItsProgress) {
  std::atomic<int> calls = 0;
  AlignSettings settings;
  settings.progress = [&calls](double done) {
    EXPECT_GE(done, 0.0);
    EXPECT_LE(done, 1.0);
    ++calls;
    return true;
  };

  TextAligner(settings).align(pair(english(), vietnamese()));

  EXPECT_GT(calls, 0);
}

class Interrupted : public AligningTexts, public testing::WithParamInterface<ModeChoice> {};

TEST_P(Interrupted, WorkEndsWithAnErrorInEveryMode) {
  const TextAligner aligner({.mode = GetParam(), .progress = [](double) { return false; }});

  EXPECT_THAT(refusal_of(aligner, pair(english(), vietnamese())), HasSubstr("interrupted"));
}

INSTANTIATE_TEST_SUITE_P(Modes, Interrupted,
                         testing::Values(ModeChoice::automatic, ModeChoice::parallel, ModeChoice::comparable));

// BATCHES

class AligningABatch : public AligningTexts, public testing::WithParamInterface<LexiconScope> {};

TEST_P(AligningABatch, GivesAFailureForAnUnreadableFileAndLeavesTheOthers) {
  const TextAligner aligner({.lexicon = GetParam()});
  const PairInput pairs[] = {pair(english(), vietnamese()), pair(missing(), vietnamese()),
                             pair(vietnamese(), english())};

  const auto results = aligner.align_batch(pairs);

  ASSERT_THAT(results, SizeIs(3));
  EXPECT_TRUE(results[0]);
  ASSERT_FALSE(results[1]);
  EXPECT_THAT(results[1].error().message, HasSubstr("missing.txt"));
  ASSERT_TRUE(results[2]);
  EXPECT_EQ(results[2].value().source.document.language().str(), "vi");
}

TEST_P(AligningABatch, GivesNothingForNothing) {
  EXPECT_THAT(TextAligner({.lexicon = GetParam()}).align_batch({}), IsEmpty());
}

TEST_P(AligningABatch, GivesOnlyFailuresWhereNothingCanBeRead) {
  const PairInput pairs[] = {pair(missing(), vietnamese()), pair(english(), missing())};

  const auto results = TextAligner({.lexicon = GetParam()}).align_batch(pairs);

  ASSERT_THAT(results, SizeIs(2));
  EXPECT_FALSE(results[0]);
  EXPECT_FALSE(results[1]);
}

TEST_P(AligningABatch, IsInterruptedAsAWhole) {
  const TextAligner aligner({.lexicon = GetParam(), .progress = [](double) { return false; }});
  const PairInput pairs[] = {pair(english(), vietnamese()), pair(vietnamese(), english())};

  EXPECT_THROW(aligner.align_batch(pairs), Error);
}

INSTANTIATE_TEST_SUITE_P(Scopes, AligningABatch, testing::Values(LexiconScope::shared, LexiconScope::each_alone));

TEST_F(AligningTexts, EachAloneInABatchIsAsItIsAlone) {
  const TextAligner aligner({.lexicon = LexiconScope::each_alone});
  const PairInput small = pair(english(), vietnamese());
  const PairInput pairs[] = {small, pair(account("aigun/en.txt"), account("aigun/vi.txt"))};

  EXPECT_EQ(aligner.align_batch(pairs)[0].value(), aligner.align(small));
}

TEST_F(AligningTexts, ASharedLexiconChangesWhatASmallPairCosts) {
  const TextAligner aligner({});
  const PairInput small = pair(english(), vietnamese());
  const PairInput pairs[] = {small, pair(account("aigun/en.txt"), account("aigun/vi.txt"))};

  EXPECT_NE(aligner.align_batch(pairs)[0].value().alignment, aligner.align(small).alignment);
}

TEST_F(AligningTexts, ABatchOfOneIsThatOne) {
  const TextAligner aligner({});
  const PairInput pairs[] = {pair(english(), vietnamese())};

  EXPECT_EQ(aligner.align_batch(pairs)[0].value(), aligner.align(pairs[0]));
}

TEST_F(AligningTexts, AGroupIsAllPairsInTheSameTwoLanguages) {
  const TextAligner aligner({});
  const PairInput pairs[] = {pair(english(), vietnamese()), pair(vietnamese(), english()), pair(english(), missing()),
                             pair(english(), vietnamese())};
  std::vector<std::vector<std::size_t>> groups;
  std::vector<std::size_t> taken;

  const auto ask = [&](std::span<const BatchMember> group) {
    std::vector<std::size_t> places;
    for (const BatchMember& member : group) places.push_back(member.place);
    groups.push_back(places);
    return places.size() == 2;
  };
  const auto take = [&](std::size_t place, const Result<align::AlignedTexts>&) { taken.push_back(place); };
  aligner.align_batch(pairs, {.take = take, .is_finished = ask});

  EXPECT_THAT(groups, UnorderedElementsAre(ElementsAre(0, 3), ElementsAre(1)));
  EXPECT_THAT(taken, ElementsAre(2, 1)) << "the unreadable one, and the one that is not finished";
}

TEST_F(AligningTexts, EachPairIsAGroupWhereEachIsAlone) {
  const TextAligner aligner({.lexicon = LexiconScope::each_alone});
  const PairInput pairs[] = {pair(english(), vietnamese()), pair(english(), vietnamese())};
  std::vector<BatchMember> asked;
  std::vector<std::size_t> taken;

  const auto ask = [&](std::span<const BatchMember> group) {
    asked.insert(asked.end(), group.begin(), group.end());
    return asked.size() == 1;
  };
  const auto take = [&](std::size_t place, const Result<align::AlignedTexts>&) { taken.push_back(place); };
  aligner.align_batch(pairs, {.take = take, .is_finished = ask});

  ASSERT_THAT(asked, SizeIs(2));
  EXPECT_EQ(asked[0].source_sha256, segment_file({.path = english()}, std::nullopt).sha256);
  EXPECT_EQ(asked[0].target_sha256, segment_file({.path = vietnamese()}, std::nullopt).sha256);
  EXPECT_THAT(taken, ElementsAre(1));
}

// CUTTING

TEST_F(AligningTexts, CuttingAFileGivesItsSentences) {
  const align::AlignedSide side = segment_file({.path = vietnamese()}, std::nullopt);

  EXPECT_THAT(side.segmentation.segments, SizeIs(5));
  EXPECT_EQ(side.document.language().str(), "vi");
  EXPECT_THAT(side.sha256, SizeIs(64));
}

}  // namespace
}  // namespace aligner::pipeline

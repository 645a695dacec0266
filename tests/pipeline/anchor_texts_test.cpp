#include "aligner/pipeline/anchor_texts.h"

#include <algorithm>
#include <string>

#include <gmock/gmock.h>

#include "tests/pipeline/small_texts.h"
#include "tests/support/temporary_directory.h"

namespace aligner::pipeline {
namespace {

using anchors::Anchor;
using anchors::AnchorKind;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class AnchorsOfTexts : public testing::Test {
 protected:
  std::string english() const { return folder_.write("en.txt", pipeline_tests::english); }

  static std::size_t count(const AnchoredFile& file, AnchorKind kind) {
    return static_cast<std::size_t>(std::count_if(file.anchors.begin(), file.anchors.end(),
                                                  [&](const Anchor& anchor) { return anchor.kind() == kind; }));
  }
  static PassageInput passage(const std::string& text, const std::string& language) {
    return {text, text::LanguageTag::parse(language)};
  }
  static std::string refusal_of(const PassageInput& source, const PassageInput& target) {
    try {
      AnchorReader({}).match(source, target);
      return "";
    } catch (const Error& error) {
      return error.what();
    }
  }

  tungse_tests::TemporaryDirectory folder_;
};

TEST_F(AnchorsOfTexts, AreThoseOfAFileAndSayWhatWasAssumed) {
  const AnchoredFile file = AnchorReader({}).read_file({.path = english()});

  EXPECT_EQ(count(file, AnchorKind::date), 2U);
  EXPECT_GT(count(file, AnchorKind::term), 5U);
  EXPECT_THAT(file.side.notes, Not(IsEmpty()));
}

TEST_F(AnchorsOfTexts, CanBeOfSomeKindsOnly) {
  const AnchoredFile file =
      AnchorReader({.kinds = {AnchorKind::date, AnchorKind::number}}).read_file({.path = english()});

  EXPECT_EQ(count(file, AnchorKind::date), 2U);
  EXPECT_EQ(count(file, AnchorKind::number), 1U);
  EXPECT_THAT(file.anchors, SizeIs(3));
}

TEST_F(AnchorsOfTexts, KnowTheTermsOfTheCaller) {
  const std::string terms = folder_.write("mine.tsv", "en\tvi\nmountains\tdãy núi\n");

  const AnchorReader with({.term_lists = {terms}, .bundled_terms = BundledTerms::leave});
  const AnchorReader without({.bundled_terms = BundledTerms::leave});

  EXPECT_EQ(count(with.read_file({.path = english()}), AnchorKind::term), 1U);
  EXPECT_EQ(count(without.read_file({.path = english()}), AnchorKind::term), 0U);
}

TEST_F(AnchorsOfTexts, OfPassagesAreMatched) {
  const MatchedPassages both =
      AnchorReader({}).match(passage("Ngày 16 tháng 5 năm 1858", "vi"), passage("May 28, 1858", "en"));

  ASSERT_THAT(both.pairs, SizeIs(1));
  EXPECT_EQ(both.pairs[0].match.reason, "16 May 1858 Julian = 28 May 1858 Gregorian");
}

TEST_F(AnchorsOfTexts, CountEachLineOfAPassageAsASegment) {
  const MatchedPassages both = AnchorReader({}).match(passage("In 1858.\nIn 1860.", "en"), passage("1860", "en"));

  ASSERT_THAT(both.source.anchors, SizeIs(2));
  EXPECT_EQ(both.source.anchors[1].segment, 1U);
}

TEST_F(AnchorsOfTexts, RefuseAPassageThatIsNotUtf8ByItsName) {
  EXPECT_THAT(refusal_of(passage("in 1858", "en"), passage("в \xFF 1858", "ru")), HasSubstr("target text:1"));
}

TEST_F(AnchorsOfTexts, RefuseToCompareWholeTexts) {
  std::string years;
  for (int i = 0; i < 1100; ++i) years += "1858, ";

  EXPECT_THAT(refusal_of(passage(years, "en"), passage(years, "en")), HasSubstr("align"));
}

}  // namespace
}  // namespace aligner::pipeline

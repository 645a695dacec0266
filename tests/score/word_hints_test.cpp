#include "aligner/score/word_hints.h"

#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/toy_bitext.h"

namespace aligner::score {
namespace {

using testing::Field;
using testing::IsEmpty;
using tungse_tests::toy_text;
using tungse_tests::ToyText;

class Hinted {
 public:
  Hinted(const std::string& source, const std::string& target)
      : source_(toy_text("vi", source)),
        target_(toy_text("en", target)),
        hints_(source_.view(), target_.view(), terms::bundled_terms()) {
    lexicon::LanguageSide side;
    source_words_ = lexicon::tokenise(source_.document, source_.segmentation, side);
    target_words_ = lexicon::tokenise(target_.document, target_.segmentation, side);
  }

  std::vector<lexicon::WordHint> between(std::size_t source, std::size_t target) const {
    const std::array from = {source};
    const std::array to = {target};
    return hints_.find({from, source_words_.segments[source].tokens}, {to, target_words_.segments[target].tokens});
  }

 private:
  ToyText source_;
  ToyText target_;
  lexicon::TokenisedText source_words_;
  lexicon::TokenisedText target_words_;
  WordHints hints_;
};

TEST(WordHints, AreStretchesOfWordsThatSayOneDay) {
  const Hinted texts("Ngày 16 tháng 5 năm 1858 chúng nó đi.", "They left on May 28, 1858 together.");

  const auto hints = texts.between(0, 0);

  ASSERT_EQ(hints.size(), 1U);
  EXPECT_EQ(hints[0].source_begin, 0U);
  EXPECT_EQ(hints[0].source_end, 6U);
  EXPECT_EQ(hints[0].target_begin, 3U);
  EXPECT_EQ(hints[0].target_end, 7U);
  EXPECT_GT(hints[0].strength, 0.5F);
}

TEST(WordHints, AreWordingsOfOneConcept) {
  const Hinted texts("Ký hiệp ước.", "The treaty is signed.");

  EXPECT_THAT(texts.between(0, 0), testing::Contains(testing::AllOf(Field(&lexicon::WordHint::source_begin, 1U),
                                                                    Field(&lexicon::WordHint::source_end, 3U),
                                                                    Field(&lexicon::WordHint::target_begin, 1U))));
}

TEST(WordHints, AreThoseOfTheSegmentsAskedFor) {
  const Hinted texts("Năm 1858.\nNăm 1860.\n", "In 1858.\nIn 1860.\n");

  EXPECT_THAT(texts.between(0, 1), IsEmpty());
  EXPECT_EQ(texts.between(1, 1).size(), 1U);
}

}  // namespace
}  // namespace aligner::score

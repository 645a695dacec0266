#include "aligner/score/document_model.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "tests/support/toy_bitext.h"

namespace aligner::score {
namespace {

using testing::Gt;
using testing::IsEmpty;
using testing::Lt;
using testing::Not;
using tungse_tests::toy_text;
using tungse_tests::ToyBitext;
using tungse_tests::ToyText;

// Documents are parted by "--".
struct Joined {
  ToyText text;
  std::vector<std::uint32_t> document_of;
  std::size_t count = 1;

  Joined(const char* language, const std::string& lines) : text(toy_text(language, lines)) {
    for (const segment::Segment& segment : text.segmentation.segments) {
      const bool is_between = text.document.slice(segment.span) == "--";
      document_of.push_back(is_between ? DocumentPlaces::between : static_cast<std::uint32_t>(count - 1));
      if (is_between) ++count;
    }
  }
  DocumentPlaces places() const { return {document_of, count}; }
};

class ThreeTreaties : public testing::Test {
 protected:
  DocumentModel model(unsigned threads = 1) const {
    return {bitext_, vietnamese_.places(), english_.places(), nullptr, threads};
  }
  static DocumentScore pair(const DocumentModel& model, std::uint32_t source, std::uint32_t target) {
    const auto& pairs = model.pairs();
    const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const DocumentScore& one) {
      return one.source == source && one.target == target;
    });
    return found == pairs.end() ? DocumentScore{source, target, 0, 0} : *found;
  }

  const Joined vietnamese_{"vi",
                           "Ngày 16 tháng 5 năm 1858, Muravyov ký Điều ước Ái Hồn.\n--\n"
                           "Ngày 1 tháng 6 năm 1858, Putyatin ký hiệp ước ở Thiên Tân.\n--\n"
                           "Năm 1689, Golovin ký điều ước ở Nerchinsk.\n"};
  const Joined english_{"en",
                        "Golovin spoke for the tsars at Nerchinsk in 1689.\n--\n"
                        "On May 28, 1858 Muravyov signed the Treaty of Aigun.\n--\n"
                        "Putyatin had a treaty of his own at Tianjin on June 13, 1858.\n--\nBread was dear.\n"};
  const AnchoredBitext view_{vietnamese_.text.view(), english_.text.view()};
  const PreparedBitext bitext_{std::span(&view_, 1), {.terms = &terms::bundled_terms()}};
};

TEST_F(ThreeTreaties, EachIsLikestItsOwnAccount) {
  const DocumentModel found = model();

  EXPECT_THAT(pair(found, 0, 1).score, Gt(pair(found, 0, 2).score));
  EXPECT_THAT(pair(found, 1, 2).score, Gt(pair(found, 1, 1).score));
  EXPECT_THAT(pair(found, 2, 0).score, Gt(pair(found, 2, 2).score));
}

TEST_F(ThreeTreaties, AMarginIsAboveNoughtForTheBestAndBelowForItsRivals) {
  const DocumentModel found = model();

  EXPECT_THAT(pair(found, 0, 1).margin, Gt(0));
  EXPECT_THAT(pair(found, 1, 1).margin, Lt(pair(found, 1, 2).margin));
}

TEST_F(ThreeTreaties, ScoresAreSharesAndWhatSharesNothingIsNotMet) {
  const DocumentModel found = model();

  for (const DocumentScore& one : found.pairs()) {
    EXPECT_THAT(one.score, testing::AllOf(Gt(0), testing::Le(1)));
    EXPECT_NE(one.target, 3U);
  }
}

TEST_F(ThreeTreaties, TheDayInBothCalendarsIsAmongTheReasons) {
  const std::vector<Evidence> why = model().explain(0, 1, 6);

  EXPECT_THAT(why, testing::Contains(testing::Field(&Evidence::relation, "same-other-calendar")));
  EXPECT_THAT(why.size(), testing::Le(6U));
}

TEST_F(ThreeTreaties, TheNumberOfThreadsDoesNotMatter) {
  const DocumentModel one = model(1);
  const DocumentModel three = model(3);

  EXPECT_EQ(one.pairs(), three.pairs());
}

TEST(DocumentModel, EmptyDocumentsHaveNoCandidates) {
  const Joined source("vi", "\n--\nMuravyov ký ở Ái Hồn.\n");
  const Joined target("en", "--\n--\n");
  const AnchoredBitext view{source.text.view(), target.text.view()};
  const PreparedBitext bitext{std::span(&view, 1), {.terms = &terms::bundled_terms()}};

  const DocumentModel model(bitext, source.places(), target.places(), nullptr, 1);

  EXPECT_THAT(model.pairs(), IsEmpty());
  EXPECT_THAT(model.explain(1, 0, 6), IsEmpty());
}

TEST(DocumentModel, KeepsTheBestCandidatesOnly) {
  std::string lines;
  for (int k = 0; k < 40; ++k) lines += (k > 0 ? "--\n" : "") + std::string("Muravyov ") + std::to_string(k) + "\n";
  const Joined source("vi", lines);
  const Joined target("en", lines);
  const AnchoredBitext view{source.text.view(), target.text.view()};
  const PreparedBitext bitext{std::span(&view, 1), {.terms = &terms::bundled_terms()}};

  const DocumentModel model(bitext, source.places(), target.places(), nullptr, 1);

  EXPECT_THAT(model.pairs(), Not(IsEmpty()));
  EXPECT_THAT(model.pairs().size(), testing::Le(40 * most_document_candidates));
}

}  // namespace
}  // namespace aligner::score

#include "aligner/align/mine_documents.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

#include "aligner/align/joined_text.h"
#include "aligner/error.h"

#include "tests/support/toy_bitext.h"

namespace aligner::align {
namespace {

using testing::ElementsAre;
using testing::Ge;
using testing::IsEmpty;
using tungse_tests::make_toy_bitext;
using tungse_tests::make_toy_mixture;
using tungse_tests::toy_text;
using tungse_tests::ToyBitext;
using tungse_tests::ToyText;

std::vector<score::AnchoredText> views(const std::vector<ToyText>& texts) {
  std::vector<score::AnchoredText> all;
  for (const ToyText& text : texts) all.push_back(text.view());
  return all;
}

struct Collections {
  std::vector<ToyText> sources;
  std::vector<ToyText> targets;

  std::vector<MinedPair> mine(const MineOptions& options = {}) const {
    return mine_documents(views(sources), views(targets), {.terms = &terms::bundled_terms()}, options);
  }
};

// Parts of one long toy translation as documents; those of the target stand in another order, one is missing there.
Collections cut_translation() {
  const ToyBitext toy = make_toy_bitext({.sentences = 120});
  const auto part = [](const ToyText& text, std::size_t begin, std::size_t end) {
    std::string lines;
    for (std::size_t i = begin; i < std::min(end, text.segmentation.size()); ++i) {
      lines += std::string(text.document.slice(text.segmentation.segments[i].span)) + "\n";
    }
    return toy_text(text.document.language().str(), lines);
  };
  Collections made;
  for (std::size_t k = 0; k < 4; ++k) made.sources.push_back(part(toy.source, 30 * k, 30 * (k + 1)));
  for (const std::size_t k : {2U, 0U, 3U}) made.targets.push_back(part(toy.target, 30 * k, 30 * (k + 1)));
  return made;
}

using Documents = std::set<std::pair<std::size_t, std::size_t>>;

Documents documents_of(const std::vector<MinedPair>& pairs) {
  Documents documents;
  for (const MinedPair& pair : pairs) {
    if (pair.relation != Relation::passages) documents.emplace(pair.source, pair.target);
  }
  return documents;
}

TEST(MineDocuments, PairsAccountsOfOneEvent) {
  Collections made;
  made.sources.push_back(toy_text("vi", "Mùa đông năm ấy rất lạnh.\nNông dân gieo lúa mì.\n"));
  made.sources.push_back(toy_text("vi",
                                  "Ngày 16 tháng 5 năm 1858, Muravyov ký Điều ước Ái Hồn.\n"
                                  "Sông Ussuri do hai nước cùng quản lý.\n"));
  made.targets.push_back(toy_text("en",
                                  "On May 28, 1858 Muravyov signed the Treaty of Aigun.\n"
                                  "The Ussuri was administered by both.\n"));
  made.targets.push_back(toy_text("en", "Bakers sold bread.\nFish was dear in the harbour.\n"));

  const std::vector<MinedPair> pairs = made.mine();

  EXPECT_EQ(documents_of(pairs), (Documents{{1, 0}}));
  ASSERT_FALSE(pairs.empty());
  EXPECT_FALSE(pairs[0].evidence.empty());
  EXPECT_GT(pairs[0].confidence, 0.5);
}

TEST(MineDocuments, EveryAlignmentKeepsTheRulesOfItsMode) {
  const Collections made = cut_translation();

  for (const MinedPair& pair : made.mine({.smallest_confidence = 0})) {
    EXPECT_NO_THROW(check_alignment(pair.alignment));
    EXPECT_EQ(pair.alignment.source_count, made.sources[pair.source].segmentation.size());
    EXPECT_EQ(pair.alignment.target_count, made.targets[pair.target].segmentation.size());
    EXPECT_EQ(pair.alignment.mode == Mode::parallel, pair.relation == Relation::translation);
  }
}

TEST(MineDocuments, EvidenceLiesInsideItsDocuments) {
  const Collections made = cut_translation();

  for (const MinedPair& pair : made.mine({.smallest_confidence = 0})) {
    const auto check = [&](const score::Evidence& one) {
      EXPECT_LE(one.source.end, made.sources[pair.source].document.bytes().size());
      EXPECT_LE(one.target.end, made.targets[pair.target].document.bytes().size());
    };
    for (const score::Evidence& one : pair.evidence) check(one);
    for (const Bead& bead : pair.alignment.beads) std::for_each(bead.evidence.begin(), bead.evidence.end(), check);
  }
}

TEST(MineDocuments, ADocumentStandsInOneTranslationAtMost) {
  std::map<std::size_t, int> sources;
  std::map<std::size_t, int> targets;
  for (const MinedPair& pair : cut_translation().mine({.smallest_confidence = 0})) {
    if (pair.relation != Relation::translation) continue;
    EXPECT_EQ(++sources[pair.source], 1);
    EXPECT_EQ(++targets[pair.target], 1);
  }
}

TEST(MineDocuments, ASentenceIsTheSameAsOneOtherInTheWholeCollection) {
  const ToyBitext toy = make_toy_mixture({});
  Collections made;
  const auto deal = [](const ToyText& text, std::vector<ToyText>& documents) {
    std::string lines;
    for (std::size_t i = 0; i < text.segmentation.size(); ++i) {
      lines += std::string(text.document.slice(text.segmentation.segments[i].span)) + "\n";
      if (i % 20 != 19 && i + 1 < text.segmentation.size()) continue;
      documents.push_back(toy_text(text.document.language().str(), lines));
      lines.clear();
    }
  };
  deal(toy.source, made.sources);
  deal(toy.target, made.targets);

  std::map<std::pair<std::size_t, std::size_t>, int> strong;
  for (const MinedPair& pair : made.mine({.smallest_confidence = 0})) {
    if (pair.relation == Relation::translation) continue;
    for (const Bead& bead : pair.alignment.beads) {
      if (bead.grade != Grade::same && bead.grade != Grade::mostly) continue;
      for (const std::size_t segment : bead.source) EXPECT_EQ((++strong[{pair.source, segment}]), 1);
    }
  }
}

TEST(MineDocuments, TheNumberOfThreadsDoesNotMatter) {
  const Collections made = cut_translation();

  EXPECT_EQ(made.mine({.threads = 1}), made.mine({.threads = 3}));
}

TEST(MineDocuments, NothingComesOfNothing) {
  EXPECT_THAT(Collections{}.mine(), IsEmpty());
  Collections empty;
  empty.sources.push_back(toy_text("vi", ""));
  empty.targets.push_back(toy_text("en", "\n\n"));
  EXPECT_THAT(empty.mine(), IsEmpty());
}

TEST(MineDocuments, ProgressThatSaysNoEndsTheWork) {
  MineOptions options;
  options.progress = [](double) { return false; };

  EXPECT_THROW(cut_translation().mine(options), Error);
}

TEST(MineDocuments, ProgressNeverGoesBack) {
  MineOptions options;
  double before = 0;
  options.progress = [&](double done) {
    EXPECT_THAT(done, Ge(before));
    EXPECT_LE(done, 1);
    before = done;
    return true;
  };

  cut_translation().mine(options);
}

TEST(JoinedText, SegmentsAnchorsAndBytesStandWhereTheirDocumentStands) {
  const std::vector<ToyText> texts{toy_text("en", "One.\nTwo in 1858.\n"), toy_text("en", "Three in 1860.\n"),
                                   toy_text("en", "Four.\n")};
  const std::vector<score::AnchoredText> all = views(texts);

  const JoinedText joined(all, std::vector<std::size_t>{2, 0}, {});

  constexpr std::uint32_t between = score::DocumentPlaces::between;
  EXPECT_THAT(joined.document_of(), ElementsAre(2U, between, 0U, 0U, between));
  const score::AnchoredText text = joined.view();
  const auto& segments = text.segmentation.segments;
  EXPECT_EQ(text.document.slice(segments[0].span), "Four.");
  EXPECT_TRUE(segments[1].span.empty());
  EXPECT_EQ(text.document.slice(segments[3].span), "Two in 1858.");
  EXPECT_EQ(joined.place_of(0).segment, 2U);
  EXPECT_EQ(joined.place_of(0).segment_count, 2U);
  ASSERT_FALSE(text.anchors.empty());
  EXPECT_EQ(text.anchors.back().segment, 3U);
  EXPECT_EQ(text.document.slice(text.anchors.back().span), "1858");
}

}  // namespace
}  // namespace aligner::align

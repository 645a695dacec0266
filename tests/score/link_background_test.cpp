// cases/background.tsv: a linguist can add texts without a compiler.

#include "aligner/score/link_background.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/score/link_anchors.h"
#include "aligner/terms/term_list.h"

#include "tests/support/case_file.h"
#include "tests/support/toy_bitext.h"

namespace aligner::score {
namespace {

using testing::Gt;
using tungse_tests::Case;
using tungse_tests::toy_account;
using tungse_tests::ToyText;
using tungse_tests::with_paragraphs;

std::string notation(const std::vector<Evidence>& found) {
  std::string all;
  for (const Evidence& one : found) {
    EXPECT_EQ(one.kind, EvidenceKind::context);
    if (!all.empty()) all += " ; ";
    all += one.relation + ": " + one.reason;
  }
  return all.empty() ? "-" : all;
}

LinkBackground background_of(const ToyText& source, const ToyText& target) {
  const terms::TermList& terms = terms::bundled_terms();
  const auto source_anchors = anchors_for_links(source.view(), &terms);
  const auto target_anchors = anchors_for_links(target.view(), &terms);
  return {{source.document, source.segmentation, source_anchors},
          {target.document, target.segmentation, target_anchors},
          &terms};
}

TEST(LinkBackground, IsWhatTheCasesSay) {
  for (const Case& c : tungse_tests::read_cases(std::string(TUNGSE_CASES) + "/background.tsv")) {
    const std::string languages = c.settings.at("languages");
    const ToyText source = toy_account(languages.substr(0, 2), with_paragraphs(c.fields.at(0)));
    const ToyText target = toy_account(languages.substr(3, 2), with_paragraphs(c.fields.at(1)));

    const LinkBackground background = background_of(source, target);

    EXPECT_EQ(notation(background.find(source.segmentation.size() - 1, target.segmentation.size() - 1)), c.fields.at(2))
        << c.where();
  }
}

TEST(LinkBackground, WeighsAsMuchAsItsReasonsTogether) {
  const ToyText source = toy_account("en", "In May 1858 Muravyov reached Aigun. A fort was built. Snow fell.");
  const ToyText target = toy_account("en", "Muravyov sailed in May 1858. A fort was built at Aigun. Snow fell.");
  const LinkBackground background = background_of(source, target);

  double all = 0;
  for (std::size_t i = 0; i < source.segmentation.size(); ++i) {
    for (std::size_t j = 0; j < target.segmentation.size(); ++j) {
      double sum = 0;
      for (const Evidence& one : background.find(i, j)) sum += one.weight;
      EXPECT_DOUBLE_EQ(background.weight(i, j), sum);
      all += sum;
    }
  }
  EXPECT_THAT(all, Gt(0));
}

TEST(LinkBackground, WhatOneSegmentTellsItselfWeighsMoreThanWhatBothLeaveToBeUnderstood) {
  const ToyText understood = toy_account("en", "It was May 1858. A fort was built. Snow fell. Rain fell.");
  const ToyText told = toy_account("en", "It was May 1858. A fort was built. Snow fell. Rain fell.");
  const LinkBackground background = background_of(understood, told);

  EXPECT_THAT(background.weight(1, 0), Gt(background.weight(1, 1)));
  EXPECT_DOUBLE_EQ(background.weight(0, 1), background.weight(1, 0));
}

TEST(LinkBackground, ItsReasonsStandWhereASegmentNamesTheMatterItself) {
  const ToyText source = toy_account("en", "In May 1858 Muravyov came. A fort was built.");
  const ToyText target = toy_account("en", "Muravyov built a fort in May 1858.");

  const std::vector<Evidence> found = background_of(source, target).find(1, 0);

  ASSERT_EQ(found.size(), 2U);
  for (const Evidence& one : found) EXPECT_TRUE(one.source.empty());
  EXPECT_EQ(target.document.slice(found[0].target), "May 1858");
  EXPECT_EQ(target.document.slice(found[1].target), "Muravyov");
}

TEST(LinkBackground, TimesNeedNoTerms) {
  const ToyText source = toy_account("en", "In May 1858 Muravyov came. A fort was built.");
  const ToyText target = toy_account("en", "Muravyov built a fort in May 1858.");

  const LinkBackground background(source.view(), target.view(), nullptr);

  EXPECT_EQ(notation(background.find(1, 0)), "same: time of the story: May 1858");
}

}  // namespace
}  // namespace aligner::score

// cases/conflicts.tsv: a linguist can add texts without a compiler.

#include "aligner/score/link_conflicts.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aligner/score/link_anchors.h"
#include "aligner/terms/term_list.h"

#include "tests/support/case_file.h"
#include "tests/support/toy_bitext.h"

namespace aligner::score {
namespace {

using tungse_tests::Case;
using tungse_tests::toy_account;
using tungse_tests::ToyText;
using tungse_tests::with_paragraphs;

std::string notation(const std::vector<Evidence>& found) {
  std::string all;
  for (const Evidence& one : found) {
    if (!all.empty()) all += " ; ";
    all += one.relation + " " + to_string(one.kind) + ": " + one.reason;
  }
  return all.empty() ? "-" : all;
}

LinkConflicts conflicts_of(const ToyText& source, const ToyText& target) {
  const terms::TermList& terms = terms::bundled_terms();
  const auto source_anchors = anchors_for_links(source.view(), &terms);
  const auto target_anchors = anchors_for_links(target.view(), &terms);
  return LinkConflicts({source.document, source.segmentation, source_anchors},
                       {target.document, target.segmentation, target_anchors}, &terms);
}

std::string word_of(const std::string& words, std::size_t k) {
  return k == 0 ? words.substr(0, words.find(' ')) : words.substr(words.find(' ') + 1);
}

TEST(LinkConflicts, AreWhatTheCasesSay) {
  for (const Case& c : tungse_tests::read_cases(std::string(TUNGSE_CASES) + "/conflicts.tsv")) {
    const std::string languages = c.settings.at("languages");
    const ToyText source = toy_account(word_of(languages, 0), with_paragraphs(c.fields.at(0)));
    const ToyText target = toy_account(word_of(languages, 1), with_paragraphs(c.fields.at(1)));

    const LinkConflicts conflicts = conflicts_of(source, target);

    EXPECT_EQ(notation(conflicts.find(source.segmentation.size() - 1, target.segmentation.size() - 1)), c.fields.at(2))
        << c.where();
  }
}

TEST(LinkConflicts, WeighAsMuchAsTheirReasonsTogether) {
  const ToyText source = toy_account("en", "In 1632 the Treaty of Aigun was not ratified. It was signed.");
  const ToyText target = toy_account("en", "In 1740 the Treaty of Tianjin was ratified. It was signed.");
  const LinkConflicts conflicts = conflicts_of(source, target);

  for (std::size_t i = 0; i < source.segmentation.size(); ++i) {
    for (std::size_t j = 0; j < target.segmentation.size(); ++j) {
      double sum = 0;
      for (const Evidence& one : conflicts.find(i, j)) sum += one.weight;
      EXPECT_DOUBLE_EQ(conflicts.weight(i, j), sum);
    }
  }
  EXPECT_LT(conflicts.weight(0, 0), conflicts.weight(1, 1));  // a time told outweighs one understood
}

TEST(LinkConflicts, ATextWithoutTermsHasTimesAlone) {
  const ToyText source = toy_account("en", "In 1632 the Treaty of Aigun was signed.");
  const ToyText target = toy_account("en", "In 1740 the Treaty of Tianjin was signed.");

  const LinkConflicts conflicts(source.view(), target.view(), nullptr);

  EXPECT_EQ(notation(conflicts.find(0, 0)), "other date: 1632 here, 1740 there");
}

TEST(AnchorsForLinks, ANumberInANameIsAPartOfTheName) {
  const ToyText text = toy_account("en", "The Second Opium War was the second of two.");

  std::size_t numbers = 0;
  for (const anchors::Anchor& anchor : anchors_for_links(text.view(), &terms::bundled_terms())) {
    if (anchor.kind() == anchors::AnchorKind::number) ++numbers;
  }

  std::size_t all = 0;
  for (const anchors::Anchor& anchor : text.anchors) {
    if (anchor.kind() == anchors::AnchorKind::number) ++all;
  }
  EXPECT_EQ(numbers + 1, all);
}

TEST(AnchorsForLinks, TheTreatyThatIsKnownIsNoLongerAnyTreaty) {
  const ToyText text = toy_account("en", "The Treaty of Aigun was signed. The treaty held.");

  std::vector<std::string> told;
  for (const anchors::Anchor& anchor : anchors_for_links(text.view(), &terms::bundled_terms())) {
    const auto* mention = std::get_if<anchors::ConceptMention>(&anchor.value);
    if (mention != nullptr && anchor.segment == 1) told.push_back(mention->concept_id);
  }

  EXPECT_EQ(told, std::vector<std::string>{"t_aigun"});
}

}  // namespace
}  // namespace aligner::score

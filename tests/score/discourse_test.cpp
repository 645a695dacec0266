// cases/inherited.tsv: a linguist can add texts without a compiler.

#include "aligner/score/discourse.h"

#include <algorithm>
#include <string>
#include <variant>

#include <gtest/gtest.h>

#include "aligner/terms/term_list.h"

#include "tests/support/case_file.h"
#include "tests/support/toy_bitext.h"

namespace aligner::score {
namespace {

using tungse_tests::Case;
using tungse_tests::toy_account;
using tungse_tests::ToyText;
using tungse_tests::with_paragraphs;

// "1:t_aigun:It": the notation of the case file.
std::string notation(const ToyText& text, const std::vector<anchors::Anchor>& inherited) {
  std::string all;
  for (const anchors::Anchor& anchor : inherited) {
    if (!all.empty()) all += ' ';
    all += std::to_string(anchor.segment) + ":" + std::get<anchors::ConceptMention>(anchor.value).concept_id + ":";
    all += text.document.slice(anchor.span);
  }
  return all.empty() ? "-" : all;
}

TEST(Discourse, InheritsWhatTheCasesSay) {
  for (const Case& c : tungse_tests::read_cases(std::string(TUNGSE_CASES) + "/inherited.tsv")) {
    const ToyText text = toy_account(c.settings.at("language"), with_paragraphs(c.fields.at(0)));

    EXPECT_EQ(notation(text, inherited_mentions(text.view(), terms::bundled_terms())), c.fields.at(1)) << c.where();
  }
}

TEST(Discourse, MentionsAreMarkedAsInheritedAndLieInTheirSegments) {
  const ToyText text = toy_account("en", "The Treaty of Aigun was signed. It had six articles. The treaty held.");

  const auto inherited = inherited_mentions(text.view(), terms::bundled_terms());

  ASSERT_GE(inherited.size(), 2u);
  for (const anchors::Anchor& anchor : inherited) {
    EXPECT_TRUE(std::get<anchors::ConceptMention>(anchor.value).inherited);
    EXPECT_TRUE(text.segmentation.segments.at(anchor.segment).span.contains(anchor.span));
  }
  EXPECT_TRUE(std::is_sorted(inherited.begin(), inherited.end(),
                             [](const auto& a, const auto& b) { return a.segment < b.segment; }));
}

TEST(Discourse, AnEmptyTextOrTermListInheritsNothing) {
  const ToyText nothing = toy_account("en", "");
  const ToyText text = toy_account("en", "The Treaty of Aigun was signed. It held.");

  EXPECT_TRUE(inherited_mentions(nothing.view(), terms::bundled_terms()).empty());
  EXPECT_TRUE(inherited_mentions(text.view(), {}).empty());
}

}  // namespace
}  // namespace aligner::score

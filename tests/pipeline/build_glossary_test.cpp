#include "aligner/pipeline/build_glossary.h"

#include <algorithm>
#include <string>

#include <gmock/gmock.h>

#include "aligner/error.h"
#include "aligner/pipeline/align_texts.h"
#include "aligner/pipeline/store_texts.h"
#include "aligner/review/decision.h"

#include "tests/pipeline/small_texts.h"
#include "tests/support/temporary_directory.h"

namespace aligner::pipeline {
namespace {

using store::OpenMode;
using store::ProjectDatabase;

constexpr const char* monday = "2026-03-02T09:30:00Z";

class BuildingAGlossary : public testing::Test {
 protected:
  ProjectDatabase open() const {
    return ProjectDatabase::open(folder_.path() / "project.db", OpenMode::create_or_open);
  }
  store::AlignmentId keep(ProjectDatabase& project) const {
    const auto texts = aligner_.align({.source = {.path = folder_.write("en.txt", pipeline_tests::english)},
                                       .target = {.path = folder_.write("vi.txt", pipeline_tests::vietnamese)}});
    return store_texts(project, texts, aligner_.terms(), monday, "0.1.0");
  }
  static const glossary::Proposal* find(const GlossaryBuild& build, const std::string& concept_id) {
    const auto found = std::find_if(build.proposals.begin(), build.proposals.end(),
                                    [&](const glossary::Proposal& one) { return one.concept_id == concept_id; });
    return found == build.proposals.end() ? nullptr : &*found;
  }

  tungse_tests::TemporaryDirectory folder_;
  const TextAligner aligner_{{.mode = ModeChoice::parallel}};
};

TEST_F(BuildingAGlossary, ReadsEveryAlignment) {
  ProjectDatabase project = open();
  keep(project);

  const GlossaryBuild build = build_glossary(project, {});

  EXPECT_EQ(build.alignments, 1U);
  EXPECT_EQ(build.pairs, 5U);
  ASSERT_NE(find(build, "p_muravyov"), nullptr);
  EXPECT_EQ(find(build, "p_muravyov")->contexts.size(), 1U);
}

TEST_F(BuildingAGlossary, CountsAcceptedPairsFullyAndRejectedOnesNot) {
  ProjectDatabase project = open();
  const store::AlignmentId id = keep(project);
  review::Decision decision{
      .verdict = review::Verdict::accepted, .source = {1}, .target = {1}, .by = "An", .at = monday};
  project.add_decision(id, decision);

  const GlossaryBuild accepted = build_glossary(project, {});

  ASSERT_NE(find(accepted, "p_muravyov"), nullptr);
  EXPECT_EQ(find(accepted, "p_muravyov")->contexts.at(0).weight, 1);

  decision.verdict = review::Verdict::rejected;
  project.add_decision(id, decision);
  const GlossaryBuild rejected = build_glossary(project, {});

  // Both texts still name him, but in no pair.
  ASSERT_NE(find(rejected, "p_muravyov"), nullptr);
  EXPECT_TRUE(find(rejected, "p_muravyov")->contexts.empty());
}

TEST_F(BuildingAGlossary, NeedsAnAlignment) {
  ProjectDatabase project = open();

  EXPECT_THROW(build_glossary(project, {}), Error);
  EXPECT_THROW(find_usage(project, {}, {}), Error);
}

TEST_F(BuildingAGlossary, EndsWithErrorWhereProgressSaysSo) {
  ProjectDatabase project = open();
  keep(project);

  EXPECT_THROW(build_glossary(project, {.progress = [](double) { return false; }}), Error);
}

TEST_F(BuildingAGlossary, FindsHowTermsAreUsed) {
  ProjectDatabase project = open();
  keep(project);

  const glossary::TermUsage usage = find_usage(project, project.load_terms(), {});

  const auto amur = std::find_if(usage.concepts.begin(), usage.concepts.end(),
                                 [](const glossary::ConceptUse& one) { return one.concept_id == "r_amur"; });
  ASSERT_NE(amur, usage.concepts.end());
  EXPECT_EQ(amur->pairs_with_both, 1U);
}

}  // namespace
}  // namespace aligner::pipeline

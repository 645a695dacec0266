#include "aligner/pipeline/store_texts.h"

#include <string>

#include <gmock/gmock.h>

#include "aligner/pipeline/align_texts.h"
#include "aligner/review/decision.h"

#include "tests/pipeline/small_texts.h"
#include "tests/support/temporary_directory.h"

namespace aligner::pipeline {
namespace {

using store::OpenMode;
using store::ProjectDatabase;
using store::Reviewed;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* monday = "2026-03-02T09:30:00Z";
constexpr const char* tuesday = "2026-03-03T09:30:00Z";

class StoringTexts : public testing::Test {
 protected:
  ProjectDatabase open() const {
    return ProjectDatabase::open(folder_.path() / "project.db", OpenMode::create_or_open);
  }
  align::AlignedTexts aligned() const {
    return aligner_.align({.source = {.path = folder_.write("en.txt", pipeline_tests::english)},
                           .target = {.path = folder_.write("vi.txt", pipeline_tests::vietnamese)}});
  }
  store::AlignmentId store_at(ProjectDatabase& project, const std::string& when) const {
    return store_texts(project, aligned(), aligner_.terms(), when, "0.1.0");
  }

  static std::size_t count_concepts(const ProjectDatabase& project) {
    const terms::TermList terms = project.load_terms();
    return terms.concepts().size();
  }

  tungse_tests::TemporaryDirectory folder_;
  const TextAligner aligner_{{.mode = ModeChoice::parallel}};
};

TEST_F(StoringTexts, KeepsTheAlignmentAsItIs) {
  ProjectDatabase project = open();

  const store::AlignmentId id = store_at(project, monday);

  EXPECT_EQ(project.load(id, Reviewed::no), aligned());
}

TEST_F(StoringTexts, KeepsTheTermsAndWhereTheyStand) {
  ProjectDatabase project = open();
  store_at(project, monday);

  const auto occurrences = project.load_occurrences(aligned().target);

  EXPECT_EQ(count_concepts(project), aligner_.terms().concepts().size());
  EXPECT_THAT(occurrences, Not(IsEmpty()));
  EXPECT_THAT(project.load_occurrences(aligned().source), Not(IsEmpty()));
}

TEST_F(StoringTexts, StoringTwiceDuplicatesNothing) {
  ProjectDatabase project = open();
  const store::AlignmentId first = store_at(project, monday);
  const auto occurrences = project.load_occurrences(aligned().target);

  const store::AlignmentId second = store_at(project, tuesday);

  EXPECT_EQ(first, second);
  EXPECT_THAT(project.list_alignments(), SizeIs(1));
  EXPECT_EQ(project.load_occurrences(aligned().target), occurrences);
  EXPECT_EQ(count_concepts(project), aligner_.terms().concepts().size());
  EXPECT_THAT(project.find_damage(), IsEmpty());
}

TEST_F(StoringTexts, ADecisionOutlivesANewAlignment) {
  ProjectDatabase project = open();
  const store::AlignmentId id = store_at(project, monday);
  project.add_decision(
      id, {.verdict = review::Verdict::accepted, .source = {0, 1}, .target = {0}, .by = "Lan", .at = monday});

  store_at(project, tuesday);

  const align::Alignment reviewed = project.load(id).alignment;
  EXPECT_THAT(project.decisions_for(id), SizeIs(1));
  EXPECT_THAT(reviewed.beads[0].source, testing::ElementsAre(0, 1));
  EXPECT_EQ(reviewed.beads[0].confidence, 1.0);
}

TEST_F(StoringTexts, ATermThatAPersonDecidedStaysDecided) {
  ProjectDatabase project = open();
  store_at(project, monday);
  const terms::TermList stored = project.load_terms();
  const terms::Concept& one = stored.concepts().front();
  const std::string concept_id = one.id;
  const terms::Term term = one.terms.front();
  project.decide_term({.concept_id = concept_id,
                       .language = term.language,
                       .wording = term.wording,
                       .status = terms::TermStatus::deprecated,
                       .by = "Lan",
                       .at = monday});

  store_at(project, tuesday);

  const terms::TermList kept = project.load_terms();
  EXPECT_EQ(kept.find(concept_id)->terms.front().status, terms::TermStatus::deprecated);
}

TEST_F(StoringTexts, TextsOfAnotherModeAreAnotherAlignment) {
  ProjectDatabase project = open();
  store_at(project, monday);
  const TextAligner comparing({.mode = ModeChoice::comparable});

  store_texts(
      project,
      comparing.align({.source = {.path = folder_.path() / "en.txt"}, .target = {.path = folder_.path() / "vi.txt"}}),
      comparing.terms(), tuesday, "0.1.0");

  EXPECT_THAT(project.list_alignments(), SizeIs(2));
}

}  // namespace
}  // namespace aligner::pipeline

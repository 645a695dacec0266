// What the machine proposes: replaced every time, and never stronger than a person.

#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include "aligner/store/project_database.h"
#include "aligner/terms/decide_terms.h"

#include "tests/store/sample_texts.h"
#include "tests/support/case_file.h"
#include "tests/support/temporary_directory.h"

using aligner::glossary::Proposal;
using aligner::store::AlignmentId;
using aligner::store::OpenMode;
using aligner::store::ProjectDatabase;
using aligner::store::ProposalCounts;
using aligner::text::LanguageTag;
using store_tests::monday;
using store_tests::treaty;
using store_tests::tuesday;
using testing::IsEmpty;
using testing::SizeIs;
namespace terms = aligner::terms;
using terms::Concept;
using terms::Term;
using terms::TermStatus;

namespace {

const LanguageTag vi = LanguageTag::parse("vi");
const LanguageTag en = LanguageTag::parse("en");
const LanguageTag ru = LanguageTag::parse("ru");
const terms::Author lan{.by = "Lan", .at = monday};

class StoredProposals : public testing::Test {
 protected:
  StoredProposals() : alignment_(project_.save(treaty(), monday, "0.1.0")) {}

  Proposal treaty_proposal() const {
    return {.source = {{vi, "hiệp ước", 2}, {vi, "Hiệp ước", 1}},
            .target = {{en, "treaty", 3}},
            .score = 0.93,
            .association = 12.5,
            .joint_count = 3,
            .source_count = 3,
            .target_count = 4,
            .contexts = {{.alignment = alignment_, .bead = 0, .source = {0, 4}, .target = {0, 3}, .weight = 0.9},
                         {.alignment = alignment_, .bead = 2, .is_turned = true, .source = {1, 2}, .target = {3, 5}}}};
  }
  Proposal amur_proposal() const {
    return {.source = {{vi, "sông Amur", 1}}, .target = {{en, "Amur", 1}}, .score = 0.5, .is_name = true, .entry = 1};
  }
  ProposalCounts save(const std::vector<Proposal>& proposals) {
    return project_.save_proposals(proposals, tuesday, "0.1.0");
  }
  std::vector<Concept> concepts() const {
    const terms::TermList list = project_.load_terms();
    return list.concepts();
  }

  tungse_tests::TemporaryDirectory directory_;
  ProjectDatabase project_ = ProjectDatabase::open(directory_.path() / "project.db", OpenMode::create_or_open);
  AlignmentId alignment_;
};

TEST_F(StoredProposals, AreProposedTermsOfNewConcepts) {
  const ProposalCounts counts = save({treaty_proposal(), amur_proposal()});

  EXPECT_EQ(counts, (ProposalCounts{.new_concepts = 2, .new_terms = 4}));
  ASSERT_THAT(concepts(), SizeIs(2));
  EXPECT_EQ(concepts()[0].id, "vi:hiệp ước");
  EXPECT_THAT(concepts()[0].terms, SizeIs(2));  // one spelling with a capital or without
  EXPECT_EQ(concepts()[0].terms[0].status, TermStatus::proposed);
  EXPECT_EQ(project_.load_termbase().history[1].author.why, "score 0.93, together 3 times");
}

TEST_F(StoredProposals, ComeBackWithTheirConceptsAndContexts) {
  save({treaty_proposal(), amur_proposal()});
  Proposal expected = treaty_proposal();
  expected.concept_id = "vi:hiệp ước";

  const std::vector<Proposal> stored = project_.load_proposals();

  ASSERT_THAT(stored, SizeIs(2));
  EXPECT_EQ(stored[0], expected);
}

TEST_F(StoredProposals, ThatComeAgainChangeNothing) {
  save({treaty_proposal(), amur_proposal()});
  const terms::Termbase before = project_.load_termbase();

  const ProposalCounts counts = save({treaty_proposal(), amur_proposal()});

  EXPECT_EQ(counts, (ProposalCounts{.known = 2}));
  EXPECT_EQ(project_.load_termbase(), before);
}

TEST_F(StoredProposals, ThatAreNotMadeAnyMoreGo) {
  save({treaty_proposal(), amur_proposal()});

  const ProposalCounts counts = save({amur_proposal()});

  EXPECT_EQ(counts, (ProposalCounts{.known = 1, .withdrawn_terms = 2}));
  ASSERT_THAT(concepts(), SizeIs(1));
  EXPECT_EQ(concepts()[0].id, "vi:sông Amur");
  EXPECT_THAT(project_.find_damage(), IsEmpty());
}

TEST_F(StoredProposals, ThatAPersonApprovedStay) {
  save({treaty_proposal()});
  project_.apply(terms::approve_concept(project_.load_termbase(), "vi:hiệp ước", lan));

  const ProposalCounts counts = save({});

  EXPECT_EQ(counts, ProposalCounts{});
  ASSERT_THAT(concepts(), SizeIs(1));
  EXPECT_EQ(concepts()[0].terms[0].status, TermStatus::preferred);
}

TEST_F(StoredProposals, ThatAPersonRejectedDoNotComeBack) {
  save({treaty_proposal()});
  project_.apply(terms::reject_concept(project_.load_termbase(), "vi:hiệp ước", lan));
  const terms::Termbase before = project_.load_termbase();

  const ProposalCounts counts = save({treaty_proposal()});

  EXPECT_EQ(counts, (ProposalCounts{.rejected = 1}));
  EXPECT_EQ(project_.load_termbase(), before);
  EXPECT_THAT(project_.load_proposals(), IsEmpty());
}

TEST_F(StoredProposals, GoToTheConceptThatTheyName) {
  project_.save_terms(
      terms::parse_terms("concept\tlanguage\twording\tstatus\nt_treaty\ten\ttreaty\tpreferred\n", "list"), monday);
  Proposal named = treaty_proposal();
  named.concept_id = "t_treaty";

  EXPECT_EQ(save({named}), (ProposalCounts{.new_terms = 1}));

  ASSERT_THAT(concepts(), SizeIs(1));
  ASSERT_THAT(concepts()[0].terms, SizeIs(2));
  EXPECT_EQ(concepts()[0].terms[0].status, TermStatus::preferred);
  EXPECT_EQ(concepts()[0].terms[1].status, TermStatus::proposed);
}

TEST_F(StoredProposals, GoToTheConceptThatHasBothTheirSides) {
  project_.save_terms(
      terms::parse_terms("concept\ten\tvi\nt_pact\tpact\thiệp ước\nt_treaty\ttreaty\thiệp ước\n", "list"), monday);

  EXPECT_EQ(save({treaty_proposal()}), (ProposalCounts{.known = 1}));

  EXPECT_EQ(project_.load_proposals()[0].concept_id, "t_treaty");
}

TEST_F(StoredProposals, OfOneEntryShareAConcept) {
  Proposal russian{.source = {{ru, "договор", 1}}, .target = {{en, "treaty", 1}}, .score = 0.4};

  EXPECT_EQ(save({treaty_proposal(), russian}), (ProposalCounts{.new_concepts = 1, .new_terms = 3}));
  EXPECT_EQ(save({treaty_proposal(), russian}), (ProposalCounts{.known = 2}));

  EXPECT_THAT(concepts(), SizeIs(1));
}

TEST(AnOldTermbase, KeepsWhatItsListsProposed) {
  tungse_tests::TemporaryDirectory directory;
  const std::string path = (directory.path() / "old.db").string();
  SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec(tungse_tests::read_bytes(std::string(TUNGSE_SOURCE_DIR) + "/tests/store/old_versions/version_3.sql") +
            "UPDATE term SET status = 'proposed' WHERE wording = 'Cupid';");
  ProjectDatabase project = ProjectDatabase::open(path, OpenMode::open_existing);

  EXPECT_EQ(project.save_proposals({}, tuesday, "0.1.0"), ProposalCounts{});

  const terms::TermList list = project.load_terms();
  EXPECT_THAT(list.find("r_amur")->terms, SizeIs(3));
}

TEST_F(StoredProposals, FollowAMergedConcept) {
  save({treaty_proposal()});
  project_.save_terms(terms::parse_terms("concept\tlanguage\twording\nt_treaty\ten\tpact\n", "list"), monday);
  project_.apply(terms::merge_concepts(project_.load_termbase(), "vi:hiệp ước", "t_treaty", lan));

  EXPECT_EQ(project_.load_proposals()[0].concept_id, "t_treaty");
  EXPECT_EQ(save({treaty_proposal()}).new_concepts, 0u);
}

}  // namespace

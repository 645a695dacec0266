#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "aligner/error.h"
#include "aligner/store/project_database.h"

#include "tests/store/sample_texts.h"
#include "tests/support/temporary_directory.h"

using aligner::Error;
using aligner::store::occurrence_of;
using aligner::store::OpenMode;
using aligner::store::ProjectDatabase;
using aligner::store::TermDecision;
using aligner::store::TermOccurrence;
using aligner::terms::Concept;
using aligner::terms::RelationKind;
using aligner::terms::Term;
using aligner::terms::TermList;
using aligner::terms::TermStatus;
using aligner::text::LanguageTag;
using store_tests::Dice;
using store_tests::monday;
using store_tests::treaty;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

Term vietnamese(const std::string& wording, TermStatus status) {
  return {.language = LanguageTag::parse("vi"), .wording = wording, .status = status};
}

TermList rivers() {
  Concept amur{.id = "r_amur", .type = "river", .source = "treaty text", .note = "the border"};
  amur.terms = {vietnamese("Hắc Long Giang", TermStatus::admitted), vietnamese("Cupid", TermStatus::deprecated)};
  amur.relations = {{"r_ussuri", RelationKind::related}};
  Concept ussuri{.id = "r_ussuri", .type = "river"};
  ussuri.terms = {{.language = LanguageTag::parse("en"), .wording = "Ussuri", .verified = true, .note = "attested"}};
  ussuri.relations = {{"r_amur", RelationKind::related}};
  return TermList({amur, ussuri, {.id = "c_empty"}});
}

std::vector<Concept> known_concepts() {
  const TermList list = rivers();
  return list.concepts();
}

class StoredTerms : public testing::Test {
 protected:
  std::vector<Concept> stored_concepts() const {
    const TermList list = project_.load_terms();
    return list.concepts();
  }

  tungse_tests::TemporaryDirectory directory_;
  ProjectDatabase project_ = ProjectDatabase::open(directory_.path() / "project.db", OpenMode::create_or_open);
  TermDecision preferred_{.concept_id = "r_amur",
                          .language = LanguageTag::parse("vi"),
                          .wording = "Hắc Long Giang",
                          .status = TermStatus::preferred,
                          .by = "Lan",
                          .at = monday};
  TermOccurrence amur_{"r_amur", LanguageTag::parse("vi"), "Hắc Long Giang",
                       treaty().source.segmentation.segments[2].span};
};

TEST_F(StoredTerms, ComeBackAsTheyWereSaved) {
  project_.save_terms(rivers(), monday);

  EXPECT_EQ(project_.load_terms(), rivers());
}

TEST_F(StoredTerms, AreNotDoubledWhenSavedAgain) {
  project_.save_terms(rivers(), monday);
  project_.save_terms(rivers(), monday);

  EXPECT_EQ(project_.load_terms(), rivers());
}

TEST_F(StoredTerms, AreBroughtUpToDate) {
  project_.save_terms(rivers(), monday);
  Concept newer = known_concepts()[0];
  newer.note = "the great border";
  newer.terms[0].verified = true;
  newer.terms[0].status = TermStatus::proposed;

  project_.save_terms(TermList({newer}), monday);

  EXPECT_EQ(stored_concepts()[0], newer);
  EXPECT_EQ(stored_concepts().size(), 3u);
}

TEST_F(StoredTerms, KeepTheStatusThatAPersonDecided) {
  project_.save_terms(rivers(), monday);
  project_.decide_term(preferred_);

  project_.save_terms(rivers(), monday);

  EXPECT_EQ(stored_concepts()[0].terms[0].status, TermStatus::preferred);
}

TEST_F(StoredTerms, CanBeDecidedAnew) {
  project_.save_terms(rivers(), monday);
  project_.decide_term(preferred_);
  preferred_.status = TermStatus::deprecated;

  project_.decide_term(preferred_);

  EXPECT_EQ(stored_concepts()[0].terms[0].status, TermStatus::deprecated);
}

TEST_F(StoredTerms, CanBeAddedByAPerson) {
  project_.save_terms(rivers(), monday);
  preferred_.wording = "A-mua";

  project_.decide_term(preferred_);

  EXPECT_EQ(stored_concepts()[0].terms.back(), vietnamese("A-mua", TermStatus::preferred));
}

TEST_F(StoredTerms, OfAConceptThatIsNotKnownCannotBeDecided) { EXPECT_THROW(project_.decide_term(preferred_), Error); }

TEST_F(StoredTerms, DropRelationsToConceptsThatAreNotKnown) {
  project_.save_terms(TermList({known_concepts()[0]}), monday);

  EXPECT_THAT(stored_concepts()[0].relations, IsEmpty());
}

TEST_F(StoredTerms, OccurWhereTheyWereFound) {
  project_.save_terms(rivers(), monday);

  project_.save_occurrences(treaty().source, {amur_});

  EXPECT_THAT(project_.load_occurrences(treaty().source), ElementsAre(amur_));
  EXPECT_THAT(project_.load_occurrences(treaty().target), IsEmpty());
}

TEST_F(StoredTerms, OccurOnceHoweverOftenTheyAreSaved) {
  project_.save_terms(rivers(), monday);
  project_.save_occurrences(treaty().source, {amur_, amur_});

  project_.save_occurrences(treaty().source, {amur_});

  EXPECT_THAT(project_.load_occurrences(treaty().source), ElementsAre(amur_));
}

TEST_F(StoredTerms, ThatAreNotStoredCannotOccur) {
  project_.save_terms(rivers(), monday);
  TermOccurrence unknown = amur_;
  unknown.wording = "Volga";

  try {
    project_.save_occurrences(treaty().source, {amur_, unknown});
    FAIL() << "saved a term nobody knows";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("Volga"));
  }
  EXPECT_THAT(project_.load_occurrences(treaty().source), IsEmpty());
}

TEST_F(StoredTerms, CannotOccurOutsideTheText) {
  project_.save_terms(rivers(), monday);
  amur_.span = {3, 99999};

  EXPECT_THROW(project_.save_occurrences(treaty().source, {amur_}), Error);
  amur_.span = {0, 0};
  EXPECT_THROW(project_.save_occurrences(treaty().source, {amur_}), Error);
}

TEST_F(StoredTerms, AreNamedByWhatTheFinderMentions) {
  const TermOccurrence occurrence = occurrence_of({{1, 4}, 0, 1}, rivers());

  EXPECT_EQ(occurrence, (TermOccurrence{"r_amur", LanguageTag::parse("vi"), "Cupid", {1, 4}}));
}

// Relations are a set; their order says nothing.
std::vector<Concept> in_order(const TermList& list) {
  std::vector<Concept> concepts = list.concepts();
  for (Concept& one : concepts) {
    std::sort(one.relations.begin(), one.relations.end(),
              [](const auto& a, const auto& b) { return a.concept_id < b.concept_id; });
  }
  return concepts;
}

TermList random_list(Dice& dice) {
  std::vector<Concept> concepts;
  const std::size_t count = dice.below(12);
  for (std::size_t i = 0; i < count; ++i) {
    Concept one{.id = "c" + std::to_string(i) + store_tests::random_words(dice, 2),
                .type = store_tests::random_words(dice, 1),
                .source = store_tests::random_words(dice, 2),
                .note = store_tests::random_words(dice, 2)};
    for (std::size_t j = dice.below(5); j > 0; --j) {
      one.terms.push_back({.language = LanguageTag::parse(dice.below(2) == 0 ? "vi" : "zh-Latn-pinyin"),
                           .wording = std::to_string(j) + store_tests::random_words(dice, 3),
                           .status = static_cast<TermStatus>(dice.below(4)),
                           .verified = dice.below(2) == 0,
                           .note = store_tests::random_words(dice, 1)});
    }
    concepts.push_back(one);
  }
  for (Concept& one : concepts) {
    for (std::size_t kind = 0; kind < 9; ++kind) {
      if (dice.below(4) != 0) continue;
      one.relations.push_back({concepts[dice.below(count)].id, static_cast<RelationKind>(kind)});
    }
  }
  return TermList(concepts);
}

TEST(AnyTermList, ComesBackAsItWasSaved) {
  Dice dice(1858);
  for (int round = 0; round < 30; ++round) {
    tungse_tests::TemporaryDirectory directory;
    ProjectDatabase project = ProjectDatabase::open(directory.path() / "any.db", OpenMode::create_or_open);
    const TermList list = random_list(dice);

    project.save_terms(list, monday);

    ASSERT_EQ(in_order(project.load_terms()), in_order(list)) << "round " << round;
  }
}

}  // namespace

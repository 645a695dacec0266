// The term base: what people decide, import and merge, and the history of it.

#include <algorithm>
#include <csignal>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include "aligner/error.h"
#include "aligner/store/project_database.h"
#include "aligner/terms/decide_terms.h"

#include "tests/store/sample_texts.h"
#include "tests/support/case_file.h"
#include "tests/support/temporary_directory.h"

using aligner::Error;
using aligner::store::DryRun;
using aligner::store::OpenMode;
using aligner::store::ProjectDatabase;
using aligner::store::TermOccurrence;
using aligner::text::LanguageTag;
using store_tests::Dice;
using store_tests::monday;
using store_tests::treaty;
using store_tests::tuesday;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
namespace terms = aligner::terms;
using terms::Change;
using terms::ChangeField;
using terms::ChangeOrigin;
using terms::Concept;
using terms::Term;
using terms::Termbase;
using terms::TermList;
using terms::TermStatus;

namespace {

const LanguageTag vi = LanguageTag::parse("vi");
const LanguageTag en = LanguageTag::parse("en");
const terms::Author lan{.by = "Lan", .at = monday, .why = "as in the treaty"};
const terms::Author from_file{.origin = ChangeOrigin::file, .by = "Minh", .at = tuesday, .why = "my.tsv"};

TermList rivers() {
  return terms::parse_terms(
      "concept\ttype\tlanguage\twording\tstatus\tnote\n"
      "r_amur\triver\ten\tAmur\tpreferred\t\n"
      "r_amur\triver\tvi\tSông Amur\tadmitted\t\n"
      "r_amur\triver\tvi\tA-mua\tproposed\t\n"
      "en:Amur River\t\ten\tAmur River\tpreferred\tfrom a map\n",
      "rivers");
}

// A concept with every field filled.
Concept ussuri() {
  return {
      .id = "r_ussuri",
      .type = "river",
      .terms = {{.language = vi,
                 .wording = "Ô Tô Lý",
                 .status = TermStatus::deprecated,
                 .verified = true,
                 .note = "old",
                 .part_of_speech = terms::PartOfSpeech::proper_noun,
                 .source = "S1"},
                {.language = en, .wording = "Ussuri", .status = TermStatus::rejected}},
      .source = "S0",
      .note = "east",
      .subject = "geography",
      .definitions = {{.language = en, .text = "A river.", .source = "S2"}, {.language = vi, .text = "Một con sông."}},
      .external_ids = {{"wikidata", "Q4713"}, {"wikidata", "Q1"}, {"url", "https://example.org/ussuri"}}};
}

class StoredTermbase : public testing::Test {
 protected:
  Termbase base() const { return project_.load_termbase(); }
  Concept stored(const std::string& id) const {
    const Termbase all = base();
    return *all.terms.find(id);
  }

  tungse_tests::TemporaryDirectory directory_;
  std::string path_ = (directory_.path() / "project.db").string();
  ProjectDatabase project_ = ProjectDatabase::open(path_, OpenMode::create_or_open);
};

TEST_F(StoredTermbase, KeepsEveryFieldOfAConcept) {
  project_.apply(terms::add_concept(base(), ussuri(), lan));

  EXPECT_EQ(stored("r_ussuri"), ussuri());
}

TEST_F(StoredTermbase, KeepsEveryFieldOfAListToo) {
  project_.save_terms(TermList({ussuri()}), monday);

  EXPECT_EQ(stored("r_ussuri"), ussuri());
}

TEST_F(StoredTermbase, RemembersWhoChangedWhatWhenAndWhy) {
  project_.save_terms(rivers(), monday);

  const std::vector<Change> changes = terms::approve_concept(base(), "r_amur", lan);
  project_.apply(changes);

  ASSERT_THAT(changes, SizeIs(1));
  EXPECT_EQ(base().history.back(), changes[0]);
  EXPECT_EQ(stored("r_amur").terms[2].status, TermStatus::preferred);
}

TEST_F(StoredTermbase, RemembersWhatListsBrought) {
  project_.save_terms(rivers(), monday);

  const Change first = base().history.front();

  EXPECT_EQ(first.author, (terms::Author{ChangeOrigin::list, "tungse", monday, "in the term list used"}));
  EXPECT_EQ(first.field, ChangeField::created);
}

TEST_F(StoredTermbase, DoesNotGrowWhenAListIsSavedAgain) {
  project_.save_terms(rivers(), monday);
  const Termbase before = base();

  project_.save_terms(rivers(), tuesday);

  EXPECT_EQ(base(), before);
}

TEST_F(StoredTermbase, KeepsWhatAPersonEditedWhenAListIsSavedAgain) {
  project_.save_terms(rivers(), monday);
  Concept edited = stored("r_amur");
  edited.type = "border";
  edited.subject = "diplomacy";
  edited.definitions = {{.language = en, .text = "The border since 1858."}};
  project_.apply(terms::edit_concept(base(), edited, lan));
  Term renamed = edited.terms[0];
  renamed.wording = "Amur river";
  project_.apply(terms::edit_term(base(), {"r_amur", en, "Amur"}, renamed, lan));
  const Concept before = stored("r_amur");

  project_.save_terms(rivers(), tuesday);

  EXPECT_EQ(stored("r_amur"), before);
  EXPECT_EQ(before.terms[0].status, TermStatus::rejected);
  EXPECT_EQ(before.terms.back().wording, "Amur river");
}

TEST_F(StoredTermbase, KeepsAPersonsRejectionWhenAListIsSavedAgain) {
  project_.save_terms(rivers(), monday);
  project_.apply(terms::set_status(base(), {"r_amur", en, "Amur"}, TermStatus::rejected, lan));

  project_.save_terms(rivers(), tuesday);

  EXPECT_EQ(stored("r_amur").terms[0].status, TermStatus::rejected);
}

TEST_F(StoredTermbase, MergesConceptsWithTheirOccurrences) {
  project_.save_terms(rivers(), monday);
  const auto span = treaty().target.segmentation.segments[2].span;
  project_.save_occurrences(treaty().target, {{"en:Amur River", en, "Amur River", span}});

  project_.apply(terms::merge_concepts(base(), "en:Amur River", "r_amur", lan));

  EXPECT_EQ(base().terms.find("en:Amur River"), nullptr);
  EXPECT_EQ(stored("r_amur").terms.back().wording, "Amur River");
  EXPECT_EQ(stored("r_amur").note, "");
  EXPECT_THAT(project_.load_occurrences(treaty().target),
              ElementsAre(TermOccurrence{"r_amur", en, "Amur River", span}));
  EXPECT_THAT(project_.find_damage(), IsEmpty());
}

TEST_F(StoredTermbase, AMergedConceptStaysMergedWhenAListIsSavedAgain) {
  project_.save_terms(rivers(), monday);
  project_.apply(terms::merge_concepts(base(), "en:Amur River", "r_amur", lan));

  project_.save_terms(rivers(), tuesday);
  const auto span = treaty().target.segmentation.segments[2].span;
  project_.save_occurrences(treaty().target, {{"en:Amur River", en, "Amur River", span}});

  EXPECT_EQ(base().terms.find("en:Amur River"), nullptr);
  EXPECT_THAT(project_.load_occurrences(treaty().target), SizeIs(1));
}

TEST_F(StoredTermbase, CanBeMergedFurther) {
  project_.save_terms(rivers(), monday);
  project_.apply(terms::add_concept(base(), ussuri(), lan));
  project_.apply(terms::merge_concepts(base(), "en:Amur River", "r_amur", lan));
  project_.apply(terms::merge_concepts(base(), "r_amur", "r_ussuri", lan));

  EXPECT_THAT(terms::find_concepts(base(), "en:Amur River"), SizeIs(1));
  project_.save_terms(rivers(), tuesday);
  const Termbase left = base();
  EXPECT_THAT(left.terms.concepts(), SizeIs(1));
}

TEST_F(StoredTermbase, RefusesChangesThatDoNotFitAndKeepsNoneOfThem) {
  project_.save_terms(rivers(), monday);
  const Termbase before = base();
  const Change fits{.concept_id = "r_amur", .field = ChangeField::note, .after = "long", .author = lan};
  Change unknown = fits;
  unknown.concept_id = "r_volga";
  Change nobody = fits;
  nobody.author.by.clear();
  Change never = fits;
  never.author.at = "yesterday";
  Change twice{.concept_id = "r_amur", .field = ChangeField::created, .author = lan};

  for (const Change& wrong : {unknown, nobody, never, twice}) {
    EXPECT_THROW(project_.apply({fits, wrong}), Error);
  }

  EXPECT_EQ(base(), before);
}

TEST_F(StoredTermbase, ADryRunChangesNothingAndPlansTheSame) {
  project_.save_terms(rivers(), monday);
  const Termbase before = base();
  const Termbase incoming{.terms = TermList({ussuri()})};

  const terms::MergePlan planned = project_.import_terms(incoming, from_file, DryRun::yes);
  EXPECT_EQ(base(), before);
  const terms::MergePlan done = project_.import_terms(incoming, from_file, DryRun::no);

  EXPECT_EQ(planned.changes, done.changes);
  EXPECT_EQ(stored("r_ussuri"), ussuri());
  EXPECT_THAT(project_.import_terms(incoming, from_file, DryRun::no).changes, IsEmpty());
}

TEST_F(StoredTermbase, AnImportBringsTheHistoryOfWhatIsNew) {
  project_.save_terms(rivers(), monday);
  project_.apply(terms::set_status(base(), {"r_amur", vi, "A-mua"}, TermStatus::rejected, lan));
  const Termbase exported = base();
  ProjectDatabase other = ProjectDatabase::open(directory_.path() / "other.db", OpenMode::create_or_open);

  other.import_terms(exported, from_file, DryRun::no);
  const Termbase once = other.load_termbase();
  const terms::MergePlan again = other.import_terms(exported, from_file, DryRun::no);

  EXPECT_EQ(once.terms, exported.terms);
  ASSERT_GE(once.history.size(), exported.history.size());
  EXPECT_TRUE(std::equal(exported.history.begin(), exported.history.end(), once.history.begin()));
  EXPECT_THAT(again.changes, IsEmpty());
  EXPECT_THAT(again.past, IsEmpty());
  EXPECT_THAT(again.remarks, IsEmpty());
}

TEST_F(StoredTermbase, CountsAndShowsWhereTermsOccur) {
  project_.save(treaty(), monday, "0.1.0");
  project_.save_terms(rivers(), monday);
  const auto& segments = treaty().source.segmentation.segments;
  const aligner::text::Span amur{segments[2].span.begin, segments[2].span.end - 1};
  project_.save_occurrences(treaty().source, {{"r_amur", vi, "Sông Amur", amur}});

  const auto counts = project_.count_occurrences();
  const auto contexts = project_.find_contexts("r_amur", 10);

  EXPECT_THAT(counts, ElementsAre(aligner::store::TermCount{"r_amur", vi, "Sông Amur", 1, 1}));
  ASSERT_THAT(contexts, SizeIs(1));
  EXPECT_EQ(contexts[0].found, "Sông Amur");
  EXPECT_EQ(contexts[0].after, ".");
  EXPECT_EQ(contexts[0].document, treaty().source.document.name());
  EXPECT_THAT(project_.find_contexts("r_amur", 0), IsEmpty());
}

TEST_F(StoredTermbase, AnImportThatIsKilledLeavesAllOrNothing) {
  project_.save_terms(rivers(), monday);
  const Termbase before = base();
  std::vector<Concept> many;
  for (int i = 0; i < 4000; ++i) {
    many.push_back(
        {.id = "c" + std::to_string(i), .terms = {{.language = en, .wording = "word " + std::to_string(i)}}});
  }
  const Termbase incoming{.terms = TermList(many)};
  for (int milliseconds = 1; milliseconds < 200; milliseconds += 20) {
    const pid_t child = fork();
    if (child == 0) {
      ProjectDatabase::open(path_, OpenMode::open_existing).import_terms(incoming, from_file, DryRun::no);
      _exit(0);
    }
    usleep(static_cast<useconds_t>(milliseconds) * 1000);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);

    const ProjectDatabase project = ProjectDatabase::open(path_, OpenMode::open_existing);
    ASSERT_THAT(project.find_damage(), IsEmpty());
    const Termbase found = project.load_termbase();
    const bool is_all = found.terms.concepts().size() == before.terms.concepts().size() + many.size();
    ASSERT_TRUE(found == before || is_all) << "killed after " << milliseconds << " ms";
    if (is_all) return;
  }
}

TEST(AnOldTermbase, KeepsWhoDecidedItsTerms) {
  tungse_tests::TemporaryDirectory directory;
  const std::string path = (directory.path() / "old.db").string();
  SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec(tungse_tests::read_bytes(std::string(TUNGSE_SOURCE_DIR) + "/tests/store/old_versions/version_3.sql"));

  ProjectDatabase project = ProjectDatabase::open(path, OpenMode::open_existing);
  const Termbase base = project.load_termbase();

  ASSERT_THAT(base.history, SizeIs(1));
  EXPECT_EQ(base.history[0].author, (terms::Author{.by = "Lan", .at = "2026-03-02T09:30:00Z"}));
  EXPECT_EQ(base.history[0].wording, "Sông Amur");
  EXPECT_THAT(base.terms.find("r_amur")->terms, SizeIs(3));
  EXPECT_EQ(base.terms.find("r_amur")->terms[2].note, "the god of love");
  EXPECT_THAT(project.count_occurrences(), SizeIs(4));
  const terms::MergePlan plan = project.import_terms({.terms = terms::parse_terms("concept\tlanguage\twording\tstatus\n"
                                                                                  "r_amur\tvi\tSông Amur\tdeprecated\n",
                                                                                  "mine")},
                                                     from_file, DryRun::yes);
  EXPECT_TRUE(plan.has_conflicts());
}

TEST(AnyTermbase, IsWhatItsImportSaid) {
  Dice dice(1860);
  for (int round = 0; round < 20; ++round) {
    tungse_tests::TemporaryDirectory directory;
    ProjectDatabase project = ProjectDatabase::open(directory.path() / "any.db", OpenMode::create_or_open);
    std::vector<Concept> concepts;
    for (std::size_t i = dice.below(8); i > 0; --i) {
      Concept one = ussuri();
      one.id = "c" + std::to_string(i) + store_tests::random_words(dice, 2);
      one.subject = store_tests::random_words(dice, 2);
      one.definitions[0].text = "is " + store_tests::random_words(dice, 3);
      one.external_ids.resize(dice.below(4));
      for (Term& term : one.terms) {
        term.wording += store_tests::random_words(dice, 3);
        term.status = static_cast<TermStatus>(dice.below(5));
        term.part_of_speech = static_cast<terms::PartOfSpeech>(dice.below(7));
        term.source = store_tests::random_words(dice, 2);
      }
      concepts.push_back(one);
    }
    const Termbase incoming{.terms = TermList(concepts)};

    project.import_terms(incoming, from_file, DryRun::no);

    ASSERT_EQ(project.load_termbase().terms, incoming.terms) << "round " << round;
  }
}

}  // namespace

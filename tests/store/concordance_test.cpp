// What a search finds, and that it is what a scan of all texts finds.

#include "aligner/store/concordance.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "aligner/error.h"
#include "aligner/segment/index_words.h"
#include "aligner/store/project_database.h"

#include "tests/store/sample_texts.h"
#include "tests/support/temporary_directory.h"

using aligner::Error;
using aligner::align::AlignedTexts;
using aligner::align::Concordance;
using aligner::align::ConcordanceHit;
using aligner::align::Mode;
using aligner::store::ConcordanceOrder;
using aligner::store::ConcordanceQuery;
using aligner::store::CountBy;
using aligner::store::fault_of;
using aligner::store::OnSide;
using aligner::store::OpenMode;
using aligner::store::PairState;
using aligner::store::ProjectDatabase;
using aligner::store::WordingKind;
using aligner::text::FoldMarks;
using aligner::text::LanguageTag;
using store_tests::Dice;
using store_tests::monday;
using store_tests::side;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

AlignedTexts accounts() {
  AlignedTexts texts;
  texts.source = side("vi.txt", "vi", {"Hiệp ước Ái Hồn.", "Đạo Quang mất.", "Sông Amur ở đây.", "Không ai dịch."});
  texts.target =
      side("en.txt", "en", {"The Treaty of Aigun.", "Daoguang died.", "The Amur is here, the Amur.", "Alone."});
  texts.alignment = {.mode = Mode::parallel,
                     .beads = {{.source = {0}, .target = {0}, .confidence = .9},
                               {.source = {1}, .target = {1}, .confidence = .5},
                               {.source = {2}, .target = {2}, .confidence = .7},
                               {.source = {3}},
                               {.target = {3}}},
                     .source_count = 4,
                     .target_count = 4,
                     .mode_reason = "asked for",
                     .method = "test/1",
                     .settings = "{}"};
  return texts;
}

ConcordanceQuery words(const std::string& text) { return {.wordings = {{.text = text, .language = {}}}}; }

std::vector<std::string> shown(const Concordance& concordance) {
  std::vector<std::string> lines;
  for (const ConcordanceHit& hit : concordance.hits) {
    std::string line = hit.before + "[" + hit.found + "]" + hit.after;
    for (const auto& one : hit.counterparts) line += " | " + one.text;
    lines.push_back(line);
  }
  return lines;
}

class Concord : public testing::Test {
 protected:
  std::vector<std::string> find(const ConcordanceQuery& query) const { return shown(project_.find(query)); }

  tungse_tests::TemporaryDirectory directory_;
  ProjectDatabase project_ =
      ProjectDatabase::open((directory_.path() / "project.db").string(), OpenMode::create_or_open);
  const std::int64_t id_ = project_.save(accounts(), monday, "0.1.0");
};

TEST_F(Concord, FindsAWordInEitherCaseWithItsCounterpart) {
  EXPECT_THAT(find(words("TREATY")), ElementsAre("The [Treaty] of Aigun. | Hiệp ước Ái Hồn."));
}

TEST_F(Concord, FindsAPhraseWhateverStandsBetweenItsWords) {
  EXPECT_THAT(find(words("here the amur")), ElementsAre("The Amur is [here, the Amur]. | Sông Amur ở đây."));
}

TEST_F(Concord, FindsWholeWordsUnlessTheLastMayGoOn) {
  ConcordanceQuery query = words("treat");
  EXPECT_THAT(find(query), IsEmpty());

  query.kind = WordingKind::beginning;
  EXPECT_THAT(find(query), ElementsAre("The [Treaty] of Aigun. | Hiệp ước Ái Hồn."));
}

TEST_F(Concord, LooksAtMarksUnlessTheyAreIgnored) {
  ConcordanceQuery query = words("dao quang");
  EXPECT_THAT(find(query), IsEmpty());

  query.marks = FoldMarks::strip;
  EXPECT_THAT(find(query), ElementsAre("[Đạo Quang] mất. | Daoguang died."));
}

TEST_F(Concord, FindsWhatHasNoCounterpart) {
  EXPECT_THAT(find(words("alone")), ElementsAre("[Alone]."));
  ConcordanceQuery query = words("ai");
  query.state = PairState::alone;
  EXPECT_THAT(find(query), ElementsAre("Không [ai] dịch."));
}

TEST_F(Concord, HasAPlaceForEachTimeAWordStands) { EXPECT_EQ(project_.find(words("amur")).total, 3U); }

TEST_F(Concord, LooksAtOneSideOrLanguage) {
  ConcordanceQuery query = words("amur");
  query.side = OnSide::source;
  EXPECT_EQ(project_.find(query).total, 1U);

  query.side = OnSide::both;
  query.language = LanguageTag::parse("en");
  EXPECT_EQ(project_.find(query).total, 2U);

  query.language = LanguageTag::parse("ru");
  EXPECT_EQ(project_.find(query).total, 0U);
}

TEST_F(Concord, FollowsRegularExpressions) {
  ConcordanceQuery query = words(R"(\bA[im]\w+)");
  query.kind = WordingKind::regex;
  query.language = LanguageTag::parse("en");

  EXPECT_THAT(find(query), ElementsAre("The Treaty of [Aigun]. | Hiệp ước Ái Hồn.",
                                       "The [Amur] is here, the Amur. | Sông Amur ở đây.",
                                       "The Amur is here, the [Amur]. | Sông Amur ở đây."));
}

TEST_F(Concord, PutsTheSurestFirst) {
  ConcordanceQuery query = words("the");
  query.wordings.push_back({.text = "died", .language = {}});
  query.order = ConcordanceOrder::confidence;
  query.limit = 2;

  const Concordance found = project_.find(query);

  EXPECT_EQ(found.total, 4U);
  ASSERT_EQ(found.hits.size(), 2U);
  EXPECT_EQ(found.hits[0].counterparts[0].confidence, .9);
  EXPECT_EQ(found.hits[1].counterparts[0].confidence, .7);
}

TEST_F(Concord, PutsPlacesInOrderOfTheWordsAround) {
  ConcordanceQuery query = words("amur");
  query.language = LanguageTag::parse("en");
  query.order = ConcordanceOrder::right;
  EXPECT_THAT(find(query), ElementsAre(HasSubstr("the [Amur]."), HasSubstr("The [Amur] is")));

  query.order = ConcordanceOrder::left;
  EXPECT_THAT(find(query), ElementsAre(HasSubstr("The [Amur] is"), HasSubstr("the [Amur].")));
}

TEST_F(Concord, ShowsAPartAndSaysWhetherThereIsMore) {
  ConcordanceQuery query = words("amur");
  query.limit = 1;
  query.offset = 1;
  const Concordance found = project_.find(query);

  EXPECT_EQ(found.hits.size(), 1U);
  EXPECT_EQ(found.skipped, 1U);
  EXPECT_TRUE(found.has_more);
  query.offset = 2;
  EXPECT_FALSE(project_.find(query).has_more);
}

TEST_F(Concord, KnowsWhatPeopleDecided) {
  project_.add_decision(id_, {.source = {3}, .target = {3}, .by = "Lan", .at = monday});
  ConcordanceQuery query = words("alone");
  query.state = PairState::accepted;

  EXPECT_THAT(find(query), ElementsAre("[Alone]. | Không ai dịch."));
  EXPECT_TRUE(project_.find(query).hits[0].counterparts[0].is_accepted);
}

TEST_F(Concord, FindsNothingOppositeWhatPeopleRejected) {
  project_.add_decision(
      id_, {.verdict = aligner::review::Verdict::rejected, .source = {0}, .target = {0}, .by = "Lan", .at = monday});

  EXPECT_THAT(find(words("treaty")), ElementsAre("The [Treaty] of Aigun."));
}

TEST_F(Concord, LeavesOutPairsThatAreNotSureEnough) {
  ConcordanceQuery query = words("died");
  query.min_confidence = .5;
  EXPECT_EQ(project_.find(query).total, 1U);

  query.min_confidence = .6;
  EXPECT_EQ(project_.find(query).total, 0U);
}

TEST_F(Concord, LooksThroughTheLatestAlignmentOfTwoTexts) {
  AlignedTexts links = accounts();
  links.alignment.mode = Mode::comparable;
  links.alignment.beads = {{.source = {0}, .target = {0}, .confidence = .8, .grade = aligner::align::Grade::mostly}};
  const std::int64_t second = project_.save(links, monday, "0.1.0");

  const Concordance found = project_.find(words("treaty"));

  ASSERT_EQ(found.hits.size(), 1U);
  ASSERT_EQ(found.hits[0].counterparts.size(), 1U);
  EXPECT_EQ(found.hits[0].counterparts[0].alignment, second);
  EXPECT_EQ(found.hits[0].counterparts[0].grade, aligner::align::Grade::mostly);
}

TEST_F(Concord, FindsTheTermsOfAConceptInAllFormsAndLanguages) {
  const auto term = [](const std::string& language, const std::string& wording) {
    return aligner::terms::Term{.language = LanguageTag::parse(language), .wording = wording};
  };
  AlignedTexts russian = accounts();
  russian.target = side("ru.txt", "ru", {"Об Айгунском договоре.", "Умер.", "На Амуре.", "Один."});
  project_.save(russian, monday, "0.1.0");
  ConcordanceQuery query;
  query.terms = aligner::terms::TermList(
      {{.id = "t", .terms = {term("ru", "договор"), term("en", "treaty"), term("vi", "hiệp ước")}}});

  const Concordance found = project_.find(query);

  EXPECT_THAT(shown(found),
              testing::UnorderedElementsAre("[Hiệp ước] Ái Hồn. | The Treaty of Aigun. | Об Айгунском договоре.",
                                            "The [Treaty] of Aigun. | Hiệp ước Ái Hồn.",
                                            "Об Айгунском [договоре]. | Hiệp ước Ái Hồn."));
  EXPECT_EQ(found.hits[0].counterparts[0].marked.size(), 1U);
}

TEST_F(Concord, CountsWordingsDocumentsAndCounterparts) {
  const auto amur = words("amur");
  const auto by_wording = project_.count(amur, CountBy::wording);
  ASSERT_EQ(by_wording.size(), 2U);
  EXPECT_EQ(by_wording[0].what, "amur");
  EXPECT_EQ(by_wording[0].language.str(), "en");
  EXPECT_EQ(by_wording[0].count, 2U);
  EXPECT_EQ(by_wording[0].document_count, 1U);

  EXPECT_EQ(project_.count(amur, CountBy::document)[0].what, "en.txt");
  EXPECT_EQ(project_.count(amur, CountBy::counterpart)[0].counterpart, "Sông Amur ở đây.");
}

TEST_F(Concord, StopsWhenItIsTold) {
  store_tests::Dice dice(1);
  ProjectDatabase project = ProjectDatabase::open((directory_.path() / "large.db").string(), OpenMode::create_or_open);
  project.save(store_tests::many_beads(5000, 0), monday, "0.1.0");
  ConcordanceQuery query = words("nothing like it");
  query.kind = WordingKind::regex;

  EXPECT_THROW(project.find(query, [](double) { return false; }), Error);
}

TEST(ConcordanceQueries, AreRefusedWithTheReason) {
  const auto fault = [](const std::string& text, WordingKind kind = WordingKind::words) {
    ConcordanceQuery query = words(text);
    query.kind = kind;
    return fault_of(query).value_or("");
  };

  EXPECT_THAT(fault(""), HasSubstr("no word"));
  EXPECT_THAT(fault("?! \"*\" ("), HasSubstr("no word"));
  EXPECT_THAT(fault(std::string("a\0b", 3)), HasSubstr("zero byte"));
  EXPECT_THAT(fault("\xFF"), HasSubstr("not UTF-8"));
  EXPECT_THAT(fault(std::string(1 << 20, 'a')), HasSubstr("longer than"));
  EXPECT_THAT(fault("(", WordingKind::regex), HasSubstr("does not compile"));
  EXPECT_THAT(fault("", WordingKind::regex), HasSubstr("empty"));
  EXPECT_EQ(fault("NEAR(a*)"), "");
  EXPECT_THAT(fault_of({}).value_or(""), HasSubstr("nothing is looked for"));
}

// Whatever a person types is words or a fault, and never something that the index obeys or chokes on.
TEST(AnyQuery, IsOnlyWordsToTheIndex) {
  Dice dice(5);
  tungse_tests::TemporaryDirectory directory;
  ProjectDatabase project = ProjectDatabase::open((directory.path() / "project.db").string(), OpenMode::create_or_open);
  project.save(accounts(), monday, "0.1.0");
  const std::vector<std::string> pieces = {
      "\"",  "*",   "^",     ":",    "(", ")", "{", "}",  "-",    "+",  "'",    "_",  ";",  "--", "NEAR", "OR",
      "AND", "NOT", "words", "amur", " ", "đ", "%", "\\", "\x01", "璦", "rank", ",5", "/*", "ﷺ",  "Ái",   "\t\n"};
  std::size_t asked = 0;
  for (int round = 0; round < 1500; ++round) {
    std::string text;
    for (std::size_t left = 1 + dice.below(7); left > 0; --left) text += pieces[dice.below(pieces.size())];
    ConcordanceQuery query = words(text);
    if (dice.below(2) == 0) query.marks = FoldMarks::strip;
    if (dice.below(2) == 0) query.kind = WordingKind::beginning;
    if (fault_of(query)) continue;

    EXPECT_NO_THROW(project.find(query)) << text;
    ++asked;
  }
  EXPECT_GT(asked, 500U);
}

// Words of random texts, as the index has them, are found exactly where a scan finds them.
TEST(AnyProject, GivesWhatAScanGives) {
  Dice dice(11);
  tungse_tests::TemporaryDirectory directory;
  aligner::segment::IndexWordFinder finder;
  std::size_t found_places = 0;
  for (int round = 0; round < 8; ++round) {
    ProjectDatabase project =
        ProjectDatabase::open((directory.path() / (std::to_string(round) + ".db")).string(), OpenMode::create_or_open);
    AlignedTexts texts = store_tests::random_texts(dice);
    project.save(texts, monday, "0.1.0");
    for (const auto* one : {&texts.source, &texts.target}) {
      for (const auto& segment : one->segmentation.segments) {
        const auto in_segment = finder.find(one->document.bytes(), segment.span);
        if (in_segment.empty()) continue;
        const std::size_t first = dice.below(in_segment.size());
        const std::size_t last = std::min(first + dice.below(3), in_segment.size() - 1);
        const aligner::text::Span span{in_segment[first].span.begin, in_segment[last].span.end};
        ConcordanceQuery query = words(std::string(one->document.slice(span)));
        if (fault_of(query)) continue;
        query.limit = 0;
        if (dice.below(2) == 0) query.marks = FoldMarks::strip;

        const Concordance found = project.find(query);

        const auto is_it = [&](const ConcordanceHit& hit) {
          return hit.span.begin <= span.begin && span.begin < hit.span.end;
        };
        EXPECT_TRUE(std::any_of(found.hits.begin(), found.hits.end(), is_it)) << query.wordings[0].text;
        query.kind = WordingKind::beginning;
        EXPECT_GE(project.find(query).total, std::min<std::size_t>(found.total, 1));
        found_places += found.total;
      }
    }
  }
  EXPECT_GT(found_places, 50U);
}

}  // namespace

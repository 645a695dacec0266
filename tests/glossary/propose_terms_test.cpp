#include "aligner/glossary/propose_terms.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "aligner/error.h"
#include "aligner/glossary/term_usage.h"
#include "aligner/terms/term_list.h"
#include "aligner/text/folded_text.h"

#include "tests/glossary/aligned_lines.h"

namespace aligner::glossary {
namespace {

using glossary_tests::aligned_lines;
using glossary_tests::LinePair;
using glossary_tests::turned;
using testing::IsEmpty;
using testing::Not;
using text::LanguageTag;

const LanguageTag vi = LanguageTag::parse("vi");
const LanguageTag en = LanguageTag::parse("en");
const LanguageTag ru = LanguageTag::parse("ru");

const terms::TermList& no_terms() {
  static const terms::TermList none;
  return none;
}

struct Meaning {
  const char* vi;
  const char* en;
  const char* ru;
};

// Sentences put together by chance out of words that translate each other.
std::vector<LinePair> random_lines(unsigned seed, int count, const char* Meaning::*source = &Meaning::vi,
                                   const char* Meaning::*target = &Meaning::en) {
  static const std::vector<Meaning> meanings = {{"gói nguồn", "source package", "исходный пакет"},
                                                {"phân vùng", "partition", "раздел"},
                                                {"hạt nhân", "kernel", "ядро"},
                                                {"tệp tin", "file", "файл"},
                                                {"Muravyov", "Muravyov", "Муравьёв"},
                                                {"máy chủ", "server", "сервер"},
                                                {"trình duyệt", "browser", "браузер"},
                                                {"bàn phím", "keyboard", "клавиатура"},
                                                {"người dùng", "user", "пользователь"},
                                                {"màn hình", "screen", "экран"},
                                                {"thư mục", "directory", "каталог"},
                                                {"mật khẩu", "password", "пароль"}};
  std::mt19937 random(seed);
  std::vector<LinePair> lines;
  for (int i = 0; i < count; ++i) {
    LinePair line;
    line.confidence = 0.5 + static_cast<double>(random() % 50) / 100;
    for (unsigned k = 0; k < 2 + random() % 4; ++k) {
      const Meaning& one = meanings[random() % meanings.size()];
      line.source += (k > 0 ? ", " : "") + std::string(one.*source);
      line.target += (k > 0 ? ", " : "") + std::string(one.*target);
    }
    lines.push_back(line);
  }
  return lines;
}

std::vector<Proposal> propose(const align::AlignedTexts& texts, const ProposeOptions& options = {},
                              const terms::TermList& terms = terms::bundled_terms()) {
  TermProposer proposer(terms, options);
  proposer.add(1, texts);
  return proposer.propose();
}

std::vector<LinePair> few_lines() {
  std::vector<LinePair> lines;
  for (int i = 0; i < 4; ++i) {
    lines.push_back({"Phân vùng này rất lớn.", "This partition is very large."});
    lines.push_back({"Hãy xóa phân vùng đó.", "Delete that partition."});
    lines.push_back({"Hạt nhân mới đã đến.", "The new kernel has arrived."});
    lines.push_back({"Hãy biên dịch hạt nhân.", "Compile the kernel."});
  }
  return lines;
}

TEST(ProposedTerms, AreTheSameEveryTimeWhateverTheThreads) {
  const auto texts = aligned_lines(vi, en, random_lines(3, 60));

  const auto once = propose(texts, {.threads = 1});

  EXPECT_THAT(once, Not(IsEmpty()));
  EXPECT_EQ(propose(texts, {.threads = 1}), once);
  EXPECT_EQ(propose(texts, {.threads = 2}), once);
}

TEST(ProposedTerms, KeepTheirLanguagesWhereAnAlignmentRunsTheOtherWay) {
  TermProposer proposer(no_terms(), {});
  proposer.add(1, aligned_lines(vi, en, few_lines()));
  proposer.add(2, turned(aligned_lines(vi, en, few_lines())));

  for (const Proposal& one : proposer.propose()) {
    EXPECT_EQ(one.source.front().language, vi);
    EXPECT_EQ(one.target.front().language, en);
    for (const Context& context : one.contexts) EXPECT_EQ(context.is_turned, context.alignment == 2);
  }
}

TEST(ProposedTerms, StandWhereTheirContextsSay) {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    const auto texts = aligned_lines(vi, en, random_lines(seed, 40));

    for (const Proposal& one : propose(texts, {}, no_terms())) {
      ASSERT_THAT(one.contexts, Not(IsEmpty()));
      std::size_t counted = 0;
      for (const Variant& variant : one.source) counted += variant.count;
      EXPECT_EQ(counted, one.contexts.size());
      for (const Context& context : one.contexts) {
        const align::Bead& bead = texts.alignment.beads.at(context.bead);
        EXPECT_TRUE(texts.source.segmentation.segments[bead.source[0]].span.contains(context.source));
        EXPECT_TRUE(texts.target.segmentation.segments[bead.target[0]].span.contains(context.target));
        EXPECT_NEAR(context.weight, bead.confidence, 1e-6);
        const std::string words = text::fold(texts.source.document.slice(context.source));
        EXPECT_TRUE(std::any_of(one.source.begin(), one.source.end(), [&words](const Variant& variant) {
          return text::fold(variant.wording) == words;
        })) << words;
      }
    }
  }
}

TEST(ProposedTerms, AreRankedByScoresBetweenNoughtAndOne) {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    const auto proposals = propose(aligned_lines(vi, en, random_lines(seed, 40)));

    EXPECT_TRUE(std::is_sorted(proposals.begin(), proposals.end(),
                               [](const Proposal& a, const Proposal& b) { return a.score > b.score; }));
    for (const Proposal& one : proposals) {
      EXPECT_GE(one.score, 0);
      EXPECT_LE(one.score, 1);
      EXPECT_GE(one.association, 0);
      EXPECT_LE(one.joint_count, std::max(one.source_count, one.target_count) + 1e-6);
      EXPECT_THAT(one.source, Not(IsEmpty()));
      EXPECT_THAT(one.target, Not(IsEmpty()));
    }
  }
}

TEST(ProposedTerms, NeedAsManyContextsAsIsAsked) {
  const auto texts = aligned_lines(vi, en, few_lines());

  for (const Proposal& one : propose(texts, {.min_count = 5}, no_terms())) EXPECT_GE(one.contexts.size(), 5U);
  EXPECT_THAT(propose(texts, {.min_count = 1000}, no_terms()), IsEmpty());
}

TEST(ProposedTerms, AreNoMoreThanIsAsked) {
  EXPECT_LE(propose(aligned_lines(vi, en, few_lines()), {.most_proposals = 1}, no_terms()).size(), 1U);
}

TEST(ProposedTerms, AreNotLearntFromPairsThatAreNotSure) {
  std::vector<LinePair> lines = few_lines();
  for (LinePair& line : lines) line.confidence = 0.1;

  EXPECT_THAT(propose(aligned_lines(vi, en, lines), {}, no_terms()), IsEmpty());
}

TEST(ProposedTerms, CountForLessWhereTheirPairsAreLessSure) {
  std::vector<LinePair> lines = few_lines();
  const double sure = propose(aligned_lines(vi, en, lines), {}, no_terms()).front().joint_count;
  for (LinePair& line : lines) line.confidence = 0.5;

  EXPECT_NEAR(propose(aligned_lines(vi, en, lines), {}, no_terms()).front().joint_count, sure / 2, 1e-6);
}

TEST(ProposedTerms, OfSeveralLanguagesShareAnEntry) {
  TermProposer proposer(no_terms(), {});
  proposer.add(1, aligned_lines(vi, en, random_lines(5, 60)));
  proposer.add(2, aligned_lines(en, ru, random_lines(6, 60, &Meaning::en, &Meaning::ru)));
  const auto proposals = proposer.propose();
  const auto entry_of = [&proposals](const std::string& wording) {
    const auto found = std::find_if(proposals.begin(), proposals.end(), [&wording](const Proposal& one) {
      return text::fold(one.source.front().wording) == wording || text::fold(one.target.front().wording) == wording;
    });
    return found == proposals.end() ? proposals.size() : found->entry;
  };

  EXPECT_EQ(entry_of("phân vùng"), entry_of("раздел"));
  EXPECT_EQ(entry_of("hạt nhân"), entry_of("ядро"));
  EXPECT_NE(entry_of("раздел"), entry_of("ядро"));
}

TEST(ProposedTerms, HaveAConceptThatBothTextsNameThoughNoPassagesDo) {
  const auto proposals = propose(
      aligned_lines(vi, en, {{"Sông Amur rất rộng.", "The ships were new."}, {"Tàu còn mới.", "The Amur is wide."}}));

  const auto amur =
      std::find_if(proposals.begin(), proposals.end(), [](const Proposal& one) { return one.concept_id == "r_amur"; });

  ASSERT_NE(amur, proposals.end());
  EXPECT_THAT(amur->contexts, IsEmpty());
  EXPECT_EQ(amur->target.front().wording, "Amur");
}

TEST(ProposedTerms, AreNoneWithoutTextsWithoutWordsAndWithinOneLanguage) {
  EXPECT_THAT(TermProposer(no_terms(), {}).propose(), IsEmpty());
  EXPECT_THAT(propose(aligned_lines(vi, en, {})), IsEmpty());
  EXPECT_THAT(propose(aligned_lines(vi, en, {{"", ""}, {"1858.", "— 1858 —"}})), IsEmpty());
  EXPECT_THAT(propose(aligned_lines(en, en, {{"The Amur.", "The Amur."}})), IsEmpty());
}

TEST(ProposedTerms, EndWithErrorWhereProgressSaysSo) {
  EXPECT_THROW(propose(aligned_lines(vi, en, few_lines()), {.progress = [](double) { return false; }}), Error);
}

TEST(ProposedTerms, ComeOutOfAnyText) {
  std::mt19937 random(17);
  const std::vector<std::string> pieces = {"Muravyov", "đ",  "ё",  "條約",         "ᠠᠮᡠᡵ", "-",      "’", "…", "1858",
                                           "  ",       "\"", "of", "\xE2\x80\xAE", "ước",  "Treaty", "😀", ".", "the"};
  for (int round = 0; round < 20; ++round) {
    std::vector<LinePair> lines;
    for (int i = 0; i < 8; ++i) {
      LinePair line;
      for (unsigned k = 0; k < random() % 9; ++k)
        line.source += pieces[random() % pieces.size()] + (random() % 2 ? " " : "");
      for (unsigned k = 0; k < random() % 9; ++k)
        line.target += pieces[random() % pieces.size()] + (random() % 2 ? " " : "");
      lines.push_back(line);
    }
    const auto texts = aligned_lines(round % 2 ? vi : ru, en, lines);

    EXPECT_NO_THROW(propose(texts, {.min_count = 1}));
    UsageFinder finder(terms::bundled_terms());
    finder.add(1, texts);
    for (const UsageFinding& one : finder.finish().findings) {
      EXPECT_GE(one.likelihood, 0);
      EXPECT_LE(one.likelihood, 1);
    }
  }
}

TEST(Usage, CountsATextThatStandsInTwoAlignmentsOnce) {
  const auto texts = aligned_lines(vi, en, {{"Sông Amur rất rộng.", "The Amur is wide."}});
  UsageFinder finder(terms::bundled_terms());
  finder.add(1, texts);
  finder.add(2, turned(texts));

  const TermUsage usage = finder.finish();

  for (const ConceptUse& use : usage.concepts) {
    EXPECT_EQ(use.texts.size(), 2U);
    for (const TextUse& text : use.texts) {
      for (const WordingUse& wording : text.wordings) EXPECT_EQ(wording.count, 1U) << wording.wording;
    }
  }
}

TEST(Usage, JudgesNoLinkThatNeedNotSayTheSame) {
  auto texts = aligned_lines(vi, en, {{"Sông Amur rất rộng.", "It is wide."}});
  texts.alignment.mode = align::Mode::comparable;
  texts.alignment.beads[0].grade = align::Grade::related;
  UsageFinder finder(terms::bundled_terms(), {.smallest_likelihood = 0});
  finder.add(1, texts);

  EXPECT_THAT(finder.finish().findings, IsEmpty());
}

}  // namespace
}  // namespace aligner::glossary

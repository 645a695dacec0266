#include "aligner/report/reasons.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/report/sample_texts.h"

namespace aligner::report {
namespace {

using score::Evidence;
using score::EvidenceKind;

Reasons reasons(std::vector<Evidence> evidence, std::size_t limit = 5) {
  align::AlignedTexts texts = one_pair("ký hiệp ước mới", "sign a new treaty");
  texts.alignment.beads[0].evidence = std::move(evidence);
  return reasons_of(texts, texts.alignment.beads[0], limit, messages::Speaker());
}

TEST(Reasons, NameTheStrongestFirst) {
  EXPECT_EQ(reasons({{.kind = EvidenceKind::term, .weight = 3.1, .reason = "Aigun"},
                     {.kind = EvidenceKind::date, .weight = 5.2, .reason = "May 1858"}})
                .why,
            "date: May 1858 (+5.2); term: Aigun (+3.1)");
}

TEST(Reasons, CountTheOnesTheyDoNotName) {
  EXPECT_EQ(reasons({{.kind = EvidenceKind::term, .weight = 3, .reason = "Aigun"},
                     {.kind = EvidenceKind::term, .weight = 2, .reason = "Amur"},
                     {.kind = EvidenceKind::length, .weight = 0.5}},
                    1)
                .why,
            "term: Aigun (+3.0); +2 more (+2.5)");
}

TEST(Reasons, AddUpWhatIsSaidTwice) {
  EXPECT_EQ(reasons({{.kind = EvidenceKind::term, .weight = 3, .reason = "Amur"},
                     {.kind = EvidenceKind::term, .weight = 1.5, .reason = "Amur"}})
                .why,
            "term: Amur (+4.5)");
}

TEST(Reasons, GatherWordsAndCiteThem) {
  EXPECT_EQ(reasons({{EvidenceKind::word, {0, 3}, {0, 4}, "translation", 1.25, ""},
                     {EvidenceKind::word, {5, 19}, {11, 17}, "translation", 0.75, ""}})
                .why,
            "words: ký = sign, iệp ước m = treaty (+2.0)");
}

TEST(Reasons, PutContradictionsFirstAmongWhatSpeaksAgainst) {
  const Reasons found = reasons({{.kind = EvidenceKind::length, .relation = "differs", .weight = -4},
                                 {.kind = EvidenceKind::date,
                                  .relation = "conflict",
                                  .weight = -2.3,
                                  .reason = "13 June 1858 is not 28 May 1858"}});

  EXPECT_EQ(found.why, "");
  EXPECT_EQ(found.but, "dates disagree: 13 June 1858 is not 28 May 1858 (-2.3); length (-4.0)");
}

TEST(Reasons, NameAContradictionWhateverItWeighs) {
  EXPECT_EQ(reasons({{.kind = EvidenceKind::number, .relation = "conflict", .reason = "12 is not 9"}}).but,
            "numbers disagree: 12 is not 9 (+0.0)");
}

TEST(Reasons, LeaveOutWhatWeighsNothing) {
  const Reasons found =
      reasons({{.kind = EvidenceKind::length, .weight = 0.04}, {.kind = EvidenceKind::boundary, .weight = -0.04}});

  EXPECT_EQ(found.why + found.but, "");
}

TEST(Reasons, ShortenAnEnormousReason) {
  EXPECT_LT(reasons({{.kind = EvidenceKind::name, .weight = 1, .reason = std::string(1'000'000, 'x')}}).why.size(),
            300u);
}

}  // namespace
}  // namespace aligner::report

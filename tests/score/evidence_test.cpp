#include "aligner/score/evidence.h"

#include <gtest/gtest.h>

namespace aligner::score {
namespace {

TEST(Evidence, KindsHaveTheNamesOfTheReport) {
  EXPECT_EQ(to_string(EvidenceKind::date), "date");
  EXPECT_EQ(to_string(EvidenceKind::number), "number");
  EXPECT_EQ(to_string(EvidenceKind::name), "name");
  EXPECT_EQ(to_string(EvidenceKind::term), "term");
  EXPECT_EQ(to_string(EvidenceKind::word), "word");
  EXPECT_EQ(to_string(EvidenceKind::length), "length");
  EXPECT_EQ(to_string(EvidenceKind::boundary), "boundary");
  EXPECT_EQ(to_string(EvidenceKind::context), "context");
}

}  // namespace
}  // namespace aligner::score

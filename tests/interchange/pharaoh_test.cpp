#include "aligner/interchange/pharaoh.h"

#include <gtest/gtest.h>

namespace aligner::interchange {
namespace {

TEST(Pharaoh, HasALineForEachPairAndAnEmptyOneWhereItHasNoLinks) {
  const std::vector<std::vector<lexicon::WordLink>> links = {{{0, 0, 0.9F}, {1, 12, 0.5F}}, {}, {{3, 1, 1.0F}}};

  EXPECT_EQ(write_pharaoh(links), "0-0 1-12\n\n3-1\n");
}

TEST(Pharaoh, OfNoPairsIsEmpty) { EXPECT_EQ(write_pharaoh({}), ""); }

}  // namespace
}  // namespace aligner::interchange

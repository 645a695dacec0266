#include "aligner/text/places.h"

#include <gtest/gtest.h>

using aligner::text::PlaceKind;
using aligner::text::Places;

namespace {

TEST(Places, AreFoundByTheBytesTheyStandFor) {
  const Places places{{{{0, 5}, {PlaceKind::page, 1, ""}}, {{7, 9}, {PlaceKind::note, 4, ""}}}};

  EXPECT_EQ(to_string(*places.find(0)), "page 1");
  EXPECT_EQ(to_string(*places.find(4)), "page 1");
  EXPECT_FALSE(places.find(5));
  EXPECT_EQ(to_string(*places.find(7)), "note 4");
  EXPECT_FALSE(places.find(9));
  EXPECT_FALSE(Places().find(0));
}

TEST(Places, AreNamedAsReadersNameThem) {
  EXPECT_EQ(aligner::text::to_string({PlaceKind::paragraph, 12, ""}), "paragraph 12");
  EXPECT_EQ(aligner::text::to_string({PlaceKind::cue, 17, "00:01:05"}), "cue 17 at 00:01:05");
  EXPECT_EQ(aligner::text::to_string({PlaceKind::line, 120, ""}), "line 120");
}

}  // namespace

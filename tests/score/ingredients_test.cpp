#include "aligner/score/ingredients.h"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace aligner::score {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Ingredients, AreFoundByTheirNames) {
  EXPECT_EQ(find_ingredient("leave-one-out"), Ingredient::leave_one_out);
  EXPECT_EQ(find_ingredient("calibration"), Ingredient::calibration);
  for (const std::string& name : ingredient_names()) {
    const auto found = find_ingredient(name);
    ASSERT_TRUE(found.has_value()) << name;
    EXPECT_EQ(name_of(*found), name);
  }
}

TEST(Ingredients, HaveNamesOfTheirOwnInLowerCaseWithHyphens) {
  const std::vector<std::string> names = ingredient_names();

  EXPECT_THAT(names, SizeIs(ingredient_count));
  EXPECT_THAT(std::set<std::string>(names.begin(), names.end()), SizeIs(ingredient_count));
  for (const std::string& name : names) {
    EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string::npos) << name;
  }
}

TEST(Ingredients, OtherNamesAreOfNone) {
  for (const char* name : {"", "salt", "Stems", "stems ", "leave_one_out", "stem"}) {
    EXPECT_EQ(find_ingredient(name), std::nullopt) << name;
  }
}

TEST(Ingredients, ASetHoldsWhatWasAddedAndNothingElse) {
  Ingredients set{Ingredient::stems};
  set.add(Ingredient::length);
  set.add(Ingredient::length);

  EXPECT_FALSE(set.empty());
  EXPECT_TRUE(set.contains(Ingredient::length));
  EXPECT_TRUE(set.contains(Ingredient::stems));
  EXPECT_FALSE(set.contains(Ingredient::calibration));
  EXPECT_EQ(set, (Ingredients{Ingredient::length, Ingredient::stems}));
  EXPECT_THAT(ingredient_names(set), ElementsAre("length", "stems")) << "in the order of the list";
}

TEST(Ingredients, AnEmptySetHoldsNone) {
  EXPECT_TRUE(Ingredients().empty());
  EXPECT_THAT(ingredient_names(Ingredients()), IsEmpty());
  for (std::size_t i = 0; i < ingredient_count; ++i) {
    EXPECT_FALSE(Ingredients().contains(static_cast<Ingredient>(i)));
  }
}

}  // namespace
}  // namespace aligner::score

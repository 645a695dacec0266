#include "aligner/pipeline/settings_digest.h"

#include <set>

#include <gmock/gmock.h>

#include "aligner/score/ingredients.h"

namespace aligner::pipeline {
namespace {

using testing::SizeIs;

TEST(SettingsDigest, DiffersForEveryIngredientThatIsLeftOut) {
  std::set<std::string> digests{settings_digest({}).value()};
  for (const std::string& name : score::ingredient_names()) {
    digests.insert(settings_digest({.left_out = {score::find_ingredient(name).value()}}).value());
  }

  EXPECT_THAT(digests, SizeIs(1 + score::ingredient_count));
}

TEST(SettingsDigest, DiffersForTermsThatPeopleDecided) {
  const terms::Term amur{.language = text::LanguageTag::parse("en"), .wording = "Amur"};
  terms::Term rejected = amur;
  rejected.status = terms::TermStatus::rejected;

  std::set<std::string> digests{settings_digest({}).value()};
  for (const terms::Term& term : {amur, rejected}) {
    digests.insert(settings_digest({.own_terms = terms::TermList({{.id = "r_amur", .terms = {term}}})}).value());
  }

  EXPECT_THAT(digests, SizeIs(3));
}

TEST(SettingsDigest, DoesNotDependOnTheOrderInWhichIngredientsAreLeftOut) {
  using score::Ingredient;

  EXPECT_EQ(settings_digest({.left_out = {Ingredient::stems, Ingredient::length}}),
            settings_digest({.left_out = {Ingredient::length, Ingredient::stems, Ingredient::length}}));
}

}  // namespace
}  // namespace aligner::pipeline

// cases/boundaries.tsv: a linguist can add segments without a compiler.

#include "aligner/score/boundary_model.h"

#include <array>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aligner/segment/segment_document.h"

#include "tests/support/case_file.h"

namespace aligner::score {
namespace {

using tungse_tests::Case;

constexpr std::array<const char*, 6> begin_names = {"digit", "dash", "quote", "upper", "lower", "other"};
constexpr std::array<const char*, 8> end_names = {"none",  "stop",      "question", "exclamation",
                                                  "colon", "semicolon", "comma",    "digit"};

std::vector<BoundaryClasses> classes_of(const std::string& lines) {
  const auto document = text::Document::from_utf8(lines, text::LanguageTag(), "test");
  return classify_boundaries(document, segment::segment_lines(document));
}

std::vector<BoundaryClasses> random_classes(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<BoundaryClasses> classes(count);
  for (BoundaryClasses& segment : classes) {
    segment.begin = static_cast<std::uint8_t>(random() % begin_class_count);
    segment.end = static_cast<std::uint8_t>(random() % end_class_count);
  }
  return classes;
}

TEST(BoundaryClasses, AreThoseOfTheCases) {
  for (const Case& c : tungse_tests::read_cases(std::string(TUNGSE_CASES) + "/boundaries.tsv")) {
    const std::vector<BoundaryClasses> classes = classes_of(c.fields.at(0));

    ASSERT_EQ(classes.size(), 1u) << c.where();
    EXPECT_EQ(begin_names[classes[0].begin % begin_names.size()], c.fields.at(1)) << c.where() << " " << c.text;
    EXPECT_EQ(end_names[classes[0].end], c.fields.at(2)) << c.where() << " " << c.text;
  }
}

TEST(BoundaryClasses, TellTheFirstSegmentOfAParagraphFromTheOthers) {
  const std::vector<BoundaryClasses> classes = classes_of("One.\nTwo.\n\nThree.\n");

  ASSERT_EQ(classes.size(), 4u);
  EXPECT_NE(classes[0].begin, classes[1].begin);
  EXPECT_EQ(classes[0].begin, classes[3].begin);
}

TEST(BoundaryClasses, OfAnEmptySegmentAreOtherAndNone) {
  const std::vector<BoundaryClasses> classes = classes_of("\n");

  ASSERT_EQ(classes.size(), 1u);
  EXPECT_STREQ(begin_names[classes[0].begin % begin_names.size()], "other");
  EXPECT_STREQ(end_names[classes[0].end], "none");
}

TEST(BoundaryClasses, AreInRangeForEveryBeginningOfBytes) {
  std::mt19937 random(1860);
  for (int round = 0; round < 2000; ++round) {
    std::string utf8;
    for (int k = 0; k < 3; ++k) {
      const auto point = static_cast<std::uint32_t>(0x80 + random() % 0xD700);
      if (point < 0x800) {
        utf8 += static_cast<char>(0xC0 | point >> 6);
      } else {
        utf8 += static_cast<char>(0xE0 | point >> 12);
        utf8 += static_cast<char>(0x80 | (point >> 6 & 0x3F));
      }
      utf8 += static_cast<char>(0x80 | (point & 0x3F));
    }
    for (const BoundaryClasses& segment : classes_of(utf8)) {
      ASSERT_LT(segment.begin, begin_class_count);
      ASSERT_LT(segment.end, end_class_count);
    }
  }
}

TEST(BoundaryModel, PrefersEqualClassesBeforeAnythingIsLearnt) {
  const std::vector<BoundaryClasses> classes = classes_of("What?\nThis.\nwhat?\nThat.\n");
  const BoundaryModel model(classes, classes);
  const BoundaryGroup all(classes);

  EXPECT_GT(model.log_ratio(all.subspan(1, 1), all.subspan(3, 1)), 0);
  EXPECT_GT(model.log_ratio(all.subspan(1, 1), all.subspan(3, 1)),
            model.log_ratio(all.subspan(1, 1), all.subspan(2, 1)));
}

TEST(BoundaryModel, LearnsThatOneClassIsTranslatedByAnother) {
  const std::vector<BoundaryClasses> source = classes_of("First;\nSecond.\n");
  const std::vector<BoundaryClasses> target = classes_of("Erst,\nDann.\n");
  BoundaryModel model(source, target);
  const double before = model.log_ratio(BoundaryGroup(source).first(1), BoundaryGroup(target).first(1));
  for (int k = 0; k < 50; ++k) model.observe(BoundaryGroup(source).first(1), BoundaryGroup(target).first(1), 1);

  model.fit();

  EXPECT_GT(model.log_ratio(BoundaryGroup(source).first(1), BoundaryGroup(target).first(1)), before);
}

TEST(BoundaryModel, FittingWithoutObservationsGoesBackToThePrior) {
  const std::vector<BoundaryClasses> classes = random_classes(50, 1);
  BoundaryModel model(classes, classes);
  const double prior = model.log_ratio(BoundaryGroup(classes).first(2), BoundaryGroup(classes).first(1));
  for (int k = 0; k < 20; ++k) model.observe(BoundaryGroup(classes).first(2), BoundaryGroup(classes).first(1), 1);
  model.fit();

  model.fit();

  EXPECT_NEAR(model.log_ratio(BoundaryGroup(classes).first(2), BoundaryGroup(classes).first(1)), prior, 1e-12);
}

TEST(BoundaryModel, MirroredTextsMirrorTheScore) {
  const std::vector<BoundaryClasses> source = random_classes(60, 3);
  const std::vector<BoundaryClasses> target = random_classes(80, 4);
  BoundaryModel forward(source, target);
  BoundaryModel backward(target, source);
  std::mt19937 random(5);
  const auto groups = [&](const auto& use) {
    for (int k = 0; k < 100; ++k) {
      const BoundaryGroup from = BoundaryGroup(source).subspan(random() % 55, 1 + random() % 5);
      const BoundaryGroup to = BoundaryGroup(target).subspan(random() % 75, 1 + random() % 5);
      use(from, to);
    }
  };
  groups([&](BoundaryGroup from, BoundaryGroup to) {
    forward.observe(from, to, 0.7);
    backward.observe(to, from, 0.7);
  });

  forward.fit();
  backward.fit();

  groups([&](BoundaryGroup from, BoundaryGroup to) {
    EXPECT_NEAR(forward.log_ratio(from, to), backward.log_ratio(to, from), 1e-9);  // summed in another order
  });
}

TEST(BoundaryModel, IsFiniteForClassesNeverMet) {
  const BoundaryModel model({}, {});
  for (std::uint8_t begin = 0; begin < begin_class_count; ++begin) {
    for (std::uint8_t end = 0; end < end_class_count; ++end) {
      const std::vector<BoundaryClasses> group(3, {begin, end});
      EXPECT_TRUE(std::isfinite(model.log_ratio(group, group)));
    }
  }
}

}  // namespace
}  // namespace aligner::score

// How good the command is, as floors: on the bundled accounts, and on further texts where they lie beside the checkout.
// Raising a floor is a change of its own.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "aligner/evaluate/links.h"
#include "aligner/evaluate/score.h"
#include "aligner/interchange/ladder.h"

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/temporary_directory.h"

namespace end_to_end {
namespace {

using aligner::evaluate::GoldLink;
using aligner::evaluate::IndexBead;
using nlohmann::json;
using testing::Ge;

const std::string shared = std::string(TUNGSE_SOURCE_DIR) + "/../shared";

json align(const std::string& source, const std::string& target, const std::vector<std::string>& more = {}) {
  std::vector<std::string> words{"align", source, target, "--format", "json", "--quiet"};
  words.insert(words.end(), more.begin(), more.end());
  const ProgramResult result = tungse(words);
  expect_fine(result);
  return json::parse(result.out);
}

std::vector<IndexBead> beads_of(const json& report) {
  std::vector<IndexBead> beads;
  for (const json& bead : report.at("beads")) beads.push_back({bead.at("source"), bead.at("target")});
  return beads;
}

std::vector<IndexBead> read_beads(const std::string& path) {
  std::vector<IndexBead> beads;
  for (const auto& line : aligner::interchange::read_ladder(path)) beads.push_back({line.source, line.target});
  return beads;
}

double strict_f1(const json& report, const std::string& gold) {
  return aligner::evaluate::score_alignment(read_beads(gold), beads_of(report)).strict.f1;
}

// PARALLEL: strict F1 of what automatic mode gives.

struct ParallelFloor {
  const char* name;
  const char* source;
  const char* target;
  const char* gold;
  double f1;
};

void PrintTo(const ParallelFloor& floor, std::ostream* out) { *out << floor.name; }

class BundledTranslation : public testing::TestWithParam<ParallelFloor> {};

TEST_P(BundledTranslation, IsFoundToBeOneAndIsAlignedWell) {
  const ParallelFloor& floor = GetParam();

  const json report = align(corpus(floor.source), corpus(floor.target));

  EXPECT_EQ(report.at("mode"), "parallel") << report.at("mode_reason");
  EXPECT_THAT(strict_f1(report, corpus(floor.gold)), Ge(floor.f1));
}

TEST_P(BundledTranslation, PassesTheGateOfScore) {
  const ParallelFloor& floor = GetParam();
  const ProgramResult ladder = tungse(
      {"align", corpus(floor.source), corpus(floor.target), "--mode", "parallel", "--format", "ladder", "--quiet"});

  const ProgramResult scored =
      tungse({"score", "--gold", corpus(floor.gold), "-", "--min-f1", std::to_string(floor.f1)}, ladder.out);

  EXPECT_EQ(scored.exit_code, 0) << scored.shown();
}

INSTANTIATE_TEST_SUITE_P(
    Aigun, BundledTranslation,
    testing::Values(ParallelFloor{"EnVi", "aigun/en.txt", "aigun/vi.txt", "aigun/gold/en-vi.ladder", 0.96},
                    ParallelFloor{"EnRu", "aigun/en.txt", "aigun/ru.txt", "aigun/gold/en-ru.ladder", 0.96},
                    ParallelFloor{"ViRu", "aigun/vi.txt", "aigun/ru.txt", "aigun/gold/vi-ru.ladder", 0.94}),
    [](const auto& one) { return std::string(one.param.name); });

// The same translations with a part of the target put elsewhere; the gold follows.

class BundledTranslationWithAMovedPart : public testing::TestWithParam<ParallelFloor> {
 protected:
  static std::vector<std::string> segments_of(const std::string& name) {
    const std::string language = name.substr(name.find('/') + 1, 2);
    const ProgramResult result = tungse({"segment", corpus(name), "--lang", language, "--quiet"});
    expect_fine(result);
    std::vector<std::string> lines;
    std::istringstream in(result.out);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
  }

  std::string write(const std::string& name, const std::vector<std::string>& lines) const {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return folder_.write(name, text);
  }

  tungse_tests::TemporaryDirectory folder_;
};

TEST_P(BundledTranslationWithAMovedPart, IsAlignedAsWell) {
  const ParallelFloor& floor = GetParam();
  std::vector<std::string> target = segments_of(floor.target);
  std::vector<std::size_t> order(target.size());  // new place -> old
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::rotate(order.begin() + 12, order.begin() + 50, order.begin() + 60);
  std::vector<std::size_t> new_place(target.size());
  std::vector<std::string> moved;
  for (std::size_t k = 0; k < order.size(); ++k) {
    new_place[order[k]] = k;
    moved.push_back(target[order[k]]);
  }
  std::vector<IndexBead> gold = read_beads(corpus(floor.gold));
  for (IndexBead& bead : gold) {
    for (std::size_t& segment : bead.target) segment = new_place.at(segment);
    std::sort(bead.target.begin(), bead.target.end());
  }

  const std::string source_language = std::string(floor.source).substr(6, 2);
  const std::string target_language = std::string(floor.target).substr(6, 2);
  const json report = align(write("source.seg", segments_of(floor.source)), write("target.seg", moved),
                            {"--segmented", "--source-lang", source_language, "--target-lang", target_language});

  EXPECT_EQ(report.at("mode"), "parallel") << report.at("mode_reason");
  EXPECT_THAT(aligner::evaluate::score_alignment(gold, beads_of(report)).strict.f1, Ge(floor.f1));
}

INSTANTIATE_TEST_SUITE_P(
    Aigun, BundledTranslationWithAMovedPart,
    testing::Values(ParallelFloor{"EnVi", "aigun/en.txt", "aigun/vi.txt", "aigun/gold/en-vi.ladder", 0.93},
                    ParallelFloor{"EnRu", "aigun/en.txt", "aigun/ru.txt", "aigun/gold/en-ru.ladder", 0.93},
                    ParallelFloor{"ViRu", "aigun/vi.txt", "aigun/ru.txt", "aigun/gold/vi-ru.ladder", 0.88}),
    [](const auto& one) { return std::string(one.param.name); });

struct SetFloor {
  const char* name;
  const char* folder;
  const char* source_language;
  const char* target_language;
  double f1;
};

void PrintTo(const SetFloor& floor, std::ostream* out) { *out << floor.name; }

class SharedSet : public testing::TestWithParam<SetFloor> {};

TEST_P(SharedSet, IsAlignedWell) {
  const SetFloor& floor = GetParam();
  const std::string folder = shared + "/data/sets/" + floor.folder;
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << folder << " is not there";

  const json report = align(folder + "/src.txt", folder + "/tgt.txt",
                            {"--segmented", "--mode", "parallel", "--source-lang", floor.source_language,
                             "--target-lang", floor.target_language});

  EXPECT_THAT(strict_f1(report, folder + "/gold.tsv"), Ge(floor.f1));
}

INSTANTIATE_TEST_SUITE_P(Sets, SharedSet,
                         testing::Values(SetFloor{"UdhrViEn", "udhr_vi_en/udhr", "vi", "en", 0.985},
                                         SetFloor{"UdhrRuEn", "udhr_ru_en/udhr", "ru", "en", 0.99},
                                         SetFloor{"UdhrZhEn", "udhr_zh_en/udhr", "zh", "en", 0.98},
                                         SetFloor{"VimtutorViEn", "vimtutor_vi_en/tutor", "vi", "en",
                                                  0.93},  // its optional links count as wrong here
                                         SetFloor{"TextbergDeFr", "textberg_dev/dev", "de", "fr", 0.935},
                                         SetFloor{"ForeignParts", "noise_maintguide_vi_en/ins60", "vi", "en", 0.97},
                                         SetFloor{"MissingParts", "noise_maintguide_vi_en/del30", "vi", "en", 0.98},
                                         SetFloor{"MovedParts", "noise_maintguide_vi_en/move15x10", "vi", "en", 0.99}),
                         [](const auto& one) { return std::string(one.param.name); });

// COMPARABLE: the links that come first.

bool touches(const IndexBead& bead, const std::vector<IndexBead>& links) {
  std::vector<GoldLink> gold;
  for (const IndexBead& link : links) gold.push_back({link, {}});
  return aligner::evaluate::precision_at(1, gold, {bead}) > 0;
}

// The pairs that are judged to say the same or mostly the same.
std::vector<IndexBead> read_strong(const std::string& path) {
  std::ifstream file(path);
  std::vector<IndexBead> strong;
  const std::vector<IndexBead> all = read_beads(path);
  std::string line;
  for (std::size_t k = 0; std::getline(file, line); ++k) {
    if (line.ends_with(":same") || line.ends_with(":mostly")) strong.push_back(all.at(k));
  }
  return strong;
}

TEST(BundledComparableAccount, ChoosesItsModeItself) {
  const json report = align(corpus("three-treaties/vi.txt"), corpus("aigun/en.txt"));

  EXPECT_EQ(report.at("mode"), "comparable") << report.at("mode_reason");
}

TEST(BundledComparableAccount, TheFirstTenLinksAreRight) {
  std::vector<GoldLink> gold;
  for (const IndexBead& link : read_beads(corpus("three-treaties/gold/vi-en.links"))) gold.push_back({link, {}});

  const json report = align(corpus("three-treaties/vi.txt"), corpus("aigun/en.txt"), {"--mode", "comparable"});

  EXPECT_THAT(aligner::evaluate::precision_at(10, gold, beads_of(report)), Ge(1.0));
}

TEST(BundledComparableAccount, NineInTenOfTheLinksGivenAreRightAndNoFalseFriendIsStrong) {
  const std::vector<IndexBead> gold = read_beads(corpus("three-treaties/gold/vi-en.links"));
  const std::vector<IndexBead> false_friends = read_beads(corpus("three-treaties/gold/false-friends.links"));

  const json report = align(corpus("three-treaties/vi.txt"), corpus("aigun/en.txt"), {"--mode", "comparable"});

  double right = 0;
  const std::vector<IndexBead> links = beads_of(report);
  for (std::size_t k = 0; k < links.size(); ++k) {
    if (touches(links[k], gold)) ++right;
    if (!touches(links[k], false_friends)) continue;
    const std::string grade = report.at("beads").at(k).at("grade");
    EXPECT_TRUE(grade == "partly" || grade == "related") << "link " << k;
  }
  EXPECT_THAT(right / static_cast<double>(links.size()), Ge(0.88));
}

TEST(BundledComparableAccount, ThreeInFourOfThePairsThatSayTheSameOrMostlyAreGiven) {
  const std::vector<IndexBead> strong = read_strong(corpus("three-treaties/gold/vi-en.links"));

  const std::vector<IndexBead> links =
      beads_of(align(corpus("three-treaties/vi.txt"), corpus("aigun/en.txt"), {"--mode", "comparable"}));

  double found = 0;
  for (const IndexBead& pair : strong) found += touches(pair, links) ? 1 : 0;
  EXPECT_THAT(found / static_cast<double>(strong.size()), Ge(0.75));
}

TEST(BundledComparableAccount, JudgedPairsComeFirst) {
  std::vector<GoldLink> gold;
  for (const IndexBead& link : read_beads(corpus("three-treaties/gold/vi-en.links"))) gold.push_back({link, {}});

  const json report =
      align(corpus("three-treaties/vi.txt"), corpus("aigun/en.txt"), {"--mode", "comparable", "--min-confidence", "0"});

  EXPECT_THAT(aligner::evaluate::average_precision(gold, beads_of(report)), Ge(0.74));
}

// The same links to a translation of their target, by its gold alignment.
std::vector<IndexBead> through(const std::vector<IndexBead>& links, const std::vector<IndexBead>& translation) {
  std::vector<IndexBead> moved;
  for (const IndexBead& link : links) {
    IndexBead there{link.source, {}};
    for (const IndexBead& bead : translation) {
      const bool is_in_it = std::any_of(bead.source.begin(), bead.source.end(), [&](std::size_t i) {
        return std::count(link.target.begin(), link.target.end(), i) > 0;
      });
      if (is_in_it) there.target.insert(there.target.end(), bead.target.begin(), bead.target.end());
    }
    if (!there.target.empty()) moved.push_back(there);
  }
  return moved;
}

// Nothing was set on this pair: the Russian text is a translation of the English one that was judged.
TEST(BundledComparableAccount, SixInSevenOfTheLinksToTheRussianTextAreRight) {
  const std::vector<IndexBead> translation = read_beads(corpus("aigun/gold/en-ru.ladder"));
  const std::vector<IndexBead> gold = through(read_beads(corpus("three-treaties/gold/vi-en.links")), translation);
  const std::vector<IndexBead> strong = through(read_strong(corpus("three-treaties/gold/vi-en.links")), translation);

  const std::vector<IndexBead> links =
      beads_of(align(corpus("three-treaties/vi.txt"), corpus("aigun/ru.txt"), {"--mode", "comparable"}));

  double right = 0;
  for (const IndexBead& link : links) right += touches(link, gold) ? 1 : 0;
  EXPECT_THAT(right / static_cast<double>(links.size()), Ge(0.85));
  double found = 0;
  for (const IndexBead& pair : strong) found += touches(pair, links) ? 1 : 0;
  EXPECT_THAT(found / static_cast<double>(strong.size()), Ge(0.7));
}

// The segments of a text, one a line.
std::vector<std::string> segments_of(const std::string& path) {
  const ProgramResult cut = tungse({"segment", path, "--quiet"});
  expect_fine(cut);
  std::istringstream lines(cut.out);
  std::vector<std::string> segments;
  for (std::string line; std::getline(lines, line);) segments.push_back(line);
  return segments;
}

std::string write_lines(const tungse_tests::TemporaryDirectory& folder, const std::string& name,
                        const std::vector<std::string>& lines) {
  const std::filesystem::path path = folder.path() / name;
  std::ofstream file(path);
  for (const std::string& line : lines) file << line << '\n';
  return path.string();
}

// Segments 57 to 75 of the English text, as their translation has them, stand inside the other Vietnamese account.
TEST(BundledComparableAccount, ATranslatedSectionInsideAnAccountIsAlignedInOrder) {
  const std::vector<std::string> translation = segments_of(corpus("aigun/vi.txt"));
  std::vector<std::string> account = segments_of(corpus("three-treaties/vi.txt"));
  constexpr std::size_t cut = 43;
  std::vector<IndexBead> gold;
  std::size_t first = translation.size();
  std::size_t last = 0;
  for (const IndexBead& bead : read_beads(corpus("aigun/gold/en-vi.ladder"))) {
    if (bead.source.empty() || bead.target.empty() || bead.source.front() < 57 || bead.source.front() > 75) continue;
    gold.push_back({bead.target, bead.source});
    first = std::min(first, bead.target.front());
    last = std::max(last, bead.target.back());
  }
  for (IndexBead& bead : gold) {
    for (std::size_t& segment : bead.source) segment += cut - first;
  }
  account.insert(account.begin() + cut, translation.begin() + static_cast<std::ptrdiff_t>(first),
                 translation.begin() + static_cast<std::ptrdiff_t>(last) + 1);
  const tungse_tests::TemporaryDirectory folder;

  const json report =
      align(write_lines(folder, "vi.txt", account), write_lines(folder, "en.txt", segments_of(corpus("aigun/en.txt"))),
            {"--segmented", "--source-lang", "vi", "--target-lang", "en"});

  EXPECT_EQ(report.at("mode"), "comparable");
  EXPECT_THAT(report.at("mode_reason").get<std::string>(), testing::HasSubstr("translated in order: source 43-63"));
  const std::vector<IndexBead> links = beads_of(report);
  const auto found = std::count_if(gold.begin(), gold.end(), [&](const IndexBead& bead) {
    return std::find(links.begin(), links.end(), bead) != links.end();
  });
  EXPECT_GE(static_cast<double>(found) / static_cast<double>(gold.size()), 0.94);
}

TEST(BundledComparableAccount, GivesAsManyLinksAsAreAskedFor) {
  const auto count = [](const char* smallest) {
    return align(corpus("three-treaties/vi.txt"), corpus("aigun/en.txt"),
                 {"--mode", "comparable", "--min-confidence", smallest})
        .at("beads")
        .size();
  };

  EXPECT_LT(count("0.9"), count("0.4"));
  EXPECT_LT(count("0.4"), count("0"));
}

// MIXTURES: most sentences have no counterpart. Strict F1 of what is given without asking for more.

struct MixtureFloor {
  const char* name;
  const char* folder;
  const char* source_language;
  const char* mode;  // asked for
  double f1;
};

void PrintTo(const MixtureFloor& floor, std::ostream* out) { *out << floor.name; }

class SharedMixture : public testing::TestWithParam<MixtureFloor> {};

TEST_P(SharedMixture, IsLinkedWell) {
  const MixtureFloor& floor = GetParam();
  const std::string folder = shared + "/data/sets/" + floor.folder;
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << folder << " is not there";

  const json report =
      align(folder + "/src.txt", folder + "/tgt.txt",
            {"--segmented", "--mode", floor.mode, "--source-lang", floor.source_language, "--target-lang", "en"});

  EXPECT_EQ(report.at("mode"), "comparable") << report.at("mode_reason");
  EXPECT_THAT(strict_f1(report, folder + "/gold.tsv"), Ge(floor.f1));
}

INSTANTIATE_TEST_SUITE_P(Sets, SharedMixture,
                         testing::Values(MixtureFloor{"OrderedViEn", "comparable_debian_vi_en/maintguide20", "vi",
                                                      "auto", 0.93},
                                         MixtureFloor{"BagViEn", "mining_debian/vi_en", "vi", "comparable", 0.90},
                                         MixtureFloor{"BagRuEn", "mining_debian/ru_en", "ru", "comparable", 0.90}),
                         [](const auto& one) { return std::string(one.param.name); });

class SharedAccounts : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(source_) || !std::filesystem::exists(target_)) {
      GTEST_SKIP() << source_ << " and " << target_ << " are not both there";
    }
    report_ = align(source_, target_);
    judged_ = read_beads(judged("links"));
    for (const IndexBead& pair : judged_) all_judged_.push_back({pair, {}});
  }

  static std::string judged(const std::string& what) {
    return std::string(TUNGSE_SOURCE_DIR) + "/tests/end_to_end/judged/vi-tianjin-aigun.en-treaty-of-aigun." + what;
  }

  std::string text_of(const json& bead, const std::string& side) const {
    std::string text;
    for (const std::size_t index : bead.at(side)) {
      text += report_.at(side).at("segments").at(index).at("text").get<std::string>() + " ";
    }
    return text;
  }

  // The place, from 0, of the first link whose sides hold these words.
  std::optional<std::size_t> find_link(const std::string& source, const std::string& target) const {
    const json& beads = report_.at("beads");
    for (std::size_t i = 0; i < beads.size(); ++i) {
      const bool holds = text_of(beads[i], "source").find(source) != std::string::npos &&
                         text_of(beads[i], "target").find(target) != std::string::npos;
      if (holds) return i;
    }
    return std::nullopt;
  }

  json report_;
  std::vector<IndexBead> judged_;
  std::vector<GoldLink> all_judged_;
  const std::string source_ = shared + "/accounts/vi-tianjin-aigun.txt";
  const std::string target_ = shared + "/accounts/en-treaty-of-aigun.txt";
};

TEST_F(SharedAccounts, AreFoundToBeComparable) {
  EXPECT_EQ(report_.at("mode"), "comparable") << report_.at("mode_reason");
}

TEST_F(SharedAccounts, TheFirstTenLinksAndNineInTenOfThoseGivenAreRight) {
  const std::vector<IndexBead> links = beads_of(report_);
  ASSERT_GE(links.size(), 14U);

  EXPECT_THAT(aligner::evaluate::precision_at(10, all_judged_, links), Ge(1.0));
  double right = 0;
  for (const IndexBead& link : links) right += touches(link, judged_) ? 1 : 0;
  EXPECT_THAT(right / static_cast<double>(links.size()), Ge(0.9));
}

TEST_F(SharedAccounts, FiveOfSevenPairsThatSayTheSameOrMostlyAreAmongTheFirstTwenty) {
  std::vector<IndexBead> first = beads_of(align(source_, target_, {"--min-confidence", "0"}));
  first.resize(std::min<std::size_t>(first.size(), 20));

  int found = 0;
  for (const IndexBead& pair : read_strong(judged("links"))) found += touches(pair, first) ? 1 : 0;
  EXPECT_GE(found, 5);
}

TEST_F(SharedAccounts, JudgedPairsComeFirst) {
  const std::vector<IndexBead> links = beads_of(align(source_, target_, {"--min-confidence", "0"}));

  EXPECT_THAT(aligner::evaluate::average_precision(all_judged_, links), Ge(0.59));
}

TEST_F(SharedAccounts, NoFalseFriendIsGiven) {
  for (const IndexBead& link : beads_of(report_))
    EXPECT_FALSE(touches(link, read_beads(judged("false-friends.links"))));
}

TEST_F(SharedAccounts, ThatOneRatifiedAndTheOtherRefusedIsAContradiction) {
  const auto place = find_link("phê chuẩn nó", "refused to ratify");

  ASSERT_TRUE(place.has_value()) << "there is no such link";
  EXPECT_TRUE(report_.at("beads").at(*place).value("contradiction", false));
}

TEST_F(SharedAccounts, TheLandsHeldJointlyAreAmongTheFirstFive) {
  const auto place = find_link("quyền sở hữu chung của Trung Quốc và Nga", "jointly administered");

  ASSERT_TRUE(place.has_value()) << "there is no such link";
  EXPECT_LE(*place, 4U);
}

TEST_F(SharedAccounts, TheDayOfSigningIsJoinedAcrossTheCalendars) {
  bool is_joined = false;
  for (const json& bead : report_.at("beads")) {
    for (const json& evidence : bead.at("evidence")) {
      const auto holds = [&](const char* side, const char* words) {
        return evidence.at(side).get<std::string>().find(words) != std::string::npos;
      };
      is_joined |= evidence.at("kind") == "date" && evidence.at("relation") == "same-other-calendar" &&
                   holds("source_text", "16 tháng 5 năm 1858") && holds("target_text", "May 28, 1858");
    }
  }
  EXPECT_TRUE(is_joined);
}

}  // namespace
}  // namespace end_to_end

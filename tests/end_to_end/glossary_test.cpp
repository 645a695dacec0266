// tungse glossary build and usage: terms learnt from a project's aligned texts, and how the texts use those that are
// known.

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

class Glossary : public CommandTest {
 protected:
  std::string db() const { return in_folder("project.db"); }

  // The bundled accounts of Aigun, English with Vietnamese.
  std::string accounts() const {
    expect_fine(tungse({"align", corpus("aigun/en.txt"), corpus("aigun/vi.txt"), "--db", db(), "--quiet", "--output",
                        in_folder("pairs.txt")}));
    return db();
  }
  ProgramResult build(const std::vector<std::string>& more = {}) const { return run_on_db("build", more); }
  ProgramResult usage(const std::vector<std::string>& more = {}) const { return run_on_db("usage", more); }

  static json parse(const ProgramResult& result) {
    expect_fine(result);
    return json::parse(result.out);
  }

 private:
  ProgramResult run_on_db(const std::string& command, const std::vector<std::string>& more) const {
    std::vector<std::string> words{"glossary", command, "--db", db()};
    words.insert(words.end(), more.begin(), more.end());
    return tungse(words);
  }
};

bool proposes(const json& proposals, const std::string& source, const std::string& target) {
  const auto has = [](const json& variants, const std::string& wording) {
    return std::any_of(variants.begin(), variants.end(),
                       [&wording](const json& one) { return one.at("wording") == wording; });
  };
  return std::any_of(proposals.begin(), proposals.end(),
                     [&](const json& one) { return has(one.at("source"), source) && has(one.at("target"), target); });
}

TEST_F(Glossary, BuildProposesTermsAndNames) {
  accounts();

  const json proposals = parse(build({"--json", "--show", "0"})).at("proposals");

  EXPECT_TRUE(proposes(proposals, "left bank", "tả ngạn"));
  EXPECT_TRUE(proposes(proposals, "Muravyov", "Muravyov"));
  EXPECT_TRUE(proposes(proposals, "treaty", "hiệp ước"));
}

TEST_F(Glossary, BuildPointsIntoTheTexts) {
  accounts();
  const std::string english = tungse_tests::read_bytes(corpus("aigun/en.txt"));

  const json all = parse(build({"--json", "--show", "0"}));
  for (const json& one : all.at("proposals")) {
    for (const json& context : one.at("contexts")) {
      ASSERT_LT(context.at("source_begin"), context.at("source_end"));
      ASSERT_LE(context.at("source_end"), english.size());
    }
  }
}

TEST_F(Glossary, BuildTwiceProposesTheSameAndAddsNothing) {
  accounts();

  const ProgramResult once = build({"--format", "tsv"});
  const ProgramResult again = build({"--format", "tsv"});

  expect_fine(once);
  EXPECT_EQ(again.out, once.out);
  EXPECT_THAT(again.err, HasSubstr("0 new concepts, 0 new terms"));
}

TEST_F(Glossary, BuildDoesNotDependOnThreads) {
  accounts();

  EXPECT_EQ(build({"--json", "--show", "0", "--threads", "1"}).out,
            build({"--json", "--show", "0", "--threads", "2"}).out);
}

TEST_F(Glossary, BuildShowsWhatTheTermBaseHasInOtherLanguages) {
  accounts();

  const ProgramResult result = build({"--format", "tsv", "--with-lang", "ru", "--with-lang", "mnc", "--show", "0"});

  expect_fine(result);
  EXPECT_THAT(result.out,
              StartsWith("score\tcontexts\tentry\tsource_lang\tsource\ttarget_lang\ttarget\tconcept\tru\tmnc\n"));
  EXPECT_THAT(result.out, HasSubstr("r_amur\tАмур\t"));
}

TEST_F(Glossary, BuildProposesNoMoreThanIsAskedAndPrintsNoMore) {
  accounts();

  EXPECT_LE(parse(build({"--json", "--show", "0", "--limit", "5"})).at("proposals").size(), 200U);
  EXPECT_THAT(parse(build({"--json", "--show", "3"})).at("proposals"), SizeIs(3));
}

TEST_F(Glossary, BuildNeedsAlignedTexts) {
  expect_refused(build(), {"project.db"});
  expect_fine(tungse({"align", english(), vietnamese(), "--db", db(), "--quiet", "--output", in_folder("pairs.txt")}));
  expect_fine(build({"--quiet"}));
}

TEST_F(Glossary, WrongWordsAreUsageErrors) {
  expect_refused(tungse({"glossary", "build"}), {"--db"}, 2);
  accounts();
  expect_refused(build({"--min-count", "0"}), {"--min-count"}, 2);
  expect_refused(build({"--format", "xml"}), {"--format"}, 2);
  expect_refused(build({"--with-lang", "klingonish"}), {"klingonish"}, 2);
  expect_refused(usage({"--min-likelihood", "7"}), {"--min-likelihood"}, 2);
}

TEST_F(Glossary, UsageShowsWordingsByText) {
  accounts();

  const json all = parse(usage({"r_amur", "--json"}));

  ASSERT_THAT(all.at("concepts"), SizeIs(1));
  const json& amur = all.at("concepts")[0];
  EXPECT_EQ(amur.at("name"), "Amur");
  EXPECT_THAT(amur.at("texts"), SizeIs(2));
  EXPECT_GT(amur.at("pairs_with_both"), 5);
}

TEST_F(Glossary, UsageFindsAConceptByAnyWording) {
  accounts();

  const ProgramResult by_wording = usage({"hiệp ước"});

  expect_fine(by_wording);
  EXPECT_EQ(by_wording.out, usage({"t_treaty"}).out);
  EXPECT_THAT(by_wording.out, AllOf(HasSubstr("(t_treaty)"), HasSubstr("hiệp định"), HasSubstr("1 concepts")));
}

TEST_F(Glossary, UsageShowsDeprecatedWordings) {
  const std::string vi = write("vi.txt", "Họ đi dọc sông Amur.\nCupid không có ý nghĩa gì.\nHọ đã ký hiệp ước.\n");
  const std::string en =
      write("en.txt", "They went along the Amur.\nThe Amur meant nothing.\nThey signed the treaty.\n");
  expect_fine(tungse({"align", vi, en, "--db", db(), "--segmented", "--source-lang", "vi", "--target-lang", "en",
                      "--mode", "parallel", "--quiet", "--output", in_folder("pairs.txt")}));

  const json findings = parse(usage({"--json"})).at("findings");

  ASSERT_THAT(findings, Not(IsEmpty()));
  EXPECT_EQ(findings[0].at("kind"), "deprecated");
  EXPECT_EQ(findings[0].at("wording"), "Cupid");
  EXPECT_EQ(findings[0].at("expected"), "sông Amur");
}

TEST_F(Glossary, UsageRefusesAConceptThatIsNone) {
  accounts();

  expect_refused(usage({"no such term"}), {"no such term"});
}

TEST_F(Glossary, UsageChangesNothing) {
  accounts();
  const std::string before = tungse_tests::read_bytes(db());

  expect_fine(usage());

  EXPECT_EQ(tungse_tests::read_bytes(db()), before);
}

}  // namespace
}  // namespace end_to_end

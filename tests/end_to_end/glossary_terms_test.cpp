// tungse glossary: looking, deciding, importing and exporting; other programs read what is exported.

#include <algorithm>
#include <filesystem>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class GlossaryTerms : public CommandTest {
 protected:
  std::string db() const { return in_folder("project.db"); }

  ProgramResult glossary(std::vector<std::string> words) const {
    words.insert(words.begin(), "glossary");
    words.insert(words.end(), {"--db", db()});
    return tungse(words);
  }

  // By Lan, as every decision of these tests.
  ProgramResult decide(std::vector<std::string> words) const {
    words.insert(words.end(), {"--by", "Lan"});
    return glossary(words);
  }

  std::string list() const {
    return write("terms.tsv",
                 "concept\ttype\tlanguage\twording\tstatus\n"
                 "r_amur\triver\ten\tAmur\tpreferred\n"
                 "r_amur\triver\tvi\tsông Amur\tproposed\n"
                 "r_amur\triver\tvi\tHắc Long Giang\tproposed\n"
                 "r_amur\triver\tmnc\tᠰᠠᡥᠠᠯᡳᠶᠠᠨ ᡠᠯᠠ\tpreferred\n"
                 "r_amur\triver\tmnc-Latn-x-mollend\tsahaliyan ula\tpreferred\n"
                 "t_treaty\tnotion\ten\ttreaty\tpreferred\n"
                 "t_pact\tnotion\ten\tpact\tpreferred\n");
  }

  void SetUp() override { expect_fine(decide({"import", list()})); }

  json shown(const std::string& words) const {
    const ProgramResult result = glossary({"show", words, "--json"});
    expect_fine(result);
    return json::parse(result.out);
  }

  std::string status_of(const std::string& wording) const {
    const json page = shown("r_amur");
    for (const json& term : page["terms"]) {
      if (term["wording"] == wording) return term["status"];
    }
    return "none";
  }
};

TEST_F(GlossaryTerms, AreListedWithAColumnForEachLanguage) {
  const ProgramResult result = glossary({"list"});

  expect_fine(result);
  EXPECT_THAT(result.out, HasSubstr("concept"));
  EXPECT_THAT(result.out,
              AllOf(HasSubstr("English"), HasSubstr("Vietnamese"), HasSubstr("Manchu"), HasSubstr("Möllendorff")));
  EXPECT_THAT(result.out, AllOf(HasSubstr("?sông Amur"), HasSubstr("ᠰᠠᡥᠠᠯᡳᠶᠠᠨ ᡠᠯᠠ"), HasSubstr("sahaliyan ula")));
  EXPECT_THAT(result.out, HasSubstr("3 concepts, 7 terms\n"));
}

TEST_F(GlossaryTerms, AreListedByLanguageAndStatus) {
  const ProgramResult result = glossary({"list", "--lang", "vi", "--status", "proposed", "--format", "tsv"});

  expect_fine(result);
  EXPECT_EQ(std::count(result.out.begin(), result.out.end(), '\n'), 3) << result.out;
  EXPECT_THAT(result.out, Not(HasSubstr("treaty")));
  EXPECT_EQ(json::parse(glossary({"list", "--lang", "en", "--json"}).out)["concepts"].size(), 3U);
}

TEST_F(GlossaryTerms, AreShownByIdOrByWording) {
  EXPECT_EQ(shown("sông amur"), shown("r_amur"));
  expect_refused(glossary({"show", "Volga"}), {"Volga", "glossary list"});
}

TEST_F(GlossaryTerms, ThatAreApprovedAreRememberedWithTheirReason) {
  const ProgramResult result = decide({"approve", "r_amur", "--why", "as in the treaty"});

  expect_fine(result);
  EXPECT_EQ(result.out,
            "r_amur: vi \"sông Amur\": status proposed -> preferred (as in the treaty)\n"
            "r_amur: vi \"Hắc Long Giang\": status proposed -> admitted (as in the treaty)\n");
  const json history = shown("r_amur")["history"];
  EXPECT_EQ(history.back()["by"], "Lan");
  EXPECT_EQ(history.back()["origin"], "person");
  EXPECT_EQ(history.back()["why"], "as in the treaty");
}

TEST_F(GlossaryTerms, ThatAreRejectedStayRejectedWhenTheyAreImportedAgain) {
  expect_fine(decide({"reject", "Hắc Long Giang"}));

  const ProgramResult again = decide({"import", list()});

  EXPECT_EQ(again.exit_code, 3) << again.shown();
  EXPECT_THAT(again.out, AllOf(HasSubstr("conflict  r_amur: vi \"Hắc Long Giang\""), HasSubstr("1 in conflict")));
  EXPECT_EQ(status_of("Hắc Long Giang"), "rejected");
}

TEST_F(GlossaryTerms, CanBeMadePreferredOneByOne) {
  expect_fine(decide({"approve", "Hắc Long Giang"}));
  expect_fine(decide({"approve", "sông Amur", "--preferred"}));

  EXPECT_EQ(status_of("Hắc Long Giang"), "admitted");
  EXPECT_EQ(status_of("sông Amur"), "preferred");
}

TEST_F(GlossaryTerms, CanBeAddedAndEdited) {
  expect_fine(
      decide({"add", "--term", "vi=tả ngạn", "--term", "en=left bank", "--definition", "en=As one looks downstream."}));
  expect_fine(decide({"add", "--concept", "vi:tả ngạn", "--term", "ru=левый берег", "--pos", "noun"}));
  expect_fine(decide({"edit", "left bank", "--wording", "Left Bank", "--note", "a name here"}));
  expect_fine(decide({"edit", "vi:tả ngạn", "--subject", "geography", "--relation", "part of=r_amur"}));

  const json page = shown("Left Bank");

  EXPECT_EQ(page["subject"], "geography");
  EXPECT_EQ(page["definitions"][0]["text"], "As one looks downstream.");
  EXPECT_EQ(page["terms"][1]["status"], "rejected");
  EXPECT_EQ(page["terms"][2]["part_of_speech"], "noun");
  EXPECT_EQ(page["terms"][3]["note"], "a name here");
  EXPECT_EQ(shown("r_amur")["relations"][0]["relation"], "has part");
}

TEST_F(GlossaryTerms, ThatAreThereAreNotAddedAgain) {
  expect_refused(decide({"add", "--term", "en=treaty"}), {"t_treaty", "--concept"});
  expect_refused(decide({"add", "--term", "treaty"}), {"--term takes LANG=WORDING"}, 2);
  expect_refused(decide({"edit", "r_amur", "--status", "admitted"}), {"--term LANG=WORDING"}, 2);
}

TEST_F(GlossaryTerms, OfTwoConceptsBecomeThoseOfOne) {
  expect_fine(decide({"merge", "t_pact", "t_treaty", "--why", "one thing"}));

  EXPECT_EQ(shown("t_pact")["id"], "t_treaty");
  EXPECT_EQ(shown("pact")["terms"].size(), 2U);
  EXPECT_THAT(glossary({"list"}).out, HasSubstr("2 concepts"));
}

TEST_F(GlossaryTerms, DecisionsAreGivenAsJsonToo) {
  const json changes = json::parse(decide({"approve", "sông Amur", "--json"}).out)["changes"];

  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0]["before"], "proposed");
  EXPECT_EQ(changes[0]["after"], "preferred");
}

TEST_F(GlossaryTerms, ADryRunSaysEverythingAndDoesNothing) {
  const std::string more = write("more.csv", "en,vi\namur,A-mua\nUssuri,Ô Tô Lý\n");
  const std::string before = glossary({"export", "--format", "json"}).out;

  const ProgramResult planned = glossary({"import", more, "--dry-run"});

  expect_fine(planned);
  EXPECT_THAT(planned.out,
              AllOf(HasSubstr("create    en:Ussuri: created\n"), HasSubstr("match     en:amur: is r_amur here"),
                    HasSubstr("create    r_amur: vi \"A-mua\": created (preferred)"),
                    HasSubstr("read 2 concepts, 4 terms: 1 concepts and 4 terms created")));
  EXPECT_EQ(glossary({"export", "--format", "json"}).out, before);
  EXPECT_EQ(json::parse(glossary({"import", more, "--dry-run", "--json"}).out)["done"], false);
}

TEST_F(GlossaryTerms, ADryRunIntoADatabaseThatIsNotThereYetMakesNone) {
  const std::string fresh = in_folder("fresh.db");

  const ProgramResult planned = tungse({"glossary", "import", list(), "--db", fresh, "--dry-run"});

  expect_fine(planned);
  EXPECT_THAT(planned.out, HasSubstr("3 concepts and 7 terms created"));
  EXPECT_FALSE(std::filesystem::exists(fresh));
}

TEST_F(GlossaryTerms, ComeBackFromEveryFormat) {
  expect_fine(decide({"approve", "r_amur"}));
  const std::string all = glossary({"list", "--format", "json"}).out;
  for (const std::string format : {"tsv", "csv", "tbx", "tbx3", "json"}) {
    const std::string file = in_folder("terms." + format);
    expect_fine(glossary({"export", "--format", format, "--output", file}));

    const ProgramResult imported =
        tungse({"glossary", "import", file, "--db", in_folder(format + ".db"), "--by", "Lan"});

    expect_fine(imported);
    EXPECT_EQ(tungse({"glossary", "list", "--format", "json", "--db", in_folder(format + ".db")}).out, all) << format;
  }
}

TEST_F(GlossaryTerms, OfTheBundledListAreImportedToo) {
  const ProgramResult result = decide({"import", "--bundled"});

  expect_fine(result);
  EXPECT_THAT(result.out, HasSubstr("0 in conflict"));
  EXPECT_THAT(glossary({"show", "Aigun"}).out, HasSubstr("aihūn"));
  expect_refused(decide({"import"}), {"FILE", "--bundled"}, 2);
}

TEST_F(GlossaryTerms, AsTbxAreValid) {
  expect_fine(decide({"import", "--bundled"}));
  expect_fine(decide({"edit", "t_treaty", "--external-id", "url=https://example.org/?a&b", "--definition", "vi=x"}));
  for (const auto& [format, schema] : {std::pair("tbx", "tbx_basic_v2.dtd"), std::pair("tbx3", "tbx_basic_v3.dtd")}) {
    const std::string file = in_folder(format);
    expect_fine(glossary({"export", "--format", format, "--output", file}));

    const ProgramResult checked = validated(file, schema);

    EXPECT_EQ(checked.exit_code, 0) << checked.shown().substr(0, 2000);
  }
}

TEST_F(GlossaryTerms, AsTbxAreReadByTheTranslateToolkit) {
  const auto python = [](const std::string& script, const std::string& argument) {
    return tungse_tests::run_program({.program = "/usr/bin/python3", .arguments = {"-c", script, argument}});
  };
  if (!std::filesystem::exists("/usr/bin/python3") || python("import translate.storage.tbx", "").exit_code != 0) {
    GTEST_SKIP() << "the package python3-translate is not installed; tools/install --test does that";
  }
  const std::string file = in_folder("terms.tbx");
  expect_fine(glossary({"export", "--format", "tbx", "--output", file}));

  const ProgramResult read = python(
      "import sys\n"
      "from translate.storage import tbx\n"
      "for unit in tbx.tbxfile.parsefile(sys.argv[1]).units: print(unit.getid(), unit.source, unit.target)\n",
      file);

  EXPECT_EQ(read.out, "r_amur Amur sông Amur\nt_treaty treaty None\nt_pact pact None\n") << read.shown();
}

TEST_F(GlossaryTerms, ALossIsSaid) {
  EXPECT_THAT(glossary({"export", "--format", "csv"}).err, HasSubstr("the history"));
  EXPECT_EQ(glossary({"export", "--format", "tbx"}).err, "");
}

TEST_F(GlossaryTerms, ABrokenFileChangesNothing) {
  const std::string before = glossary({"export", "--format", "json"}).out;
  const std::string broken = write("broken.tbx", "<martif><text><body><termEntry id='c'>");

  expect_refused(decide({"import", broken}), {"broken.tbx:1", "export it anew"});
  expect_refused(decide({"import", in_folder("none.tbx")}), {"none.tbx"});

  EXPECT_EQ(glossary({"export", "--format", "json"}).out, before);
}

TEST_F(GlossaryTerms, ThatAPersonDecidedSurviveAligningAnew) {
  const std::string words = write("own.tsv", "concept\ten\tvi\nt_signed\tsigned\tký\n");
  const std::vector<std::string> align{"align", english(),  vietnamese(),         "--db",
                                       db(),    "--quiet",  "--no-bundled-terms", "--terms",
                                       words,   "--output", in_folder("out.txt")};
  expect_fine(tungse(align));
  expect_fine(decide({"reject", "t_signed"}));
  expect_fine(decide({"edit", "t_signed", "--note", "a deed"}));

  expect_fine(tungse(align));

  EXPECT_EQ(shown("t_signed")["terms"][0]["status"], "rejected");
  EXPECT_EQ(shown("t_signed")["note"], "a deed");
}

TEST_F(GlossaryTerms, ThatAPersonAddedAreLookedForWhenTextsAreAligned) {
  expect_fine(decide({"add", "--term", "en=border", "--term", "vi=biên giới", "--concept", "n_ownborder"}));
  const std::string source = write("en.txt", "The border was long. It was cold.\n");
  const std::string target = write("vi.txt", "Biên giới rất dài. Trời lạnh.\n");

  expect_fine(tungse({"align", source, target, "--source-lang", "en", "--target-lang", "vi", "--db", db(), "--quiet",
                      "--no-bundled-terms", "--output", in_folder("out.txt")}));

  EXPECT_EQ(shown("n_ownborder")["terms"][0]["count"], 1);
}

}  // namespace
}  // namespace end_to_end

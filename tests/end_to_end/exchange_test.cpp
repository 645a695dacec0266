// tungse export, tungse import: what is written comes back, and other programs read it.

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

class Exchange : public CommandTest {
 protected:
  std::string db() const { return in_folder("project.db"); }

  void SetUp() override {
    expect_fine(tungse({"align", corpus("aigun/en.txt"), corpus("aigun/vi.txt"), "--db", db(), "--quiet", "--output",
                        in_folder("report.txt")}));
  }

  ProgramResult export_as(const std::string& format, const std::string& output,
                          std::vector<std::string> further = {}) const {
    std::vector<std::string> words{"export", "--db", db(), "--format", format, "--output", output};
    words.insert(words.end(), further.begin(), further.end());
    const ProgramResult result = tungse(words);
    expect_fine(result);
    return result;
  }

  // The pairs of a project as JSON, without what names the project they are in.
  static std::vector<json> pairs_of(const std::string& database) {
    const ProgramResult result = tungse({"export", "--db", database, "--format", "jsonl", "--all"});
    expect_fine(result);
    std::vector<json> pairs;
    for (std::size_t at = 0; at < result.out.size();) {
      const std::size_t end = result.out.find('\n', at);
      json pair = json::parse(result.out.substr(at, end - at));
      for (const char* name : {"id", "source_origin", "target_origin", "source_segments", "target_segments"}) {
        pair.erase(name);
      }
      pairs.push_back(std::move(pair));
      at = end + 1;
    }
    return pairs;
  }

  // The beads of a project, with or without their costs.
  static std::string ladder_of(const std::string& database, bool has_costs) {
    const ProgramResult result = tungse({"export", "--db", database, "--format", "ladder"});
    expect_fine(result);
    if (has_costs) return result.out;
    std::string groups;
    for (std::size_t at = 0; at < result.out.size();) {
      const std::size_t end = result.out.find('\n', at);
      groups += result.out.substr(at, result.out.rfind(':', end) - at) + "\n";
      at = end + 1;
    }
    return groups;
  }

  static ProgramResult python(const std::string& script, const std::string& argument) {
    return tungse_tests::run_program({.program = "/usr/bin/python3", .arguments = {"-c", script, argument}});
  }
};

TEST_F(Exchange, WhatIsExportedIsImportedAsItWas) {
  for (const std::string format : {"xliff", "xliff12", "tsv", "csv", "jsonl"}) {
    export_as(format, in_folder("pairs"));
    const std::string other = in_folder(format + ".db");

    const ProgramResult result = tungse({"import", in_folder("pairs"), "--db", other});

    expect_fine(result);
    EXPECT_EQ(result.out, "94 pairs, en-vi: alignment 1\n");
    EXPECT_EQ(pairs_of(other), pairs_of(db())) << format;
  }
}

// Numbers are as cells hold them, to sixteen digits.
TEST_F(Exchange, AWorkbookHoldsTextsScoresAndReasons) {
  const ProgramResult written = export_as("xlsx", in_folder("pairs.xlsx"));
  const ProgramResult printed = tungse({"export", "--db", db(), "--format", "xlsx", "--quiet"});

  EXPECT_THAT(written.err, HasSubstr("sixteen digits"));
  EXPECT_EQ(printed.out, tungse_tests::read_bytes(in_folder("pairs.xlsx")));
  for (const bool is_piped : {false, true}) {
    const std::string other = in_folder(is_piped ? "piped.db" : "named.db");
    const ProgramResult result =
        tungse({"import", is_piped ? "-" : in_folder("pairs.xlsx"), "--db", other}, is_piped ? printed.out : "");
    expect_fine(result);
    const std::vector<json> before = pairs_of(db());
    const std::vector<json> after = pairs_of(other);
    ASSERT_EQ(after.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      for (const char* name : {"source", "target", "source_lang", "target_lang", "status"})
        EXPECT_EQ(after[i][name], before[i][name]);
      EXPECT_EQ(after[i].value("evidence", json()), before[i].value("evidence", json()));
      EXPECT_NEAR(after[i]["confidence"].get<double>(), before[i]["confidence"].get<double>(), 1e-15);
    }
  }
}

TEST_F(Exchange, ImportingAgainAddsNothing) {
  export_as("jsonl", in_folder("pairs"));
  const std::string other = in_folder("other.db");
  expect_fine(tungse({"import", in_folder("pairs"), "--db", other}));
  const std::vector<json> before = pairs_of(other);

  const ProgramResult again = tungse({"import", in_folder("pairs"), "--db", other});

  EXPECT_EQ(again.out, "94 pairs, en-vi: alignment 1, there already\n");
  EXPECT_EQ(pairs_of(other), before);
}

TEST_F(Exchange, WhatIsImportedIsReportedAndYieldsAGlossary) {
  export_as("tmx", in_folder("memory.tmx"));
  const std::string other = in_folder("other.db");
  expect_fine(tungse({"import", in_folder("memory.tmx"), "--db", other}));

  const ProgramResult report = tungse({"report", "--db", other});
  const ProgramResult glossary = tungse({"glossary", "build", "--db", other, "--quiet"});

  EXPECT_THAT(report.out,
              AllOf(HasSubstr("imported: tmx"), HasSubstr("memory.tmx"), HasSubstr("both name Treaty of Aigun")));
  expect_fine(glossary);
  EXPECT_THAT(glossary.out, HasSubstr("Bắc Kinh"));
}

TEST_F(Exchange, LaddersComeBackWithTheirTexts) {
  for (const std::string format : {"ladder", "hunalign-ladder"}) {
    export_as(format, in_folder("a.ladder"));
    const std::string other = in_folder(format + ".db");

    expect_fine(tungse({"import", in_folder("a.ladder"), "--source-text", corpus("aigun/en.txt"), "--target-text",
                        corpus("aigun/vi.txt"), "--db", other}));

    const bool has_costs = format == "ladder";
    EXPECT_EQ(ladder_of(other, has_costs), ladder_of(db(), has_costs)) << format;
  }
}

TEST_F(Exchange, GoldListsBecomeLinksWithGrades) {
  const ProgramResult result =
      tungse({"import", corpus("three-treaties/gold/vi-en.links"), "--source-text", corpus("three-treaties/vi.txt"),
              "--target-text", corpus("aigun/en.txt"), "--db", in_folder("gold.db")});

  expect_fine(result);
  const std::vector<json> pairs = pairs_of(in_folder("gold.db"));
  EXPECT_EQ(pairs.front()["grade"], "same");
  const ProgramResult same = tungse({"export", "--db", in_folder("gold.db"), "--format", "tsv", "--grade", "related"});
  EXPECT_THAT(same.out, Not(HasSubstr("\tsame\t")));
}

TEST_F(Exchange, AMosesPairIsTwoFiles) {
  const ProgramResult result = export_as("moses", in_folder("corpus"));

  EXPECT_THAT(result.err, AllOf(HasSubstr("no place for confidence"), HasSubstr("without a counterpart are left out")));
  expect_fine(tungse({"import", in_folder("corpus"), "--format", "moses", "--source-lang", "en", "--target-lang", "vi",
                      "--db", in_folder("other.db")}));
  EXPECT_EQ(pairs_of(in_folder("other.db")).size(), 87U);
  expect_refused(tungse({"export", "--db", db(), "--format", "moses"}), {"BASE"}, 2);
}

TEST_F(Exchange, ChoosesByConfidenceAndAcceptance) {
  const ProgramResult sure = export_as("jsonl", in_folder("sure"), {"--min-confidence", ".9"});

  EXPECT_THAT(sure.err, HasSubstr("not chosen"));
  EXPECT_THAT(export_as("jsonl", in_folder("none"), {"--accepted"}).err, HasSubstr("0 pairs written, 94 not chosen"));
  EXPECT_EQ(tungse_tests::read_bytes(in_folder("none")), "");
}

TEST_F(Exchange, AcceptancesComeAlongOnce) {
  const std::string file = write(
      "accepted.jsonl",
      "{\"source\": \"Sông.\", \"target\": \"River.\", \"source_lang\": \"vi\", \"target_lang\": \"en\", "
      "\"status\": \"accepted\", \"decided_by\": \"Lan\", \"decided_at\": \"2026-03-01T09:30:00Z\", \"note\": \"!\"}\n"
      "{\"source\": \"Núi.\", \"target\": \"Hill.\", \"status\": \"accepted\", \"decided_at\": "
      "\"2026-02-31T09:30:00Z\"}\n");
  const std::string other = in_folder("other.db");

  const ProgramResult first = tungse({"import", file, "--db", other});
  const ProgramResult second = tungse({"import", file, "--db", other});

  EXPECT_THAT(first.out, HasSubstr("1 accepted by a person"));
  EXPECT_THAT(first.err, HasSubstr("1 pairs are accepted by nobody who is named"));
  EXPECT_THAT(second.out, Not(HasSubstr("accepted")));
  EXPECT_EQ(pairs_of(other)[0]["decided_by"], "Lan");
  EXPECT_EQ(pairs_of(other)[1]["status"], "proposed");
  const ProgramResult accepted = tungse({"export", "--db", other, "--format", "tmx", "--accepted"});
  EXPECT_THAT(accepted.out, AllOf(HasSubstr("Sông."), Not(HasSubstr("Núi."))));
}

TEST_F(Exchange, AFileThatIsBrokenLeavesNoTrace) {
  export_as("tmx", in_folder("memory.tmx"));
  const std::string whole = tungse_tests::read_bytes(in_folder("memory.tmx"));
  const std::string broken = write("broken.tmx", whole.substr(0, whole.size() / 2));
  const std::size_t before = pairs_of(db()).size();

  expect_refused(tungse({"import", broken, "--db", db()}), {"broken.tmx:", "export it anew"});

  EXPECT_EQ(pairs_of(db()).size(), before);
  expect_refused(tungse({"import", in_folder("none.tmx"), "--db", db()}), {"none.tmx"});
  expect_refused(tungse({"import", broken, "--db", in_folder("new.db")}), {"broken.tmx:"});
  EXPECT_FALSE(std::filesystem::exists(in_folder("new.db")));
}

TEST_F(Exchange, AsXmlItIsValid) {
  for (const auto& [format, schema] :
       {std::pair("tmx", "tmx14.dtd"), std::pair("xliff", "xliff21.dtd"), std::pair("xliff12", "xliff12.dtd")}) {
    const std::string file = in_folder(format);
    export_as(format, file);

    const ProgramResult checked = validated(file, schema);

    EXPECT_EQ(checked.exit_code, 0) << checked.shown().substr(0, 2000);
  }
}

TEST_F(Exchange, IsReadByTheTranslateToolkit) {
  if (!std::filesystem::exists("/usr/bin/python3") || python("import translate.storage.tmx", "").exit_code != 0) {
    GTEST_SKIP() << "the package python3-translate is not installed; tools/install --test does that";
  }
  const std::string hostile = write("hostile.tsv", "Sông <b> & \"x\", 1\tRiver 𝔘 </seg>\nHai\tTwo\n");
  const std::string other = in_folder("other.db");
  expect_fine(tungse({"import", hostile, "--db", other, "--source-lang", "vi", "--target-lang", "en"}));
  const std::string expected = "Sông <b> & \"x\", 1|River 𝔘 </seg>\nHai|Two\n";
  const auto read_with = [&](const std::string& format, const std::string& imports, const std::string& reader) {
    const std::string file = in_folder("written." + format);
    expect_fine(tungse({"export", "--db", other, "--format", format, "--output", file}));
    return python("import sys\nfrom translate.storage import " + imports + "\nfor unit in " + reader +
                      ".units:\n  if not unit.isheader(): print(unit.source, unit.target, sep='|')\n",
                  file);
  };

  const ProgramResult tmx = read_with("tmx", "tmx", "tmx.tmxfile.parsefile(sys.argv[1])");
  const ProgramResult xliff = read_with("xliff12", "xliff", "xliff.xlifffile.parsefile(sys.argv[1])");
  const ProgramResult csv = read_with("csv", "csvl10n", "csvl10n.csvfile.parsefile(sys.argv[1])");

  EXPECT_EQ(tmx.out, expected) << tmx.shown();
  EXPECT_EQ(xliff.out, expected) << xliff.shown();
  EXPECT_EQ(csv.out, expected) << csv.shown();
}

TEST_F(Exchange, UsageIsExplained) {
  expect_refused(tungse({"export", "--db", db(), "--format", "tmx", "--alignment", "7"}), {"alignment 7", "--list"});
  expect_refused(tungse({"export", "--db", db(), "--format", "docx"}), {"docx"}, 2);
  expect_refused(tungse({"import", in_folder("x"), "--db", db(), "--format", "ladder"}), {"--source-text"}, 2);
  expect_refused(tungse({"import", write("a.tsv", "a\tb\n"), "--db", db()}), {"a.tsv:1", "--source-lang"});
}

}  // namespace
}  // namespace end_to_end

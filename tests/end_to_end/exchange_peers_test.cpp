// Programs of others read what tungse writes, and tungse what they write: tmexchange and xliff of npm, OmegaT,
// openpyxl. Each test is skipped, with a message, where its program cannot be had.

#include <filesystem>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// Texts that break what is careless, right to left and wide ones among them.
const std::vector<std::pair<std::string, std::string>>& texts() {
  static const std::vector<std::pair<std::string, std::string>> pairs{
      {"Sông <b> & \"x\", 1", "River 𝔘 </seg>"}, {"Hai", "Two"}, {"=1+1", "+2"}, {"سلام", "黑龍江 😀"}};
  return pairs;
}

std::string as_lines(const std::string& separator) {
  std::string lines;
  for (const auto& [source, target] : texts()) lines += source + separator + target + "\n";
  return lines;
}

class Peers : public CommandTest {
 protected:
  std::string db() const { return in_folder("project.db"); }

  void SetUp() override {
    expect_fine(tungse({"import", write("pairs.tsv", as_lines("\t")), "--db", db(), "--source-lang", "vi",
                        "--target-lang", "en", "--quiet"}));
  }

  std::string exported(const std::string& format, const std::string& name) const {
    const std::string file = in_folder(name);
    expect_fine(tungse({"export", "--db", db(), "--format", format, "--output", file, "--quiet"}));
    return file;
  }

  static ProgramResult run(const std::string& program, const std::vector<std::string>& words,
                           const std::string& home = "/tmp") {
    ProgramRun one{.program = program, .arguments = words};
    one.environment = {{"HOME", home}};
    return tungse_tests::run_program(one);
  }
};

class NpmPeers : public Peers, public testing::WithParamInterface<const char*> {
 protected:
  static bool can_be_had() { return fs::exists("/usr/bin/node") && fs::exists(std::string(TUNGSE_PEERS) + "/fetched"); }
  static std::string source_folder() { return std::string(TUNGSE_SOURCE_DIR) + "/tests/end_to_end/peers/"; }

  static ProgramResult peer(const std::string& what, const std::string& file) {
    return run("/usr/bin/node", {source_folder() + "pairs.mjs", TUNGSE_PEERS, what, file, "vi", "en"});
  }
};

TEST_P(NpmPeers, ReadWhatWeWrite) {
  if (!can_be_had())
    GTEST_SKIP() << "node or the packages tmexchange and xliff of npm are not there; tests/end_to_end/peers/fetch, "
                    "which ctest runs before, says why";
  const std::string format = GetParam();

  const ProgramResult result = peer("read-" + format, exported(format, "written"));

  EXPECT_EQ(result.out, as_lines("|")) << result.shown();
}

TEST_P(NpmPeers, WriteWhatWeRead) {
  if (!can_be_had())
    GTEST_SKIP() << "node or the packages tmexchange and xliff of npm are not there; tests/end_to_end/peers/fetch, "
                    "which ctest runs before, says why";
  const std::string format = GetParam();
  const ProgramResult theirs = peer("write-" + format, write("pairs.json", json(texts()).dump()));

  expect_fine(tungse({"import", write("theirs", theirs.out), "--db", in_folder("theirs.db"), "--quiet"}));

  const ProgramResult ours =
      tungse({"export", "--db", in_folder("theirs.db"), "--format", "moses", "--output", in_folder("lines")});
  expect_fine(ours);
  std::string sources;
  std::string targets;
  for (const auto& [source, target] : texts()) {
    sources += source + "\n";
    targets += target + "\n";
  }
  EXPECT_EQ(tungse_tests::read_bytes(in_folder("lines.vi")), sources);
  EXPECT_EQ(tungse_tests::read_bytes(in_folder("lines.en")), targets);
}

INSTANTIATE_TEST_SUITE_P(Formats, NpmPeers, testing::Values("tmx", "xliff", "xliff12"),
                         [](const auto& format) { return std::string(format.param); });

class OmegaT : public Peers {
 protected:
  static constexpr const char* program = "/usr/bin/omegat";

  // A project with a text to translate; OmegaT takes translations from tm/auto.
  std::string project() const {
    for (const char* folder : {"source", "target", "tm/auto", "glossary", "dictionary", "omegat"}) {
      fs::create_directories(folder_.path() / "omegat-project" / folder);
    }
    std::string settings =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<omegat><project version=\"1.0\">";
    for (const char* folder :
         {"source_dir", "target_dir", "tm_dir", "glossary_dir", "glossary_file", "dictionary_dir"}) {
      settings += "<" + std::string(folder) + ">__DEFAULT__</" + folder + ">";
    }
    write("omegat-project/omegat.project", settings +
                                               "<source_lang>VI</source_lang><target_lang>EN</target_lang>"
                                               "<sentence_seg>true</sentence_seg></project></omegat>\n");
    write("omegat-project/source/text.txt", "Hai\n");
    return in_folder("omegat-project");
  }

  ProgramResult translate(const std::string& folder) const {
    return run(program, {"--mode=console-translate", "--config-dir=" + in_folder("settings"), folder},
               folder_.path().string());
  }
};

TEST_F(OmegaT, ReadsOurTmx) {
  if (!fs::exists(program)) GTEST_SKIP() << "the package omegat is not installed; tools/install --test does that";
  const std::string folder = project();
  exported("tmx", "omegat-project/tm/auto/memory.tmx");

  const ProgramResult result = translate(folder);

  // It ends with 0 in any case; only its words say that a memory was not read.
  EXPECT_THAT(result.out + result.err, AllOf(Not(HasSubstr("TF_TM_LOAD_ERROR")), HasSubstr("Finished")))
      << result.shown();
  EXPECT_EQ(tungse_tests::read_bytes(folder + "/target/text.txt"), "Two\n");
}

// That the words are the ones to look for.
TEST_F(OmegaT, SaysWhereATmxIsBroken) {
  if (!fs::exists(program)) GTEST_SKIP() << "the package omegat is not installed; tools/install --test does that";
  const std::string folder = project();
  const std::string whole = tungse_tests::read_bytes(exported("tmx", "memory.tmx"));
  write("omegat-project/tm/auto/memory.tmx", whole.substr(0, whole.size() / 2));

  const ProgramResult result = translate(folder);

  EXPECT_THAT(result.out + result.err, HasSubstr("TF_TM_LOAD_ERROR")) << result.shown();
}

class Openpyxl : public Peers {
 protected:
  static bool can_be_had() {
    return fs::exists("/usr/bin/python3") && run("/usr/bin/python3", {"-c", "import openpyxl"}).exit_code == 0;
  }
};

TEST_F(Openpyxl, ReadsOurWorkbooksAsTextsAndNumbers) {
  if (!can_be_had()) GTEST_SKIP() << "the package python3-openpyxl is not installed; tools/install --test does that";

  const ProgramResult result =
      run("/usr/bin/python3", {"-c",
                               "import openpyxl, sys\n"
                               "sheet = openpyxl.load_workbook(sys.argv[1]).active\n"
                               "rows = list(sheet.iter_rows())\n"
                               "column = [cell.value for cell in rows[0]].index('confidence')\n"
                               "for row in rows[1:]:\n"
                               "  print(row[0].value, row[1].value, sep='|')\n"
                               "  assert row[0].data_type == 's' and row[column].data_type == 'n'\n",
                               exported("xlsx", "pairs.xlsx")});

  EXPECT_EQ(result.out, as_lines("|")) << result.shown();
}

TEST_F(Openpyxl, WritesWorkbooksThatWeRead) {
  if (!can_be_had()) GTEST_SKIP() << "the package python3-openpyxl is not installed; tools/install --test does that";
  const std::string theirs = in_folder("theirs.xlsx");
  const ProgramResult written =
      run("/usr/bin/python3",
          {"-c",
           "import json, openpyxl, sys\n"
           "book = openpyxl.Workbook()\n"
           "book.active.append(['Source', 'Target', 'Source_Lang', 'Target_Lang', 'confidence', 'grade'])\n"
           "for source, target in json.load(open(sys.argv[1])):\n"
           "  book.active.append([source, target, 'vi', 'en', 0.5, 'mostly'])\n"
           "  book.active.cell(book.active.max_row, 1).data_type = 's'\n"
           "book.save(sys.argv[2])\n",
           write("pairs.json", json(texts()).dump()), theirs});
  expect_fine(written);

  expect_fine(tungse({"import", theirs, "--db", in_folder("theirs.db"), "--quiet"}));

  const ProgramResult ours = tungse({"export", "--db", in_folder("theirs.db"), "--json", "--quiet"});
  std::size_t at = 0;
  for (const auto& [source, target] : texts()) {
    const std::size_t end = ours.out.find('\n', at);
    ASSERT_NE(end, std::string::npos) << ours.shown();
    const json pair = json::parse(ours.out.substr(at, end - at));
    EXPECT_EQ(pair["source"], source);
    EXPECT_EQ(pair["target"], target);
    EXPECT_EQ(pair["grade"], "mostly");
    EXPECT_EQ(pair["confidence"], 0.5);
    at = end + 1;
  }
}

}  // namespace
}  // namespace end_to_end

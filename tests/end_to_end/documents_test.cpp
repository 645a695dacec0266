// Documents that are no plain text, given to the command. What needs pandoc or pdftotext is skipped where they are not
// installed.

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class Documents : public CommandTest {
 protected:
  static bool has(const std::string& program) {
    std::istringstream path(std::getenv("PATH"));
    for (std::string folder; std::getline(path, folder, ':');) {
      if (std::filesystem::exists(folder + "/" + program)) return true;
    }
    return false;
  }

  // One of the bundled accounts as another form; pandoc makes it.
  std::string made(const std::string& account, const std::string& name) const {
    const std::string file = in_folder(name);
    const ProgramResult result =
        tungse_tests::run_program({.program = "/usr/bin/pandoc",
                                   .arguments = {"--from", "markdown-smart", "--standalone", "--metadata",
                                                 "title= ", corpus(account), "--output", file}});
    EXPECT_EQ(result.exit_code, 0) << result.shown();
    return file;
  }

  // The beads without their costs.
  static std::string beads_of(const std::string& source, const std::string& target) {
    const ProgramResult result = tungse({"align", source, target, "--format", "ladder", "--quiet"});
    expect_fine(result);
    std::string beads;
    std::istringstream lines(result.out);
    for (std::string line; std::getline(lines, line);) beads += line.substr(0, line.rfind(':')) + "\n";
    return beads;
  }

  const std::string srt_ =
      "1\n00:00:01,000 --> 00:00:03,000\nOn May 28, 1858 the treaty\n\n2\n00:00:03,500 --> 00:00:05,000\nwas signed in "
      "Aigun.\n\n3\n00:01:05,000 --> 00:01:06,000\nThe commissioners left the town on the next day.\n";
  const std::string vtt_ =
      "WEBVTT\n\n00:01.000 --> 00:03.000\nNgày 28 tháng 5 năm 1858, hiệp ước\n\n00:03.500 --> 00:05.000\nđược ký tại "
      "Ái "
      "Hồn.\n\n01:05.000 --> 01:06.000\nHôm sau các ủy viên rời thị trấn.\n";
  const std::string po_ =
      "# Vietnamese\nmsgid \"\"\nmsgstr \"\"\n\"Language: vi\\n\"\n\"Last-Translator: Lan <lan@example.org>\\n\"\n"
      "\"PO-Revision-Date: 2026-03-01 16:30+0700\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
      "msgctxt \"menu\"\nmsgid \"Open the file.\"\nmsgstr \"Mở tập tin.\"\n\n#, fuzzy\nmsgid \"Close\"\nmsgstr "
      "\"Lưu\"\n\n"
      "msgid \"%d river\"\nmsgid_plural \"%d rivers\"\nmsgstr[0] \"%d con sông\"\n\nmsgid \"Save\"\nmsgstr \"\"\n";
};

TEST_F(Documents, OfOfficeFormsAlignAsTheirPlainTextsDo) {
  if (!has("pandoc")) GTEST_SKIP() << "pandoc is not installed";
  const std::string plain = beads_of(corpus("aigun/en.txt"), corpus("aigun/vi.txt"));

  for (const char* form : {"docx", "odt", "html"}) {
    EXPECT_EQ(
        beads_of(made("aigun/en.txt", std::string("en.") + form), made("aigun/vi.txt", std::string("vi.") + form)),
        plain)
        << form;
  }
}

TEST_F(Documents, AreReadFromStandardInput) {
  if (!has("pandoc")) GTEST_SKIP() << "pandoc is not installed";
  const std::string bytes = tungse_tests::read_bytes(made("aigun/en.txt", "en.docx"));

  const ProgramResult result = tungse({"segment", "-"}, bytes);

  expect_fine(result);
  EXPECT_THAT(result.err, HasSubstr("standard input: read as DOCX"));
  const ProgramResult plain = tungse({"segment", corpus("aigun/en.txt")});
  EXPECT_EQ(result.out, plain.out);
}

TEST_F(Documents, HaveTheirPlacesInReportsAndKeepThemInAProject) {
  const std::string source = write("en.srt", srt_);
  const std::string target = write("vi.vtt", vtt_);

  const ProgramResult result =
      tungse({"align", source, target, "--db", in_folder("p.db"), "--format", "json", "--quiet"});

  expect_fine(result);
  const json report = json::parse(result.out);
  EXPECT_EQ(report["source"]["segments"][1]["place"], "cue 3 at 00:01:05");
  EXPECT_EQ(report["target"]["segments"][0]["place"], "cue 1 at 00:00:01");
  const ProgramResult again = tungse({"report", "--db", in_folder("p.db"), "--format", "json"});
  expect_fine(again);
  EXPECT_EQ(json::parse(again.out)["source"]["segments"], report["source"]["segments"]);
  const ProgramResult shown = tungse({"report", "--db", in_folder("p.db")});
  EXPECT_THAT(shown.out, HasSubstr("cue 1 at 00:00:01 : cue 1 at 00:00:01"));
}

TEST_F(Documents, HaveTheirPlacesInFindings) {
  std::string other = vtt_;
  other.replace(other.find("1858"), 4, "1860");

  const ProgramResult result =
      tungse({"check", write("en.srt", srt_), write("vi.vtt", other), "--mode", "parallel", "--quiet"});

  EXPECT_EQ(result.exit_code, 3) << result.shown();
  EXPECT_THAT(result.out, HasSubstr("cue 1 at 00:00:01"));
}

TEST_F(Documents, AreSegmentedAndSearchedForAnchors) {
  const std::string film = write("en.srt", srt_);

  const ProgramResult segments = tungse({"segment", film, "--json", "--quiet"});
  const ProgramResult anchors = tungse({"anchors", film, "--kind", "date", "--quiet"});

  expect_fine(segments);
  EXPECT_EQ(json::parse(segments.out)["segments"][0]["place"], "cue 1 at 00:00:01");
  expect_fine(anchors);
  EXPECT_THAT(anchors.out, HasSubstr("28 May 1858"));
}

TEST_F(Documents, AreWhatFromSays) {
  const std::string film = write("film.txt", "1\n00:00:01,000 --> 00:00:03,000\nThe treaty was signed.\n");

  EXPECT_THAT(tungse({"segment", film, "--lang", "en", "--quiet"}).out, HasSubstr("-->"));
  EXPECT_EQ(tungse({"segment", film, "--lang", "en", "--quiet", "--from", "srt"}).out, "The treaty was signed.\n");
  expect_refused(tungse({"segment", film, "--from", "doc"}), {"--from"}, 2);
  EXPECT_THAT(tungse({"align", film, write("vi.txt", small_vietnamese()), "--source-from", "srt", "--target-from",
                      "text", "--format", "json", "--quiet"})
                  .out,
              HasSubstr("cue 1 at 00:00:01"));
}

TEST_F(Documents, OfABatchFailAlone) {
  const std::string good = write("en.srt", srt_);
  const std::string bad = write("bad.srt", "1\n00:00:xx --> 00:00:03,000\nWords.\n");
  const std::string target = write("vi.vtt", vtt_);
  const std::string pairs = write("pairs.tsv", bad + "\t" + target + "\t" + in_folder("a") + "\n" + good + "\t" +
                                                   target + "\t" + in_folder("b") + "\n");

  const ProgramResult result = tungse({"align", "--batch", pairs, "--quiet"});

  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.out, HasSubstr("bad.srt:2: "));
  EXPECT_THAT(result.out, HasSubstr(in_folder("b") + "\tok"));
}

TEST_F(Documents, OfAFolderAreMined) {
  std::filesystem::create_directories(in_folder("en"));
  std::filesystem::create_directories(in_folder("vi"));
  write("en/film.srt", srt_);
  write("en/broken.docx", "PK\x03\x04 and nothing more");
  write("vi/film.vtt", vtt_);

  const ProgramResult result =
      tungse({"mine", "--source-dir", in_folder("en"), "--target-dir", in_folder("vi"), "--json", "--quiet"});

  expect_fine(result);
  EXPECT_THAT(result.out, HasSubstr("film.srt"));
  EXPECT_THAT(result.out, HasSubstr("cut off"));
}

TEST_F(Documents, ThatAreCataloguesAreTextsAndPairs) {
  const std::string catalogue = write("vi.po", po_);

  const ProgramResult text = tungse({"segment", catalogue});
  const ProgramResult pairs = tungse({"import", catalogue, "--db", in_folder("p.db"), "--json"});
  const ProgramResult again = tungse({"import", catalogue, "--db", in_folder("p.db"), "--json", "--quiet"});

  expect_fine(text);
  EXPECT_EQ(text.out, "Mở tập tin.\n%d con sông\n");
  EXPECT_THAT(text.err, HasSubstr("fuzzy translations, left out: 1"));
  expect_fine(pairs);
  const json done = json::parse(pairs.out);
  EXPECT_EQ(done["pairs"], 3);
  EXPECT_EQ(done["accepted"], 2);
  EXPECT_EQ(done["source_lang"], "en");
  EXPECT_THAT(pairs.err, HasSubstr("1 messages without a translation"));
  EXPECT_THAT(pairs.err, HasSubstr("taken for English"));
  EXPECT_EQ(json::parse(again.out)["new"], 0);
  const ProgramResult exported = tungse({"export", "--db", in_folder("p.db"), "--format", "jsonl", "--quiet"});
  EXPECT_THAT(exported.out, HasSubstr("%d rivers"));
  EXPECT_THAT(exported.out, HasSubstr("2026-03-01T09:30:00Z"));
  EXPECT_THAT(exported.out, HasSubstr("context: menu"));
}

TEST_F(Documents, ThatAreCataloguesOfAnotherCharsetAreImported) {
  const std::string catalogue =
      write("ru.po",
            "msgid \"\"\nmsgstr \"Language: ru\\nContent-Type: text/plain; charset=KOI8-R\\n\"\nmsgid \"Amur\"\n"
            "msgstr \"\xE1\xCD\xD5\xD2\"\n");

  expect_fine(tungse({"import", catalogue, "--db", in_folder("p.db")}));

  EXPECT_THAT(tungse({"export", "--db", in_folder("p.db"), "--format", "tsv"}).out, HasSubstr("Амур"));
}

TEST_F(Documents, ThatAreBrokenCataloguesLeaveNoProject) {
  const std::string catalogue = write("vi.po", po_ + "\nmsgid \"a\nmsgstr \"b\"\n");

  expect_refused(tungse({"import", catalogue, "--db", in_folder("p.db")}), {"vi.po:24: ", "quotation"});

  EXPECT_FALSE(std::filesystem::exists(in_folder("p.db")));
}

struct Hostile {
  const char* name;
  std::string bytes;
  std::vector<std::string> words;
};

TEST_F(Documents, ThatAreHostileAreRefusedInWords) {
  const std::string long_line(20'000'000, 'a');
  for (const Hostile& one : std::vector<Hostile>{
           {"a.docx",
            std::string("\x7F"
                        "ELF\x02\x01\0\0",
                        8),
            {"a.docx", "--from"}},
           {"b.epub", "PK\x03\x04 cut off", {"b.epub", "copy it again"}},
           {"c.srt", "1\n00:00:01,000 --> never\nWords.\n", {"c.srt:2: ", "write"}},
           {"d.vtt", "WEBVTT\n\nwords\n", {"d.vtt:3: ", "time"}},
           {"e.po", "msgid \"a\"\nmsgstr \"b\n", {"e.po:2: ", "quotation"}},
           {"f.po", "msgid \"\"\nmsgstr \"charset=UTF-8\"\nmsgid \"a\"\nmsgstr \"\xC3\x28\"\n", {"f.po:4: ", "UTF-8"}},
           {"g.srt", long_line, {"g.srt:1: ", "time"}},
           {"h.po", "msgid \"" + long_line, {"h.po:1: ", "quotation"}},
           {"i.srt", "1\n00:00:01,000 --> 00:00:02,000\n<i></i>\n", {"i.srt", "no text"}}}) {
    expect_refused(tungse({"segment", write(one.name, one.bytes)}), one.words);
  }
}

TEST_F(Documents, ThatNeedAProgramNameItWhereItIsMissing) {
  std::filesystem::create_directory(in_folder("empty"));
  auto run = run_of({"segment", write("a.html", "<html><p>Words.")});
  run.environment["PATH"] = in_folder("empty");

  expect_refused(tungse_tests::run_program(run), {"a.html", "apt-get install pandoc"});
}

// A program of pandoc's name that never ends; it is ended with us.
TEST_F(Documents, ThatAreBeingReadCanBeInterrupted) {
  std::filesystem::create_directory(in_folder("bin"));
  const std::string stand_in = write("bin/pandoc", "#!/bin/sh\nsleep 1000\n");
  std::filesystem::permissions(stand_in, std::filesystem::perms::owner_all);
  auto run = run_of({"segment", write("a.html", "<html><p>Words.")});
  run.environment["PATH"] = in_folder("bin") + ":/usr/bin:/bin";
  run.interrupt_after = std::chrono::seconds(2);
  run.time_limit = std::chrono::seconds(60);

  const ProgramResult result = tungse_tests::run_program(run);

  EXPECT_EQ(result.exit_code, 130) << result.shown();
  EXPECT_THAT(result.err, HasSubstr("interrupted"));
}

}  // namespace
}  // namespace end_to_end

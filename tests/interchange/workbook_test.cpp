// Workbooks (.xlsx) as pairs: what they hold, what other programs write, and what somebody makes who means harm.

#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zip.h>

#include "aligner/error.h"
#include "aligner/interchange/pair_reader.h"
#include "aligner/interchange/pair_writer.h"
#include "aligner/interchange/sheet_writer.h"
#include "aligner/interchange/termbase_files.h"

#include "tests/support/case_file.h"
#include "tests/support/temporary_directory.h"

namespace aligner::interchange {
namespace {

using testing::AllOf;
using testing::AnyOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

const text::LanguageTag vi = text::LanguageTag::parse("vi");
const text::LanguageTag en = text::LanguageTag::parse("en");

using Entries = std::map<std::string, std::string>;

std::string zipped(const Entries& entries) {
  const tungse_tests::TemporaryDirectory folder;
  const std::string path = (folder.path() / "archive.zip").string();
  int failed = 0;
  zip_t* zip = zip_open(path.c_str(), ZIP_CREATE, &failed);
  for (const auto& [name, bytes] : entries) {
    zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), ZIP_FL_ENC_UTF_8);
  }
  zip_close(zip);
  return tungse_tests::read_bytes(path);
}

// The parts of a workbook of one sheet, as spreadsheets write them.
Entries parts_of(const std::string& rows, const std::string& strings = "") {
  const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return {{"_rels/.rels", "<Relationships><Relationship Id=\"rId1\" Type=\"" + office +
                              "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
          {"xl/workbook.xml", "<workbook xmlns:r=\"" + office +
                                  "\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
          {"xl/_rels/workbook.xml.rels",
           "<Relationships><Relationship Id=\"rId1\" Type=\"" + office +
               "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + office +
               "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>"},
          {"xl/sharedStrings.xml", "<sst>" + strings + "</sst>"},
          {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
}

std::string workbook(const std::string& rows, const std::string& strings = "") {
  return zipped(parts_of(rows, strings));
}

// A row of texts: "<row><c t="inlineStr"><is><t>...".
std::string row_of(const std::vector<std::string>& texts) {
  std::string row = "<row>";
  for (const std::string& text : texts) row += "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  return row + "</row>";
}

const std::string head = row_of({"source", "target"});

struct Read {
  std::vector<ExchangedPair> pairs;
  std::vector<std::string> notes;
};

Read read(const std::string& bytes, const ReadPairsOptions& options = {.source_language = vi, .target_language = en}) {
  std::istringstream in(bytes);
  Read all;
  all.notes =
      read_pairs(in, "my.xlsx", options, [&](ExchangedPair pair) { all.pairs.push_back(std::move(pair)); }).notes;
  return all;
}

std::string refusal_of(const std::string& bytes,
                       const ReadPairsOptions& options = {.source_language = vi, .target_language = en}) {
  try {
    read(bytes, options);
    return "read";
  } catch (const Error& error) {
    return error.what();
  }
}

std::string refusal_of_terms(const std::string& bytes) {
  try {
    parse_termbase(bytes, "my.xlsx");
    return "read";
  } catch (const Error& error) {
    return error.what();
  }
}

std::string written(const std::vector<ExchangedPair>& pairs) {
  std::string bytes;
  const auto writer =
      make_pair_writer(PairFormat::xlsx, {}, {.out = [&](std::string_view more) { bytes += more; }, .target = {}});
  for (const ExchangedPair& pair : pairs) writer->write(pair);
  writer->finish();
  return bytes;
}

ExchangedPair pair_of(std::string source, std::string target) {
  return {.source_language = vi, .target_language = en, .source = std::move(source), .target = std::move(target)};
}

using Texts = std::pair<std::string, std::string>;

std::vector<Texts> texts_of(const Read& all) {
  std::vector<Texts> texts;
  for (const ExchangedPair& pair : all.pairs) texts.emplace_back(pair.source, pair.target);
  return texts;
}

TEST(Workbook, IsTheSameBytesAtAnyTime) {
  EXPECT_EQ(written({pair_of("Sông.", "River.")}), written({pair_of("Sông.", "River.")}));
}

TEST(Workbook, LeavesNoDraftBehind) {
  const tungse_tests::TemporaryDirectory folder;
  setenv("TMPDIR", folder.path().c_str(), 1);

  written({pair_of("Sông.", "River.")});
  try {
    written({pair_of(std::string(40'000, 'x'), "River.")});
  } catch (const Error&) {
  }

  unsetenv("TMPDIR");
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Workbook, HoldsTextsThatLookLikeFormulasNumbersAndCodes) {
  std::vector<ExchangedPair> pairs;
  for (const char* text :
       {"=1+1", "+1", "-1", "@SUM(A1)", "1858", "TRUE", "#REF!", "_x0041_", "_x005F_x0041_", "_xZZZZ_", " a ", "\t",
        "\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85", "\xE2\x80\x8F\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D", "\xF0\x9F\x98\x80",
        "\xE9\xBB\x91\xE9\xBE\x8D\xE6\xB1\x9F"}) {
    pairs.push_back(pair_of(std::string("x") + text, std::string(text) + "x"));
  }

  EXPECT_EQ(read(written(pairs)).pairs, pairs);
}

TEST(Workbook, RefusesATextThatIsLongerThanACell) {
  const std::string longest(32'767, 'y');
  std::string wide;  // two code units each
  for (int i = 0; i < 16'384; ++i) wide += "\xF0\x9F\x98\x80";

  EXPECT_THAT(read(written({pair_of(longest, "short")})).pairs, ElementsAre(pair_of(longest, "short")));
  for (const std::string& text : {longest + "y", wide}) {
    try {
      written({pair_of("a", "b"), pair_of(text, "c")});
      ADD_FAILURE() << "was written";
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), AllOf(StartsWith("row 3: a text of 32768 characters"), HasSubstr("write TSV")));
    }
  }
}

TEST(Workbook, HoldsTheStrongestReasonsThatFit) {
  ExchangedPair pair = pair_of("a", "b");
  for (int i = 0; i < 100; ++i) {
    pair.evidence.push_back({.kind = score::EvidenceKind::term, .weight = 100.0 - i, .reason = std::string(1000, 'r')});
  }
  std::string bytes;
  const auto writer =
      make_pair_writer(PairFormat::xlsx, {}, {.out = [&](std::string_view more) { bytes += more; }, .target = {}});
  writer->write(pair);
  writer->finish();

  const Read again = read(bytes);

  EXPECT_THAT(writer->losses(), ElementsAre(HasSubstr("more reasons than a cell holds")));
  ASSERT_THAT(again.pairs, SizeIs(1));
  EXPECT_GE(again.pairs[0].evidence.size(), 20U);
  EXPECT_EQ(again.pairs[0].evidence[0].weight, 100.0);
}

TEST(Workbook, RefusesMoreRowsThanASheetHas) {
  SheetWriter sheet({"n"});
  const std::vector<SheetCell> row{{.text = "", .number = 1}};
  for (std::size_t i = 1; i < most_sheet_rows; ++i) sheet.write(row);

  try {
    sheet.write(row);
    ADD_FAILURE() << "was written";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), AllOf(HasSubstr("1,048,576 rows"), HasSubstr("write fewer at a time")));
  }
}

TEST(ForeignWorkbook, HasSharedTextsRunsAndCellsThatAreSkipped) {
  const std::string strings =
      "<si><t>source</t></si><si><t xml:space=\"preserve\">S\xC3\xB4ng "
      "</t></si><si><r><t>Ri</t></r><r><rPr><b/></rPr><t>ver</t></r>"
      "<rPh sb=\"0\" eb=\"1\"><t>kana</t></rPh></si>";

  const Read all = read(workbook(
      "<row r=\"1\"><c r=\"B1\" t=\"s\"><v>0</v></c><c r=\"D1\" t=\"inlineStr\"><is><t>target</t></is></c></row>"
      "<row r=\"5\"><c r=\"B5\" t=\"s\"><v>1</v></c><c r=\"D5\" t=\"s\"><v>2</v></c></row>"
      "<row r=\"6\"/><row r=\"7\"><c r=\"B7\"><v>1858</v></c><c r=\"D7\" t=\"b\"><v>1</v></c></row>",
      strings));

  ASSERT_THAT(all.pairs, SizeIs(2));
  EXPECT_EQ(texts_of(all)[0], Texts("S\xC3\xB4ng ", "River"));
  EXPECT_EQ(texts_of(all)[1], Texts("1858", "TRUE"));
  EXPECT_THAT(all.notes, IsEmpty());
}

TEST(ForeignWorkbook, NamesItsColumnsInAnyCase) {
  EXPECT_EQ(texts_of(read(workbook(row_of({"Target", "SOURCE"}) + row_of({"b", "a"})))).at(0), Texts("a", "b"));
  EXPECT_EQ(texts_of(read(workbook(row_of({"en", "vi"}) + row_of({"b", "a"})))).at(0), Texts("a", "b"));
}

TEST(ForeignWorkbook, MayEndARowBeforeItsLastColumn) {
  EXPECT_EQ(texts_of(read(workbook(head + row_of({"a"}) + row_of({"b", "c"})))).at(0), Texts("a", ""));
}

TEST(ForeignWorkbook, IsNeverComputed) {
  const Read all =
      read(workbook(head + "<row><c t=\"str\"><f>HYPERLINK(\"http://x\")</f><v>as it was</v></c><c><f>1+1</f></c></row>"
                           "<row><c t=\"str\"><f>A1</f><v>c</v></c><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"));

  EXPECT_THAT(texts_of(all), ElementsAre(Texts("as it was", ""), Texts("c", "")));
  EXPECT_THAT(all.notes, ElementsAre(HasSubstr("4 cells are formulas"), HasSubstr("1 cells hold an error")));
}

TEST(ForeignWorkbook, WithOtherSheetsSaysSo) {
  Entries parts = parts_of(head + row_of({"a", "b"}));
  parts["xl/workbook.xml"] =
      "<workbook xmlns:r=\"x\"><sheets><sheet name=\"One\" r:id=\"rId1\"/><sheet name=\"Two\" "
      "r:id=\"rId3\"/></sheets></workbook>";
  parts["xl/_rels/workbook.xml.rels"].insert(
      std::string("<Relationships>").size(),
      "<Relationship Id=\"rId3\" Type=\"x/worksheet\" Target=\"worksheets/sheet2.xml\"/>");

  EXPECT_THAT(read(zipped(parts)).notes, ElementsAre(HasSubstr("1 other sheets are left out")));
}

TEST(ForeignWorkbook, MayHaveIdsTwice) {
  EXPECT_THAT(
      read(workbook(row_of({"id", "source", "target"}) + row_of({"1", "a", "b"}) + row_of({"1", "c", "d"}))).pairs,
      SizeIs(2));
}

TEST(ForeignWorkbook, WithAWrongLanguageCodeIsRefusedByRow) {
  EXPECT_THAT(refusal_of(workbook(row_of({"source", "target", "source_lang"}) + row_of({"a", "b", "vi"}) +
                                  row_of({"c", "d", "vietnamese"}))),
              AllOf(StartsWith("my.xlsx:3"), HasSubstr("vietnamese")));
  EXPECT_THAT(refusal_of(workbook(head + row_of({"a", "b"})), {}), HasSubstr("--source-lang"));
}

TEST(ForeignWorkbook, MayHoldTerms) {
  const std::string bytes =
      workbook(row_of({"en", "vi"}) + row_of({"left bank", "tả ngạn|bờ trái"}) + "<row r=\"9\"/>");

  const ReadTerms read = parse_termbase(bytes, "my.xlsx");

  ASSERT_THAT(read.base.terms.concepts(), SizeIs(1));
  EXPECT_THAT(read.base.terms.concepts()[0].terms, SizeIs(3));
  EXPECT_THAT(refusal_of_terms(workbook(row_of({"en", "vietnamese"}) + row_of({"a", "b"}))),
              AllOf(StartsWith("my.xlsx:1"), HasSubstr("vietnamese")));
  EXPECT_THAT(refusal_of_terms(workbook("")), HasSubstr("is empty"));
}

TEST(HostileWorkbook, ExpandsNoEntity) {
  const std::string bomb =
      "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY x SYSTEM "
      "\"file:///etc/passwd\">]>";
  Entries parts = parts_of(head + row_of({"&b;", "&x;"}), "<si><t>&b;</t></si>");
  for (const char* part : {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"})
    parts[part].insert(0, bomb);

  EXPECT_THAT(texts_of(read(zipped(parts))), ElementsAre(Texts("&b;", "&x;")));
}

TEST(HostileWorkbook, ThatUnpacksToFarMoreThanTextsDoIsRefused) {
  const std::string blank(std::size_t{80} << 20, ' ');
  Entries strings = parts_of(head + row_of({"a", "b"}));
  strings["xl/sharedStrings.xml"] = "<sst>" + blank + "</sst>";
  Entries relations = parts_of(head + row_of({"a", "b"}));
  relations["xl/workbook.xml"].insert(0, blank);

  EXPECT_THAT(refusal_of(workbook(head + blank + row_of({"a", "b"}))),
              AllOf(StartsWith("my.xlsx"), HasSubstr("unpacks to")));
  EXPECT_THAT(refusal_of(zipped(strings)), AllOf(StartsWith("my.xlsx"), HasSubstr("sharedStrings.xml: unpacks to")));
  EXPECT_THAT(refusal_of(zipped(relations)), AllOf(StartsWith("my.xlsx"), HasSubstr("larger than 16 MiB")));
}

TEST(HostileWorkbook, ThatIsNoneIsRefusedInWords) {
  EXPECT_THAT(refusal_of(zipped({{"word/document.xml", "<document/>"}})), HasSubstr("without a workbook"));
  EXPECT_THAT(refusal_of("PK\x03\x04 nothing more"), HasSubstr("no whole zip archive"));
  EXPECT_THAT(refusal_of("\xD0\xCF\x11\xE0 old"), HasSubstr("with a password"));
  EXPECT_THAT(refusal_of("a\tb\n", {.format = PairFormat::xlsx}), HasSubstr("is no workbook"));
  EXPECT_THAT(refusal_of(workbook("<row><c t=\"s\"><v>7</v></c></row>")),
              AllOf(StartsWith("my.xlsx:1"), HasSubstr("names a text")));
  EXPECT_THAT(refusal_of(workbook("<row><c r=\"ZZZ1\" t=\"s\"><v>0</v></c></row>")), HasSubstr("16,384 columns"));
  EXPECT_THAT(refusal_of(workbook("<row><c></row>")),
              AllOf(StartsWith("my.xlsx"), HasSubstr("save the workbook anew")));
  Entries parts = parts_of(head);
  parts.erase("xl/worksheets/sheet1.xml");
  EXPECT_THAT(refusal_of(zipped(parts)), HasSubstr("sheet1.xml is missing"));
}

// Cut or with some bytes changed: refused in words, or read; never more, and never longer.
TEST(HostileWorkbook, ThatIsDamagedIsRefusedOrRead) {
  const std::string whole = written({pair_of("Sông.", "River."), pair_of("Núi.", "Hill.")});
  std::mt19937 random(1858);
  for (int round = 0; round < 500; ++round) {
    std::string bytes = whole;
    if (round % 2 == 0) bytes.resize(random() % bytes.size());
    for (std::size_t i = random() % 4; i > 0 && !bytes.empty(); --i)
      bytes[random() % bytes.size()] = static_cast<char>(random());

    const std::string refusal = refusal_of(bytes);
    EXPECT_THAT(refusal, AnyOf("read", StartsWith("my.xlsx"))) << "round " << round;
  }
}

}  // namespace
}  // namespace aligner::interchange

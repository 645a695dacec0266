// What one program writes another reads: every form of pairs, written and read again, with texts that try to break it.

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/error.h"
#include "aligner/interchange/hunalign.h"
#include "aligner/interchange/pair_reader.h"
#include "aligner/interchange/pair_writer.h"

namespace aligner::interchange {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

const text::LanguageTag vi = text::LanguageTag::parse("vi");
const text::LanguageTag en = text::LanguageTag::parse("en");
const text::LanguageTag mnc = text::LanguageTag::parse("mnc-Latn-x-mollend");

struct Written {
  std::string bytes;
  std::string target;  // of moses
  std::vector<std::string> losses;
};

Written write(PairFormat format, const std::vector<ExchangedPair>& pairs, const text::LanguageTag& source = vi,
              const text::LanguageTag& target = en) {
  Written written;
  const auto writer =
      make_pair_writer(format, {.tool_version = "1.0", .source_language = source, .target_language = target},
                       {.out = [&](std::string_view bytes) { written.bytes += bytes; },
                        .target = [&](std::string_view bytes) { written.target += bytes; }});
  for (const ExchangedPair& pair : pairs) writer->write(pair);
  writer->finish();
  written.losses = writer->losses();
  return written;
}

struct Read {
  std::vector<ExchangedPair> pairs;
  PairsRead summary;
};

Read read(const std::string& bytes, const ReadPairsOptions& options = {}) {
  std::istringstream in(bytes);
  Read all;
  all.summary = read_pairs(in, "my.file", options, [&](ExchangedPair pair) { all.pairs.push_back(std::move(pair)); });
  return all;
}

std::string refusal_of(const std::string& bytes, const ReadPairsOptions& options = {}) {
  try {
    read(bytes, options);
    return "read";
  } catch (const Error& error) {
    return error.what();
  }
}

ExchangedPair full_pair() {
  return {.id = "1-12",
          .source_language = vi,
          .target_language = en,
          .source = "Ngày 16 tháng 5.",
          .target = "On <May 28> & \"after\".",
          .confidence = 0.9998554822396265,
          .cost = 0.1,
          .grade = align::Grade::mostly,
          .status = PairStatus::accepted,
          .decided_by = "Lan",
          .decided_at = "2026-03-01T09:30:00Z",
          .note = "two lines,\nand a\ttab",
          .source_origin = "vi.txt",
          .target_origin = "en.txt",
          .source_segments = {4, 5},
          .target_segments = {3},
          .evidence = {{.kind = score::EvidenceKind::date,
                        .source = {0, 17},
                        .target = {3, 9},
                        .relation = "same other",
                        .weight = 5.25,
                        .reason = "16 May Julian = 28 May\\n Gregorian\nreally"},
                       {.kind = score::EvidenceKind::length, .weight = -0.3}}};
}

ExchangedPair pair_of(std::string source, std::string target) {
  return {.source_language = vi, .target_language = en, .source = std::move(source), .target = std::move(target)};
}

constexpr std::array all_formats{PairFormat::tmx, PairFormat::xliff, PairFormat::xliff12, PairFormat::tsv,
                                 PairFormat::csv, PairFormat::jsonl, PairFormat::xlsx};

// What a form is to give back, and to say: cells of a sheet hold numbers of sixteen digits.
double rounded(double number) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.16G", number);
  return std::strtod(digits.data(), nullptr);
}

std::vector<ExchangedPair> given_back(PairFormat format, std::vector<ExchangedPair> pairs) {
  if (format != PairFormat::xlsx) return pairs;
  for (ExchangedPair& pair : pairs) {
    if (pair.confidence) pair.confidence = rounded(*pair.confidence);
    if (pair.cost) pair.cost = rounded(*pair.cost);
  }
  return pairs;
}

std::vector<std::string> other_losses(PairFormat format, std::vector<std::string> losses) {
  std::erase_if(losses, [format](const std::string& loss) {
    return format == PairFormat::xlsx && loss.find("sixteen digits") != std::string::npos;
  });
  return losses;
}

class EveryFormat : public testing::TestWithParam<PairFormat> {};

TEST_P(EveryFormat, KeepsAllThatIsKnownOfAPair) {
  const Written written = write(GetParam(), {full_pair(), pair_of("Sông.", "River.")});

  const Read again = read(written.bytes);

  EXPECT_THAT(again.pairs, ElementsAre(full_pair(), pair_of("Sông.", "River.")));
  EXPECT_THAT(written.losses, IsEmpty());
  EXPECT_THAT(again.summary.notes, IsEmpty());
  EXPECT_EQ(again.summary.source_language, vi);
  EXPECT_EQ(again.summary.target_language, en);
}

// Pieces that formats stumble over, in any order. Seeded, so that a failure comes back.
std::string hostile_text(std::mt19937& random, bool may_have_controls) {
  static const std::vector<std::string> pieces{
      "<",      ">",      "&",      "&amp;",  "&#xD800;", "]]>",  "<![CDATA[", "<!--",   "-->",    "<seg>",  "</seg>",
      "</tu>",  "\"",     "\"\"",   "'",      ",",        ";",    "\t",        "\n",     "\r",     "\r\n",   "\\",
      "\\n",    "\\t",    " ",      "  ",     "|",        "=1+1", "#",         "~~~",    "\u2028", "\u2029", "\u0085",
      "\u00A0", "\u200F", "\u202E", "\u2066", "𝔘𝔫𝔦",      "😀",    "ᠮᠠᠨᠵᡠ",     "Ái Hồn", "Амур",   "黑龍江", "e\u0301",
      "\uFEFF", "\uFFFD", "{",      "}",      "[0]:[0]",  "%s",   "\\u0000"};
  static const std::vector<std::string> controls{
      std::string(1, '\0'), "\x01", "\x0B", "\x1B[31m", "\x7F", "\uFFFE", "\uFFFF"};
  std::string text = "x";  // not blank
  const std::size_t length = random() % 12;
  for (std::size_t i = 0; i < length; ++i) {
    const bool is_control = may_have_controls && random() % 4 == 0;
    text += is_control ? controls[random() % controls.size()] : pieces[random() % pieces.size()];
  }
  if (random() % 3 == 0) text.insert(0, pieces[random() % pieces.size()]);
  return text;
}

ExchangedPair hostile_pair(std::mt19937& random, bool may_have_controls) {
  const auto text = [&] { return hostile_text(random, may_have_controls); };
  ExchangedPair pair = pair_of(text(), text());
  pair.id = text();
  if (random() % 2 == 0) pair.confidence = static_cast<double>(random()) / 4294967295.0;
  if (random() % 2 == 0) pair.cost = static_cast<double>(random()) * 1e-7;
  if (random() % 2 == 0) pair.grade = align::Grade::partly;
  if (random() % 2 == 0) pair.status = PairStatus::accepted;
  pair.moved = random() % 5 == 0;
  if (random() % 2 == 0) pair.decided_by = text();
  if (random() % 2 == 0) pair.note = text();
  if (random() % 2 == 0) pair.source_origin = text();
  for (std::size_t i = random() % 3; i > 0; --i) {
    pair.evidence.push_back({.kind = score::EvidenceKind::term,
                             .source = {random() % 10, 10 + random() % 10},
                             .relation = random() % 2 == 0 ? text() : "",
                             .weight = static_cast<double>(random()) * 1e-9 - 2,
                             .reason = text()});
  }
  return pair;
}

TEST_P(EveryFormat, KeepsTextsThatLookLikeItsOwnMarks) {
  std::mt19937 random(20261126);
  for (int round = 0; round < 300; ++round) {
    std::vector<ExchangedPair> pairs;
    for (std::size_t i = 0; i <= random() % 4; ++i) pairs.push_back(hostile_pair(random, false));

    const Written written = write(GetParam(), pairs);
    const Read again = read(written.bytes);

    ASSERT_EQ(again.pairs, given_back(GetParam(), pairs)) << "round " << round << "\n" << written.bytes;
    ASSERT_THAT(other_losses(GetParam(), written.losses), IsEmpty());
  }
}

TEST_P(EveryFormat, SaysWhatItCannotHold) {
  const bool is_xml =
      GetParam() == PairFormat::tmx || GetParam() == PairFormat::xliff12 || GetParam() == PairFormat::xliff;
  std::mt19937 random(1858);
  for (int round = 0; round < 300; ++round) {
    const std::vector<ExchangedPair> pairs{hostile_pair(random, true)};

    const Written written = write(GetParam(), pairs);
    const Read again = read(written.bytes);

    ASSERT_THAT(again.pairs, SizeIs(1)) << written.bytes;
    const bool is_said = !other_losses(GetParam(), written.losses).empty();
    ASSERT_TRUE(is_said || again.pairs == given_back(GetParam(), pairs)) << "round " << round << "\n" << written.bytes;
    ASSERT_TRUE(is_xml || !is_said);
  }
}

TEST_P(EveryFormat, KeepsVeryLongTexts) {
  const std::string text = "x" + std::string(3'000'000, 'y') + "<&\"z";
  if (GetParam() == PairFormat::xlsx) GTEST_SKIP() << "a cell holds 32,767 characters: workbook_test.cpp";

  EXPECT_THAT(read(write(GetParam(), {pair_of(text, "short")}).bytes).pairs, ElementsAre(pair_of(text, "short")));
}

TEST_P(EveryFormat, HasTheLanguagesOnEveryUnit) {
  ExchangedPair pair = pair_of("Amur", "sahaliyan ula");
  pair.source_language = en;
  pair.target_language = mnc;

  const Read again = read(write(GetParam(), {pair}, en, mnc).bytes);

  EXPECT_THAT(again.pairs, ElementsAre(pair));
  EXPECT_EQ(again.summary.target_language, mnc);
}

TEST_P(EveryFormat, KeepsWhatHasNoCounterpartOrSaysSo) {
  const std::vector<ExchangedPair> pairs{pair_of("một", ""), pair_of("hai", "two"), pair_of("", "three")};

  const Written written = write(GetParam(), pairs);

  if (GetParam() == PairFormat::tmx) {
    EXPECT_THAT(written.losses, ElementsAre(StartsWith("2 passages without a counterpart")));
    EXPECT_THAT(read(written.bytes).pairs, ElementsAre(pairs[1]));
  } else {
    EXPECT_THAT(written.losses, IsEmpty());
    EXPECT_EQ(read(written.bytes).pairs, pairs);
  }
}

TEST_P(EveryFormat, CutShortIsRefusedOrHoldsFewerPairs) {
  const std::string whole = write(GetParam(), {full_pair(), full_pair()}).bytes;
  const bool is_xml = whole.starts_with("<");
  for (std::size_t size = 0; size < whole.size() - 1; size += 7) {
    try {
      const Read part = read(whole.substr(0, size));

      EXPECT_FALSE(is_xml) << "after " << size << " bytes";
      EXPECT_LE(part.pairs.size(), 2U);
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), StartsWith("my.file"));
    }
  }
}

std::string name_of(const testing::TestParamInfo<PairFormat>& format) {
  static const std::vector<std::string> names{"tmx", "xliff", "xliff12", "tsv", "csv", "jsonl", "xlsx"};
  return names[format.index];
}

INSTANTIATE_TEST_SUITE_P(Formats, EveryFormat, testing::ValuesIn(all_formats), name_of);

TEST(MosesPair, IsTwoFilesOfLines) {
  const Written written = write(PairFormat::moses, {pair_of("một\nhai", "one"), pair_of("ba", "")});
  std::istringstream source(written.bytes);
  std::istringstream target(written.target);
  std::vector<ExchangedPair> pairs;

  read_line_pairs(source, "a.vi", target, "a.en", {.source_language = vi, .target_language = en},
                  [&](ExchangedPair pair) { pairs.push_back(std::move(pair)); });

  EXPECT_EQ(written.bytes, "một hai\n");
  EXPECT_THAT(written.losses, ElementsAre(HasSubstr("no place for confidence"), HasSubstr("1 passages"),
                                          HasSubstr("1 texts had tabs, line ends")));
  ASSERT_THAT(pairs, SizeIs(1));
  EXPECT_EQ(pairs[0].target, "one");
}

TEST(MosesPair, OfUnequalLengthsIsRefusedWithBoth) {
  std::istringstream source("a\nb\nc\n");
  std::istringstream target("a\n");
  try {
    read_line_pairs(source, "a.vi", target, "a.en", {.source_language = vi, .target_language = en}, [](auto&&) {});
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("a.vi has 3 lines and a.en 1"));
  }
}

std::string tmx(const std::string& units, const std::string& before = "") {
  return "<?xml version=\"1.0\"?>\n" + before + "<tmx version=\"1.4\"><header srclang=\"vi\"/><body>\n" + units +
         "</body></tmx>";
}

std::string unit(const std::string& source, const std::string& target, const std::string& language = "en") {
  return "<tu tuid=\"1\"><tuv xml:lang=\"vi\"><seg>" + source + "</seg></tuv><tuv xml:lang=\"" + language + "\"><seg>" +
         target + "</seg></tuv></tu>\n";
}

TEST(ForeignFiles, ExpandNoEntityAndReadNoOtherFile) {
  const std::string bomb =
      "<!DOCTYPE tmx [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY x SYSTEM "
      "\"file:///etc/passwd\">]>\n";

  EXPECT_EQ(read(tmx(unit("&b;", "&x;"), bomb)).pairs[0].source, "&b;");
  EXPECT_EQ(read(tmx(unit("&b;", "&x;"), bomb)).pairs[0].target, "&x;");
}

TEST(ForeignFiles, NestedVeryDeeplyAreReadOrRefused) {
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<hi>";
  deep += "x";
  for (int i = 0; i < 200'000; ++i) deep += "</hi>";
  std::string around;
  for (int i = 0; i < 200'000; ++i) around += "<group>";

  EXPECT_THAT(refusal_of(tmx(unit("a" + deep, "b"))), testing::AnyOf("read", StartsWith("my.file")));
  EXPECT_THAT(refusal_of("<xliff version=\"2.0\">" + around), HasSubstr("nested too deeply"));
}

TEST(ForeignFiles, AreRefusedWithLineAndRemedy) {
  EXPECT_THAT(refusal_of(""), HasSubstr("holds nothing"));
  EXPECT_THAT(refusal_of("<html><body/></html>"), AllOf(StartsWith("my.file:1"), HasSubstr("neither TMX nor XLIFF")));
  EXPECT_THAT(refusal_of(tmx("<tu><tuv xml:lang=\"vi\"><seg>a</tuv></seg></tu>")),
              StartsWith("my.file:3: is no whole"));
  EXPECT_THAT(refusal_of(tmx(unit("a", "b")) + "<tmx/>"), HasSubstr("two roots"));
  EXPECT_THAT(refusal_of("<tmx version=\"1.4\"><body>" + unit("a", "b") + "</tmx>"), HasSubstr("closes nothing"));
  EXPECT_THAT(refusal_of(tmx(unit("\xFF", "b"))), AllOf(StartsWith("my.file:3"), HasSubstr("UTF-8")));
  EXPECT_THAT(refusal_of(tmx(unit("&#xD800;", "b"))), HasSubstr("character that is none"));
  EXPECT_THAT(refusal_of("a\tb\n"), AllOf(StartsWith("my.file:1"), HasSubstr("--source-lang")));
  EXPECT_THAT(refusal_of("a\tb\nc\n", {.source_language = vi, .target_language = en}), StartsWith("my.file:2"));
  EXPECT_THAT(refusal_of("source,target,source_lang\na,b,vietnamese\n"),
              AllOf(StartsWith("my.file:2"), HasSubstr("vietnamese")));
  EXPECT_THAT(refusal_of("source,target\n\"a,b\n"), AllOf(StartsWith("my.file:2"), HasSubstr("never closed")));
  EXPECT_THAT(refusal_of("{\"source\": \"a\"\n"), StartsWith("my.file:1: is no whole JSON"));
  EXPECT_THAT(refusal_of("{\"source\": " + std::string(100'000, '[') + "\n"), StartsWith("my.file:1"));
  EXPECT_THAT(refusal_of("[0]:[0]\n"), HasSubstr("--source-text"));
}

TEST(ForeignFiles, WithWrongLanguageCodesArePassedOverAndSaid) {
  const Read some = read(tmx(unit("a", "b") + unit("c", "d", "english") + unit("e", "f", "ru")));

  EXPECT_THAT(some.pairs, SizeIs(1));
  EXPECT_THAT(some.summary.notes, ElementsAre(HasSubstr("2 pairs are in other languages (vi-english)")));
  EXPECT_THAT(refusal_of(tmx(unit("c", "d", "english"))), HasSubstr("it holds vi-english"));
}

TEST(ForeignFiles, MayHaveIdsTwiceAndPropertiesThatAreSaid) {
  const std::string with_property =
      "<tu tuid=\"1\"><prop type=\"x-domain\">history</prop><prop type=\"x-tungse-confidence\">high</prop><tuv "
      "xml:lang=\"vi\"><seg>a</seg></tuv><tuv xml:lang=\"en\"><seg>b</seg></tuv></tu>";

  const Read both = read(tmx(with_property + with_property));

  EXPECT_THAT(both.pairs, SizeIs(2));
  EXPECT_THAT(both.summary.notes,
              ElementsAre(HasSubstr("2 values are none that their property has (line 3: confidence \"high\")"),
                          HasSubstr("2 properties and notes of other programs")));
}

struct TwiceNamed {
  const char* name;
  std::string bytes;
  std::size_t pairs;
};

// Ids are names that other programs give; none is lost because another has it too.
TEST(ForeignFiles, OfEveryKindMayHaveIdsTwice) {
  const std::string units =
      "<trans-unit id=\"1\"><source>a</source><target>b</target></trans-unit><trans-unit "
      "id=\"1\"><source>c</source><target>d</target></trans-unit>";
  const std::string segments =
      "<unit id=\"1\"><segment id=\"1\"><source>a</source><target>b</target></segment></unit><unit id=\"1\"><segment "
      "id=\"1\"><source>c</source><target>d</target></segment></unit>";
  const TwiceNamed files[] = {
      {"tmx", tmx(unit("a", "b") + unit("c", "d")), 2},
      {"xliff12",
       "<xliff version=\"1.2\"><file source-language=\"vi\" target-language=\"en\"><body>" + units +
           "</body></file></xliff>",
       2},
      {"xliff", "<xliff version=\"2.1\" srcLang=\"vi\" trgLang=\"en\"><file id=\"f\">" + segments + "</file></xliff>",
       2},
      {"tsv", "id\tsource\ttarget\n1\ta\tb\n1\tc\td\n", 2},
      {"csv", "id,source,target\n1,a,b\n1,c,d\n", 2},
      {"jsonl", "{\"id\":\"1\",\"source\":\"a\",\"target\":\"b\"}\n{\"id\":\"1\",\"source\":\"c\",\"target\":\"d\"}\n",
       2}};
  for (const TwiceNamed& file : files) {
    const Read both = read(file.bytes, {.source_language = vi, .target_language = en});

    EXPECT_THAT(both.pairs, SizeIs(file.pairs)) << file.name;
    EXPECT_EQ(both.pairs.back().source, "c") << file.name;
  }
}

TEST(ForeignFiles, OfEveryKindWithWrongLanguageCodesAreSaidOrRefused) {
  EXPECT_THAT(
      refusal_of("<xliff version=\"1.2\"><file source-language=\"vietnamese\" target-language=\"en\"><body><trans-unit "
                 "id=\"1\"><source>a</source><target>b</target></trans-unit></body></file></xliff>"),
      AllOf(StartsWith("my.file"), HasSubstr("--source-lang")));
  EXPECT_THAT(refusal_of("<xliff version=\"2.1\" srcLang=\"vietnamese\" trgLang=\"en\"><file id=\"f\"><unit "
                         "id=\"1\"><segment><source>a</source><target>b</target></segment></unit></file></xliff>"),
              AllOf(StartsWith("my.file"), HasSubstr("--source-lang")));
  EXPECT_THAT(refusal_of("source\ttarget\tsource_lang\ttarget_lang\na\tb\tvietnamese\ten\n"),
              AllOf(StartsWith("my.file:2"), HasSubstr("vietnamese")));
  EXPECT_THAT(refusal_of("{\"source\":\"a\",\"target\":\"b\",\"source_lang\":\"vietnamese\",\"target_lang\":\"en\"}\n"),
              AllOf(StartsWith("my.file:1"), HasSubstr("vietnamese")));
}

TEST(ForeignFiles, OfXliffGiveTheTextWithoutCodes) {
  const Read one = read(
      "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"><file original=\"a\" "
      "source-language=\"vi\" target-language=\"en\" datatype=\"html\"><body><group><trans-unit id=\"1\"><source>\n "
      "Sông <g id=\"1\">lớn</g><x id=\"2\"/> <bpt id=\"3\">&lt;b></bpt>a\n</source><target>Big river</target>"
      "<alt-trans><target>no</target></alt-trans></trans-unit></group></body></file></xliff>");
  const Read two = read(
      "<x:xliff version=\"2.0\" xmlns:x=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"vi\" trgLang=\"en\">"
      "<x:file id=\"f\"><x:unit id=\"u\"><x:segment><x:source>Sông <x:pc id=\"1\">lớn</x:pc></x:source><x:target>Big"
      "</x:target></x:segment><x:segment><x:source>b</x:source><x:target>c</x:target></x:segment></x:unit></x:file>"
      "</x:xliff>");

  EXPECT_EQ(one.pairs[0].source, "Sông lớn  a");
  EXPECT_EQ(one.pairs[0].target, "Big river");
  EXPECT_THAT(two.pairs, SizeIs(2));
  EXPECT_EQ(two.pairs[0].source, "Sông lớn");
}

TEST(ForeignFiles, OfOtherShapesAreKnown) {
  const ReadPairsOptions languages{.source_language = vi, .target_language = en};

  EXPECT_THAT(read("{\"translation\": {\"en\": \"River\", \"vi\": \"Sông\"}}\n", languages).pairs[0].source, "Sông");
  EXPECT_THAT(read("en;note;vi\r\nRiver;x;Sông\r\n", languages).pairs[0].source, "Sông");
  EXPECT_THAT(read("\xEF\xBB\xBFlocation,source,target\nx,\"a \"\"b\"\"\",c\n", languages).pairs[0].source, "a \"b\"");
  EXPECT_THAT(
      read("một ~~~ hai\tone\t0.7\n", {.format = PairFormat::hunalign, .source_language = vi, .target_language = en})
          .pairs[0]
          .source,
      "một hai");
  EXPECT_THAT(read("source_indexes\ttarget_indexes\tconfidence\tcost\tgrade\tsource_text\ttarget_text\tevidence\n"
                   "0\t0 1\t0.982\t0.1\tmoved\ta\tb\tdate same +1.0\n",
                   languages)
                  .pairs[0]
                  .moved,
              true);
}

TEST(ForeignFiles, OfSeveralLanguagesGiveThoseAskedFor) {
  const std::string three =
      "<tu><tuv xml:lang=\"en-US\"><seg>a</seg></tuv><tuv xml:lang=\"ru\"><seg>b</seg></tuv><tuv "
      "xml:lang=\"VI\"><seg>c</seg></tuv></tu>";

  const Read asked = read(tmx(three), {.source_language = vi, .target_language = en});
  const Read told = read(tmx(three));

  EXPECT_EQ(asked.pairs[0].source, "c");
  EXPECT_EQ(asked.pairs[0].target, "a");
  EXPECT_EQ(told.summary.source_language, vi);  // as the header says
  EXPECT_EQ(told.summary.target_language.str(), "en-US");
}

TEST(ForeignFiles, InUtf16AreDecoded) {
  std::string wide = "\xFF\xFE";
  for (const char c : tmx(unit("a", "b"))) wide += {c, '\0'};

  EXPECT_EQ(read(wide).pairs[0].target, "b");
}

TEST(HunalignLadder, ComesBackWithoutWhatIsMoved) {
  align::Alignment alignment;
  alignment.source_count = 4;
  alignment.target_count = 4;
  alignment.beads = {{.source = {0, 1}, .target = {0}, .confidence = 0.9},
                     {.source = {2}},
                     {.target = {1}},
                     {.source = {3}, .target = {2, 3}, .confidence = 0.5}};

  const std::string ladder = write_hunalign_ladder(alignment);

  EXPECT_EQ(ladder, "0\t0\t0.900\n2\t1\t0.000\n3\t1\t0.000\n3\t2\t0.500\n4\t4\t0.000\n");
  const std::vector<LadderLine> again = parse_hunalign_ladder(ladder, "a.ladder");
  ASSERT_THAT(again, SizeIs(4));
  EXPECT_EQ(again[3].source, alignment.beads[3].source);
  EXPECT_EQ(again[3].target, alignment.beads[3].target);
}

TEST(HunalignLadder, IsRefusedWithItsLine) {
  const auto refusal = [](const std::string& bytes) -> std::string {
    try {
      parse_hunalign_ladder(bytes, "a.ladder");
      return "read";
    } catch (const Error& error) {
      return error.what();
    }
  };
  EXPECT_THAT(refusal("0\t0\t1\nx\t1\n"), StartsWith("a.ladder:2: is no rung"));
  EXPECT_THAT(refusal("5\t5\t1\n4\t6\t1\n"), StartsWith("a.ladder:2: lies before"));
  EXPECT_THAT(refusal("0\t0\t1\n99999999\t6\t1\n"), StartsWith("a.ladder:2: makes a bead"));
}

}  // namespace
}  // namespace aligner::interchange

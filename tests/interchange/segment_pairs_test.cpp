#include "aligner/interchange/segment_pairs.h"

#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/error.h"
#include "aligner/interchange/tsv.h"

#include "tests/support/temporary_directory.h"

namespace aligner::interchange {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using testing::ThrowsMessage;

const text::LanguageTag vi = text::LanguageTag::parse("vi");
const text::LanguageTag en = text::LanguageTag::parse("en");

std::string variant(const std::string& language, const std::string& segment) {
  return "<tuv xml:lang=\"" + language + "\"><seg>" + segment + "</seg></tuv>\n";
}

std::string unit(const std::string& vietnamese, const std::string& english) {
  return "<tu>\n" + variant("vi", vietnamese) + variant("en", english) + "</tu>\n";
}

// Line 1 is the declaration, line 5 the first of `units`.
std::string tmx(const std::string& units,
                const std::string& declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>") {
  return declaration +
         "\n<tmx version=\"1.4\">\n<header creationtool=\"test\" segtype=\"sentence\" srclang=\"vi\"/>\n<body>\n" +
         units + "</body>\n</tmx>\n";
}

SegmentPairs parse(const std::string& bytes, const text::LanguageTag& source = vi,
                   const text::LanguageTag& target = en) {
  return parse_segment_pairs(bytes, source, target, "input");
}

std::string refusal_of(const std::string& bytes) {
  try {
    parse(bytes);
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

// ASCII as UTF-16.
std::string wide(std::string_view ascii, bool little) {
  std::string bytes = little ? "\xFF\xFE" : "\xFE\xFF";
  for (const char c : ascii) bytes += little ? std::string{c, '\0'} : std::string{'\0', c};
  return bytes;
}

TEST(Tmx, GivesAPairForEveryUnit) {
  const SegmentPairs pairs = parse(tmx(unit("Hiệp ước được ký.", "The treaty was signed.") + unit("Sông.", "River.")));

  EXPECT_THAT(pairs.source, ElementsAre("Hiệp ước được ký.", "Sông."));
  EXPECT_THAT(pairs.target, ElementsAre("The treaty was signed.", "River."));
}

TEST(Tmx, TheOrderOfVariantsDoesNotMatter) {
  const SegmentPairs pairs = parse(tmx("<tu>" + variant("en", "River.") + variant("vi", "Sông.") + "</tu>"));

  EXPECT_THAT(pairs.source, ElementsAre("Sông."));
  EXPECT_THAT(pairs.target, ElementsAre("River."));
}

TEST(Tmx, LeavesCodesOfOtherFormatsOutAndKeepsTheText) {
  const SegmentPairs pairs = parse(tmx(unit(
      "<bpt i=\"1\" type=\"bold\">&lt;b&gt;</bpt>Hiệp ước<ept i=\"1\">&lt;/b&gt;</ept> được "
      "<hi type=\"term\">ký</hi> <hi>kết</hi>.<it pos=\"end\">x</it>",
      "One<ph type=\"lb\">&lt;br/&gt;<sub>a note</sub></ph>two <ut>{\\i</ut><hi>a<hi>b</hi></hi>c <!-- no -->d.")));

  EXPECT_THAT(pairs.source, ElementsAre("Hiệp ước được ký kết."));
  EXPECT_THAT(pairs.target, ElementsAre("One two  abc d."));
}

TEST(Tmx, ReadsCharacterDataAndXmlsOwnEntities) {
  const SegmentPairs pairs = parse(tmx(unit("<![CDATA[a < b & c]]>", "x &lt; y &amp; &#x1EA5;&#228;")));

  EXPECT_THAT(pairs.source, ElementsAre("a < b & c"));
  EXPECT_THAT(pairs.target, ElementsAre("x < y & ấä"));
}

TEST(Tmx, JoinsSegmentsOfSeveralLines) {
  EXPECT_THAT(parse(tmx(unit("\n  Hiệp\n\tước  \n", "Treaty"))).source, ElementsAre("Hiệp  ước"));
}

TEST(Tmx, TakesARegionOfTheLanguage) {
  const SegmentPairs pairs =
      parse(tmx("<tu>" + variant("vi-VN", "Sông.") + variant("fr", "Fleuve.") + variant("EN_us", "River.") + "</tu>"));

  EXPECT_THAT(pairs.source, ElementsAre("Sông."));
  EXPECT_THAT(pairs.target, ElementsAre("River."));
}

TEST(Tmx, PrefersTheVeryTag) {
  const std::string units =
      "<tu>" + variant("vi", "Sông.") + variant("en-US", "Color.") + variant("en-GB", "Colour.") + "</tu>";

  EXPECT_THAT(parse(tmx(units), vi, text::LanguageTag::parse("en-GB")).target, ElementsAre("Colour."));
  EXPECT_THAT(parse(tmx(units)).target, ElementsAre("Color.")) << "the first of two that are as near";
}

TEST(Tmx, TellsTwoFormsOfOneLanguageApart) {
  const SegmentPairs pairs = parse(tmx("<tu>" + variant("en-US", "Color.") + variant("en-GB", "Colour.") + "</tu>"),
                                   text::LanguageTag::parse("en-GB"), text::LanguageTag::parse("en-US"));

  EXPECT_THAT(pairs.source, ElementsAre("Colour."));
  EXPECT_THAT(pairs.target, ElementsAre("Color."));
}

TEST(Tmx, TakesTheLangAttributeOfOldFiles) {
  const std::string old = "<tu><tuv lang=\"VI\"><seg>Sông.</seg></tuv><tuv lang=\"EN\"><seg>River.</seg></tuv></tu>";

  EXPECT_THAT(parse(tmx(old)).target, ElementsAre("River."));
}

TEST(Tmx, PassesOverUnitsWithoutBothVariantsOrWithoutText) {
  const SegmentPairs pairs =
      parse(tmx("<tu>" + variant("vi", "Một mình.") + "</tu>" + unit("", "Nothing.") + unit("  ", "Nothing.") +
                "<tu><tuv xml:lang=\"vi\"/>" + variant("en", "No segment.") + "</tu>" + unit("Sông.", "River.")));

  EXPECT_THAT(pairs.source, ElementsAre("Sông."));
}

TEST(Tmx, SaysWhichLanguagesItHoldsWhereTheWantedOnesAreMissing) {
  EXPECT_THAT(refusal_of(tmx("<tu>" + variant("ru-RU", "Река.") + variant("en", "River.") + "</tu>")),
              AllOf(HasSubstr("input: "), HasSubstr("vi and en"), HasSubstr("it holds en, ru-RU")));
}

TEST(Tmx, ReadsUtf16WithItsDeclaration) {
  const std::string text = tmx(unit("song", "River."), "<?xml version=\"1.0\" encoding=\"UTF-16\"?>");

  EXPECT_THAT(parse(wide(text, true)).target, ElementsAre("River."));
  EXPECT_THAT(parse(wide(text, false)).target, ElementsAre("River."));
  EXPECT_THAT(parse(text).target, ElementsAre("River.")) << "saved as UTF-8, and the declaration forgotten";
}

TEST(Tmx, ReadsTheEncodingThatIsDeclared) {
  const std::string text =
      tmx(unit("Ng\xE0y", "Day \xA9"), "<?xml version='1.0' encoding='windows-1252' standalone='yes'?>");

  EXPECT_THAT(parse(text).source, ElementsAre("Ngày"));
  EXPECT_THAT(parse(text).target, ElementsAre("Day ©"));
}

TEST(Tmx, ReadsAByteOrderMark) {
  EXPECT_THAT(parse("\xEF\xBB\xBF" + tmx(unit("Sông.", "River."))).source, ElementsAre("Sông."));
}

TEST(Tmx, WithoutADeclarationIsUtf8) {
  EXPECT_THAT(parse(tmx(unit("Sông.", "River."), "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">")).source, ElementsAre("Sông."));
  EXPECT_THAT(refusal_of(tmx(unit("Ng\xE0y th\xE1ng", "Day"), "")), HasSubstr("input"));
}

TEST(Tmx, AnEntityBombStaysAsItIsWritten) {
  std::string bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE tmx [\n<!ENTITY a0 \"ha\">\n";
  for (int i = 1; i < 30; ++i) {
    const std::string inner = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " \"" + inner + inner + "\">\n";
  }
  bomb += "<!ENTITY file SYSTEM \"/etc/passwd\">\n]>";

  const SegmentPairs pairs = parse(tmx(unit("&a29;", "&file;"), bomb));

  EXPECT_THAT(pairs.source, ElementsAre("&a29;"));
  EXPECT_THAT(pairs.target, ElementsAre("&file;"));
}

TEST(Tmx, CutShortIsRefusedByItsLine) {
  const std::string whole = tmx(unit("Sông.", "River."));

  EXPECT_THAT(refusal_of(whole.substr(0, whole.find("River"))), AllOf(StartsWith("input:7: "), HasSubstr("anew")));
}

TEST(Tmx, EveryTruncationIsRefusedAndNothingElseHappens) {
  const std::string whole = tmx(unit("Sông <hi>lớn</hi>.", "<![CDATA[River]]> &amp; <ph/>."));
  for (std::size_t size = 0; size < whole.find("</tmx>"); ++size) {
    EXPECT_THAT(refusal_of(whole.substr(0, size)), StartsWith("input")) << size;
  }
}

TEST(Tmx, ACharacterThatIsNoneIsRefusedByItsLine) {
  const std::string fine = unit("Sông.", "River.");

  EXPECT_THAT(refusal_of(tmx(fine + unit("&#xD800;", "A surrogate."))), StartsWith("input:10: the segment refers"));
  EXPECT_THAT(refusal_of(tmx(fine + unit("Beyond all.", "&#x7FFFFFFF;"))), StartsWith("input:11: the segment refers"));
}

TEST(Tmx, OtherXmlIsRefusedAsSuch) {
  EXPECT_THAT(refusal_of("<?xml version=\"1.0\"?>\n<xliff version=\"1.2\"/>\n"), HasSubstr("no TMX"));
  EXPECT_THAT(refusal_of("<!DOCTYPE html>\n<html><body>x</body></html>\n"), HasSubstr("no TMX"));
}

TEST(Tmx, ElementsInsideOneAnotherWithoutEndAreHarmless) {
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<hi>";
  std::string ends;
  for (int i = 0; i < 200'000; ++i) ends += "</hi>";

  EXPECT_THAT(parse(tmx(unit("a" + deep + "b" + ends, "River."))).source, ElementsAre("a"));
}

TEST(Table, GivesTheFirstTwoFieldsOfALine) {
  const SegmentPairs pairs = parse("Sông.\tRiver.\nNúi.\tMountain.\tnote\t1\r\n\n \t \n");

  EXPECT_THAT(pairs.source, ElementsAre("Sông.", "Núi."));
  EXPECT_THAT(pairs.target, ElementsAre("River.", "Mountain."));
}

TEST(Table, ALineMayBeginLikeMarkup) {
  EXPECT_THAT(parse("<b>Sông</b>\t<b>River</b>\n").source, ElementsAre("<b>Sông</b>"));
}

TEST(Table, OfTungseGivesItsTexts) {
  const std::string own = write_tsv({}) + "0 1\t0\t0.99\t0.01\t\tHiệp ước. Sông.\tTreaty.\tlength -0.4\n" +
                          "2\t\t0.99\t0.01\t\tMột mình.\t\t\n";

  const SegmentPairs pairs = parse(own);

  EXPECT_THAT(pairs.source, ElementsAre("Hiệp ước. Sông."));
  EXPECT_THAT(pairs.target, ElementsAre("Treaty."));
}

TEST(Table, ALineWithoutATabIsRefusedByItsNumber) {
  EXPECT_THAT(refusal_of("Sông.\tRiver.\n\nNúi.\n"), AllOf(StartsWith("input:3: "), HasSubstr("tab")));
}

TEST(Table, OfBlankFieldsIsRefused) {
  EXPECT_THAT(refusal_of("\t\n a\t \n"), AllOf(StartsWith("input: "), HasSubstr("no pair")));
}

TEST(Table, InAnEncodingThatIsOnlyGuessedIsRefused) {
  EXPECT_THAT(refusal_of("Ngày th\xE1ng n\xE3m\tDay month year\n"), AllOf(HasSubstr("input"), Not(IsEmpty())));
  EXPECT_THAT(refusal_of("a\xF1o\tyear\nni\xF1o\tchild\nse\xF1or\tsir\n"), HasSubstr("UTF-8"));
}

TEST(SegmentPairs, OfAnEmptyOrBinaryFileAreRefused) {
  EXPECT_THAT(refusal_of(""), StartsWith("input"));
  EXPECT_THAT(refusal_of(std::string("a\tb\0c\n", 6)), StartsWith("input"));
}

TEST(SegmentPairs, OfAFileAreThoseOfItsBytes) {
  const tungse_tests::TemporaryDirectory folder;

  EXPECT_THAT(read_segment_pairs(folder.write("pairs.tsv", "Sông.\tRiver.\n"), vi, en).source, ElementsAre("Sông."));
  EXPECT_THAT([&] { read_segment_pairs(folder.path() / "missing.tmx", vi, en); },
              ThrowsMessage<Error>(HasSubstr("missing.tmx")));
}

}  // namespace
}  // namespace aligner::interchange

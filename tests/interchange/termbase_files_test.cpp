#include "aligner/interchange/termbase_files.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/error.h"

#include "tests/support/dice.h"

namespace aligner::interchange {
namespace {

using terms::Change;
using terms::ChangeField;
using terms::ChangeOrigin;
using terms::Concept;
using terms::PartOfSpeech;
using terms::RelationKind;
using terms::Term;
using terms::Termbase;
using terms::TermList;
using terms::TermStatus;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

const text::LanguageTag en = text::LanguageTag::parse("en");
const text::LanguageTag vi = text::LanguageTag::parse("vi");
const text::LanguageTag mnc = text::LanguageTag::parse("mnc");
const text::LanguageTag mollendorff = text::LanguageTag::parse("mnc-Latn-x-mollend");

Termbase treaty() {
  Concept aigun{.id = "en:Treaty of Aigun",
                .type = "treaty",
                .terms = {{.language = en,
                           .wording = "Treaty of Aigun",
                           .status = TermStatus::preferred,
                           .verified = true,
                           .note = "said \"Eye-goon\"",
                           .part_of_speech = PartOfSpeech::proper_noun,
                           .source = "S1"},
                          {.language = vi, .wording = "Điều ước Ái Hồn", .status = TermStatus::proposed},
                          {.language = vi, .wording = "hiệp ước Aihun", .status = TermStatus::rejected},
                          {.language = mnc, .wording = "ᠠᡳᡥᡡᠨ", .status = TermStatus::admitted},
                          {.language = mollendorff, .wording = "aihūn", .status = TermStatus::deprecated}},
                .relations = {{"l_aigun", RelationKind::named_after}},
                .source = "S0; S1",
                .note = "two lines,\nand a \ttab",
                .subject = "diplomacy",
                .definitions = {{.language = en, .text = "The treaty of <1858>.", .source = "S2"}},
                .external_ids = {{"wikidata", "Q4713"}, {"url", "https://example.org/?a=1&b=2"}}};
  Concept place{.id = "l_aigun",
                .terms = {{.language = en, .wording = "Aigun"}},
                .relations = {{"en:Treaty of Aigun", RelationKind::namesake}},
                .definitions = {{.language = text::LanguageTag(), .text = "A town."}}};
  Termbase base{.terms = TermList({aigun, place})};
  base.history = {{.concept_id = "l_aigun",
                   .field = ChangeField::created,
                   .author = {.origin = ChangeOrigin::file, .by = "Minh", .at = "2026-03-01T09:30:00Z"}},
                  {.concept_id = "en:Treaty of Aigun",
                   .language = vi,
                   .wording = "hiệp ước Aihun",
                   .field = ChangeField::status,
                   .before = "proposed",
                   .after = "rejected",
                   .author = {.by = "Lan", .at = "2026-03-02T09:30:00Z", .why = "no: \"Aihun\" is English"}},
                  {.concept_id = "t_aigun",
                   .field = ChangeField::merged_into,
                   .before = "en \"Aigun Treaty\" admitted",
                   .after = "en:Treaty of Aigun",
                   .author = {.by = "Lan", .at = "2026-03-02T09:31:00Z"}}};
  return base;
}

// Formats have no order of definitions and relations, and TBX none of terms in different languages.
TermList in_order(const TermList& list) {
  std::vector<Concept> concepts = list.concepts();
  for (Concept& one : concepts) {
    std::stable_sort(one.terms.begin(), one.terms.end(),
                     [](const Term& a, const Term& b) { return a.language < b.language; });
    std::sort(one.relations.begin(), one.relations.end(),
              [](const auto& a, const auto& b) { return a.concept_id < b.concept_id; });
    std::sort(one.definitions.begin(), one.definitions.end(),
              [](const auto& a, const auto& b) { return a.language < b.language; });
  }
  return TermList(concepts);
}

Termbase round_trip(const Termbase& base, TermFormat format) {
  return parse_termbase(write_termbase(base, format).bytes, "written").base;
}

std::string refusal_of(std::string_view bytes) {
  try {
    parse_termbase(bytes, "my.file");
    return "read";
  } catch (const Error& error) {
    return error.what();
  }
}

struct Form {
  TermFormat format;
  const char* name;
  bool has_history;
};
const std::vector<Form> forms{{TermFormat::tsv, "tsv", false},   {TermFormat::csv, "csv", false},
                              {TermFormat::xlsx, "xlsx", false}, {TermFormat::json, "json", true},
                              {TermFormat::tbx, "tbx", true},    {TermFormat::tbx3, "tbx3", true}};

class EveryTermForm : public testing::TestWithParam<Form> {};

TEST_P(EveryTermForm, BringsBackWhatWasWritten) {
  const Termbase back = round_trip(treaty(), GetParam().format);

  EXPECT_EQ(in_order(back.terms), in_order(treaty().terms));
  EXPECT_EQ(back.history, GetParam().has_history ? treaty().history : std::vector<Change>());
}

TEST_P(EveryTermForm, SaysWhatItCannotHold) {
  EXPECT_THAT(write_termbase(treaty(), GetParam().format).losses, SizeIs(GetParam().has_history ? 0 : 1));
}

TEST_P(EveryTermForm, HoldsTheBundledTerms) {
  const Termbase base{.terms = terms::bundled_terms()};

  EXPECT_EQ(in_order(round_trip(base, GetParam().format).terms), in_order(base.terms));
}

class Dice : public tungse_tests::Dice {
 public:
  using tungse_tests::Dice::Dice;
  std::string words(std::size_t most) {
    static const std::vector<std::string> pieces{"a",   "Đ",   " ",  "\t",     "\n", "\"",   "'",   "&",
                                                 "<b>", "]]>", ",",  ";",      "\\", "|",    "=",   ": ",
                                                 "#",   "ё",   "黑", "\u1820", "-",  "\r\n", "\\t", "_x41_"};
    std::string text;
    for (std::size_t i = below(most + 1); i > 0; --i) text += pieces[below(pieces.size())];
    return text;
  }
};

Termbase random_termbase(Dice& dice) {
  const std::vector<std::string> tags{"en", "vi", "zh-Hant", "zh-Latn-pinyin", "mnc"};
  std::vector<Concept> concepts;
  const std::size_t count = 1 + dice.below(6);
  for (std::size_t i = 0; i < count; ++i) {
    Concept one{.id = dice.words(2) + "c" + std::to_string(i) + dice.words(2),
                .type = dice.words(2),
                .source = dice.words(3),
                .note = dice.words(3),
                .subject = dice.words(2)};
    for (std::size_t j = 0; j < 1 + dice.below(4); ++j) {
      one.terms.push_back({.language = text::LanguageTag::parse(tags[dice.below(tags.size())]),
                           .wording = dice.words(3) + std::to_string(j) + dice.words(2),
                           .status = static_cast<TermStatus>(dice.below(5)),
                           .verified = dice.below(2) == 0,
                           .note = dice.words(3),
                           .part_of_speech = static_cast<PartOfSpeech>(dice.below(7)),
                           .source = dice.words(2)});
    }
    if (dice.below(2) == 0)
      one.definitions.push_back({.language = vi, .text = "is" + dice.words(3), .source = dice.words(2)});
    if (dice.below(2) == 0) one.definitions.push_back({.text = dice.words(3) + "is"});
    if (dice.below(2) == 0) one.external_ids.push_back({"s" + std::to_string(i), dice.words(3) + "7"});
    concepts.push_back(one);
  }
  for (Concept& one : concepts) {
    for (const Concept& other : concepts) {
      if (dice.below(4) == 0 && other.id != one.id) {
        one.relations.push_back({other.id, static_cast<RelationKind>(dice.below(9))});
      }
    }
  }
  Termbase base{.terms = TermList(concepts)};
  for (std::size_t i = dice.below(6); i > 0; --i) {
    const Concept& about = concepts[dice.below(count)];
    Change change{.concept_id = about.id,
                  .field = static_cast<ChangeField>(dice.below(14)),
                  .detail = dice.words(2),
                  .before = dice.words(3),
                  .after = dice.words(3),
                  .author = {.origin = static_cast<ChangeOrigin>(dice.below(4)),
                             .by = "L" + dice.words(2),
                             .at = "2026-03-0" + std::to_string(i) + "T09:30:00Z",
                             .why = dice.words(3)}};
    if (change.field == ChangeField::merged_into) change.field = ChangeField::note;
    if (dice.below(2) == 0) {
      change.language = about.terms.front().language;
      change.wording = about.terms.front().wording;
    }
    base.history.push_back(change);
  }
  return base;
}

TEST_P(EveryTermForm, BringsBackAnyTermbase) {
  Dice dice(1858);
  for (int round = 0; round < 200; ++round) {
    const Termbase base = random_termbase(dice);

    const Termbase back = round_trip(base, GetParam().format);

    ASSERT_EQ(in_order(back.terms), in_order(base.terms)) << round << "\n"
                                                          << write_termbase(base, GetParam().format).bytes;
    ASSERT_EQ(back.history, GetParam().has_history ? base.history : std::vector<Change>()) << round;
  }
}

TEST_P(EveryTermForm, ThatIsCutOffIsReadAsFarAsItIsWholeOrRefused) {
  const std::string bytes = write_termbase(treaty(), GetParam().format).bytes;
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    const std::string answer = refusal_of(bytes.substr(0, size));

    EXPECT_THAT(answer, testing::AnyOf("read", StartsWith("my.file"))) << size;
    const bool is_table = !GetParam().has_history;
    EXPECT_TRUE(answer != "read" || is_table) << size;
  }
}

INSTANTIATE_TEST_SUITE_P(Forms, EveryTermForm, testing::ValuesIn(forms),
                         [](const auto& form) { return std::string(form.param.name); });

// A body of TBX version 2.
std::string tbx(const std::string& entries) {
  return "<?xml version=\"1.0\"?>\n<martif type=\"TBX\" xml:lang=\"en\"><text><body>\n" + entries +
         "</body></text></martif>\n";
}

TEST(ForeignTbx, OfOtherToolsIsRead) {
  const ReadTerms read = parse_termbase(
      tbx("<termEntry><langSet xml:lang=\"en-US\"><ntig><termGrp><term>left <hi>bank</hi></term>"
          "<termNote type=\"partOfSpeech\">noun</termNote><termNote type=\"grammaticalGender\">neuter</termNote>"
          "</termGrp></ntig></langSet><langSet xml:lang=\"vi\"><tig><term>tả ngạn</term>"
          "<termNote type=\"administrativeStatus\">supersededTerm-admn-sts</termNote>"
          "<descrip type=\"context\">ở tả ngạn</descrip></tig></langSet></termEntry>"),
      "my.tbx");

  ASSERT_THAT(read.base.terms.concepts(), SizeIs(1));
  const Concept& bank = read.base.terms.concepts()[0];
  EXPECT_EQ(bank.id, "en-US:left bank");
  EXPECT_EQ(bank.terms[0].part_of_speech, PartOfSpeech::noun);
  EXPECT_EQ(bank.terms[0].note, "grammaticalGender: neuter");
  EXPECT_EQ(bank.terms[1].status, TermStatus::deprecated);
  EXPECT_EQ(bank.terms[1].note, "context: ở tả ngạn");
  ASSERT_THAT(read.notes, SizeIs(1));
  EXPECT_THAT(read.notes[0], AllOf(HasSubstr("context (1)"), HasSubstr("grammaticalGender (1)")));
}

TEST(ForeignTbx, OfVersion3InTheStyleDctIsRead) {
  const ReadTerms read = parse_termbase(
      "<tbx type=\"TBX-Basic\" style=\"dct\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\" "
      "xmlns:min=\"http://www.tbxinfo.net/ns/min\" xmlns:basic=\"http://www.tbxinfo.net/ns/basic\"><text><body>"
      "<conceptEntry id=\"c1\"><min:subjectField>rivers</min:subjectField><transacGrp>"
      "<basic:transactionType>origination</basic:transactionType><date>2010-04-17</date>"
      "<basic:responsibility>Tommy</basic:responsibility></transacGrp><langSec xml:lang=\"en\"><descripGrp>"
      "<basic:definition>A river.</basic:definition><basic:source>Oxford</basic:source></descripGrp><termSec>"
      "<term>Amur</term><min:partOfSpeech>properNoun</min:partOfSpeech>"
      "<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry>"
      "</body></text></tbx>",
      "my.tbx");

  const Concept& amur = read.base.terms.concepts()[0];
  EXPECT_EQ(amur.subject, "rivers");
  EXPECT_THAT(amur.definitions, testing::ElementsAre(terms::Definition{en, "A river.", "Oxford"}));
  EXPECT_EQ(amur.terms[0].status, TermStatus::preferred);
  ASSERT_THAT(read.base.history, SizeIs(1));
  EXPECT_EQ(read.base.history[0].author.by, "Tommy");
  EXPECT_THAT(read.notes, IsEmpty());
}

TEST(ForeignTbx, WithIdsThatStandTwiceSaysSo) {
  const std::string entry =
      "<termEntry id=\"c1\"><langSet xml:lang=\"en\"><tig><term>Amur</term></tig></langSet></termEntry>";
  const ReadTerms read = parse_termbase(tbx(entry + entry), "my.tbx");

  EXPECT_THAT(read.base.terms.concepts(), SizeIs(1));
  EXPECT_THAT(read.notes, testing::ElementsAre(HasSubstr("1 entries have an id that an earlier one has")));
}

TEST(ForeignTbx, IsRefusedWithLineAndRemedy) {
  const auto term = [](const std::string& language, const std::string& wording) {
    return tbx("<termEntry id=\"c1\">\n<langSet xml:lang=\"" + language + "\"><tig><term>" + wording +
               "</term></tig></langSet></termEntry>");
  };

  EXPECT_THAT(refusal_of(term("english!", "Amur")), AllOf(StartsWith("my.file:4: language"), HasSubstr("BCP 47")));
  EXPECT_THAT(refusal_of(term("", "Amur")), HasSubstr("BCP 47"));
  EXPECT_THAT(refusal_of(term("en", " ")), HasSubstr("has no wording"));
  EXPECT_THAT(refusal_of(term("en", "&#xD800;")), HasSubstr("character that is none"));
  EXPECT_THAT(refusal_of(tbx("")), HasSubstr("holds no concept"));
  EXPECT_THAT(refusal_of(tbx("<termEntry/>")), HasSubstr("neither an id nor a term"));
  EXPECT_THAT(refusal_of("<tmx/>"), HasSubstr("no TBX"));
  EXPECT_THAT(refusal_of("<martif><text>"), HasSubstr("no whole XML"));
}

TEST(ForeignTbx, ExpandsNoEntityAndReadsNoOtherFile) {
  const std::string bomb =
      "<?xml version=\"1.0\"?><!DOCTYPE martif [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY x SYSTEM \"file:///etc/passwd\">]><martif><text><body><termEntry id=\"c\"><langSet "
      "xml:lang=\"en\"><tig>"
      "<term>&b;&x;</term></tig></langSet></termEntry></body></text></martif>";

  const ReadTerms read = parse_termbase(bomb, "my.tbx");

  EXPECT_EQ(read.base.terms.concepts()[0].terms[0].wording, "&b;&x;");
}

TEST(ForeignTbx, NestedVeryDeeplyIsReadOrRefused) {
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<hi>";
  deep += "x";
  for (int i = 0; i < 200'000; ++i) deep += "</hi>";

  EXPECT_THAT(refusal_of(tbx("<termEntry id=\"c\"><langSet xml:lang=\"en\"><tig><term>Amur</term><note>" + deep +
                             "</note></tig></langSet></termEntry>")),
              testing::AnyOf("read", StartsWith("my.file")));
}

TEST(TermJson, IsRefusedWithThePlace) {
  EXPECT_THAT(refusal_of("{\"tungse_terms\": 1, \"concepts\": [{\"id\": \"c\", \"terms\": [{\"language\": \"en\"}]}]}"),
              HasSubstr("concepts[0].terms[0] has no \"wording\""));
  EXPECT_THAT(refusal_of("{\"tungse_terms\": 1, \"concepts\": [{\"id\": 7}]}"), HasSubstr("concepts[0].id is no text"));
  EXPECT_THAT(refusal_of("{\"tungse_terms\": 1, \"concepts\": {}}"), HasSubstr("concepts is no list"));
  EXPECT_THAT(refusal_of("{\"tungse_terms\": 2}"), HasSubstr("newer"));
  EXPECT_THAT(refusal_of("{}"), HasSubstr("no list of terms"));
  EXPECT_THAT(refusal_of("{\"a\": " + std::string(100'000, '[')), StartsWith("my.file"));
  EXPECT_THAT(refusal_of("{\"a\": \"\xFF\"}"), StartsWith("my.file"));
}

TEST(TermCsv, IsReadAsSpreadsheetsWriteIt) {
  const ReadTerms read = parse_termbase(
      "\xEF\xBB\xBF"
      "en;vi\r\n\"left bank; the\";\"tả \"\"ngạn\"\"\"\r\n",
      "my.csv");

  const Concept& bank = read.base.terms.concepts()[0];
  EXPECT_EQ(bank.terms[0].wording, "left bank; the");
  EXPECT_EQ(bank.terms[1].wording, "tả \"ngạn\"");
}

TEST(TermCsv, IsRefusedWithItsLine) {
  EXPECT_EQ(refusal_of("en,vi\nAmur,\"sông\n"),
            "my.file:2: a quote is never closed; close it, or write a quote inside a "
            "field twice");
  EXPECT_THAT(refusal_of("en,vi\n\"Amur\"x,y\n"), HasSubstr("my.file:2: text follows a closing quote"));
}

}  // namespace
}  // namespace aligner::interchange

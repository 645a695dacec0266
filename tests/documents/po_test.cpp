// PO catalogues, as entries and as a text.

#include <sstream>

#include <gmock/gmock.h>

#include "aligner/documents/po_entries.h"
#include "aligner/documents/po_text.h"
#include "aligner/documents/read_file.h"
#include "aligner/error.h"

#include "tests/support/case_file.h"

using aligner::Error;
using aligner::documents::PoEntry;
using aligner::documents::PoReader;
using aligner::documents::read_file_bytes;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

namespace {

std::vector<PoEntry> entries_of(const std::string& bytes) {
  std::istringstream in(bytes);
  PoReader reader(in, "vi.po");
  std::vector<PoEntry> entries;
  while (auto entry = reader.next()) entries.push_back(*entry);
  return entries;
}

const std::string header =
    "# Vietnamese\n"
    "msgid \"\"\n"
    "msgstr \"\"\n"
    "\"Language: vi\\n\"\n"
    "\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n";

TEST(PoEntries, HaveContextPluralFormsAndFlags) {
  const auto entries = entries_of(
      header +
      "#. a comment\n#: src/main.c:12\n#, c-format, fuzzy\n#| msgid \"old\"\nmsgctxt \"menu\"\nmsgid \"%d file\"\n"
      "msgid_plural \"%d files\"\nmsgstr[0] \"%d tập \"\n\"tin\"\nmsgstr[1] \"x\"\n");

  ASSERT_EQ(entries.size(), 2u);
  EXPECT_TRUE(entries[0].is_header());
  EXPECT_EQ(header_field(entries[0], "Language"), "vi");
  EXPECT_EQ(entries[1].line, 11u);
  EXPECT_EQ(entries[1].context, "menu");
  EXPECT_EQ(entries[1].plural_id, "%d files");
  EXPECT_THAT(entries[1].translations, ElementsAre("%d tập tin", "x"));
  EXPECT_TRUE(entries[1].has_flag("fuzzy"));
}

TEST(PoEntries, HaveTheFlagsOfAFirstLineBehindAByteOrderMark) {
  const auto entries = entries_of("\xEF\xBB\xBF#, fuzzy\nmsgid \"a\"\nmsgstr \"b\"\n");

  ASSERT_EQ(entries.size(), 1u);
  EXPECT_TRUE(entries[0].has_flag("fuzzy"));
}

TEST(PoEntries, FollowEachOtherWithoutABlankLine) {
  EXPECT_EQ(entries_of("msgid \"a\"\nmsgstr \"b\"\nmsgid \"c\"\nmsgstr \"d\"").size(), 2u);
}

TEST(PoEntries, ResolveEscapes) {
  EXPECT_EQ(entries_of("msgid \"a\\tb\\n\\\"c\\\" \\\\ \\x41\\101\\q\"\nmsgstr \"\"\n")[0].id, "a\tb\n\"c\" \\ AAq");
}

TEST(PoEntries, LeaveObsoleteOnesOutAndCountThem) {
  std::istringstream in("#, fuzzy\n#~ msgid \"a\"\n#~ msgstr \"b\"\n\nmsgid \"c\"\nmsgstr \"d\"\n");
  PoReader reader(in, "vi.po");

  const auto entry = reader.next();

  EXPECT_EQ(entry->id, "c");
  EXPECT_FALSE(entry->has_flag("fuzzy"));
  EXPECT_EQ(reader.obsolete_count(), 1u);
}

TEST(PoEntries, SayTheirLanguage) {
  const auto language_of = [](const std::string& named) {
    const auto language = aligner::documents::language_of_po({.translations = {"Language: " + named + "\n"}});
    return language ? language->str() : "none";
  };

  EXPECT_EQ(language_of("vi"), "vi");
  EXPECT_EQ(language_of("pt_BR"), "pt-BR");
  EXPECT_EQ(language_of("sr_RS@latin"), "sr-Latn-RS");
  EXPECT_EQ(language_of(""), "none");
  EXPECT_EQ(language_of("no such thing"), "none");
}

struct BrokenCatalogue {
  const char* bytes;
  const char* words;
};

TEST(PoEntries, ThatAreBrokenAreNamedByTheirLines) {
  for (const BrokenCatalogue& one :
       std::vector<BrokenCatalogue>{{"msgid \"a\"\nmsgstr \"b\"\nwords\n", "vi.po:3: is no line"},
                                    {"msgid \"a\nmsgstr \"b\"\n", "vi.po:1: has no string"},
                                    {"msgid \"a\" \"b\"\nmsgstr \"b\"\n", "vi.po:1: has a quotation mark"},
                                    {"msgid \"a\\\"\nmsgstr \"b\"\n", "vi.po:1: ends in a backslash"},
                                    {"\"a\"\n", "vi.po:1: is a string that nothing names"},
                                    {"msgid \"a\"\n\nmsgstr[x] \"b\"\n", "vi.po:3: has a plural form"},
                                    {"msgid \"a\"\nmsgstr[99999999999] \"b\"\n", "vi.po:2: has a plural form"},
                                    {"msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"c\"\n", "ends within an entry"}}) {
    EXPECT_THAT([&] { entries_of(one.bytes); }, ThrowsMessage<Error>(HasSubstr(one.words))) << one.bytes;
  }
}

TEST(PoText, HasTheTranslationsAndSaysWhatItLeavesOut) {
  const auto read = read_file_bytes(
      header +
          "msgid \"Open\"\nmsgstr \"Mở tập tin.\"\n\nmsgid \"Save\"\nmsgstr \"\"\n\n#, fuzzy\nmsgid \"Close\"\n"
          "msgstr \"Sai\"\n\nmsgid \"A\"\nmsgid_plural \"B\"\nmsgstr[0] \"Một\\n\\nHai\"\n\n#~ msgid \"x\"\n#~ msgstr "
          "\"y\"\n",
      "vi.po");

  EXPECT_EQ(read.read.document.bytes(), "Mở tập tin.\n\nMột\n\nHai");
  EXPECT_EQ(read.read.document.language().str(), "vi");
  EXPECT_EQ(to_string(*read.places.find(0)), "line 7");
  EXPECT_EQ(to_string(*read.places.find(18)), "line 17");
  EXPECT_THAT(read.read.notes,
              ElementsAre("vi.po: read as PO", "vi.po: messages without a translation, left out: 1",
                          "vi.po: fuzzy translations, left out: 1", "vi.po: obsolete entries, left out: 1",
                          "vi.po: language vi (its header says so)"));
}

TEST(PoText, OfATemplateHasItsMessages) {
  const auto read =
      read_file_bytes("msgid \"\"\nmsgstr \"Language: vi\\n\"\nmsgid \"Open the file.\"\nmsgstr \"\"\n", "a.pot");

  EXPECT_EQ(read.read.document.bytes(), "Open the file.");
  EXPECT_NE(read.read.document.language().str(), "vi");
}

TEST(PoText, IsReadInTheCharsetThatItNames) {
  const std::string bytes =
      "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=KOI8-R\\n\"\nmsgid \"a\"\nmsgstr \"\xE1\xCD\xD5\xD2\"\n";

  const auto read = read_file_bytes(bytes, "ru.po");

  EXPECT_EQ(read.read.document.bytes(), "Амур");
  EXPECT_EQ(read.read.encoding, "KOI8-R");
}

TEST(PoText, InAnUnknownCharsetIsRefused) {
  EXPECT_THAT(
      [] { read_file_bytes("msgid \"\"\nmsgstr \"charset=KLINGON-8\\n\"\nmsgid \"a\"\nmsgstr \"b\"\n", "a.po"); },
      ThrowsMessage<Error>(HasSubstr("a.po: encoding \"KLINGON-8\" is not known")));
}

TEST(PoText, HasNoMarksOfAccessKeys) {
  for (const tungse_tests::Case& row : tungse_tests::read_cases(std::string(TUNGSE_CASES) + "/access_keys.tsv")) {
    ASSERT_EQ(row.fields.size(), 3u) << row.where();
    EXPECT_EQ(aligner::documents::without_access_keys(row.fields[0], row.fields[1]), row.fields[2]) << row.where();
  }
}

TEST(PoText, HasNoDirectives) {
  for (const tungse_tests::Case& row : tungse_tests::read_cases(std::string(TUNGSE_CASES) + "/directives.tsv")) {
    ASSERT_EQ(row.fields.size(), 3u) << row.where();
    EXPECT_EQ(aligner::documents::without_directives(row.fields[1], {row.fields[0]}), row.fields[2]) << row.where();
  }
}

}  // namespace

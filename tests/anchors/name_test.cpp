#include "aligner/anchors/name.h"

#include <gmock/gmock.h>

#include "aligner/error.h"

#include "tests/support/case_file.h"

namespace {

using aligner::anchors::Name;
using aligner::anchors::NameScript;
using aligner::anchors::read_name;
using aligner::text::LanguageTag;
using tungse_tests::Case;

// In the notation of read_names.tsv.
std::string notation(const Name& name) {
  std::string text = name.key;
  if (!name.title.empty()) text += "\tt:" + name.title;
  if (name.initials) text += "\ti:" + name.initial_letters;
  if (name.script == NameScript::han) text += "\than";
  return text;
}

TEST(ReadName, TakesTheWholeStringForOneName) {
  for (const Case& row : tungse_tests::read_cases(TUNGSE_CASES "/read_names.tsv")) {
    const std::string expected = row.text.substr(row.fields[0].size() + row.fields[1].size() + 2);

    const Name name = read_name(row.fields[1], LanguageTag::parse(row.fields[0]));

    EXPECT_EQ(notation(name), expected) << row.where();
  }
}

TEST(ReadName, KeepsTheSpellingWithoutTitleAndInitials) {
  EXPECT_EQ(read_name("Count N. N. Muravyov-Amursky", LanguageTag::parse("en")).spelling, "Muravyov-Amursky");
}

TEST(ReadName, GivesAnEmptyKeyWhereThereAreNoLetters) {
  EXPECT_EQ(read_name("", LanguageTag::parse("vi")).key, "");
  EXPECT_EQ(read_name("1858, (?)", LanguageTag()).key, "");
}

TEST(ReadName, RefusesWhatIsNotUtf8) { EXPECT_THROW(read_name("\xC3(", LanguageTag()), aligner::Error); }

}  // namespace

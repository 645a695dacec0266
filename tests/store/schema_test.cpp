// What the tables themselves refuse, whoever writes.

#include <string>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include "aligner/store/project_database.h"

#include "tests/store/sample_texts.h"
#include "tests/support/case_file.h"
#include "tests/support/temporary_directory.h"

using aligner::store::OpenMode;
using aligner::store::ProjectDatabase;
using store_tests::monday;
using store_tests::treaty;
using testing::HasSubstr;
using testing::IsEmpty;
using tungse_tests::Case;

namespace {

class Schema : public testing::Test {
 protected:
  Schema() {
    auto project = ProjectDatabase::open(path_, OpenMode::create_or_open);
    const auto id = project.save(treaty(), monday, "0.1.0");
    project.add_decision(id, {.source = {0}, .target = {0}, .by = "Lan", .at = monday});
    project.save_terms(
        aligner::terms::TermList(
            {{.id = "c1", .terms = {{.language = aligner::text::LanguageTag::parse("vi"), .wording = "sông"}}}}),
        monday);
  }

  std::string refusal_of(const std::string& statement) {
    SQLite::Database raw(path_, SQLite::OPEN_READWRITE);
    raw.exec("PRAGMA foreign_keys = ON");
    SQLite::Transaction rolled_back(raw);
    try {
      raw.exec(statement);
      return "nothing";
    } catch (const SQLite::Exception& exception) {
      return exception.what();
    }
  }

  tungse_tests::TemporaryDirectory directory_;
  std::string path_ = (directory_.path() / "project.db").string();
};

TEST_F(Schema, RefusesWhatTheCaseFileSays) {
  for (const Case& row : tungse_tests::read_cases(std::string(TUNGSE_CASES) + "/refused_rows.tsv")) {
    ASSERT_EQ(row.fields.size(), 2u) << row.where();

    EXPECT_THAT(refusal_of(row.fields[0]), HasSubstr(row.fields[1])) << row.where();
  }
}

TEST_F(Schema, IsStrictInEveryTable) {
  SQLite::Database raw(path_);

  EXPECT_EQ(raw.execAndGet("SELECT coalesce(group_concat(name), '') FROM pragma_table_list "
                           "WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'")
                .getString(),
            "");
}

TEST_F(Schema, HoldsNoRowThatPointsNowhere) {
  EXPECT_THAT(ProjectDatabase::open(path_, OpenMode::read_only).find_damage(), IsEmpty());
}

TEST_F(Schema, ShowsTheWordsOfEverySegment) {
  SQLite::Database raw(path_);

  EXPECT_EQ(raw.execAndGet("SELECT group_concat(text, '|') FROM segment_text WHERE segmentation = 1").getString(),
            "Hiệp ước Ái Hồn.|Ngày 16 tháng 5 năm 1858.|Sông Amur.");
}

TEST_F(Schema, SaysWhereARowPointsNowhere) {
  SQLite::Database(path_, SQLite::OPEN_READWRITE).exec("DELETE FROM bead WHERE rank = 1");  // foreign keys are off here

  EXPECT_THAT(ProjectDatabase::open(path_, OpenMode::read_only).find_damage(),
              testing::Contains(HasSubstr("names a row of bead that is not there")));
}

}  // namespace

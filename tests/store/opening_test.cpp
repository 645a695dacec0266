// Which files are opened, which are refused, and in what words.

#include <algorithm>
#include <filesystem>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <sys/stat.h>

#include "aligner/error.h"
#include "aligner/store/project_database.h"

#include "tests/store/sample_texts.h"
#include "tests/support/case_file.h"
#include "tests/support/temporary_directory.h"

using aligner::Error;
using aligner::store::OpenMode;
using aligner::store::ProjectDatabase;
using store_tests::monday;
using store_tests::treaty;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using tungse_tests::read_bytes;

namespace {

class OpeningADatabase : public testing::Test {
 protected:
  std::string in_folder(const std::string& name) const { return (directory_.path() / name).string(); }

  static std::string refusal_of(const std::string& path, OpenMode mode = OpenMode::create_or_open) {
    try {
      ProjectDatabase::open(path, mode);
      return "";
    } catch (const Error& error) {
      return error.what();
    }
  }

  // A project with one alignment, closed.
  std::string made(const std::string& name) const {
    ProjectDatabase::open(in_folder(name), OpenMode::create_or_open).save(treaty(), monday, "0.1.0");
    return in_folder(name);
  }

  static void run_sql(const std::string& path, const std::string& sql) {
    SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
  }

  tungse_tests::TemporaryDirectory directory_;
};

TEST_F(OpeningADatabase, MakesOneWhereThereIsNone) {
  ProjectDatabase project = ProjectDatabase::open(in_folder("new.db"), OpenMode::create_or_open);

  EXPECT_THAT(project.list_alignments(), IsEmpty());
  EXPECT_THAT(project.find_damage(), IsEmpty());
}

TEST_F(OpeningADatabase, TakesAnEmptyFileForANewOne) {
  const std::string path = directory_.write("empty.db", "");

  EXPECT_EQ(refusal_of(path, OpenMode::open_existing), "");
}

TEST_F(OpeningADatabase, MarksItAsOurs) {
  SQLite::Database raw(made("project.db"));

  EXPECT_EQ(raw.execAndGet("PRAGMA application_id").getInt64(), 0x746E6773);
  EXPECT_EQ(raw.execAndGet("PRAGMA user_version").getInt(), 6);
  EXPECT_EQ(raw.execAndGet("PRAGMA journal_mode").getString(), "wal");
}

TEST_F(OpeningADatabase, LeavesNoOtherFilesBehindWhenItIsClosed) {
  const std::string path = made("project.db");

  EXPECT_FALSE(std::filesystem::exists(path + "-wal"));
  EXPECT_FALSE(std::filesystem::exists(path + "-shm"));
}

TEST_F(OpeningADatabase, TakesANameAsAFileWhateverItLooksLike) {
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(directory_.path());

  EXPECT_EQ(refusal_of(":memory:"), "");
  EXPECT_EQ(refusal_of("file:project.db?mode=memory"), "");

  std::filesystem::current_path(before);
  EXPECT_TRUE(std::filesystem::exists(in_folder(":memory:")));
  EXPECT_TRUE(std::filesystem::exists(in_folder("file:project.db?mode=memory")));
}

TEST_F(OpeningADatabase, IsRefusedWhenItMustBeThereAndIsNot) {
  EXPECT_THAT(refusal_of(in_folder("none.db"), OpenMode::open_existing), HasSubstr("there is no such database"));
  EXPECT_THAT(refusal_of(in_folder("none.db"), OpenMode::read_only), HasSubstr("there is no such database"));
  EXPECT_FALSE(std::filesystem::exists(in_folder("none.db")));
}

TEST_F(OpeningADatabase, IsRefusedWithoutAName) { EXPECT_THAT(refusal_of(""), HasSubstr("name a file")); }

TEST_F(OpeningADatabase, IsRefusedForAFolder) {
  EXPECT_THAT(refusal_of(directory_.path().string()), HasSubstr("this is a folder"));
}

TEST_F(OpeningADatabase, IsRefusedInAFolderThatIsNotThere) {
  EXPECT_THAT(refusal_of(in_folder("none/project.db")), HasSubstr("there is no folder"));
}

TEST_F(OpeningADatabase, IsRefusedWhereTheFolderIsAFile) {
  directory_.write("file", "text");

  EXPECT_THAT(refusal_of(in_folder("file/project.db")), HasSubstr(in_folder("file")));
}

TEST_F(OpeningADatabase, IsRefusedForWhatIsNoPlainFile) {
  ASSERT_EQ(mkfifo(in_folder("pipe").c_str(), 0600), 0);

  EXPECT_THAT(refusal_of(in_folder("pipe")), HasSubstr("no plain file"));
  EXPECT_THAT(refusal_of("/dev/null"), HasSubstr("no plain file"));
}

TEST_F(OpeningADatabase, IsRefusedForATextAndLeavesItAlone) {
  const std::string path = directory_.write("account.txt", "Ngày 16 tháng 5.\n");

  EXPECT_THAT(refusal_of(path), AllOf(StartsWith(path), HasSubstr("not an SQLite file")));
  EXPECT_EQ(read_bytes(path), "Ngày 16 tháng 5.\n");
}

TEST_F(OpeningADatabase, IsRefusedForAnotherProgramsDatabaseAndLeavesItAlone) {
  const std::string path = in_folder("other.db");
  run_sql(path, "PRAGMA application_id = 42; CREATE TABLE bead (id INTEGER)");
  const std::string before = read_bytes(path);

  EXPECT_THAT(refusal_of(path), HasSubstr("belongs to another program"));
  EXPECT_EQ(read_bytes(path), before);
}

TEST_F(OpeningADatabase, IsRefusedForATableOfNobodyAndLeavesItAlone) {
  const std::string path = in_folder("notes.db");
  run_sql(path, "CREATE TABLE note (text TEXT)");
  const std::string before = read_bytes(path);

  EXPECT_THAT(refusal_of(path), HasSubstr("belongs to another program"));
  EXPECT_EQ(read_bytes(path), before);
}

TEST_F(OpeningADatabase, IsRefusedWhenANewerProgramMadeIt) {
  const std::string path = made("newer.db");
  run_sql(path, "PRAGMA user_version = 7");

  EXPECT_THAT(refusal_of(path),
              HasSubstr("made by a newer tungse (schema 7; this one knows 6): use the newer program"));
  EXPECT_THAT(refusal_of(path, OpenMode::read_only), HasSubstr("made by a newer tungse"));
}

TEST_F(OpeningADatabase, IsRefusedWhenItsEndIsMissing) {
  const std::string path = made("short.db");
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);

  EXPECT_THAT(refusal_of(path), HasSubstr("damaged"));
}

TEST_F(OpeningADatabase, IsRefusedWhenItIsCutWithinItsFirstPage) {
  const std::string path = made("short.db");
  std::filesystem::resize_file(path, 50);

  EXPECT_THAT(refusal_of(path), HasSubstr("damaged"));
}

TEST_F(OpeningADatabase, IsRefusedWhenItsPagesAreScrambled) {
  std::string bytes = read_bytes(made("project.db"));
  std::fill(bytes.begin() + 100, bytes.begin() + 4096, 'x');
  const std::string path = directory_.write("scrambled.db", bytes);

  EXPECT_THAT(refusal_of(path), HasSubstr("damaged"));
}

TEST_F(OpeningADatabase, WithoutATableGivesAnErrorWhereItIsMissed) {
  const std::string path = made("project.db");
  run_sql(path, "DROP TABLE evidence");
  ProjectDatabase project = ProjectDatabase::open(path, OpenMode::open_existing);

  EXPECT_THROW(project.load_latest(), Error);
}

TEST_F(OpeningADatabase, ToReadChangesNothing) {
  const std::string path = made("project.db");
  const std::string before = read_bytes(path);

  {
    ProjectDatabase project = ProjectDatabase::open(path, OpenMode::read_only);
    EXPECT_EQ(project.load_latest(), treaty());
    EXPECT_THROW(project.save(treaty(), monday, "0.1.0"), Error);
  }

  EXPECT_EQ(read_bytes(path), before);
}

TEST_F(OpeningADatabase, ToReadIsRefusedForAnEmptyOne) {
  EXPECT_THAT(refusal_of(directory_.write("empty.db", ""), OpenMode::read_only), HasSubstr("empty"));
}

TEST_F(OpeningADatabase, ToWriteToAnImpossiblePlaceNamesIt) {
  EXPECT_THAT(refusal_of("/proc/project.db"), AllOf(StartsWith("/proc/project.db"), Not(HasSubstr("damaged"))));
}

class OldVersion : public testing::TestWithParam<std::string> {};

TEST_P(OldVersion, IsBroughtUpToDate) {
  tungse_tests::TemporaryDirectory directory;
  const std::string path = (directory.path() / "old.db").string();
  const std::string folder = std::string(TUNGSE_SOURCE_DIR) + "/tests/store/old_versions/";
  SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(read_bytes(folder + GetParam()));

  ProjectDatabase project = ProjectDatabase::open(path, OpenMode::open_existing);

  EXPECT_THAT(project.find_damage(), IsEmpty());
  for (const auto& summary : project.list_alignments()) EXPECT_NO_THROW(project.load(summary.id));
  EXPECT_NO_THROW(project.save(treaty(), monday, "0.1.0"));
  EXPECT_EQ(SQLite::Database(path).execAndGet("PRAGMA user_version").getInt(), 6);
}

INSTANTIATE_TEST_SUITE_P(
    Dumps, OldVersion,
    testing::ValuesIn(tungse_tests::list_files(std::string(TUNGSE_SOURCE_DIR) + "/tests/store/old_versions", ".sql")),
    [](const auto& dump) { return tungse_tests::test_name(dump.param); });

}  // namespace

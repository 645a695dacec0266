// What is left when things go wrong: killed programs, full disks, two writers, places that cannot be written.

#include <chrono>
#include <csignal>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "aligner/error.h"
#include "aligner/store/alignments.h"
#include "aligner/store/explain.h"
#include "aligner/store/open_database.h"
#include "aligner/store/project_database.h"

#include "tests/store/sample_texts.h"
#include "tests/support/temporary_directory.h"

using aligner::Error;
using aligner::align::AlignedTexts;
using aligner::store::OpenDatabase;
using aligner::store::OpenMode;
using aligner::store::ProjectDatabase;
using aligner::store::save_alignment;
using store_tests::many_beads;
using store_tests::monday;
using store_tests::treaty;
using store_tests::tuesday;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

// Another reading of the same long texts.
AlignedTexts other_beads(std::size_t count) {
  AlignedTexts texts = many_beads(count, 3);
  texts.alignment.method = "by another hand";
  return texts;
}

template <typename Work>
pid_t start_child(Work work) {
  const pid_t child = fork();
  if (child != 0) return child;
  work();
  _exit(0);
}

int wait_for(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

// Runs `work` as a user without privileges; what it returns is the child's exit code.
template <typename Work>
int run_as_ordinary_user(Work work) {
  const pid_t child = fork();
  if (child == 0) {
    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(77);
    _exit(work());
  }
  const int status = wait_for(child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

class Durability : public testing::Test {
 protected:
  std::string refusal_of_save(ProjectDatabase& project, const AlignedTexts& texts) {
    try {
      project.save(texts, tuesday, "0.2.0");
      return "";
    } catch (const Error& error) {
      return error.what();
    }
  }

  tungse_tests::TemporaryDirectory directory_;
  std::string path_ = (directory_.path() / "project.db").string();
};

TEST_F(Durability, AProgramKilledBeforeItsCommitLeavesTheFormerState) {
  { ProjectDatabase::open(path_, OpenMode::create_or_open).save(many_beads(3000, 3), monday, "0.1.0"); }

  const int status = wait_for(start_child([&] {
    OpenDatabase database = aligner::store::open_database(path_, OpenMode::open_existing);
    database.handle.exec("PRAGMA cache_size = 10");  // little memory: changes go to the log before the commit
    SQLite::Transaction transaction(database.handle, SQLite::TransactionBehavior::IMMEDIATE);
    save_alignment(database.handle, other_beads(3000), tuesday, "0.2.0");
    kill(getpid(), SIGKILL);
  }));

  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_GT(std::filesystem::file_size(path_ + "-wal"), 0u);  // the half-written pages did reach the disk
  const ProjectDatabase project = ProjectDatabase::open(path_, OpenMode::open_existing);
  EXPECT_THAT(project.find_damage(), IsEmpty());
  EXPECT_EQ(project.load_latest(), many_beads(3000, 3));
}

TEST_F(Durability, AProgramKilledAtAnyMomentLeavesOneStateOrTheOther) {
  const AlignedTexts former = many_beads(500, 3);
  const AlignedTexts later = other_beads(500);
  { ProjectDatabase::open(path_, OpenMode::create_or_open).save(former, monday, "0.1.0"); }
  for (int milliseconds = 1; milliseconds < 300; milliseconds += 25) {
    const pid_t child = start_child([&] {
      ProjectDatabase project = ProjectDatabase::open(path_, OpenMode::open_existing);
      for (int i = 0; i < 100; ++i) project.save(i % 2 == 0 ? later : former, tuesday, "0.2.0");
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    kill(child, SIGKILL);
    wait_for(child);

    const ProjectDatabase project = ProjectDatabase::open(path_, OpenMode::open_existing);
    ASSERT_THAT(project.find_damage(), IsEmpty());
    const AlignedTexts found = project.load_latest();
    ASSERT_TRUE(found == former || found == later) << "killed after " << milliseconds << " ms";
  }
}

TEST_F(Durability, AProgramKilledWhileMakingTheDatabaseLeavesOneThatOpens) {
  const int status = wait_for(start_child([&] {
    SQLite::Database raw(path_, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    raw.exec("PRAGMA journal_mode = WAL");
    SQLite::Transaction transaction(raw);
    raw.exec("PRAGMA application_id = 1953392499; CREATE TABLE document (id INTEGER PRIMARY KEY)");
    kill(getpid(), SIGKILL);
  }));

  ASSERT_TRUE(WIFSIGNALED(status));
  ProjectDatabase project = ProjectDatabase::open(path_, OpenMode::create_or_open);
  EXPECT_NO_THROW(project.save(treaty(), monday, "0.1.0"));
}

TEST_F(Durability, ASecondWriterWaitsForTheFirst) {
  ProjectDatabase first = ProjectDatabase::open(path_, OpenMode::create_or_open);
  SQLite::Database other(path_, SQLite::OPEN_READWRITE);
  SQLite::Transaction busy(other, SQLite::TransactionBehavior::IMMEDIATE);

  std::thread later([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    busy.commit();
  });
  const std::string refusal = refusal_of_save(first, treaty());
  later.join();

  EXPECT_EQ(refusal, "");
  EXPECT_EQ(first.load_latest(), treaty());
}

TEST_F(Durability, AReaderDoesNotWaitForAWriter) {
  ProjectDatabase project = ProjectDatabase::open(path_, OpenMode::create_or_open);
  project.save(treaty(), monday, "0.1.0");
  SQLite::Database other(path_, SQLite::OPEN_READWRITE);
  SQLite::Transaction busy(other, SQLite::TransactionBehavior::IMMEDIATE);
  other.exec("DELETE FROM bead");

  EXPECT_EQ(ProjectDatabase::open(path_, OpenMode::read_only).load_latest(), treaty());
}

TEST_F(Durability, ManyProgramsMayMakeAndFillOneDatabaseAtOnce) {
  std::vector<pid_t> children;
  for (int i = 0; i < 6; ++i) {
    children.push_back(start_child([&] {
      ProjectDatabase project = ProjectDatabase::open(path_, OpenMode::create_or_open);
      for (int j = 0; j < 5; ++j) project.save(treaty(), monday, "0.1.0");
    }));
  }
  for (const pid_t child : children) EXPECT_EQ(wait_for(child), 0);

  const ProjectDatabase project = ProjectDatabase::open(path_, OpenMode::read_only);
  EXPECT_THAT(project.list_alignments(), SizeIs(1));
  EXPECT_THAT(project.find_damage(), IsEmpty());
}

TEST_F(Durability, AFullDiskIsNamedAndLeavesTheFormerState) {
  { ProjectDatabase::open(path_, OpenMode::create_or_open).save(treaty(), monday, "0.1.0"); }
  OpenDatabase database = aligner::store::open_database(path_, OpenMode::open_existing);
  SQLite::Statement(database.handle, "PRAGMA max_page_count = 1").executeStep();  // as it is now, and no more

  try {
    aligner::store::explaining(database.path, [&] {
      SQLite::Transaction transaction(database.handle, SQLite::TransactionBehavior::IMMEDIATE);
      return save_alignment(database.handle, many_beads(2000, 2), tuesday, "0.2.0");
    });
    FAIL() << "saved without room";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("no room is left"));
  }

  EXPECT_EQ(ProjectDatabase::open(path_, OpenMode::open_existing).load_latest(), treaty());
}

TEST_F(Durability, ADiskThatTakesNoMoreLeavesTheFormerState) {
  { ProjectDatabase::open(path_, OpenMode::create_or_open).save(treaty(), monday, "0.1.0"); }

  const int status = wait_for(start_child([&] {
    ProjectDatabase project = ProjectDatabase::open(path_, OpenMode::open_existing);
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{400000, 400000};
    setrlimit(RLIMIT_FSIZE, &limit);
    const std::string refusal = refusal_of_save(project, many_beads(5000, 3));
    _exit(refusal.find("what was saved before is still there") == std::string::npos ? 1 : 0);
  }));

  EXPECT_EQ(status, 0);
  const ProjectDatabase project = ProjectDatabase::open(path_, OpenMode::open_existing);
  EXPECT_THAT(project.find_damage(), IsEmpty());
  EXPECT_EQ(project.load_latest(), treaty());
}

class OrdinaryUser : public Durability {
 protected:
  void SetUp() override {
    { ProjectDatabase::open(path_, OpenMode::create_or_open).save(treaty(), monday, "0.1.0"); }
    namespace fs = std::filesystem;
    fs::permissions(path_, fs::perms(0444));
    fs::permissions(directory_.path(), fs::perms(0555));
  }
  void TearDown() override { std::filesystem::permissions(directory_.path(), std::filesystem::perms(0755)); }
};

TEST_F(OrdinaryUser, ReadsADatabaseInAFolderThatNobodyCanWriteTo) {
  EXPECT_EQ(run_as_ordinary_user([&] {
              const ProjectDatabase project = ProjectDatabase::open(path_, OpenMode::read_only);
              return project.load_latest() == treaty() ? 0 : 1;
            }),
            0);
}

TEST_F(OrdinaryUser, IsToldThatADatabaseCannotBeWritten) {
  EXPECT_EQ(run_as_ordinary_user([&] {
              try {
                ProjectDatabase::open(path_, OpenMode::create_or_open);
                return 1;
              } catch (const Error& error) {
                return std::string(error.what()).find("cannot be written") == std::string::npos ? 2 : 0;
              }
            }),
            0);
}

TEST_F(OrdinaryUser, IsToldThatAFolderCannotBeWritten) {
  EXPECT_EQ(run_as_ordinary_user([&] {
              try {
                ProjectDatabase::open(directory_.path() / "new.db", OpenMode::create_or_open);
                return 1;
              } catch (const Error& error) {
                return std::string(error.what()).find("folder writable") == std::string::npos ? 2 : 0;
              }
            }),
            0);
}

}  // namespace

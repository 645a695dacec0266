#include "aligner/store/database_file.h"

#include <cerrno>
#include <memory>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "aligner/error.h"
#include "aligner/store/explain.h"
#include "aligner/store/migrate.h"
#include "aligner/store/open_database.h"
#include "aligner/store/project_database.h"
#include "aligner/store/segment_index.h"
#include "aligner/store/statement.h"

namespace aligner::store {
namespace {

namespace fs = std::filesystem;

constexpr int pages_at_a_time = 2000;

// What people count, by the tables that hold it.
struct Countable {
  const char* table;
  const char* what;
};
constexpr Countable countables[] = {{"document", "texts"},       {"segmentation", "cuts"},  {"segment", "segments"},
                                    {"alignment", "alignments"}, {"bead", "beads"},         {"evidence", "reasons"},
                                    {"edit", "edits"},           {"decision", "decisions"}, {"concept", "concepts"},
                                    {"term", "terms"},           {"proposal", "proposals"}};

std::uintmax_t size_of(const fs::path& path) {
  std::error_code ignored;  // a log that is not there has no bytes
  const std::uintmax_t size = fs::file_size(path, ignored);
  return ignored ? 0 : size;
}

std::int64_t number(SQLite::Database& handle, const std::string& sql) { return Statement(handle, sql).number_of(); }

bool is_corrupt(const SQLite::Exception& exception) { return (exception.getErrorCode() & 0xff) == SQLITE_CORRUPT; }

// What SQLite itself finds wrong.
std::vector<std::string> check_tables(OpenDatabase& database) {
  std::vector<std::string> faults;
  try {
    Statement integrity(database.handle, "PRAGMA integrity_check");
    for (integrity.bind(); integrity.next();) {
      if (integrity.text(0) != "ok") faults.push_back(integrity.text(0));
    }
    Statement foreign_keys(database.handle, "PRAGMA foreign_key_check");
    for (foreign_keys.bind(); foreign_keys.next();) {
      faults.push_back("a row of " + foreign_keys.text(0) + " names a row of " + foreign_keys.text(2) +
                       " that is not there");
    }
  } catch (const SQLite::Exception& exception) {
    if (!is_corrupt(exception)) throw;
    faults.push_back("the file is damaged: " + std::string(exception.what()));
  }
  return faults;
}

// A broken index and a broken text are both faults; what is wrong with a text is said with its alignment.
bool has_whole_index(OpenDatabase& database) {
  try {
    return is_index_whole(database.handle);
  } catch (const SQLite::Exception& exception) {
    if (!is_corrupt(exception)) throw explain(database.path, exception);
    return false;
  } catch (const Error&) {
    return false;
  }
}

// What the values say, once the tables are whole.
std::vector<std::string> check_alignments(const fs::path& path) {
  std::vector<std::string> faults;
  const ProjectDatabase project = ProjectDatabase::open(path, OpenMode::read_only);
  for (const AlignmentSummary& summary : project.list_alignments()) {
    try {
      project.load(summary.id, Reviewed::no);
      project.load(summary.id, Reviewed::yes);
      project.edits_for(summary.id);
    } catch (const Error& error) {
      faults.push_back("alignment " + std::to_string(summary.id) + ": " + error.what());
    }
  }
  return faults;
}

// Gone when the work ends early.
class NewFile {
 public:
  explicit NewFile(fs::path path) : path_(std::move(path)) {}
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile() {
    std::error_code ignored;  // there is nobody to tell
    for (const char* end : {"", "-journal", "-wal", "-shm"}) fs::remove(path_.string() + end, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void copy_pages(OpenDatabase& source, SQLite::Database& copy, const std::function<bool(double)>& go_on) {
  // One moment of the source, whatever others write to it meanwhile.
  source.handle.exec("BEGIN");
  number(source.handle, "SELECT count(*) FROM sqlite_schema");
  const std::unique_ptr<sqlite3_backup, int (*)(sqlite3_backup*)> backup(
      sqlite3_backup_init(copy.getHandle(), "main", source.handle.getHandle(), "main"), sqlite3_backup_finish);
  if (backup == nullptr) throw SQLite::Exception(copy.getHandle(), sqlite3_errcode(copy.getHandle()));
  int state = SQLITE_OK;
  while (state == SQLITE_OK) {
    state = sqlite3_backup_step(backup.get(), pages_at_a_time);
    const int all = sqlite3_backup_pagecount(backup.get());
    const double done = all == 0 ? 1 : 1 - static_cast<double>(sqlite3_backup_remaining(backup.get())) / all;
    if (go_on && !go_on(done)) throw Error("interrupted; no copy was made");
  }
  if (state != SQLITE_DONE) throw SQLite::Exception(sqlite3_errstr(state), state);
}

// To the disk, so that a lost cable finds the copy whole.
void flush(const fs::path& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool is_flushed = file >= 0 && fsync(file) == 0;
  if (file >= 0) close(file);
  if (!is_flushed) throw Error(path.string() + ": cannot be written to the disk; look at the disk, then try again");
}

// Under a name that nobody has; an existing file is never replaced, also not one made since we looked.
void give_name(const fs::path& made, const fs::path& name) {
  if (link(made.c_str(), name.c_str()) == 0) return;
  if (errno == EEXIST) throw Error(name.string() + ": is there already; name a new file for the copy");
  std::error_code error;  // a file system without links
  fs::rename(made, name, error);
  if (error) throw Error(name.string() + ": cannot be written (" + error.message() + "); name another file");
}

}  // namespace

FileInfo read_file_info(const fs::path& path) {
  OpenDatabase database = open_database(path, OpenMode::read_only, AnySchema::yes);
  return explaining(path, [&] {
    FileInfo info;
    info.schema = read_schema_state(database.handle).version;
    info.latest_schema = latest_version();
    info.byte_count = size_of(path);
    info.log_byte_count = size_of(path.string() + "-wal");
    info.free_byte_count = static_cast<std::uintmax_t>(number(database.handle, "PRAGMA freelist_count") *
                                                       number(database.handle, "PRAGMA page_size"));
    for (const Countable& one : countables) {
      Statement is_there(database.handle, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?");
      if (is_there.number_of(std::string(one.table)) == 0) continue;
      info.counts.push_back({one.what, number(database.handle, std::string("SELECT count(*) FROM ") + one.table)});
    }
    return info;
  });
}

Faults find_faults(const fs::path& path) {
  Faults faults;
  {
    OpenDatabase database = open_database(path, OpenMode::read_only, AnySchema::yes);
    faults.sentences = explaining(path, [&] { return check_tables(database); });
    faults.is_thorough = explaining(path, [&] {
      return faults.sentences.empty() && read_schema_state(database.handle).version == latest_version();
    });
    if (faults.is_thorough) {
      const std::int64_t homeless = explaining(path, [&] {
        return number(database.handle,
                      "SELECT count(*) FROM decision WHERE id NOT IN (SELECT decision FROM edit_decision)");
      });
      if (!has_whole_index(database)) faults.sentences.push_back("the index of words does not agree with the texts");
      if (homeless > 0) faults.sentences.push_back(std::to_string(homeless) + " decisions are part of no edit");
    }
  }
  if (faults.is_thorough) {
    for (std::string& sentence : check_alignments(path)) faults.sentences.push_back(std::move(sentence));
  }
  return faults;
}

void back_up(const fs::path& path, const fs::path& copy, const std::function<bool(double)>& go_on) {
  OpenDatabase source = open_database(path, OpenMode::read_only, AnySchema::yes);
  std::error_code ignored;
  if (copy.empty()) throw Error("the name of the copy is empty; name a file");
  if (fs::exists(fs::symlink_status(copy, ignored))) {
    throw Error(copy.string() + ": is there already; name a new file for the copy");
  }
  const fs::path folder = copy.has_parent_path() ? copy.parent_path() : fs::path(".");
  if (!fs::is_directory(folder, ignored)) {
    throw Error(copy.string() + ": there is no folder " + folder.string() + "; make it first");
  }
  const NewFile made(folder / ("." + copy.filename().string() + "." + std::to_string(getpid()) + ".tmp"));
  explaining(copy, [&] {
    SQLite::Database target(made.path().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    copy_pages(source, target, go_on);
    Statement(target, "PRAGMA journal_mode = DELETE").next();  // one file, also for those who only read it
    if (Statement check(target, "PRAGMA quick_check"); check.next() && check.text(0) != "ok") {
      throw Error(path.string() + ": is damaged (" + check.text(0) + "), no copy was made; bring back an older copy");
    }
  });
  flush(made.path());
  give_name(made.path(), copy);
}

Vacuumed vacuum(const fs::path& path) {
  Vacuumed sizes;
  OpenDatabase database = open_database(path, OpenMode::open_existing, AnySchema::yes);
  explaining(path, [&] {
    Statement(database.handle, "PRAGMA wal_checkpoint(TRUNCATE)").next();
    sizes.bytes_before = size_of(path);
    database.handle.exec("VACUUM");
    Statement(database.handle, "PRAGMA wal_checkpoint(TRUNCATE)").next();
    sizes.bytes_after = size_of(path);
  });
  return sizes;
}

Migrated migrate_file(const fs::path& path, const std::function<bool(double)>& go_on) {
  Migrated versions;
  {
    OpenDatabase database = open_database(path, OpenMode::open_existing, AnySchema::yes);
    versions.from = explaining(path, [&] { return read_schema_state(database.handle).version; });
  }
  open_database(path, OpenMode::open_existing, AnySchema::no, go_on);
  versions.to = latest_version();
  return versions;
}

}  // namespace aligner::store

// Opening asks in an order that leaves foreign files untouched: first the file system, then the first 100 bytes of the
// file, then SQLite; only what is ours (or empty) is ever written to.

#include "aligner/store/open_database.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

#include <sqlite3.h>

#include "aligner/error.h"
#include "aligner/store/explain.h"
#include "aligner/store/migrate.h"
#include "aligner/store/statement.h"

namespace aligner::store {
namespace {

namespace fs = std::filesystem;

constexpr int busy_milliseconds = 10000;
constexpr std::string_view sqlite_magic{"SQLite format 3\0", 16};
constexpr std::size_t header_size = 100;          // https://www.sqlite.org/fileformat2.html, 1.3
constexpr std::size_t application_id_place = 68;  // four bytes, big-endian

[[noreturn]] void refuse(const fs::path& path, const std::string& why) { throw Error(path.string() + ": " + why); }

// What is at `path` must be a plain file, or (for create_or_open) nothing in a folder that is there.
void check_place(const fs::path& path, OpenMode mode) {
  if (path.empty()) throw Error("the name of the database is empty; name a file");
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_regular_file(status)) return;
  if (fs::is_directory(status)) refuse(path, "this is a folder; name a file in it");
  if (status.type() == fs::file_type::none) refuse(path, "this file cannot be reached (" + error.message() + ")");
  if (status.type() != fs::file_type::not_found) refuse(path, "this is no plain file; name another one");
  if (mode != OpenMode::create_or_open) {
    refuse(path, "there is no such database; look at the name, or make it by aligning two texts into it");
  }
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  if (!fs::is_directory(folder, error)) refuse(path, "there is no folder " + folder.string() + "; make it first");
}

// The first bytes of the file; fewer where it is shorter.
std::string read_header(const fs::path& path) {
  std::error_code ignored;  // a file that is not there has no header
  if (!fs::exists(path, ignored)) return {};
  std::ifstream in(path, std::ios::binary);
  std::array<char, header_size> bytes{};
  if (!in) refuse(path, "this file cannot be read; make it readable, or name another one");
  in.read(bytes.data(), bytes.size());
  return {bytes.data(), static_cast<std::size_t>(in.gcount())};
}

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t number = 0;
  for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

[[noreturn]] void refuse_other_application(const fs::path& path) {
  refuse(path, "this database belongs to another program; nothing was changed: name another file");
}

// The header may be older than the write-ahead log beside the file; application_id 0 is therefore not yet an answer.
void check_header(const fs::path& path) {
  const std::string header = read_header(path);
  if (header.empty()) return;
  if (!std::string_view(header).starts_with(sqlite_magic)) {
    refuse(path, "this is not a database (not an SQLite file); nothing was changed: name another file");
  }
  if (header.size() < header_size) throw damaged(path, "it ends within its first page");
  const std::uint32_t id = big_endian(std::string_view(header).substr(application_id_place, 4));
  if (id != 0 && id != application_id) refuse_other_application(path);
}

// SQLite reads "file:..." and ":memory:" in its own way; a name with a folder is always a file.
std::string plain_name(const fs::path& path) {
  return path.has_parent_path() ? path.string() : (fs::path(".") / path).string();
}

std::string immutable_uri(const fs::path& path) {
  std::string uri = "file:";
  for (const char c : plain_name(path)) {
    if (c == '%' || c == '?' || c == '#') {
      constexpr std::string_view digits = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(c);
      uri += {'%', digits[byte >> 4], digits[byte & 15]};
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

void set_up(SQLite::Database& handle) {
  sqlite3_db_config(handle.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  handle.exec("PRAGMA trusted_schema = OFF");  // a file from a stranger runs nothing of its own
  handle.exec("PRAGMA cell_size_check = ON");
  handle.exec("PRAGMA foreign_keys = ON");
}

SQLite::Database open_to_read(const fs::path& path) {
  try {
    SQLite::Database handle(plain_name(path), SQLite::OPEN_READONLY, busy_milliseconds);
    set_up(handle);
    Statement(handle, "SELECT count(*) FROM sqlite_schema").number_of();
    return handle;
  } catch (const SQLite::Exception&) {
    // A write-ahead log needs a writable folder even to be read. Where there is none, as on a medium that nobody can
    // write to, the file is complete and cannot change: that may be promised to SQLite.
    std::error_code ignored;
    const fs::path log = path.string() + "-wal";
    if (fs::exists(log, ignored) && fs::file_size(log, ignored) > 0) throw;
    SQLite::Database handle(immutable_uri(path), SQLite::OPEN_READONLY | SQLite::OPEN_URI, busy_milliseconds);
    set_up(handle);
    return handle;
  }
}

SQLite::Database open_to_write(const fs::path& path, OpenMode mode) {
  const int create = mode == OpenMode::create_or_open ? SQLite::OPEN_CREATE : 0;
  SQLite::Database handle(plain_name(path), SQLite::OPEN_READWRITE | create, busy_milliseconds);
  set_up(handle);
  // SQLite opens what it may not write for reading and says so only when one writes.
  if (sqlite3_db_readonly(handle.getHandle(), "main") == 1) {
    refuse(path, "this database cannot be written; make the file writable, or work on a copy elsewhere");
  }
  return handle;
}

void check_identity(const fs::path& path, SQLite::Database& handle, OpenMode mode, AnySchema any) {
  const SchemaState state = read_schema_state(handle);
  if (state.is_fresh()) {
    if (mode == OpenMode::read_only || any == AnySchema::yes)
      refuse(path, "this database is empty; align two texts into it first");
    return;
  }
  if (state.application != application_id) refuse_other_application(path);
  if (state.version > latest_version()) {
    refuse(path, "made by a newer tungse (schema " + std::to_string(state.version) + "; this one knows " +
                     std::to_string(latest_version()) + "): use the newer program");
  }
  if (state.version < 1) throw damaged(path, "its schema has no version");
  if (any == AnySchema::no && mode == OpenMode::read_only && state.version < latest_version()) {
    refuse(path, "made by an older tungse (schema " + std::to_string(state.version) + "; this one reads " +
                     std::to_string(latest_version()) + "): open it once for writing, which brings it up to date");
  }
}

// Where the file system has no shared memory (some network shares) SQLite stays with a rollback journal: slower, as
// safe.
void use_write_ahead_log(SQLite::Database& handle) {
  try {
    Statement(handle, "PRAGMA journal_mode = WAL").next();
  } catch (const SQLite::Exception& exception) {
    if ((exception.getErrorCode() & 0xff) != SQLITE_BUSY) throw;
    // Someone else has just made the file and is setting the same.
  }
}

}  // namespace

OpenDatabase open_database(const fs::path& path, OpenMode mode, AnySchema any,
                           const std::function<bool(double)>& go_on) {
  check_place(path, mode);
  check_header(path);
  return explaining(path, [&] {
    OpenDatabase database{path, mode == OpenMode::read_only ? open_to_read(path) : open_to_write(path, mode)};
    check_identity(path, database.handle, mode, any);
    if (mode != OpenMode::read_only && any == AnySchema::no) {
      use_write_ahead_log(database.handle);
      migrate(database.handle, go_on);
    }
    return database;
  });
}

}  // namespace aligner::store

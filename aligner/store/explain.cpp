#include "aligner/store/explain.h"

#include <sqlite3.h>

namespace aligner::store {
namespace {

std::string advice(int code, const std::string& detail) {
  switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "another program is writing to this database; wait until it has finished, then try again";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return "this database cannot be written; make the file and its folder writable, or work on a copy elsewhere";
    case SQLITE_CANTOPEN:
      return "this database cannot be opened; make the file readable and its folder writable, or work on a copy "
             "elsewhere";
    case SQLITE_FULL:
      return "no room is left for this database; what was saved before is still there: make room on its disk, then try "
             "again";
    case SQLITE_IOERR:
      return "reading or writing this database failed (" + detail +
             "); what was saved before is still there: look at its disk, or work on a copy elsewhere";
    case SQLITE_NOMEM:
      return "there is not enough memory to work with this database; close other programs, then try again";
    case SQLITE_NOTADB:
      return "this is not an SQLite database (or it is damaged from its first page on); name another file, or bring "
             "back "
             "a copy";
    case SQLITE_CONSTRAINT:
      return "the database's rules refuse this (" + detail +
             "); nothing was changed: correct the value, then try again";
    case SQLITE_TOOBIG:
      return "a text is too long for this database; cut it into parts";
    default:
      return "this database is damaged (" + detail +
             "); bring back a copy, or name a new file and align the texts again";
  }
}

}  // namespace

Error explain(const std::filesystem::path& path, const SQLite::Exception& exception) {
  const int primary = exception.getErrorCode() & 0xff;  // extended codes keep theirs in the low byte
  return Error(path.string() + ": " + advice(primary, exception.what()));
}

Error damaged(const std::filesystem::path& path, const std::string& what) {
  return Error(path.string() + ": " + advice(SQLITE_CORRUPT, what));
}

}  // namespace aligner::store

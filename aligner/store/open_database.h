#pragma once
// An open project file, before anyone looks at what is in it. Private to the room.

#include <filesystem>
#include <functional>

#include <SQLiteCpp/Database.h>

#include "aligner/store/project_database.h"

namespace aligner::store {

struct OpenDatabase {
  std::filesystem::path path;  // as it was given: for messages
  SQLite::Database handle;
};

/// Whether older schemas are taken, and left, as they are.
enum class AnySchema { no, yes };

/// Opens the file at `path`, makes sure that it is ours and brings it to the latest schema. Throws Error as
/// ProjectDatabase::open says; with AnySchema::yes neither refuses an older schema nor changes it. `go_on` is for
/// migrate().
OpenDatabase open_database(const std::filesystem::path& path, OpenMode mode, AnySchema any = AnySchema::no,
                           const std::function<bool(double)>& go_on = {});

}  // namespace aligner::store

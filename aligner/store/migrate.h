#pragma once
// Brings a database from the schema it has to the latest one. Private to the room.

#include <cstdint>
#include <functional>

#include <SQLiteCpp/Database.h>

namespace aligner::store {

inline constexpr std::uint32_t application_id = 0x746E6773;  // "tngs"; schema/README.md

struct SchemaState {
  std::uint32_t application = 0;
  int version = 0;
  std::int64_t object_count = 0;  // tables, indexes, views, triggers

  /// True for a file in which nobody has written yet.
  bool is_fresh() const { return application == 0 && version == 0 && object_count == 0; }
};

SchemaState read_schema_state(SQLite::Database& handle);

/// The schema this program knows.
int latest_version();

/// Applies every migration that is missing, each in a transaction of its own. Other programs that open the same file
/// wait, and then find nothing left to do. `go_on`, where given, is called now and then with what is done, 0 to 1;
/// false ends the work with Error, and the migration it was in leaves no trace.
void migrate(SQLite::Database& handle, const std::function<bool(double)>& go_on = {});

}  // namespace aligner::store

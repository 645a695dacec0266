#include "aligner/store/migrate.h"

#include <SQLiteCpp/Transaction.h>

#include "aligner/error.h"
#include "aligner/store/reviewed_beads.h"
#include "aligner/store/segment_index.h"
#include "aligner/store/sql.h"
#include "aligner/store/statement.h"

namespace aligner::store {
namespace {

int read_version(SQLite::Database& handle) {
  return static_cast<int>(Statement(handle, "PRAGMA user_version").number_of());
}

constexpr int version_of_index = 6;  // schema/0006_concordance.sql

// What SQL cannot do for the rows that are there already.
void fill(SQLite::Database& handle, const Migration& migration, const std::function<bool(double)>& go_on) {
  if (migration.version != version_of_index) return;
  index_all_segments(handle, go_on);
  refresh_all_reviewed_beads(handle);
}

void apply(SQLite::Database& handle, const Migration& migration, const std::function<bool(double)>& go_on) {
  SQLite::Transaction transaction(handle, SQLite::TransactionBehavior::IMMEDIATE);
  if (read_version(handle) >= migration.version) return;  // another program was faster
  handle.exec(migration.sql);
  fill(handle, migration, go_on);
  if (read_version(handle) != migration.version) {
    throw Error("schema/" + migration.name + " does not end by setting user_version to " +
                std::to_string(migration.version));
  }
  transaction.commit();
}

}  // namespace

SchemaState read_schema_state(SQLite::Database& handle) {
  Statement question(handle, sql("count_schema_objects"));
  question.bind();
  question.next();
  return {static_cast<std::uint32_t>(question.integer(0)), static_cast<int>(question.integer(1)), question.integer(2)};
}

int latest_version() { return all_migrations().back().version; }

void migrate(SQLite::Database& handle, const std::function<bool(double)>& go_on) {
  for (const Migration& migration : all_migrations()) {
    if (read_version(handle) < migration.version) apply(handle, migration, go_on);
  }
}

}  // namespace aligner::store

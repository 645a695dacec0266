#include "aligner/store/migrate.h"

#include <SQLiteCpp/Transaction.h>

#include "aligner/error.h"
#include "aligner/store/sql.h"
#include "aligner/store/statement.h"

namespace aligner::store {
namespace {

int read_version(SQLite::Database& handle) {
  return static_cast<int>(Statement(handle, "PRAGMA user_version").number_of());
}

void apply(SQLite::Database& handle, const Migration& migration) {
  SQLite::Transaction transaction(handle, SQLite::TransactionBehavior::IMMEDIATE);
  if (read_version(handle) >= migration.version) return;  // another program was faster
  handle.exec(migration.sql);
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

void migrate(SQLite::Database& handle) {
  for (const Migration& migration : all_migrations()) {
    if (read_version(handle) < migration.version) apply(handle, migration);
  }
}

}  // namespace aligner::store

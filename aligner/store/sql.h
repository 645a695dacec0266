#pragma once
// The SQL that was put into the library: queries by name, migrations by number. Private to the room.

#include <string>
#include <string_view>
#include <vector>

namespace aligner::store {

/// The query in sql/`name`.sql.
std::string sql(std::string_view name);

struct Migration {
  int version = 0;  // user_version afterwards; the file's number
  std::string name;
  std::string sql;
};

/// All migrations, ascending, without a gap from 1.
std::vector<Migration> all_migrations();

}  // namespace aligner::store

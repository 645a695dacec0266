#include "aligner/store/sql.h"

#include <cstddef>
#include <stdexcept>

#include "aligner/text/embedded_file.h"

namespace aligner::store {

// As CMake writes them (tungse_embed).
extern const text::EmbeddedFile embedded_sql[];
extern const std::size_t embedded_sql_count;
extern const text::EmbeddedFile embedded_migrations[];
extern const std::size_t embedded_migrations_count;

std::string sql(std::string_view name) {
  const std::string file_name = std::string(name) + ".sql";
  for (std::size_t i = 0; i < embedded_sql_count; ++i) {
    if (embedded_sql[i].name == file_name) return {embedded_sql[i].bytes, embedded_sql[i].size};
  }
  throw std::logic_error(file_name + " is not in this library: name it in aligner/store/CMakeLists.txt");
}

std::vector<Migration> all_migrations() {
  std::vector<Migration> migrations;
  for (std::size_t i = 0; i < embedded_migrations_count; ++i) {
    const text::EmbeddedFile& file = embedded_migrations[i];
    migrations.push_back({static_cast<int>(i) + 1, file.name, std::string(file.bytes, file.size)});
  }
  return migrations;
}

}  // namespace aligner::store

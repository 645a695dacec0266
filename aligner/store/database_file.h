#pragma once
// The file of a project as a file: what is in it, whether it is whole, a copy of it while it is in use.
//
//   read_file_info("aigun.db").schema;      // 3: made by an older tungse; migrate_file brings it up to date
//   find_faults("aigun.db");                // {} where all is well
//   back_up("aigun.db", "aigun-monday.db");
//
// All but migrate_file take files of any schema up to this program's, and leave that as it is. All throw Error naming
// the file and the remedy where it is no project, or cannot be read (or, where it is changed, written).

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace aligner::store {

struct RowCount {
  std::string what;  // the plural of what the rows are: "alignments"
  std::int64_t count = 0;

  friend bool operator==(const RowCount&, const RowCount&) = default;
};

struct FileInfo {
  int schema = 0;                 // of the file
  int latest_schema = 0;          // of this program
  std::uintmax_t byte_count = 0;  // on the disk, without its log
  std::uintmax_t log_byte_count = 0;
  std::uintmax_t free_byte_count = 0;  // within the file, which vacuum gives back
  std::vector<RowCount> counts;        // of what the file's schema knows
};

FileInfo read_file_info(const std::filesystem::path& path);

struct Faults {
  std::vector<std::string> sentences;  // one for each fault
  bool is_thorough = true;             // false: of an older schema only the tables were checked, not what they say
};

/// Reads everything: pages, rows that point nowhere, and whether every alignment keeps the rules of its mode with and
/// without what people decided, every edit's decisions are there, and the index has all words.
Faults find_faults(const std::filesystem::path& path);

/// Copies the file to a new one as it is at this moment, while others read and write it. The copy is there whole, and
/// looked through, or not at all. `go_on`, where given, is called now and then with what is done, 0 to 1; false ends
/// the work with Error. Throws Error where there is something at `copy` already.
void back_up(const std::filesystem::path& path, const std::filesystem::path& copy,
             const std::function<bool(double)>& go_on = {});

struct Vacuumed {
  std::uintmax_t bytes_before = 0;
  std::uintmax_t bytes_after = 0;
};

/// Gives back what the file does not need. Others wait meanwhile; killed in the middle, the file is as it was.
Vacuumed vacuum(const std::filesystem::path& path);

struct Migrated {
  int from = 0;  // the same where nothing was to be done
  int to = 0;
};

/// Brings the file to this program's schema. `go_on`, where given, is called now and then with what is done of a long
/// step, 0 to 1; false ends the work with Error, and what was finished before stays.
Migrated migrate_file(const std::filesystem::path& path, const std::function<bool(double)>& go_on = {});

}  // namespace aligner::store

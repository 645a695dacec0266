#pragma once
// SQLite's complaints in words a user can act on. Private to the room.

#include <filesystem>
#include <string>

#include <SQLiteCpp/Exception.h>

#include "aligner/error.h"

namespace aligner::store {

/// "aigun.db: no room is left on its disk; ...": the file, what is wrong, what to do.
Error explain(const std::filesystem::path& path, const SQLite::Exception& exception);

/// The same for contents that no tungse wrote.
Error damaged(const std::filesystem::path& path, const std::string& what);

/// Runs `work`, turning SQLite's exceptions into ours.
template <typename Work>
auto explaining(const std::filesystem::path& path, Work work) -> decltype(work()) {
  try {
    return work();
  } catch (const SQLite::Exception& exception) {
    throw explain(path, exception);
  }
}

}  // namespace aligner::store

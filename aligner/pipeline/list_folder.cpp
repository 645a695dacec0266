#include "aligner/pipeline/list_folder.h"

#include <algorithm>
#include <set>
#include <system_error>

#include "aligner/error.h"

namespace aligner::pipeline {
namespace {

namespace fs = std::filesystem;

// Entries of one folder, by name; empty, and the reason, where it cannot be looked into.
std::vector<fs::path> entries_of(const fs::path& folder, std::error_code& failed) {
  std::vector<fs::path> entries;
  fs::directory_iterator entry(folder, failed);
  while (!failed && entry != fs::directory_iterator()) {
    if (!entry->path().filename().native().starts_with('.')) entries.push_back(entry->path());
    entry.increment(failed);
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

class Lister {
 public:
  // Folders are kept in a list, not on the stack: they may be nested deeper than that.
  FolderListing run(const fs::path& top) {
    std::vector<fs::path> open{top};
    while (!open.empty()) {
      const fs::path folder = open.back();
      open.pop_back();
      std::error_code failed;
      const std::vector<fs::path> entries = entries_of(folder, failed);
      if (failed && folder == top) {
        throw Error(top.string() + ": cannot be looked into (" + failed.message() + "); check its permissions");
      }
      if (failed) leave_out(folder, "cannot be looked into (" + failed.message() + ")");
      const std::size_t first = open.size();
      for (const fs::path& entry : entries) {
        if (take(entry)) open.push_back(entry);
      }
      std::reverse(open.begin() + static_cast<std::ptrdiff_t>(first), open.end());  // the first one is looked into next
    }
    sort_files();
    return std::move(listing_);
  }

 private:
  // True for a folder.
  bool take(const fs::path& path) {
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (failed || !fs::exists(status)) {
      leave_out(path, "cannot be found (" + (failed ? failed.message() : "a link to nothing") + ")");
      return false;
    }
    if (fs::is_directory(status)) {
      const bool is_link = fs::is_symlink(fs::symlink_status(path, failed));
      if (is_link) leave_out(path, "is a link to a folder");
      return !is_link;
    }
    const fs::path canonical = fs::canonical(path, failed);
    if (failed || !met_.insert(canonical).second) return false;
    if (!fs::is_regular_file(status)) {
      leave_out(path, "is no regular file");
      return false;
    }
    found_.emplace_back(path, canonical);
    return false;
  }

  void leave_out(const fs::path& path, const std::string& reason) {
    listing_.left_out.push_back({path.string(), reason});
  }

  void sort_files() {
    std::sort(found_.begin(), found_.end());
    for (auto& [path, canonical] : found_) {
      listing_.files.push_back(std::move(path));
      listing_.canonical.push_back(std::move(canonical));
    }
  }

  FolderListing listing_;
  std::set<fs::path> met_;  // files, without links
  std::vector<std::pair<fs::path, fs::path>> found_;
};

}  // namespace

FolderListing list_folder(const fs::path& folder) {
  std::error_code failed;
  const fs::file_status status = fs::status(folder, failed);
  if (folder.empty() || !fs::exists(status)) {
    throw Error(folder.string() + ": cannot be found (" + (failed ? failed.message() : "no such folder") +
                "); name a folder of texts");
  }
  if (!fs::is_directory(status)) {
    throw Error(folder.string() + ": is no folder; name the folder it stands in, or use tungse align for two files");
  }
  return Lister().run(folder);
}

}  // namespace aligner::pipeline

#pragma once
// The texts of a folder.
//
//   FolderListing listing = list_folder("accounts/vi");
//   listing.files;     // all regular files below it, sorted by path
//   listing.left_out;  // what is no regular file, or could not be looked into, and why
//
// Folders in the folder count, to any depth; what begins with "." does not and is not mentioned. Links to files are
// followed, and a file that is reached a second time is passed over. Links to folders are not followed: they may lead
// round in a circle, or into the other folder.

#include <filesystem>
#include <string>
#include <vector>

namespace aligner::pipeline {

struct LeftOutFile {
  std::string path;
  std::string reason;  // without the path: "is binary ..."

  friend bool operator==(const LeftOutFile&, const LeftOutFile&) = default;
};

struct FolderListing {
  std::vector<std::filesystem::path> files;      // as they are reached from the folder
  std::vector<std::filesystem::path> canonical;  // the same without links, by file
  std::vector<LeftOutFile> left_out;
};

/// Throws Error naming the folder where it cannot be found, is no folder, or cannot be looked into.
FolderListing list_folder(const std::filesystem::path& folder);

}  // namespace aligner::pipeline

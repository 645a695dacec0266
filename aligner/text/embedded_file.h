#pragma once
// A data file that the library carries in itself, made by the build (tungse_embed in aligner/CMakeLists.txt). For all
// rooms, in their own files.
//
//   extern const text::EmbeddedFile page_files[];  // in the room's namespace; the build defines both
//   extern const std::size_t page_files_count;
//   std::string_view css = text::find_embedded(page_files, page_files_count, "report.css");

#include <cstddef>
#include <string_view>

namespace aligner::text {

struct EmbeddedFile {
  const char* name;  // without its folder
  const char* bytes;
  std::size_t size;
};

/// The bytes of the file with this name; empty where there is none.
inline std::string_view find_embedded(const EmbeddedFile* files, std::size_t count, std::string_view name) {
  for (std::size_t i = 0; i < count; ++i) {
    if (files[i].name == name) return {files[i].bytes, files[i].size};
  }
  return {};
}

}  // namespace aligner::text

#pragma once
// A directory of a test's own, gone when the test ends.
//
//   TemporaryDirectory directory;
//   std::string path = directory.write("account.txt", "Ngày 16 tháng 5.");

#include <filesystem>
#include <string>
#include <string_view>

namespace tungse_tests {

class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  const std::filesystem::path& path() const { return path_; }

  /// Writes a file and returns its path.
  std::string write(const std::string& name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

}  // namespace tungse_tests

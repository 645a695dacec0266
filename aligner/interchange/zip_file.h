#pragma once
// Private: a zip archive, read entry by entry and never unpacked as a whole.
//
//   ZipFile zip(in, "pairs.xlsx");
//   if (zip.has("xl/workbook.xml")) auto entry = zip.open("xl/workbook.xml");  // an istream
//
// Bombs: an entry is refused while it is read once it has grown to more than 64 MiB and to five hundred times its
// packed size, or to 8 GiB. What text and XML really hold shrinks to a tenth or a hundredth.

#include <cstddef>
#include <istream>
#include <memory>
#include <string>

namespace aligner::interchange {

class ZipFile {
 public:
  /// `in` must outlive the object and what it opens, and can be sought in. Throws Error naming the file where it is no
  /// archive, or not a whole one.
  ZipFile(std::istream& in, std::string name);
  ~ZipFile();
  ZipFile(const ZipFile&) = delete;
  ZipFile& operator=(const ZipFile&) = delete;

  bool has(const std::string& entry) const;

  /// The bytes of an entry. Throws Error where there is none, it is encrypted, or packed in an unknown way; the stream
  /// throws Error where it is damaged or a bomb.
  std::unique_ptr<std::istream> open(const std::string& entry) const;

 private:
  struct Archive;
  std::unique_ptr<Archive> archive_;
  std::string name_;
};

}  // namespace aligner::interchange

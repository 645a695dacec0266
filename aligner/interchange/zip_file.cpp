#include "aligner/interchange/zip_file.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <streambuf>
#include <utility>

#include <zip.h>

#include "aligner/error.h"

namespace aligner::interchange {
namespace {

constexpr std::uint64_t always_fine = std::uint64_t{64} << 20;   // bytes unpacked
constexpr std::uint64_t largest_entry = std::uint64_t{8} << 30;  // bytes unpacked
constexpr std::uint64_t largest_growth = 500;                    // unpacked to packed

// What libzip asks of an archive that it reads from a stream.
struct StreamSource {
  std::istream& in;
  std::uint64_t size = 0;
  std::uint64_t at = 0;
  zip_error_t error{};
};

zip_int64_t read_some(StreamSource& source, void* data, zip_uint64_t length) {
  source.in.clear();
  source.in.seekg(static_cast<std::streamoff>(source.at));
  source.in.read(static_cast<char*>(data), static_cast<std::streamsize>(length));
  if (source.in.bad()) {
    zip_error_set(&source.error, ZIP_ER_READ, 0);
    return -1;
  }
  const auto count = source.in.gcount();
  source.at += static_cast<std::uint64_t>(count);
  return count;
}

zip_int64_t serve(void* state, void* data, zip_uint64_t length, zip_source_cmd_t command) {
  StreamSource& source = *static_cast<StreamSource*>(state);
  switch (command) {
    case ZIP_SOURCE_OPEN:
      source.at = 0;
      return 0;
    case ZIP_SOURCE_READ:
      return read_some(source, data, length);
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE:
      return 0;
    case ZIP_SOURCE_STAT: {
      auto* stat = static_cast<zip_stat_t*>(data);
      zip_stat_init(stat);
      stat->size = source.size;
      stat->valid |= ZIP_STAT_SIZE;
      return sizeof(zip_stat_t);
    }
    case ZIP_SOURCE_ERROR:
      return zip_error_to_data(&source.error, data, length);
    case ZIP_SOURCE_SEEK: {
      const zip_int64_t at = zip_source_seek_compute_offset(source.at, source.size, data, length, &source.error);
      if (at < 0) return -1;
      source.at = static_cast<std::uint64_t>(at);
      return 0;
    }
    case ZIP_SOURCE_TELL:
      return static_cast<zip_int64_t>(source.at);
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                            ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL,
                                            ZIP_SOURCE_SUPPORTS, -1);
    default:
      zip_error_set(&source.error, ZIP_ER_OPNOTSUPP, 0);
      return -1;
  }
}

std::uint64_t size_of(std::istream& in) {
  in.clear();
  in.seekg(0, std::ios::end);
  const std::streamoff end = in.tellg();
  return end < 0 ? 0 : static_cast<std::uint64_t>(end);
}

struct CloseEntry {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

// The bytes of one entry, a block at a time.
class EntryBytes : public std::streambuf {
 public:
  EntryBytes(zip_file_t* file, std::uint64_t packed, std::string name)
      : file_(file), packed_(packed), name_(std::move(name)) {}

 protected:
  int_type underflow() override {
    const zip_int64_t count = zip_fread(file_.get(), block_.data(), block_.size());
    if (count < 0) throw Error(name_ + ": is damaged; save it anew");
    if (count == 0) return traits_type::eof();
    unpacked_ += static_cast<std::uint64_t>(count);
    const bool is_bomb = unpacked_ > always_fine && unpacked_ / largest_growth > packed_;
    if (is_bomb || unpacked_ > largest_entry) {
      throw Error(name_ + ": unpacks to more than a hundred times what a file of texts would (" +
                  std::to_string(packed_ >> 10) + " KiB to " + std::to_string(unpacked_ >> 20) +
                  " MiB and more); split it, or save it as CSV");
    }
    setg(block_.data(), block_.data(), block_.data() + count);
    return traits_type::to_int_type(block_.front());
  }

 private:
  std::unique_ptr<zip_file_t, CloseEntry> file_;
  std::uint64_t packed_;
  std::uint64_t unpacked_ = 0;
  std::string name_;
  std::array<char, 1 << 16> block_{};
};

class EntryStream : public std::istream {
 public:
  EntryStream(zip_file_t* file, std::uint64_t packed, std::string name)
      : std::istream(nullptr), bytes_(file, packed, std::move(name)) {
    rdbuf(&bytes_);
    exceptions(std::ios::badbit);  // hands on what the bytes throw
  }

 private:
  EntryBytes bytes_;
};

}  // namespace

struct ZipFile::Archive {
  explicit Archive(std::istream& in) : source{.in = in, .size = size_of(in)} {}
  ~Archive() {
    if (zip != nullptr) zip_discard(zip);
  }

  StreamSource source;
  zip_t* zip = nullptr;
};

ZipFile::ZipFile(std::istream& in, std::string name) : archive_(std::make_unique<Archive>(in)), name_(std::move(name)) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_function_create(serve, &archive_->source, &error);
  if (source != nullptr) archive_->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive_->zip == nullptr) {
    if (source != nullptr) zip_source_free(source);
    const std::string why = zip_error_strerror(&error);
    zip_error_fini(&error);
    throw Error(name_ + ": is no whole zip archive, which a workbook is (" + why + "); save it anew");
  }
  zip_error_fini(&error);
}

ZipFile::~ZipFile() = default;

bool ZipFile::has(const std::string& entry) const { return zip_name_locate(archive_->zip, entry.c_str(), 0) >= 0; }

std::unique_ptr<std::istream> ZipFile::open(const std::string& entry) const {
  const std::string place = name_ + ": " + entry;
  const zip_int64_t index = zip_name_locate(archive_->zip, entry.c_str(), 0);
  if (index < 0) throw Error(place + " is missing; save the workbook anew");
  zip_stat_t stat;
  zip_stat_init(&stat);
  const auto at = static_cast<zip_uint64_t>(index);
  const bool has_size = zip_stat_index(archive_->zip, at, 0, &stat) == 0 && (stat.valid & ZIP_STAT_COMP_SIZE) != 0;
  zip_file_t* file = zip_fopen_index(archive_->zip, at, 0);
  if (file == nullptr) {
    throw Error(place + " cannot be unpacked (" + zip_strerror(archive_->zip) +
                "); save the workbook anew, without a password");
  }
  return std::make_unique<EntryStream>(file, has_size ? stat.comp_size : 0, place);
}

}  // namespace aligner::interchange

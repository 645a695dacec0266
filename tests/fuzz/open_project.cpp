// Whatever the bytes of a database, it is refused in words that name the file, or everything in it can be read and is
// sound (the room checks what it loads).

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>

#include <unistd.h>

#include "aligner/error.h"
#include "aligner/store/project_database.h"
#include "aligner/text/digest.h"

#include "tests/fuzz/fuzz_main.h"

namespace align = aligner::align;
namespace store = aligner::store;
namespace text = aligner::text;

namespace {

// A folder of this run's own, gone with it.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "tungse-fuzz-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) std::abort();
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;  // a leftover folder is no reason to fail
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

align::AlignedSide side(const std::string& name, const std::string& language) {
  const std::string bytes = "Mot. Hai.";
  align::AlignedSide result{.document = text::Document::from_utf8(bytes, text::LanguageTag::parse(language), name),
                            .encoding = "UTF-8",
                            .sha256 = text::sha256_hex(bytes)};
  result.segmentation.segments = {{.span = {0, 4}}, {.span = {5, 9}}};
  return result;
}

std::string small_project() {
  const Folder folder;
  const std::string path = folder.file("seed.db");
  {
    align::AlignedTexts texts{.source = side("vi.txt", "vi"), .target = side("en.txt", "en")};
    texts.alignment = {.source_count = 2, .target_count = 2, .method = "by hand"};
    texts.alignment.beads = {{.source = {0}, .target = {0}}, {.source = {1}, .target = {1}}};
    texts.alignment.beads[0].evidence = {{.source = {0, 3}, .target = {0, 3}, .weight = 2, .reason = "same"}};
    auto project = store::ProjectDatabase::open(path, store::OpenMode::create_or_open);
    const store::AlignmentId id = project.save(texts, "2026-03-01T09:30:00Z", "0.1.0");
    project.add_decision(id, {.source = {0}, .target = {0}, .by = "Lan", .at = "2026-03-01T09:30:00Z"});
    project.save_terms(aligner::terms::TermList(
                           {{.id = "c1", .terms = {{.language = text::LanguageTag::parse("vi"), .wording = "Mot"}}}}),
                       "2026-03-01T09:30:00Z");
    project.save_occurrences(texts.source, {{"c1", text::LanguageTag::parse("vi"), "Mot", {0, 3}}});
  }
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void read_everything(const std::string& path, store::OpenMode mode) {
  const auto project = store::ProjectDatabase::open(path, mode);
  project.find_damage();
  project.load_terms();
  for (const auto& summary : project.list_alignments()) {
    const align::AlignedTexts texts = project.load(summary.id);
    align::check_alignment(texts.alignment);
    for (const auto& segment : texts.source.segmentation.segments) texts.source.document.slice(segment.span);
    project.decisions_for(summary.id);
    project.load_occurrences(texts.source);
  }
}

void read_or_refuse(const std::string& path, store::OpenMode mode) {
  try {
    read_everything(path, mode);
  } catch (const aligner::Error& error) {
    const bool names_the_file = std::string_view(error.what()).starts_with(path + ": ");
    if (!names_the_file) std::abort();
  }
}

}  // namespace

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {small_project(), "", "no database"};
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder folder;
  const std::string path = folder.file("input.db");
  for (const auto mode : {store::OpenMode::read_only, store::OpenMode::open_existing}) {
    for (const char* rest : {"-wal", "-shm", "-journal"}) std::filesystem::remove(path + rest);
    std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(data), static_cast<long>(size));
    read_or_refuse(path, mode);
  }
  return 0;
}

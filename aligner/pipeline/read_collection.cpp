#include "aligner/pipeline/read_collection.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "aligner/anchors/find_anchors.h"
#include "aligner/documents/read_file.h"
#include "aligner/error.h"
#include "aligner/pipeline/read_side.h"
#include "aligner/score/share_rows.h"
#include "aligner/segment/segment_document.h"

namespace aligner::pipeline {
namespace {

namespace fs = std::filesystem;

// Bytes from which the language that is detected is believed, against the rest of the folder.
constexpr std::size_t telling_bytes = 200;

constexpr std::size_t files_at_a_time = 64;  // between two reports

// A part of the work that options.report is told of.
struct Part {
  double from = 0;
  double to = 1;
};

// Calls work(cutter, k) for every k below count, shared out over the threads.
template <typename Work>
void for_each_file(std::size_t count, const ReadingOptions& options, const Part& part, const Work& work) {
  for (std::size_t begin = 0; begin < count; begin += files_at_a_time) {
    const double done = static_cast<double>(begin) / static_cast<double>(count);
    if (options.report) options.report(part.from + (part.to - part.from) * done);
    score::share_rows(
        std::min(files_at_a_time, count - begin), options.threads,
        [&] { return segment::DocumentCutter({.rules = options.rules}); },
        [&](segment::DocumentCutter& cutter, std::size_t k) { work(cutter, begin + k); }, 1);
  }
}

struct ReadFile {
  std::string name;
  std::optional<align::AlignedSide> side;
  std::string reason;  // why it is left out
};

// What went wrong, without the name that messages begin with.
std::string reason_of(const Error& error, const std::string& name) {
  const std::string message = error.what();
  return message.starts_with(name + ": ") ? message.substr(name.size() + 2) : message;
}

std::vector<ReadFile> read_files(const std::vector<fs::path>& paths, const FolderInput& input,
                                 const ReadingOptions& options, const Part& part) {
  std::vector<ReadFile> files(paths.size());
  documents::FileOptions how{.format = input.format, .encoding = input.encoding, .language = input.language};
  how.limits.goes_on = input.goes_on;
  for_each_file(paths.size(), options, part, [&](segment::DocumentCutter&, std::size_t k) {
    ReadFile& file = files[k];
    file.name = paths[k].string();
    try {
      file.side = make_side(documents::read_file(paths[k], how));
    } catch (const Error& error) {
      file.reason = reason_of(error, file.name);
    }
  });
  return files;
}

void leave_out(ReadFile& file, std::string reason) {
  file.side.reset();
  file.reason = std::move(reason);
}

void leave_copies_out(std::vector<ReadFile>& files) {
  std::map<std::string, std::string> first;  // by digest
  for (ReadFile& file : files) {
    if (!file.side) continue;
    const auto [found, is_new] = first.try_emplace(file.side->sha256, file.name);
    if (!is_new) leave_out(file, "is a copy of " + found->second);
  }
}

// The language that most bytes are in; of equal ones the first by tag.
text::LanguageTag language_of(const std::vector<ReadFile>& files) {
  std::map<text::LanguageTag, std::size_t> bytes;
  for (const ReadFile& file : files) {
    if (!file.side || file.side->document.language().is_undetermined()) continue;
    bytes[file.side->document.language()] += file.side->document.bytes().size();
  }
  const auto most =
      std::max_element(bytes.begin(), bytes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == bytes.end() ? text::LanguageTag{} : most->first;
}

// Few words may be taken for any language: they are in that of their folder.
void settle_language(ReadFile& file, const text::LanguageTag& language) {
  if (!file.side) return;
  const text::Document& document = file.side->document;
  if (document.language() == language) return;
  if (!document.language().is_undetermined() && document.bytes().size() >= telling_bytes) {
    const std::string own = document.language().str();
    leave_out(file, "is in " + own + ", most of its folder in " + language.str() +
                        "; give it a folder of its own, or say the language");
    return;
  }
  file.side->document = text::Document::from_utf8(document.bytes(), language, document.name());
}

Collection make_collection(std::vector<ReadFile> files, const FolderInput& input, const ReadingOptions& options,
                           const Part& part, std::vector<LeftOutFile>& left_out) {
  leave_copies_out(files);
  Collection collection;
  collection.language = input.language ? *input.language : language_of(files);
  for (ReadFile& file : files) {
    settle_language(file, collection.language);
    if (file.side) {
      collection.sides.push_back(std::move(*file.side));
    } else {
      left_out.push_back({file.name, file.reason});
    }
  }
  if (collection.sides.empty()) {
    throw Error(input.folder.string() + ": has no file that can be used (" + files[0].name + " " + files[0].reason +
                "); name a folder of texts");
  }
  collection.anchors.resize(collection.sides.size());
  for_each_file(collection.sides.size(), options, part, [&](segment::DocumentCutter& cutter, std::size_t k) {
    align::AlignedSide& side = collection.sides[k];
    side.segmentation = options.form == InputForm::segment_per_line ? cut_into_lines(side) : cutter.cut(side.document);
    collection.anchors[k] = anchors::find_anchors(side.document, side.segmentation, options.terms);
  });
  return collection;
}

void check_files(const FolderListing& listing, const FolderInput& input, const char* why) {
  if (listing.files.empty()) throw Error(input.folder.string() + ": " + why + "; name a folder of texts");
}

// A file that stands in both folders would be found to be about what it is about.
void leave_shared_out(FolderListing& source, FolderListing& target, const FolderInput& source_input,
                      const FolderInput& target_input, std::vector<LeftOutFile>& left_out) {
  const auto length = [](const fs::path& folder) {
    std::error_code failed;
    return fs::canonical(folder, failed).native().size();
  };
  const bool is_source_wider = length(source_input.folder) < length(target_input.folder);
  FolderListing& wider = is_source_wider ? source : target;
  const FolderListing& other = is_source_wider ? target : source;
  const std::set<fs::path> kept(other.canonical.begin(), other.canonical.end());
  FolderListing rest;
  for (std::size_t k = 0; k < wider.files.size(); ++k) {
    if (kept.contains(wider.canonical[k])) {
      left_out.push_back({wider.files[k].string(), "stands in both folders"});
      continue;
    }
    rest.files.push_back(std::move(wider.files[k]));
    rest.canonical.push_back(std::move(wider.canonical[k]));
  }
  wider.files = std::move(rest.files);
  wider.canonical = std::move(rest.canonical);
}

}  // namespace

std::vector<score::AnchoredText> Collection::views() const {
  std::vector<score::AnchoredText> views;
  for (std::size_t k = 0; k < sides.size(); ++k) {
    views.push_back({sides[k].document, sides[k].segmentation, anchors[k]});
  }
  return views;
}

Collections read_collections(const FolderInput& source, const FolderInput& target, const ReadingOptions& options) {
  FolderListing source_files = list_folder(source.folder);
  FolderListing target_files = list_folder(target.folder);
  Collections read;
  for (const FolderListing* listing : {&source_files, &target_files}) {
    read.left_out.insert(read.left_out.end(), listing->left_out.begin(), listing->left_out.end());
  }
  check_files(source_files, source, "has no files");
  check_files(target_files, target, "has no files");
  leave_shared_out(source_files, target_files, source, target, read.left_out);
  check_files(source_files, source, "has no files but those of the other folder");
  check_files(target_files, target, "has no files but those of the other folder");
  std::vector<ReadFile> source_read = read_files(source_files.files, source, options, {0, 0.2});
  std::vector<ReadFile> target_read = read_files(target_files.files, target, options, {0.2, 0.4});
  read.source = make_collection(std::move(source_read), source, options, {0.4, 0.7}, read.left_out);
  read.target = make_collection(std::move(target_read), target, options, {0.7, 1}, read.left_out);
  return read;
}

}  // namespace aligner::pipeline

#include "aligner/store/segment_text.h"

#include <utility>

#include <sqlite3.h>

#include "aligner/error.h"
#include "aligner/text/utf8.h"

namespace aligner::store {
namespace {

constexpr std::size_t most_open_texts = 64;
constexpr std::size_t reads_before_whole = 64;  // of one text, until it is worth reading whole
constexpr std::size_t most_whole_bytes = std::size_t{256} << 20;

}  // namespace

void TextReader::CloseBlob::operator()(sqlite3_blob* blob) const { sqlite3_blob_close(blob); }

TextReader::OpenText& TextReader::open(std::int64_t document) {
  const auto known = texts_.find(document);
  if (known != texts_.end()) return known->second;
  if (texts_.size() >= most_open_texts) forget();
  sqlite3_blob* blob = nullptr;
  const int state = sqlite3_blob_open(handle_.getHandle(), "main", "document", "text", document, 0, &blob);
  OpenText text{.blob = std::unique_ptr<sqlite3_blob, CloseBlob>(blob)};
  if (state != SQLITE_OK) throw SQLite::Exception(handle_.getHandle(), state);
  text.size = static_cast<std::size_t>(sqlite3_blob_bytes(blob));
  return texts_.emplace(document, std::move(text)).first->second;
}

void TextReader::forget() {
  texts_.clear();
  whole_bytes_ = 0;
}

std::string TextReader::read_blob(const OpenText& text, text::Span span) {
  std::string bytes(span.size(), '\0');
  const int state =
      sqlite3_blob_read(text.blob.get(), bytes.data(), static_cast<int>(span.size()), static_cast<int>(span.begin));
  if (state != SQLITE_OK) throw SQLite::Exception(handle_.getHandle(), state);
  return bytes;
}

std::string TextReader::read(std::int64_t document, text::Span span) {
  OpenText* text = &open(document);
  if (span.begin > span.end || span.end > text->size) throw Error("a segment lies outside its text");
  if (++text->reads == reads_before_whole && text->size <= most_whole_bytes) {
    if (whole_bytes_ + text->size > most_whole_bytes) {
      forget();
      text = &open(document);
    }
    text->whole = read_blob(*text, {0, text->size});
    whole_bytes_ += text->size;
  }
  std::string bytes = text->whole.empty() ? read_blob(*text, span) : text->whole.substr(span.begin, span.size());
  if (!text::is_valid_utf8(bytes)) throw Error("a segment is not UTF-8");
  return bytes;
}

}  // namespace aligner::store

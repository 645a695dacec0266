#include "aligner/text/read_document.h"

#include <algorithm>
#include <utility>

#include <sys/stat.h>
#include <unicode/uchar.h>

#include "aligner/error.h"
#include "aligner/text/code_points.h"
#include "aligner/text/detect_encoding.h"
#include "aligner/text/detect_language.h"
#include "aligner/text/digest.h"
#include "aligner/text/encoding.h"
#include "aligner/text/lines.h"
#include "aligner/text/read_bytes.h"

namespace aligner::text {
namespace {

bool is_blank(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const auto c = static_cast<UChar32>(next_code_point(utf8, at));
    if (u_isUWhiteSpace(c) == 0 && c != 0xFEFF && c != 0x200B) return false;
  }
  return true;
}

struct Chosen {
  std::string encoding;
  std::size_t mark_size = 0;
  bool assumed = false;
};

Chosen use_given_encoding(std::string_view bytes, const std::string& given, const std::string& name) {
  auto encoding = find_encoding(given);
  if (!encoding) throw Error(name + ": encoding \"" + given + "\" is not known; give one of " + encodings_to_name());
  const auto mark = find_byte_order_mark(bytes);
  if (*encoding == "UTF-16" || *encoding == "UTF-32") {
    if (mark) return {mark->encoding, mark->size, false};
    if (*encoding == "UTF-16") {
      // Without a mark the byte order shows in the text alone.
      const auto found = detect_encoding(bytes, std::nullopt);
      const bool is_utf16 = found && found.value().encoding.starts_with("UTF-16");
      if (!is_utf16) throw Error(name + ": the byte order cannot be told; give the encoding UTF-16LE or UTF-16BE");
      return {found.value().encoding, 0, true};
    }
    return {*encoding, 0, false};
  }
  if (mark && mark->encoding == *encoding) return {*encoding, mark->size, false};
  if (mark && mark->encoding == "UTF-8" && !find_invalid_utf8(bytes)) {
    throw Error(name + ": begins with the mark of UTF-8, yet " + *encoding +
                " was given; leave the encoding out, or remove the mark");
  }
  return {std::move(*encoding), 0, false};
}

Chosen choose_encoding(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  if (options.encoding) return use_given_encoding(bytes, *options.encoding, name);
  const auto mark = find_byte_order_mark(bytes);
  const bool is_utf16_mark = mark && mark->encoding.starts_with("UTF-16");
  if (mark && (!is_utf16_mark || confirms_utf16_mark(bytes.substr(mark->size), mark->encoding))) {
    return {mark->encoding, mark->size, false};
  }
  const Result<DetectedEncoding> found = detect_encoding(bytes, options.language);
  if (!found) throw Error(name + ": " + found.error().message);
  return {found.value().encoding, 0, !found.value().is_sure};
}

std::string decode_all(std::string_view bytes, const Chosen& chosen, const std::string& name) {
  Decoded decoded = decode(bytes.substr(chosen.mark_size), chosen.encoding);
  if (!decoded.undecoded) return std::move(decoded.utf8);
  const std::size_t offset = chosen.mark_size + *decoded.undecoded;
  throw Error(name + ":" + std::to_string(line_of(decoded.utf8, decoded.utf8.size())) + ": byte " +
              std::to_string(offset) + " is not " + chosen.encoding +
              "; correct it there, or give the encoding the file is in: " + encodings_to_name());
}

void refuse_binary(std::string_view utf8, const std::string& name) {
  if (utf8.find('\0') == std::string_view::npos) return;
  throw Error(name + ":" + std::to_string(line_of(utf8, utf8.find('\0'))) +
              ": holds a NUL character, so this is no text or the encoding is another; save it as plain text");
}

}  // namespace

ReadDocument read_document_bytes(std::string bytes, const std::string& name, const ReadOptions& options) {
  if (bytes.size() > options.byte_limit) refuse_size(name, options.byte_limit);
  ReadDocument read;
  read.sha256 = sha256_hex(bytes);
  if (is_blank(bytes)) throw Error(name + ": holds no text; name a file with sentences in it");

  const Chosen chosen = choose_encoding(bytes, name, options);
  std::string utf8 = decode_all(bytes, chosen, name);
  if (is_blank(utf8)) throw Error(name + ": holds no text; name a file with sentences in it");
  refuse_binary(utf8, name);
  read.encoding = chosen.encoding;
  read.encoding_assumed = chosen.assumed;
  if (chosen.assumed) {
    read.notes.push_back(name + ": read as " + chosen.encoding + " (detected; give the encoding if this is wrong)");
  }

  LanguageTag language;
  if (options.language) {
    language = *options.language;
  } else {
    const LanguageGuess guess = detect_language(utf8);
    language = guess.language;
    read.language_assumed = true;
    read.notes.push_back(name + (language.is_undetermined()
                                     ? ": the language could not be told (" + guess.reason + "); give the language"
                                     : ": language " + language.str() + " (detected: " + guess.reason + ")"));
  }
  read.document = Document::from_utf8(std::move(utf8), std::move(language), name);
  return read;
}

ReadDocument read_document(const std::filesystem::path& path, const ReadOptions& options) {
  return read_document_bytes(read_bytes(path, options.byte_limit), name_of(path), options);
}

}  // namespace aligner::text

#pragma once
// Finds the encoding of bytes that carry no byte order mark. Private to the room.
//
//   Result<DetectedEncoding> found = detect_encoding(bytes, LanguageTag::parse("vi"));
//   found.value().encoding;  // "windows-1258"
//
// Valid UTF-8 is taken for UTF-8. Else the text is decoded by every candidate (uchardet's answer and the encodings that
// historians' files come in), and the one whose words look like language wins, if it wins clearly.

#include <optional>
#include <string>
#include <string_view>

#include "aligner/error.h"
#include "aligner/text/language_tag.h"

namespace aligner::text {

struct DetectedEncoding {
  std::string encoding;  // canonical name
  bool is_sure = false;  // false where it was inferred from what the text looks like
};

/// The failure's message says what the bytes are instead, and the remedy; it names neither file nor line.
Result<DetectedEncoding> detect_encoding(std::string_view bytes, const std::optional<LanguageTag>& language);

/// False where the two bytes of a UTF-16 mark are more likely letters: FF FE is also "яю" in windows-1251. `bytes` are
/// those behind the mark. Text in UTF-16 has a zero byte in each space and line end; without any it must be East Asian.
bool confirms_utf16_mark(std::string_view bytes, const std::string& encoding);

}  // namespace aligner::text

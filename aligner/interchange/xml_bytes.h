#pragma once
// Bytes of an XML file as UTF-8, and places in them for messages. Private to the room.
//
//   const text::ReadDocument read = read_xml_bytes(std::move(bytes), "my.tbx", {}, limit);
//   line_of(read.document.bytes(), result.offset);  // 1-based

#include <cstddef>
#include <string>
#include <string_view>

#include "aligner/text/language_tag.h"
#include "aligner/text/read_document.h"

namespace aligner::interchange {

/// Decodes by the declaration (<?xml ... encoding="..."?>), else as UTF-8 or UTF-16. Throws Error where that does not
/// fit, or the file is larger than `byte_limit`.
text::ReadDocument read_xml_bytes(std::string bytes, const std::string& name, const text::LanguageTag& language,
                                  std::size_t byte_limit);

/// The 1-based line of a byte; places outside are moved to the nearest end.
std::size_t line_of(std::string_view bytes, std::ptrdiff_t offset);

}  // namespace aligner::interchange

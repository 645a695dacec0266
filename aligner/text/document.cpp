#include "aligner/text/document.h"

#include <cstddef>
#include <utility>

#include "aligner/error.h"
#include "aligner/text/code_points.h"
#include "aligner/text/lines.h"

namespace aligner::text {

Document Document::from_utf8(std::string bytes, LanguageTag language, std::string name) {
  if (const auto invalid = find_invalid_utf8(bytes)) {
    throw Error(name + ":" + std::to_string(line_of(bytes, *invalid)) + ": byte " + std::to_string(*invalid) +
                " is not UTF-8; name the encoding the text is in, or convert it to UTF-8");
  }
  Document document;
  document.bytes_ = std::move(bytes);
  document.language_ = std::move(language);
  document.name_ = std::move(name);
  return document;
}

}  // namespace aligner::text

#pragma once
// Whether bytes are UTF-8, for readers of forms that are no documents.
//
//   is_valid_utf8("Ngày");     // true
//   is_valid_utf8("Ng\xE0y");  // false

#include <string_view>

namespace aligner::text {

/// Whether all of `bytes` is well-formed UTF-8: no surrogates, nothing overlong, nothing beyond U+10FFFF.
bool is_valid_utf8(std::string_view bytes);

}  // namespace aligner::text

#pragma once
// One spelling for a Vietnamese syllable. Private.
//
//   vietnamese_key("hòa");  // "hoa2", as from "hoà": the tone goes to the end
//   vietnamese_key("kỳ");   // "ki2", as from "kì"

#include <string>
#include <string_view>

namespace aligner::anchors {

/// `syllable` in lower case, NFC. Tones are 1 to 5 (sắc, huyền, hỏi, ngã, nặng), none for the level tone; what is no
/// Vietnamese letter stays as it is.
std::string vietnamese_key(std::string_view syllable);

/// The same for words parted by spaces and hyphens, which become spaces.
std::string vietnamese_phrase_key(std::string_view words);

/// The key without tones and marks: "hoa", "d" for đ.
std::string without_vietnamese_marks(std::string_view key);

}  // namespace aligner::anchors

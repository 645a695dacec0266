#pragma once
// Private: how lines begin and end.
//
//   ends_sentence("... signed it.\"");   // true
//   begins_small("and left");            // true

#include <string_view>

namespace aligner::documents {

/// Whether the last character, closing quotes and brackets aside, ends a sentence. `line` has no white space at its
/// end.
bool ends_sentence(std::string_view line);

/// Whether the last character is an ellipsis: the sentence may go on.
bool ends_open(std::string_view line);

/// Whether the first letter is a small one and nothing but opening marks stands before it.
bool begins_small(std::string_view line);

/// Whether `word` is made of letters alone, one or more.
bool is_word(std::string_view word);

/// Whether it has a letter of Vietnamese that no other language has much of (ă, đ, ơ, ư, or one with two marks).
bool has_vietnamese_letter(std::string_view word);

}  // namespace aligner::documents

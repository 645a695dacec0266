#pragma once
// Private: JSON as text that is safe to print.
//
//   write_json({{"text", "\u202E"}}, 2);  // {\n  "text": "\\u202e"\n}\n

#include <string>

#include <nlohmann/json.hpp>

namespace aligner::report {

using Json = nlohmann::ordered_json;

/// UTF-8 with a line end at the end, `indent` spaces a level (negative: in one line). Control and direction characters
/// stand as \u escapes; what is not UTF-8 (a file's name) becomes U+FFFD.
std::string write_json(const Json& value, int indent);

}  // namespace aligner::report

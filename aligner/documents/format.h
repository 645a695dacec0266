#pragma once
// The forms of documents that are read, and telling them by what a file holds.
//
//   find_format(bytes, "account.docx");  // DocumentFormat::docx: a zip archive with "word/document.xml" in it
//   parse_format("epub");                // for what a user names

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aligner::documents {

enum class DocumentFormat { text, docx, odt, html, epub, pdf, po, srt, vtt };

/// "text", "docx", ... in small letters.
std::string to_string(DocumentFormat format);

/// The format of that name; nothing where there is none.
std::optional<DocumentFormat> parse_format(std::string_view name);

/// All names.
std::vector<std::string> format_names();

/// The format of a file, by its first bytes and, for archives, their members. The ending of `name` decides where a file
/// is broken, and keeps ".txt" and ".md" what they are. Throws Error naming the file and the remedy where it is of a
/// form that is not read: an old Word document, an archive of something else. Everything unknown is text.
DocumentFormat find_format(std::string_view bytes, const std::string& name);

}  // namespace aligner::documents

#pragma once
// Reads dictionaries in text form as lexicons.
//
//   Lexicon lexicon = parse_dictionary("treaty\thiệp ước\ntreaty\tđiều ước\n", en, vi, "my.tsv");
//
// Two forms, told apart by the first line that is no comment:
//   source TAB target [TAB probability]    a table; "|" parts wordings in either column
//   target @ source                        the dictionaries of hunalign: mind the order
// Blank lines and lines that begin with "#" are passed over. What a dictionary gives several translations shares its
// trust among them: .6 over the square root of their number, as measured for seed dictionaries; a probability in the
// third column stands as it is. Wordings of several words count word by word, each with a share.

#include <filesystem>
#include <string>
#include <string_view>

#include "aligner/lexicon/saved_lexicon.h"
#include "aligner/text/language_tag.h"

namespace aligner::lexicon {

/// `utf8` must be valid UTF-8; `name` stands for the path in messages. Throws Error naming file, line and remedy where
/// a line is of neither form or a probability is none, and where no line holds a pair.
Lexicon parse_dictionary(std::string_view utf8, const text::LanguageTag& source, const text::LanguageTag& target,
                         const std::string& name);

/// The same from a file in any encoding read_document knows ("-" is standard input).
Lexicon read_dictionary(const std::filesystem::path& path, const text::LanguageTag& source,
                        const text::LanguageTag& target);

}  // namespace aligner::lexicon

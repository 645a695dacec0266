#pragma once
// Learns a lexicon from segments that were aligned elsewhere.
//
//   lexicon::Lexicon lexicon = learn_from_pairs("memory.tmx", LanguageTag::parse("vi"), LanguageTag::parse("en"));

#include <filesystem>

#include "aligner/lexicon/saved_lexicon.h"
#include "aligner/text/language_tag.h"

namespace aligner::pipeline {

/// The lexicon of a TMX file, or of lines of source, a tab, and target ("-" is standard input). Throws Error as
/// interchange::read_segment_pairs does.
lexicon::Lexicon learn_from_pairs(const std::filesystem::path& path, const text::LanguageTag& source,
                                  const text::LanguageTag& target);

}  // namespace aligner::pipeline

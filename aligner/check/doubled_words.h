#pragma once
// Which words of a language may stand twice in a row. Private to the room; the tables are corpora/doubled_words.
//
//   judge_doubled("luôn", LanguageTag::parse("vi"));  // DoubledWord::right: luôn luôn, always
//   judge_doubled("của", LanguageTag::parse("vi"));   // DoubledWord::wrong
//   judge_doubled("gia", LanguageTag::parse("vi"));   // DoubledWord::unknown: quốc gia gia nhập

#include <string_view>

#include "aligner/text/language_tag.h"

namespace aligner::check {

enum class DoubledWord { right, unknown, wrong };

/// `folded`: in small letters. Languages without a table have all words wrong.
DoubledWord judge_doubled(std::string_view folded, const text::LanguageTag& language);

}  // namespace aligner::check

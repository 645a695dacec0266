#pragma once
// Finds the language of a text by its script and its letter n-grams.
//
//   LanguageGuess guess = detect_language("Ngày 16 tháng 5 năm 1858, hiệp ước được ký kết.");
//   guess.language.str();  // "vi"
//   guess.reason;          // "Latin script, letter n-grams"
//
// Method: scripts are counted first (Mongolian letters of the Manchu block mean mnc, Han without kana zh, ...); Latin
// and Cyrillic texts are told apart by libexttextcat's fingerprints (Cavnar & Trenkle 1994). Where its data is not
// installed, a few letters and words of vi, en and ru decide.

#include <string>
#include <string_view>

#include "aligner/text/language_tag.h"

namespace aligner::text {

struct LanguageGuess {
  LanguageTag language;  // "und" where nothing could be said
  std::string reason;    // in words, for a note to the user
};

/// Reads at most the first 64 KiB of `utf8`, which must be valid UTF-8.
LanguageGuess detect_language(std::string_view utf8);

}  // namespace aligner::text

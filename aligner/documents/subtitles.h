#pragma once
// Private: subtitles as a text: SubRip (SRT) and WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format").
//
//   PlacedText text = subtitle_text(utf8, "film.srt");
//   text.places.find(0);  // cue 1 at 00:00:12
//
// A sentence that goes on in the next cue is joined; every end of a sentence begins a new paragraph, and so does every
// dash of a speaker. Tags, positions, styles, names of voices and the dashes are kept out of the text.

#include <string>
#include <string_view>

#include "aligner/documents/placed_text.h"

namespace aligner::documents {

/// Throws Error naming file, line and remedy where a time is none, or a cue has none.
PlacedText subtitle_text(std::string_view utf8, const std::string& name);

}  // namespace aligner::documents

// Subtitles as a text.

#include "aligner/documents/subtitles.h"

#include <gmock/gmock.h>

#include "aligner/documents/read_file.h"
#include "aligner/error.h"

using aligner::Error;
using aligner::documents::subtitle_text;
using testing::AllOf;
using testing::HasSubstr;
using testing::ThrowsMessage;

namespace {

// A film: one cue for each text, a second apart.
std::string film(const std::vector<std::string>& cues) {
  std::string srt;
  for (std::size_t k = 0; k < cues.size(); ++k) {
    const std::string second = (k + 1 < 10 ? "0" : "") + std::to_string(k + 1);
    srt += std::to_string(k + 1) + "\n00:01:" + second + ",000 --> 00:01:" + second + ",900\n" + cues[k] + "\n\n";
  }
  return srt;
}

std::string text_of(const std::vector<std::string>& cues) { return subtitle_text(film(cues), "film.srt").text; }

TEST(Subtitles, JoinASentenceThatGoesOnInTheNextCue) {
  const auto text = subtitle_text(film({"The treaty was signed", "in Aigun.", "They left."}), "film.srt");

  EXPECT_EQ(text.text, "The treaty was signed in Aigun.\n\nThey left.");
  EXPECT_EQ(to_string(*text.places.find(0)), "cue 1 at 00:01:01");
  EXPECT_EQ(to_string(*text.places.find(text.text.find("in Aigun"))), "cue 2 at 00:01:02");
  EXPECT_EQ(to_string(*text.places.find(text.text.find("They"))), "cue 3 at 00:01:03");
}

TEST(Subtitles, JoinTheLinesOfACue) { EXPECT_EQ(text_of({"One\nsentence."}), "One sentence."); }

TEST(Subtitles, GoOnBehindAnEllipsis) {
  EXPECT_EQ(text_of({"They met...", "...and left.", "Well...", "He came."}),
            "They met... ...and left.\n\nWell...\n\nHe came.");
}

TEST(Subtitles, TakeSpeakersApartAndDropTheirDashes) {
  EXPECT_EQ(text_of({"- Where?\n- In Aigun.", "- And", "when?"}), "Where?\n\nIn Aigun.\n\nAnd when?");
}

TEST(Subtitles, WithoutFullStopsGoOnOnlyInSmallLetters) {
  EXPECT_EQ(text_of({"He came to Aigun", "They left", "and came back", "He wrote"}),
            "He came to Aigun\n\nThey left and came back\n\nHe wrote");
}

TEST(Subtitles, HaveNoTagsAndPositions) {
  EXPECT_EQ(text_of({"{\\an8}<i>On <b>May</b></i> 28 <font color=\"#fff\">he came</font>. 3 < 4 & 5"}),
            "On May 28 he came. 3 < 4 & 5");
}

TEST(Subtitles, KeepNegativeNumbers) { EXPECT_EQ(text_of({"-40 degrees."}), "-40 degrees."); }

TEST(Subtitles, OfTheWebHaveNamesNotesAndStylesLeftOut) {
  const auto text = subtitle_text(
      "WEBVTT Kind: captions\nLanguage: en\n\nSTYLE\n::cue { color: red }\n\nNOTE words\nof a note\n\nintro\n"
      "01:05.250 --> 01:07.000 align:start position:10%\n<v Muravyov>We &lt;met&gt; <00:01:06.000>there&nbsp;then.\n\n"
      "00:02:00.000 --> 00:02:01.000\nHe left.\n",
      "film.vtt");

  EXPECT_EQ(text.text, "We <met> there\u00A0then.\n\nHe left.");
  EXPECT_EQ(to_string(*text.places.find(0)), "cue 1 at 00:01:05");
}

TEST(Subtitles, MayHaveBlankLinesWithinACueAndNoneBetweenTwo) {
  EXPECT_EQ(
      subtitle_text("1\n00:00:01,0 --> 00:00:02,0\nOne\n\nsentence.\n2\n00:00:03,0 --> 00:00:04,0\nTwo.", "a").text,
      "One sentence.\n\nTwo.");
}

TEST(Subtitles, AreReadInOldEncodings) {
  const std::string bytes =
      film({"\xC0\xEC\xF3\xF0 \xF2\xE5\xF7\xB8\xF2 \xED\xE0 \xE2\xEE\xF1\xF2\xEE\xEA, \xEA "
            "\xEC\xEE\xF0\xFE, \xEA\xE0\xEA \xE8 \xF0\xE0\xED\xFC\xF8\xE5."});

  const auto read = aligner::documents::read_file_bytes(bytes, "film.srt", {.format = {}, .encoding = "windows-1251"});

  EXPECT_EQ(read.read.document.bytes(), "Амур течёт на восток, к морю, как и раньше.");
  EXPECT_EQ(read.read.encoding, "windows-1251");
}

TEST(Subtitles, WithBrokenTimesAreNamedByTheLine) {
  for (const char* time : {"00:01:xx,000 --> 00:01:02,000", "00:01:01,000 --> ", "--> 00:01:02,000",
                           "00:99:01 --> 00:01:02", "1 --> 2", "00:01:01,000 --> 00:01:02,0a0"}) {
    EXPECT_THAT([&] { subtitle_text(std::string("1\n") + time + "\nWords.\n", "film.srt"); },
                ThrowsMessage<Error>(AllOf(HasSubstr("film.srt:2: "), HasSubstr("write 00:00:12,000"))))
        << time;
  }
  EXPECT_THAT([&] { subtitle_text("Words without a time.\n", "film.srt"); },
              ThrowsMessage<Error>(HasSubstr("film.srt:1: no time")));
}

}  // namespace

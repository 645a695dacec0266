#pragma once
// A report for the terminal: pairs side by side, what joins them, and why.
//
//   std::cout << text_report(texts, {.width = 120, .colour = Colour::yes});
//   //   1. [58]:[69]  97 %  same
//   // ... ký [a: ngày 16 tháng 5 năm 1858] | ... signed on [a: May 28, 1858]
//   // why: date: 16 May 1858 Julian = 28 May 1858 Gregorian (+5.2); term: Aigun (+3.1); words (+2.0)
//
// Widths are columns of a terminal: full-width letters and emoji take two, combining marks none (UAX #11, UAX #29).
// Lines break where UAX #14 allows, Thai by words. Nothing in an account reaches the terminal as a command: control
// characters and invisible formatting, direction overrides among them, are left out.

#include <cstddef>
#include <string>

#include "aligner/align/aligned_texts.h"
#include "aligner/messages/language.h"

namespace aligner::report {

enum class Colour { no, yes };
enum class ShowUnlinked { no, yes };

struct TextReportOptions {
  std::size_t width = 100;                         // columns of a line; values under 40 count as 40
  Colour colour = Colour::no;                      // yes: anchors joined by ANSI colours; no: by letters, [a: ...].
                                                   // What contradicts is red and inverted, or [a!: ...]
  std::size_t bead_limit = 0;                      // beads shown; 0 shows all. The summary is of all
  double min_confidence = 0;                       // pairs below are left out, and counted
  ShowUnlinked show_unlinked = ShowUnlinked::yes;  // parallel mode: also show segments without counterpart, in place
  std::size_t reason_limit = 5;                    // reasons named for a pair; the others are counted
  messages::Language language = messages::Language::english;  // of all words but the texts'
};

/// The whole report, UTF-8, lines ending in LF, none wider than options.width columns, none with trailing spaces.
/// Parallel mode: every bead in order. Comparable mode: links as stored, best first, and a closing sentence on the
/// rest. Linear in the size of what it shows. Throws Error as summarise does.
std::string text_report(const align::AlignedTexts& texts, const TextReportOptions& options = {});

}  // namespace aligner::report

#pragma once
// Private: every English phrase of the text report, so that a translation has one place to begin.
//
//   fmt::format(wording::no_counterparts, 54, 92, 55, 101);
//
// {} are filled in order. Labels stand in a column of their own; keep them within label_columns.

#include <cstddef>

namespace aligner::report::wording {

inline constexpr std::size_t label_columns = 12;

// Head
inline constexpr char source_label[] = "Source";
inline constexpr char target_label[] = "Target";
inline constexpr char mode_label[] = "Mode";
inline constexpr char method_label[] = "Method";
inline constexpr char settings_label[] = "Settings";
inline constexpr char note_label[] = "  note";
inline constexpr char unnamed[] = "(no name)";
inline constexpr char undetermined[] = "language undetermined";
inline constexpr char side_line[] = "{}: {}, {}{}";  // name, language, encoding, segments
inline constexpr char mode_line[] = "{} ({})";       // mode, its reason

// Pairs
inline constexpr char no_counterpart[] = "-- no counterpart --";
inline constexpr char moved[] = "moved";                   // behind the grade of a pair
inline constexpr char contradiction[] = "contradiction?";  // likewise
inline constexpr char why_label[] = "why: ";
inline constexpr char but_label[] = "but: ";
inline constexpr char more_reasons[] = "+{} more ({})";  // reasons not named, their weight
inline constexpr char words_reason[] = "words";
inline constexpr char conflict_reason[] = "{} disagree: {}";  // kind in the plural, what
inline constexpr char dates[] = "dates";
inline constexpr char numbers[] = "numbers";
inline constexpr char names[] = "names";
inline constexpr char terms[] = "terms";
inline constexpr char words[] = "words";

// Below the pairs
inline constexpr char no_pairs[] = "No pairs.";
inline constexpr char not_shown_by_limit[] = "{} not shown: the report ends after {}.";
inline constexpr char not_shown_by_confidence[] = "{} not shown: confidence below {}.";
inline constexpr char no_counterparts[] = "{} of {} source segments and {} of {} target segments have no counterpart.";

// Summary
inline constexpr char summary_title[] = "Summary";
inline constexpr char pairs_label[] = "  pairs";
inline constexpr char shapes_label[] = "  beads";
inline constexpr char grades_label[] = "  grades";
inline constexpr char source_coverage_label[] = "  source";
inline constexpr char target_coverage_label[] = "  target";
inline constexpr char confidence_label[] = "  confidence";
inline constexpr char moved_label[] = "  moved";
inline constexpr char coverage_line[] =
    "{} of {} segments linked ({}), {} of {} characters ({}); {} without counterpart";
inline constexpr char confidence_line[] = "mean {}, {} below 50 %";

inline constexpr char moved_line[] = "source {} = target {}, {}";  // segments, segments, where they stand
inline constexpr char moved_behind[] = "behind the counterpart of source segment {}";
inline constexpr char moved_first[] = "before all others";

// Lists of anchors
inline constexpr char year_assumed[] = "year assumed";
inline constexpr char vague[] = "vague";
inline constexpr char or_else[] = "or {}";          // the other reading of a number
inline constexpr char written_as[] = "written {}";  // the key of this spelling, where the name has a commoner one
inline constexpr char with_title[] = "title {}";    // as it stands before the name
inline constexpr char inherited[] = "inherited";
inline constexpr char without_counterpart[] = "without counterpart";
inline constexpr char source_side[] = "source";
inline constexpr char target_side[] = "target";

// Counted things
inline constexpr char segment[] = "segment";
inline constexpr char segments[] = "segments";
inline constexpr char pair[] = "pair";
inline constexpr char pairs[] = "pairs";
inline constexpr char bead[] = "bead";
inline constexpr char beads[] = "beads";

// Collections
inline constexpr char link[] = "link";
inline constexpr char links[] = "links";
inline constexpr char documents_paired[] = "{}: {} of {} documents have a counterpart";  // side

}  // namespace aligner::report::wording

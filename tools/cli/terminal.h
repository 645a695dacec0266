#pragma once
// The terminal: is there one, how wide is it, may it be coloured, did somebody press Ctrl-C.

#include <cstddef>
#include <functional>
#include <string>

namespace tungse {

/// Columns of the terminal on standard output; COLUMNS where it is set, else 100.
std::size_t terminal_width();

/// Whether standard output is a terminal.
bool is_output_terminal();

/// True when standard output is a terminal and NO_COLOR is not set.
bool may_colour();

/// After this, Ctrl-C and a polite kill only set a flag; a second one ends the program.
void catch_interrupts();
bool is_interrupted();

/// Called where something is about to be kept or printed: throws aligner::Error after Ctrl-C.
void stop_if_interrupted();

/// A progress line on standard error, where that is a terminal and not `quiet`. The function given back takes the share
/// that is done (0 to 1) and returns false once interrupted. clear_progress wipes the line.
std::function<bool(double)> progress_line(const std::string& what, bool quiet);
void clear_progress();

}  // namespace tungse

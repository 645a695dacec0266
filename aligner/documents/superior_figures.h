#pragma once
// Private: small raised numbers.
//
//   are_figures("12");          // true
//   to_superior("12");          // "¹²"
//   is_note_mark("[12]");       // true; so are "*", "12." and "↩"

#include <string>
#include <string_view>

namespace aligner::documents {

/// Digits of ASCII, one or more.
bool are_figures(std::string_view text);

/// `figures` are digits of ASCII.
std::string to_superior(std::string_view figures);

/// Whether a link that has these words marks a note or leads back from one: a number of up to three digits, perhaps in
/// brackets or raised, a star or a dagger, an arrow.
bool is_note_mark(std::string_view text);

}  // namespace aligner::documents

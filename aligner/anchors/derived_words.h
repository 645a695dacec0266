#pragma once
// Words derived from names: Chinese from China, амурский from Амур. Private. All words are folded as keys are.
//
//   is_derived("chinese", "china", 3);   // true
//   derived_stems("amurski");            // {"amur"}

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aligner::anchors {

/// What `word` may be derived from, without the last vowels: English -ese, -ian, -an, -n and their plurals, Slavic
/// -ski. Mostly empty.
std::vector<std::string> derived_stems(std::string_view word);

/// True where `word` is derived from `base`, whose stem has `fewest_letters` or more. Surnames in -ov, -ev, -in are no
/// base: Petrovsky is another family than Petrov.
bool is_derived(std::string_view word, std::string_view base, std::size_t fewest_letters);

}  // namespace aligner::anchors

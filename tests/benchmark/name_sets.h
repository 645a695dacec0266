#pragma once
// Names in two languages from Debian's packages, and how well they are matched.
//
//   NameSet set = read_name_set("ru-en gweather");       // nothing here was tuned on single names of these sets
//   Accuracy whole = measure(set, Method::all);
//   // each Russian name is looked for among all the English ones of the set
//
// Packages: libgweather-4-common (places of weather stations), iso-codes (countries, languages). Debian has no list of
// persons in several languages.

#include <string>
#include <vector>

#include "aligner/anchors/anchor.h"

namespace tungse_benchmark {

enum class Method { exact, folded, spelling, reading, sound, cldr, all_but_cldr, all };

inline constexpr Method methods[] = {Method::exact, Method::folded, Method::spelling,     Method::reading,
                                     Method::sound, Method::cldr,   Method::all_but_cldr, Method::all};

std::string to_string(Method method);

struct NameSet {
  std::string name;
  std::vector<aligner::anchors::Name> sources;
  std::vector<aligner::anchors::Name> targets;  // sources[i] is targets[i]; the names behind those are distractors
};

/// The sets there are: "vi-en gweather", "ru-en iso-3166", ...
std::vector<std::string> name_sets();

/// Pairs whose spellings differ: 600 at most, spread evenly over the catalogue, and further English names as
/// distractors up to 600 in all. Empty where the package is not installed.
NameSet read_name_set(const std::string& name);

struct Accuracy {
  double top1 = 0;                  // the right one has the highest score; of several equal ones each counts a part
  double mean_reciprocal_rank = 0;  // 0 for names that match nothing
  double precision = 0;             // of the names that match anything, how many match the right one best
};

Accuracy measure(const NameSet& set, Method method);

}  // namespace tungse_benchmark

// Prints how well names of packages are matched, set by set and method by method.
//
//   tungse_name_matching            all sets
//   tungse_name_matching ru-en      those whose name begins so

#include <cstdio>
#include <string>

#include "tests/benchmark/name_sets.h"

int main(int argc, char** argv) {
  using namespace tungse_benchmark;  // NOLINT(google-build-using-namespace): the subject of every line
  const std::string wanted = argc > 1 ? argv[1] : "";
  for (const std::string& name : name_sets()) {
    if (!name.starts_with(wanted)) continue;
    const NameSet set = read_name_set(name);
    if (set.sources.empty()) {
      std::printf("%s: its package is not installed\n", name.c_str());
      continue;
    }
    std::printf("%s: %zu names among %zu\n", name.c_str(), set.sources.size(), set.targets.size());
    std::printf("  %-14s %6s %6s %9s\n", "method", "top-1", "MRR", "precision");
    for (const Method method : methods) {
      const Accuracy found = measure(set, method);
      std::printf("  %-14s %6.3f %6.3f %9.3f\n", to_string(method).c_str(), found.top1, found.mean_reciprocal_rank,
                  found.precision);
    }
  }
  return 0;
}

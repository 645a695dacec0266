#pragma once
// What a piece of work costs: CPU time, and instructions where the kernel lets a program count its own.
//
//   Cost cost = measure([&] { anchors = find_anchors(document, segmentation, terms); });
//   cost.cpu_seconds; cost.instructions;   // no instructions: nothing
//
// Instructions hardly depend on what else the machine does: compare them, not seconds, on a busy one.

#include <cstdint>
#include <functional>
#include <optional>

namespace tungse_bench {

struct Cost {
  double cpu_seconds = 0;                     // of this process, user and system
  std::optional<std::uint64_t> instructions;  // user mode, of the calling thread
};

/// Runs `work` once.
Cost measure(const std::function<void()>& work);

}  // namespace tungse_bench

#include "tests/benchmark/counters.h"

#include <cstring>
#include <ctime>

#if defined(__linux__)
#include <linux/perf_event.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace tungse_bench {
namespace {

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

#if defined(__linux__)

// The kernel's counter of instructions in user mode. Absent in many virtual machines and containers.
class InstructionCounter {
 public:
  InstructionCounter() {
    perf_event_attr attributes;
    std::memset(&attributes, 0, sizeof attributes);
    attributes.type = PERF_TYPE_HARDWARE;
    attributes.size = sizeof attributes;
    attributes.config = PERF_COUNT_HW_INSTRUCTIONS;
    attributes.exclude_kernel = 1;
    attributes.exclude_hv = 1;
    file_ = static_cast<int>(syscall(SYS_perf_event_open, &attributes, 0, -1, -1, 0));
  }
  InstructionCounter(const InstructionCounter&) = delete;
  InstructionCounter& operator=(const InstructionCounter&) = delete;
  ~InstructionCounter() {
    if (file_ >= 0) close(file_);
  }

  std::optional<std::uint64_t> count() const {
    std::uint64_t value = 0;
    if (file_ < 0 || read(file_, &value, sizeof value) != static_cast<ssize_t>(sizeof value)) return std::nullopt;
    return value;
  }

 private:
  int file_ = -1;
};

#else

class InstructionCounter {
 public:
  std::optional<std::uint64_t> count() const { return std::nullopt; }
};

#endif

}  // namespace

Cost measure(const std::function<void()>& work) {
  const InstructionCounter counter;
  const std::optional<std::uint64_t> instructions_before = counter.count();
  const double seconds_before = cpu_seconds();
  work();
  Cost cost{.cpu_seconds = cpu_seconds() - seconds_before};
  const std::optional<std::uint64_t> instructions = counter.count();
  if (instructions && instructions_before) cost.instructions = *instructions - *instructions_before;
  return cost;
}

}  // namespace tungse_bench

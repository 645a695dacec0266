#pragma once
// Shares the rows of a table out over threads. Private to the rooms score and align.
//
//   share_rows(rows.size(), threads, [&](std::size_t i) { rows[i] = fill(i); });

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace aligner::score {

/// Calls work(i) for every i below count. Each row is worked on by one thread; work on different rows must not share
/// anything that is written. The first exception is passed on after all threads ended.
template <typename Work>
void share_rows(std::size_t count, unsigned threads, const Work& work) {
  const std::size_t workers = std::min<std::size_t>(threads, (count + 31) / 32);
  if (workers <= 1) {
    for (std::size_t i = 0; i < count; ++i) work(i);
    return;
  }
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failure;
  std::mutex failure_mutex;
  const auto run = [&] {
    try {
      for (std::size_t begin = next.fetch_add(16); begin < count; begin = next.fetch_add(16)) {
        for (std::size_t i = begin; i < std::min(count, begin + 16); ++i) work(i);
      }
    } catch (...) {
      const std::lock_guard lock(failure_mutex);
      if (!failure) failure = std::current_exception();
    }
  };
  std::vector<std::thread> pool;
  for (std::size_t k = 1; k < workers; ++k) pool.emplace_back(run);
  run();
  for (std::thread& thread : pool) thread.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace aligner::score

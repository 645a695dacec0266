#pragma once
// Shares the rows of a table out over threads. Private to the rooms lexicon, score and align.
//
//   share_rows(rows.size(), threads, [&](std::size_t i) { rows[i] = fill(i); });

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace aligner::lexicon {

/// Calls work(scratch, i) for every i below count, with a scratch of each thread's own, made by make_scratch(). Each
/// row is worked on by one thread; work on different rows must not share anything else that is written, and what a row
/// finds in the scratch must not change its result. A thread takes `grain` rows at a time. The first exception is
/// passed on after all threads ended.
template <typename MakeScratch, typename Work>
void share_rows(std::size_t count, unsigned threads, const MakeScratch& make_scratch, const Work& work,
                std::size_t grain = 16) {
  const std::size_t workers = std::min<std::size_t>(threads, count / grain);
  if (workers <= 1) {
    auto scratch = make_scratch();
    for (std::size_t i = 0; i < count; ++i) work(scratch, i);
    return;
  }
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failure;
  std::mutex failure_mutex;
  const auto run = [&] {
    try {
      auto scratch = make_scratch();
      for (std::size_t begin = next.fetch_add(grain); begin < count; begin = next.fetch_add(grain)) {
        for (std::size_t i = begin; i < std::min(count, begin + grain); ++i) work(scratch, i);
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

/// The same for work that needs no scratch: work(i).
template <typename Work>
void share_rows(std::size_t count, unsigned threads, const Work& work) {
  struct Nothing {};
  share_rows(
      count, threads, [] { return Nothing{}; }, [&](Nothing&, std::size_t i) { work(i); });
}

}  // namespace aligner::lexicon

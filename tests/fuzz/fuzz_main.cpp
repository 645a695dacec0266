// The plain main of every fuzz target. With files as arguments it replays them; without, it tries the seeds and 2000
// mutations of them, the same ones in every run.

#include "tests/fuzz/fuzz_main.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <random>

namespace {

constexpr int mutation_count = 2000;

void try_input(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

// std::uniform_int_distribution differs between libraries; the inputs must not.
std::size_t pick(std::mt19937& random, std::size_t count) { return random() % count; }

void mutate_once(std::string& bytes, const std::vector<std::string>& seeds, std::mt19937& random) {
  static constexpr unsigned char telling_bytes[] = {0x00, 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x26, 0x3C, 0x5B,
                                                    0x7F, 0x80, 0xBF, 0xC3, 0xE1, 0xEF, 0xF0, 0xFE, 0xFF};
  const std::size_t at = pick(random, bytes.size() + 1);
  const auto byte = static_cast<char>(telling_bytes[pick(random, std::size(telling_bytes))]);
  switch (pick(random, 6)) {
    case 0:
      bytes.insert(at, 1, byte);
      return;
    case 1:
      bytes.erase(at, 1 + pick(random, 8));
      return;
    case 2:  // a stretch twice
      bytes.insert(at, bytes.substr(at, 1 + pick(random, 16)));
      return;
    case 3: {  // a stretch of another seed
      const std::string& other = seeds[pick(random, seeds.size())];
      const std::size_t begin = pick(random, other.size() + 1);
      bytes.insert(at, other.substr(begin, pick(random, other.size() + 1)));
      return;
    }
    case 4:
      bytes.resize(at);
      return;
    default:
      if (at < bytes.size())
        bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << pick(random, 8)));
  }
}

int replay(int count, char** files) {
  for (int i = 0; i < count; ++i) {
    std::ifstream in(files[i], std::ios::binary);
    if (!in) {
      std::fprintf(stderr, "cannot read %s\n", files[i]);
      return 1;
    }
    try_input({std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()});
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1) return replay(argc - 1, argv + 1);
  const std::vector<std::string>& seeds = fuzz_seeds();
  for (const std::string& seed : seeds) try_input(seed);
  std::mt19937 random(1858);
  for (int round = 0; round < mutation_count; ++round) {
    std::string bytes = seeds[pick(random, seeds.size())];
    for (std::size_t left = 1 + pick(random, 6); left > 0; --left) mutate_once(bytes, seeds, random);
    try_input(bytes);
  }
  return 0;
}

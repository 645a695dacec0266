// A table with open addressing. Words are short: they are hashed and compared eight bytes at a time, the last eight of
// them overlapping those before, so that no loop runs over single bytes.

#include "aligner/text/distinct_words.h"

#include <cstring>

namespace aligner::text {
namespace {

constexpr std::size_t first_slot_count = 64;
constexpr std::uint64_t odd_number = 0x9E3779B97F4A7C15U;  // 2^64 over the golden ratio: Knuth, TAOCP 3, 6.4

template <typename Integer>
std::uint64_t load(const char* bytes) {
  Integer value = 0;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * odd_number;
  return hash ^ (hash >> 32U);
}

// Up to eight bytes as a number; different stretches of one size give different numbers.
std::uint64_t load_short(const char* bytes, std::size_t size) {
  if (size == 8) return load<std::uint64_t>(bytes);
  if (size >= 4) return load<std::uint32_t>(bytes) | (load<std::uint32_t>(bytes + size - 4) << 32U);
  if (size >= 2) return load<std::uint16_t>(bytes) | (load<std::uint16_t>(bytes + size - 2) << 16U);
  return size == 1 ? load<std::uint8_t>(bytes) : 0;
}

std::uint64_t hash_of(std::string_view word) {
  const char* bytes = word.data();
  std::size_t size = word.size();
  std::uint64_t hash = size * odd_number;
  if (size <= 8) return mix(mix(hash, load_short(bytes, size)), 0);
  for (; size > 8; bytes += 8, size -= 8) hash = mix(hash, load<std::uint64_t>(bytes));
  return mix(mix(hash, load<std::uint64_t>(bytes + size - 8)), 0);
}

bool are_equal(const char* first, const char* second, std::size_t size) {
  if (size <= 8) return load_short(first, size) == load_short(second, size);
  if (size > 16) return std::memcmp(first, second, size) == 0;
  return load<std::uint64_t>(first) == load<std::uint64_t>(second) &&
         load<std::uint64_t>(first + size - 8) == load<std::uint64_t>(second + size - 8);
}

std::uint32_t upper_half(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }

}  // namespace

DistinctWords::DistinctWords() : slots_(first_slot_count) {}

std::uint32_t DistinctWords::number_of(std::string_view word) {
  const std::uint64_t hash = hash_of(word);
  const std::uint32_t found = find(word, hash);
  return found == no_number ? add(word, hash) : found;
}

std::optional<std::uint32_t> DistinctWords::find(std::string_view word) const {
  const std::uint32_t found = find(word, hash_of(word));
  return found == no_number ? std::nullopt : std::optional(found);
}

inline std::uint32_t DistinctWords::find(std::string_view word, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot slot = slots_[at];
    if (slot.number == 0) return no_number;
    if (slot.upper_hash != upper_half(hash)) continue;
    const Span place = words_[slot.number - 1].place;
    if (place.size() == word.size() && are_equal(bytes_.data() + place.begin, word.data(), word.size()))
      return slot.number - 1;
  }
}

std::uint32_t DistinctWords::add(std::string_view word, std::uint64_t hash) {
  const std::size_t begin = bytes_.size();
  bytes_ += word;
  words_.push_back({{begin, bytes_.size()}, hash});
  const auto number = static_cast<std::uint32_t>(words_.size());
  if (2 * words_.size() > slots_.size()) {
    grow();
    return number - 1;
  }
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].number != 0) at = (at + 1) & mask;
  slots_[at] = {upper_half(hash), number};
  return number - 1;
}

void DistinctWords::grow() {
  slots_.assign(2 * slots_.size(), {});
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    std::size_t at = words_[i].hash & mask;
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = {upper_half(words_[i].hash), static_cast<std::uint32_t>(i + 1)};
  }
}

}  // namespace aligner::text

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

std::uint64_t hash_of_long(std::string_view word) {
  const char* bytes = word.data();
  std::size_t size = word.size();
  std::uint64_t hash = size * odd_number;
  for (; size > 8; bytes += 8, size -= 8) hash = mix(hash, load<std::uint64_t>(bytes));
  return mix(hash, load<std::uint64_t>(bytes + size - 8));
}

std::uint64_t key_of(std::string_view word) {
  return word.size() <= 8 ? load_short(word.data(), word.size()) : hash_of_long(word);
}

std::size_t first_slot(std::uint64_t key, std::size_t size) {
  return static_cast<std::size_t>(mix(mix(size * odd_number, key), 0));
}

bool are_equal(std::string_view first, std::string_view second) {
  const std::size_t size = first.size();
  if (size > 16) return std::memcmp(first.data(), second.data(), size) == 0;
  return load<std::uint64_t>(first.data()) == load<std::uint64_t>(second.data()) &&
         load<std::uint64_t>(first.data() + size - 8) == load<std::uint64_t>(second.data() + size - 8);
}

}  // namespace

DistinctWords::DistinctWords() : slots_(first_slot_count) {}

// The word's slot, or the free one that would be its own.
inline const DistinctWords::Slot& DistinctWords::slot_of(std::string_view word, std::uint64_t key) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = first_slot(key, word.size()) & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.number == no_number) return slot;
    if (slot.key != key || slot.size != static_cast<std::uint32_t>(word.size())) continue;
    if (word.size() <= 8 || are_equal(word, this->word(slot.number))) return slot;
  }
}

std::uint32_t DistinctWords::number_of(std::string_view word) {
  const std::uint64_t key = key_of(word);
  const std::uint32_t found = slot_of(word, key).number;
  return found == no_number ? add(word, key) : found;
}

std::optional<std::uint32_t> DistinctWords::find(std::string_view word) const {
  const std::uint32_t found = slot_of(word, key_of(word)).number;
  return found == no_number ? std::nullopt : std::optional(found);
}

std::uint32_t DistinctWords::add(std::string_view word, std::uint64_t key) {
  if (2 * (words_.size() + 1) > slots_.size()) grow();
  const auto number = static_cast<std::uint32_t>(words_.size());
  const auto free_slot = static_cast<std::size_t>(&slot_of(word, key) - slots_.data());
  slots_[free_slot] = {key, static_cast<std::uint32_t>(word.size()), number};
  const std::size_t begin = bytes_.size();
  bytes_ += word;
  words_.push_back({begin, bytes_.size()});
  return number;
}

void DistinctWords::grow() {
  std::vector<Slot> grown(2 * slots_.size());
  const std::size_t mask = grown.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.number == no_number) continue;
    std::size_t at = first_slot(slot.key, slot.size) & mask;
    while (grown[at].number != no_number) at = (at + 1) & mask;
    grown[at] = slot;
  }
  slots_.swap(grown);
}

}  // namespace aligner::text

#include "aligner/anchors/han_readings.h"

#include <algorithm>
#include <charconv>

#include <unicode/utf8.h>

#include "aligner/anchors/embedded_files.h"
#include "aligner/anchors/vietnamese_key.h"

namespace aligner::anchors {
namespace {

// Rare syllables prove much, but a table of readings is no census of names.
constexpr double least_weight = 4;  // of a syllable

std::string_view take_field(std::string_view& line, char separator) {
  const std::size_t end = std::min(line.find(separator), line.size());
  const std::string_view field = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return field;
}

char32_t first_code_point(std::string_view utf8) {
  if (utf8.empty()) return 0;
  UChar32 code = 0;
  std::int32_t at = 0;
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(utf8.data()), at, static_cast<std::int32_t>(utf8.size()), code);
  return static_cast<char32_t>(code);
}

}  // namespace

std::vector<char32_t> code_points(std::string_view utf8) {
  std::vector<char32_t> codes;
  const auto size = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 code = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(utf8.data()), at, size, code);
    codes.push_back(static_cast<char32_t>(code));
  }
  return codes;
}

std::string to_utf8(char32_t character) {
  std::uint8_t buffer[4] = {};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, static_cast<UChar32>(character));
  return {reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length)};
}

const HanReadings& HanReadings::table() {
  static const HanReadings readings;
  return readings;
}

HanReadings::HanReadings() : by_pinyin_(syllable_count()), by_hanviet_(1) {
  readings_.reserve(20000);
  hanviet_ids_.reserve(4000);
  for (std::size_t i = 0; i < han_reading_files_count; ++i) {
    std::string_view text(han_reading_files[i].bytes, han_reading_files[i].size);
    while (!text.empty()) {
      const std::string_view line = take_field(text, '\n');
      if (!line.empty() && line.front() != '#') read_line(line);
    }
  }
  finish();
}

std::uint16_t HanReadings::hanviet_id(std::string_view syllable) {
  const auto [entry, is_new] =
      hanviet_ids_.try_emplace(vietnamese_key(syllable), static_cast<std::uint16_t>(by_hanviet_.size()));
  if (is_new) {
    by_hanviet_.emplace_back();
    bare_ids_[without_vietnamese_marks(entry->first)].push_back(entry->second);
  }
  return entry->second;
}

// "上<TAB>14<TAB><TAB>shang:thướng,thượng"; corpora/readings says more.
void HanReadings::read_line(std::string_view line) {
  const char32_t character = first_code_point(take_field(line, '\t'));
  const std::string_view commonness = take_field(line, '\t');
  int weight = 1;
  std::from_chars(commonness.data(), commonness.data() + commonness.size(), weight);
  const std::string_view simplified = take_field(line, '\t');
  if (!simplified.empty()) {
    const char32_t form = first_code_point(simplified);
    simplified_[character] = form;
    traditional_[form].push_back(character);
  }
  const std::size_t first = readings_.size();
  while (!line.empty()) {
    std::string_view reading = take_field(line, ' ');
    const std::vector<SyllableId>& ids = find_syllables(take_field(reading, ':'), Romanisation::pinyin);
    if (ids.empty()) continue;
    HanReading entry{.character = character, .pinyin = ids.front()};
    if (reading.empty()) readings_.push_back(entry);
    while (!reading.empty()) {
      entry.hanviet = hanviet_id(take_field(reading, ','));
      readings_.push_back(entry);
    }
  }
  for (std::size_t i = first; i < readings_.size(); ++i) {
    readings_[i].weight = static_cast<float>(weight) / static_cast<float>(readings_.size() - first);
  }
}

void HanReadings::finish() {
  for (std::uint32_t i = 0; i < readings_.size(); ++i) {
    by_pinyin_[readings_[i].pinyin].push_back(i);
    if (readings_[i].hanviet != 0) by_hanviet_[readings_[i].hanviet].push_back(i);
    total_ += readings_[i].weight;
  }
}

SyllableEvidence HanReadings::character(char32_t character) const {
  SyllableEvidence evidence;
  bool vietnamese = false;
  const auto add = [&](char32_t wanted) {
    auto at = std::lower_bound(readings_.begin(), readings_.end(), wanted,
                               [](const HanReading& reading, char32_t code) { return reading.character < code; });
    for (; at != readings_.end() && at->character == wanted; ++at) {
      evidence.fitting.push_back(&*at);
      evidence.weight += at->weight;
      vietnamese = vietnamese || at->hanviet != 0;
    }
  };
  add(character);
  const auto forms = traditional_.find(character);
  if (!vietnamese && forms != traditional_.end()) {
    for (const char32_t form : forms->second) add(form);
  }
  std::sort(evidence.fitting.begin(), evidence.fitting.end());
  return evidence;
}

SyllableEvidence HanReadings::hanviet(std::string_view syllable) const {
  SyllableEvidence evidence;
  const std::string key = vietnamese_key(syllable);
  std::vector<std::uint16_t> ids;
  const auto exact = hanviet_ids_.find(key);
  if (exact != hanviet_ids_.end()) ids.push_back(exact->second);
  const bool is_bare = key == without_vietnamese_marks(key) && key.size() >= syllable.size();
  const auto bare = is_bare ? bare_ids_.find(key) : bare_ids_.end();
  if (ids.empty() && bare != bare_ids_.end()) ids = bare->second;
  for (const std::uint16_t id : ids) {
    for (const std::uint32_t index : by_hanviet_[id]) {
      evidence.fitting.push_back(&readings_[index]);
      evidence.weight += readings_[index].weight;
    }
  }
  std::sort(evidence.fitting.begin(), evidence.fitting.end());
  return evidence;
}

SyllableEvidence HanReadings::mandarin(std::string_view syllable, Romanisation romanisation) const {
  SyllableEvidence evidence;
  for (const SyllableId id : find_syllables(syllable, romanisation)) {
    for (const std::uint32_t index : by_pinyin_[id]) {
      evidence.fitting.push_back(&readings_[index]);
      evidence.weight += readings_[index].weight;
    }
  }
  std::sort(evidence.fitting.begin(), evidence.fitting.end());
  return evidence;
}

double HanReadings::lift(const SyllableEvidence& first, const SyllableEvidence& second) const {
  double both = 0;
  auto other = second.fitting.begin();
  for (const HanReading* reading : first.fitting) {
    while (other != second.fitting.end() && *other < reading) ++other;
    if (other != second.fitting.end() && *other == reading) both += reading->weight;
  }
  return both * total_ / (std::max(first.weight, least_weight) * std::max(second.weight, least_weight));
}

char32_t HanReadings::shared_character(const SyllableEvidence& first, const SyllableEvidence& second) {
  const HanReading* best = nullptr;
  auto other = second.fitting.begin();
  for (const HanReading* reading : first.fitting) {
    while (other != second.fitting.end() && *other < reading) ++other;
    if (other == second.fitting.end() || *other != reading) continue;
    if (best == nullptr || reading->weight > best->weight) best = reading;
  }
  return best == nullptr ? 0 : best->character;
}

char32_t HanReadings::simplified(char32_t character) const {
  const auto found = simplified_.find(character);
  return found == simplified_.end() ? character : found->second;
}

}  // namespace aligner::anchors

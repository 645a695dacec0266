#pragma once
// Random text of many scripts, the dangerous characters among them, from a fixed seed.

#include <cstddef>
#include <random>
#include <string>

#include "tests/report/escaped.h"

namespace aligner::report {

inline std::string random_text(std::mt19937& random, std::size_t characters) {
  struct Range {
    std::uint32_t first;
    std::uint32_t last;
  };
  constexpr Range ranges[] = {
      {0x20, 0x7E},       {0x61, 0x7A},       {0x20, 0x20},     {0x00, 0x1F},       {0x7F, 0x9F},
      {0xA0, 0x24F},      {0x300, 0x36F},     {0x400, 0x45F},   {0x600, 0x6FF},     {0x900, 0x97F},
      {0xE01, 0xE4F},     {0x1100, 0x11FF},   {0x1800, 0x18AA}, {0x1EA0, 0x1EF9},   {0x2000, 0x206F},
      {0x20D0, 0x20FF},   {0x2600, 0x27BF},   {0x3000, 0x30FF}, {0x4E00, 0x9FFF},   {0xAC00, 0xD7FF},
      {0xE000, 0xE010},   {0xFE00, 0xFE0F},   {0xFF00, 0xFFEF}, {0x1F1E6, 0x1F1FF}, {0x1F300, 0x1F6FF},
      {0x20000, 0x20100}, {0xE0000, 0xE01EF},
  };
  std::string text;
  for (std::size_t i = 0; i < characters; ++i) {
    const Range& range = ranges[random() % std::size(ranges)];
    text += utf8_of(range.first + static_cast<std::uint32_t>(random() % (range.last - range.first + 1)));
  }
  return text;
}

}  // namespace aligner::report

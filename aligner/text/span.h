#pragma once
// Span: a half-open range of bytes in a document.
//
//   Span word{4, 9};
//   std::string_view bytes = document.slice(word);  // bytes 4 to 8
//
// Every position in the library is a byte offset into a document's UTF-8. A Span says nothing about which document.

#include <cstddef>

namespace aligner::text {

struct Span {
  std::size_t begin = 0;  // byte offset of the first byte
  std::size_t end = 0;    // byte offset behind the last byte; begin <= end

  /// Length in bytes.
  constexpr std::size_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }

  /// True when every byte of `other` lies in this span.
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }

  /// True when the two share at least one byte.
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  friend constexpr bool operator==(Span, Span) = default;
  friend constexpr auto operator<=>(Span, Span) = default;
};

}  // namespace aligner::text

#include "aligner/pipeline/imported_alignment.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <system_error>
#include <utility>

#include "aligner/text/digest.h"

namespace aligner::pipeline {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(std::string_view(" \t\r\n\0", 5)) == std::string_view::npos;
}

std::string in_json(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (byte < 0x20) {
      out += std::string("\\u00") + digits[byte >> 4] + digits[byte & 0xF];
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::optional<int> find_number(std::string_view digits) {
  int value = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool is_whole = problem == std::errc() && end == digits.data() + digits.size() && digits.front() != '-';
  return is_whole ? std::optional(value) : std::nullopt;
}

// "2026-03-01T09:30:00Z", a day and a time that there is.
bool is_time(std::string_view text) {
  const bool has_form = text.size() == 20 && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' &&
                        text[16] == ':' && text[19] == 'Z';
  if (!has_form) return false;
  const auto year = find_number(text.substr(0, 4));
  const auto month = find_number(text.substr(5, 2));
  const auto day = find_number(text.substr(8, 2));
  const auto hour = find_number(text.substr(11, 2));
  const auto minute = find_number(text.substr(14, 2));
  const auto second = find_number(text.substr(17, 2));
  if (!year || !month || !day || !hour || !minute || !second) return false;
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  return date.ok() && *hour < 24 && *minute < 60 && *second < 60;
}

bool is_within_character(const std::string& bytes, std::size_t place) {
  return place < bytes.size() && (static_cast<unsigned char>(bytes[place]) & 0xC0) == 0x80;
}

}  // namespace

std::string settings_of(const ImportOrigin& origin) {
  return "{\"origin\": " + in_json(origin.file) + ", \"sha256\": " + in_json(origin.sha256) +
         ", \"format\": " + in_json(origin.format) + ", \"part\": " + std::to_string(origin.part) +
         ", \"parts\": " + std::to_string(origin.part_count) + "}";
}

bool PartSize::add(const interchange::ExchangedPair& pair, const PartSize& limit) {
  const std::size_t size = std::max(pair.source.size(), pair.target.size());
  const bool has_room = pairs == 0 || (pairs < limit.pairs && bytes + size <= limit.bytes);
  if (!has_room) *this = {};
  ++pairs;
  bytes += size;
  return has_room;
}

std::vector<std::string> ImportLosses::notes() const {
  std::vector<std::string> notes;
  const auto note = [&notes](std::size_t count, const std::string& what) {
    if (count > 0) notes.push_back(std::to_string(count) + " " + what);
  };
  note(nul_characters, "characters NUL became U+FFFD");
  note(bad_spans, "places of reasons lie outside their texts, and are left out; the reasons stay");
  note(nameless, "pairs are accepted by nobody who is named, or at no time, and count as proposed");
  note(origins, "pairs say where they stood in other documents; the order of the file is kept instead");
  return notes;
}

std::vector<std::size_t> ImportedAlignment::Side::add(const std::string& text, ImportLosses& losses) {
  if (is_blank(text)) return {};
  const std::size_t begin = bytes.size();
  for (const char c : text) {
    if (c != '\0') {
      bytes += c;
      continue;
    }
    bytes += "\xEF\xBF\xBD";
    ++losses.nul_characters;
  }
  const std::size_t index = segmentation.segments.size();
  segmentation.segments.push_back({.span = {begin, bytes.size()}, .paragraph = index});
  bytes += '\n';
  return {index};
}

text::Span ImportedAlignment::Side::place(text::Span span, const std::vector<std::size_t>& segment,
                                          ImportLosses& losses) const {
  if (span.begin == span.end) return {};
  if (!segment.empty()) {
    const text::Span text = segmentation.segments[segment.front()].span;
    const text::Span placed{text.begin + span.begin, text.begin + span.end};
    const bool is_inside = span.begin < span.end && span.end <= text.size() &&
                           !is_within_character(bytes, placed.begin) && !is_within_character(bytes, placed.end);
    if (is_inside) return placed;
  }
  ++losses.bad_spans;
  return {};
}

void ImportedAlignment::add(const interchange::ExchangedPair& pair, ImportLosses& losses) {
  align::Bead bead{.source = source_.add(pair.source, losses),
                   .target = target_.add(pair.target, losses),
                   .cost = pair.cost.value_or(0),
                   .confidence = pair.confidence.value_or(1)};
  const bool has_two_sides = !bead.source.empty() && !bead.target.empty();
  if (origin_.mode == align::Mode::comparable) {
    bead.grade = pair.grade;
  } else {
    bead.moved = pair.moved && has_two_sides;
  }
  for (score::Evidence evidence : pair.evidence) {
    evidence.source = source_.place(evidence.source, bead.source, losses);
    evidence.target = target_.place(evidence.target, bead.target, losses);
    bead.evidence.push_back(std::move(evidence));
  }
  if (!pair.source_segments.empty() || !pair.target_segments.empty()) ++losses.origins;
  // Links of comparable texts have two sides; a text alone is there all the same.
  if (bead.source.empty() && bead.target.empty()) return;
  if (origin_.mode == align::Mode::comparable && !has_two_sides) return;
  if (pair.status == interchange::PairStatus::accepted) {
    if (pair.decided_by.empty() || !is_time(pair.decided_at)) {
      ++losses.nameless;
    } else {
      decisions_.push_back({.verdict = review::Verdict::accepted,
                            .source = bead.source,
                            .target = bead.target,
                            .by = pair.decided_by,
                            .at = pair.decided_at,
                            .note = pair.note});
    }
  }
  beads_.push_back(std::move(bead));
}

align::AlignedSide ImportedAlignment::finish(Side& side, const text::LanguageTag& language) const {
  const std::string part = origin_.part_count > 1 ? " (part " + std::to_string(origin_.part) + " of " +
                                                        std::to_string(origin_.part_count) + ")"
                                                  : "";
  align::AlignedSide finished;
  finished.sha256 = text::sha256_hex(side.bytes);
  finished.document = text::Document::from_utf8(std::move(side.bytes), language, origin_.name + part);
  finished.segmentation = std::move(side.segmentation);
  finished.encoding = "UTF-8";
  return finished;
}

align::AlignedTexts ImportedAlignment::finish() {
  align::AlignedTexts texts;
  texts.source = finish(source_, origin_.source_language);
  texts.target = finish(target_, origin_.target_language);
  texts.alignment = {.mode = origin_.mode,
                     .beads = std::move(beads_),
                     .source_count = texts.source.segmentation.size(),
                     .target_count = texts.target.segmentation.size(),
                     .mode_reason = "imported",
                     .method = "imported: " + origin_.format,
                     .settings = settings_of(origin_)};
  return texts;
}

}  // namespace aligner::pipeline

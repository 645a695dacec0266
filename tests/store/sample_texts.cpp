#include "tests/store/sample_texts.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "aligner/text/digest.h"

namespace store_tests {

using aligner::align::AlignedSide;
using aligner::align::AlignedTexts;
using aligner::align::Bead;
using aligner::align::Grade;
using aligner::align::Mode;
using aligner::score::Evidence;
using aligner::score::EvidenceKind;
using aligner::segment::Segment;
using aligner::segment::SegmentKind;
using aligner::text::Document;
using aligner::text::LanguageTag;
using aligner::text::Span;

namespace {

void add_links(AlignedTexts& texts, Dice& dice) {
  const std::size_t sources = texts.source.segmentation.size();
  const std::size_t targets = texts.target.segmentation.size();
  texts.alignment.mode = Mode::comparable;
  if (sources == 0 || targets == 0) return;
  for (std::size_t i = dice.below(8); i > 0; --i) {
    Bead link{.source = {dice.below(sources)}, .target = {dice.below(targets)}};
    if (link.source[0] + 1 < sources) link.source.push_back(sources - 1);
    if (dice.below(2) == 0) link.grade = static_cast<Grade>(dice.below(4));
    texts.alignment.beads.push_back(std::move(link));
  }
}

void add_beads(AlignedTexts& texts, Dice& dice) {
  const std::size_t sources = texts.source.segmentation.size();
  const std::size_t targets = texts.target.segmentation.size();
  std::size_t source = 0;
  std::size_t target = 0;
  while (source < sources || target < targets) {
    Bead bead;
    for (std::size_t i = dice.below(3); i > 0 && source < sources; --i) bead.source.push_back(source++);
    for (std::size_t i = dice.below(3); i > 0 && target < targets; --i) bead.target.push_back(target++);
    if (!bead.source.empty() || !bead.target.empty()) texts.alignment.beads.push_back(std::move(bead));
  }
}

// Takes a bead with two sides out of the order of the target, if there is one: its target goes to the end.
void move_a_bead(AlignedTexts& texts, Dice& dice) {
  std::vector<Bead>& beads = texts.alignment.beads;
  if (beads.empty()) return;
  Bead& moved = beads[dice.below(beads.size())];
  if (moved.source.empty() || moved.target.empty()) return;
  const std::size_t count = moved.target.size();
  const std::size_t last = moved.target.back();
  const std::size_t targets = texts.target.segmentation.size();
  for (Bead& bead : beads) {
    for (std::size_t& segment : bead.target) {
      if (segment > last) segment -= count;
    }
  }
  for (std::size_t k = 0; k < count; ++k) moved.target[k] = targets - count + k;
  moved.moved = true;
}

// A span of the document on character boundaries: one of its segments, or nothing.
Span random_span(Dice& dice, const AlignedSide& of) {
  if (of.segmentation.segments.empty() || dice.below(3) == 0) return {};
  return of.segmentation.segments[dice.below(of.segmentation.size())].span;
}

void add_reasons(AlignedTexts& texts, Dice& dice) {
  for (Bead& bead : texts.alignment.beads) {
    bead.cost = dice.fraction() * 40;
    bead.confidence = dice.below(5) == 0 ? 1 : dice.fraction();
    for (std::size_t i = dice.below(5); i > 0; --i) {
      bead.evidence.push_back({.kind = static_cast<EvidenceKind>(dice.below(9)),
                               .source = random_span(dice, texts.source),
                               .target = random_span(dice, texts.target),
                               .relation = random_words(dice, 2),
                               .weight = dice.fraction() * 20 - 10,
                               .reason = random_words(dice, 4)});
    }
  }
}

AlignedSide random_side(Dice& dice) {
  AlignedSide result;
  std::string bytes;
  std::size_t paragraph = 0;
  for (std::size_t i = dice.below(9); i > 0; --i) {
    bytes += "\n ";
    const std::size_t begin = bytes.size();
    bytes += random_words(dice, 6);
    paragraph += dice.below(2);
    result.segmentation.segments.push_back({{begin, bytes.size()}, static_cast<SegmentKind>(dice.below(3)), paragraph});
  }
  const std::array languages{"vi", "en", "mnc-Latn-x-mollend", "und"};
  result.sha256 = aligner::text::sha256_hex(bytes);
  result.encoding = dice.below(2) == 0 ? "UTF-8" : "TCVN5712-1";
  result.document = Document::from_utf8(bytes, LanguageTag::parse(languages[dice.below(4)]), random_words(dice, 2));
  if (!bytes.empty())
    result.places.spans = {{{0, bytes.size()}, {aligner::text::PlaceKind::cue, bytes.size(), "00:01:05"}}};
  for (std::size_t i = dice.below(3); i > 0; --i) result.notes.push_back(random_words(dice, 5));
  return result;
}

}  // namespace

AlignedSide side(const std::string& name, const std::string& language, const std::vector<std::string>& sentences) {
  AlignedSide result{.encoding = "UTF-8", .notes = {name + ": read as UTF-8"}};
  std::string bytes;
  for (const std::string& sentence : sentences) {
    if (!bytes.empty()) bytes += ' ';
    result.segmentation.segments.push_back({.span = {bytes.size(), bytes.size() + sentence.size()}});
    bytes += sentence;
  }
  result.sha256 = aligner::text::sha256_hex(bytes);
  result.document = Document::from_utf8(bytes, LanguageTag::parse(language), name);
  return result;
}

AlignedTexts treaty() {
  AlignedTexts texts{.source = side("vi.txt", "vi", {"Hiệp ước Ái Hồn.", "Ngày 16 tháng 5 năm 1858.", "Sông Amur."}),
                     .target = side("en.txt", "en", {"The treaty of Aigun.", "It was 28 May 1858.", "The Amur."})};
  texts.alignment = {.mode = Mode::parallel,
                     .source_count = 3,
                     .target_count = 3,
                     .mode_reason = "asked for",
                     .method = "by hand",
                     .settings = R"({"band":0.2})"};
  for (std::size_t i = 0; i < 3; ++i) {
    texts.alignment.beads.push_back({.source = {i}, .target = {i}, .cost = 0.25, .confidence = 0.5});
  }
  texts.alignment.beads[1].evidence = {
      {.kind = EvidenceKind::date, .relation = "same-other-calendar", .weight = 5.25, .reason = "16 May = 28 May"},
      {.kind = EvidenceKind::length, .relation = "length", .weight = -0.5}};
  return texts;
}

AlignedTexts treaty_cut_otherwise() {
  AlignedTexts texts = treaty();
  auto& segments = texts.source.segmentation.segments;
  segments[0].span.end = segments[1].span.end;
  segments.erase(segments.begin() + 1);
  texts.alignment.source_count = 2;
  texts.alignment.beads = {{.source = {0}, .target = {0, 1}}, {.source = {1}, .target = {2}}};
  return texts;
}

AlignedTexts treaty_links() {
  AlignedTexts texts = treaty();
  texts.alignment.mode = Mode::comparable;
  texts.alignment.beads = {
      {.source = {2}, .target = {2}, .cost = 0.1, .confidence = 0.9, .grade = Grade::same},
      {.source = {0}, .target = {0}, .cost = 0.7, .confidence = 0.5, .grade = Grade::partly},
  };
  return texts;
}

AlignedTexts many_beads(std::size_t count, std::size_t evidence_count) {
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < count; ++i) sentences.push_back("Sentence " + std::to_string(i) + ".");
  AlignedTexts texts{.source = side("long.vi.txt", "vi", sentences), .target = side("long.en.txt", "en", sentences)};
  texts.alignment = {.source_count = count, .target_count = count, .method = "by hand"};
  for (std::size_t i = 0; i < count; ++i) {
    Bead bead{.source = {i}, .target = {i}, .cost = 1, .confidence = 0.5};
    for (std::size_t j = 0; j < evidence_count; ++j) {
      bead.evidence.push_back({.kind = EvidenceKind::word,
                               .source = texts.source.segmentation.segments[i].span,
                               .target = texts.target.segmentation.segments[i].span,
                               .relation = "translation",
                               .weight = 1.5,
                               .reason = "sentence stands for sentence"});
    }
    texts.alignment.beads.push_back(std::move(bead));
  }
  return texts;
}

std::string random_words(Dice& dice, std::size_t most) {
  static constexpr std::array<std::string_view, 10> words{"treaty", "hiệp ước", "договор",
                                                          "條約",   "ᠪᠣᡥᠣᡨᠣ",   "'; DROP TABLE bead; --",
                                                          "\"",     "a\nb",     std::string_view("\0", 1),
                                                          "🚢"};
  std::string text;
  for (std::size_t i = dice.below(most + 1); i > 0; --i) text += words[dice.below(words.size())];
  return text;
}

AlignedTexts random_texts(Dice& dice) {
  AlignedTexts texts{.source = random_side(dice), .target = random_side(dice)};
  if (dice.below(10) == 0) {  // a text and itself under another name
    texts.target = texts.source;
    texts.target.document =
        Document::from_utf8(texts.source.document.bytes(), texts.source.document.language(), "another name");
    texts.target.notes = {"another note"};
  }
  dice.below(2) == 0 ? add_beads(texts, dice) : add_links(texts, dice);
  if (texts.alignment.mode == aligner::align::Mode::parallel && dice.below(2) == 0) move_a_bead(texts, dice);
  add_reasons(texts, dice);
  texts.alignment.source_count = texts.source.segmentation.size();
  texts.alignment.target_count = texts.target.segmentation.size();
  texts.alignment.mode_reason = random_words(dice, 3);
  texts.alignment.method = random_words(dice, 1);
  texts.alignment.settings = random_words(dice, 2);
  return texts;
}

}  // namespace store_tests

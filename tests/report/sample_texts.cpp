#include "tests/report/sample_texts.h"

#include <string>
#include <utility>
#include <vector>

#include "aligner/error.h"

namespace aligner::report {

using score::Evidence;
using score::EvidenceKind;

align::AlignedSide side_of(const std::vector<std::string>& segments, const std::string& language,
                           const std::string& name) {
  std::string bytes;
  segment::Segmentation cut;
  for (const std::string& segment : segments) {
    cut.segments.push_back({.span = {bytes.size(), bytes.size() + segment.size()}, .paragraph = cut.size() / 2});
    bytes += segment + "\n";
  }
  return {.document = text::Document::from_utf8(bytes, text::LanguageTag::parse(language), name),
          .segmentation = std::move(cut),
          .encoding = "UTF-8",
          .sha256 = std::string(64, 'a')};
}

text::Span span_in(const align::AlignedSide& side, const std::string& words) {
  const std::size_t begin = side.document.bytes().find(words);
  if (begin == std::string::npos) throw Error("the sample lacks \"" + words + "\"");
  return {begin, begin + words.size()};
}

align::AlignedTexts one_pair(const std::string& source, const std::string& target) {
  align::AlignedTexts texts{.source = side_of({source}, "und", "source.txt"),
                            .target = side_of({target}, "und", "target.txt")};
  texts.alignment = {
      .beads = {{.source = {0}, .target = {0}, .cost = 1, .confidence = 0.75}}, .source_count = 1, .target_count = 1};
  return texts;
}

align::AlignedTexts aigun_links() {
  align::AlignedTexts texts{
      .source = side_of({"= Hiệp ước Ái Hồn =", "Hiệp ước Ái Hồn được ký ngày 16 tháng 5 năm 1858 theo lịch Nga.",
                         "Nga nhận hơn 600.000 km² đất đai.", "Việc này không được nhắc tới ở nơi khác.",
                         "Hiệp ước Thiên Tân được ký ngày 13 tháng 6 năm 1858."},
                        "vi", "vi.txt"),
      .target = side_of({"The Treaty of Aigun was signed on May 28, 1858.", "China kept the right bank of the river.",
                         "Russia received over 600,000 km2 of land."},
                        "en", "en.txt")};
  texts.source.notes = {"vi.txt: read as windows-1258 (detected)"};
  texts.source.encoding = "windows-1258";
  const align::AlignedSide& vi = texts.source;
  const align::AlignedSide& en = texts.target;
  texts.alignment.mode = align::Mode::comparable;
  texts.alignment.mode_reason = "asked for";
  texts.alignment.method = "links/1";
  texts.alignment.settings = R"({"threshold":1.5})";
  texts.alignment.source_count = 5;
  texts.alignment.target_count = 3;
  texts.alignment.beads = {
      {.source = {1},
       .target = {0},
       .cost = 0.03,
       .confidence = 0.97,
       .grade = align::Grade::same,
       .evidence = {{EvidenceKind::date, span_in(vi, "ngày 16 tháng 5 năm 1858"), span_in(en, "May 28, 1858"),
                     "same-other-calendar", 5.2, "16 May 1858 Julian = 28 May 1858 Gregorian"},
                    {EvidenceKind::term, {28, 47}, span_in(en, "Treaty of Aigun"), "term", 3.1, "Treaty of Aigun"},
                    {EvidenceKind::word, span_in(vi, "được ký"), span_in(en, "was signed"), "translation", 2.0, ""},
                    {EvidenceKind::length, {}, {}, "fits", 0.4, ""}}},
      {.source = {2},
       .target = {2},
       .cost = 0.2,
       .confidence = 0.82,
       .grade = align::Grade::mostly,
       .evidence = {{EvidenceKind::number, span_in(vi, "600.000 km²"), span_in(en, "600,000 km2"), "same", 4.25,
                     "600000 km2"},
                    {EvidenceKind::name, {110, 113}, span_in(en, "Russia"), "same", 1.5, "Russia"},
                    {EvidenceKind::word, span_in(vi, "hơn"), span_in(en, "over"), "translation", 0.9, ""},
                    {EvidenceKind::word, span_in(vi, "đất đai"), span_in(en, "land"), "translation", 0.7, ""},
                    {EvidenceKind::boundary, {}, {}, "fits", 0.1, ""},
                    {EvidenceKind::context, {}, {}, "fits", 0.3, ""},
                    {EvidenceKind::length, {}, {}, "fits", 0.2, ""}}},
      {.source = {4},
       .target = {0},
       .cost = 1.2,
       .confidence = 0.3,
       .grade = align::Grade::related,
       .evidence = {{EvidenceKind::word, {}, {}, "translation", 1.1, ""},
                    {EvidenceKind::length, {}, {}, "differs", -0.6, ""},
                    {EvidenceKind::date, span_in(vi, "ngày 13 tháng 6 năm 1858"), span_in(en, "May 28, 1858"),
                     "conflict", -2.3, "13 June 1858 is not 28 May 1858"}}},
  };
  // "Hiệp ước Ái Hồn" of the sentence, not of the heading
  const std::string treaty = "Hiệp ước Ái Hồn";
  const std::size_t begin = vi.segmentation.segments[1].span.begin;
  texts.alignment.beads[0].evidence[1].source = {begin, begin + treaty.size()};
  return texts;
}

align::AlignedTexts parallel_chapter() {
  align::AlignedTexts texts{
      .source = side_of({"Айгунский договор был подписан 16 мая 1858 года.", "Он установил границу по Амуру.",
                         "Граница проходила до моря.", "Примечание переводчика."},
                        "ru", "ru.txt"),
      .target = side_of(
          {"《瑷珲条约》于1858年5月28日签订。", "条约规定以黑龙江为界,直至大海。", "此后又签订了《北京条约》。"}, "zh",
          "zh.txt")};
  const align::AlignedSide& ru = texts.source;
  const align::AlignedSide& zh = texts.target;
  texts.alignment.mode_reason = "93 % of the segments follow in order";
  texts.alignment.method = "lattice-em/1";
  texts.alignment.source_count = 4;
  texts.alignment.target_count = 3;
  texts.alignment.beads = {
      {.source = {0},
       .target = {0},
       .cost = 0.05,
       .confidence = 0.999,
       .evidence = {{EvidenceKind::date, span_in(ru, "16 мая 1858 года"), span_in(zh, "1858年5月28日"),
                     "same-other-calendar", 5.2, "16 May 1858 Julian = 28 May 1858 Gregorian"},
                    {EvidenceKind::term, span_in(ru, "Айгунский договор"), span_in(zh, "瑷珲条约"), "term", 3.0,
                     "Treaty of Aigun"}}},
      {.source = {1, 2},
       .target = {1},
       .cost = 0.4,
       .confidence = 0.9,
       .evidence = {{EvidenceKind::term, span_in(ru, "Амуру"), span_in(zh, "黑龙江"), "term", 2.2, "Amur"}}},
      {.source = {3}, .cost = 2, .confidence = 0.6},
      {.target = {2}, .cost = 2, .confidence = 0.55},
  };
  return texts;
}

align::AlignedTexts moved_chapter() {
  align::AlignedTexts texts{.source = side_of({"One.", "Two.", "Three.", "Four.", "Five.", "Six."}, "en", "en.txt"),
                            .target = side_of({"Sáu.", "Một.", "Bốn.", "Năm.", "Hai.", "Ba."}, "vi", "vi.txt")};
  texts.alignment.source_count = 6;
  texts.alignment.target_count = 6;
  texts.alignment.beads = {
      {.source = {0}, .target = {1}, .cost = 0.1, .confidence = 0.9},
      {.source = {1}, .target = {4}, .cost = 0.1, .confidence = 0.9, .moved = true},
      {.source = {2}, .target = {5}, .cost = 0.1, .confidence = 0.9, .moved = true},
      {.source = {3}, .target = {2}, .cost = 0.1, .confidence = 0.9},
      {.source = {4}, .target = {3}, .cost = 0.1, .confidence = 0.9},
      {.source = {5}, .target = {0}, .cost = 0.1, .confidence = 0.9, .moved = true},
  };
  return texts;
}

}  // namespace aligner::report

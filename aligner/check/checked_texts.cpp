#include "aligner/check/checked_texts.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "aligner/anchors/find_anchors.h"
#include "aligner/text/digest.h"
#include "aligner/text/folded_text.h"

namespace aligner::check {
namespace {

constexpr std::size_t context_words = 3;    // on either side, of a key
constexpr std::size_t most_looked_at = 12;  // words and marks, for these
constexpr std::size_t key_digits = 16;      // 64 bits: two of a million findings meet once in some thirty million texts

bool is_judged(const align::Bead& bead, align::Mode mode, const CheckOptions& options) {
  if (bead.source.empty() || bead.target.empty() || bead.confidence < options.smallest_confidence) return false;
  if (mode == align::Mode::parallel || !bead.grade) return mode == align::Mode::parallel;
  return *bead.grade == align::Grade::same || *bead.grade == align::Grade::mostly;
}

std::string folded_line(std::string_view utf8) { return text::fold(one_line(utf8)); }

// The words around a span in its segment, those that touch it aside; "_" where it fills its segment.
std::string context_of(const CheckedSide& side, text::Span span) {
  if (span.empty() || side.words.empty()) return "";
  const std::vector<segment::Word>& words = side.words[side.segment_at(span)];
  const auto first = std::partition_point(words.begin(), words.end(),
                                          [&](const segment::Word& word) { return word.span.end <= span.begin; });
  const auto behind =
      std::partition_point(first, words.end(), [&](const segment::Word& word) { return word.span.begin < span.end; });
  const auto take = [&side](std::string& context, const segment::Word& word, std::size_t& count) {
    if (word.kind == segment::WordKind::punctuation) return;
    context += text::fold(side.slice(word.span)) + " ";
    ++count;
  };
  std::string context;
  std::size_t before = 0;
  std::size_t after = 0;
  std::size_t looked_at = 0;
  for (auto word = first; word != words.begin() && before < context_words && looked_at < most_looked_at; ++looked_at) {
    take(context, *--word, before);
  }
  context += "_ ";
  looked_at = 0;
  for (auto word = behind; word != words.end() && after < context_words && looked_at < most_looked_at; ++looked_at) {
    take(context, *word++, after);
  }
  return context;
}

// The other side's context is left out where both have words: one side tells the place.
std::string key_of(const CheckedTexts& view, const Draft& draft) {
  const bool has_source = !draft.source.empty();
  std::string all = to_string(draft.kind) + "\n" + draft.value + "\n" + folded_line(view.source.slice(draft.source)) +
                    "\n" + folded_line(view.target.slice(draft.target)) + "\n" +
                    (has_source ? context_of(view.source, draft.source) : context_of(view.target, draft.target));
  return text::sha256_hex(all).substr(0, key_digits);
}

std::string_view without_zeros(std::string_view digits) {
  return digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1));
}

bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

}  // namespace

CheckedSide::CheckedSide(const align::AlignedSide& side, const terms::TermList& terms) : text(side) {
  anchors.resize(side.segmentation.size());
  for (anchors::Anchor& anchor : anchors::find_anchors(side.document, side.segmentation, terms)) {
    anchors[anchor.segment].push_back(std::move(anchor));
  }
  segment::WordFinder finder(side.document.language());
  for (const segment::Segment& one : side.segmentation.segments) {
    words.push_back(finder.find_words(side.document.bytes(), one.span));
  }
}

std::size_t CheckedSide::segment_at(text::Span span) const {
  const auto& segments = text.segmentation.segments;
  const auto behind =
      std::upper_bound(segments.begin(), segments.end(), span.begin,
                       [](std::size_t begin, const segment::Segment& segment) { return begin < segment.span.begin; });
  return behind == segments.begin() ? 0 : static_cast<std::size_t>(behind - segments.begin()) - 1;
}

std::vector<const anchors::Anchor*> CheckedSide::find(const Segments& segments, anchors::AnchorKind kind) const {
  std::vector<const anchors::Anchor*> found;
  for (const std::size_t segment : segments) {
    for (const anchors::Anchor& anchor : anchors[segment]) {
      if (anchor.kind() == kind) found.push_back(&anchor);
    }
  }
  return found;
}

CheckedTexts::CheckedTexts(const align::AlignedTexts& aligned, const terms::TermList& list, const CheckOptions& options)
    : texts(aligned), terms(list), source(aligned.source, list), target(aligned.target, list) {
  for (std::size_t i = 0; i < aligned.alignment.beads.size(); ++i) {
    if (is_judged(aligned.alignment.beads[i], aligned.alignment.mode, options)) pairs.push_back(i);
  }
}

void Findings::add(Draft draft) {
  Finding finding{.severity = draft.severity,
                  .kind = draft.kind,
                  .bead = draft.bead,
                  .source = draft.source,
                  .target = draft.target,
                  .source_words = one_line(view_.source.slice(draft.source)),
                  .target_words = one_line(view_.target.slice(draft.target)),
                  .key = key_of(view_, draft)};
  finding.reason = std::move(draft.reason);
  finding.remedy = std::move(draft.remedy);
  findings_.push_back(std::move(finding));
}

std::vector<Finding> Findings::take() {
  const auto place = [](const Finding& one) {
    const bool is_in_source = !one.source.empty();
    return std::tuple(-static_cast<int>(one.severity), !is_in_source, is_in_source ? one.source : one.target, one.kind);
  };
  std::stable_sort(findings_.begin(), findings_.end(),
                   [&place](const Finding& a, const Finding& b) { return place(a) < place(b); });
  return std::move(findings_);
}

std::vector<std::string_view> digit_runs(std::string_view utf8) {
  std::vector<std::string_view> runs;
  for (std::size_t at = 0; at < utf8.size();) {
    if (!is_digit(utf8[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < utf8.size() && is_digit(utf8[at])) ++at;
    runs.push_back(utf8.substr(begin, at - begin));
  }
  return runs;
}

std::unordered_set<std::string_view> digits_in(std::string_view passage) {
  std::unordered_set<std::string_view> digits;
  for (const std::string_view run : digit_runs(passage)) digits.insert(without_zeros(run));
  return digits;
}

bool has_digits_of(std::string_view words, const std::unordered_set<std::string_view>& passage) {
  const std::vector<std::string_view> wanted = digit_runs(words);
  return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&passage](std::string_view one) {
    return passage.contains(without_zeros(one));
  });
}

Draft draft_of_missing(FindingKind kind, std::size_t bead, text::Span place, bool is_in_source, std::string value,
                       const std::string& words) {
  Draft draft{.kind = kind,
              .bead = bead,
              .value = std::move(value),
              .reason = words + " stands in the " + (is_in_source ? "source" : "target") + " only"};
  (is_in_source ? draft.source : draft.target) = place;
  return draft;
}

std::string remedy_for_missing(const std::string& noun, bool is_in_source) {
  return is_in_source ? "Add the " + noun + " to the target, or accept that it was left out."
                      : "Check that the source says so; take the " + noun + " out if it does not.";
}

std::string in_quotes(std::string_view words) { return "\"" + one_line(words) + "\""; }

std::string one_line(std::string_view utf8) {
  std::string line;
  for (const char byte : utf8) {
    if (!is_space(byte)) {
      line += byte;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::size_t character_count(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char byte) {
    return !is_space(byte) && (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  }));
}

}  // namespace aligner::check

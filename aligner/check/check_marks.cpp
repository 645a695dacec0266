// Quotes and brackets without their other half, paragraph by paragraph: a quotation may go over sentences.
//
// What is no bracket: "a)" and "12)" before an item, smileys. What lacks its other half on both sides of a pair was
// copied rightly, and is left alone. Quotes that open every paragraph of a long quotation are not closed in each.

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "aligner/check/checked_texts.h"

namespace aligner::check {
namespace {

enum class MarkKind { bracket, quote };

struct MarkPair {
  std::string_view open;
  std::array<std::string_view, 2> close;  // either; the second may be empty
  MarkKind kind;
};

constexpr std::array mark_pairs{
    MarkPair{"(", {")", "）"}, MarkKind::bracket},  MarkPair{"[", {"]", ""}, MarkKind::bracket},
    MarkPair{"（", {"）", ")"}, MarkKind::bracket}, MarkPair{"【", {"】", ""}, MarkKind::bracket},
    MarkPair{"《", {"》", ""}, MarkKind::bracket},  MarkPair{"「", {"」", ""}, MarkKind::quote},
    MarkPair{"『", {"』", ""}, MarkKind::quote},    MarkPair{"«", {"»", ""}, MarkKind::quote},
    MarkPair{"“", {"”", ""}, MarkKind::quote},      MarkPair{"„", {"“", "”"}, MarkKind::quote},
};
constexpr std::string_view straight_quote = "\"";
constexpr std::size_t deepest = 64;           // open marks that one may close
constexpr std::size_t most_in_paragraph = 8;  // more that lack a half are no prose: a table, a drawing
constexpr std::size_t longest_label = 3;      // characters of "12)" before the bracket

bool is_letter_or_digit(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (static_cast<unsigned char>(byte) & 0x80) != 0;
}

// "a)" at a word of its own, ":-)".
bool is_label_or_smiley(std::string_view before) {
  if (before.empty()) return true;
  if (before.back() == ':' || before.back() == ';' || before.back() == '-') return true;
  std::size_t begin = before.size();
  while (begin > 0 && is_letter_or_digit(before[begin - 1])) --begin;
  const std::string_view word = before.substr(begin);
  const bool stands_alone = begin == 0 || before[begin - 1] == ' ' || before[begin - 1] == '\n';
  return !word.empty() && stands_alone && character_count(word) <= longest_label;
}

struct Mark {
  text::Span span;
  const MarkPair* pair = nullptr;  // nullptr: a straight quote
};

bool is_quote(const Mark& mark) { return mark.pair == nullptr || mark.pair->kind == MarkKind::quote; }

/// Marks in a stretch of text that lack their other half.
class Balance {
 public:
  Balance(std::string_view utf8, text::Span range) : utf8_(utf8), range_(range) {}

  std::vector<Mark> run() {
    for (std::size_t at = range_.begin; at < range_.end;) at += step(at);
    if (straight_.size() % 2 == 1) open_.push_back({straight_.back(), nullptr});
    open_.insert(open_.end(), closed_.begin(), closed_.end());
    return std::move(open_);
  }

 private:
  // Reads what stands at a byte and says how long it is.
  std::size_t step(std::size_t at) {
    const std::string_view rest = utf8_.substr(at, range_.end - at);
    if (rest.starts_with(straight_quote)) {
      const bool is_inch =
          at > range_.begin && utf8_[at - 1] >= '0' && utf8_[at - 1] <= '9' && straight_.size() % 2 == 0;
      if (!is_inch) straight_.push_back({at, at + 1});
      return 1;
    }
    if (const std::size_t size = close(at, rest); size != 0) return size;
    for (const MarkPair& pair : mark_pairs) {
      if (!rest.starts_with(pair.open)) continue;
      open_.push_back({{at, at + pair.open.size()}, &pair});
      return pair.open.size();
    }
    return 1;
  }

  // Closes the last mark that is open and can be closed by what stands here; 0 where no closing mark does.
  std::size_t close(std::size_t at, std::string_view rest) {
    std::size_t size = 0;
    const MarkPair* closed = nullptr;
    // Some write “ at both ends: behind a letter it closes.
    const bool is_behind_word =
        at > range_.begin && utf8_[at - 1] != ' ' && utf8_[at - 1] != '\n' && utf8_[at - 1] != '(';
    if (rest.starts_with("“") && is_behind_word && !open_.empty() && open_.back().pair->open == "“") {
      open_.pop_back();
      return std::string_view("“").size();
    }
    std::size_t looked_at = 0;
    for (auto mark = open_.rbegin(); mark != open_.rend() && looked_at < deepest; ++mark, ++looked_at) {
      for (const std::string_view one : mark->pair->close) {
        if (one.empty() || !rest.starts_with(one)) continue;
        open_.erase(std::next(mark).base());
        return one.size();
      }
    }
    for (const MarkPair& pair : mark_pairs) {
      if (!rest.starts_with(pair.close[0])) continue;
      size = pair.close[0].size();
      closed = &pair;
      break;
    }
    // “ opens as well as it closes.
    if (closed == nullptr || rest.starts_with("“")) return 0;
    const bool is_label = rest[0] == ')' && is_label_or_smiley(utf8_.substr(range_.begin, at - range_.begin));
    if (!is_label) closed_.push_back({{at, at + size}, closed});
    return size;
  }

  std::string_view utf8_;
  text::Span range_;
  std::vector<Mark> open_;
  std::vector<Mark> closed_;
  std::vector<text::Span> straight_;
};

class MarkCheck {
 public:
  MarkCheck(const CheckedTexts& view, bool is_source, Findings& findings)
      : view_(view),
        side_(is_source ? view.source : view.target),
        other_(is_source ? view.target : view.source),
        is_source_(is_source),
        findings_(findings) {
    for (const std::size_t index : view.pairs) {
      const align::Bead& bead = view.bead(index);
      for (const std::size_t segment : is_source ? bead.source : bead.target) bead_of_.try_emplace(segment, index);
    }
  }

  void run() {
    const auto& segments = side_.text.segmentation.segments;
    for (std::size_t first = 0; first < segments.size();) {
      std::size_t last = first;
      while (last + 1 < segments.size() && segments[last + 1].paragraph == segments[first].paragraph) ++last;
      check_paragraph({segments[first].span.begin, segments[last].span.end});
      first = last + 1;
    }
  }

 private:
  void check_paragraph(text::Span paragraph) {
    const std::vector<Mark> marks = Balance(side_.text.document.bytes(), paragraph).run();
    if (marks.size() > most_in_paragraph) return;
    for (const Mark& mark : marks) {
      const bool opens_paragraph = mark.span.begin == paragraph.begin && is_quote(mark);
      if (!opens_paragraph) add(mark);
    }
  }

  // Whether the other side of the pair lacks a half of the same kind of mark.
  bool is_unbalanced_too(const Mark& mark, std::size_t bead_index) const {
    const align::Bead& bead = view_.bead(bead_index);
    const text::Span passage = other_.passage(is_source_ ? bead.target : bead.source);
    const std::vector<Mark> marks = Balance(other_.text.document.bytes(), passage).run();
    return std::any_of(marks.begin(), marks.end(),
                       [&mark](const Mark& other) { return is_quote(mark) == is_quote(other); });
  }

  void add(const Mark& mark) {
    const auto bead = bead_of_.find(side_.segment_at(mark.span));
    if (bead != bead_of_.end() && is_unbalanced_too(mark, bead->second)) return;
    const std::string_view bytes = side_.slice(mark.span);
    const bool is_sure = mark.pair != nullptr;
    Draft draft{.kind = FindingKind::unbalanced,
                .severity = is_sure ? Severity::warning : Severity::info,
                .value = std::string(bytes),
                .reason = std::string(bytes) + " in the " + (is_source_ ? "source" : "target") +
                          " lacks its other half in the same paragraph",
                .remedy = "Add the other half, or take this one out."};
    if (bead != bead_of_.end()) draft.bead = bead->second;
    (is_source_ ? draft.source : draft.target) = mark.span;
    findings_.add(std::move(draft));
  }

  const CheckedTexts& view_;
  const CheckedSide& side_;
  const CheckedSide& other_;
  bool is_source_;
  Findings& findings_;
  std::map<std::size_t, std::size_t> bead_of_;  // by segment
};

}  // namespace

void check_marks(const CheckedTexts& view, Findings& findings) {
  for (const bool is_source : {true, false}) MarkCheck(view, is_source, findings).run();
}

}  // namespace aligner::check

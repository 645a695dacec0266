// A ladder and its texts. Beads that go upward on both sides are the order of a translation; the longest run of them
// is kept (patience sorting, Fredman 1975, O(n log n)) and what is out of it is moved.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "aligner/error.h"
#include "aligner/interchange/hunalign.h"
#include "aligner/interchange/ladder.h"
#include "aligner/pipeline/imported_alignment.h"
#include "aligner/pipeline/read_side.h"

namespace aligner::pipeline {
namespace {

using interchange::LadderLine;

std::optional<align::Grade> find_grade(const std::string& word) {
  using align::Grade;
  for (const Grade grade : {Grade::same, Grade::mostly, Grade::partly, Grade::related}) {
    if (align::to_string(grade) == word) return grade;
  }
  return std::nullopt;
}

void check_indexes(const std::vector<std::size_t>& group, const align::AlignedSide& side, const std::string& name) {
  if (group.empty() || group.back() < side.segmentation.size()) return;
  throw Error(name + ": names segment " + std::to_string(group.back()) + " of " + side.document.name() +
              ", which has " + std::to_string(side.segmentation.size()) +
              "; give the texts it was made of, cut the same way (--segmented: a segment a line)");
}

align::Bead bead_of(const LadderLine& line) {
  return {.source = line.source,
          .target = line.target,
          .cost = std::max(0.0, line.cost.value_or(0)),
          .confidence = 1,
          .grade = find_grade(line.remark)};
}

bool is_contiguous(const std::vector<std::size_t>& group) {
  return group.empty() || group.back() - group.front() + 1 == group.size();
}

// Marks the segments of a group; false where one has been marked before.
bool mark(std::vector<bool>& used, const std::vector<std::size_t>& group) {
  for (const std::size_t segment : group) {
    if (used[segment]) return false;
    used[segment] = true;
  }
  return true;
}

bool is_parallel(const std::vector<align::Bead>& beads, std::size_t source_count, std::size_t target_count) {
  std::vector<bool> source(source_count);
  std::vector<bool> target(target_count);
  return std::all_of(beads.begin(), beads.end(), [&](const align::Bead& bead) {
    return !bead.grade && is_contiguous(bead.source) && is_contiguous(bead.target) && mark(source, bead.source) &&
           mark(target, bead.target);
  });
}

// `beads` have two sides each and stand in the order of the source.
void mark_moved(std::vector<align::Bead>& beads) {
  std::vector<std::size_t> tails;                               // the last bead of the best run of each length
  std::vector<std::size_t> before(beads.size(), beads.size());  // the one before it in its run
  for (std::size_t i = 0; i < beads.size(); ++i) {
    const auto place = std::lower_bound(tails.begin(), tails.end(), i, [&beads](std::size_t tail, std::size_t bead) {
      return beads[tail].target.front() < beads[bead].target.front();
    });
    if (place != tails.begin()) before[i] = *(place - 1);
    if (place == tails.end()) {
      tails.push_back(i);
    } else {
      *place = i;
    }
  }
  for (align::Bead& bead : beads) bead.moved = true;
  for (std::size_t i = tails.empty() ? beads.size() : tails.back(); i < beads.size(); i = before[i]) {
    beads[i].moved = false;
  }
}

// Every segment that no bead of two sides has is a bead with an empty side: as the ladder groups them, else alone.
class Filler {
 public:
  Filler(const std::vector<align::Bead>& beads, std::size_t source_count, std::size_t target_count)
      : source_(source_count), target_(target_count), is_taken_(target_count) {
    for (const align::Bead& bead : beads) {
      if (bead.target.empty()) source_[bead.source.front()] = bead;
      if (bead.source.empty()) target_[bead.target.front()] = bead;
      if (bead.target.empty() || bead.source.empty()) continue;
      if (bead.moved) {
        for (const std::size_t segment : bead.target) is_taken_[segment] = true;
      }
    }
  }

  // Up to these places, which belong to a bead.
  void fill(std::size_t source_end, std::size_t target_end, std::vector<align::Bead>& beads) {
    while (next_source_ < source_end) {
      const auto& known = source_[next_source_];
      beads.push_back(known ? *known : align::Bead{.source = {next_source_}, .confidence = 1});
      next_source_ = beads.back().source.back() + 1;
    }
    while (next_target_ < target_end) {
      if (is_taken_[next_target_]) {
        ++next_target_;
        continue;
      }
      const auto& known = target_[next_target_];
      beads.push_back(known ? *known : align::Bead{.target = {next_target_}, .confidence = 1});
      next_target_ = beads.back().target.back() + 1;
    }
  }

  void pass(const align::Bead& bead) {
    next_source_ = bead.source.back() + 1;
    if (!bead.moved) next_target_ = bead.target.back() + 1;
  }

  std::size_t next_target() const { return next_target_; }

 private:
  std::vector<std::optional<align::Bead>> source_;  // what has no counterpart, by its first segment
  std::vector<std::optional<align::Bead>> target_;
  std::vector<bool> is_taken_;  // targets, by moved beads
  std::size_t next_source_ = 0;
  std::size_t next_target_ = 0;
};

std::vector<align::Bead> in_order(std::vector<align::Bead> beads, std::size_t source_count, std::size_t target_count) {
  std::vector<align::Bead> pairs;
  std::vector<align::Bead> all;
  for (align::Bead& bead : beads) {
    if (bead.source.empty() || bead.target.empty()) {
      all.push_back(std::move(bead));
    } else {
      pairs.push_back(std::move(bead));
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const align::Bead& a, const align::Bead& b) { return a.source < b.source; });
  mark_moved(pairs);
  all.insert(all.end(), pairs.begin(), pairs.end());
  Filler filler(all, source_count, target_count);
  all.clear();
  for (align::Bead& bead : pairs) {
    filler.fill(bead.source.front(), bead.moved ? filler.next_target() : bead.target.front(), all);
    filler.pass(bead);
    all.push_back(std::move(bead));
  }
  filler.fill(source_count, target_count, all);
  return all;
}

bool is_of_rungs(std::string_view bytes) {
  const std::size_t start = bytes.find_first_not_of(" \t\r\n");
  return start != std::string_view::npos && bytes[start] >= '0' && bytes[start] <= '9';
}

}  // namespace

LadderTexts read_ladder_texts(std::string_view bytes, const std::string& name, const LadderInput& input) {
  LadderTexts read;
  align::AlignedTexts& texts = read.texts;
  texts.source = read_side(input.source, nullptr, input.form);
  texts.target = read_side(input.target, nullptr, input.form);
  for (const align::AlignedSide* side : {&texts.source, &texts.target}) {
    read.notes.insert(read.notes.end(), side->notes.begin(), side->notes.end());
  }
  const std::vector<LadderLine> lines =
      is_of_rungs(bytes) ? interchange::parse_hunalign_ladder(bytes, name) : interchange::parse_ladder(bytes, name);
  std::vector<align::Bead> beads;
  std::size_t false_count = 0;
  for (const LadderLine& line : lines) {
    check_indexes(line.source, texts.source, name);
    check_indexes(line.target, texts.target, name);
    const bool is_no_pair = !line.remark.empty() && !find_grade(line.remark);
    if (is_no_pair) {
      ++false_count;
    } else {
      beads.push_back(bead_of(line));
    }
  }
  if (beads.empty()) throw Error(name + ": holds no bead; give a ladder, or a list of links with grades");
  if (false_count > 0) {
    read.notes.push_back(name + ": " + std::to_string(false_count) +
                         " lines have a remark that is no grade (same, mostly, partly, related), and are left out");
  }
  const std::size_t source_count = texts.source.segmentation.size();
  const std::size_t target_count = texts.target.segmentation.size();
  texts.alignment = {.source_count = source_count,
                     .target_count = target_count,
                     .mode_reason = "imported",
                     .method = "imported: ladder"};
  if (is_parallel(beads, source_count, target_count)) {
    texts.alignment.beads = in_order(std::move(beads), source_count, target_count);
    return read;
  }
  texts.alignment.mode = align::Mode::comparable;
  const std::size_t all = beads.size();
  for (align::Bead& bead : beads) {
    if (!bead.source.empty() && !bead.target.empty()) texts.alignment.beads.push_back(std::move(bead));
  }
  if (texts.alignment.beads.size() < all) {
    read.notes.push_back(name + ": " + std::to_string(all - texts.alignment.beads.size()) +
                         " beads with an empty side are left out: links have two");
  }
  return read;
}

}  // namespace aligner::pipeline

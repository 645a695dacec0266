#include "aligner/interchange/hunalign.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <numeric>
#include <optional>
#include <system_error>

#include "aligner/error.h"
#include "aligner/interchange/decimal.h"
#include "aligner/interchange/tsv_fields.h"

namespace aligner::interchange {
namespace {

std::string passage(const align::AlignedSide& side, const std::vector<std::size_t>& indexes) {
  std::string text;
  for (const std::size_t index : indexes) {
    if (!text.empty()) text += " ~~~ ";
    append_field(text, side.document.slice(side.segmentation.segments[index].span));
  }
  return text;
}

class RungWriter {
 public:
  // Up to where the next bead begins: first what the source has alone, then what the target has.
  void go_to(std::size_t source, std::size_t target) {
    if (source > source_ && target > target_) {
      put(0);
      source_ = source;
    }
    if (source > source_ || target > target_) put(0);
    source_ = source;
    target_ = target;
  }

  void put_bead(std::size_t source_end, std::size_t target_end, double confidence) {
    put(confidence);
    source_ = source_end;
    target_ = target_end;
  }

  std::string finish() && {
    put(0);
    return std::move(text_);
  }

 private:
  void put(double score) {
    text_ += std::to_string(source_) + "\t" + std::to_string(target_) + "\t" + fixed_decimal(score, 3) + "\n";
  }

  std::size_t source_ = 0;
  std::size_t target_ = 0;
  std::string text_;
};

struct Rung {
  std::size_t source = 0;
  std::size_t target = 0;
};

bool take_number(std::string_view& rest, std::size_t& number) {
  const auto [end, problem] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (problem != std::errc() || number > largest_ladder_index + 1) return false;
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\t' || rest.front() == '\r')) rest.remove_prefix(1);
  return true;
}

std::vector<std::size_t> range(std::size_t begin, std::size_t end) {
  std::vector<std::size_t> indexes(end - begin);
  std::iota(indexes.begin(), indexes.end(), begin);
  return indexes;
}

}  // namespace

std::string write_hunalign_text(const align::AlignedTexts& texts) {
  std::string out;
  for (const align::Bead& bead : texts.alignment.beads) {
    out += passage(texts.source, bead.source) + "\t" + passage(texts.target, bead.target) + "\t" +
           fixed_decimal(bead.confidence, 3) + "\n";
  }
  return out;
}

std::string write_hunalign_ladder(const align::Alignment& alignment) {
  if (alignment.mode == align::Mode::comparable) {
    throw Error("links between accounts have no order, and hunalign's ladder no place for them; write --format ladder");
  }
  RungWriter writer;
  for (const align::Bead& bead : alignment.beads) {
    if (bead.source.empty() || bead.target.empty() || bead.moved) continue;
    writer.go_to(bead.source.front(), bead.target.front());
    writer.put_bead(bead.source.back() + 1, bead.target.back() + 1, bead.confidence);
  }
  writer.go_to(alignment.source_count, alignment.target_count);
  return std::move(writer).finish();
}

std::vector<LadderLine> parse_hunalign_ladder(std::string_view bytes, const std::string& name) {
  constexpr std::size_t longest_bead = 10'000;  // segments of a side; more is no bead but a mistake
  std::vector<LadderLine> beads;
  std::optional<Rung> last;
  std::size_t number = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    ++number;
    if (line.empty() || line == "\r") continue;
    const auto refuse = [&](const std::string& what) {
      throw Error(name + ":" + std::to_string(number) + ": " + what);
    };
    Rung rung;
    if (!take_number(line, rung.source) || !take_number(line, rung.target)) {
      refuse("is no rung; hunalign's ladder has two indexes, counted from 0, and a score in every line");
    }
    if (last) {
      if (rung.source < last->source || rung.target < last->target) refuse("lies before the rung above it");
      if (rung.source - last->source > longest_bead || rung.target - last->target > longest_bead) {
        refuse("makes a bead of more than 10000 segments; is this a ladder?");
      }
      if (rung.source > last->source || rung.target > last->target) {
        beads.push_back({.source = range(last->source, rung.source), .target = range(last->target, rung.target)});
      }
    }
    last = rung;
  }
  return beads;
}

}  // namespace aligner::interchange

#include "aligner/score/boundary_model.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace aligner::score {
namespace {

constexpr double prior_weight = 5;    // beads' worth of belief in the prior
constexpr double diagonal_bonus = 3;  // equal classes meet so many times as often as chance

enum BeginClass : std::uint8_t {
  begin_digit,
  begin_dash,
  begin_quote,
  begin_upper,
  begin_lower,
  begin_other,
  begin_kinds
};
enum EndClass : std::uint8_t {
  end_none,
  end_stop,
  end_question,
  end_exclamation,
  end_colon,
  end_semicolon,
  end_comma,
  end_digit
};

struct Mark {
  std::string_view bytes;
  std::uint8_t kind;
};

constexpr Mark opening_marks[] = {{"-", begin_dash},  {"–", begin_dash},   {"—", begin_dash},  {"•", begin_dash},
                                  {"*", begin_dash},  {"\"", begin_quote}, {"'", begin_quote}, {"“", begin_quote},
                                  {"‘", begin_quote}, {"«", begin_quote},  {"„", begin_quote}, {"(", begin_quote},
                                  {"[", begin_quote}, {"「", begin_quote}, {"《", begin_quote}};
constexpr Mark closing_marks[] = {
    {".", end_stop},         {"…", end_stop},     {"。", end_stop},     {"᠃", end_stop},
    {"᠉", end_stop},         {"?", end_question}, {"？", end_question}, {"!", end_exclamation},
    {"！", end_exclamation}, {":", end_colon},    {"：", end_colon},    {";", end_semicolon},
    {"；", end_semicolon},   {",", end_comma},    {"，", end_comma},    {"、", end_comma}};
constexpr std::string_view trailing[] = {"\"", "'", "”", "’", "»", ")", "]", "“", "」", "》", " "};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Upper-case letters of the scripts that have case, by their UTF-8: ASCII, Latin-1, Latin Extended (Vietnamese),
// Cyrillic.
std::uint8_t letter_case(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const auto second = static_cast<unsigned char>(text.size() > 1 ? text[1] : 0);
  const auto third = static_cast<unsigned char>(text.size() > 2 ? text[2] : 0);
  if (first >= 'A' && first <= 'Z') return begin_upper;
  if (first >= 'a' && first <= 'z') return begin_lower;
  if (first == 0xC3) return second < 0x9F ? begin_upper : begin_lower;
  // Ư and ư stand at an odd and an even place, unlike Ă, Đ, Ĩ, Ũ and Ơ.
  if (first == 0xC6 && (second == 0xAF || second == 0xB0)) return second == 0xAF ? begin_upper : begin_lower;
  if (first == 0xC4 || first == 0xC5 || first == 0xC6) return second % 2 == 0 ? begin_upper : begin_lower;
  if (first == 0xD0) return second < 0xB0 ? begin_upper : begin_lower;
  if (first == 0xD1) return begin_lower;
  if (first == 0xE1 && (second == 0xBA || second == 0xBB)) return third % 2 == 0 ? begin_upper : begin_lower;
  return begin_other;
}

std::uint8_t begin_class(std::string_view text) {
  if (text.empty()) return begin_other;
  if (is_digit(text[0])) return begin_digit;
  for (const Mark& mark : opening_marks) {
    if (text.starts_with(mark.bytes)) return mark.kind;
  }
  return letter_case(text);
}

std::uint8_t end_class(std::string_view text) {
  for (bool is_stripping = true; is_stripping;) {
    is_stripping = false;
    for (const std::string_view mark : trailing) {
      if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        is_stripping = true;
      }
    }
  }
  for (const Mark& mark : closing_marks) {
    if (text.ends_with(mark.bytes)) return mark.kind;
  }
  return !text.empty() && is_digit(text.back()) ? end_digit : end_none;
}

// log of P(a, b | bead) / (P(a) P(b)), P from counts and the prior "independent, equal classes three times as often".
template <std::size_t Size>
void fit_table(const std::array<double, Size>& source, const std::array<double, Size>& target,
               const std::array<double, Size * Size>& count, std::array<double, Size * Size>& ratio) {
  double prior_sum = 0;
  double total = 0;
  for (std::size_t a = 0; a < Size; ++a) {
    for (std::size_t b = 0; b < Size; ++b) {
      prior_sum += source[a] * target[b] * (a == b ? diagonal_bonus : 1);
      total += count[a * Size + b];
    }
  }
  for (std::size_t a = 0; a < Size; ++a) {
    for (std::size_t b = 0; b < Size; ++b) {
      const double chance = source[a] * target[b];
      const double prior = chance * (a == b ? diagonal_bonus : 1) / prior_sum;
      const double probability = (count[a * Size + b] + prior_weight * prior) / (total + prior_weight);
      ratio[a * Size + b] = std::log(probability / chance);
    }
  }
}

template <std::size_t Size>
void fit_row(const std::array<double, Size>& usual, const std::array<double, Size>& count,
             std::array<double, Size>& ratio) {
  double total = 0;
  for (const double c : count) total += c;
  for (std::size_t a = 0; a < Size; ++a) {
    ratio[a] = std::log((count[a] + prior_weight * usual[a]) / (total + prior_weight) / usual[a]);
  }
}

template <std::size_t Size>
void normalise(std::array<double, Size>& counts) {
  double total = 0;
  for (double& c : counts) total += c += 0.5;  // no class is impossible
  for (double& c : counts) c /= total;
}

}  // namespace

std::vector<BoundaryClasses> classify_boundaries(const text::Document& document,
                                                 const segment::Segmentation& segmentation) {
  std::vector<BoundaryClasses> classes;
  classes.reserve(segmentation.size());
  std::size_t last_paragraph = static_cast<std::size_t>(-1);
  for (const segment::Segment& segment : segmentation.segments) {
    const std::string_view bytes = document.slice(segment.span);
    const bool opens_paragraph = segment.paragraph != last_paragraph;
    last_paragraph = segment.paragraph;
    classes.push_back(
        {static_cast<std::uint8_t>(begin_class(bytes) + (opens_paragraph ? begin_kinds : 0)), end_class(bytes)});
  }
  return classes;
}

BoundaryModel::Side BoundaryModel::make_side(std::span<const BoundaryClasses> classes) {
  Side side;
  for (const BoundaryClasses& segment : classes) {
    side.begin[segment.begin] += 1;
    side.end[segment.end] += 1;
  }
  normalise(side.begin);
  normalise(side.end);
  return side;
}

BoundaryModel::BoundaryModel(std::span<const BoundaryClasses> source, std::span<const BoundaryClasses> target)
    : source_(make_side(source)), target_(make_side(target)) {
  fit();
}

double BoundaryModel::inner_ratio(const Side& side, BoundaryGroup group) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < group.size(); ++i) {
    sum += side.inner_end_ratio[group[i].end] + side.inner_begin_ratio[group[i + 1].begin];
  }
  return sum;
}

double BoundaryModel::log_ratio(BoundaryGroup source, BoundaryGroup target) const {
  return begin_ratio_[source.front().begin * begin_class_count + target.front().begin] +
         end_ratio_[source.back().end * end_class_count + target.back().end] + inner_ratio(source_, source) +
         inner_ratio(target_, target);
}

void BoundaryModel::observe_inner(Side& side, BoundaryGroup group, double weight) {
  for (std::size_t i = 0; i + 1 < group.size(); ++i) {
    side.inner_end_count[group[i].end] += weight;
    side.inner_begin_count[group[i + 1].begin] += weight;
  }
}

void BoundaryModel::observe(BoundaryGroup source, BoundaryGroup target, double weight) {
  begin_count_[source.front().begin * begin_class_count + target.front().begin] += weight;
  end_count_[source.back().end * end_class_count + target.back().end] += weight;
  observe_inner(source_, source, weight);
  observe_inner(target_, target, weight);
}

void BoundaryModel::fit_inner(Side& side) {
  fit_row(side.begin, side.inner_begin_count, side.inner_begin_ratio);
  fit_row(side.end, side.inner_end_count, side.inner_end_ratio);
  side.inner_begin_count.fill(0);
  side.inner_end_count.fill(0);
}

void BoundaryModel::fit() {
  fit_table<begin_class_count>(source_.begin, target_.begin, begin_count_, begin_ratio_);
  fit_table<end_class_count>(source_.end, target_.end, end_count_, end_ratio_);
  begin_count_.fill(0);
  end_count_.fill(0);
  fit_inner(source_);
  fit_inner(target_);
}

}  // namespace aligner::score

// Numbers: another value, another unit, or none on the other side. Translations only.
//
// A number has its like where match_anchors finds one, or where its digits stand there, whatever they were read as.
// Numbers in words are often said otherwise (two: both, a pair), and so are ordinals and one (1 day: overnight): that
// they are missing is never more than information.

#include <algorithm>
#include <utility>
#include <variant>

#include "aligner/anchors/anchor_matcher.h"
#include "aligner/check/checked_texts.h"

namespace aligner::check {
namespace {

using anchors::Anchor;
using anchors::AnchorKind;
using anchors::Number;
using anchors::NumberRole;

const Number& number_of(const Anchor& anchor) { return std::get<Number>(anchor.value); }

bool is_counted(const Anchor& anchor) {
  const NumberRole role = number_of(anchor).role;
  return role != NumberRole::list_marker && role != NumberRole::footnote && role != NumberRole::vague;
}

std::vector<const Anchor*> numbers_of(const CheckedSide& side, const Segments& segments) {
  std::vector<const Anchor*> numbers = side.find(segments, AnchorKind::number);
  std::erase_if(numbers, [](const Anchor* anchor) { return !is_counted(*anchor); });
  return numbers;
}

bool is_same_value(const Number& a, const Number& b) {
  Number first = a;
  Number second = b;
  first.unit.clear();
  second.unit.clear();
  return anchors::is_same_number(first, second);
}

class NumberCheck {
 public:
  NumberCheck(const CheckedTexts& view, Findings& findings) : view_(view), findings_(findings), matcher_(view.terms) {}

  void check_pair(std::size_t index) {
    const align::Bead& bead = view_.bead(index);
    std::vector<const Anchor*> source = numbers_of(view_.source, bead.source);
    std::vector<const Anchor*> target = numbers_of(view_.target, bead.target);
    take_likes(source, target);
    take_units(index, source, target);
    take_digits(source, view_.source, view_.target.slice(view_.target.passage(bead.target)));
    take_digits(target, view_.target, view_.source.slice(view_.source.passage(bead.source)));
    if (is_one_told_in_two_ways(source, target)) return add_conflict(index, *source[0], *target[0]);
    for (const Anchor* number : source) add_missing(index, *number, true);
    for (const Anchor* number : target) add_missing(index, *number, false);
  }

 private:
  void take_likes(std::vector<const Anchor*>& source, std::vector<const Anchor*>& target) {
    if (source.size() > most_anchors || target.size() > most_anchors) return;
    // "The third version" is version 3.
    const auto has_like = [this](const Anchor* one, const std::vector<const Anchor*>& others) {
      return std::any_of(others.begin(), others.end(), [&](const Anchor* other) {
        const bool is_in_another_role =
            number_of(*one).role != number_of(*other).role && number_of(*one).value == number_of(*other).value;
        return is_in_another_role || matcher_.match(*one, *other).has_value();
      });
    };
    const std::vector<const Anchor*> all = source;
    std::erase_if(source, [&](const Anchor* one) { return has_like(one, target); });
    std::erase_if(target, [&](const Anchor* one) { return has_like(one, all); });
  }

  // The same number, but of something else.
  void take_units(std::size_t bead, std::vector<const Anchor*>& source, std::vector<const Anchor*>& target) {
    if (source.size() > most_anchors || target.size() > most_anchors) return;
    std::erase_if(source, [&](const Anchor* one) {
      const auto other = std::find_if(target.begin(), target.end(), [one](const Anchor* candidate) {
        const Number& here = number_of(*one);
        const Number& there = number_of(*candidate);
        return here.role == NumberRole::cardinal && there.role == here.role && is_same_value(here, there) &&
               !anchors::are_same_unit(here.unit, there.unit);
      });
      if (other == target.end()) return false;
      add_unit(bead, *one, **other);
      target.erase(other);
      return true;
    });
  }

  static void take_digits(std::vector<const Anchor*>& numbers, const CheckedSide& side, std::string_view opposite) {
    if (numbers.empty()) return;
    const auto digits = digits_in(opposite);
    std::erase_if(numbers, [&](const Anchor* one) { return has_digits_of(side.slice(one->span), digits); });
  }

  bool is_written_in_digits(const Anchor& anchor, bool is_in_source) const {
    return !digit_runs((is_in_source ? view_.source : view_.target).slice(anchor.span)).empty();
  }

  bool is_one_told_in_two_ways(const std::vector<const Anchor*>& source,
                               const std::vector<const Anchor*>& target) const {
    return source.size() == 1 && target.size() == 1 && number_of(*source[0]).role == number_of(*target[0]).role &&
           is_written_in_digits(*source[0], true) && is_written_in_digits(*target[0], false);
  }

  Draft draft_of(std::size_t bead, const Anchor& source, const Anchor& target) const {
    return {.bead = bead,
            .source = source.span,
            .target = target.span,
            .value = to_string(number_of(source)) + "\n" + to_string(number_of(target))};
  }

  void add_conflict(std::size_t bead, const Anchor& source, const Anchor& target) {
    Draft draft = draft_of(bead, source, target);
    draft.kind = FindingKind::number_conflict;
    draft.severity = Severity::error;
    draft.reason = to_string(number_of(source)) + " in the source, " + to_string(number_of(target)) + " in the target";
    draft.remedy = "Correct the number that is wrong.";
    findings_.add(std::move(draft));
  }

  void add_unit(std::size_t bead, const Anchor& source, const Anchor& target) {
    Draft draft = draft_of(bead, source, target);
    draft.kind = FindingKind::unit;
    draft.severity = Severity::error;
    draft.reason = "the same number of " + in_quotes(number_of(source).unit) + " in the source and of " +
                   in_quotes(number_of(target).unit) + " in the target";
    draft.remedy = "Keep the unit, or convert the number with it.";
    findings_.add(std::move(draft));
  }

  bool is_easily_said_otherwise(const Anchor& anchor, bool is_in_source) const {
    const Number& number = number_of(anchor);
    const bool is_one = number.value == anchors::Decimal{.units = 1} && number.denominator == 1 && !number.upper;
    return is_one || number.role == NumberRole::ordinal || !is_written_in_digits(anchor, is_in_source);
  }

  void add_missing(std::size_t bead, const Anchor& number, bool is_in_source) {
    const std::string amount = to_string(number_of(number));
    Draft draft = draft_of_missing(FindingKind::number_missing, bead, number.span, is_in_source, amount, amount);
    draft.severity = is_easily_said_otherwise(number, is_in_source) ? Severity::info : Severity::warning;
    draft.remedy = remedy_for_missing("number", is_in_source);
    findings_.add(std::move(draft));
  }

  const CheckedTexts& view_;
  Findings& findings_;
  anchors::AnchorMatcher matcher_;
};

}  // namespace

void check_numbers(const CheckedTexts& view, Findings& findings) {
  NumberCheck check(view, findings);
  for (const std::size_t index : view.pairs) check.check_pair(index);
}

}  // namespace aligner::check

// Dates: two that cannot be one, one that is told on one side only, one day in two calendars.
//
// A date has its like where any date of the other side agrees with it in any way match_anchors knows (a month holds its
// day), or where its digits stand there, whatever they were read as. Only what has no like can conflict.

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <variant>

#include "aligner/anchors/anchor_matcher.h"
#include "aligner/check/checked_texts.h"

namespace aligner::check {
namespace {

using anchors::Anchor;
using anchors::AnchorKind;
using anchors::AnchorMatcher;
using anchors::AnchorRelation;
using anchors::Date;

const Date& date_of(const Anchor& anchor) { return std::get<Date>(anchor.value); }

std::string remedy_of_conflict() {
  return "Look the date up in the original; correct the side that is wrong, or name the calendar.";
}

constexpr std::chrono::days calendars_apart{16};  // more than any two calendars were

bool is_exact(const Date& date) {
  using anchors::DatePrecision;
  return date.precision == DatePrecision::day || date.precision == DatePrecision::month ||
         date.precision == DatePrecision::year;
}

class DateCheck {
 public:
  DateCheck(const CheckedTexts& view, Findings& findings) : view_(view), findings_(findings), matcher_(view.terms) {}

  void run() {
    for (const std::size_t index : view_.pairs) check_pair(index);
    if (!view_.is_translation()) compare_texts();
  }

 private:
  struct Side {
    std::vector<const Anchor*> dates;
    std::vector<bool> has_like;

    explicit Side(std::vector<const Anchor*> found) : dates(std::move(found)), has_like(dates.size(), false) {}
  };

  void check_pair(std::size_t index) {
    const align::Bead& bead = view_.bead(index);
    Side source(view_.source.find(bead.source, AnchorKind::date));
    Side target(view_.target.find(bead.target, AnchorKind::date));
    const bool is_small = source.dates.size() <= most_anchors && target.dates.size() <= most_anchors;
    std::vector<std::pair<std::size_t, std::size_t>> conflicts;
    for (std::size_t s = 0; is_small && s < source.dates.size(); ++s) {
      for (std::size_t t = 0; t < target.dates.size(); ++t) {
        const auto match = matcher_.match(*source.dates[s], *target.dates[t]);
        if (!match) continue;
        if (match->relation == AnchorRelation::conflict) {
          conflicts.emplace_back(s, t);
          continue;
        }
        source.has_like[s] = target.has_like[t] = true;
        if (match->relation == AnchorRelation::same_other_calendar) {
          add_calendar(index, *source.dates[s], *target.dates[t], match->reason);
        }
      }
    }
    look_for_digits(source, view_.source, view_.target.slice(view_.target.passage(bead.target)));
    look_for_digits(target, view_.target, view_.source.slice(view_.source.passage(bead.source)));
    for (const auto& [s, t] : conflicts) {
      if (source.has_like[s] || target.has_like[t]) continue;
      source.has_like[s] = target.has_like[t] = true;
      add_conflict(index, *source.dates[s], *target.dates[t]);
    }
    if (view_.is_translation()) add_leftovers(index, source, target);
  }

  static void look_for_digits(Side& side, const CheckedSide& text, std::string_view opposite) {
    if (side.dates.empty()) return;
    const auto digits = digits_in(opposite);
    for (std::size_t i = 0; i < side.dates.size(); ++i) {
      if (!side.has_like[i]) side.has_like[i] = has_digits_of(text.slice(side.dates[i]->span), digits);
    }
  }

  void add_conflict(std::size_t bead, const Anchor& source, const Anchor& target) {
    findings_.add({.kind = FindingKind::date_conflict,
                   .severity = Severity::error,
                   .bead = bead,
                   .source = source.span,
                   .target = target.span,
                   .value = to_string(date_of(source)) + "\n" + to_string(date_of(target)),
                   .reason = to_string(date_of(source)) + " in the source, " + to_string(date_of(target)) +
                             " in the target, and no calendar makes them one",
                   .remedy = remedy_of_conflict()});
  }

  // Said once of each two values.
  void add_calendar(std::optional<std::size_t> bead, const Anchor& source, const Anchor& target,
                    const std::string& reason) {
    const std::string value = to_string(date_of(source)) + "\n" + to_string(date_of(target));
    if (!calendars_.insert(value).second) return;
    findings_.add({.kind = FindingKind::calendar,
                   .severity = Severity::info,
                   .bead = bead,
                   .source = source.span,
                   .target = target.span,
                   .value = value,
                   .reason = "one day in two calendars: " + reason,
                   .remedy = "Nothing is wrong; name the calendar if readers may take them for two days."});
  }

  // Two dates of one precision, each the only one without its like, are one date told in two ways.
  void add_leftovers(std::size_t bead, const Side& source, const Side& target) {
    const auto left = [](const Side& side) {
      std::vector<const Anchor*> dates;
      for (std::size_t i = 0; i < side.dates.size(); ++i) {
        if (!side.has_like[i]) dates.push_back(side.dates[i]);
      }
      return dates;
    };
    const std::vector<const Anchor*> in_source = left(source);
    const std::vector<const Anchor*> in_target = left(target);
    const bool are_one = in_source.size() == 1 && in_target.size() == 1 &&
                         date_of(*in_source[0]).precision == date_of(*in_target[0]).precision &&
                         !date_of(*in_source[0]).year_assumed && !date_of(*in_target[0]).year_assumed;
    if (are_one) return add_conflict(bead, *in_source[0], *in_target[0]);
    for (const Anchor* date : in_source) add_missing(bead, *date, true);
    for (const Anchor* date : in_target) add_missing(bead, *date, false);
  }

  // A date in words, and a rough one ("in the sixties"), is easily said otherwise.
  void add_missing(std::size_t bead, const Anchor& date, bool is_in_source) {
    const CheckedSide& side = is_in_source ? view_.source : view_.target;
    const bool is_sure =
        !digit_runs(side.slice(date.span)).empty() && !date_of(date).year_assumed && is_exact(date_of(date));
    const std::string day = to_string(date_of(date));
    Draft draft = draft_of_missing(FindingKind::date_missing, bead, date.span, is_in_source, day, day);
    draft.severity = is_sure ? Severity::warning : Severity::info;
    draft.remedy = remedy_for_missing("date", is_in_source);
    findings_.add(std::move(draft));
  }

  // Two accounts tell one event in passages that need not be linked: the day alone says that it may be one.
  void compare_texts() {
    std::multimap<std::chrono::sys_days, const Anchor*> target_days;
    for (const Anchor* target : days_of(view_.target)) target_days.emplace(date_of(*target).earliest, target);
    for (const Anchor* source : days_of(view_.source)) {
      const std::chrono::sys_days day = date_of(*source).earliest;
      const auto end = target_days.upper_bound(day + calendars_apart);
      for (auto target = target_days.lower_bound(day - calendars_apart); target != end; ++target) {
        const auto match = matcher_.match(*source, *target->second);
        if (match && match->relation == AnchorRelation::same_other_calendar) {
          add_calendar(std::nullopt, *source, *target->second, match->reason);
        }
      }
    }
  }

  // Each day once, where it is told first.
  static std::vector<const Anchor*> days_of(const CheckedSide& side) {
    std::vector<const Anchor*> days;
    std::set<std::string> known;
    for (const auto& anchors : side.anchors) {
      for (const Anchor& anchor : anchors) {
        if (anchor.kind() != AnchorKind::date || date_of(anchor).precision != anchors::DatePrecision::day) continue;
        if (known.insert(to_string(date_of(anchor))).second) days.push_back(&anchor);
      }
    }
    return days;
  }

  const CheckedTexts& view_;
  Findings& findings_;
  AnchorMatcher matcher_;
  std::set<std::string> calendars_;
};

}  // namespace

void check_dates(const CheckedTexts& view, Findings& findings) { DateCheck(view, findings).run(); }

}  // namespace aligner::check

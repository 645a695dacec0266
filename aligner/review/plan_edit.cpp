// In parallel mode accepting takes back what shares a segment, so an edit only says what holds afterwards. Links of
// comparable texts may share segments; there an edit also rejects the links that it replaces, so that none of them
// stays because it was accepted before.

#include "aligner/review/plan_edit.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "aligner/error.h"

namespace aligner::review {
namespace {

using Group = std::vector<std::size_t>;

class Plan {
 public:
  Plan(const align::Alignment& now, EditKind kind, const Editor& editor) : now_(now) {
    edit_ = {.kind = kind, .by = editor.by, .at = editor.at, .note = editor.note};
  }

  const align::Alignment& now() const { return now_; }
  bool is_parallel() const { return now_.mode == align::Mode::parallel; }
  bool stands(const PairGroups& pair) const {
    return std::any_of(now_.beads.begin(), now_.beads.end(), [&](const align::Bead& bead) {
      return bead.source == pair.source && bead.target == pair.target;
    });
  }
  void require(const PairGroups& pair) const {
    if (!stands(pair)) throw Error("there is no pair " + notation(pair) + "; look with report, or accept it");
  }

  void accept(PairGroups pair) { add(Verdict::accepted, std::move(pair)); }
  void reject(PairGroups pair) { add(Verdict::rejected, std::move(pair)); }
  void replace(const PairGroups& pair) {
    if (!is_parallel() && stands(pair)) reject(pair);
  }
  void set_about(const PairGroups& pair) {
    edit_.source = pair.source;
    edit_.target = pair.target;
  }
  // Throws Error where what was decided does not fit the texts or its mode.
  Edit finish() && {
    apply_decisions(now_, edit_.decisions);
    return std::move(edit_);
  }

 private:
  void add(Verdict verdict, PairGroups pair) {
    edit_.decisions.push_back({.verdict = verdict,
                               .source = std::move(pair.source),
                               .target = std::move(pair.target),
                               .by = edit_.by,
                               .at = edit_.at,
                               .note = edit_.note});
  }

  const align::Alignment& now_;  // not owned; outlives the plan
  Edit edit_;
};

bool contains(const Group& group, std::size_t segment) {
  return std::binary_search(group.begin(), group.end(), segment);
}

bool holds_any(const Group& group, const Group& segments) {
  return std::any_of(segments.begin(), segments.end(), [&](std::size_t segment) { return contains(group, segment); });
}

Group both(const Group& a, const Group& b) {
  Group all;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
  return all;
}

Group without(const Group& group, const Group& taken) {
  Group rest;
  std::set_difference(group.begin(), group.end(), taken.begin(), taken.end(), std::back_inserter(rest));
  return rest;
}

bool is_contiguous(const Group& group) { return group.empty() || group.back() - group.front() + 1 == group.size(); }

void check_neighbours(const Plan& plan, const PairGroups& pair) {
  if (!plan.is_parallel() || (is_contiguous(pair.source) && is_contiguous(pair.target))) return;
  throw Error("these are no neighbours: together they are " + notation(pair) +
              ", and pairs of parallel texts have no holes; name what lies between as well");
}

// Takes the segments before `place` off a group; all of them where the place is not named.
Group cut_before(Group& group, const Group& place) {
  const auto cut = place.empty() ? group.end() : std::lower_bound(group.begin(), group.end(), place.front());
  Group before(group.begin(), cut);
  group.erase(group.begin(), cut);
  return before;
}

void check_place(const PairGroups& pair, const PairGroups& place) {
  const auto fits = [](const Group& group, const Group& at) {
    return at.size() <= 1 && (at.empty() || contains(group, at.front()));
  };
  if (fits(pair.source, place.source) && fits(pair.target, place.target)) return;
  throw Error("the pair " + notation(pair) + " cannot be split at " + notation(place) +
              "; name the first segments of the second part, one of each side, as they are in the pair");
}

}  // namespace

Edit plan_accept(const align::Alignment& now, std::span<const PairGroups> pairs, const Editor& editor) {
  Plan plan(now, EditKind::accept, editor);
  for (const PairGroups& pair : pairs) plan.accept(pair);
  return std::move(plan).finish();
}

Edit plan_reject(const align::Alignment& now, std::span<const PairGroups> pairs, const Editor& editor) {
  Plan plan(now, EditKind::reject, editor);
  for (const PairGroups& pair : pairs) {
    plan.require(pair);
    plan.reject(pair);
  }
  return std::move(plan).finish();
}

Edit plan_join(const align::Alignment& now, std::span<const PairGroups> pairs, const Editor& editor) {
  Plan plan(now, EditKind::join, editor);
  PairGroups whole;
  for (const PairGroups& pair : pairs) {
    plan.replace(pair);
    whole = {both(whole.source, pair.source), both(whole.target, pair.target)};
  }
  check_neighbours(plan, whole);
  plan.accept(std::move(whole));
  return std::move(plan).finish();
}

Edit plan_split(const align::Alignment& now, const PairGroups& pair, std::span<const PairGroups> places,
                const Editor& editor) {
  Plan plan(now, EditKind::split, editor);
  plan.require(pair);
  plan.replace(pair);
  PairGroups rest = pair;
  for (const PairGroups& place : places) {
    check_place(rest, place);
    PairGroups part{cut_before(rest.source, place.source), cut_before(rest.target, place.target)};
    const bool has_both_parts =
        !(part.source.empty() && part.target.empty()) && !(rest.source.empty() && rest.target.empty());
    if (!has_both_parts) {
      throw Error("splitting " + notation(pair) + " at " + notation(place) +
                  " leaves one part empty; name the first segments of the second part");
    }
    plan.accept(std::move(part));
  }
  plan.accept(std::move(rest));
  return std::move(plan).finish();
}

Edit plan_shift(const align::Alignment& now, const PairGroups& segments, const PairGroups& pair, const Editor& editor) {
  Plan plan(now, EditKind::shift, editor);
  plan.require(pair);
  if (holds_any(pair.source, segments.source) || holds_any(pair.target, segments.target)) {
    throw Error("the pair " + notation(pair) + " has some of " + notation(segments) + " already; name other segments");
  }
  PairGroups larger{both(pair.source, segments.source), both(pair.target, segments.target)};
  check_neighbours(plan, larger);
  plan.replace(pair);
  for (const align::Bead& bead : now.beads) {
    const bool gives = holds_any(bead.source, segments.source) || holds_any(bead.target, segments.target);
    if (!gives || (bead.source == pair.source && bead.target == pair.target)) continue;
    plan.replace({bead.source, bead.target});
    PairGroups rest{without(bead.source, segments.source), without(bead.target, segments.target)};
    const bool is_whole = !plan.is_parallel() || (is_contiguous(rest.source) && is_contiguous(rest.target));
    if (!rest.source.empty() && !rest.target.empty() && is_whole) plan.accept(std::move(rest));
  }
  plan.accept(std::move(larger));
  return std::move(plan).finish();
}

Edit plan_relink(const align::Alignment& now, const PairGroups& source_of, const PairGroups& target_of,
                 const Editor& editor) {
  Plan plan(now, EditKind::relink, editor);
  if (source_of.source.empty() || target_of.target.empty()) {
    throw Error("relinking takes the source of " + notation(source_of) + " and the target of " + notation(target_of) +
                ", and one of them is empty; name them the other way round, or reject the pair");
  }
  plan.replace(source_of);
  plan.replace(target_of);
  plan.accept({source_of.source, target_of.target});
  return std::move(plan).finish();
}

Edit plan_note(const align::Alignment& now, const PairGroups& pair, const Editor& editor) {
  Plan plan(now, EditKind::note, editor);
  plan.require(pair);
  if (editor.note.empty()) throw Error("a note needs words; give them with --note TEXT");
  plan.set_about(pair);
  return std::move(plan).finish();
}

}  // namespace aligner::review

#include "aligner/glossary/judge_usage.h"

#include <algorithm>

namespace aligner::glossary {
namespace {

using terms::TermStatus;

constexpr double deprecated_is_wrong = 0.9;
// Several wordings for one: most it is worth where the list prefers one of them, where it holds them for equal, and
// where they are spellings of a name, which one text should have one of.
constexpr double prefers_another = 0.4;
constexpr double equal_synonyms = 0.2;
constexpr double spellings_of_a_name = 0.5;
constexpr std::size_t fewest_of_the_usual = 2;

std::string in_quotes(const std::string& words) { return "\"" + words + "\""; }

std::string times(std::size_t count) { return count == 1 ? "once" : std::to_string(count) + " times"; }

// The wording that a list would have in a language: the preferred one, else the first that is admitted.
std::string expected_wording(const terms::Concept& holder, const text::LanguageTag& language) {
  const terms::Term* best = nullptr;
  for (const terms::Term& term : holder.terms) {
    if (term.language.language() != language.language()) continue;
    if (term.status == TermStatus::preferred) return term.wording;
    if (term.status == TermStatus::admitted && best == nullptr) best = &term;
  }
  return best == nullptr ? "" : best->wording;
}

UsageFinding finding_at(FindingKind kind, const UsagePlace& place, const terms::Concept& holder) {
  return {.kind = kind,
          .concept_id = holder.id,
          .alignment = place.alignment,
          .bead = place.bead,
          .side = place.side,
          .span = place.span,
          .wording = place.wording,
          .expected = expected_wording(holder, place.language)};
}

class Judge {
 public:
  Judge(const UsageEvidence& evidence, const terms::TermList& terms, std::map<std::string, WordingSearch>& searches)
      : evidence_(evidence), terms_(terms), searches_(searches) {}

  std::vector<UsageFinding> run() {
    for (const UsageSuspicion& one : evidence_.missing) judge_missing(one);
    for (const UsageSuspicion& one : evidence_.deprecated) judge_deprecated(one);
    for (const auto& [key, renderings] : evidence_.renderings) judge_renderings(key, renderings);
    return std::move(findings_);
  }

 private:
  // A concept that has its counterpart nearly always and lacks it once is likelier missing than one that mostly lacks
  // it.
  void judge_missing(const UsageSuspicion& one) {
    const terms::Concept& holder = terms_.concepts()[one.concept_index];
    const PairCounts& pairs = evidence_.pairs.at(one.concept_index);
    const auto both = static_cast<double>(pairs.with_both);
    const auto all = static_cast<double>(pairs.with_both + pairs.with_one);
    UsageFinding finding = finding_at(FindingKind::missing, one.place, holder);
    finding.likelihood = one.weight * (both + 1) / (all + 2);
    finding.reason = "no wording of " + terms::english_name(holder) + " stands opposite " +
                     in_quotes(one.place.wording) + "; expected: " + in_quotes(finding.expected) + " (" +
                     std::to_string(pairs.with_both) + " of " + std::to_string(pairs.with_both + pairs.with_one) +
                     " pairs have it on both sides)";
    findings_.push_back(std::move(finding));
  }

  void judge_deprecated(const UsageSuspicion& one) {
    const terms::Concept& holder = terms_.concepts()[one.concept_index];
    UsageFinding finding = finding_at(FindingKind::deprecated, one.place, holder);
    finding.likelihood = deprecated_is_wrong * one.weight;
    finding.reason = in_quotes(one.place.wording) + " is a deprecated wording of " + terms::english_name(holder);
    if (!finding.expected.empty()) finding.reason += "; the list has " + in_quotes(finding.expected);
    findings_.push_back(std::move(finding));
  }

  struct Group {
    std::vector<std::size_t> terms;
    std::vector<const UsagePlace*> places;
  };

  // Wordings that are one but for inflection, or the one longer than the other, are one.
  std::vector<Group> group(const terms::Concept& holder, const UsageEvidence::Renderings& renderings) {
    std::vector<Group> groups;
    for (const auto& [term, places] : renderings) {
      const std::string& wording = holder.terms[term].wording;
      WordingSearch& search = searches_.at(holder.terms[term].language.language());
      const auto like = std::find_if(groups.begin(), groups.end(), [&](const Group& one) {
        return std::any_of(one.terms.begin(), one.terms.end(),
                           [&](std::size_t other) { return search.is_variant(wording, holder.terms[other].wording); });
      });
      Group& target = like == groups.end() ? groups.emplace_back() : *like;
      target.terms.push_back(term);
      for (const UsagePlace& place : places) target.places.push_back(&place);
    }
    std::stable_sort(groups.begin(), groups.end(),
                     [](const Group& a, const Group& b) { return a.places.size() > b.places.size(); });
    return groups;
  }

  static bool has_preferred(const terms::Concept& holder, const Group& group) {
    return std::any_of(group.terms.begin(), group.terms.end(),
                       [&holder](std::size_t term) { return holder.terms[term].status == TermStatus::preferred; });
  }

  void judge_renderings(const UsageEvidence::RenderingKey& key, const UsageEvidence::Renderings& renderings) {
    const terms::Concept& holder = terms_.concepts()[key.concept_index];
    const std::vector<Group> groups = group(holder, renderings);
    std::size_t all = 0;
    for (const Group& one : groups) all += one.places.size();
    if (groups.size() < 2 || groups.front().places.size() < fewest_of_the_usual) return;
    const bool first_is_preferred = has_preferred(holder, groups.front());
    const double most = holder.type == "person" ? spellings_of_a_name
                        : first_is_preferred    ? prefers_another
                                                : equal_synonyms;
    for (std::size_t i = 1; i < groups.size(); ++i) {
      if (groups[i].places.size() == groups.front().places.size()) continue;  // neither is the usual one
      const auto share = static_cast<double>(groups[i].places.size()) / static_cast<double>(all);
      for (const UsagePlace* place : groups[i].places) {
        UsageFinding finding = finding_at(FindingKind::competing, *place, holder);
        finding.expected = holder.terms[groups.front().terms.front()].wording;
        finding.likelihood = most * (1 - share);
        finding.reason = in_quotes(holder.terms[key.from_term].wording) + " is " + in_quotes(place->wording) +
                         " here and " + in_quotes(finding.expected) + " " + times(groups.front().places.size()) +
                         " in the same text";
        findings_.push_back(std::move(finding));
      }
    }
  }

  const UsageEvidence& evidence_;
  const terms::TermList& terms_;
  std::map<std::string, WordingSearch>& searches_;
  std::vector<UsageFinding> findings_;
};

}  // namespace

void UsageEvidence::note_rendering(std::size_t concept_index, std::size_t from_text, std::size_t to_text,
                                   const std::vector<terms::TermMention>& from,
                                   const std::vector<terms::TermMention>& to, Side to_side, std::int64_t alignment,
                                   std::size_t bead, const std::function<std::string(text::Span)>& slice) {
  const auto is_one_wording = [](const std::vector<terms::TermMention>& mentions) {
    return std::all_of(mentions.begin(), mentions.end(), [&mentions](const terms::TermMention& one) {
      return one.term_index == mentions.front().term_index;
    });
  };
  if (!is_one_wording(from) || !is_one_wording(to)) return;
  renderings[{concept_index, from_text, to_text, from.front().term_index}][to.front().term_index].push_back(
      {.alignment = alignment,
       .bead = bead,
       .side = to_side,
       .span = to.front().span,
       .wording = slice(to.front().span)});
}

std::vector<UsageFinding> judge_usage(const UsageEvidence& evidence, const terms::TermList& terms,
                                      std::map<std::string, WordingSearch>& searches, const UsageOptions& options) {
  std::vector<UsageFinding> findings = Judge(evidence, terms, searches).run();
  std::erase_if(findings, [&options](const UsageFinding& one) { return one.likelihood < options.smallest_likelihood; });
  std::stable_sort(findings.begin(), findings.end(),
                   [](const UsageFinding& a, const UsageFinding& b) { return a.likelihood > b.likelihood; });
  return findings;
}

}  // namespace aligner::glossary

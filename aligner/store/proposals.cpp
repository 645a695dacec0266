// First every proposal is given a place, then what was proposed earlier and has no place any more goes, then the new is
// written. What nobody but the machine touched is all that ever goes.

#include "aligner/store/proposals.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "aligner/error.h"
#include "aligner/store/sql.h"
#include "aligner/store/statement.h"
#include "aligner/store/termbase.h"
#include "aligner/store/terms.h"
#include "aligner/store/words.h"

namespace aligner::store {
namespace {

using glossary::Proposal;
using glossary::Variant;
using terms::Change;
using terms::ChangeField;
using terms::Concept;
using terms::Term;
using terms::TermStatus;

std::string two_decimals(double number) {
  const auto hundredths = static_cast<long>(number * 100 + 0.5);
  const std::string rest = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + "." + (rest.size() < 2 ? "0" : "") + rest;
}

std::string term_key(const std::string& concept_id, const text::LanguageTag& language, const std::string& wording) {
  return concept_id + '\x1F' + language.str() + '\x1F' + wording;
}

std::string folded_key(const std::string& concept_id, const text::LanguageTag& language, const std::string& wording) {
  return term_key(concept_id, language, terms::folded_wording(language, wording));
}

class Placement {
 public:
  Placement(terms::Termbase known, const std::string& when, const std::string& tool_version)
      : known_(std::move(known)),
        index_(known_.terms),
        merged_(terms::merged_ids(known_.history)),
        author_{.origin = terms::ChangeOrigin::machine, .by = "tungse " + tool_version, .at = when} {
    for (const Concept& holder : known_.terms.concepts()) {
      for (const Term& term : holder.terms) {
        present_.insert(folded_key(holder.id, term.language, term.wording));
      }
    }
    for (const auto& [id, into] : merged_) taken_.insert(id);
    for (const Concept& holder : known_.terms.concepts()) taken_.insert(holder.id);
    for (const Change& change : known_.history) {
      const bool is_by_machine = change.author.origin == terms::ChangeOrigin::machine;
      (is_by_machine ? made_ : touched_).insert(term_key(change.concept_id, change.language, change.wording));
    }
  }

  // The concept the proposal goes to; none where a person rejected the pair.
  std::optional<std::string> place(const Proposal& proposal) {
    const Concept* holder = find_named(proposal.concept_id);
    if (holder == nullptr) holder = find_holder_of_both(proposal);
    if (holder != nullptr && is_rejected(*holder, proposal)) {
      ++counts_.rejected;
      return std::nullopt;
    }
    const std::string id = concept_for(holder, proposal);
    const std::size_t before = counts_.new_terms;
    for (const auto* side : {&proposal.source, &proposal.target}) {
      for (const Variant& variant : *side) propose(id, variant, proposal);
    }
    if (counts_.new_terms == before) ++counts_.known;
    return id;
  }

  // Changes that add the new and take away what is not proposed any more.
  std::vector<Change> changes() {
    std::vector<Change> all;
    for (const Concept& holder : known_.terms.concepts()) {
      for (const Term& term : holder.terms) {
        const std::string key = term_key(holder.id, term.language, term.wording);
        const bool is_the_machines = made_.contains(key) && !touched_.contains(key);
        const bool is_withdrawn = term.status == TermStatus::proposed && is_the_machines &&
                                  !proposed_.contains(folded_key(holder.id, term.language, term.wording));
        if (!is_withdrawn) continue;
        ++counts_.withdrawn_terms;
        all.push_back({.concept_id = holder.id,
                       .language = term.language,
                       .wording = term.wording,
                       .field = ChangeField::removed,
                       .before = "proposed",
                       .author = author_});
        all.back().author.why = "not proposed any more";
      }
    }
    all.insert(all.end(), added_.begin(), added_.end());
    return all;
  }

  const ProposalCounts& counts() const { return counts_; }

 private:
  const Concept* find_named(const std::string& id) const {
    if (id.empty()) return nullptr;
    if (const Concept* same = known_.terms.find(id)) return same;
    const auto merged = merged_.find(id);
    return merged == merged_.end() ? nullptr : known_.terms.find(merged->second);
  }

  std::set<std::size_t> holders_of(const std::vector<Variant>& side) const {
    std::set<std::size_t> holders;
    for (const Variant& variant : side) {
      for (const std::size_t i : index_.find(variant.language, variant.wording)) holders.insert(i);
    }
    return holders;
  }

  const Concept* find_holder_of_both(const Proposal& proposal) const {
    const std::set<std::size_t> sources = holders_of(proposal.source);
    const std::set<std::size_t> targets = holders_of(proposal.target);
    for (const std::size_t i : sources) {
      const bool is_guard = known_.terms.concepts()[i].type == "homograph";
      if (targets.contains(i) && !is_guard) return &known_.terms.concepts()[i];
    }
    return nullptr;
  }

  // A pair is rejected where the holder knows wordings of a side, and a person said no to all of these.
  static bool is_rejected(const Concept& holder, const Proposal& proposal) {
    return is_side_rejected(holder, proposal.source) || is_side_rejected(holder, proposal.target);
  }

  static bool is_side_rejected(const Concept& holder, const std::vector<Variant>& side) {
    bool has_rejected = false;
    for (const Variant& variant : side) {
      const std::string folded = terms::folded_wording(variant.language, variant.wording);
      for (const Term& term : holder.terms) {
        const bool is_same =
            term.language == variant.language && terms::folded_wording(term.language, term.wording) == folded;
        if (is_same && term.status != TermStatus::rejected) return false;
        has_rejected = has_rejected || is_same;
      }
    }
    return has_rejected;
  }

  // Proposals of one entry share a concept. The id of a new one is its first wording, as in a list without ids.
  std::string concept_for(const Concept* holder, const Proposal& proposal) {
    if (holder != nullptr) {
      concept_of_entry_.try_emplace(proposal.entry, holder->id);
      return holder->id;
    }
    const auto shared = concept_of_entry_.find(proposal.entry);
    if (shared != concept_of_entry_.end()) return shared->second;
    const Variant& named = proposal.source.front();
    const std::string stem = named.language.str() + ":" + named.wording;
    std::string id = stem;
    for (int number = 2; !taken_.insert(id).second; ++number) id = stem + "#" + std::to_string(number);
    ++counts_.new_concepts;
    added_.push_back({.concept_id = id, .field = ChangeField::created, .author = author_});
    return concept_of_entry_[proposal.entry] = id;
  }

  void propose(const std::string& id, const Variant& variant, const Proposal& proposal) {
    const std::string key = folded_key(id, variant.language, variant.wording);
    proposed_.insert(key);
    if (!present_.insert(key).second) return;
    ++counts_.new_terms;
    Change change{.concept_id = id,
                  .language = variant.language,
                  .wording = variant.wording,
                  .field = ChangeField::created,
                  .after = "proposed",
                  .author = author_};
    change.author.why = "score " + two_decimals(proposal.score) + ", together " +
                        std::to_string(static_cast<long>(proposal.joint_count + 0.5)) + " times";
    added_.push_back(std::move(change));
  }

  terms::Termbase known_;
  terms::WordingIndex index_;
  std::map<std::string, std::string> merged_;
  terms::Author author_;
  std::unordered_set<std::string> present_;   // folded terms of concepts
  std::unordered_set<std::string> proposed_;  // likewise, those proposed now
  std::unordered_set<std::string> made_;      // terms that the machine spoke about
  std::unordered_set<std::string> touched_;   // terms that not only the machine spoke about
  std::unordered_set<std::string> taken_;     // ids
  std::unordered_map<std::size_t, std::string> concept_of_entry_;
  std::vector<Change> added_;
  ProposalCounts counts_;
};

void check(const Proposal& proposal) {
  if (proposal.source.empty() || proposal.target.empty()) throw Error("a proposal has a side without a wording");
}

class Writer {
 public:
  explicit Writer(SQLite::Database& handle)
      : proposal_(handle, sql("insert_proposal")),
        variant_(handle, sql("insert_proposal_variant")),
        context_(handle, sql("insert_proposal_context")) {}

  void write(const std::string& concept_id, const Proposal& proposal) {
    const std::int64_t id =
        proposal_.number_of(proposal.entry, proposal.score, proposal.association, proposal.joint_count,
                            proposal.source_count, proposal.target_count, proposal.is_name, concept_id);
    write_variants(id, Side::source, proposal.source);
    write_variants(id, Side::target, proposal.target);
    for (std::size_t i = 0; i < proposal.contexts.size(); ++i) {
      const glossary::Context& one = proposal.contexts[i];
      context_.run(id, i, one.alignment, one.bead, one.is_turned, one.source.begin, one.source.end, one.target.begin,
                   one.target.end, one.weight);
    }
  }

 private:
  void write_variants(std::int64_t id, Side side, const std::vector<Variant>& variants) {
    for (std::size_t i = 0; i < variants.size(); ++i) {
      variant_.run(id, to_word(side), i, variants[i].language.str(), variants[i].wording, variants[i].count);
    }
  }

  Statement proposal_;
  Statement variant_;
  Statement context_;
};

void delete_untouched_concepts(SQLite::Database& handle, const terms::Author& author) {
  std::vector<std::string> gone;
  Statement erase(handle, sql("delete_untouched_concepts"));
  for (erase.bind(); erase.next();) gone.push_back(erase.text(0));
  Statement insert(handle, sql("insert_term_change"));
  for (const std::string& id : gone) {
    insert.run(id, std::string("und"), std::string(), to_word(ChangeField::removed), std::string(), std::string(),
               std::string(), to_word(author.origin), author.by, author.at, std::string("not proposed any more"));
  }
}

}  // namespace

ProposalCounts replace_proposals(SQLite::Database& handle, const std::vector<Proposal>& proposals,
                                 const std::string& when, const std::string& tool_version) {
  Placement placement(load_whole_termbase(handle), when, tool_version);
  std::vector<std::optional<std::string>> places;
  for (const Proposal& proposal : proposals) {
    check(proposal);
    places.push_back(placement.place(proposal));
  }
  Statement(handle, "DELETE FROM proposal").run();
  apply_changes(handle, placement.changes());
  Writer writer(handle);
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    if (places[i]) writer.write(*places[i], proposals[i]);
  }
  delete_untouched_concepts(handle,
                            {.origin = terms::ChangeOrigin::machine, .by = "tungse " + tool_version, .at = when});
  return placement.counts();
}

std::vector<Proposal> load_all_proposals(SQLite::Database& handle) {
  std::vector<Proposal> proposals;
  Statement select(handle, sql("select_proposals"));
  Statement variants(handle, sql("select_proposal_variants"));
  Statement contexts(handle, sql("select_proposal_contexts"));
  for (select.bind(); select.next();) {
    Proposal& one = proposals.emplace_back();
    const std::int64_t id = select.integer(0);
    one.concept_id = select.text(1);
    one.entry = select.count(2);
    one.score = select.real(3);
    one.association = select.real(4);
    one.joint_count = select.real(5);
    one.source_count = select.real(6);
    one.target_count = select.real(7);
    one.is_name = select.integer(8) != 0;
    for (variants.bind(id); variants.next();) {
      auto& side = from_word<Side>(variants.text(0)) == Side::source ? one.source : one.target;
      side.push_back({text::LanguageTag::parse(variants.text(1)), variants.text(2), variants.count(3)});
    }
    for (contexts.bind(id); contexts.next();) {
      one.contexts.push_back({.alignment = contexts.integer(0),
                              .bead = contexts.count(1),
                              .is_turned = contexts.integer(2) != 0,
                              .source = {contexts.count(3), contexts.count(4)},
                              .target = {contexts.count(5), contexts.count(6)},
                              .weight = contexts.real(7)});
    }
  }
  return proposals;
}

std::vector<PairContext> select_pair_contexts(SQLite::Database& handle, const std::string& concept_id,
                                              std::size_t most) {
  std::vector<PairContext> pairs;
  OpenTexts texts(handle);
  Statement select(handle, sql("select_pair_places"));
  for (select.bind(concept_id, most); select.next();) {
    PairContext& one = pairs.emplace_back();
    one.source =
        texts.context(select.integer(0), {select.count(1), select.count(2)}, {select.count(3), select.count(4)});
    one.source.language = text::LanguageTag::parse(select.text(5));
    one.source.wording = select.text(6);
    one.target =
        texts.context(select.integer(7), {select.count(8), select.count(9)}, {select.count(10), select.count(11)});
    one.target.language = text::LanguageTag::parse(select.text(12));
    one.target.wording = select.text(13);
    one.weight = select.real(14);
  }
  return pairs;
}

}  // namespace aligner::store

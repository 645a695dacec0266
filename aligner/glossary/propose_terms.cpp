#include "aligner/glossary/propose_terms.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "aligner/glossary/aligned_corpus.h"
#include "aligner/glossary/choose_pairs.h"
#include "aligner/glossary/link_words.h"
#include "aligner/glossary/pair_phrases.h"
#include "aligner/glossary/phrase_table.h"
#include "aligner/glossary/term_forms.h"
#include "aligner/lexicon/bundled_lexicons.h"
#include "aligner/text/folded_text.h"

namespace aligner::glossary {
namespace {

// Shares of the work, as measured on a hundred thousand beads: links of words, phrases, contexts.
constexpr double links_done = 0.6;
constexpr double pairs_done = 0.9;

// A known concept that both texts name, but in no passages that are aligned: most it can score, and how many mentions
// give half of that.
constexpr double known_in_both = 0.6;
constexpr double few_mentions = 2;

// Verbs and common nouns that the list knows are found as surely, but looked up less.
constexpr double interest_of_a_notion = 0.7;

double interest_of(const terms::TermList& terms, const std::string& concept_id) {
  const terms::Concept* holder = terms.find(concept_id);
  return holder != nullptr && holder->type == "notion" ? interest_of_a_notion : 1;
}

std::uint64_t key_of(const PhrasePair& pair) { return (std::uint64_t{pair.source} << 32U) | pair.target; }

class Work {
 public:
  Work(AlignedCorpus& corpus, const ProposeOptions& options) : corpus_(corpus), options_(options) {}

  std::vector<Proposal> run() {
    const RowLinks links = link();
    PhraseTable source(corpus_.source(), row_sides(true), {.min_count = options_.min_count});
    PhraseTable target(corpus_.target(), row_sides(false), {.min_count = options_.min_count});
    PhrasePairer pairer(corpus_, links, source, target);
    const std::vector<PhrasePair> pairs = count_pairs(pairer, part(links_done, pairs_done));
    const std::vector<ChosenPair> chosen = choose_pairs(
        pairs, source, target, row_weight(), {.min_count = options_.min_count, .most = options_.most_proposals});
    std::vector<Proposal> proposals = with_contexts(chosen, pairer, source, target);
    drop_written_alike(proposals);
    add_shared_concepts(proposals);
    return proposals;
  }

 private:
  std::function<bool(double)> part(double from, double to) const {
    if (!options_.progress) return {};
    return [this, from, to](double done) { return options_.progress(from + done * (to - from)); };
  }

  RowLinks link() {
    const text::LanguageTag& source = corpus_.source().language;
    const text::LanguageTag& target = corpus_.target().language;
    std::optional<lexicon::Lexicon> seed;
    const auto file = lexicon::find_bundled_lexicon(source, target);
    if (file && options_.seed_words == SeedWords::use) seed = lexicon::read_bundled_lexicon(*file, source, target);
    return link_words(corpus_,
                      {.seed = seed ? &*seed : nullptr, .threads = options_.threads, .progress = part(0, links_done)});
  }

  std::vector<RowSide> row_sides(bool of_source) const {
    std::vector<RowSide> sides;
    for (std::size_t i = 0; i < corpus_.rows().size(); ++i) {
      const BeadRow& row = corpus_.rows()[i];
      sides.push_back(of_source ? RowSide{row.source, corpus_.source_mentions(i), row.weight}
                                : RowSide{row.target, corpus_.target_mentions(i), row.weight});
    }
    return sides;
  }

  double row_weight() const {
    double sum = 0;
    for (const BeadRow& row : corpus_.rows()) sum += row.weight;
    return sum;
  }

  Proposal proposal_of(const ChosenPair& chosen, const PhraseTable& source, const PhraseTable& target) const {
    Proposal proposal{.score = chosen.score,
                      .association = chosen.association,
                      .joint_count = chosen.pair.joint,
                      .source_count = source[chosen.pair.source].count,
                      .target_count = target[chosen.pair.target].count};
    for (const auto& [table, phrase, units] : {std::tuple(&source, chosen.pair.source, &corpus_.source().units),
                                               std::tuple(&target, chosen.pair.target, &corpus_.target().units)}) {
      if (!table->is_unit(phrase)) continue;
      const Unit& unit = (*units)[(*table)[phrase].unit];
      if (unit.concept_id.empty()) {
        proposal.is_name = true;
      } else if (proposal.concept_id.empty()) {
        proposal.concept_id = unit.concept_id;
        proposal.score *= interest_of(corpus_.terms(), unit.concept_id);
      }
    }
    return proposal;
  }

  std::vector<Proposal> with_contexts(const std::vector<ChosenPair>& chosen, PhrasePairer& pairer,
                                      const PhraseTable& source, const PhraseTable& target) {
    std::vector<Proposal> proposals;
    std::vector<TermForms> source_forms(chosen.size());
    std::vector<TermForms> target_forms(chosen.size());
    std::unordered_map<std::uint64_t, std::size_t> place;
    for (const ChosenPair& one : chosen) {
      place[key_of(one.pair)] = proposals.size();
      proposals.push_back(proposal_of(one, source, target));
    }
    const auto progress = part(pairs_done, 1);
    for (std::size_t row = 0; row < pairer.row_count(); ++row) {
      if (row % 1024 == 0 && progress &&
          !progress(static_cast<double>(row) / static_cast<double>(pairer.row_count()))) {
        throw Error("interrupted while collecting contexts; nothing was written");
      }
      pairer.visit(row, [&](const PairMention& mention) {
        const auto found = place.find(key_of({mention.source.phrase, mention.target.phrase}));
        if (found == place.end()) return;
        source_forms[found->second].add(corpus_.source(), corpus_.source().at(mention.source.tokens));
        target_forms[found->second].add(corpus_.target(), corpus_.target().at(mention.target.tokens));
        proposals[found->second].contexts.push_back(context_of(row, mention));
      });
    }
    for (std::size_t i = 0; i < proposals.size(); ++i) {
      proposals[i].source = source_forms[i].variants(corpus_.source());
      proposals[i].target = target_forms[i].variants(corpus_.target());
      show_as_listed(proposals[i]);
    }
    return proposals;
  }

  // Of a known concept its wordings stand as the list has them, however the texts inflect them, the preferred one
  // first.
  void show_as_listed(Proposal& proposal) {
    const terms::Concept* holder = corpus_.terms().find(proposal.concept_id);
    if (holder == nullptr) return;
    show_as_listed(*holder, corpus_.source(), proposal.source);
    show_as_listed(*holder, corpus_.target(), proposal.target);
  }

  static void show_as_listed(const terms::Concept& holder, CorpusSide& side, std::vector<Variant>& variants) {
    std::map<std::string, const terms::Term*> listed;  // by stems
    for (const terms::Term& term : holder.terms) {
      const bool is_romanised = term.language.script() == "Latn" && side.language.script() != "Latn";
      if (term.language.language() != side.language.language() || is_romanised) continue;
      listed.try_emplace(stems_of(side, text::fold(term.wording)), &term);
    }
    std::map<std::string, int> place;  // by wording: preferred ones first, deprecated ones last
    for (Variant& one : variants) {
      const auto found = listed.find(stems_of(side, text::fold(one.wording)));
      if (found == listed.end()) continue;
      const terms::Term& term = *found->second;
      one.wording = term.wording;
      if (term.status == terms::TermStatus::preferred) place[term.wording] = -1;
      if (term.status == terms::TermStatus::deprecated) place[term.wording] = 1;
    }
    std::stable_sort(variants.begin(), variants.end(), [&place](const Variant& x, const Variant& y) {
      const auto of = [&place](const Variant& one) {
        const auto found = place.find(one.wording);
        return found == place.end() ? 0 : found->second;
      };
      return of(x) < of(y);
    });
  }

  // What is written alike needs no glossary; that it is shows once the forms are known ("rules", for "rule" as well).
  static void drop_written_alike(std::vector<Proposal>& proposals) {
    std::erase_if(proposals, [](const Proposal& one) {
      const bool is_plain = !one.is_name && one.concept_id.empty();
      return is_plain && text::fold(one.source.front().wording) == text::fold(one.target.front().wording);
    });
  }

  // Concepts that both texts name are known to be one, however rarely aligned passages name both.
  void add_shared_concepts(std::vector<Proposal>& proposals) {
    std::map<std::string, std::size_t> best;  // concept -> its best proposal
    for (std::size_t i = 0; i < proposals.size(); ++i) {
      if (!proposals[i].concept_id.empty()) best.try_emplace(proposals[i].concept_id, i);
    }
    for (const std::string& id : corpus_.shared_concepts()) {
      const Unit& source = corpus_.source().units[corpus_.source().unit_numbers.at("concept " + id)];
      const Unit& target = corpus_.target().units[corpus_.target().unit_numbers.at("concept " + id)];
      const auto fewer = static_cast<double>(std::min(source.mentions, target.mentions));
      const double score = known_in_both * interest_of(corpus_.terms(), id) * fewer / (fewer + few_mentions);
      if (const auto found = best.find(id); found != best.end()) {
        Proposal& proposal = proposals[found->second];
        proposal.score = std::max(proposal.score, score);
        continue;
      }
      proposals.push_back({.source = source.forms.variants(corpus_.source()),
                           .target = target.forms.variants(corpus_.target()),
                           .score = score,
                           .source_count = static_cast<double>(source.mentions),
                           .target_count = static_cast<double>(target.mentions),
                           .concept_id = id});
      show_as_listed(proposals.back());
    }
  }

  Context context_of(std::size_t row, const PairMention& mention) const {
    const BeadRow& bead = corpus_.rows()[row];
    const auto span_of = [](const CorpusSide& side, TokenRange tokens) {
      return text::Span{side.tokens[tokens.begin].begin, side.tokens[tokens.end - 1].end};
    };
    return {.alignment = bead.alignment,
            .bead = bead.bead,
            .is_turned = bead.is_turned,
            .source = span_of(corpus_.source(), mention.source.tokens),
            .target = span_of(corpus_.target(), mention.target.tokens),
            .weight = bead.weight};
  }

  AlignedCorpus& corpus_;
  const ProposeOptions& options_;
};

bool comes_before(const Proposal& a, const Proposal& b) {
  if (a.score != b.score) return a.score > b.score;
  const auto key = [](const Proposal& p) {
    return std::tie(p.source.front().language, p.source.front().wording, p.target.front().language,
                    p.target.front().wording);
  };
  return key(a) < key(b);
}

// Proposals that share a concept, or the wording of one language, are about one thing: договор = treaty, treaty = hiệp
// ước. Within one pair of languages that is so for wordings that compete.
void number_entries(std::vector<Proposal>& proposals) {
  std::map<std::string, std::size_t> entries;  // by concept, or by language and wording
  std::size_t next = 0;
  for (Proposal& one : proposals) {
    std::vector<std::string> keys;
    if (!one.concept_id.empty()) {
      keys = {"concept " + one.concept_id};
    } else {
      for (const std::vector<Variant>* side : {&one.source, &one.target}) {
        keys.push_back(side->front().language.language() + " " + text::fold(side->front().wording));
      }
    }
    const auto known =
        std::find_if(keys.begin(), keys.end(), [&](const std::string& key) { return entries.contains(key); });
    one.entry = known == keys.end() ? next++ : entries.at(*known);
    for (const std::string& key : keys) entries.try_emplace(key, one.entry);
  }
}

}  // namespace

struct TermProposer::Corpora {
  const terms::TermList& terms;
  ProposeOptions options;
  std::vector<std::pair<std::string, AlignedCorpus>> by_languages;  // "en vi", in the order they were met
};

TermProposer::TermProposer(TermProposer&& other) noexcept = default;
TermProposer& TermProposer::operator=(TermProposer&& other) noexcept = default;
TermProposer::~TermProposer() = default;

TermProposer::TermProposer(const terms::TermList& terms, ProposeOptions options)
    : corpora_(std::make_unique<Corpora>(Corpora{terms, std::move(options), {}})) {}

void TermProposer::add(std::int64_t alignment, const align::AlignedTexts& texts) {
  const text::LanguageTag& source = texts.source.document.language();
  const text::LanguageTag& target = texts.target.document.language();
  if (source.language() == target.language()) return;
  const std::string languages = source.language() + " " + target.language();
  const std::string turned = target.language() + " " + source.language();
  auto& all = corpora_->by_languages;
  auto found = std::find_if(all.begin(), all.end(),
                            [&](const auto& one) { return one.first == languages || one.first == turned; });
  if (found == all.end()) {
    all.emplace_back(std::piecewise_construct, std::forward_as_tuple(languages),
                     std::forward_as_tuple(source, target, corpora_->terms));
    found = all.end() - 1;
  }
  found->second.add(alignment, texts, corpora_->options.smallest_confidence);
}

std::vector<Proposal> TermProposer::propose() {
  std::vector<Proposal> all;
  for (auto& [languages, corpus] : corpora_->by_languages) {
    std::vector<Proposal> some = Work(corpus, corpora_->options).run();
    all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
  }
  std::sort(all.begin(), all.end(), comes_before);
  number_entries(all);
  return all;
}

}  // namespace aligner::glossary

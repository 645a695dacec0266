// IBM Model 1 that follows only entries with a chance. A translation probability is taken as a base, which what the
// priors leave over lends to all pairs of types alike, and what an entry adds to it:
//   t(f|e) = base(e) p(f) + extra(e, f)
// The bases' part of every sum is taken segment by segment, without looking at pairs of tokens; the entries' part along
// ties, one for each place where an entry meets. At first only the priors are entries. The first iteration counts for
// every pair of types that meets, and those that came out far below chance in both directions never become entries:
// what they added is nought from then on, their base remains. So two walks look at every pair of tokens inside
// corresponding segments, the later sweeps at some 62 of 100.
//
// Memory: 8 bytes for each tie, 48 for each entry.

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <utility>

#include "aligner/lexicon/training_text.h"
#include "aligner/lexicon/translation_table.h"

namespace aligner::lexicon {
namespace {

// Of options.smallest_lift: what adds less in both directions after the first iteration is hopeless. Measured: mean F1
// of the development sets .9910 so, as with everything kept, and as with more dropped at .3 after the second, which
// saves no more than it costs. With .5 and then .7 it is .9909, and an account among help pages is taken for a
// translation of another.
constexpr double smallest_first_extra = 0.3;
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

struct Both {
  float forward = 0;
  float backward = 0;
};

// Where a source token stands.
struct Place {
  std::uint32_t place = 0;
  std::uint32_t segment = 0;
};

// Ties: tokens of the target text and the entries that may explain them. Two rows, for they are written and read by the
// million; no vectors, for these would clear the room that a visit may need and seldom fills.
class Ties {
 public:
  std::size_t size() const { return size_; }
  /// Room for so many more.
  void make_room(std::size_t more) {
    if (room_ >= size_ + more) return;
    room_ = std::max(2 * room_, size_ + more);
    places_ = grown(places_);
    entries_ = grown(entries_);
  }
  /// Adds a tie if its entry is not none; there must be room.
  void add(std::uint32_t place, std::uint32_t entry) {
    places_[size_] = place;
    entries_[size_] = entry;
    size_ += entry < none ? 1 : 0;
  }
  const std::uint32_t* places() const { return places_.get(); }
  const std::uint32_t* entries() const { return entries_.get(); }

 private:
  std::unique_ptr<std::uint32_t[]> grown(const std::unique_ptr<std::uint32_t[]>& row) const {
    auto grown = std::make_unique_for_overwrite<std::uint32_t[]>(room_);
    std::copy_n(row.get(), size_, grown.get());
    return grown;
  }

  std::unique_ptr<std::uint32_t[]> places_;
  std::unique_ptr<std::uint32_t[]> entries_;
  std::size_t size_ = 0;
  std::size_t room_ = 0;
};

// The ties of a source token's place with a segment that its own corresponds to; they begin where those of the visit
// before end.
struct Visit {
  std::uint32_t place = 0;
  std::uint32_t pair = 0;
  std::size_t ties_end = 0;
};

// What is known of the types and places of one side.
struct Side {
  std::vector<float> unigram;    // by type: p
  std::vector<float> base;       // by type
  std::vector<float> over;       // by place: the sum of all that can explain the token, then its reciprocal
  std::vector<double> count;     // by type: expected, with what the bases were given
  std::vector<double> residual;  // by type: what the priors leave over, 0 to 1
};

std::vector<double> unigrams(const Vocabulary& words) {
  std::vector<double> probability(words.size());
  const double total = std::max<double>(1, static_cast<double>(words.total()));
  for (TokenId id = 0; id < words.size(); ++id) probability[id] = static_cast<double>(words.count(id)) / total;
  return probability;
}

Side make_side(const std::vector<double>& unigram, std::size_t places) {
  return {{unigram.begin(), unigram.end()},
          std::vector<float>(unigram.size(), 1),
          std::vector<float>(places, 0),
          std::vector<double>(unigram.size(), 0),
          std::vector<double>(unigram.size(), 1)};
}

}  // namespace

class TableTrainer {
 public:
  // `earlier` is what was learnt before, or nullptr.
  TableTrainer(const TranslationTable* earlier, std::span<const TrainingDocument> documents, const PriorTable& priors,
               const Vocabulary& source, const Vocabulary& target, const TrainOptions& options)
      : options_(options),
        earlier_(earlier),
        text_(documents, {.smallest_weight = options.smallest_weight, .heard = 1 - options.null_probability}) {
    table_.prior_strength_ = options.prior_strength;
    table_.source_unigram_ = unigrams(source);
    table_.target_unigram_ = unigrams(target);
    source_ = make_side(table_.source_unigram_, text_.source.tokens.size());
    target_ = make_side(table_.target_unigram_, text_.target.tokens.size());
    find_places();
    enter_priors(priors);
  }

  TranslationTable run() {
    entry_of_.assign(target_size(), none);
    if (earlier_ == nullptr) tie_priors();
    count();
    open_rows();
    if (earlier_ != nullptr) count_from_priors();
    for (int iteration = 1; iteration < options_.iterations; ++iteration) {
      estimate();
      count();
    }
    make_directions_agree();
    sum_meetings();
    drop_weak_entries();
    return std::move(table_);
  }

 private:
  std::size_t source_size() const { return table_.source_unigram_.size(); }
  std::size_t target_size() const { return table_.target_unigram_.size(); }
  std::span<const Place> places(TokenId source) const {
    return std::span(places_).subspan(places_begin_[source], places_begin_[source + 1] - places_begin_[source]);
  }

  void find_places() {
    places_begin_.assign(source_size() + 1, 0);
    for (const TokenId token : text_.source.tokens) ++places_begin_[token + 1];
    for (std::size_t e = 0; e < source_size(); ++e) places_begin_[e + 1] += places_begin_[e];
    places_.resize(text_.source.tokens.size());
    std::vector<std::size_t> next(places_begin_.begin(), places_begin_.end() - 1);
    for (std::uint32_t segment = 0; segment < text_.source.segment_count(); ++segment) {
      for (std::uint32_t at = text_.source.begins[segment]; at < text_.source.begins[segment + 1]; ++at) {
        places_[next[text_.source.tokens[at]]++] = {at, segment};
      }
    }
  }

  void enter_priors(const PriorTable& priors) {
    auto prior = priors.priors().begin();
    for (TokenId e = 0; e < source_size(); ++e) {
      for (; prior != priors.priors().end() && prior->source == e; ++prior) {
        const auto forward = static_cast<float>(prior->forward);
        const auto backward = static_cast<float>(prior->backward);
        table_.entries_.push_back({.target = prior->target, .forward_prior = forward, .backward_prior = backward});
        extras_.push_back({forward, backward});
        source_.residual[e] -= static_cast<double>(forward);
        target_.residual[prior->target] -= static_cast<double>(backward);
      }
      table_.row_begin_.push_back(table_.entries_.size());
    }
    source_.base.assign(source_.residual.begin(), source_.residual.end());
    target_.base.assign(target_.residual.begin(), target_.residual.end());
  }

  // Ties the priors, segment pair by segment pair: the rows are shorter than segments.
  void tie_priors() {
    const FlatSide& targets = text_.target;
    const std::vector<std::uint32_t> before = find_doubles();
    std::vector<std::uint32_t> last_place(target_size(), none);  // in the segments looked at so far
    for (std::uint32_t pair = 0; pair < text_.pairs.size(); ++pair) {
      const SegmentPair& segments = text_.pairs[pair];
      const std::uint32_t begin = targets.begins[segments.target];
      const std::uint32_t end = targets.begins[segments.target + 1];
      for (std::uint32_t at = begin; at < end; ++at) last_place[targets.tokens[at]] = at;
      for (std::uint32_t at = text_.source.begins[segments.source]; at < text_.source.begins[segments.source + 1];
           ++at) {
        const std::size_t ties_before = ties_.size();
        const TokenId e = text_.source.tokens[at];
        for (std::size_t k = table_.row_begin_[e]; k < table_.row_begin_[e + 1]; ++k) {
          std::uint32_t place = last_place[table_.entries_[k].target];
          if (place < begin || place >= end) continue;
          for (; place != none; place = before[place]) {
            ties_.make_room(1);
            ties_.add(place, static_cast<std::uint32_t>(k));
          }
        }
        if (ties_.size() > ties_before) visits_.push_back({at, pair, ties_.size()});
      }
    }
  }

  // By target place: where its token stood before in the same segment, or none.
  std::vector<std::uint32_t> find_doubles() const {
    std::vector<std::uint32_t> before(text_.target.tokens.size(), none);
    std::vector<std::uint32_t> last_place(target_size(), none);
    for (std::size_t segment = 0; segment < text_.target.segment_count(); ++segment) {
      const std::uint32_t begin = text_.target.begins[segment];
      for (std::uint32_t at = begin; at < text_.target.begins[segment + 1]; ++at) {
        std::uint32_t& last = last_place[text_.target.tokens[at]];
        if (last != none && last >= begin) before[at] = last;
        last = at;
      }
    }
    return before;
  }

  // Ties the entries of a row to all places where they meet.
  void tie_row(TokenId e) {
    if (table_.row_begin_[e] == table_.row_begin_[e + 1] || places(e).empty()) return;
    const std::span<const TranslationEntry> row = table_.row(e);
    for (std::size_t k = 0; k < row.size(); ++k) {
      entry_of_[row[k].target] = static_cast<std::uint32_t>(table_.row_begin_[e] + k);
    }
    for (const Place& place : places(e)) {
      for (std::uint32_t pair = text_.pairs_begin[place.segment]; pair < text_.pairs_begin[place.segment + 1]; ++pair) {
        tie_visit(place.place, pair);
      }
    }
    for (const TranslationEntry& entry : row) entry_of_[entry.target] = none;
  }

  void tie_visit(std::uint32_t source_place, std::uint32_t pair) {
    const std::size_t ties_before = ties_.size();
    ties_.make_room(text_.target.segment(text_.pairs[pair].target).size());
    std::uint32_t place = text_.target.begins[text_.pairs[pair].target];
    for (const TokenId token : text_.target.segment(text_.pairs[pair].target)) ties_.add(place++, entry_of_[token]);
    if (ties_.size() > ties_before) visits_.push_back({source_place, pair, ties_.size()});
  }

  template <typename Call>
  void for_each_visit(const Call& call) const {
    std::size_t begin = 0;
    for (const Visit& visit : visits_) {
      call(visit, text_.pairs[visit.pair], begin);
      begin = visit.ties_end;
    }
  }

  // One iteration: what explains every token, and then how often every entry is expected to have been at work.
  void count() {
    sum_explanations();
    weights_.assign(table_.entries_.size(), {});
    for_each_visit([&](const Visit& visit, const SegmentPair& pair, std::size_t ties_begin) {
      const float forward = pair.forward_weight;
      const float backward = pair.backward_weight * source_.over[visit.place];
      for (std::size_t k = ties_begin; k < visit.ties_end; ++k) {
        Both& weights = weights_[ties_.entries()[k]];
        weights.forward += forward * target_.over[ties_.places()[k]];
        weights.backward += backward;
      }
    });
    count_bases();
    counts_.resize(table_.entries_.size());
    for (TokenId e = 0; e < source_size(); ++e) {
      for (std::size_t k = table_.row_begin_[e]; k < table_.row_begin_[e + 1]; ++k) {
        const TokenId f = table_.entries_[k].target;
        source_.count[e] += static_cast<double>(extras_[k].forward * weights_[k].forward);
        target_.count[f] += static_cast<double>(extras_[k].backward * weights_[k].backward);
        counts_[k] = expected(e, f, extras_[k], weights_[k]);
      }
    }
  }

  // Counts of an entry: its probabilities by what they weigh where it meets.
  Both expected(TokenId e, TokenId f, const Both& extra, const Both& weights) const {
    return {(source_.base[e] * target_.unigram[f] + extra.forward) * weights.forward,
            (target_.base[f] * source_.unigram[e] + extra.backward) * weights.backward};
  }

  void sum_explanations() {
    const std::vector<float> source_bases = sums_by_segment(text_.source, source_.base);
    const std::vector<float> target_bases = sums_by_segment(text_.target, target_.base);
    std::vector<float> source_floor(text_.source.segment_count(), static_cast<float>(options_.null_probability));
    std::vector<float> target_floor(text_.target.segment_count(), static_cast<float>(options_.null_probability));
    for (const SegmentPair& pair : text_.pairs) {
      source_floor[pair.source] += pair.backward_share * target_bases[pair.target];
      target_floor[pair.target] += pair.forward_share * source_bases[pair.source];
    }
    spread(text_.source, source_floor, source_);
    spread(text_.target, target_floor, target_);
    for_each_visit([&](const Visit& visit, const SegmentPair& pair, std::size_t ties_begin) {
      float sum = 0;
      for (std::size_t k = ties_begin; k < visit.ties_end; ++k) {
        const Both& extra = extras_[ties_.entries()[k]];
        target_.over[ties_.places()[k]] += pair.forward_share * extra.forward;
        sum += extra.backward;
      }
      source_.over[visit.place] += pair.backward_share * sum;
    });
    for (float& sum : source_.over) sum = 1 / sum;
    for (float& sum : target_.over) sum = 1 / sum;
  }

  // Begins the sums of all places with what null and the bases explain.
  static void spread(const FlatSide& text, const std::vector<float>& floor, Side& side) {
    for (std::size_t segment = 0; segment < text.segment_count(); ++segment) {
      for (std::size_t at = text.begins[segment]; at < text.begins[segment + 1]; ++at) {
        side.over[at] = side.unigram[text.tokens[at]] * floor[segment];
      }
    }
  }

  static std::vector<float> sums_by_segment(const FlatSide& text, const std::vector<float>& by_type) {
    std::vector<float> sums;
    sums.reserve(text.segment_count());
    for (std::size_t segment = 0; segment < text.segment_count(); ++segment) {
      float sum = 0;
      for (const TokenId token : text.segment(segment)) sum += by_type[token];
      sums.push_back(sum);
    }
    return sums;
  }

  // What the tokens of each segment leave to be explained by bases.
  static std::vector<float> openness(const FlatSide& text, const Side& side) {
    std::vector<float> sums;
    sums.reserve(text.segment_count());
    for (std::size_t segment = 0; segment < text.segment_count(); ++segment) {
      float sum = 0;
      for (std::size_t at = text.begins[segment]; at < text.begins[segment + 1]; ++at) {
        sum += side.unigram[text.tokens[at]] * side.over[at];
      }
      sums.push_back(sum);
    }
    return sums;
  }

  // Sets the counts to what the bases alone are expected to have given.
  void count_bases() {
    const std::vector<float> source_open = openness(text_.source, source_);
    const std::vector<float> target_open = openness(text_.target, target_);
    std::vector<float> source_given(text_.source.segment_count(), 0);
    std::vector<float> target_given(text_.target.segment_count(), 0);
    for (const SegmentPair& pair : text_.pairs) {
      source_given[pair.source] += pair.forward_weight * target_open[pair.target];
      target_given[pair.target] += pair.backward_weight * source_open[pair.source];
    }
    give(text_.source, source_given, source_);
    give(text_.target, target_given, target_);
  }

  static void give(const FlatSide& text, const std::vector<float>& given, Side& side) {
    std::fill(side.count.begin(), side.count.end(), 0.0);
    for (std::size_t segment = 0; segment < text.segment_count(); ++segment) {
      for (const TokenId token : text.segment(segment)) {
        side.count[token] += static_cast<double>(side.base[token] * given[segment]);
      }
    }
  }

  // Makes an entry of each pair of types that met and has a chance, and ties it; where an earlier table is at hand, of
  // each of its entries and of what met in fresh pairs.
  void open_rows() {
    const std::vector<TranslationEntry> priors = std::move(table_.entries_);
    const std::vector<std::size_t> priors_begin = table_.row_begin_;
    const auto smallest = static_cast<float>(smallest_first_extra * options_.smallest_lift);
    const std::vector<float> source_gains = gains(source_);
    const std::vector<float> target_gains = gains(target_);
    table_.entries_.clear();
    counts_.clear();
    ties_ = {};
    visits_.clear();
    met_weights_.resize(target_size());
    met_with_.assign(target_size(), none);
    met_.resize(target_size());
    for (TokenId e = 0; e < source_size(); ++e) {
      const std::size_t met_count = weigh_row(e);
      table_.row_begin_[e] = table_.entries_.size();
      const std::span known = earlier_ != nullptr
                                  ? earlier_->row(e)
                                  : std::span(priors).subspan(priors_begin[e], priors_begin[e + 1] - priors_begin[e]);
      for (const TranslationEntry& entry : known) {
        const TokenId f = entry.target;
        const bool has_met = met_with_[f] == e;
        add_entry(e, {.target = f, .forward_prior = entry.forward_prior, .backward_prior = entry.backward_prior},
                  has_met ? met_weights_[f] : Both{});
        if (has_met) met_weights_[f] = {};  // not to be added again
      }
      for (const TokenId f : std::span(met_).first(met_count)) {
        const Both& weights = met_weights_[f];
        const bool has_chance =
            weights.forward * source_gains[e] >= smallest || weights.backward * target_gains[f] >= smallest;
        if (has_chance && weights.backward > 0) add_entry(e, {.target = f}, weights);
      }
    }
    table_.row_begin_.back() = table_.entries_.size();
    for (TokenId e = 0; e < source_size(); ++e) tie_row(e);
  }

  void add_entry(TokenId e, const TranslationEntry& entry, const Both& weights) {
    table_.entries_.push_back(entry);
    counts_.push_back(expected(e, entry.target, {entry.forward_prior, entry.backward_prior}, weights));
  }

  // The first iteration for all entries, wherever they meet: rows were opened by what met in fresh pairs.
  void count_from_priors() {
    extras_.clear();
    for (const TranslationEntry& entry : table_.entries_) {
      extras_.push_back({entry.forward_prior, entry.backward_prior});
    }
    count();
  }

  // By type: how far an entry that the base alone spoke for stands above it, for a weight of 1.
  std::vector<float> gains(const Side& side) const {
    std::vector<float> gains;
    gains.reserve(side.base.size());
    for (std::size_t type = 0; type < side.base.size(); ++type) {
      gains.push_back(
          static_cast<float>(static_cast<double>(side.base[type]) / (side.count[type] + options_.prior_strength)));
    }
    return gains;
  }

  // Adds up what each type that `e` meets is worth to it, in met_weights_; beside an earlier table, in fresh pairs
  // alone. The types are the first of met_; returns how many.
  std::size_t weigh_row(TokenId e) {
    std::size_t count = 0;
    for (const Place& place : places(e)) {
      for (const SegmentPair& pair : text_.pairs_of(place.segment)) {
        if (earlier_ != nullptr && !pair.is_fresh) continue;
        const std::span<const TokenId> targets = text_.target.segment(pair.target);
        const float* const over = target_.over.data() + text_.target.begins[pair.target];
        const float forward = pair.forward_weight;
        const float backward = pair.backward_weight * source_.over[place.place];
        for (std::size_t at = 0; at < targets.size(); ++at) {
          const TokenId f = targets[at];
          Both& weights = met_weights_[f];
          if (met_with_[f] != e) {
            met_with_[f] = e;
            met_[count++] = f;
            weights = {};
          }
          weights.forward += forward * over[at];
          weights.backward += backward;
        }
      }
    }
    return count;
  }

  // Weights of the segment pairs that hold both tokens of an entry. A token that stands twice meets its counterparts
  // once.
  void sum_meetings() {
    std::vector<std::uint32_t> next(table_.entries_.size(), 0);  // the first pair that would be a new meeting
    for_each_visit([&](const Visit& visit, const SegmentPair& pair, std::size_t ties_begin) {
      for (std::size_t k = ties_begin; k < visit.ties_end; ++k) {
        const std::uint32_t entry = ties_.entries()[k];
        if (visit.pair < next[entry]) continue;
        next[entry] = visit.pair + 1;
        table_.entries_[entry].together += pair.weight;
      }
    });
  }

  // Bases and extras from the counts.
  void estimate() {
    const auto alpha = static_cast<float>(options_.prior_strength);
    const std::vector<float> source_over = set_bases(source_);
    const std::vector<float> target_over = set_bases(target_);
    extras_.resize(table_.entries_.size());
    for (TokenId e = 0; e < source_size(); ++e) {
      for (std::size_t k = table_.row_begin_[e]; k < table_.row_begin_[e + 1]; ++k) {
        const TranslationEntry& entry = table_.entries_[k];
        extras_[k] = {(counts_[k].forward + alpha * entry.forward_prior) * source_over[e],
                      (counts_[k].backward + alpha * entry.backward_prior) * target_over[entry.target]};
      }
    }
  }

  // Returns, by type, 1 / (count + prior strength).
  std::vector<float> set_bases(Side& side) const {
    std::vector<float> over;
    over.reserve(side.base.size());
    for (std::size_t type = 0; type < side.base.size(); ++type) {
      over.push_back(static_cast<float>(1 / (side.count[type] + options_.prior_strength)));
      side.base[type] = static_cast<float>(options_.prior_strength * side.residual[type]) * over.back();
    }
    return over;
  }

  void make_directions_agree() {
    table_.source_count_ = source_.count;
    table_.target_count_ = target_.count;
    for (TokenId e = 0; e < source_size(); ++e) {
      for (std::size_t k = table_.row_begin_[e]; k < table_.row_begin_[e + 1]; ++k) {
        TranslationEntry& entry = table_.entries_[k];
        const Both& count = counts_[k];
        const float agreed = std::sqrt(count.forward * count.backward);
        entry.forward_count = 0.5F * (count.forward + agreed);
        entry.backward_count = 0.5F * (count.backward + agreed);
        table_.source_count_[e] += static_cast<double>(entry.forward_count - count.forward);
        table_.target_count_[entry.target] += static_cast<double>(entry.backward_count - count.backward);
      }
    }
    table_.source_residual_ = source_.residual;
    table_.target_residual_ = target_.residual;
  }

  // Most entries say less than chance does: without them a pair has the base of its tokens, which is as low. Of the
  // others, how much they add to the base is kept.
  void drop_weak_entries() {
    std::vector<TranslationTable::Side> targets;
    targets.reserve(target_size());
    for (TokenId f = 0; f < target_size(); ++f) targets.push_back(table_.target_side(f, 0));
    std::size_t kept = 0;
    for (TokenId e = 0; e < source_size(); ++e) {
      const std::size_t begin = table_.row_begin_[e];
      const std::size_t end = table_.row_begin_[e + 1];
      const TranslationTable::Side source = table_.source_side(e, 0);
      table_.row_begin_[e] = kept;
      for (std::size_t k = begin; k < end; ++k) {
        const TranslationEntry entry = table_.entries_[k];
        const bool is_known = entry.forward_prior > 0 || entry.backward_prior > 0;
        if (!is_known && table_.lift(entry, 0, source, targets[entry.target]) < options_.smallest_lift) continue;
        table_.entries_[kept++] = entry;
      }
      const std::span row = std::span(table_.entries_).subspan(table_.row_begin_[e], kept - table_.row_begin_[e]);
      std::sort(row.begin(), row.end(),
                [](const TranslationEntry& a, const TranslationEntry& b) { return a.target < b.target; });
      for (const TranslationEntry& entry : row) {
        const TranslationTable::Side& target = targets[entry.target];
        const double extra = table_.lift(entry, 0, source, target) - std::min(source.base, target.base);
        table_.pulls_.push_back({entry.target, static_cast<float>(extra)});
      }
    }
    table_.row_begin_.back() = kept;
    table_.entries_.resize(kept);
    table_.entries_.shrink_to_fit();
    table_.pulls_.shrink_to_fit();
  }

  TrainOptions options_;
  const TranslationTable* earlier_;
  TrainingText text_;
  TranslationTable table_;
  Side source_;
  Side target_;
  std::vector<std::size_t> places_begin_;  // by source type, one more at the end
  std::vector<Place> places_;              // of each type in the order of the texts
  std::vector<Both> extras_;               // parallel to table_.entries_
  std::vector<Both> counts_;               // expected, likewise
  std::vector<Both> weights_;              // counts over probabilities, likewise
  std::vector<Visit> visits_;              // by source type, in the order of the texts
  Ties ties_;
  std::vector<std::uint32_t> entry_of_;  // by target type, of the row at work, or none
  std::vector<Both> met_weights_;        // likewise
  std::vector<TokenId> met_with_;        // likewise: the source type for which the weights stand
  std::vector<TokenId> met_;
};

TranslationTable train(std::span<const TrainingDocument> documents, const PriorTable& priors, const Vocabulary& source,
                       const Vocabulary& target, const TrainOptions& options) {
  return TableTrainer(nullptr, documents, priors, source, target, options).run();
}

TranslationTable train_again(const TranslationTable& earlier, std::span<const TrainingDocument> documents,
                             const PriorTable& priors, const Vocabulary& source, const Vocabulary& target,
                             const TrainOptions& options) {
  return TableTrainer(&earlier, documents, priors, source, target, options).run();
}

}  // namespace aligner::lexicon

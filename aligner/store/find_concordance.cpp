// A list in the order of the texts stops as soon as it is full; other orders keep a short key of every place, no more
// places at once than twice what is to be shown, and read the words of what is shown at the end.

#include "aligner/store/find_concordance.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "aligner/error.h"
#include "aligner/store/concordance_search.h"

namespace aligner::store {
namespace {

constexpr std::size_t most_places = 2'000'000;  // in memory
constexpr std::size_t context_words = 8;        // that places are put in order by
constexpr std::size_t context_bytes = 160;      // in which they are looked for

// Makes what is shown of a place.
class HitMaker {
 public:
  HitMaker(ConcordanceSearch& search, const ConcordanceQuery& query)
      : search_(search), marks_others_(has_several_wordings(query)) {}

  align::ConcordanceHit make(const Place& place) {
    const LiveSegment& segment = place.segment;
    const text::Span found = place.found.span;
    const std::string text = search_.texts().read(segment.cut->document, segment.span);
    align::ConcordanceHit hit{.document = segment.cut->name,
                              .language = segment.cut->language,
                              .segment = segment.position,
                              .span = {segment.span.begin + found.begin, segment.span.begin + found.end},
                              .before = text.substr(0, found.begin),
                              .found = text.substr(found.begin, found.size()),
                              .after = text.substr(found.end),
                              .wording = place.found.wording};
    std::vector<OppositeBead> beads = search_.counterparts().find(segment.id, *segment.cut);
    search_.counterparts().filter(beads);
    for (const OppositeBead& bead : beads) {
      align::Counterpart made = CounterpartReader::make(bead, search_.texts());
      if (marks_others_) {
        for (const FoundWording& one : search_.finder().find(made.text, made.language)) made.marked.push_back(one.span);
      }
      hit.counterparts.push_back(std::move(made));
    }
    return hit;
  }

 private:
  ConcordanceSearch& search_;  // not owned; outlived by the caller's
  bool marks_others_;
};

// What places are put in order by.
class OrderKeys {
 public:
  explicit OrderKeys(ConcordanceOrder order) : order_(order) {}

  std::string key(const Place& place, const std::string& text) {
    const text::Span found = place.found.span;
    switch (order_) {
      case ConcordanceOrder::match:
        return text::fold(text.substr(found.begin, found.size()), {.marks = text::FoldMarks::strip}) + '\0' +
               text::fold(text.substr(found.begin, found.size()));
      case ConcordanceOrder::left: {
        const std::size_t begin = character_at(text, found.begin - std::min(found.begin, context_bytes));
        return joined(finder_.find(text, {begin, found.begin}), true);
      }
      case ConcordanceOrder::right:
        return joined(
            finder_.find(text, {found.end, character_at(text, std::min(text.size(), found.end + context_bytes))}),
            false);
      default:
        return "";
    }
  }

 private:
  // The character that `at` lies in begins here.
  static std::size_t character_at(const std::string& text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return at;
  }

  static std::string joined(std::vector<segment::IndexWord> words, bool from_the_end) {
    if (from_the_end) std::reverse(words.begin(), words.end());
    std::string key;
    for (std::size_t i = 0; i < std::min(words.size(), context_words); ++i) key += words[i].key + ' ';
    return key;
  }

  ConcordanceOrder order_;
  segment::IndexWordFinder finder_;
};

// Keeps the first places of an order, and no more than it must.
class FirstPlaces {
 public:
  explicit FirstPlaces(std::size_t most) : most_(most) {}

  void add(double rank, std::string key, const Place& place) {
    places_.push_back({rank, std::move(key), places_seen_++, place});
    if (most_ > 0 && places_.size() >= 2 * most_ + 1024) prune();
    if (places_.size() > most_places) {
      throw Error("there are more than " + std::to_string(most_places) +
                  " places, too many to put in order; look for something rarer, or show fewer");
    }
  }

  std::size_t seen() const { return places_seen_; }

  std::vector<Place> from(std::size_t offset) {
    std::sort(places_.begin(), places_.end(), comes_before);
    if (most_ > 0 && places_.size() > most_) places_.resize(most_);
    std::vector<Place> places;
    for (std::size_t i = offset; i < places_.size(); ++i) places.push_back(places_[i].place);
    return places;
  }

 private:
  struct Ranked {
    double rank = 0;
    std::string key;
    std::size_t number = 0;
    Place place;
  };

  static bool comes_before(const Ranked& a, const Ranked& b) {
    return std::tie(a.rank, a.key, a.number) < std::tie(b.rank, b.key, b.number);
  }

  void prune() {
    std::nth_element(places_.begin(), places_.begin() + static_cast<std::ptrdiff_t>(most_), places_.end(),
                     comes_before);
    places_.resize(most_);
  }

  std::size_t most_;  // 0: all
  std::size_t places_seen_ = 0;
  std::vector<Ranked> places_;
};

align::Concordance find_in_order(ConcordanceSearch& search, HitMaker& maker, const ConcordanceQuery& query) {
  align::Concordance concordance{.skipped = query.offset};
  const std::size_t last = query.limit == 0 ? 0 : query.offset + query.limit;
  search.run(false, [&](const Place& place, const std::string&, const std::vector<OppositeBead>&) {
    if (last != 0 && concordance.total == last) {
      concordance.has_more = true;
      return false;
    }
    if (concordance.total++ >= query.offset) concordance.hits.push_back(maker.make(place));
    return true;
  });
  return concordance;
}

// How sure the surest pair is; those without a pair come last.
double rank_of(const std::vector<OppositeBead>& beads) { return beads.empty() ? 1 : -beads.front().confidence; }

align::Concordance find_sorted(ConcordanceSearch& search, HitMaker& maker, const ConcordanceQuery& query) {
  OrderKeys keys(query.order);
  FirstPlaces first(query.limit == 0 ? 0 : query.offset + query.limit);
  const bool by_confidence = query.order == ConcordanceOrder::confidence;
  search.run(by_confidence, [&](const Place& place, const std::string& text, const std::vector<OppositeBead>& beads) {
    first.add(by_confidence ? rank_of(beads) : 0, keys.key(place, text), place);
    return true;
  });
  align::Concordance concordance{.skipped = query.offset, .total = first.seen()};
  for (const Place& place : first.from(query.offset)) concordance.hits.push_back(maker.make(place));
  return concordance;
}

}  // namespace

align::Concordance find_concordance(SQLite::Database& handle, const ConcordanceQuery& query,
                                    const std::function<bool(double)>& go_on) {
  ConcordanceSearch search(handle, query, go_on);
  HitMaker maker(search, query);
  if (query.order == ConcordanceOrder::position) return find_in_order(search, maker, query);
  return find_sorted(search, maker, query);
}

}  // namespace aligner::store

// Segments come from the index of words, or one after the other for a regular expression; each is read and looked
// through, and what is found is a place. A list in the order of the texts stops as soon as it is full; other orders
// keep a short key of every place, no more places at once than twice what is to be shown, and read the words of what is
// shown at the end.

#include "aligner/store/find_concordance.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "aligner/error.h"
#include "aligner/segment/search_pattern.h"
#include "aligner/store/counterparts.h"
#include "aligner/store/live_cuts.h"
#include "aligner/store/segment_text.h"
#include "aligner/store/sql.h"
#include "aligner/store/statement.h"
#include "aligner/store/term_query.h"
#include "aligner/store/word_query.h"

namespace aligner::store {
namespace {

constexpr std::size_t segments_between_calls = 4096;
constexpr std::size_t most_places = 2'000'000;  // in memory
constexpr std::size_t context_words = 8;        // that places are put in order by
constexpr std::size_t context_bytes = 160;      // in which they are looked for

struct Segment {
  std::int64_t id = 0;
  std::size_t position = 0;
  text::Span span;               // bytes of the document
  const LiveCut* cut = nullptr;  // not owned
};

// Where something was found.
struct Place {
  Segment segment;
  FoundWording found;  // bytes of the segment
};

// What is looked for, whichever way.
class Finder {
 public:
  explicit Finder(const ConcordanceQuery& query) : query_(query) {
    if (!query.terms.concepts().empty()) {
      terms_.emplace(query.terms);
      return;
    }
    if (query.kind != WordingKind::regex) {
      words_.emplace(query.wordings, query.kind, query.marks);
      return;
    }
    for (const Wording& one : query.wordings) patterns_.emplace_back(one.text, query.marks);
  }

  // For the index; none for what it cannot answer.
  std::optional<std::string> expression() const {
    if (terms_) return terms_->expression();
    if (words_) return words_->expression();
    return std::nullopt;
  }

  std::vector<FoundWording> find(const std::string& text, const text::LanguageTag& language) {
    if (terms_) return terms_->find(text, {0, text.size()}, language);
    if (words_) return words_->find(text, {0, text.size()}, language);
    std::vector<FoundWording> found;
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
      const auto& wanted = query_.wordings[i].language;
      if (wanted && !is_language(*wanted, language)) continue;
      for (const text::Span span : patterns_[i].find(text, {0, text.size()})) found.push_back({span, i});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const FoundWording& a, const FoundWording& b) { return a.span.begin < b.span.begin; });
    return found;
  }

 private:
  const ConcordanceQuery& query_;  // not owned; outlived by the caller's
  std::optional<TermQuery> terms_;
  std::optional<WordQuery> words_;
  std::vector<segment::SearchPattern> patterns_;
};

class Search {
 public:
  Search(SQLite::Database& handle, const ConcordanceQuery& query, const std::function<bool(double)>& go_on)
      : handle_(handle),
        go_on_(go_on),
        cuts_(find_live_cuts(handle, query)),
        finder_(query),
        texts_(handle),
        counterparts_(handle, query) {}

  // Calls use(place, text of its segment, beads) for every place in the order of the texts, until it returns false. The
  // beads are looked up where the query or `wants_beads` asks for them.
  template <typename Use>
  void run(bool wants_beads, Use use) {
    wants_beads_ = wants_beads || counterparts_.has_filter();
    if (const std::optional<std::string> expression = finder_.expression()) {
      look_up(*expression, use);
    } else {
      read_all(use);
    }
  }

  TextReader& texts() { return texts_; }
  CounterpartReader& counterparts() { return counterparts_; }
  Finder& finder() { return finder_; }

 private:
  template <typename Use>
  void look_up(const std::string& expression, Use& use) {
    Statement select(handle_, sql("select_segments_with_words"));
    for (select.bind(expression); select.next();) {
      call(0);
      const auto cut = cuts_.find(select.integer(1));
      if (cut != cuts_.end() && !look_through(segment_of(select, cut->second), use)) return;
    }
  }

  template <typename Use>
  void read_all(Use& use) {
    std::size_t done = 0;
    Statement select(handle_, sql("select_segments_of_cut"));
    for (const auto& [id, cut] : cuts_) {
      for (select.bind(id); select.next();) {
        call(static_cast<double>(done) / static_cast<double>(cuts_.size()));
        if (!look_through(segment_of(select, cut), use)) return;
      }
      ++done;
    }
  }

  static Segment segment_of(Statement& select, const LiveCut& cut) {
    return {
        .id = select.integer(0), .position = select.count(2), .span = {select.count(3), select.count(4)}, .cut = &cut};
  }

  // False where enough was found.
  template <typename Use>
  bool look_through(const Segment& segment, Use& use) {
    const std::string text = texts_.read(segment.cut->document, segment.span);
    const std::vector<FoundWording> found = finder_.find(text, segment.cut->language);
    if (found.empty()) return true;
    std::vector<OppositeBead> beads;
    if (wants_beads_) {
      beads = counterparts_.find(segment.id, *segment.cut);
      if (!counterparts_.filter(beads)) return true;
    }
    return std::all_of(found.begin(), found.end(), [&](const FoundWording& one) {
      return use(Place{segment, one}, text, beads);
    });
  }

  void call(double done) {
    if (++calls_ % segments_between_calls != 0 || !go_on_) return;
    if (!go_on_(done)) throw Error("stopped before all texts were looked through");
  }

  SQLite::Database& handle_;
  const std::function<bool(double)>& go_on_;  // not owned; outlived by the caller's
  std::map<std::int64_t, LiveCut> cuts_;
  Finder finder_;
  TextReader texts_;
  CounterpartReader counterparts_;
  bool wants_beads_ = false;
  std::size_t calls_ = 0;
};

bool has_several_wordings(const ConcordanceQuery& query) {
  return query.wordings.size() > 1 || !query.terms.concepts().empty();
}

// Makes what is shown of a place.
class HitMaker {
 public:
  HitMaker(Search& search, const ConcordanceQuery& query)
      : search_(search), marks_others_(has_several_wordings(query)) {}

  align::ConcordanceHit make(const Place& place) {
    const Segment& segment = place.segment;
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
  Search& search_;  // not owned; outlived by the caller's
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

align::Concordance find_in_order(Search& search, HitMaker& maker, const ConcordanceQuery& query) {
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

align::Concordance find_sorted(Search& search, HitMaker& maker, const ConcordanceQuery& query) {
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

// Counts under the four words that a line of counts begins with.
class Counts {
 public:
  void add(const Place& place, const std::string& what, const std::string& counterpart = "",
           const text::LanguageTag& counterpart_language = {}) {
    Entry& entry = entries_[{what, place.segment.cut->language, counterpart, counterpart_language}];
    ++entry.count;
    entry.documents.insert(place.segment.cut->document);
  }

  std::vector<align::ConcordanceCount> finish() const {
    std::vector<align::ConcordanceCount> counts;
    for (const auto& [key, entry] : entries_) {
      const auto& [what, language, counterpart, counterpart_language] = key;
      counts.push_back({what, language, counterpart, counterpart_language, entry.count, entry.documents.size()});
    }
    std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
    return counts;
  }

 private:
  using Key = std::tuple<std::string, text::LanguageTag, std::string, text::LanguageTag>;
  struct Entry {
    std::size_t count = 0;
    std::set<std::int64_t> documents;
  };
  std::map<Key, Entry> entries_;
};

// The wordings that stand in a counterpart, each once, parted by " | "; where the query has one wording, all of it.
std::string shown_counterpart(Search& search, const align::Counterpart& counterpart, bool has_several) {
  if (!has_several) return counterpart.text;
  std::set<std::string> wordings;
  for (const FoundWording& one : search.finder().find(counterpart.text, counterpart.language)) {
    wordings.insert(text::fold(counterpart.text.substr(one.span.begin, one.span.size())));
  }
  std::string shown;
  for (const std::string& one : wordings) shown += (shown.empty() ? "" : " | ") + one;
  return shown.empty() ? "-" : shown;
}

}  // namespace

align::Concordance find_concordance(SQLite::Database& handle, const ConcordanceQuery& query,
                                    const std::function<bool(double)>& go_on) {
  Search search(handle, query, go_on);
  HitMaker maker(search, query);
  if (query.order == ConcordanceOrder::position) return find_in_order(search, maker, query);
  return find_sorted(search, maker, query);
}

std::vector<align::ConcordanceCount> count_concordance(SQLite::Database& handle, const ConcordanceQuery& query,
                                                       CountBy by, const std::function<bool(double)>& go_on) {
  Search search(handle, query, go_on);
  Counts counts;
  const bool has_several = has_several_wordings(query);
  search.run(by == CountBy::counterpart,
             [&](const Place& place, const std::string& text, const std::vector<OppositeBead>& beads) {
               const std::string found = text::fold(text.substr(place.found.span.begin, place.found.span.size()));
               if (by == CountBy::wording) counts.add(place, found);
               if (by == CountBy::document) counts.add(place, place.segment.cut->name);
               if (by == CountBy::counterpart && beads.empty()) counts.add(place, found);
               if (by == CountBy::counterpart) {
                 for (const OppositeBead& bead : beads) {
                   const align::Counterpart made = CounterpartReader::make(bead, search.texts());
                   counts.add(place, found, shown_counterpart(search, made, has_several), made.language);
                 }
               }
               return true;
             });
  return counts.finish();
}

}  // namespace aligner::store

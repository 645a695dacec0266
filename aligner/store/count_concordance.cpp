#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "aligner/store/concordance_search.h"
#include "aligner/store/find_concordance.h"

namespace aligner::store {
namespace {

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
std::string shown_counterpart(ConcordanceSearch& search, const align::Counterpart& counterpart, bool has_several) {
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

std::vector<align::ConcordanceCount> count_concordance(SQLite::Database& handle, const ConcordanceQuery& query,
                                                       CountBy by, const std::function<bool(double)>& go_on) {
  ConcordanceSearch search(handle, query, go_on);
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

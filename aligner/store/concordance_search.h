#pragma once
// Goes through the places where something is found, in the order of the texts. Private to the room.
//
//   ConcordanceSearch search(handle, query, go_on);
//   search.run(false, [&](const Place& place, const std::string& text, const std::vector<OppositeBead>&) { ... });
//
// Segments come from the index of words, or one after the other for a regular expression; each is read and looked
// through, and what is found is a place.

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "aligner/segment/search_pattern.h"
#include "aligner/store/concordance.h"
#include "aligner/store/counterparts.h"
#include "aligner/store/live_cuts.h"
#include "aligner/store/segment_text.h"
#include "aligner/store/sql.h"
#include "aligner/store/statement.h"
#include "aligner/store/term_query.h"
#include "aligner/store/word_query.h"

namespace aligner::store {

/// A segment of a text that is looked through.
struct LiveSegment {
  std::int64_t id = 0;
  std::size_t position = 0;
  text::Span span;               // bytes of the document
  const LiveCut* cut = nullptr;  // not owned
};

/// Where something was found.
struct Place {
  LiveSegment segment;
  FoundWording found;  // bytes of the segment
};

// What is looked for, whichever way.
class WordingFinder {
 public:
  explicit WordingFinder(const ConcordanceQuery& query);

  /// For the index; none for what it cannot answer.
  std::optional<std::string> expression() const;

  /// What is found in a text of this language, by its begin.
  std::vector<FoundWording> find(const std::string& text, const text::LanguageTag& language);

 private:
  const ConcordanceQuery& query_;  // not owned; outlived by the caller's
  std::optional<TermQuery> terms_;
  std::optional<WordQuery> words_;
  std::vector<segment::SearchPattern> patterns_;
};

class ConcordanceSearch {
 public:
  /// All of these must outlive it. Throws Error from run() where `go_on` returns false.
  ConcordanceSearch(SQLite::Database& handle, const ConcordanceQuery& query, const std::function<bool(double)>& go_on);

  /// Calls use(place, text of its segment, beads) for every place in the order of the texts, until it returns false.
  /// The beads are looked up where the query or `wants_beads` asks for them.
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
  WordingFinder& finder() { return finder_; }

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

  static LiveSegment segment_of(Statement& select, const LiveCut& cut) {
    return {
        .id = select.integer(0), .position = select.count(2), .span = {select.count(3), select.count(4)}, .cut = &cut};
  }

  // False where enough was found.
  template <typename Use>
  bool look_through(const LiveSegment& segment, Use& use) {
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

  // Every few thousand segments.
  void call(double done);

  SQLite::Database& handle_;
  const std::function<bool(double)>& go_on_;  // not owned; outlived by the caller's
  std::map<std::int64_t, LiveCut> cuts_;
  WordingFinder finder_;
  TextReader texts_;
  CounterpartReader counterparts_;
  bool wants_beads_ = false;
  std::size_t calls_ = 0;
};

/// Whether counterparts may have other wordings of what is looked for.
bool has_several_wordings(const ConcordanceQuery& query);

}  // namespace aligner::store

#include "aligner/store/live_cuts.h"

#include <set>
#include <utility>

#include "aligner/store/sql.h"
#include "aligner/store/statement.h"
#include "aligner/store/word_query.h"

namespace aligner::store {
namespace {

bool fits(const std::optional<text::LanguageTag>& wanted, const text::LanguageTag& language) {
  return !wanted || is_language(*wanted, language);
}

struct StoredText {
  std::int64_t cut = 0;
  std::int64_t document = 0;
  std::string name;
  text::LanguageTag language;
};

class Collector {
 public:
  explicit Collector(const ConcordanceQuery& query) : query_(query) {}

  void add(std::int64_t alignment, Side side, const StoredText& text, const StoredText& other) {
    const OnSide on = side == Side::source ? OnSide::source : OnSide::target;
    if (query_.side != OnSide::both && query_.side != on) return;
    if (!fits(query_.language, text.language) || !fits(query_.counterpart_language, other.language)) return;
    LiveCut& cut = cuts_[text.cut];
    if (cut.uses.empty()) cut = {.document = text.document, .name = text.name, .language = text.language, .uses = {}};
    cut.uses.push_back({alignment, side, other.name, other.document, other.language});
  }

  void add_unaligned(const StoredText& text) {
    if (fits(query_.language, text.language)) {
      cuts_[text.cut] = {.document = text.document, .name = text.name, .language = text.language, .uses = {}};
    }
  }

  std::map<std::int64_t, LiveCut> cuts() && { return std::move(cuts_); }

 private:
  const ConcordanceQuery& query_;  // not owned; outlived by the caller's
  std::map<std::int64_t, LiveCut> cuts_;
};

}  // namespace

std::map<std::int64_t, LiveCut> find_live_cuts(SQLite::Database& handle, const ConcordanceQuery& query) {
  Collector collector(query);
  std::set<std::pair<std::int64_t, std::int64_t>> seen;  // pairs of texts
  Statement select(handle, sql("select_alignment_texts"));
  for (select.bind(); select.next();) {
    const std::int64_t id = select.integer(0);
    const auto text_at = [&select](int column) {
      return StoredText{select.integer(column), select.integer(column + 1), select.text(column + 2),
                        text::LanguageTag::parse(select.text(column + 3))};
    };
    const StoredText source = text_at(1);
    const StoredText target = text_at(5);
    if (query.alignment ? id != *query.alignment : !seen.insert({source.document, target.document}).second) continue;
    collector.add(id, Side::source, source, target);
    collector.add(id, Side::target, target, source);
  }
  if (query.alignment || query.side != OnSide::both || query.counterpart_language) return std::move(collector).cuts();

  Statement unaligned(handle, sql("select_unaligned_texts"));
  for (unaligned.bind(); unaligned.next();) {
    collector.add_unaligned({unaligned.integer(0), unaligned.integer(1),
                             "document " + std::to_string(unaligned.integer(1)),
                             text::LanguageTag::parse(unaligned.text(2))});
  }
  return std::move(collector).cuts();
}

}  // namespace aligner::store

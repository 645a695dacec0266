#include "aligner/report/match_report.h"

#include <algorithm>
#include <vector>

#include "aligner/messages/speaker.h"
#include "aligner/report/anchor_values.h"
#include "aligner/report/pair_texts.h"
#include "aligner/report/retold.h"
#include "aligner/report/table.h"
#include "aligner/report/value_names.h"

namespace aligner::report {
namespace {

using messages::Speaker;
using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t smallest_width = 60;

std::string words_of(const AnchoredPassage& passage, std::size_t anchor) {
  return std::string(text_of(passage.side, passage.anchors[anchor].span));
}

Rows pair_rows(const AnchoredPassage& source, const AnchoredPassage& target,
               std::span<const anchors::RelatedPair> pairs, const Speaker& speaker) {
  Rows rows;
  for (const anchors::RelatedPair& pair : pairs) {
    rows.push_back({speaker.decimal(pair.match.score, 2), name_of(speaker, pair.match.relation),
                    words_of(source, pair.source), words_of(target, pair.target), retold(speaker, pair.match.reason)});
  }
  return rows;
}

void add_lonely(Rows& rows, const std::string& name, const AnchoredPassage& passage,
                const std::vector<bool>& is_related, const terms::TermList& terms, const Speaker& speaker) {
  for (std::size_t i = 0; i < passage.anchors.size(); ++i) {
    if (is_related[i]) continue;
    rows.push_back({speaker.tell("without counterpart"), name, name_of(speaker, passage.anchors[i].kind()),
                    words_of(passage, i), normalised_form(passage.anchors[i], terms, speaker)});
  }
}

Json passage_value(const AnchoredPassage& passage, const terms::TermList& terms) {
  Json value = {{"language", passage.side.document.language().str()}, {"anchors", Json::array()}};
  for (const anchors::Anchor& anchor : passage.anchors) {
    value["anchors"].push_back(anchor_value(passage.side, anchor, terms));
  }
  return value;
}

}  // namespace

std::string match_table(const AnchoredPassage& source, const AnchoredPassage& target,
                        std::span<const anchors::RelatedPair> pairs, const terms::TermList& terms,
                        const MatchTableOptions& options) {
  const Speaker speaker(options.language);
  std::vector<bool> source_related(source.anchors.size(), false);
  std::vector<bool> target_related(target.anchors.size(), false);
  for (const anchors::RelatedPair& pair : pairs) source_related[pair.source] = target_related[pair.target] = true;
  Rows lonely;
  add_lonely(lonely, speaker.tell_as("side", "source"), source, source_related, terms, speaker);
  add_lonely(lonely, speaker.tell_as("side", "target"), target, target_related, terms, speaker);
  const std::size_t quote = std::max(options.width, smallest_width) / 4;
  return write_table(pair_rows(source, target, pairs, speaker), {{}, {}, {.most = quote}, {.most = quote}, {}}) +
         write_table(lonely, {{}, {}, {}, {.most = quote}, {.most = 2 * quote}});
}

std::string match_json(const AnchoredPassage& source, const AnchoredPassage& target,
                       std::span<const anchors::RelatedPair> pairs, const terms::TermList& terms) {
  Json all = {
      {"source", passage_value(source, terms)}, {"target", passage_value(target, terms)}, {"matches", Json::array()}};
  for (const anchors::RelatedPair& pair : pairs) {
    all["matches"].push_back({{"source", pair.source},
                              {"target", pair.target},
                              {"relation", to_string(pair.match.relation)},
                              {"score", pair.match.score},
                              {"reason", pair.match.reason}});
  }
  return write_json(all, 2);
}

}  // namespace aligner::report

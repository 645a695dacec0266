#include "aligner/report/bead_values.h"

#include <utility>

#include "aligner/report/pair_texts.h"

namespace aligner::report {

Json evidence_value(const align::AlignedSide& source, const align::AlignedSide& target,
                    const score::Evidence& evidence) {
  return {{"kind", score::to_string(evidence.kind)},
          {"source_text", text_of(source, evidence.source)},
          {"target_text", text_of(target, evidence.target)},
          {"relation", evidence.relation},
          {"weight", evidence.weight},
          {"reason", evidence.reason},
          {"source_begin", evidence.source.begin},
          {"source_end", evidence.source.end},
          {"target_begin", evidence.target.begin},
          {"target_end", evidence.target.end}};
}

Json bead_value(const align::AlignedSide& source, const align::AlignedSide& target, const align::Bead& bead) {
  Json value;
  value["source"] = bead.source;
  value["target"] = bead.target;
  value["cost"] = bead.cost;
  value["confidence"] = bead.confidence;
  if (bead.grade) value["grade"] = align::to_string(*bead.grade);
  Json evidence = Json::array();
  for (const score::Evidence& part : bead.evidence) evidence.push_back(evidence_value(source, target, part));
  value["evidence"] = std::move(evidence);
  if (bead.moved) value["moved"] = true;
  if (align::is_contradiction(bead)) value["contradiction"] = true;
  return value;
}

}  // namespace aligner::report

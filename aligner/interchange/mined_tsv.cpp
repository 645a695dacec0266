#include "aligner/interchange/mined_tsv.h"

#include "aligner/interchange/decimal.h"
#include "aligner/interchange/tsv_fields.h"

namespace aligner::interchange {

std::string write_mined_tsv(std::span<const align::AlignedSide> sources, std::span<const align::AlignedSide> targets,
                            std::span<const align::MinedPair> pairs) {
  std::string out = "relation\tdocument_confidence\tsource_document\ttarget_document\t";
  out += tsv_header;
  for (const align::MinedPair& pair : pairs) {
    const align::AlignedSide& source = sources[pair.source];
    const align::AlignedSide& target = targets[pair.target];
    std::string documents = align::to_string(pair.relation) + '\t' + fixed_decimal(pair.confidence, 3) + '\t';
    append_field(documents, source.document.name());
    documents += '\t';
    append_field(documents, target.document.name());
    bool has_link = false;
    for (const align::Bead& bead : pair.alignment.beads) {
      if (bead.source.empty() || bead.target.empty()) continue;
      out += documents + '\t';
      append_row(out, source, target, bead);
      has_link = true;
    }
    if (!has_link) out += documents + "\t\t\t\t\t\t\t\t\n";
  }
  return out;
}

}  // namespace aligner::interchange

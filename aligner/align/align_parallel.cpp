#include "aligner/align/align_parallel.h"

#include <utility>

#include "aligner/align/choose_beads.h"
#include "aligner/align/learn_models.h"
#include "aligner/align/parallel_models.h"
#include "aligner/error.h"

namespace aligner::align {
namespace {

// Tells what share is done: of passes, of which choosing the beads is one more, and of the documents of a pass.
PassReport report_shares(const ParallelOptions& options, std::size_t document_count) {
  return [&options, document_count](int pass, std::size_t document) {
    if (!options.progress) return;
    const double share = static_cast<double>(document) / static_cast<double>(document_count);
    if (!options.progress((pass + share) / (options.passes + 1))) {
      throw Error("interrupted while aligning; nothing was written");
    }
  };
}

}  // namespace

std::vector<Alignment> align_parallel(std::span<const score::AnchoredBitext> bitexts, const score::Knowledge& knowledge,
                                      const ParallelOptions& options) {
  const PassReport report = report_shares(options, bitexts.size());
  ParallelModels models(bitexts, knowledge, options, [&](std::size_t d) { report(0, d); });
  learn_models(models, report);
  std::vector<Alignment> alignments;
  for (std::size_t d = 0; d < bitexts.size(); ++d) {
    const Report of_choice = [&](std::size_t document) { report(options.passes, document); };
    of_choice(d);
    alignments.push_back(choose_beads(models, d, of_choice));
  }
  return alignments;
}

lexicon::Lexicon learn_parallel(std::span<const score::AnchoredBitext> bitexts, const score::Knowledge& knowledge,
                                std::string note, const ParallelOptions& options) {
  const PassReport report = report_shares(options, bitexts.size());
  ParallelModels models(bitexts, knowledge, options, [&](std::size_t d) { report(0, d); });
  learn_models(models, report);
  return models.bitext.extract(models.lexicon.words, std::move(note));
}

}  // namespace aligner::align

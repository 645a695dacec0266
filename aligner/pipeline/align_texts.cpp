#include "aligner/pipeline/align_texts.h"

#include <map>
#include <utility>

#include "aligner/align/align_parallel.h"
#include "aligner/align/choose_mode.h"
#include "aligner/align/link_comparable.h"
#include "aligner/anchors/find_anchors.h"
#include "aligner/pipeline/read_side.h"

namespace aligner::pipeline {
namespace {

// What bears on the result, for the store: one line of JSON.
std::string describe(const AlignSettings& settings) {
  const auto yes_no = [](bool is_so) { return is_so ? "true" : "false"; };
  return std::string("{\"segmented\":") + yes_no(settings.form == InputForm::segment_per_line) +
         ",\"bundled_terms\":" + yes_no(settings.bundled_terms == BundledTerms::use) +
         ",\"term_lists\":" + std::to_string(settings.term_lists.size()) +
         ",\"own_rules\":" + yes_no(settings.srx.has_value()) + "}";
}

}  // namespace

struct TextAligner::ReadPair {
  align::AlignedSide source;
  align::AlignedSide target;
  std::vector<anchors::Anchor> source_anchors;
  std::vector<anchors::Anchor> target_anchors;

  score::AnchoredBitext view() const {
    return {{source.document, source.segmentation, source_anchors},
            {target.document, target.segmentation, target_anchors}};
  }
};

TextAligner::TextAligner(AlignSettings settings)
    : settings_(std::move(settings)),
      terms_(read_terms_in_use(settings_.bundled_terms, settings_.term_lists)),
      rules_(read_rules(settings_.srx)) {}

void TextAligner::report_progress(double done) const {
  if (settings_.progress && !settings_.progress(done)) throw Error("interrupted; nothing was aligned");
}

align::AlignedSide TextAligner::read_side(const SideInput& input) const {
  return pipeline::read_side(input, rules_ ? &*rules_ : nullptr, settings_.form);
}

TextAligner::ReadPair TextAligner::read_pair(const PairInput& pair) const {
  ReadPair read{read_side(pair.source), read_side(pair.target), {}, {}};
  read.source_anchors = anchors::find_anchors(read.source.document, read.source.segmentation, terms_);
  read.target_anchors = anchors::find_anchors(read.target.document, read.target.segmentation, terms_);
  return read;
}

std::vector<align::AlignedTexts> TextAligner::align_read(std::vector<ReadPair> pairs) const {
  std::vector<score::AnchoredBitext> views;
  for (const ReadPair& pair : pairs) views.push_back(pair.view());
  const score::Knowledge knowledge{&terms_};
  std::vector<align::Alignment> alignments(pairs.size());
  if (settings_.mode != ModeChoice::comparable) {
    align::ParallelOptions options;
    options.threads = settings_.threads;
    options.progress = settings_.progress;
    alignments = align::align_parallel(views, knowledge, options);
  }
  std::vector<align::AlignedTexts> done;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    std::string reason = "asked for";
    bool is_comparable = settings_.mode == ModeChoice::comparable;
    if (settings_.mode == ModeChoice::automatic) {
      const align::ModeDecision decision = align::choose_mode(alignments[i]);
      is_comparable = decision.mode == align::Mode::comparable;
      reason = decision.reason;
    }
    report_progress(static_cast<double>(i) / static_cast<double>(pairs.size()));
    if (is_comparable) alignments[i] = align::link_comparable(views[i], knowledge);
    alignments[i].mode_reason = reason;
    alignments[i].settings = describe(settings_);
    done.push_back({std::move(pairs[i].source), std::move(pairs[i].target), std::move(alignments[i])});
  }
  return done;
}

align::AlignedTexts TextAligner::align(const PairInput& pair) const {
  std::vector<ReadPair> pairs;
  pairs.push_back(read_pair(pair));
  return std::move(align_read(std::move(pairs)).front());
}

std::vector<Result<align::AlignedTexts>> TextAligner::align_batch(std::span<const PairInput> pairs) const {
  // One lexicon for each pair of languages: words of a third language would only be noise in it.
  struct Group {
    std::vector<ReadPair> readable;
    std::vector<std::size_t> places;  // in `pairs`
  };
  std::map<std::pair<text::LanguageTag, text::LanguageTag>, Group> groups;
  std::vector<Result<align::AlignedTexts>> results;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    results.emplace_back(Failure{"not aligned"});
    try {
      if (settings_.lexicon == LexiconScope::each_alone) {
        results[i] = align(pairs[i]);
        continue;
      }
      ReadPair read = read_pair(pairs[i]);
      Group& group = groups[{read.source.document.language(), read.target.document.language()}];
      group.readable.push_back(std::move(read));
      group.places.push_back(i);
    } catch (const Error& error) {
      report_progress(0);  // an interrupt is no fault of the pair
      results[i] = Failure{error.what()};
    }
  }
  for (auto& [languages, group] : groups) {
    std::vector<align::AlignedTexts> done = align_read(std::move(group.readable));
    for (std::size_t k = 0; k < done.size(); ++k) results[group.places[k]] = std::move(done[k]);
  }
  return results;
}

align::AlignedSide segment_file(const SideInput& input, const std::optional<std::filesystem::path>& srx) {
  const std::optional<segment::SrxRules> rules = read_rules(srx);
  return read_side(input, rules ? &*rules : nullptr, InputForm::running_text);
}

}  // namespace aligner::pipeline

#include "aligner/pipeline/mine_texts.h"

#include <utility>

#include "aligner/error.h"
#include "aligner/pipeline/describe_lexicons.h"
#include "aligner/pipeline/read_collection.h"
#include "aligner/pipeline/read_side.h"

namespace aligner::pipeline {
namespace {

constexpr double reading_share = 0.15;  // of the work

}  // namespace

align::AlignedTexts MinedCollections::texts_of(const align::MinedPair& pair) const {
  return {sources[pair.source], targets[pair.target], pair.alignment};
}

TextMiner::TextMiner(MineSettings settings)
    : settings_(std::move(settings)),
      terms_(read_terms_in_use(settings_.bundled_terms, settings_.term_lists)),
      rules_(read_rules(settings_.srx)),
      outside_(settings_.seed_lexicon) {
  for (const std::filesystem::path& path : settings_.lexicons) outside_.read_lexicon(path);
  for (const std::filesystem::path& path : settings_.dictionaries) outside_.read_dictionary(path);
}

// What bears on the result, for the store: one line of JSON.
std::string TextMiner::describe(const LexiconChoice& choice) const {
  const auto yes_no = [](bool is_so) { return is_so ? "true" : "false"; };
  return std::string("{\"mined\":true,\"segmented\":") + yes_no(settings_.form == InputForm::segment_per_line) +
         ",\"bundled_terms\":" + yes_no(settings_.bundled_terms == BundledTerms::use) +
         ",\"term_lists\":" + std::to_string(settings_.term_lists.size()) + "," + describe_lexicons(choice) +
         ",\"own_rules\":" + yes_no(settings_.srx.has_value()) + "}";
}

MinedCollections TextMiner::mine(const FolderInput& source, const FolderInput& target) const {
  const auto report = [&](double done) {
    if (settings_.progress && !settings_.progress(done)) throw Error("interrupted while mining; nothing was written");
  };
  Collections read = read_collections(source, target,
                                      {.form = settings_.form,
                                       .rules = rules_ ? &*rules_ : nullptr,
                                       .terms = terms_,
                                       .threads = settings_.threads,
                                       .report = [&](double done) { report(reading_share * done); }});
  const LexiconChoice choice = outside_.choose(read.source.language, read.target.language);
  for (std::size_t i = 0; i < choice.fits.size(); ++i) {
    if (choice.fits[i]) continue;
    outside_.refuse(i, "the folders are in " + read.source.language.str() + " and " + read.target.language.str());
  }
  align::MineOptions options{
      .smallest_confidence = settings_.smallest_confidence, .threads = settings_.threads, .progress = {}};
  if (settings_.progress) {
    options.progress = [this](double done) { return settings_.progress(reading_share + (1 - reading_share) * done); };
  }
  MinedCollections mined;
  mined.pairs =
      align::mine_documents(read.source.views(), read.target.views(),
                            {.terms = &terms_, .lexicons = choice.lexicons, .seed = choice.seed.get()}, options);
  for (align::MinedPair& pair : mined.pairs) pair.alignment.settings = describe(choice);
  mined.sources = std::move(read.source.sides);
  mined.targets = std::move(read.target.sides);
  mined.left_out = std::move(read.left_out);
  return mined;
}

}  // namespace aligner::pipeline

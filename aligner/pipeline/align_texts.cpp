#include "aligner/pipeline/align_texts.h"

#include <map>
#include <utility>

#include "aligner/align/align_parallel.h"
#include "aligner/align/choose_mode.h"
#include "aligner/align/link_comparable.h"
#include "aligner/anchors/find_anchors.h"
#include "aligner/interchange/segment_pairs.h"
#include "aligner/lexicon/dictionary.h"
#include "aligner/segment/segment_document.h"
#include "aligner/text/read_document.h"

namespace aligner::pipeline {
namespace {

align::AlignedSide make_side(text::ReadDocument read) {
  align::AlignedSide side;
  side.document = std::move(read.document);
  side.encoding = std::move(read.encoding);
  side.sha256 = std::move(read.sha256);
  side.notes = std::move(read.notes);
  return side;
}

align::AlignedSide cut_file(const SideInput& input, const segment::SrxRules* rules, InputForm form) {
  align::AlignedSide side =
      make_side(text::read_document(input.path, {.encoding = input.encoding, .language = input.language}));
  side.segmentation = form == InputForm::segment_per_line ? segment::segment_lines(side.document)
                                                          : segment::segment_document(side.document, {.rules = rules});
  return side;
}

struct Languages {
  const text::LanguageTag& source;
  const text::LanguageTag& target;
};

Languages languages_of(const align::AlignedSide& source, const align::AlignedSide& target) {
  return {source.document.language(), target.document.language()};
}

// What bears on the result, for the store: one line of JSON.
std::string describe(const AlignSettings& settings) {
  const auto yes_no = [](bool is_so) { return is_so ? "true" : "false"; };
  return std::string("{\"segmented\":") + yes_no(settings.form == InputForm::segment_per_line) +
         ",\"bundled_terms\":" + yes_no(settings.bundled_terms == BundledTerms::use) +
         ",\"term_lists\":" + std::to_string(settings.term_lists.size()) +
         ",\"lexicons\":" + std::to_string(settings.lexicons.size() + settings.dictionaries.size()) +
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

// What is known from outside for one pair of languages.
struct TextAligner::Outside {
  std::vector<lexicon::Lexicon> lexicons;
  score::Knowledge knowledge;

  Outside(const TextAligner& aligner, const text::LanguageTag& source, const text::LanguageTag& target) {
    for (std::size_t i = 0; i < aligner.lexicons_.size(); ++i) {
      const lexicon::Lexicon& lexicon = aligner.lexicons_[i];
      const bool fits = is_between(lexicon, source, target);
      if (!fits && !is_between(lexicon, target, source)) {
        throw Error(aligner.settings_.lexicons[i].string() + ": is a lexicon of " + lexicon.source_language.str() +
                    " and " + lexicon.target_language.str() + ", the texts are in " + source.str() + " and " +
                    target.str() + "; give one of these languages");
      }
      lexicons.push_back(fits ? lexicon : lexicon::reversed(lexicon));
    }
    for (const std::filesystem::path& path : aligner.settings_.dictionaries) {
      lexicons.push_back(lexicon::read_dictionary(path, source, target));
    }
    knowledge.terms = &aligner.terms_;
    for (const lexicon::Lexicon& lexicon : lexicons) knowledge.lexicons.push_back(&lexicon);
  }
  Outside(const Outside&) = delete;  // knowledge points into lexicons
  Outside& operator=(const Outside&) = delete;

  static bool is_between(const lexicon::Lexicon& lexicon, const text::LanguageTag& source,
                         const text::LanguageTag& target) {
    return lexicon.source_language.language() == source.language() &&
           lexicon.target_language.language() == target.language();
  }
};

TextAligner::TextAligner(AlignSettings settings) : settings_(std::move(settings)) {
  if (settings_.bundled_terms == BundledTerms::use) terms_ = terms::bundled_terms();
  for (const std::filesystem::path& path : settings_.term_lists) terms_.merge(terms::read_terms(path));
  if (settings_.srx) rules_ = segment::read_srx(*settings_.srx);
  for (const std::filesystem::path& path : settings_.lexicons) lexicons_.push_back(lexicon::read_lexicon(path));
}

void TextAligner::report_progress(double done) const {
  if (settings_.progress && !settings_.progress(done)) throw Error("interrupted; nothing was aligned");
}

align::AlignedSide TextAligner::read_side(const SideInput& input) const {
  return cut_file(input, rules_ ? &*rules_ : nullptr, settings_.form);
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
  if (pairs.empty()) return {};
  const Outside outside(*this, pairs[0].source.document.language(), pairs[0].target.document.language());
  const score::Knowledge& knowledge = outside.knowledge;
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

lexicon::Lexicon TextAligner::learn(std::span<const PairInput> pairs) const {
  std::vector<ReadPair> read;
  std::string note;
  for (const PairInput& pair : pairs) {
    read.push_back(read_pair(pair));
    const auto [source, target] = languages_of(read.back().source, read.back().target);
    const auto [first_source, first_target] = languages_of(read.front().source, read.front().target);
    if (source != first_source || target != first_target) {
      throw Error(pair.source.path.string() + " and " + pair.target.path.string() + ": are in " + source.str() +
                  " and " + target.str() + ", the pairs before in " + first_source.str() + " and " +
                  first_target.str() + "; learn one lexicon for each two languages");
    }
    note +=
        (note.empty() ? "" : ", ") + read.back().source.document.name() + " - " + read.back().target.document.name();
  }
  if (read.empty()) throw Error("there is nothing to learn from; name two texts");
  std::vector<score::AnchoredBitext> views;
  for (const ReadPair& pair : read) views.push_back(pair.view());
  const Outside outside(*this, read[0].source.document.language(), read[0].target.document.language());
  align::ParallelOptions options;
  options.threads = settings_.threads;
  options.progress = settings_.progress;
  return align::learn_parallel(views, outside.knowledge, note, options);
}

lexicon::Lexicon learn_from_pairs(const std::filesystem::path& path, const text::LanguageTag& source,
                                  const text::LanguageTag& target) {
  const interchange::SegmentPairs pairs = interchange::read_segment_pairs(path, source, target);
  const auto side_of = [](const std::vector<std::string>& lines, const text::LanguageTag& language) {
    std::string bytes;
    for (const std::string& line : lines) bytes += line + "\n";
    return text::Document::from_utf8(std::move(bytes), language, "pairs");
  };
  const text::Document from = side_of(pairs.source, source);
  const text::Document to = side_of(pairs.target, target);
  const segment::Segmentation from_lines = segment::segment_lines(from);
  const segment::Segmentation to_lines = segment::segment_lines(to);
  const score::AnchoredBitext view{{from, from_lines, {}}, {to, to_lines, {}}};
  const score::PreparedBitext bitext(std::span(&view, 1), {});
  std::vector<score::PairWeights> weights(1);
  for (std::uint32_t i = 0; i < pairs.source.size(); ++i) weights[0].push_back({i, i, 1.0F});
  return bitext.extract(bitext.learn(weights), path.filename().string());
}

align::AlignedSide segment_file(const SideInput& input, const std::optional<std::filesystem::path>& srx) {
  std::optional<segment::SrxRules> rules;
  if (srx) rules = segment::read_srx(*srx);
  return cut_file(input, rules ? &*rules : nullptr, InputForm::running_text);
}

}  // namespace aligner::pipeline

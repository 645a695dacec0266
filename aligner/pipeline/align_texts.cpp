#include "aligner/pipeline/align_texts.h"

#include <map>
#include <utility>

#include "aligner/align/align_parallel.h"
#include "aligner/align/choose_mode.h"
#include "aligner/align/link_comparable.h"
#include "aligner/align/translated_parts.h"
#include "aligner/anchors/find_anchors.h"
#include "aligner/pipeline/delimiters.h"
#include "aligner/pipeline/describe_lexicons.h"
#include "aligner/pipeline/origin.h"
#include "aligner/pipeline/read_side.h"
#include "aligner/text/read_bytes.h"

namespace aligner::pipeline {
namespace {

using LanguagePair = std::pair<text::LanguageTag, text::LanguageTag>;

struct Languages {
  const text::LanguageTag& source;
  const text::LanguageTag& target;
};

Languages languages_of(const align::AlignedSide& source, const align::AlignedSide& target) {
  return {source.document.language(), target.document.language()};
}

// A member of JSON, or nothing.
std::string list_left_out(const score::Ingredients& left_out) {
  std::string list;
  for (const std::string& name : score::ingredient_names(left_out)) list += (list.empty() ? "\"" : ",\"") + name + "\"";
  return list.empty() ? "" : ",\"left_out\":[" + list + "]";
}

// What bears on the result, for the store: one line of JSON. `embeddings` is a member of it, or empty.
std::string describe(const AlignSettings& settings, const LexiconChoice& choice, const std::string& embeddings) {
  const auto yes_no = [](bool is_so) { return is_so ? "true" : "false"; };
  return std::string("{\"segmented\":") + yes_no(settings.form == InputForm::segment_per_line) +
         ",\"bundled_terms\":" + yes_no(settings.bundled_terms == BundledTerms::use) +
         ",\"term_lists\":" + std::to_string(settings.term_lists.size()) +
         (settings.own_terms.concepts().empty()
              ? ""
              : ",\"own_terms\":" + std::to_string(settings.own_terms.concepts().size())) +
         "," + describe_lexicons(choice) + ",\"own_rules\":" + yes_no(settings.srx.has_value()) +
         (settings.delimiter ? ",\"delimiters\":true" : "") +
         (settings.moved_blocks == MovedBlocks::leave ? ",\"monotone\":true" : "") + list_left_out(settings.left_out) +
         embeddings + "}";
}

terms::TermList terms_in_use(const AlignSettings& settings) {
  terms::TermList list = read_terms_in_use(settings.bundled_terms, settings.term_lists);
  list.merge(settings.own_terms);
  return list;
}

score::Knowledge knowledge_of(const terms::TermList& terms, const LexiconChoice& choice) {
  return {.terms = &terms, .lexicons = choice.lexicons, .seed = choice.seed.get()};
}

// Every lexicon must fit some pair; `fits` says of each whether it does.
void check_fits(const OutsideLexicons& outside, const std::vector<bool>& fits, const std::string& texts) {
  for (std::size_t i = 0; i < fits.size(); ++i) {
    if (!fits[i]) outside.refuse(i, texts);
  }
}

void add_fits(std::vector<bool>& fits, const LexiconChoice& choice) {
  fits.resize(choice.fits.size(), false);
  for (std::size_t i = 0; i < fits.size(); ++i) fits[i] = fits[i] || choice.fits[i];
}

constexpr const char* no_pair_fits = "no pair of the batch is in these";

// A lexicon is of two languages. Throws Error where they cannot be told, or are not those of the first pair.
void check_languages(const PairInput& pair, const Languages& found, const Languages& first) {
  const auto check_side = [](const SideInput& side, const text::LanguageTag& language) {
    if (!language.is_undetermined()) return;
    throw Error(text::name_of(side.path) + ": the language could not be told, and a lexicon is of two; give it");
  };
  check_side(pair.source, found.source);
  check_side(pair.target, found.target);
  if (found.source == first.source && found.target == first.target) return;
  throw Error(text::name_of(pair.source.path) + " and " + text::name_of(pair.target.path) + ": are in " +
              found.source.str() + " and " + found.target.str() + ", the pairs before in " + first.source.str() +
              " and " + first.target.str() + "; learn one lexicon for each two languages");
}

// Links of two accounts; what a monotone alignment found to be translated in them is aligned as it says.
align::Alignment link_around_parts(const score::AnchoredBitext& bitext, const align::Alignment& monotone,
                                   const score::Knowledge& knowledge, align::LinkOptions options) {
  options.translated = align::beads_of_translated_parts(monotone);
  return align::link_comparable(bitext, knowledge, options);
}

}  // namespace

struct TextAligner::ReadPair {
  align::AlignedSide source;
  align::AlignedSide target;
  std::vector<anchors::Anchor> source_anchors;
  std::vector<anchors::Anchor> target_anchors;
  align::FixedPoints fixed_points;                               // the delimiters
  std::optional<interchange::ReadEmbeddings> source_embeddings;  // both or none
  std::optional<interchange::ReadEmbeddings> target_embeddings;

  // Apart from reading: a pair that is finished does without.
  void find_anchors(const terms::TermList& terms) {
    source_anchors = anchors::find_anchors(source.document, source.segmentation, terms);
    target_anchors = anchors::find_anchors(target.document, target.segmentation, terms);
  }
  score::AnchoredBitext view() const {
    const auto vectors_of = [](const std::optional<interchange::ReadEmbeddings>& embeddings) {
      return embeddings ? &embeddings->vectors : nullptr;
    };
    return {{source.document, source.segmentation, source_anchors, vectors_of(source_embeddings)},
            {target.document, target.segmentation, target_anchors, vectors_of(target_embeddings)}};
  }
  void read_embeddings(const PairInput& pair);
  std::string describe_embeddings() const {
    if (!source_embeddings) return "";
    return ",\"embeddings\":" + list_digests({source_embeddings->matrix_sha256, target_embeddings->matrix_sha256});
  }
};

void TextAligner::ReadPair::read_embeddings(const PairInput& pair) {
  if (!pair.source.embeddings && !pair.target.embeddings) return;
  if (!pair.source.embeddings || !pair.target.embeddings) {
    throw Error(text::name_of((pair.source.embeddings ? pair.target : pair.source).path) +
                ": has no embeddings, the other side has; give them for both");
  }
  source_embeddings = interchange::read_embeddings(*pair.source.embeddings, source.document, source.segmentation);
  target_embeddings = interchange::read_embeddings(*pair.target.embeddings, target.document, target.segmentation);
  interchange::check_dimensions(source_embeddings->vectors, text::name_of(pair.source.embeddings->matrix),
                                target_embeddings->vectors, text::name_of(pair.target.embeddings->matrix));
}

// What the search over pairs that were read is given. The views look into the pairs.
struct TextAligner::Prepared {
  std::vector<score::AnchoredBitext> views;
  align::ParallelOptions options;
};

// Pairs in the same two languages.
struct TextAligner::ReadGroup {
  std::vector<ReadPair> readable;
  std::vector<BatchMember> members;  // in the same order
  LexiconChoice choice;

  void add(std::size_t place, ReadPair pair) {
    members.push_back({place, pair.source.sha256, pair.target.sha256});
    readable.push_back(std::move(pair));
  }
};

TextAligner::TextAligner(AlignSettings settings)
    : settings_(std::move(settings)),
      terms_(terms_in_use(settings_)),
      rules_(read_rules(settings_.srx)),
      outside_(settings_.seed_lexicon) {
  // Read all the same: what cannot be used is refused.
  if (settings_.left_out.contains(score::Ingredient::term_list)) terms_ = {};
  for (const std::filesystem::path& path : settings_.lexicons) outside_.read_lexicon(path);
  for (const std::filesystem::path& path : settings_.dictionaries) outside_.read_dictionary(path);
}

void TextAligner::report_progress(double done) const {
  if (settings_.progress && !settings_.progress(done)) throw Error("interrupted; nothing was aligned");
}

align::AlignedSide TextAligner::read_side(const SideInput& input) const {
  return pipeline::read_side(input, rules_ ? &*rules_ : nullptr, settings_.form);
}

TextAligner::ReadPair TextAligner::read_pair(const PairInput& pair) const {
  ReadPair read{read_side(pair.source), read_side(pair.target), {}, {}, {}, {}, {}};
  read.read_embeddings(pair);
  if (settings_.delimiter) read.fixed_points = find_delimiters(read.source, read.target, *settings_.delimiter);
  return read;
}

LexiconChoice TextAligner::choose_lexicons(const ReadPair& pair) const {
  const auto [source, target] = languages_of(pair.source, pair.target);
  return outside_.choose(source, target);
}

std::vector<align::Bead> TextAligner::accepted_pairs(const ReadPair& pair, align::Mode mode) const {
  if (settings_.project == nullptr) return {};
  return settings_.project->accepted_beads(pair.source, pair.target, mode);
}

TextAligner::Prepared TextAligner::prepare(std::vector<ReadPair>& pairs) const {
  Prepared prepared;
  prepared.options.threads = settings_.threads;
  prepared.options.left_out = settings_.left_out;
  if (settings_.moved_blocks == MovedBlocks::leave) prepared.options.order = align::Order::monotone;
  if (settings_.reasons == BeadReasons::leave) prepared.options.reasons = align::Reasons::leave;
  prepared.options.progress = settings_.progress;
  for (ReadPair& pair : pairs) {
    report_progress(0);  // heard before long texts are looked through
    pair.find_anchors(terms_);
    prepared.views.push_back(pair.view());
    prepared.options.fixed_points.push_back(std::move(pair.fixed_points));
    prepared.options.accepted.push_back(accepted_pairs(pair, align::Mode::parallel));
  }
  return prepared;
}

std::vector<align::AlignedTexts> TextAligner::align_read(std::vector<ReadPair> pairs,
                                                         const LexiconChoice& choice) const {
  const auto [views, options] = prepare(pairs);
  const score::Knowledge knowledge = knowledge_of(terms_, choice);
  const bool is_ordered = settings_.delimiter.has_value();
  std::vector<align::Alignment> alignments(pairs.size());
  const bool is_monotone_known = settings_.mode != ModeChoice::comparable || is_ordered;
  if (is_monotone_known) alignments = align::align_parallel(views, knowledge, options);
  align::LinkOptions links{.smallest_confidence = settings_.smallest_link_confidence,
                           .threads = settings_.threads,
                           .progress = settings_.progress};
  std::vector<align::AlignedTexts> done;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    std::string reason = "asked for";
    bool is_comparable = settings_.mode == ModeChoice::comparable && !is_ordered;
    if (is_ordered && settings_.mode != ModeChoice::parallel) {
      reason = "delimiters put both texts in one order";
    } else if (settings_.mode == ModeChoice::automatic) {
      const align::ModeDecision decision = align::choose_mode(alignments[i]);
      is_comparable = decision.mode == align::Mode::comparable;
      reason = decision.reason;
    }
    report_progress(static_cast<double>(i) / static_cast<double>(pairs.size()));
    if (is_comparable) links.accepted = accepted_pairs(pairs[i], align::Mode::comparable);
    if (is_comparable && is_monotone_known) {
      reason += align::describe_translated_parts(alignments[i]);
      alignments[i] = link_around_parts(views[i], alignments[i], knowledge, links);
    } else if (is_comparable) {
      alignments[i] = align::link_comparable(views[i], knowledge, links);
      if (align::may_hold_translated_part(alignments[i])) {
        const align::Alignment monotone = align::align_parallel(std::span(&views[i], 1), knowledge, options).front();
        const std::string parts = align::describe_translated_parts(monotone);
        reason += parts;
        if (!parts.empty()) alignments[i] = link_around_parts(views[i], monotone, knowledge, links);
      }
    }
    if (is_comparable && pairs[i].source_embeddings) {
      align::AlignedSide& source = pairs[i].source;
      source.notes.push_back(
          source.document.name() +
          ": embeddings were not used, the texts are linked without order; ask for parallel mode to use them");
    }
    alignments[i].mode_reason = reason;
    alignments[i].settings = describe(settings_, choice, pairs[i].describe_embeddings());
    done.push_back({std::move(pairs[i].source), std::move(pairs[i].target), std::move(alignments[i])});
  }
  return done;
}

align::AlignedTexts TextAligner::align(const PairInput& pair) const {
  std::vector<ReadPair> pairs;
  pairs.push_back(read_pair(pair));
  const LexiconChoice choice = choose_lexicons(pairs[0]);
  const auto [source, target] = languages_of(pairs[0].source, pairs[0].target);
  check_fits(outside_, choice.fits, "the texts are in " + source.str() + " and " + target.str());
  return std::move(align_read(std::move(pairs), choice).front());
}

void TextAligner::align_each(std::span<const PairInput> pairs, const BatchHandlers& handlers) const {
  std::vector<bool> fits;                         // empty as long as nothing could be read
  std::map<LanguagePair, LexiconChoice> choices;  // turning lexicons round takes time
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    report_progress(0);
    Result<align::AlignedTexts> result = Failure{"not aligned"};
    try {
      ReadGroup alone;
      alone.add(i, read_pair(pairs[i]));
      const auto [source, target] = languages_of(alone.readable[0].source, alone.readable[0].target);
      const auto [found, is_new] = choices.try_emplace({source, target});
      if (is_new) found->second = outside_.choose(source, target);
      add_fits(fits, found->second);
      if (handlers.is_finished && handlers.is_finished(alone.members)) continue;
      result = std::move(align_read(std::move(alone.readable), found->second).front());
    } catch (const Error& error) {
      report_progress(0);  // an interrupt is no fault of the pair
      result = Failure{error.what()};
    }
    handlers.take(i, std::move(result));
  }
  check_fits(outside_, fits, no_pair_fits);
}

void TextAligner::align_groups(std::span<const PairInput> pairs, const BatchHandlers& handlers) const {
  // One lexicon for each pair of languages: words of a third language would only be noise in it.
  std::map<LanguagePair, ReadGroup> groups;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    report_progress(0);
    std::optional<Failure> failure;
    try {
      ReadPair read = read_pair(pairs[i]);
      ReadGroup& group = groups[{read.source.document.language(), read.target.document.language()}];
      group.add(i, std::move(read));
    } catch (const Error& error) {
      report_progress(0);  // an interrupt is no fault of the pair
      failure = Failure{error.what()};
    }
    if (failure) handlers.take(i, *failure);
  }
  std::vector<bool> fits;
  for (auto& [languages, group] : groups) {
    group.choice = choose_lexicons(group.readable[0]);
    add_fits(fits, group.choice);
  }
  check_fits(outside_, fits, no_pair_fits);
  for (auto& [languages, group] : groups) {
    if (handlers.is_finished && handlers.is_finished(group.members)) continue;
    std::vector<align::AlignedTexts> done = align_read(std::move(group.readable), group.choice);
    for (std::size_t k = 0; k < done.size(); ++k) handlers.take(group.members[k].place, std::move(done[k]));
  }
}

void TextAligner::align_batch(std::span<const PairInput> pairs, const BatchHandlers& handlers) const {
  if (settings_.lexicon == LexiconScope::each_alone) {
    align_each(pairs, handlers);
  } else {
    align_groups(pairs, handlers);
  }
}

std::vector<Result<align::AlignedTexts>> TextAligner::align_batch(std::span<const PairInput> pairs) const {
  std::vector<Result<align::AlignedTexts>> results(pairs.size(), Failure{"not aligned"});
  const auto keep = [&](std::size_t i, Result<align::AlignedTexts> result) { results[i] = std::move(result); };
  align_batch(pairs, {.take = keep, .is_finished = {}});
  return results;
}

LearntLexicon TextAligner::learn(std::span<const PairInput> pairs) const {
  if (pairs.empty()) throw Error("there is nothing to learn from; name two texts");
  LearntLexicon learnt;
  std::vector<ReadPair> read;
  std::string origin;
  for (const PairInput& pair : pairs) {
    read.push_back(read_pair(pair));
    const ReadPair& last = read.back();
    check_languages(pair, languages_of(last.source, last.target),
                    languages_of(read.front().source, read.front().target));
    origin += (origin.empty() ? "" : ", ") + origin_of(pair.source.path) + " - " + origin_of(pair.target.path);
    for (const align::AlignedSide* side : {&last.source, &last.target}) {
      learnt.notes.insert(learnt.notes.end(), side->notes.begin(), side->notes.end());
    }
  }
  const auto [views, options] = prepare(read);
  const LexiconChoice choice = choose_lexicons(read[0]);
  const auto [source, target] = languages_of(read[0].source, read[0].target);
  check_fits(outside_, choice.fits, "the texts are in " + source.str() + " and " + target.str());
  learnt.lexicon = align::learn_parallel(views, knowledge_of(terms_, choice), origin, options);
  return learnt;
}

align::AlignedSide segment_file(const SideInput& input, const std::optional<std::filesystem::path>& srx) {
  const std::optional<segment::SrxRules> rules = read_rules(srx);
  return read_side(input, rules ? &*rules : nullptr, InputForm::running_text);
}

}  // namespace aligner::pipeline

#pragma once
// Texts made for tests of scoring and aligning: small ones by hand, larger ones from a dictionary of invented words.
//
//   ToyText text = toy_text("en", "It was signed on May 16, 1858.\nIt has six articles.");
//   ToyBitext bitext = make_toy_bitext({.sentences = 60, .merges = true, .deleted = 6});
//   align_parallel(std::vector{bitext.view()}, {}, {});      // bitext.gold says what is right
//
// The invented words of the two sides have nothing in common; what a word means must be learnt.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/anchors/anchor.h"
#include "aligner/score/anchored_text.h"
#include "aligner/score/prepared_bitext.h"
#include "aligner/segment/segmentation.h"
#include "aligner/terms/term_list.h"
#include "aligner/text/document.h"

namespace tungse_tests {

struct ToyText {
  aligner::text::Document document;
  aligner::segment::Segmentation segmentation;
  std::vector<aligner::anchors::Anchor> anchors;

  aligner::score::AnchoredText view() const& { return {document, segmentation, anchors}; }
  aligner::score::AnchoredText view() const&& = delete;
};

/// A text with one segment a line, and its anchors.
ToyText toy_text(std::string_view language, std::string lines,
                 const aligner::terms::TermList& terms = aligner::terms::bundled_terms());

/// A text cut into sentences and headings by the rules of its language, and its anchors.
ToyText toy_account(std::string_view language, std::string utf8,
                    const aligner::terms::TermList& terms = aligner::terms::bundled_terms());

/// A text of a case file, "|" standing for a new paragraph.
std::string with_paragraphs(const std::string& written);

/// The segments of both sides of a bead that is right.
struct ToyBead {
  std::vector<std::size_t> source;
  std::vector<std::size_t> target;
};

struct ToyBitext {
  ToyText source;
  ToyText target;
  std::vector<ToyBead> gold;  // beads with two sides, in order

  aligner::score::AnchoredBitext view() const& { return {source.view(), target.view()}; }
  aligner::score::AnchoredBitext view() const&& = delete;
  /// The same texts the other way round.
  aligner::score::AnchoredBitext mirrored_view() const& { return {target.view(), source.view()}; }
  aligner::score::AnchoredBitext mirrored_view() const&& = delete;
};

struct ToyOptions {
  std::size_t sentences = 60;
  bool merges = false;      // some sentences are translated by two, some pairs by one
  std::size_t deleted = 0;  // sentences in the middle of the source that have no translation
  bool unrelated = false;   // the target is a text of its own
  unsigned seed = 1858;
};

ToyBitext make_toy_bitext(const ToyOptions& options);

struct ToyMixtureOptions {
  std::size_t shared = 80;      // sentences with a translation; every other one names a number
  std::size_t strangers = 160;  // sentences without, on each side
  bool ordered = false;         // the translations follow each other as the originals do
  unsigned seed = 1860;
};

/// Two texts of which some sentences translate each other, among others; without order unless asked for.
ToyBitext make_toy_mixture(const ToyMixtureOptions& options);

}  // namespace tungse_tests

#pragma once
// Proposal: two terms that aligned texts hold to be one, with what speaks for it. The machine only proposes.
//
//   for (const Proposal& proposal : propose_terms(texts, terms)) {
//     std::cout << proposal.source.front().wording << " = " << proposal.target.front().wording << "\n";
//   }
//
// A proposal gathers the variants of a term: spellings, longer and shorter forms of one name (Muravyov, Muraviev,
// Nikolai Muravyov), the wordings of a known concept. Inflected forms are one variant, shown in the form met most. Its
// source language is that of the first alignment between its two languages; in alignments that run the other way source
// and target are turned round, so that they keep their language.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "aligner/text/language_tag.h"
#include "aligner/text/span.h"

namespace aligner::glossary {

/// One wording of a term, as it is to be shown.
struct Variant {
  text::LanguageTag language;
  std::string wording;    // as the text has it: "Муравьёв-Амурский", "hiệp ước"
  std::size_t count = 0;  // contexts that hold it, inflected or not

  friend bool operator==(const Variant&, const Variant&) = default;
};

/// One place where the two terms stand opposite each other.
struct Context {
  std::int64_t alignment = 0;  // its number in the project database
  std::size_t bead = 0;        // which of its beads or links: index into AlignedTexts::alignment.beads
  bool is_turned = false;      // the proposal's source language is the target of this alignment
  text::Span source;           // bytes of the document in the proposal's source language
  text::Span target;
  double weight = 1;  // how sure the bead is, 0 to 1; 1 where a person accepted it

  friend bool operator==(const Context&, const Context&) = default;
};

struct Proposal {
  // At least one each: of a known concept the preferred wording first and deprecated ones last, else by count.
  std::vector<Variant> source;
  std::vector<Variant> target;

  double score = 0;        // 0 to 1: how sure the two are one term; proposals are ranked by it
  double association = 0;  // log-likelihood ratio of the two in the same beads (Dunning 1993), nats
  double joint_count = 0;  // beads where they are opposite each other; links count by their confidence
  double source_count =
      0;  // beads whose source has a variant of it; of a proposal without contexts, mentions in the texts
  double target_count = 0;
  bool is_name = false;  // of a person, a place, a document, as the texts write it

  // The concept of the term base that both wordings belong to, or that one of them belongs to and the other is new for;
  // empty where there is none.
  std::string concept_id;

  // Proposals of one entry are about one concept though they name different languages: договор = treaty and treaty =
  // hiệp ước. Entries are numbered from 0 in the order of their best proposal.
  std::size_t entry = 0;

  // All, in the order of alignments, beads, and the source. Empty for a known concept that both texts of an alignment
  // name, but in no passages that are aligned.
  std::vector<Context> contexts;

  friend bool operator==(const Proposal&, const Proposal&) = default;
};

}  // namespace aligner::glossary

#pragma once
// Private: all documents of two folders, read, cut and searched for anchors.
//
//   Collections read = read_collections({source}, {target}, how);
//   read.source.sides[4];      // of the file named so
//   read.source.anchors[4];
//   read.left_out;             // files that are no document, and why

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/anchors/anchor.h"
#include "aligner/pipeline/list_folder.h"
#include "aligner/pipeline/mine_texts.h"
#include "aligner/score/anchored_text.h"
#include "aligner/segment/srx.h"
#include "aligner/terms/term_list.h"

namespace aligner::pipeline {

/// The documents of one folder, all in one language.
struct Collection {
  std::vector<align::AlignedSide> sides;
  std::vector<std::vector<anchors::Anchor>> anchors;  // by document
  text::LanguageTag language;

  std::vector<score::AnchoredText> views() const;
};

struct Collections {
  Collection source;
  Collection target;
  std::vector<LeftOutFile> left_out;  // of the source's folder first
};

struct ReadingOptions {
  InputForm form = InputForm::running_text;
  const segment::SrxRules* rules = nullptr;  // nullptr: the bundled ones
  const terms::TermList& terms;
  unsigned threads = 1;
  std::function<void(double done)> report;  // 0 to 1; throws to end the work
};

/// The language of a folder is what its input says, else the one most of its bytes are in. Files are left out that
/// cannot be read, are a copy of one before, are in another language than their folder, or stand in both folders (then
/// in the one whose path is longer they count). Throws Error where a folder cannot be listed or has no text.
Collections read_collections(const FolderInput& source, const FolderInput& target, const ReadingOptions& options);

}  // namespace aligner::pipeline

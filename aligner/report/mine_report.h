#pragma once
// Two collections and the pairs found in them, as a table for the terminal and as JSON.
//
//   std::cout << mine_table({sources, targets, pairs, left_out}, {.width = 100});
//   // 1. comparable, 97 %: vi/tianjin.txt ~ en/aigun.txt, 12 links
//   //    date Ngày 1 tháng 6 năm 1858 = June 13, 1858; term Ái Hồn = Aigun; ...
//   //    98 %  Ngày 1 tháng 6 năm 1858, đô đốc ...  Meanwhile, on June 13 ...
//
// The JSON is a contract, written down in this room's README.md; fields may be added.

#include <cstddef>
#include <span>
#include <string>

#include "aligner/align/aligned_texts.h"
#include "aligner/align/mine_documents.h"
#include "aligner/messages/language.h"

namespace aligner::report {

/// A file of a folder that is no document.
struct UnusedFile {
  std::string path;
  std::string reason;
};

/// A view: what it names must outlive the use. Pairs name documents by their place.
struct MinedView {
  std::span<const align::AlignedSide> sources;
  std::span<const align::AlignedSide> targets;
  std::span<const align::MinedPair> pairs;
  std::span<const UnusedFile> unused;
};

struct MineTableOptions {
  std::size_t width = 100;  // columns of the terminal
  std::size_t links = 3;    // of a pair of documents, to be shown; translations show none
  messages::Language language = messages::Language::english;  // of all words but the texts'
};

/// One paragraph a pair, then a line on each side: how many documents have a counterpart.
std::string mine_table(const MinedView& mined, const MineTableOptions& options = {});

struct MineJsonOptions {
  std::string version;  // of the program
};

std::string mine_json(const MinedView& mined, const MineJsonOptions& options = {});

}  // namespace aligner::report

#pragma once
// Pairs that other programs wrote, read one by one, so that memory does not grow with the file.
//
//   std::ifstream in("memory.tmx", std::ios::binary);
//   PairsRead read = read_pairs(in, "memory.tmx", {}, [&](ExchangedPair pair) { keep(pair); });
//   read.source_language;  // vi, as the file says
//
// The form is told by how a file begins: TMX (of every unit the first variants in the two languages), XLIFF 1.2 and 2.x
// (a pair for each unit or segment), JSON Lines ("source" and "target", or texts by their languages), tables separated
// by tabs or commas or the first sheet of a workbook (.xlsx) (a line of names with "source" and "target", or two
// languages; else the first two fields), message catalogues (PO: plural forms one by one; what is not fuzzy is accepted
// by the translator that the header names). What a PairWriter wrote comes back as it was; of other programs' properties
// the number is said. Codes of other formats in segments are left out, and a document type is passed over: no entity is
// expanded, no other file read.

#include <cstddef>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "aligner/interchange/exchanged_pair.h"
#include "aligner/interchange/pair_writer.h"

namespace aligner::interchange {

struct ReadPairsOptions {
  std::optional<PairFormat> format;                  // absent: told from the file; moses and hunalign must be named
  std::optional<text::LanguageTag> source_language;  // absent: as the file says
  std::optional<text::LanguageTag> target_language;
};

struct PairsRead {
  PairFormat format = PairFormat::tmx;
  text::LanguageTag source_language;
  text::LanguageTag target_language;
  std::size_t pair_count = 0;
  std::vector<std::string> notes;  // what was left out or read otherwise than it stands, one sentence each
};

using PairSink = std::function<void(ExchangedPair)>;

/// Reads all of `in`, which can be rewound. The encoding is what XML declares, or UTF-8, or UTF-16 with its mark; what
/// is not UTF-8 is decoded whole, and may have 256 MiB. Pairs in other languages than the two are left out, and counted
/// in the notes; a text of more than 64 MiB is refused. Throws Error naming file, line and remedy: text or XML that is
/// broken, languages that nothing tells, no pair at all. The sink may have had pairs by then.
PairsRead read_pairs(std::istream& in, const std::string& name, const ReadPairsOptions& options, const PairSink& sink);

/// Two files whose lines belong together (Moses). Both languages must be given. Throws Error naming both files and
/// numbers where they have different numbers of lines.
PairsRead read_line_pairs(std::istream& source, const std::string& source_name, std::istream& target,
                          const std::string& target_name, const ReadPairsOptions& options, const PairSink& sink);

}  // namespace aligner::interchange

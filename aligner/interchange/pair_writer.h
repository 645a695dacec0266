#pragma once
// Pairs as files that other programs read, written one by one, so that memory does not grow with their number.
//
//   auto writer = make_pair_writer(PairFormat::tmx, {.source_language = vi, .target_language = en}, {.out = print});
//   for (const ExchangedPair& pair : pairs) writer->write(pair);
//   writer->finish();
//   for (const std::string& loss : writer->losses()) warn(loss);
//
// tmx      TMX 1.4b. What is known travels as <prop type="x-tungse-confidence">0.98</prop>.
// xliff    XLIFF 2.1, with its metadata module; state "final" where a person accepted the pair, else "translated".
// xliff12  XLIFF 1.2, with <note from="x-tungse-confidence">.
// tsv      a line a pair below a line of names; \\ \t \n \r in fields are written with a backslash.
// csv      the same columns after RFC 4180.
// jsonl    an object a line.
// xlsx     a workbook of one sheet with these columns; no cell is a formula. At most 1,048,575 pairs.
// moses    two files of lines that belong together.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/interchange/exchanged_pair.h"

namespace aligner::interchange {

enum class PairFormat { tmx, xliff, xliff12, tsv, csv, jsonl, xlsx, moses, hunalign, po };

struct PairFileHead {
  std::string tool_version;
  std::optional<text::LanguageTag> source_language;  // absent: pairs of several languages
  std::optional<text::LanguageTag> target_language;
};

/// Takes bytes in their order; may throw.
using ByteSink = std::function<void(std::string_view)>;

struct PairSinks {
  ByteSink out;
  ByteSink target;  // the second file of moses
};

class PairWriter {
 public:
  virtual ~PairWriter() = default;
  /// False where the form has no place for the pair, which losses() counts.
  virtual bool write(const ExchangedPair& pair) = 0;
  /// The end of the file, after the last pair.
  virtual void finish() = 0;
  /// What the form cannot hold and was left out or changed, one sentence each.
  virtual std::vector<std::string> losses() const = 0;
};

/// Throws Error where a form of one pair of languages (xliff, moses) is to hold several, and for hunalign, which
/// write_hunalign_text writes, and po, which is only read.
std::unique_ptr<PairWriter> make_pair_writer(PairFormat format, PairFileHead head, PairSinks sinks);

}  // namespace aligner::interchange

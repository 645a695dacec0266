#pragma once
// Private: what every reader of pairs does with a pair: is it in the two languages, is it one at all.
//
//   PairCollector pairs("memory.tmx", options, sink);
//   pairs.take(std::move(pair), line);
//   return pairs.finish(PairFormat::tmx);

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/interchange/language_match.h"
#include "aligner/interchange/pair_reader.h"

namespace aligner::interchange {

class PairCollector {
 public:
  PairCollector(std::string name, const ReadPairsOptions& options, const PairSink& sink)
      : name_(std::move(name)), source_(options.source_language), target_(options.target_language), sink_(sink) {}

  /// The languages wanted, or found in the first pair.
  const std::optional<text::LanguageTag>& source() const { return source_; }
  const std::optional<text::LanguageTag>& target() const { return target_; }
  /// Where they are still open.
  void set_languages(const text::LanguageTag& source, const text::LanguageTag& target);

  /// Hands a pair on, or counts why not. Undetermined languages are those wanted. Throws Error where `pair` is not
  /// UTF-8, or nothing tells its languages.
  void take(ExchangedPair pair, std::size_t line);

  /// Sets a field of tungse's own; a value that is none is counted.
  void set(ExchangedPair& pair, std::string_view field, std::string_view value, std::size_t line);

  /// A pair that is in other languages, as the file names them.
  void pass_over(std::string_view source, std::string_view target);
  /// Something that the form of a pair has no place for: "properties of other programs".
  void leave_out(const std::string& what, std::size_t count = 1) { left_out_[what] += count; }

  [[noreturn]] void refuse(std::size_t line, const std::string& what) const;

  /// The notes. Throws Error where there was no pair.
  PairsRead finish(PairFormat format);

 private:
  bool is_wanted(const ExchangedPair& pair);

  std::string name_;
  std::optional<text::LanguageTag> source_;
  std::optional<text::LanguageTag> target_;
  const PairSink& sink_;
  std::optional<LanguageMatch> source_match_;
  std::optional<LanguageMatch> target_match_;
  std::size_t count_ = 0;
  std::size_t foreign_ = 0;
  std::string foreign_example_;
  std::size_t blank_ = 0;
  std::size_t bad_values_ = 0;
  std::string bad_example_;
  std::map<std::string, std::size_t> left_out_;
};

/// The readers by form; `line` is that of the first byte of `in`.
PairsRead read_xml_pairs(std::istream& in, PairCollector& pairs, const std::string& name);
PairsRead read_table_pairs(std::istream& in, PairCollector& pairs, PairFormat format, const std::string& name);
PairsRead read_po_pairs(std::istream& in, PairCollector& pairs, const std::string& name);
PairsRead read_xlsx_pairs(std::istream& in, PairCollector& pairs, const std::string& name);
PairsRead read_json_pairs(std::istream& in, PairCollector& pairs, const std::string& name);

/// Takes the rows of a table in their order, each with its line. The first may name the columns.
using RowSink = std::function<void(std::vector<std::string> row, std::size_t line)>;
RowSink make_row_sink(PairCollector& pairs, PairFormat format);

/// The next line without its end; none at the end of `in`. Throws Error for one of more than 64 MiB.
std::optional<std::string> take_line(std::istream& in, const std::string& name, std::size_t line);

}  // namespace aligner::interchange

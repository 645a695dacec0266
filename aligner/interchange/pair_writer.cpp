#include "aligner/interchange/pair_writer.h"

#include <utility>

#include "aligner/error.h"
#include "aligner/interchange/pair_writers.h"

namespace aligner::interchange {
namespace {

void check_languages(const PairFileHead& head, const std::string& form) {
  if (head.source_language && head.target_language) return;
  throw Error(form + " holds one pair of languages, and the alignments chosen have several; name one with --alignment");
}

}  // namespace

std::unique_ptr<PairWriter> make_pair_writer(PairFormat format, PairFileHead head, PairSinks sinks) {
  switch (format) {
    case PairFormat::tmx:
      return make_tmx_writer(std::move(head), std::move(sinks));
    case PairFormat::xliff:
      check_languages(head, "XLIFF 2.1");
      return make_xliff2_writer(std::move(head), std::move(sinks));
    case PairFormat::xliff12:
      return make_xliff1_writer(std::move(head), std::move(sinks));
    case PairFormat::tsv:
    case PairFormat::csv:
      return make_table_writer(format, std::move(sinks));
    case PairFormat::jsonl:
      return make_json_lines_writer(std::move(sinks));
    case PairFormat::xlsx:
      return make_xlsx_writer(std::move(sinks));
    case PairFormat::moses:
      check_languages(head, "a Moses pair of files");
      return make_moses_writer(std::move(sinks));
    case PairFormat::po:
      throw Error("message catalogues are read, not written");
    case PairFormat::hunalign:
      break;
  }
  throw Error("hunalign's text is written from a whole alignment");
}

}  // namespace aligner::interchange

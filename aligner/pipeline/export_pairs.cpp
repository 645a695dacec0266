#include "aligner/pipeline/export_pairs.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "aligner/error.h"
#include "aligner/interchange/hunalign.h"
#include "aligner/interchange/ladder.h"
#include "aligner/pipeline/origin.h"

namespace aligner::pipeline {
namespace {

using interchange::ExchangedPair;
using interchange::PairFormat;
using interchange::PairStatus;
using Groups = std::pair<std::vector<std::size_t>, std::vector<std::size_t>>;

std::optional<PairFormat> pair_format(ExportForm form) {
  switch (form) {
    case ExportForm::tmx:
      return PairFormat::tmx;
    case ExportForm::xliff:
      return PairFormat::xliff;
    case ExportForm::xliff12:
      return PairFormat::xliff12;
    case ExportForm::tsv:
      return PairFormat::tsv;
    case ExportForm::csv:
      return PairFormat::csv;
    case ExportForm::jsonl:
      return PairFormat::jsonl;
    case ExportForm::xlsx:
      return PairFormat::xlsx;
    case ExportForm::moses:
      return PairFormat::moses;
    case ExportForm::ladder:
    case ExportForm::hunalign:
    case ExportForm::hunalign_ladder:
      break;
  }
  return std::nullopt;
}

// One side of a bead: its segments joined by spaces, and where their bytes are in that.
class Passage {
 public:
  Passage(const align::AlignedSide& side, const std::vector<std::size_t>& indexes) {
    for (const std::size_t index : indexes) {
      const text::Span span = side.segmentation.segments[index].span;
      if (!parts_.empty()) text_ += ' ';
      parts_.push_back({span, text_.size()});
      text_ += side.document.slice(span);
    }
  }

  const std::string& text() const { return text_; }

  /// Nowhere where it is not within one of the segments: what is inherited stands in an earlier one.
  text::Span within(text::Span span) const {
    for (const auto& [part, offset] : parts_) {
      if (span.begin < part.begin || span.end > part.end || span.begin == span.end) continue;
      return {span.begin - part.begin + offset, span.end - part.begin + offset};
    }
    return {};
  }

 private:
  std::string text_;
  std::vector<std::pair<text::Span, std::size_t>> parts_;
};

// An alignment, and who accepted what of it.
class ExportedAlignment {
 public:
  ExportedAlignment(const store::ProjectDatabase& project, store::AlignmentId id)
      : id_(id), texts_(project.load(id)), decisions_(project.decisions_for(id)) {
    for (const review::Decision& one : decisions_) last_[{one.source, one.target}] = &one;
  }

  const align::AlignedTexts& texts() const { return texts_; }

  // The decision that made the bead what it is.
  const review::Decision* find_acceptance(const align::Bead& bead) const {
    const auto found = last_.find({bead.source, bead.target});
    const bool is_accepted = found != last_.end() && found->second->verdict == review::Verdict::accepted;
    return is_accepted ? found->second : nullptr;
  }

  bool is_chosen(const align::Bead& bead, const ExportSettings& settings) const {
    if (bead.confidence < settings.smallest_confidence) return false;
    const auto& grades = settings.grades;
    const bool has_grade =
        grades.empty() || (bead.grade && std::find(grades.begin(), grades.end(), *bead.grade) != grades.end());
    return has_grade && (settings.pairs == ExportedPairs::all || find_acceptance(bead) != nullptr);
  }

  ExchangedPair pair_of(const align::Bead& bead, std::size_t rank) const {
    const Passage source(texts_.source, bead.source);
    const Passage target(texts_.target, bead.target);
    ExchangedPair pair{.id = std::to_string(id_) + "-" + std::to_string(rank + 1),
                       .source_language = texts_.source.document.language(),
                       .target_language = texts_.target.document.language(),
                       .source = source.text(),
                       .target = target.text(),
                       .confidence = bead.confidence,
                       .cost = bead.cost,
                       .grade = bead.grade,
                       .moved = bead.moved,
                       .status = PairStatus::proposed,
                       .source_origin = origin_of(texts_.source.document.name()),
                       .target_origin = origin_of(texts_.target.document.name()),
                       .source_segments = bead.source,
                       .target_segments = bead.target,
                       .evidence = bead.evidence};
    for (score::Evidence& evidence : pair.evidence) {
      evidence.source = source.within(evidence.source);
      evidence.target = target.within(evidence.target);
    }
    if (const review::Decision* decision = find_acceptance(bead)) {
      pair.status = PairStatus::accepted;
      pair.decided_by = decision->by;
      pair.decided_at = decision->at;
      pair.note = decision->note;
    }
    return pair;
  }

  align::AlignedTexts take_chosen(const ExportSettings& settings) && {
    std::vector<align::Bead> chosen;
    for (const align::Bead& bead : texts_.alignment.beads) {
      if (is_chosen(bead, settings)) chosen.push_back(bead);
    }
    texts_.alignment.beads = std::move(chosen);
    return std::move(texts_);
  }

 private:
  store::AlignmentId id_;
  align::AlignedTexts texts_;
  std::vector<review::Decision> decisions_;
  std::map<Groups, const review::Decision*> last_;
};

// The languages, where all alignments have the same.
interchange::PairFileHead head_of(const store::ProjectDatabase& project, const ExportSettings& settings) {
  interchange::PairFileHead head{.tool_version = settings.tool_version};
  bool is_first = true;
  for (const store::AlignmentSummary& one : project.list_alignments()) {
    if (std::find(settings.alignments.begin(), settings.alignments.end(), one.id) == settings.alignments.end())
      continue;
    if (is_first) {
      head.source_language = one.source_language;
      head.target_language = one.target_language;
    }
    is_first = false;
    if (head.source_language != one.source_language) head.source_language.reset();
    if (head.target_language != one.target_language) head.target_language.reset();
  }
  return head;
}

ExportResult export_indexes(const store::ProjectDatabase& project, const ExportSettings& settings,
                            const interchange::ByteSink& out) {
  if (settings.alignments.size() != 1) {
    throw Error("a ladder is of one alignment; name one with --alignment instead of --all");
  }
  ExportedAlignment alignment(project, settings.alignments.front());
  const std::size_t all = alignment.texts().alignment.beads.size();
  const align::AlignedTexts texts = std::move(alignment).take_chosen(settings);
  ExportResult result{.pair_count = texts.alignment.beads.size()};
  result.left_out_count = all - result.pair_count;
  if (settings.form == ExportForm::hunalign) {
    out(interchange::write_hunalign_text(texts));
    result.losses.push_back(
        "hunalign's text holds texts and confidence alone: languages, grades, status, reasons and "
        "origin are left out; tabs and line ends in texts are spaces");
    return result;
  }
  const bool is_own = settings.form == ExportForm::ladder;
  out(is_own ? interchange::write_ladder(texts.alignment) : interchange::write_hunalign_ladder(texts.alignment));
  result.losses.push_back(std::string("a ladder holds indexes and ") + (is_own ? "costs" : "confidences") +
                          " alone: texts, grades, status, reasons and origin are left out; keep it with its texts");
  const auto moved = std::count_if(texts.alignment.beads.begin(), texts.alignment.beads.end(),
                                   [](const align::Bead& bead) { return bead.moved; });
  if (!is_own && moved > 0) {
    result.losses.push_back(std::to_string(moved) + " moved pairs are gaps: this ladder goes upward on both sides");
  }
  return result;
}

}  // namespace

ExportResult export_pairs(const store::ProjectDatabase& project, const ExportSettings& settings,
                          const interchange::PairSinks& sinks) {
  const std::optional<PairFormat> format = pair_format(settings.form);
  if (!format) return export_indexes(project, settings, sinks.out);
  ExportResult result;
  const auto writer = interchange::make_pair_writer(*format, head_of(project, settings), sinks);
  for (const store::AlignmentId id : settings.alignments) {
    const ExportedAlignment alignment(project, id);
    std::size_t rank = 0;
    for (const align::Bead& bead : alignment.texts().alignment.beads) {
      const bool is_chosen = alignment.is_chosen(bead, settings);
      if (is_chosen && writer->write(alignment.pair_of(bead, rank))) ++result.pair_count;
      if (!is_chosen) ++result.left_out_count;
      ++rank;
    }
  }
  writer->finish();
  result.losses = writer->losses();
  return result;
}

}  // namespace aligner::pipeline

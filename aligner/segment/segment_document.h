#pragma once
// Cuts documents into segments: ICU's sentence boundaries, corrected by rules a translator can edit.
//
//   Segmentation cut = segment_document(document);                        // bundled rules of the document's language
//   Segmentation own = segment_document(document, {.rules = &my_rules});  // from read_srx("my.srx")
//   Segmentation raw = segment_lines(document);                           // one segment a line, for prepared input
//
// Paragraphs end at blank lines; a line on its own is a paragraph too where the text has one line per paragraph.
// Headings
// ("= Title =", a short line without a final stop) and list lines ("- item", "1. item") are segments of their own.
// Standards: UAX #29 for boundaries, SRX 2.0 for the rules.

#include <memory>

#include "aligner/segment/segmentation.h"
#include "aligner/segment/srx.h"
#include "aligner/text/document.h"

namespace aligner::segment {

struct SegmentOptions {
  const SrxRules* rules = nullptr;  // not owned, must outlive the call; nullptr: bundled_srx()
};

/// Cuts by the rules that `options.rules` map the document's language to.
Segmentation segment_document(const text::Document& document, const SegmentOptions& options = {});

/// The same for many documents: what makes the rules of a language ready, which takes milliseconds, is done once. For
/// one thread at a time.
class DocumentCutter {
 public:
  explicit DocumentCutter(const SegmentOptions& options = {});
  ~DocumentCutter();
  DocumentCutter(DocumentCutter&&) noexcept;
  DocumentCutter& operator=(DocumentCutter&&) noexcept;
  DocumentCutter(const DocumentCutter&) = delete;
  DocumentCutter& operator=(const DocumentCutter&) = delete;

  Segmentation cut(const text::Document& document);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Every line is one segment, empty lines included; line ends (LF or CR LF) belong to the gaps. A last line end does
/// not open another line. White space around a line belongs to the gaps.
Segmentation segment_lines(const text::Document& document);

}  // namespace aligner::segment

#include "aligner/segment/segment_document.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "aligner/error.h"
#include "aligner/segment/blocks.h"
#include "aligner/segment/break_rules.h"
#include "aligner/segment/icu.h"

// The document is divided into blocks (blocks.h), and each block at the places that ICU proposes or a break="yes" rule
// matches, as far as the rules agree. Time and memory are linear in the document, even when it is one line.

namespace aligner::segment {
namespace {

// A place that may end a sentence.
struct Candidate {
  std::size_t offset = 0;
  bool is_icu_boundary = false;
};

// In wrapped text line ends are spaces; the copy keeps every offset.
std::string with_spaces_for_line_ends(std::string_view text) {
  std::string copy(text);
  for (char& c : copy) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  for (const std::string_view separator : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
    for (std::size_t at = copy.find(separator); at != std::string::npos; at = copy.find(separator, at)) {
      copy.replace(at, separator.size(), separator.size(), ' ');
    }
  }
  return copy;
}

// Cuts one block after the other by the rules of one language.
class SentenceCutter {
 public:
  SentenceCutter(const text::LanguageTag& language, const std::vector<SrxRule>& rules)
      : breaks_(make_sentence_iterator(language)), rules_(rules) {}

  // The sentences of `text`, which has no white space around it and no line ends.
  std::vector<text::Span> cut(std::string_view text) {
    std::vector<text::Span> sentences;
    std::size_t begin = 0;
    const std::vector<Candidate> candidates = find_candidates(text);
    for (std::size_t index = 0; index < candidates.size();) {
      const std::size_t offset = candidates[index].offset;
      const text::Span gap{strip_white_space(text, begin, offset), skip_white_space(text, offset, text.size())};
      bool breaks = false;
      for (; index < candidates.size() && candidates[index].offset <= gap.end; ++index) {
        breaks = breaks || candidates[index].is_icu_boundary;
      }
      if (gap.begin <= begin || gap.end == text.size()) continue;
      if (!rules_.decide(text, gap).value_or(breaks)) continue;
      sentences.push_back({begin, gap.begin});
      begin = gap.end;
    }
    sentences.push_back({begin, text.size()});
    return sentences;
  }

 private:
  std::vector<Candidate> find_candidates(std::string_view text) {
    std::vector<Candidate> candidates;
    for (const std::size_t place : rules_.find_places(text)) candidates.push_back({place, false});
    const Utf8Text utext(text);
    UErrorCode status = U_ZERO_ERROR;
    breaks_->setText(utext.get(), status);
    check_icu(status, "BreakIterator::setText");
    for (std::int32_t at = breaks_->next(); at != icu::BreakIterator::DONE; at = breaks_->next()) {
      candidates.push_back({static_cast<std::size_t>(at), true});
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.offset < b.offset; });
    return candidates;
  }

  BreakIteratorPtr breaks_;
  BreakRules rules_;
};

SegmentKind kind_of(const Block& block, std::string_view text, std::size_t sentence_count) {
  const bool is_title = block.kind == SegmentKind::sentence && !block.is_wrapped && sentence_count == 1;
  return is_title && looks_like_heading(text) ? SegmentKind::heading : block.kind;
}

Segmentation segment_blocks(const text::Document& document, SentenceCutter& cutter) {
  Segmentation result;
  std::size_t paragraph = 0;
  for (const Block& block : find_blocks(document.bytes())) {
    if (block.kind == SegmentKind::heading) {
      result.segments.push_back({block.span, block.kind, paragraph++});
      continue;
    }
    const std::string_view content = document.slice({block.content, block.span.end});
    const std::string joined = block.is_wrapped ? with_spaces_for_line_ends(content) : std::string();
    const std::vector<text::Span> sentences = cutter.cut(block.is_wrapped ? joined : content);
    const SegmentKind kind = kind_of(block, content, sentences.size());
    for (const text::Span& sentence : sentences) {
      result.segments.push_back({{block.content + sentence.begin, block.content + sentence.end}, kind, paragraph});
    }
    // The marker of a list item belongs to its first sentence.
    result.segments[result.segments.size() - sentences.size()].span.begin = block.span.begin;
    ++paragraph;
  }
  return result;
}

}  // namespace

struct DocumentCutter::State {
  const SrxRules& rules;
  std::map<text::LanguageTag, SentenceCutter> cutters;
};

DocumentCutter::DocumentCutter(const SegmentOptions& options)
    : state_(std::make_unique<State>(State{options.rules != nullptr ? *options.rules : bundled_srx(), {}})) {}
DocumentCutter::~DocumentCutter() = default;
DocumentCutter::DocumentCutter(DocumentCutter&&) noexcept = default;
DocumentCutter& DocumentCutter::operator=(DocumentCutter&&) noexcept = default;

Segmentation DocumentCutter::cut(const text::Document& document) {
  const text::LanguageTag& language = document.language();
  try {
    auto cutter = state_->cutters.find(language);
    if (cutter == state_->cutters.end()) {
      cutter = state_->cutters.try_emplace(language, language, state_->rules.rules_for(language)).first;
    }
    return segment_blocks(document, cutter->second);
  } catch (const Error& error) {
    throw Error(document.name() + ": cannot be cut into segments: " + error.what());
  }
}

Segmentation segment_document(const text::Document& document, const SegmentOptions& options) {
  return DocumentCutter(options).cut(document);
}

Segmentation segment_lines(const text::Document& document) {
  Segmentation result;
  const std::string& bytes = document.bytes();
  std::size_t paragraph = 0;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t line_feed = std::min(bytes.find('\n', begin), bytes.size());
    const std::size_t first = skip_white_space(bytes, begin, line_feed);
    const std::size_t last = strip_white_space(bytes, first, line_feed);
    result.segments.push_back({{first, last}, SegmentKind::sentence, paragraph});
    if (first == last) ++paragraph;
    begin = line_feed + 1;
  }
  return result;
}

}  // namespace aligner::segment

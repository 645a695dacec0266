#pragma once
// Private: what is imported as texts and beads.
//
//   ImportedAlignment part(origin);
//   part.add(pair, losses);
//   const align::AlignedTexts texts = part.finish();

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/interchange/exchanged_pair.h"
#include "aligner/pipeline/import_pairs.h"
#include "aligner/review/decision.h"

namespace aligner::pipeline {

struct ImportOrigin {
  std::string name;  // of the documents
  std::string file;
  std::string sha256;  // of the file
  std::string format;
  text::LanguageTag source_language;
  text::LanguageTag target_language;
  align::Mode mode = align::Mode::parallel;
  std::size_t part = 1;
  std::size_t part_count = 1;
};

/// {"origin": "memory.tmx", "sha256": "...", "format": "tmx", "part": 1, "parts": 1}
std::string settings_of(const ImportOrigin& origin);

/// What an alignment of pairs has room for.
struct PartSize {
  std::size_t pairs = 0;
  std::size_t bytes = 0;

  /// Counts a pair. False where it is one too many: then it is the first of the next part.
  bool add(const interchange::ExchangedPair& pair, const PartSize& limit);
};

/// What could not be kept.
struct ImportLosses {
  std::size_t nul_characters = 0;
  std::size_t bad_spans = 0;
  std::size_t nameless = 0;  // acceptances without a person or a time
  std::size_t origins = 0;   // pairs that had places in other documents

  std::vector<std::string> notes() const;
};

class ImportedAlignment {
 public:
  explicit ImportedAlignment(const ImportOrigin& origin) : origin_(origin) {}

  void add(const interchange::ExchangedPair& pair, ImportLosses& losses);

  /// The texts as an alignment keeps them. To be called once.
  align::AlignedTexts finish();

  const std::vector<review::Decision>& decisions() const { return decisions_; }

 private:
  struct Side {
    std::string bytes;
    segment::Segmentation segmentation;

    /// The index of the new segment; none where `text` is blank.
    std::vector<std::size_t> add(const std::string& text, ImportLosses& losses);
    text::Span place(text::Span span, const std::vector<std::size_t>& segment, ImportLosses& losses) const;
  };

  align::AlignedSide finish(Side& side, const text::LanguageTag& language) const;

  ImportOrigin origin_;
  Side source_;
  Side target_;
  std::vector<align::Bead> beads_;
  std::vector<review::Decision> decisions_;
};

struct LadderTexts {
  align::AlignedTexts texts;
  std::vector<std::string> notes;
};

/// A ladder of either kind and the texts it is about.
LadderTexts read_ladder_texts(std::string_view bytes, const std::string& name, const LadderInput& input);

}  // namespace aligner::pipeline

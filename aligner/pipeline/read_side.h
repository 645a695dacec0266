#pragma once
// Private: what every job begins with: the terms in use, and a file read and cut.

#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/documents/read_file.h"
#include "aligner/pipeline/align_texts.h"
#include "aligner/segment/srx.h"
#include "aligner/terms/term_list.h"
#include "aligner/text/read_document.h"

namespace aligner::pipeline {

/// The bundled terms where asked for, then `lists` in their order. Throws Error as read_terms does.
terms::TermList read_terms_in_use(BundledTerms bundled, std::span<const std::filesystem::path> lists);

/// The rules of a file, or none. Throws Error as read_srx does.
std::optional<segment::SrxRules> read_rules(const std::optional<std::filesystem::path>& srx);

/// A document that was read, not yet cut.
align::AlignedSide make_side(documents::ReadFile file);
align::AlignedSide make_side(text::ReadDocument read);

/// A segment a line; of a document that was not plain text a segment a paragraph, for the lines between are not its
/// own.
segment::Segmentation cut_into_lines(const align::AlignedSide& side);

/// Reads and cuts one file. `rules` may be nullptr: the bundled ones. Throws Error as documents::read_file does.
align::AlignedSide read_side(const SideInput& input, const segment::SrxRules* rules, InputForm form);

}  // namespace aligner::pipeline

#pragma once
// The words that stand in the database for values of the domain. They are a file format: once written, never renamed.
// Private to the room.
//
//   to_word(align::Mode::parallel);        // "parallel"
//   from_word<align::Mode>("comparable");  // throws Error where the word is not known

#include <string>
#include <string_view>

#include "aligner/align/alignment.h"
#include "aligner/review/decision.h"
#include "aligner/review/edit.h"
#include "aligner/score/evidence.h"
#include "aligner/segment/segmentation.h"
#include "aligner/terms/change.h"
#include "aligner/terms/concept.h"
#include "aligner/text/places.h"

namespace aligner::store {

std::string to_word(align::Mode mode);
std::string to_word(align::Grade grade);
std::string to_word(score::EvidenceKind kind);
std::string to_word(segment::SegmentKind kind);
std::string to_word(review::Verdict verdict);
std::string to_word(review::EditKind kind);
std::string to_word(terms::TermStatus status);
std::string to_word(terms::PartOfSpeech part);
std::string to_word(terms::ChangeOrigin origin);
std::string to_word(terms::ChangeField field);
std::string to_word(terms::RelationKind kind);
std::string to_word(text::PlaceKind kind);

template <typename Value>
Value from_word(std::string_view word) = delete;

template <>
align::Mode from_word(std::string_view word);
template <>
align::Grade from_word(std::string_view word);
template <>
score::EvidenceKind from_word(std::string_view word);
template <>
segment::SegmentKind from_word(std::string_view word);
template <>
review::EditKind from_word(std::string_view word);
template <>
review::Verdict from_word(std::string_view word);
template <>
terms::TermStatus from_word(std::string_view word);
template <>
terms::PartOfSpeech from_word(std::string_view word);
template <>
terms::ChangeOrigin from_word(std::string_view word);
template <>
terms::ChangeField from_word(std::string_view word);
template <>
terms::RelationKind from_word(std::string_view word);
template <>
text::PlaceKind from_word(std::string_view word);

enum class Side { source, target };
std::string to_word(Side side);
template <>
Side from_word(std::string_view word);

}  // namespace aligner::store

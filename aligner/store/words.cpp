#include "aligner/store/words.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "aligner/error.h"

namespace aligner::store {
namespace {

template <typename Value>
struct Word {
  Value value;
  std::string_view word;
};

constexpr std::array modes{Word<align::Mode>{align::Mode::parallel, "parallel"},
                           Word<align::Mode>{align::Mode::comparable, "comparable"}};

constexpr std::array grades{
    Word<align::Grade>{align::Grade::same, "same"}, Word<align::Grade>{align::Grade::mostly, "mostly"},
    Word<align::Grade>{align::Grade::partly, "partly"}, Word<align::Grade>{align::Grade::related, "related"}};

using score::EvidenceKind;
constexpr std::array evidence_kinds{
    Word<EvidenceKind>{EvidenceKind::date, "date"},         Word<EvidenceKind>{EvidenceKind::number, "number"},
    Word<EvidenceKind>{EvidenceKind::name, "name"},         Word<EvidenceKind>{EvidenceKind::term, "term"},
    Word<EvidenceKind>{EvidenceKind::word, "word"},         Word<EvidenceKind>{EvidenceKind::length, "length"},
    Word<EvidenceKind>{EvidenceKind::boundary, "boundary"}, Word<EvidenceKind>{EvidenceKind::embedding, "embedding"},
    Word<EvidenceKind>{EvidenceKind::context, "context"}};

using segment::SegmentKind;
constexpr std::array segment_kinds{Word<SegmentKind>{SegmentKind::sentence, "sentence"},
                                   Word<SegmentKind>{SegmentKind::heading, "heading"},
                                   Word<SegmentKind>{SegmentKind::list_item, "list item"}};

using text::PlaceKind;
constexpr std::array place_kinds{Word<PlaceKind>{PlaceKind::page, "page"},
                                 Word<PlaceKind>{PlaceKind::paragraph, "paragraph"},
                                 Word<PlaceKind>{PlaceKind::note, "note"}, Word<PlaceKind>{PlaceKind::cue, "cue"},
                                 Word<PlaceKind>{PlaceKind::line, "line"}};

constexpr std::array verdicts{Word<review::Verdict>{review::Verdict::accepted, "accepted"},
                              Word<review::Verdict>{review::Verdict::rejected, "rejected"}};

using review::EditKind;
constexpr std::array edit_kinds{Word<EditKind>{EditKind::accept, "accept"}, Word<EditKind>{EditKind::reject, "reject"},
                                Word<EditKind>{EditKind::join, "join"},     Word<EditKind>{EditKind::split, "split"},
                                Word<EditKind>{EditKind::shift, "shift"},   Word<EditKind>{EditKind::relink, "relink"},
                                Word<EditKind>{EditKind::note, "note"},     Word<EditKind>{EditKind::undo, "undo"},
                                Word<EditKind>{EditKind::redo, "redo"}};

using terms::TermStatus;
constexpr std::array term_statuses{
    Word<TermStatus>{TermStatus::preferred, "preferred"}, Word<TermStatus>{TermStatus::admitted, "admitted"},
    Word<TermStatus>{TermStatus::deprecated, "deprecated"}, Word<TermStatus>{TermStatus::proposed, "proposed"},
    Word<TermStatus>{TermStatus::rejected, "rejected"}};

using terms::PartOfSpeech;
constexpr std::array parts_of_speech{Word<PartOfSpeech>{PartOfSpeech::unknown, ""},
                                     Word<PartOfSpeech>{PartOfSpeech::noun, "noun"},
                                     Word<PartOfSpeech>{PartOfSpeech::proper_noun, "proper noun"},
                                     Word<PartOfSpeech>{PartOfSpeech::verb, "verb"},
                                     Word<PartOfSpeech>{PartOfSpeech::adjective, "adjective"},
                                     Word<PartOfSpeech>{PartOfSpeech::adverb, "adverb"},
                                     Word<PartOfSpeech>{PartOfSpeech::other, "other"}};

using terms::ChangeOrigin;
constexpr std::array change_origins{
    Word<ChangeOrigin>{ChangeOrigin::machine, "machine"}, Word<ChangeOrigin>{ChangeOrigin::list, "list"},
    Word<ChangeOrigin>{ChangeOrigin::file, "file"}, Word<ChangeOrigin>{ChangeOrigin::person, "person"}};

using terms::ChangeField;
constexpr std::array change_fields{Word<ChangeField>{ChangeField::created, "created"},
                                   Word<ChangeField>{ChangeField::removed, "removed"},
                                   Word<ChangeField>{ChangeField::type, "type"},
                                   Word<ChangeField>{ChangeField::subject, "subject"},
                                   Word<ChangeField>{ChangeField::definition, "definition"},
                                   Word<ChangeField>{ChangeField::definition_source, "definition source"},
                                   Word<ChangeField>{ChangeField::external_id, "external id"},
                                   Word<ChangeField>{ChangeField::relation, "relation"},
                                   Word<ChangeField>{ChangeField::merged_into, "merged into"},
                                   Word<ChangeField>{ChangeField::status, "status"},
                                   Word<ChangeField>{ChangeField::part_of_speech, "part of speech"},
                                   Word<ChangeField>{ChangeField::verified, "verified"},
                                   Word<ChangeField>{ChangeField::source, "source"},
                                   Word<ChangeField>{ChangeField::note, "note"}};

using terms::RelationKind;
constexpr std::array relation_kinds{Word<RelationKind>{RelationKind::broader, "broader"},
                                    Word<RelationKind>{RelationKind::narrower, "narrower"},
                                    Word<RelationKind>{RelationKind::part_of, "part of"},
                                    Word<RelationKind>{RelationKind::has_part, "has part"},
                                    Word<RelationKind>{RelationKind::named_after, "named after"},
                                    Word<RelationKind>{RelationKind::namesake, "namesake"},
                                    Word<RelationKind>{RelationKind::successor, "successor"},
                                    Word<RelationKind>{RelationKind::predecessor, "predecessor"},
                                    Word<RelationKind>{RelationKind::related, "related"}};

constexpr std::array sides{Word<Side>{Side::source, "source"}, Word<Side>{Side::target, "target"}};

template <typename Value, std::size_t count>
std::string find_word(const std::array<Word<Value>, count>& words, Value value) {
  for (const Word<Value>& word : words) {
    if (word.value == value) return std::string(word.word);
  }
  throw Error("a value has no word in the database: name it in aligner/store/words.cpp");
}

template <typename Value, std::size_t count>
Value find_value(const std::array<Word<Value>, count>& words, std::string_view word) {
  for (const Word<Value>& known : words) {
    if (known.word == word) return known.value;
  }
  throw Error("\"" + std::string(word.substr(0, 40)) + "\" is not a word of this database");
}

}  // namespace

std::string to_word(align::Mode mode) { return find_word(modes, mode); }
std::string to_word(align::Grade grade) { return find_word(grades, grade); }
std::string to_word(score::EvidenceKind kind) { return find_word(evidence_kinds, kind); }
std::string to_word(segment::SegmentKind kind) { return find_word(segment_kinds, kind); }
std::string to_word(review::EditKind kind) { return find_word(edit_kinds, kind); }
std::string to_word(review::Verdict verdict) { return find_word(verdicts, verdict); }
std::string to_word(terms::TermStatus status) { return find_word(term_statuses, status); }
std::string to_word(terms::PartOfSpeech part) { return find_word(parts_of_speech, part); }
std::string to_word(terms::ChangeOrigin origin) { return find_word(change_origins, origin); }
std::string to_word(terms::ChangeField field) { return find_word(change_fields, field); }
std::string to_word(terms::RelationKind kind) { return find_word(relation_kinds, kind); }
std::string to_word(text::PlaceKind kind) { return find_word(place_kinds, kind); }
std::string to_word(Side side) { return find_word(sides, side); }

template <>
align::Mode from_word(std::string_view word) {
  return find_value(modes, word);
}
template <>
align::Grade from_word(std::string_view word) {
  return find_value(grades, word);
}
template <>
score::EvidenceKind from_word(std::string_view word) {
  return find_value(evidence_kinds, word);
}
template <>
segment::SegmentKind from_word(std::string_view word) {
  return find_value(segment_kinds, word);
}
template <>
review::EditKind from_word(std::string_view word) {
  return find_value(edit_kinds, word);
}
template <>
review::Verdict from_word(std::string_view word) {
  return find_value(verdicts, word);
}
template <>
terms::TermStatus from_word(std::string_view word) {
  return find_value(term_statuses, word);
}
template <>
terms::PartOfSpeech from_word(std::string_view word) {
  return find_value(parts_of_speech, word);
}
template <>
terms::ChangeOrigin from_word(std::string_view word) {
  return find_value(change_origins, word);
}
template <>
terms::ChangeField from_word(std::string_view word) {
  return find_value(change_fields, word);
}
template <>
terms::RelationKind from_word(std::string_view word) {
  return find_value(relation_kinds, word);
}
template <>
text::PlaceKind from_word(std::string_view word) {
  return find_value(place_kinds, word);
}
template <>
Side from_word(std::string_view word) {
  return find_value(sides, word);
}

}  // namespace aligner::store

#pragma once
// Private: the names of values as a reader is shown them. In English they are those of to_string, which stand in JSON
// in every language.
//
//   name_of(Speaker(Language::vietnamese), align::Grade::mostly);  // "phần lớn"

#include <string>

#include "aligner/align/alignment.h"
#include "aligner/align/mine_documents.h"
#include "aligner/anchors/anchor.h"
#include "aligner/anchors/match_anchors.h"
#include "aligner/check/finding.h"
#include "aligner/glossary/term_usage.h"
#include "aligner/messages/speaker.h"
#include "aligner/review/edit.h"
#include "aligner/score/evidence.h"
#include "aligner/terms/change.h"
#include "aligner/terms/concept.h"

namespace aligner::report {

std::string name_of(const messages::Speaker& speaker, align::Grade grade);
std::string name_of(const messages::Speaker& speaker, align::Mode mode);
std::string name_of(const messages::Speaker& speaker, align::Relation relation);
std::string name_of(const messages::Speaker& speaker, anchors::AnchorKind kind);
std::string name_of(const messages::Speaker& speaker, anchors::AnchorRelation relation);
std::string name_of(const messages::Speaker& speaker, score::EvidenceKind kind);
std::string name_of(const messages::Speaker& speaker, check::Severity severity);
std::string name_of(const messages::Speaker& speaker, check::FindingKind kind);
std::string name_of(const messages::Speaker& speaker, glossary::FindingKind kind);
std::string name_of(const messages::Speaker& speaker, review::EditKind kind);
std::string name_of(const messages::Speaker& speaker, review::Verdict verdict);
std::string name_of(const messages::Speaker& speaker, terms::TermStatus status);
std::string name_of(const messages::Speaker& speaker, terms::PartOfSpeech part);
std::string name_of(const messages::Speaker& speaker, terms::RelationKind kind);
std::string name_of(const messages::Speaker& speaker, terms::ChangeField field);

/// Of evidence, which has its relation as a word.
std::string name_of_relation(const messages::Speaker& speaker, const std::string& relation);

}  // namespace aligner::report

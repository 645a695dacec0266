#pragma once
// What stands in TBX for the values of a term base, both ways. Private to the room.
//
//   xml_id("en:left bank");     // "en_x3A_left_x20_bank": an id in XML has neither colons nor spaces
//   plain_id("en_x3A_left_x20_bank");  // "en:left bank"

#include <optional>
#include <string>
#include <string_view>

#include "aligner/terms/concept.h"

namespace aligner::interchange {

// Labels of projectSubset and of ids for what TBX-Basic has no category for.
inline constexpr std::string_view type_label = "type: ";
inline constexpr std::string_view status_label = "status: ";
inline constexpr std::string_view verified_label = "verified";
inline constexpr std::string_view change_id = "tungse_change_";

/// An id as an NCName of XML, and back. Ids that are names already, and begin like no change's id, stay as they are.
std::string xml_id(std::string_view id);
std::string plain_id(std::string_view xml);

/// The words of the picklists; empty where there is none (an unknown part of speech, a proposed term).
std::string tbx_part_of_speech(terms::PartOfSpeech part);
std::string tbx_status(terms::TermStatus status);

/// The other way round; none where the word is in no picklist of TBX-Basic.
std::optional<terms::PartOfSpeech> find_tbx_part_of_speech(std::string_view word);
std::optional<terms::TermStatus> find_tbx_status(std::string_view word);

}  // namespace aligner::interchange

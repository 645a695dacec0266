#pragma once
// Sentences that the rooms compose in English, said in the reader's language.
//
//   retell(speaker, "16 May 1858 Julian = 28 May 1858 Gregorian");
//   // "ngày 16 tháng 5 năm 1858 (lịch Julius) = ngày 28 tháng 5 năm 1858 (lịch Gregorius)"
//
// Reasons, remedies and notes stand in databases and in JSON as English sentences, and each is made after a pattern
// ("{date} = {other_date}"; sentence_patterns.cpp lists them). A sentence is read back by its pattern: dates, numbers
// and units in it are said as the language writes them, names and quoted words stay as they are.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "aligner/messages/speaker.h"

namespace aligner::messages {

/// The name for an English one; none where it is to stay.
using NameTeller = std::function<std::optional<std::string>(std::string_view english)>;

/// None where no pattern fits. In English the sentence itself, where one fits. Linear for texts, within a bound on the
/// work for each sentence; longer ones than 4096 bytes fit none.
/// `names` gives concepts and places, which stand in sentences by their English names, the names that readers call
/// them.
std::optional<std::string> find_retold(const Speaker& speaker, const std::string& english,
                                       const NameTeller& names = {});

/// The same; what fits no pattern is given back as it is.
std::string retell(const Speaker& speaker, const std::string& english, const NameTeller& names = {});

/// A date in the words that anchors have for it: "16 May 1858", "early 1850s", "Xianfeng 8/4/16".
std::string retell_date(const Speaker& speaker, const std::string& english);

/// A number likewise: "3 year", "2nd", "hundreds of km", "4200.5".
std::string retell_number(const Speaker& speaker, const std::string& english);

}  // namespace aligner::messages

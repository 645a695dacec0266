#pragma once
// Private: sentences of other rooms in the reader's language, the names in them too.
//
//   retold(speaker, "both name Treaty of Tianjin");  // "cả hai đều nói đến Hiệp ước Thiên Tân"
//   concept_name(speaker, terms, "t_tianjin_ru");    // likewise, of a list

#include <string>

#include "aligner/messages/speaker.h"
#include "aligner/terms/term_list.h"

namespace aligner::report {

/// Concepts are named as the bundled list prefers it in the reader's language, countries as CLDR has them; by their
/// English names where those have none. English is as it is.
std::string retold(const messages::Speaker& speaker, const std::string& english);

/// The preferred wording in the reader's language, else the first that may be written, else the English name.
std::string concept_name(const messages::Speaker& speaker, const terms::TermList& terms, const std::string& concept_id);

}  // namespace aligner::report

#include "aligner/anchors/name_details.h"

#include "aligner/anchors/cldr_names.h"
#include "aligner/anchors/name_readings.h"

namespace aligner::anchors {

void NameDetails::add(Name& name) {
  const auto [entry, is_new] = by_spelling_.try_emplace(name.spelling);
  if (is_new) entry->second = {cldr_codes(name, language_), find_readings(name, language_)};
  name.cldr = entry->second.cldr;
  name.readings = entry->second.readings;
}

}  // namespace aligner::anchors
